"""A tiny OpenID Connect provider: whoever is named signs in at once, by tokens that are signed."""

import base64
import json
import secrets
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

from joserfc import jwk, jwt


class Provider(ThreadingHTTPServer):
    """Listens on this machine; `person` is who signs in next."""

    def __init__(self) -> None:
        """Take a free port and make a key."""
        super().__init__(("127.0.0.1", 0), _Answers)
        self.url = f"http://127.0.0.1:{self.server_port}"
        self.key = jwk.RSAKey.generate_key(2048, {"kid": "1", "use": "sig", "alg": "RS256"})
        self.person: dict[str, Any] = {}
        self.nonces: dict[str, str] = {}

    def token(self, code: str) -> str:
        """Return the signed claims of who signed in by a code."""
        now = int(time.time())
        claims = {
            "iss": self.url, "aud": "conflict-map", "sub": "1", "iat": now, "exp": now + 600,
            "nonce": self.nonces.pop(code), **self.person,
        }  # fmt: skip
        return jwt.encode({"alg": "RS256", "kid": "1"}, claims, self.key)


class _Answers(BaseHTTPRequestHandler):
    server: Provider

    def do_GET(self) -> None:
        asked = urlsplit(self.path)
        given = {key: values[0] for key, values in parse_qs(asked.query).items()}
        own = self.server
        if asked.path == "/authorize":
            code = secrets.token_urlsafe(8)
            own.nonces[code] = given["nonce"]
            back = urlencode({"code": code, "state": given["state"]})
            self.send_response(302)
            self.send_header("Location", f"{given['redirect_uri']}?{back}")
            self.end_headers()
        elif asked.path == "/keys":
            self._say({"keys": [own.key.as_dict(private=False)]})
        else:
            self._say(
                {
                    "issuer": own.url,
                    "authorization_endpoint": f"{own.url}/authorize",
                    "token_endpoint": f"{own.url}/token",
                    "jwks_uri": f"{own.url}/keys",
                    "response_types_supported": ["code"],
                    "subject_types_supported": ["public"],
                    "id_token_signing_alg_values_supported": ["RS256"],
                    "code_challenge_methods_supported": ["S256"],
                }
            )

    def do_POST(self) -> None:
        form = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
        expected = base64.b64encode(b"conflict-map:secret").decode()
        if self.headers.get("Authorization") != f"Basic {expected}" or "code_verifier" not in form:
            self.send_error(401)
            return
        token = self.server.token(form["code"][0])
        self._say({"access_token": "a", "token_type": "Bearer", "id_token": token})

    def _say(self, what: object) -> None:
        body = json.dumps(what).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - http.server's name
        """Say nothing."""


@contextmanager
def provider() -> Iterator[Provider]:
    """Run one."""
    made = Provider()
    thread = threading.Thread(target=made.serve_forever, daemon=True)
    thread.start()
    try:
        yield made
    finally:
        made.shutdown()
        made.server_close()
        thread.join()
