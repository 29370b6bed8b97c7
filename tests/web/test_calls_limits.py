"""Limits around calls: a workshop of seventy behind one address gets through; slow phones do; floods do not."""

from __future__ import annotations

import asyncio

import pytest

from plethu_web.config import limits
from plethu_web.config.patience import in_time
from plethu_web.config.ratelimit import CALL, READ, SEND, Buckets, rule_for

from .test_house_patience import reads_to_the_end, run

FILES = "/cy/call/yours/abcDEF_-123/files/"


@pytest.mark.parametrize(
    ("method", "path", "rule"),
    [
        ("POST", "/en/call/ab3def/tell/", CALL),
        ("POST", FILES, CALL),
        ("POST", "/en/call/yours/abc/about/", SEND),
        ("POST", "/en/call/yours/abc/check/", SEND),
        ("GET", FILES, READ),
        ("POST", "/en/reviews/gardens/call/new/", SEND),
    ],
)
def test_which_rule(method, path, rule):
    assert rule_for(method, path) is rule


def test_seventy_people_in_one_room_who_all_begin_at_once_are_served():
    now = [0.0]
    buckets = Buckets(lambda: now[0])
    refused = 0
    for minute in range(20):
        now[0] = minute * 60
        taken = 70 * 4 if minute == 0 else 40  # at first with a double click and files, then as they write
        refused += sum(bool(buckets.take(CALL, "room")) for _ in range(taken))
    assert refused == 0


def test_somebody_who_begins_without_end_is_refused():
    buckets = Buckets(lambda: 0.0)
    assert sum(not buckets.take(CALL, "one") for _ in range(2000)) == CALL.burst


@pytest.mark.parametrize(
    ("path", "takes"),
    [
        (FILES, True),
        ("/en/call/yours/x/files/", True),
        ("/en/call/yours/x/files/3/remove/", False),
        ("/en/call/yours/x/about/", False),
        ("/en/call/yours/x/y/files/", False),
        ("/en/call/abc/tell/", False),
        ("/xx/call/yours/x/files/", False),
        ("/en/advice/", False),
    ],
)
def test_only_the_address_for_files_takes_more(path, takes):
    assert limits.takes_files(path) is takes


@pytest.mark.parametrize(("path", "status"), [(FILES, 200), ("/en/advice/", 408)])
def test_a_body_that_keeps_coming_at_an_old_phones_pace_has_its_time(path, status):
    sent = []
    pieces = [(b"x" * 2048, True)] * 4 + [(b"", False)]  # 2 KB each tenth of a second, where 8 KB a second are enough

    async def receive():
        if not pieces:
            return await asyncio.Event().wait()
        await asyncio.sleep(0.1)
        body, more = pieces.pop(0)
        return {"type": "http.request", "body": body, "more_body": more}

    async def send(message):
        sent.append(message)

    run(in_time(reads_to_the_end, 0.25)({"type": "http", "headers": [], "path": path}, receive, send))
    assert sent[0]["status"] == status
