"""Files from strangers: any format, kept whole or not at all, only ever handed out to be saved."""

from __future__ import annotations

import errno
import io
import os
import zipfile
from html import unescape

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from plethu_web import stored
from plethu_web.calls.actions import sending, withdrawing
from plethu_web.calls.actions.files import forget
from plethu_web.calls.models import SubmissionFile
from plethu_web.reviews.roles import Role

from .calls_cast import a_call, a_file, begun, row_of, sent
from .cast import browser_of, in_role

pytestmark = pytest.mark.django_db

MB = 1024 * 1024


@pytest.fixture(autouse=True)
def home(settings, tmp_path):
    settings.HOME = tmp_path
    return tmp_path


@pytest.fixture
def commits(django_capture_on_commit_callbacks):
    return lambda: django_capture_on_commit_callbacks(execute=True)


def page(response):
    return unescape(response.content.decode())


def kept_in(home):
    return sorted(path.name for path in (home / "files").rglob("*") if path.is_file())


class Zeros(io.RawIOBase):
    """A file of so many zeros that never stands in memory."""

    def __init__(self, size, name):
        self.left, self.name = size, name

    def readable(self):
        return True

    def read(self, size=-1):
        size = self.left if size < 0 else min(size, self.left)
        self.left -= size
        return b"\0" * size


def test_several_files_come_and_one_goes_again(client, commits, home):
    token = begun(a_call(), client)
    client.post(f"/en/call/yours/{token}/files/", {"file": [a_file("a.pdf", b"a"), a_file("b.mp4", b"b")]})
    assert {file.name for file in row_of(token).files.all()} == {"a.pdf", "b.mp4"}
    first = row_of(token).files.get(name="a.pdf")
    with commits():
        client.post(f"/en/call/yours/{token}/files/{first.pk}/remove/")
    assert [file.name for file in row_of(token).files.all()] == ["b.mp4"]
    assert len(kept_in(home)) == 1


def test_the_same_file_sent_twice_is_there_once(client, home):
    token = begun(a_call(), client)
    for _ in range(2):
        client.post(f"/en/call/yours/{token}/files/", {"file": [a_file()]})
    assert row_of(token).files.count() == 1
    assert len(kept_in(home)) == 1


def test_staying_on_the_page_shows_what_came(client):
    token = begun(a_call(), client)
    response = client.post(f"/en/call/yours/{token}/files/", {"file": [a_file()], "more": "yes"})
    assert "poster.pdf" in page(response)


def test_the_limits_are_said_in_words(client):
    shown = page(client.get(f"/en/call/yours/{begun(a_call(), client)}/files/"))
    assert "At most 20 files, each of up to 50 MB, together up to 60 MB at a time." in shown


def test_fifty_megabytes_are_taken_and_one_more_byte_is_not(client, home):
    token = begun(a_call(), client)
    for size, status in ((50 * MB, 302), (50 * MB + 1, 413)):
        response = client.post(f"/en/call/yours/{token}/files/", {"file": [Zeros(size, "film.mp4")]})
        assert response.status_code == status
    assert "larger than this site takes" in page(response)
    assert [file.size for file in row_of(token).files.all()] == [50 * MB]
    assert len(kept_in(home)) == 1


def test_the_larger_limit_holds_for_this_address_alone(client):
    token = begun(a_call(), client)
    too_much = {"CONTENT_LENGTH": str(70 * MB)}
    response = client.post(f"/cy/call/yours/{token}/files/", **too_much)
    assert response.status_code == 413
    assert "60 MB" in page(response)
    for path in ("about/", "words/", "check/", "files/1/remove/", ""):
        assert client.post(f"/en/call/yours/{token}/{path}", CONTENT_LENGTH=str(2 * MB)).status_code == 413


def test_two_hundred_files_at_once_are_too_many_and_none_is_kept(client, home):
    token = begun(a_call(), client)
    for number in (21, 200):
        many = [a_file(f"{n}.txt", b"%d" % n) for n in range(number)]
        response = client.post(f"/en/call/yours/{token}/files/", {"file": many})
        assert response.status_code == 400
        assert "At most 20 files" in page(response)
        assert "Nothing was kept" in page(response)
    assert row_of(token).files.count() == 0
    assert kept_in(home) == []


