"""A slow sender is waited for only so long."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor

from plethu_web.config.patience import PatientProtocol, in_time


def run(doing):
    """What comes of it, in a loop of its own: a browser driven in the same process has one running already."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, doing).result()


def sent_by(application, messages, seconds=0.05):
    """What the application sends where those messages arrive, and then nothing."""
    sent = []

    async def receive():
        if messages:
            return messages.pop(0)
        return await asyncio.Event().wait()

    async def send(message):
        sent.append(message)

    run(in_time(application, seconds)({"type": "http", "headers": []}, receive, send))
    return sent


async def reads_to_the_end(scope, receive, send):
    more = True
    while more:
        message = await receive()
        if message["type"] == "http.disconnect":
            return
        more = message["more_body"]
    await send({"type": "http.response.start", "status": 200, "headers": []})


def test_a_body_that_does_not_come_to_an_end_is_answered():
    sent = sent_by(reads_to_the_end, [{"type": "http.request", "body": b"x", "more_body": True}])
    assert sent[0]["status"] == 408
    assert (b"connection", b"close") in sent[0]["headers"]
    assert "Anfonwch" in sent[1]["body"].decode()


def test_a_whole_body_is_handed_on():
    messages = [{"type": "http.request", "body": b"x", "more_body": more} for more in (True, False)]
    assert [message["status"] for message in sent_by(reads_to_the_end, messages)] == [200]


def test_waiting_for_a_browser_to_go_is_no_lateness():
    async def makes_something_long(scope, receive, send):
        await reads_to_the_end(scope, receive, send)
        await asyncio.wait({asyncio.ensure_future(receive())}, timeout=0.2)

    sent = sent_by(makes_something_long, [{"type": "http.request", "body": b"", "more_body": False}])
    assert [message["status"] for message in sent] == [200]


def test_a_connection_that_says_nothing_is_closed(monkeypatch):
    import uvicorn

    monkeypatch.setattr("plethu_web.config.patience.FOR_THE_HEAD", 0.1)

    async def answer(scope, receive, send):
        await send({"type": "http.response.start", "status": 204, "headers": []})
        await send({"type": "http.response.body", "body": b""})

    async def answers():
        config = uvicorn.Config(answer, port=0, http=PatientProtocol, lifespan="off", ws="none", log_config=None)
        config.timeout_keep_alive = 60
        server = uvicorn.Server(config)
        serving = asyncio.create_task(server.serve())
        while not server.started:
            await asyncio.sleep(0.01)
        port = server.servers[0].sockets[0].getsockname()[1]
        ends = []
        for said in (b"", b"GET / HTTP/1.1\r\nHost: x\r\n", b"GET / HTTP/1.1\r\nHost: x\r\n\r\n"):
            reader, writer = await asyncio.open_connection("127.0.0.1", port)
            writer.write(said)
            if said.endswith(b"\r\n\r\n"):
                assert (await reader.readuntil(b"\r\n\r\n")).startswith(b"HTTP/1.1 204")
                writer.write(b"GET /")
            ends.append(await asyncio.wait_for(reader.read(), 3))
            writer.close()
        server.should_exit = True
        await serving
        return ends

    assert run(answers()) == [b"", b"", b""]


def test_of_too_many_silent_connections_of_one_address_the_oldest_gives_way(monkeypatch):
    import uvicorn

    monkeypatch.setattr("plethu_web.config.patience.MOST_SILENT", 2)

    async def answer(scope, receive, send):
        await send({"type": "http.response.start", "status": 204, "headers": []})
        await send({"type": "http.response.body", "body": b""})

    async def answers():
        config = uvicorn.Config(answer, port=0, http=PatientProtocol, lifespan="off", ws="none", log_config=None)
        server = uvicorn.Server(config)
        serving = asyncio.create_task(server.serve())
        while not server.started:
            await asyncio.sleep(0.01)
        port = server.servers[0].sockets[0].getsockname()[1]
        first, *others = [await asyncio.open_connection("127.0.0.1", port) for _ in range(3)]
        assert await asyncio.wait_for(first[0].read(), 3) == b""
        for reader, writer in others:
            writer.write(b"GET / HTTP/1.1\r\nHost: x\r\n\r\n")
            assert (await asyncio.wait_for(reader.readuntil(b"\r\n\r\n"), 3)).startswith(b"HTTP/1.1 204")
        for _reader, writer in (first, *others):
            writer.close()
        server.should_exit = True
        await serving

    run(answers())
    assert PatientProtocol.silent == {}
