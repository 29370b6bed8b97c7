"""An identity provider: named by the environment, and signing in with it, against a small one made here."""

from __future__ import annotations

import base64
import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from plethu_web.config import sign_in

NAMED = {
    "PLETHU_OIDC_ISSUER": "https://login.example.org/realms/team",
    "PLETHU_OIDC_CLIENT_ID": "plethu",
    "PLETHU_OIDC_CLIENT_SECRET": "secret",
    "PLETHU_OIDC_NAME": "Example Council",
}
WALK = Path(__file__).with_name("oidc_walk.py")


class Provider(BaseHTTPRequestHandler):
    """What an identity provider answers; everybody who comes is Mair."""

    def do_GET(self):
        site = f"http://127.0.0.1:{self.server.server_address[1]}"
        if self.path == "/.well-known/openid-configuration":
            self._say(
                {
                    "issuer": site,
                    "authorization_endpoint": f"{site}/authorize",
                    "token_endpoint": f"{site}/token",
                    "userinfo_endpoint": f"{site}/userinfo",
                    "jwks_uri": f"{site}/keys",
                }
            )
        else:
            self._say({"sub": "7", "email": "mair@example.org", "email_verified": True, "name": "Mair Huws"})

    def do_POST(self):
        self.rfile.read(int(self.headers["Content-Length"]))
        site = f"http://127.0.0.1:{self.server.server_address[1]}"
        said = {"iss": site, "aud": "plethu", "sub": "7", "exp": time.time() + 60, "iat": time.time()}
        said |= {"email": "mair@example.org", "email_verified": True, "name": "Mair Huws"}
        parts = [
            base64.urlsafe_b64encode(json.dumps(p).encode()).decode().rstrip("=") for p in ({"alg": "RS256"}, said)
        ]
        self._say({"access_token": "x", "token_type": "Bearer", "id_token": ".".join([*parts, "c2ln"])})

    def log_message(self, *_words):
        """Nothing."""

    def _say(self, words):
        body = json.dumps(words).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@pytest.fixture
def provider() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Provider)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()


def test_without_one_nothing_is_shown():
    assert sign_in.providers({}) == {}
    assert sign_in.OIDC_APP not in sign_in.apps({})
    assert sign_in.form_targets({}) == []


def test_a_form_may_lead_to_it():
    assert sign_in.form_targets(NAMED) == ["https://login.example.org"]
    (app,) = sign_in.providers(NAMED)["openid_connect"]["APPS"]
    assert app["name"] == "Example Council"
    assert (
        sign_in.providers({**NAMED, "PLETHU_OIDC_NAME": ""})["openid_connect"]["APPS"][0]["name"] == "login.example.org"
    )


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("PLETHU_OIDC_CLIENT_ID", ""),
        ("PLETHU_OIDC_CLIENT_SECRET", ""),
        ("PLETHU_OIDC_ISSUER", "login.example.org"),
        ("PLETHU_OIDC_ISSUER", "http://login.example.org"),
    ],
)
def test_what_cannot_work_is_refused_by_its_name(name, value):
    with pytest.raises(ImproperlyConfigured, match=name):
        sign_in.providers({**NAMED, name: value})


def test_signing_in_with_it(provider, tmp_path):
    """In a process of its own, since the environment is read once when the site begins."""
    plain = {name: value for name, value in os.environ.items() if not name.startswith(("PLETHU_", "DATABASE_URL"))}
    plain.pop("DJANGO_SETTINGS_MODULE", None)
    environment = {**plain, **NAMED, "PLETHU_OIDC_ISSUER": provider, "PLETHU_HOME": str(tmp_path)}
    done = subprocess.run([sys.executable, str(WALK)], capture_output=True, text=True, env=environment)
    assert done.returncode == 0, done.stderr
    assert done.stdout.split() == [
        "stranger-kept-out",
        "led-to-the-provider",
        "signed-in",
        "same-person",
        "nothing-stored",
    ]
