"""A trap on the way to every other host: what a server asks for there is noted."""

import http.server
import threading
from collections.abc import Iterator
from contextlib import contextmanager


class Trap(http.server.ThreadingHTTPServer):
    """A proxy that notes what it is asked for, and fetches nothing."""

    def __init__(self) -> None:
        """Listen on a free port of this machine."""
        self.asked: list[str] = []
        super().__init__(("127.0.0.1", 0), _Noting)

    @property
    def url(self) -> str:
        """Its address, as a proxy's."""
        return f"http://127.0.0.1:{self.server_port}"

    def leading_there(self) -> dict[str, str]:
        """Return the environment in which a program's ways to other hosts lead here."""
        names = ("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY")
        return {**dict.fromkeys(names, self.url), "no_proxy": "", "NO_PROXY": ""}


class _Noting(http.server.BaseHTTPRequestHandler):
    def handle_one_request(self) -> None:
        line = self.rfile.readline(2000).decode("latin-1").strip()
        if line and isinstance(self.server, Trap):
            self.server.asked.append(line)
        self.close_connection = True


@contextmanager
def trapped() -> Iterator[Trap]:
    """Run one."""
    proxy = Trap()
    thread = threading.Thread(target=proxy.serve_forever, daemon=True)
    thread.start()
    try:
        yield proxy
    finally:
        proxy.shutdown()
        proxy.server_close()
        thread.join()
