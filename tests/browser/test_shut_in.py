"""The server answers this machine only, asks nobody anything, and says so to the browser."""

import http.client
import http.server
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser.running import Dashboard

pytestmark = pytest.mark.browser
KNOCK = {
    "Connection": "Upgrade",
    "Upgrade": "websocket",
    "Sec-WebSocket-Version": "13",
    "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==",
}


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


class _Noting(http.server.BaseHTTPRequestHandler):
    def handle_one_request(self) -> None:
        line = self.rfile.readline(2000).decode("latin-1").strip()
        if line and isinstance(self.server, Trap):
            self.server.asked.append(line)
        self.close_connection = True


@pytest.fixture(scope="module")
def trap() -> Iterator[Trap]:
    """Run the proxy."""
    proxy = Trap()
    thread = threading.Thread(target=proxy.serve_forever, daemon=True)
    thread.start()
    yield proxy
    proxy.shutdown()
    proxy.server_close()
    thread.join()


@pytest.fixture(scope="module")
def watched(
    tmp_path_factory: pytest.TempPathFactory, cache: Path, trap: Trap
) -> Iterator[Dashboard]:
    """Run a dashboard whose way to any other host leads through the trap."""
    proxies = dict.fromkeys(("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY"), trap.url)
    folder = tmp_path_factory.mktemp("watched")
    running = Dashboard(folder, cache, {**proxies, "no_proxy": "", "NO_PROXY": ""})
    yield running
    running.stop()


def answer(to: Dashboard, path: str, headers: dict[str, str]) -> http.client.HTTPResponse:
    """Ask a dashboard for a path."""
    connection = http.client.HTTPConnection("127.0.0.1", to.port, timeout=30)
    connection.request("GET", path, headers=headers)
    found = connection.getresponse()
    connection.close()
    return found


def test_a_foreign_origin_is_refused_and_nobody_is_asked(watched: Dashboard, trap: Trap) -> None:
    """Streamlit would ask a host outside for this machine's address, to compare the two."""
    found = answer(watched, "/_stcore/stream", {**KNOCK, "Origin": "http://elsewhere.example"})
    assert found.status == 403
    assert trap.asked == []


@pytest.mark.parametrize("path", ["/", "/_stcore/health", "/_stcore/stream"])
def test_a_foreign_name_for_this_machine_is_refused(watched: Dashboard, path: str) -> None:
    """A page elsewhere that gives its own name the address 127.0.0.1 hears nothing."""
    name = f"elsewhere.example:{watched.port}"
    knock = KNOCK if path.endswith("stream") else {}
    assert answer(watched, path, {**knock, "Host": name, "Origin": f"http://{name}"}).status == 403


def test_its_own_page_is_let_in(watched: Dashboard) -> None:
    """The WebSocket of the page that this server gave out opens."""
    own = {**KNOCK, "Origin": watched.url}
    assert answer(watched, "/_stcore/stream", own).status == 101


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/add_report",
        "/_stcore/health",
        "/app/static/vendor/leaflet.js",
        "/component/streamlit_folium.st_folium/index.html",
        "/nothing/here.js",
    ],
)
def test_every_answer_carries_the_policy(watched: Dashboard, path: str) -> None:
    """Images, connections and frames are this server's own, on pages, files and errors alike."""
    policy = answer(watched, path, {}).getheader("Content-Security-Policy") or ""
    rules = dict(rule.split(" ", 1) for rule in policy.split("; "))
    assert rules["img-src"] == "'self' data: blob:"
    assert rules["frame-ancestors"] == "'self'"
    assert rules["default-src"] == "'self'"
    assert "elsewhere" not in policy
    if not path.startswith("/component/"):
        assert "unsafe" not in rules["script-src"]
    for source in rules["connect-src"].split():
        assert source in (
            "'self'",
            f"ws://127.0.0.1:{watched.port}",
            f"ws://localhost:{watched.port}",
        )