def test_there_is_a_limit_for_all_files_of_one_and_of_a_call(client, monkeypatch, commits):
    call = a_call()
    monkeypatch.setattr(sending, "MOST_OF_ONE", 10)
    token = begun(call, client)
    with commits():
        response = client.post(f"/en/call/yours/{token}/files/", {"file": [a_file(content=b"x" * 11)]})
    assert response.status_code == 400
    assert "There is no room for all of these files." in page(response)
    monkeypatch.setattr(sending, "MOST_OF_A_CALL", 8)
    client.post(f"/en/call/yours/{token}/files/", {"file": [a_file(content=b"x" * 8)]})
    other = begun(call, client)
    assert client.post(f"/en/call/yours/{other}/files/", {"file": [a_file(content=b"y")]}).status_code == 400
    assert SubmissionFile.objects.count() == 1


def test_a_form_from_elsewhere_is_refused():
    client = Client(enforce_csrf_checks=True)
    token = begun(a_call(), Client())
    assert client.post(f"/en/call/yours/{token}/files/", {"file": [a_file()]}).status_code == 403
    assert row_of(token).files.count() == 0


def test_a_broken_body_is_said_in_words(client):
    token = begun(a_call(), client)
    response = client.post(
        f"/en/call/yours/{token}/files/", b"--x\r\nnonsense", content_type="multipart/form-data; boundary="
    )
    assert response.status_code == 400
    assert "Nothing was kept" in page(response)


# Names and contents


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("../../etc/passwd", "etc passwd"),
        ("C:\\Users\\me\\story.doc", "C: Users me story.doc"),
        ("gardd.pdf\x00.exe", "gardd.pdf .exe"),
        ("annual\u202efdp.exe", "annual fdp.exe"),
        ("gardd y pentref – llun.jpg", "gardd y pentref – llun.jpg"),
        ('a"b\r\nSet-Cookie: x=1.txt', 'a"b Set-Cookie: x=1.txt'),
        (".htaccess", "htaccess"),
        ("x" * 400 + ".pdf", None),
    ],
)
def test_a_name_is_kept_as_given_but_for_what_does_harm(given, kept):
    token = begun(a_call(), Client())
    file = SimpleUploadedFile("x", b"beans")
    file._name = given  # as a browser that is none would send it
    sending.add_files(token=token, files=[file])
    (row,) = row_of(token).files.all()
    assert row.name == kept or (kept is None and len(row.name) <= 150 and row.name.endswith(".pdf"))
    response = Client().get(f"/en/call/yours/{token}/files/{row.pk}/")
    assert response["Content-Disposition"].startswith("attachment")
    assert "\n" not in response["Content-Disposition"]
    assert "Set-Cookie" not in response


HARMFUL = {
    "page.html": b"<script>fetch('/en/reviews/')</script>",
    "drawing.svg": b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>',
    "run.exe": b"MZ\x90\x00",
    "script.js": b"alert(1)",
}


@pytest.mark.parametrize("name", HARMFUL)
def test_no_file_is_refused_and_none_is_ever_shown_here(name):
    token = sent(a_call(), files=(a_file(name, HARMFUL[name]),))
    row = row_of(token)
    client = browser_of(in_role(row.review, Role.REVIEWER))
    pk = row.files.get().pk
    for path in (
        f"/en/call/yours/{token}/files/{pk}/",
        f"/en/reviews/{row.review.slug}/call/sent/{row.pk}/files/{pk}/",
    ):
        response = client.get(path)
        assert b"".join(response.streaming_content) == HARMFUL[name]
        assert response["Content-Type"] == "application/octet-stream"
        assert response["Content-Disposition"] == f'attachment; filename="{name}"'
        assert response["X-Content-Type-Options"] == "nosniff"
        assert "sandbox" in response["Content-Security-Policy"]
    shown = page(client.get(f"/en/reviews/{row.review.slug}/call/sent/{row.pk}/"))
    assert "This can be a program or hold one." in shown


