"""Files that people send: kept whole or not at all, found by their content, sent back as attachments only."""

from __future__ import annotations

import asyncio
import errno
import hashlib
import io
import os
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from django.apps import apps
from django.http import HttpResponse
from django.test import RequestFactory
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from plethu_web import stored

ROOT = Path(__file__).parents[2]
PLENTY = 10_000_000


@pytest.fixture
def home(tmp_path, settings):
    settings.HOME = tmp_path
    return tmp_path


def kept(content=b"words"):
    return stored.keep(io.BytesIO(content), PLENTY)


def files_in(home):
    return [path for path in (home / "files").rglob("*") if path.is_file()]


def make_old(path):
    os.utime(path, times=(time.time() - 2 * 24 * 3600,) * 2)


def test_a_file_is_found_by_its_content(home):
    content = os.urandom(3_000_000)
    file = kept(content)
    assert file == stored.StoredFile(hashlib.sha256(content).hexdigest(), 3_000_000)
    with stored.open_kept(file.sha256) as opened:
        assert opened.read() == content
    assert list(stored.all_kept()) == [file.sha256]


def test_only_the_owner_may_read_it(home):
    path = stored.path_of(kept().sha256)
    assert path.stat().st_mode & 0o077 == 0
    assert path.parent.stat().st_mode & 0o077 == 0


def test_the_same_content_is_kept_once(home):
    assert kept() == kept()
    assert len(files_in(home)) == 1


def test_a_file_over_the_limit_leaves_nothing(home):
    with pytest.raises(stored.TooLarge) as refused:
        stored.keep(io.BytesIO(b"12345"), 4)
    with translation.override("en"):
        assert "larger" in str(refused.value.words)
    assert files_in(home) == []
    assert stored.keep(io.BytesIO(b"1234"), 4).size == 4


def test_a_full_disk_is_said_and_leaves_nothing(home, monkeypatch):
    def full(_handle):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(stored.os, "fsync", full)
    with pytest.raises(stored.NoRoom) as refused:
        kept()
    with translation.override("en"):
        assert "no room" in str(refused.value.words)
    assert files_in(home) == []


def test_a_sender_that_breaks_off_leaves_nothing(home):
    class Broken(io.BytesIO):
        def read(self, size=-1):
            raise ConnectionResetError

    with pytest.raises(stored.NotKept):
        stored.keep(Broken(), PLENTY)
    assert files_in(home) == []


def test_a_process_killed_while_keeping_leaves_no_file_to_be_found(home):
    code = (
        "import os, sys, time\n"
        "from django.conf import settings; from pathlib import Path\n"
        "settings.configure(HOME=Path(sys.argv[1]))\n"
        "from plethu_web import stored\n"
        "class Slow:\n"
        "    def read(self, size): print('reading', flush=True); time.sleep(0.05); return b'x' * 1000\n"
        "stored.keep(Slow(), 10**9)\n"
    )
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    process = subprocess.Popen([sys.executable, "-c", code, str(home)], stdout=subprocess.PIPE, env=environment)
    for _line in range(3):
        process.stdout.readline()
    process.send_signal(signal.SIGKILL)
    process.wait()
    process.stdout.close()
    assert list(stored.all_kept()) == []
    (left,) = files_in(home)
    make_old(left)
    assert stored.sweep(set()) == 1
    assert files_in(home) == []


def test_sweeping_takes_what_nobody_names_and_spares_what_is_new(home):
    named, forgotten, new = kept(b"named"), kept(b"forgotten"), kept(b"new")
    make_old(stored.path_of(named.sha256))
    make_old(stored.path_of(forgotten.sha256))
    assert stored.sweep({named.sha256}) == 1
    assert set(stored.all_kept()) == {named.sha256, new.sha256}


def test_what_is_sent_again_is_not_swept_as_old(home):
    make_old(stored.path_of(kept().sha256))
    kept()
    assert stored.sweep(set()) == 0


def test_a_changed_file_is_noticed(home):
    file = kept()
    assert stored.is_sound(file.sha256)
    stored.path_of(file.sha256).write_bytes(b"other")
    assert not stored.is_sound(file.sha256)
    assert not stored.is_sound("0" * 64)


@pytest.mark.parametrize("name", ["../secret-key", "", "A" * 64, "0" * 63, "0" * 64 + "\n"])
def test_nothing_else_can_be_opened(home, name):
    with pytest.raises(ValueError, match="SHA-256"):
        stored.open_kept(name)


def test_it_is_sent_as_an_attachment_and_never_shown(home):
    file = kept(b"<script>alert(1)</script>")
    response = stored.as_attachment(file.sha256, "Tŷ “agored”.html", "text/html")
    assert response["Content-Disposition"] == ("attachment; filename*=utf-8''T%C5%B7%20%E2%80%9Cagored%E2%80%9D.html")
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Cache-Control"] == "private, no-store"
    assert response["Content-Length"] == "25"
    assert b"".join(response.streaming_content) == b"<script>alert(1)</script>"
    response.file_to_stream.close()


def test_its_policy_is_not_replaced_by_that_of_pages(home):
    from csp.middleware import CSPMiddleware

    request = RequestFactory().get("/")
    file = kept()
    middleware = CSPMiddleware(lambda request: HttpResponse())
    middleware.process_request(request)
    response = middleware.process_response(request, stored.as_attachment(file.sha256, "a"))
    assert response["Content-Security-Policy"] == "sandbox; default-src 'none'"
    response.file_to_stream.close()


def test_an_asynchronous_server_sends_it_piece_by_piece(home):
    content = os.urandom(20_000)
    response = stored.as_attachment(kept(content).sha256, "a.bin")

    async def pieces():
        return [piece async for piece in response]

    with ThreadPoolExecutor(1) as thread:  # a test in a browser may have left a loop in this one
        found = thread.submit(asyncio.run, pieces()).result()
    assert len(found) > 1
    assert b"".join(found) == content
    response.file_to_stream.close()


@given(st.text())
def test_a_name_leaves_no_folder_and_splits_no_header(name):
    plain = stored.plain_name(name)
    assert plain
    assert plain not in (".", "..")
    assert not set(plain) & set("/\\\r\n\0\u202e")
    assert len(plain) <= stored.LONGEST_NAME


def test_a_long_name_keeps_its_ending():
    assert stored.plain_name("x" * 400 + ".pdf").endswith("x.pdf")


@pytest.mark.django_db
def test_every_model_that_notes_a_sum_of_a_kept_file_says_so():
    fields = {m: {f.name for f in m._meta.get_fields()} for m in apps.get_models()}
    noted = {m._meta.app_label for m, names in fields.items() if {"sha256", "size"} <= names}
    assert noted
    said = {named.__module__.split(".")[1] for named in stored.NAMES}
    assert noted <= said
