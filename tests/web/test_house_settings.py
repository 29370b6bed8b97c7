"""The settings are secure as they stand, and what the environment says is understood or refused."""

from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from plethu_web.config.addresses import database, mail
from plethu_web.home import find_home, key_file, read_keys, rotate_keys

HOME = Path("/var/lib/plethu")
SHOWN = (
    *("DEBUG", "HTTPS", "ALLOWED_HOSTS", "CSRF_TRUSTED_ORIGINS", "SESSION_COOKIE_SECURE", "CSRF_COOKIE_SECURE"),
    *("SECURE_SSL_REDIRECT", "SECURE_HSTS_SECONDS", "EMAIL_BACKEND", "DEFAULT_FROM_EMAIL"),
    *("SECRET_KEY", "SECRET_KEY_FALLBACKS"),
)


def settings(home, **environment):
    code = (
        "import json; from plethu_web.config import settings; "
        f"print(json.dumps({{name: getattr(settings, name) for name in {SHOWN}}}))"
    )
    plain = {name: value for name, value in os.environ.items() if not name.startswith(("PLETHU_", "DATABASE_URL"))}
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        env={**plain, "PLETHU_HOME": str(home), **environment},
    )
    return json.loads(done.stdout)


def test_as_it_stands(tmp_path):
    found = settings(tmp_path / "home")
    assert found["DEBUG"] is False
    assert found["HTTPS"] is False
    assert set(found["ALLOWED_HOSTS"]) == {"localhost", "127.0.0.1", "[::1]"}
    assert found["EMAIL_BACKEND"].endswith("filebased.EmailBackend")
    assert len(found["SECRET_KEY"]) > 50


def test_behind_https_all_that_needs_it_is_on(tmp_path):
    found = settings(
        tmp_path, PLETHU_BASE_URL="https://plethu.example.org/", PLETHU_HOSTS="www.example.org, b.example.org"
    )
    assert found["SESSION_COOKIE_SECURE"]
    assert found["CSRF_COOKIE_SECURE"]
    assert found["SECURE_SSL_REDIRECT"]
    assert found["SECURE_HSTS_SECONDS"] >= 31536000
    assert {"plethu.example.org", "www.example.org", "b.example.org"} < set(found["ALLOWED_HOSTS"])
    assert found["CSRF_TRUSTED_ORIGINS"] == ["https://plethu.example.org"]
    assert found["DEFAULT_FROM_EMAIL"] == "plethu@plethu.example.org"


def test_djangos_own_check_of_a_public_site_finds_nothing(tmp_path):
    code = "import sys; from plethu_web.commands.check_deploy import run; sys.exit(run([]))"
    environment = {**os.environ, "PLETHU_HOME": str(tmp_path), "PLETHU_BASE_URL": "https://plethu.example.org"}
    for name in ("DJANGO_SETTINGS_MODULE", "DJANGO_ALLOW_ASYNC_UNSAFE"):
        environment.pop(name, None)
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=environment)
    assert done.returncode == 0, done.stderr
    del environment["PLETHU_BASE_URL"]
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=environment)
    assert done.returncode == 1
    assert "PLETHU_BASE_URL" in done.stderr


def test_where_nothing_is_said_the_address_is_the_one_last_served(tmp_path):
    from plethu_web.home import last_address, note_address

    assert last_address(tmp_path) == ""
    note_address(tmp_path, "https://plethu.example.org")
    assert settings(tmp_path)["CSRF_TRUSTED_ORIGINS"] == ["https://plethu.example.org"]
    assert settings(tmp_path)["SESSION_COOKIE_SECURE"]
    assert settings(tmp_path, PLETHU_BASE_URL="http://localhost:1")["CSRF_TRUSTED_ORIGINS"] == ["http://localhost:1"]


def test_the_key_is_made_once_and_only_its_owner_may_read_it(tmp_path):
    home = tmp_path / "new" / "home"
    first = read_keys(home)
    assert read_keys(home) == first
    assert stat.S_IMODE(key_file(home).stat().st_mode) == 0o600
    assert stat.S_IMODE(home.stat().st_mode) == 0o700
    assert [path.name for path in home.iterdir()] == ["secret-key"]


def test_a_new_key_keeps_the_last_one_for_what_it_signed(tmp_path):
    [first] = read_keys(tmp_path)
    rotate_keys(tmp_path)
    second, kept = read_keys(tmp_path)
    assert kept == first
    assert second != first
    rotate_keys(tmp_path)
    assert first not in read_keys(tmp_path)
    assert stat.S_IMODE(key_file(tmp_path).stat().st_mode) == 0o600


def test_a_key_from_a_secret_store(tmp_path):
    found = settings(tmp_path, PLETHU_SECRET_KEY="new old")
    assert found["SECRET_KEY"] == "new"
    assert found["SECRET_KEY_FALLBACKS"] == ["old"]
    assert not key_file(tmp_path).exists()


