"""The one watcher for all readers of a process: who hears what, and who is let go."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor

import pytest

from plethu_web.config.patience import PatientProtocol
from plethu_web.workshops import live
from plethu_web.workshops.live_reading import Asked
from plethu_web.workshops.room_showing import Audience, as_mark

ENGLISH, WELSH = Audience("en", False, "beans"), Audience("cy", False, "beans")


def listener(hub, board=1, audience=ENGLISH, name="somebody"):
    made = live.Listener(Asked(board, (5, 1), audience, name))
    hub.join(made)
    return made


@pytest.fixture
def news(monkeypatch):
    """What the database would say of the boards that are asked about."""
    said = {}

    async def in_thread(call, wanted):
        if call is live.shut_out:
            return {asked for asked in wanted if asked.name in said.get("shut out", ())}
        return {board: said[board] for board in wanted if board in said}

    monkeypatch.setattr(live, "_in_thread", in_thread)
    return said


def run(coroutine):
    with ThreadPoolExecutor(1) as thread:  # a browser driven in the same process has a loop running already
        return thread.submit(asyncio.run, coroutine).result()


def test_each_hears_of_their_own_board_in_their_own_language(news):
    async def look():
        hub = live.Hub(tick=3600)
        english, welsh, elsewhere = listener(hub), listener(hub, audience=WELSH), listener(hub, board=2)
        hub.known = {1: (5, 1), 2: (5, 1)}
        news[1] = ((6, 1), {ENGLISH: "new", WELSH: "newydd"})
        await hub.look()
        assert list(english.pending) == [b"id: 6.1\ndata: new\n\n"]
        assert list(welsh.pending) == [b"id: 6.1\ndata: newydd\n\n"]
        assert not elsewhere.pending
        assert hub.known[1] == (6, 1)

    run(look())


def test_who_came_while_the_boards_were_read_comes_again_and_asks(news):
    async def look():
        hub = live.Hub(tick=3600)
        listener(hub)
        late = listener(hub, audience=WELSH)
        hub.known = {1: (5, 1)}
        news[1] = ((6, 1), {ENGLISH: "new"})
        await hub.look()
        assert late.is_gone
        assert not late.pending

    run(look())


def test_who_may_read_no_more_is_not_told_what_is_said_afterwards(news):
    async def look():
        hub = live.Hub(tick=3600)
        gone, stays = listener(hub, name="gone"), listener(hub)
        hub.known = {1: (5, 1)}
        news.update({1: ((6, 1), {ENGLISH: "said after they had gone"}), "shut out": {"gone"}})
        await hub.look()
        assert (gone.is_gone, list(gone.pending)) == (True, [])
        assert len(stays.pending) == 1

    run(look())


def test_nobody_listens_to_a_watcher_that_is_gone(monkeypatch):
    async def in_thread(_call, *_given):
        raise ValueError("something nobody foresaw")

    async def watch():
        monkeypatch.setattr(live, "_in_thread", in_thread)
        hub = live.Hub(tick=0)
        left = listener(hub)
        with pytest.raises(ValueError, match="foresaw"):
            await hub._task
        assert left.is_gone
        hub.part(left)
        assert not listener(hub).is_gone
        assert not hub._task.done()

    run(watch())


def test_a_reader_that_stops_reading_is_let_go(monkeypatch):
    sent = []

    async def send(message):  # a transport that takes the head and nothing after it
        sent.append(message["type"])
        if len(sent) > 1:
            await asyncio.Event().wait()

    async def receive():
        await asyncio.Event().wait()

    async def in_thread(_call, *_given):
        return Asked(1, (5, 1), ENGLISH, "somebody")

    async def stream():
        monkeypatch.setattr(live, "_in_thread", in_thread)
        monkeypatch.setattr(live, "LONGEST_SEND", 0.01)
        hub = live.Hub(tick=3600)
        hub.known[1] = (5, 1)
        path = "/en/room/beans/boards/1/stream/"
        await live.streamed(None, hub)({"type": "http", "method": "GET", "path": path}, receive, send)
        assert hub.listeners == {}

    run(stream())
    assert sent == ["http.response.start", "http.response.body"]


def test_who_reads_too_slowly_is_let_go_and_keeps_no_memory(news):
    async def look():
        hub = live.Hub(tick=3600)
        slow = listener(hub)
        for _ in range(live.MOST_PENDING + 10):
            slow.tell(b"x")
        assert slow.is_gone
        assert len(slow.pending) == live.MOST_PENDING

    run(look())


def test_a_hub_whose_last_reader_left_remembers_nothing(news):
    async def look():
        hub = live.Hub(tick=3600)
        only = listener(hub)
        hub.known[1] = (5, 1)
        hub.part(only)
        assert (hub.listeners, hub.known) == ({}, {})
        assert not hub.is_full_for("somebody")

    run(look())


def test_a_process_holds_so_many_streams_and_no_more(news, monkeypatch):
    async def look():
        monkeypatch.setattr(live, "MOST_STREAMS", 10)
        hub = live.Hub(tick=3600)
        for number in range(10):
            listener(hub, name=f"somebody {number}")
        assert hub.is_full_for("another")

    run(look())


def test_a_stream_ends_when_the_server_is_to_stop(monkeypatch):
    left = []

    class Cycle:
        response_complete = False
        scope = {live.LEAVE: lambda: left.append(True)}

    class Server(PatientProtocol):
        def __init__(self):
            self.cycle = Cycle()

    monkeypatch.setattr(PatientProtocol.__mro__[1], "shutdown", lambda self: None)
    Server().shutdown()
    assert left == [True]


@pytest.mark.parametrize(
    ("text", "mark"), [("12.3", (12, 3)), ("", (0, 0)), ("x.y", (0, 0)), ("9" * 40, (0, 0)), ("-1.²", (0, 0))]
)
def test_a_mark_of_nobodys_making(text, mark):
    assert as_mark(text) == mark
