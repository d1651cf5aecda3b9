"""The server answers this machine only, asks nobody anything, and says so to the browser."""

import http.client

import pytest

from tests.browser.running import Dashboard
from tests.browser.trap import Trap

pytestmark = pytest.mark.browser
KNOCK = {
    "Connection": "Upgrade",
    "Upgrade": "websocket",
    "Sec-WebSocket-Version": "13",
    "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==",
}


def answer(to: Dashboard, path: str, headers: dict[str, str]) -> http.client.HTTPResponse:
    """Ask a dashboard for a path."""
    connection = http.client.HTTPConnection("127.0.0.1", to.port, timeout=30)
    connection.request("GET", path, headers=headers)
    found = connection.getresponse()
    connection.close()
    return found


def test_a_foreign_origin_is_refused_and_nobody_is_asked(house: Dashboard, trap: Trap) -> None:
    """Streamlit would ask a host outside for this machine's address, to compare the two."""
    found = answer(house, "/_stcore/stream", {**KNOCK, "Origin": "http://elsewhere.example"})
    assert found.status == 403
    assert trap.asked == []


@pytest.mark.parametrize("path", ["/", "/_stcore/health", "/_stcore/stream"])
def test_a_foreign_name_for_this_machine_is_refused(house: Dashboard, path: str) -> None:
    """A page elsewhere that gives its own name the address 127.0.0.1 hears nothing."""
    name = f"elsewhere.example:{house.port}"
    knock = KNOCK if path.endswith("stream") else {}
    assert answer(house, path, {**knock, "Host": name, "Origin": f"http://{name}"}).status == 403


def test_its_own_page_is_let_in(house: Dashboard) -> None:
    """The WebSocket of the page that this server gave out opens."""
    own = {**KNOCK, "Origin": house.url}
    assert answer(house, "/_stcore/stream", own).status == 101


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
def test_every_answer_carries_the_policy(house: Dashboard, path: str) -> None:
    """Images, connections and frames are this server's own, on pages, files and errors alike."""
    policy = answer(house, path, {}).getheader("Content-Security-Policy") or ""
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
            f"ws://127.0.0.1:{house.port}",
            f"ws://localhost:{house.port}",
        )
