"""How many requests a process works on at a time. The others wait their turn; they are not refused.

Each request has a thread, and Python lets one thread run at a time. A thousand phones that ask at once would be a
thousand threads, of which the one that writes to the database comes up so seldom that all who wait for it give up.
A turn lasts from when a request has arrived whole until its answer begins: nobody who sends or reads slowly holds one.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

Receive = Callable[[], Awaitable[dict[str, Any]]]
Send = Callable[[dict[str, Any]], Awaitable[None]]
Application = Callable[[dict[str, Any], Receive, Any], Awaitable[None]]

AT_A_TIME = 16


class _Turn:
    """One request's turn, taken once and given back once."""

    def __init__(self, gate: asyncio.Semaphore, receive: Receive, send: Send) -> None:
        self._gate, self._receive, self._send = gate, receive, send
        self._is_mine = self._is_over = False

    async def receive(self) -> dict[str, Any]:
        message = await self._receive()
        is_whole = message["type"] == "http.request" and not message.get("more_body", False)
        if is_whole and not self._is_mine and not self._is_over:
            await self._gate.acquire()
            self._is_mine = True
        return message

    async def send(self, message: dict[str, Any]) -> None:
        self.over()
        await self._send(message)

    def over(self) -> None:
        """Let the next one in."""
        self._is_over = True
        if self._is_mine:
            self._is_mine = False
            self._gate.release()


def in_turn(application: Application, at_a_time: int = AT_A_TIME) -> Application:
    """The application, which works on so many requests at a time."""
    gate = asyncio.Semaphore(at_a_time)

    async def call(scope: dict[str, Any], receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await application(scope, receive, send)
            return
        turn = _Turn(gate, receive, send)
        try:
            await application(scope, turn.receive, turn.send)
        finally:
            turn.over()

    return call
