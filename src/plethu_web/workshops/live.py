"""Boards that renew themselves: server-sent events, with one watcher for all the readers of a process.

Each second the watcher asks in one query which of the boards that somebody has open have changed. It reads what is new
on those, puts it into words once for each kind of reader, and hands it to all who may still read them; that is asked
before anything is told, and every while of everybody. No other service is needed, and several processes watch each for
its own readers.

A stream stands before Django: inside it, each would keep a thread and a connection to the database for hours.
"""

from __future__ import annotations

import asyncio
import logging
import random
import re
from collections import Counter, deque
from collections.abc import Awaitable, Callable, Iterable, MutableMapping
from typing import Any

from asgiref.sync import sync_to_async
from django.db import DatabaseError

from plethu_web.workshops.live_reading import Asked, Refused, Wanted, admit, catch_up, read, shut_out
from plethu_web.workshops.queries.room_board import Mark
from plethu_web.workshops.room_showing import Audience

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Any]]
Send = Callable[[Any], Awaitable[None]]
Application = Callable[[Any, Receive, Send], Awaitable[None]]

STREAM = re.compile(r"/(?P<language>en|cy)/room/(?P<key>[a-z0-9]+)/boards/(?P<board>[0-9]{1,12})/stream/")
TICK = 1.0  # seconds between two looks at the boards
DOORS = 20.0  # seconds between two looks at whether everybody may still read their board
BEAT = 15.0  # seconds after which a silent stream says that it is there, for proxies
LONGEST = 600.0  # seconds of one stream; the browser opens the next by itself, and is asked again who it is
MOST_STREAMS = 2_000  # of one process
MOST_OF_ONE = 3  # streams of one person; a browser has six connections to a site, and needs some to send
LONGEST_SEND = 20.0  # seconds for a reader to take what is sent; who takes nothing is let go
MOST_PENDING = 50  # events that a slow reader may be behind
LEAVE = "plethu.leave"  # in the scope: what ends the stream when the server is to stop; see config/patience.py
READY = b"retry: 2000\nevent: ready\ndata: 1\n\n"  # a page that does not get this asks at intervals instead
HEADERS = [
    (b"content-type", b"text/event-stream; charset=utf-8"),
    (b"cache-control", b"no-store"),
    (b"x-accel-buffering", b"no"),
    (b"x-content-type-options", b"nosniff"),
]
log = logging.getLogger(__name__)


class Stalled(Exception):
    """The reader has stopped reading, and what it was sent fills all that lies between."""


class Listener:
    """Somebody who has a board open, and what they have not been told yet."""

    __slots__ = ("asked", "is_gone", "pending", "stirred")

    def __init__(self, asked: Asked) -> None:
        self.asked = asked
        self.pending: deque[bytes] = deque()
        self.stirred = asyncio.Event()
        self.is_gone = False

    def tell(self, event: bytes) -> None:
        """Have this sent. Who is too far behind is let go: the browser comes again and asks for all it missed."""
        if self.is_gone:
            return
        if len(self.pending) >= MOST_PENDING:
            self.leave()
            return
        self.pending.append(event)
        self.stirred.set()

    def leave(self) -> None:
        """End the stream."""
        self.is_gone = True
        self.stirred.set()


class Hub:
    """The listeners of this process by board, and the one task that watches for them all."""

    def __init__(self, tick: float = TICK) -> None:
        self.tick = tick
        self.listeners: dict[int, set[Listener]] = {}
        self.known: dict[int, Mark] = {}
        self._of_one: Counter[str] = Counter()
        self._task: asyncio.Task[None] | None = None

    def is_full_for(self, name: str) -> bool:
        """Whether another stream, or another of this person, is one too many: they ask at intervals instead."""
        return self._of_one.total() >= MOST_STREAMS or self._of_one[name] >= MOST_OF_ONE

    def join(self, listener: Listener) -> None:
        """Tell this listener what happens from now on."""
        self.listeners.setdefault(listener.asked.board, set()).add(listener)
        self._of_one[listener.asked.name] += 1
        if self._task is None or self._task.done():
            self._task = asyncio.get_running_loop().create_task(self._watch())

    def part(self, listener: Listener) -> None:
        """Tell this listener nothing more."""
        board, name = listener.asked.board, listener.asked.name
        self.listeners[board].discard(listener)
        if not self.listeners[board]:
            del self.listeners[board]
            self.known.pop(board, None)
        self._of_one[name] -= 1
        if not self._of_one[name]:
            del self._of_one[name]

    async def _watch(self) -> None:
        waited = 0.0
        try:
            while self.listeners:
                await asyncio.sleep(self.tick)
                waited += self.tick
                try:
                    await self.look()
                    if waited >= DOORS:
                        waited = 0.0
                        await self.shut_out(self.listeners)
                except DatabaseError as error:  # a busy or restarting database is asked again in a second
                    log.warning("the boards could not be read: %s", type(error).__name__)
        finally:  # whatever ended it: nobody listens to a watcher that is gone, they come again and start the next
            for listener in self._of(self.listeners):
                listener.leave()

    async def look(self) -> None:
        """Look once at all boards that somebody has open, and tell what is new to those who may still read it."""
        wanted = {
            board: Wanted(self.known[board], frozenset(listener.asked.audience for listener in those))
            for board, those in self.listeners.items()
            if board in self.known
        }
        found = await _in_thread(read, wanted)
        if found:
            await self.shut_out(found)
        for board, (mark, by_audience) in found.items():
            if board in self.known:
                self.known[board] = mark
            self._tell(self.listeners.get(board, ()), mark, by_audience)

    async def shut_out(self, boards: Iterable[int]) -> None:
        """Let go of these boards' readers who may not read them any more; their browsers come again and are refused."""
        readers = self._of(boards)
        gone = await _in_thread(shut_out, {listener.asked for listener in readers})
        for listener in readers:
            if listener.asked in gone:
                listener.pending.clear()
                listener.leave()

    def _of(self, boards: Iterable[int]) -> list[Listener]:
        return [listener for board in boards for listener in self.listeners.get(board, ())]

    @staticmethod
    def _tell(listeners: Iterable[Listener], mark: Mark, by_audience: dict[Audience, str]) -> None:
        events = {audience: as_event(mark, text) for audience, text in by_audience.items()}
        for listener in listeners:
            if event := events.get(listener.asked.audience):
                listener.tell(event)
            else:  # the first of its kind came while the boards were read: it comes again and asks for what it missed
                listener.leave()


