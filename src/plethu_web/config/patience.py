"""How long a slow sender is waited for: for the head of a request, and for the whole of its body.

Where files are sent, a body has longer, as long as it keeps coming at the pace of an old phone.

A server of few processes is held up for nothing by connections that say nothing; each of these has its end here, and
one address has only so many of them at a time.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any, ClassVar

from uvicorn.protocols.http.auto import AutoHTTPProtocol

from plethu_web.config.limits import takes_files

Receive = Callable[[], Awaitable[dict[str, Any]]]
Application = Callable[[dict[str, Any], Receive, Any], Awaitable[None]]

LEAVE = "plethu.leave"  # where a stream puts, in its scope, what ends it
FOR_THE_HEAD = 20.0  # seconds
FOR_THE_BODY = 20.0
MOST_SILENT = 400  # connections of one address that have not said anything yet: a hall of browsers that open some ahead
SLOWEST_FILE = 8 * 1024  # bytes a second, on average from the beginning
TOO_SLOW = (
    "This took too long to arrive. Please send it again.\nCymerodd hyn ormod o amser i gyrraedd. Anfonwch ef eto.\n"
)


class PatientProtocol(AutoHTTPProtocol):  # type: ignore[misc, valid-type]
    """HTTP as uvicorn speaks it; closes a connection whose next request has begun, or is due, and does not come."""

    silent: ClassVar[dict[str, dict[PatientProtocol, None]]] = {}  # by address, the longest silent first
    _timer: asyncio.TimerHandle | None = None

    def connection_made(self, transport: Any) -> None:
        super().connection_made(transport)
        self._mind()
        others = self.silent.setdefault(self._address(), {})
        others[self] = None
        if len(others) > MOST_SILENT:
            next(iter(others))._give_up()

    def data_received(self, data: bytes) -> None:
        self._speaks()
        super().data_received(data)
        self._mind()

    def connection_lost(self, exc: Exception | None) -> None:
        self._stop()
        self._speaks()
        super().connection_lost(exc)

    def shutdown(self) -> None:
        """The server is to stop: a stream without an end of its own is asked to leave."""
        super().shutdown()
        if not self._waiting():
            self.cycle.scope.get(LEAVE, _nothing)()

    def _address(self) -> str:
        return self.client[0] if self.client else ""

    def _speaks(self) -> None:
        others = self.silent.get(self._address(), {})
        others.pop(self, None)
        if not others:
            self.silent.pop(self._address(), None)

    def _waiting(self) -> bool:
        return self.cycle is None or self.cycle.response_complete

    def _mind(self) -> None:
        if not self._waiting():
            self._stop()
        elif self._timer is None:
            self._timer = asyncio.get_running_loop().call_later(FOR_THE_HEAD, self._give_up)

    def _stop(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def _give_up(self) -> None:
        self._stop()
        self._speaks()
        if self._waiting() and not self.transport.is_closing():
            self.transport.close()


def _nothing() -> None:
    """What a request that ends by itself does when the server is to stop."""


def in_time(application: Application, seconds: float | None = None) -> Application:
    """The application, with 408 for a body that is not there after so many seconds."""

    async def call(scope: dict[str, Any], receive: Receive, send: Any) -> None:
        if scope["type"] != "http":
            await application(scope, receive, send)
            return
        pace = SLOWEST_FILE if takes_files(scope.get("path", "")) else None
        body = _Body(receive, FOR_THE_BODY if seconds is None else seconds, pace)
        await application(scope, body.receive, send)
        if body.late:
            await _answer_late(send)

    return call


class _Body:
    def __init__(self, receive: Receive, seconds: float, pace: int | None) -> None:
        self._receive = receive
        self._pace = pace
        self._end = asyncio.get_running_loop().time() + seconds
        self._whole = False
        self.late = False

    async def receive(self) -> dict[str, Any]:
        if self._whole:
            return await self._receive()
        left = self._end - asyncio.get_running_loop().time()
        try:
            message = await asyncio.wait_for(self._receive(), max(left, 0.001))
        except TimeoutError:
            self.late = self._whole = True
            return {"type": "http.disconnect"}
        self._whole = not message.get("more_body", False)
        if self._pace:
            self._end += len(message.get("body", b"")) / self._pace
        return message


async def _answer_late(send: Any) -> None:
    body = TOO_SLOW.encode()
    headers = [
        (b"content-type", b"text/plain; charset=utf-8"),
        (b"content-length", str(len(body)).encode()),
        (b"connection", b"close"),
    ]
    await send({"type": "http.response.start", "status": 408, "headers": headers})
    await send({"type": "http.response.body", "body": body})