def test_where_home_is(tmp_path, monkeypatch):
    assert find_home(str(tmp_path)) == tmp_path
    assert find_home("").name == "var"
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("plethu_web.home.__file__", str(tmp_path / "site-packages" / "plethu_web" / "home.py"))
    assert find_home("") == tmp_path / "plethu-data"


def test_the_secret_command_never_prints_a_key(tmp_path, monkeypatch, capsys):
    from plethu_web.commands.secret import run

    monkeypatch.setenv("PLETHU_HOME", str(tmp_path))
    assert run([]) == 0
    assert run(["rotate"]) == 0
    said = capsys.readouterr().out
    assert str(key_file(tmp_path)) in said
    assert not any(key in said for key in read_keys(tmp_path))
    monkeypatch.setenv("PLETHU_SECRET_KEY", "elsewhere")
    assert run(["rotate"]) == 1
    assert "elsewhere" not in capsys.readouterr().out


@pytest.mark.parametrize("what", ["where", "rotate"])
def test_the_secret_command_says_where_the_key_file_is_spoilt(tmp_path, monkeypatch, capsys, what):
    from plethu_web.commands.secret import run

    monkeypatch.setenv("PLETHU_HOME", str(tmp_path))
    key_file(tmp_path).write_bytes("ŵŷ".encode())
    assert run([what]) == 2
    assert str(key_file(tmp_path)) in capsys.readouterr().err


def test_sqlite_is_the_database_where_none_is_named():
    found = database("", HOME)
    assert found["NAME"] == "/var/lib/plethu/plethu.sqlite3"
    assert found["OPTIONS"]["transaction_mode"] == "IMMEDIATE"
    assert "journal_mode=WAL" in found["OPTIONS"]["init_command"]


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("sqlite:////srv/a%20b.sqlite3", "/srv/a b.sqlite3"),
        ("sqlite:///x.db", "x.db"),
        ("sqlite://", f"{HOME}/plethu.sqlite3"),
    ],
)
def test_sqlite_elsewhere(address, name):
    assert database(address, HOME)["NAME"] == name


def test_postgresql():
    found = database("postgresql://pl%40n:s%2Fe%3Ac@db.example.org:5433/plethu?sslmode=require", HOME)
    assert (found["USER"], found["PASSWORD"], found["HOST"], found["PORT"]) == (
        "pl@n",
        "s/e:c",
        "db.example.org",
        "5433",
    )
    assert found["NAME"] == "plethu"
    assert found["OPTIONS"] == {"sslmode": "require"}
    assert database("postgres://plethu@/plethu?host=/run/postgresql", HOME)["HOST"] == "/run/postgresql"


@pytest.mark.parametrize("address", ["mysql://a/b", "plethu", "postgres://a:port/b"])
def test_a_database_that_is_not_understood_is_refused_without_showing_the_address(address):
    with pytest.raises(ImproperlyConfigured) as refusal:
        database(address, HOME)
    assert address not in str(refusal.value)


@pytest.mark.parametrize(
    ("address", "port", "tls", "ssl"),
    [
        ("smtp://me:se%20cret@mail.example.org", 587, True, False),
        ("smtps://me:se%20cret@mail.example.org", 465, False, True),
        ("smtp://me:se%20cret@mail.example.org:25?tls=no", 25, False, False),
    ],
)
def test_mail(address, port, tls, ssl):
    found = mail(address, HOME)
    assert (found["EMAIL_PORT"], found["EMAIL_USE_TLS"], found["EMAIL_USE_SSL"]) == (port, tls, ssl)
    assert found["EMAIL_HOST_PASSWORD"] == "se cret"


@pytest.mark.parametrize("address", ["mail.example.org", "smtp://", "http://mail.example.org", "smtp://a:b@c:d"])
def test_a_mail_server_that_is_not_understood_is_refused(address):
    with pytest.raises(ImproperlyConfigured):
        mail(address, HOME)


def test_the_content_policy_lets_in_nothing_from_elsewhere(client):
    policy = dict(rule.strip().split(" ", 1) for rule in client.get("/en/")["Content-Security-Policy"].split(";"))
    assert policy.pop("default-src") == "'none'"
    assert policy.pop("frame-ancestors") == "'none'"
    assert policy.pop("base-uri") == "'none'"
    assert set(policy.values()) == {"'self'"}
    assert {"script-src", "style-src", "form-action"} <= set(policy)


def test_what_is_deleted_leaves_no_trace_in_the_file_of_the_database():
    assert "secure_delete=ON" in database("", Path("/srv"))["OPTIONS"]["init_command"]  # some builds of SQLite keep it