HUB = Hub()


def streamed(application: Application, hub: Hub | None = None) -> Application:
    """The application, with the streams of boards answered here."""

    async def call(scope: Scope, receive: Receive, send: Send) -> None:
        found = STREAM.fullmatch(scope["path"]) if scope["type"] == "http" and scope["method"] == "GET" else None
        if found is None:
            await application(scope, receive, send)
        else:
            await _stream(hub or HUB, scope, receive, send, found)

    return call


def as_event(mark: Mark, text: str) -> bytes:
    """One event, with the mark by which a browser that comes again says where it was."""
    return f"id: {mark[0]}.{mark[1]}\ndata: {text}\n\n".encode()


async def _stream(hub: Hub, scope: Scope, receive: Receive, send: Send, found: re.Match[str]) -> None:
    try:
        asked = await _in_thread(admit, dict(found.groupdict()), scope)
    except Refused:
        await _refuse(send, 403)
        return
    if hub.is_full_for(asked.name):
        await _refuse(send, 503)
        return
    listener = Listener(asked)
    scope[LEAVE] = listener.leave
    gone = asyncio.ensure_future(_until_gone(receive, listener))
    hub.join(listener)
    try:
        await send({"type": "http.response.start", "status": 200, "headers": HEADERS})
        await _begin(hub, listener, send)
        await _tell_on(listener, send)
    except Stalled:
        return
    finally:
        hub.part(listener)
        gone.cancel()
    await send({"type": "http.response.body", "body": b"", "more_body": False})


async def _begin(hub: Hub, listener: Listener, send: Send) -> None:
    """What happened between the page and the stream. Nobody is asked where the watcher knows that it was nothing."""
    asked = listener.asked
    if hub.known.get(asked.board) == asked.mark:
        await _send(send, READY)
        return
    mark, text = await _in_thread(catch_up, asked)
    hub.known.setdefault(asked.board, mark)
    await _send(send, READY + (as_event(mark, text) if text else b""))


async def _tell_on(listener: Listener, send: Send) -> None:
    end = asyncio.get_running_loop().time() + LONGEST * random.uniform(0.8, 1)  # noqa: S311 - spreads, hides nothing
    while not listener.is_gone and asyncio.get_running_loop().time() < end:
        try:
            async with asyncio.timeout(BEAT):  # wait_for would make a task of each waiting, which costs twice as much
                await listener.stirred.wait()
        except TimeoutError:
            await _send(send, b":\n\n")
        listener.stirred.clear()
        if listener.pending:
            waiting = b"".join(listener.pending)
            listener.pending.clear()
            await _send(send, waiting)


async def _until_gone(receive: Receive, listener: Listener) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass
    listener.leave()


async def _refuse(send: Send, status: int) -> None:
    await send({"type": "http.response.start", "status": status, "headers": [(b"content-length", b"0")]})
    await send({"type": "http.response.body", "body": b""})


async def _send(send: Send, body: bytes) -> None:
    try:
        async with asyncio.timeout(LONGEST_SEND):
            await send({"type": "http.response.body", "body": body, "more_body": True})
    except TimeoutError as error:
        raise Stalled from error


async def _in_thread(call: Callable[..., Any], *given: Any) -> Any:
    return await sync_to_async(call, thread_sensitive=False)(*given)
