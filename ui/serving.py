"""Streamlit's server, shut in: it answers this machine only and asks nobody anything.

A team's server answers by one more name, its own, and asks the team's provider who signs in.

Started by `conflict-map serve` as `python -m ui.serving`. See
docs/decisions/0013-the-server-is-shut-in.md.
"""

import base64
import hashlib
import os
import re
import sys
import webbrowser
from collections.abc import AsyncIterator, Awaitable, Callable, MutableMapping
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from functools import cache
from pathlib import Path
from typing import Any

import streamlit as st
from streamlit import net_util

from incidents.team import TEAM_VARIABLE, Team, read_team

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
"""As ASGI has them."""
ROOT = Path(__file__).resolve().parent.parent
ADDRESS = "127.0.0.1"
HOSTS = (ADDRESS, "localhost")
"""The names by which this machine may be asked. A page elsewhere that gives its own name this
address (DNS rebinding) asks by that name."""
_COMPONENTS = "/component/"
"""Where the frames of Streamlit's first kind of component lie: the map's."""


class Shut(st.App):
    """The dashboard, with a Content-Security-Policy on every answer and none to a foreign name."""

    def __init__(self, port: int, *, browser: bool = False, team: Team | None = None) -> None:
        """Make it ready to listen on `port`.

        Args:
            port: where it will listen.
            browser: whether to open a window on it then.
            team: whose server it is; None on one's own machine.
        """
        self._names = (*HOSTS, team.host) if team else HOSTS
        sockets = _sockets(port, team)
        super().__init__(ROOT / "dashboard.py", lifespan=_listening(port) if browser else None)
        self._page = _headers(_policy(sockets, f"'self' blob: {_inline_scripts()}"))
        # streamlit-folium evaluates the map's script, which is ours and escapes all data
        # (geo/embed.py). Its frame may do that, and load no more than the page may.
        self._frame = _headers(_policy(sockets, "'self' 'unsafe-inline' 'unsafe-eval'"))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] not in ("http", "websocket"):
            await super().__call__(scope, receive, send)
        elif _asked_for(scope) not in self._names:
            await _refuse(scope, send)
        else:
            frame = scope["path"].startswith(_COMPONENTS)
            await super().__call__(
                scope, receive, _adding(self._frame if frame else self._page, send)
            )


def _asked_for(scope: Scope) -> str:
    headers: dict[bytes, bytes] = dict(scope["headers"])
    host = headers.get(b"host", b"").decode("latin-1")
    return host.rpartition(":")[0] or host


async def _refuse(scope: Scope, send: Send) -> None:
    if scope["type"] == "websocket":
        await send({"type": "websocket.close", "code": 1008})
        return
    await send({"type": "http.response.start", "status": 403, "headers": []})
    await send({"type": "http.response.body", "body": b"This is not the name of this machine."})


def _adding(headers: list[tuple[bytes, bytes]], send: Send) -> Send:
    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            message = {**message, "headers": [*message.get("headers", []), *headers]}
        await send(message)

    return sending


def _headers(policy: str) -> list[tuple[bytes, bytes]]:
    return [
        (b"content-security-policy", policy.encode()),
        (b"referrer-policy", b"no-referrer"),
        (b"x-content-type-options", b"nosniff"),
    ]


def _listening(port: int) -> Callable[[st.App], AbstractAsyncContextManager[dict[str, Any] | None]]:
    @asynccontextmanager
    async def opened(_app: st.App) -> AsyncIterator[None]:
        # The port is bound by now; what the browser asks for waits until the server is up.
        webbrowser.open(f"http://{ADDRESS}:{port}")
        yield

    return opened


def _sockets(port: int, team: Team | None) -> str:
    own = [f"ws://{host}:{port}" for host in HOSTS]
    return " ".join([*own, f"wss://{team.host}"] if team and team.secure else own)


def _policy(sockets: str, scripts: str) -> str:
    rules = {
        "default-src": "'self'",
        "script-src": scripts,
        "style-src": "'self' 'unsafe-inline'",
        "img-src": "'self' data: blob:",
        "font-src": "'self' data:",
        "media-src": "'self' data: blob:",
        "connect-src": f"'self' {sockets}",
        "worker-src": "'self' blob:",
        "object-src": "'none'",
        "base-uri": "'self'",
        "form-action": "'self'",
        "frame-ancestors": "'self'",
    }
    return "; ".join(f"{what} {where}" for what, where in rules.items())


@cache
def _inline_scripts() -> str:
    # By hash: Streamlit's page has a line of script of its own, and no other may run.
    page = (Path(st.__file__).parent / "static" / "index.html").read_bytes()
    found = re.findall(rb"<script>(.*?)</script>", page, re.DOTALL)
    digests = (base64.b64encode(hashlib.sha256(text).digest()).decode() for text in found)
    return " ".join(f"'sha256-{digest}'" for digest in digests)


def seal() -> None:
    """Take Streamlit's questions about this machine's own address away.

    A WebSocket with a foreign origin makes it ask a host outside for the machine's public
    address, to compare them.
    """
    net_util.get_external_ip = lambda: None
    net_util.get_internal_ip = lambda: ADDRESS


def main() -> None:
    """Serve until stopped: `python -m ui.serving PORT [--headless]`."""
    port, headless = int(sys.argv[1]), "--headless" in sys.argv
    file = os.environ.get(TEAM_VARIABLE)
    team = read_team(Path(file)) if file else None
    seal()
    app = Shut(port, browser=not headless, team=team)
    # Streamlit looks beside the script that was started for its settings, and puts that
    # folder first on the path.
    sys.argv = [str(ROOT / "dashboard.py")]
    app.run(
        config={
            "server.port": port,
            "server.address": team.listen if team else ADDRESS,
            "server.headless": True,
            # No other program's secrets, which would lie in the user's own folder.
            "secrets.files": [file] if file else [],
        }
    )


if __name__ == "__main__":
    main()
