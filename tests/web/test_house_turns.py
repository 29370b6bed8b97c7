"""Many requests at once wait their turn, and those who send or read slowly hold nobody up."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor

from plethu_web.config.turns import in_turn


def run(doing):
    """What comes of it, in a loop of its own: a browser driven in the same process has one running already."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, doing).result()


def body(more=False):
    return {"type": "http.request", "body": b"", "more_body": more}


class Site:
    """An application that notes how many requests it works on at the same time."""

    def __init__(self):
        self.now = self.most = self.done = 0

    async def __call__(self, scope, receive, send):
        while (await receive()).get("more_body"):
            pass
        self.now += 1
        self.most = max(self.most, self.now)
        await asyncio.sleep(0.001)
        self.now -= 1
        await send({"type": "http.response.start", "status": 200})
        await send({"type": "http.response.body", "body": b""})
        self.done += 1


async def heard():
    return body()


async def said(_message):
    pass


def ask(application, receive=heard, send=said):
    return application({"type": "http"}, receive, send)


def test_so_many_at_a_time_and_all_are_answered():
    site = Site()

    async def crowd():
        application = in_turn(site, 4)
        await asyncio.gather(*(ask(application) for _ in range(100)))

    run(crowd())
    assert (site.most, site.done) == (4, 100)


def test_slow_senders_and_slow_readers_hold_no_turn():
    site = Site()

    async def never():
        await asyncio.Event().wait()

    async def slow_reader(_message):
        await asyncio.Event().wait()

    async def crowd():
        application = in_turn(site, 2)
        slow = [asyncio.create_task(ask(application, receive=never)) for _ in range(10)]
        slow += [asyncio.create_task(ask(application, send=slow_reader)) for _ in range(10)]
        await asyncio.wait_for(asyncio.gather(*(ask(application) for _ in range(20))), 30)
        for task in slow:
            task.cancel()

    run(crowd())
    assert site.done == 20


def test_a_request_that_fails_gives_its_turn_back():
    async def broken(_scope, receive, _send):
        await receive()
        raise RuntimeError

    async def crowd():
        application = in_turn(broken, 1)
        return await asyncio.gather(*(ask(application) for _ in range(5)), return_exceptions=True)

    assert [type(each) for each in run(crowd())] == [RuntimeError] * 5