def test_a_zip_bomb_is_just_a_file(home):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("bomb", b"\0" * 30 * MB)
    token = sent(a_call(), files=(a_file("stories.zip", packed.getvalue()),))
    (row,) = row_of(token).files.all()
    assert row.size == len(packed.getvalue()) < MB
    client = browser_of(in_role(row.submission.review, Role.REVIEWER))
    shown = page(client.get(f"/en/reviews/{row.submission.review.slug}/call/sent/{row.submission_id}/"))
    assert "archive of files" in shown
    assert sum(path.stat().st_size for path in (home / "files").rglob("*") if path.is_file()) == row.size


@pytest.mark.parametrize("role", [Role.STEERING, Role.CONTRIBUTOR, Role.OBSERVER])
def test_files_are_for_those_who_look_through_them(role):
    row = row_of(sent(a_call(), files=(a_file(),)))
    client = browser_of(in_role(row.review, role))
    path = f"/en/reviews/{row.review.slug}/call/sent/{row.pk}/files/{row.files.get().pk}/"
    assert client.get(path).status_code == 403


def test_a_file_of_somebody_else_is_not_found(client):
    call = a_call()
    mine, theirs = (sent(call, files=(a_file(name, name.encode()),)) for name in ("mine.pdf", "theirs.pdf"))
    pk = row_of(theirs).files.get().pk
    assert client.get(f"/en/call/yours/{mine}/files/{pk}/").status_code == 404
    client.post(f"/en/call/yours/{mine}/files/{pk}/remove/")
    assert row_of(theirs).files.count() == 1


# A full disk, and two at once


def test_a_full_disk_is_said_in_words_and_leaves_nothing(client, monkeypatch, home):
    token = begun(a_call(), client)

    def full(_descriptor):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    response = client.post(f"/en/call/yours/{token}/files/", {"file": [a_file()]})
    assert response.status_code == 507
    assert "no room left" in page(response)
    assert kept_in(home) == []
    assert row_of(token).files.count() == 0
    assert row_of(token).title == "The garden behind the hall"


def test_a_row_that_cannot_be_written_leaves_no_file(client, monkeypatch, home):
    token = begun(a_call(), client)

    def fails(*_given):
        raise ZeroDivisionError

    monkeypatch.setattr(sending, "_refuse_too_many", fails)
    with pytest.raises(ZeroDivisionError):
        client.post(f"/en/call/yours/{token}/files/", {"file": [a_file()]})
    assert kept_in(home) == []


def test_what_two_people_sent_stays_when_one_withdraws_it(client, commits, home):
    call = a_call()
    mine, theirs = (sent(call, files=(a_file(),)) for _ in range(2))
    with commits():
        client.post(f"/en/call/yours/{mine}/withdraw/")
    assert len(kept_in(home)) == 1
    with commits():
        client.post(f"/en/call/yours/{theirs}/withdraw/")
    assert kept_in(home) == []


def test_a_content_that_somebody_sends_again_meanwhile_is_put_back(monkeypatch, home):
    kept = stored.keep(io.BytesIO(b"beans"), MB)
    answers = iter([set(), {kept.sha256}])
    monkeypatch.setattr(stored, "used", lambda: next(answers))
    forget([kept.sha256])
    assert kept_in(home) == [kept.sha256]


def test_whoever_comes_too_late_is_told_to_send_again(client, monkeypatch, home):
    token = begun(a_call(), client)
    monkeypatch.setattr(sending, "is_there", lambda sha256: False)
    response = client.post(f"/en/call/yours/{token}/files/", {"file": [a_file()]})
    assert response.status_code == 507
    assert row_of(token).files.count() == 0


def test_files_of_a_draft_go_with_it(client, commits, home):
    token = begun(a_call(), client)
    client.post(f"/en/call/yours/{token}/files/", {"file": [a_file()]})
    with commits():
        withdrawing.withdraw(token=token)
    assert kept_in(home) == []
