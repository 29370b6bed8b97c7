"""`plethu serve` in an empty folder: the site, its files, its limits, and nothing private in its log."""

from __future__ import annotations

import http.client
import os
import re
import signal
import socket
import sqlite3
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

COMMAND = "import sys; from plethu_web.commands.serve import run; sys.exit(run(sys.argv[1:]))"
LONGEST_START = 120


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def environment(folder):
    named = ("PLETHU_", "DJANGO_", "DATABASE_URL")
    plain = {name: value for name, value in os.environ.items() if not name.startswith(named)}
    return {**plain, "PLETHU_HOME": str(folder / "home"), "PYTHONUNBUFFERED": "1"}


def command(folder, name, *arguments):
    """Run another command of the site to its end."""
    code = COMMAND.replace("serve", name)
    return subprocess.run(
        [sys.executable, "-c", code, *arguments], cwd=folder, env=environment(folder), capture_output=True, text=True
    )


def start(folder, port, **more):
    with (folder / "log").open("w") as log:
        return subprocess.Popen(
            [sys.executable, "-c", COMMAND, "--port", str(port)],
            cwd=folder,
            env={**environment(folder), **more},
            stdout=log,
            stderr=subprocess.STDOUT,
        )


class Server:
    """A running site, its address and its folder."""

    def __init__(self, folder: Path, port: int) -> None:
        self.folder, self.port = folder, port

    def ask(self, path, method="GET", body=None, **headers):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        connection.request(method, path, body=body, headers=named, encode_chunked="Transfer-Encoding" in named)
        response = connection.getresponse()
        response.text = response.read().decode("utf-8", "replace")
        connection.close()
        return response

    @property
    def log(self):
        return (self.folder / "log").read_text()


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    running = Server(tmp_path_factory.mktemp("serve"), free_port())
    process = start(running.folder, running.port)
    end = time.monotonic() + LONGEST_START
    while True:
        try:
            running.ask("/")
            break
        except OSError:
            assert process.poll() is None, running.log
            assert time.monotonic() < end, running.log
            time.sleep(0.1)
    yield running
    process.send_signal(signal.SIGINT)
    process.wait(timeout=20)


def test_it_says_its_address_and_what_is_still_to_do(server):
    assert f"http://127.0.0.1:{server.port}" in server.log
    assert "plethu admin create" in server.log
    assert "outbox" in server.log


@pytest.mark.parametrize("language", ["en", "cy"])
def test_the_first_page(server, language):
    response = server.ask(f"/{language}/")
    assert response.status == 200
    assert f'<html lang="{language}">' in response.text


def test_everything_of_the_installation_is_in_its_home(server):
    assert {path.name for path in server.folder.iterdir()} == {"home", "log"}
    kept = {path.name for path in (server.folder / "home").iterdir()}
    assert {"plethu.sqlite3", "secret-key", "static", "address"} <= kept
    assert stat.S_IMODE((server.folder / "home" / "plethu.sqlite3").stat().st_mode) == 0o600


def test_the_database_writes_ahead(server):
    connection = sqlite3.connect(server.folder / "home" / "plethu.sqlite3")
    assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    connection.close()


def test_files_of_the_interface_are_kept_for_ever_and_come_compressed(server):
    page = server.ask("/en/").text
    files = set(re.findall(r'(?:href|src)="(/static/[^"]+)"', page))
    assert files
    for path in files:
        response = server.ask(path, Accept_Encoding="gzip")
        assert response.status == 200, path
        assert "immutable" in response.headers["Cache-Control"], path
        assert path.endswith(".svg") or response.headers["Content-Encoding"] == "gzip"


def test_a_body_over_the_limit_is_answered_and_not_stored(server):
    response = server.ask("/cy/accounts/password/reset/", "POST", b"x" * (3 * 1024 * 1024))
    assert response.status == 413
    assert '<html lang="cy">' in response.text


def test_a_body_that_does_not_say_its_length_is_not_read(server):
    response = server.ask(
        "/en/accounts/password/reset/", "POST", iter([b"x" * 1000] * 3000), Transfer_Encoding="chunked"
    )
    assert response.status == 413


def test_it_goes_on_after_all_that(server):
    assert server.ask("/en/").status == 200


def test_nothing_private_in_the_log(server):
    server.ask("/en/accounts/password/reset/key/1-c7nxyz-0123456789abcdef0123456789abcdef/?q=secret")
    server.ask("/en/no/such/page/?q=secret", User_Agent="curious")
    server.ask("/en/", Host="elsewhere.example")
    for word in ("secret", "0123456789abcdef", "curious", "csrf"):
        assert word not in server.log.replace("secret-key", "")


def test_a_command_prints_links_to_the_running_site(server):
    done = command(server.folder, "admin", "create", "--email", "nia@example.org", "--link")
    assert done.returncode == 0, done.stderr
    link = re.search(rf"http://127\.0\.0\.1:{server.port}(/\S+)", done.stdout.split("Open this link")[1])[1]
    response = server.ask(link)
    assert response.status == 302
    assert response.headers["Location"].endswith("-set-password/")


def test_a_port_that_is_taken(server, tmp_path):
    process = start(tmp_path, server.port)
    assert process.wait(timeout=LONGEST_START) == 1
    assert "in use" in (tmp_path / "log").read_text()
    assert not (tmp_path / "home").exists()


def test_a_broken_edition_is_refused_before_anybody_is_served(tmp_path):
    (tmp_path / "broken.json").write_text('{"id": 1}')
    process = start(tmp_path, free_port(), PLETHU_EDITION=str(tmp_path / "broken.json"))
    assert process.wait(timeout=LONGEST_START) == 2
    said = (tmp_path / "log").read_text()
    assert "broken.json" in said
    assert "Traceback" not in said
