"""A workshop's room with a thousand people on this machine: streams beside polling, in one run, over loopback.

Everybody has the board of their group open, in groups of eight; `ROOM_EACH=5` makes them smaller and `ROOM_EACH=0` puts
all at one board. `ROOM_PEOPLE` and `ROOM_POSTS` say how many people there are and how many cards a second they write.
First all listen to streams; then all ask every three seconds, as pages do where no stream comes through. The same
number of cards is written in both; a server that cannot keep up with the questions takes longer for them. Whoever reads
is this process; what the server used is read from the system, workers included. About three minutes in all.
"""

from __future__ import annotations

import asyncio
import json
import os
import random
import re
import socket
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from functools import lru_cache
from pathlib import Path
from urllib.parse import urlencode

from benchmarks.measure import head

PEOPLE, EACH = int(os.environ.get("ROOM_PEOPLE", "1000")), int(os.environ.get("ROOM_EACH", "8"))
POSTS = float(os.environ.get("ROOM_POSTS", PEOPLE / 60))  # cards a second: of each person one a minute
SECONDS = 20
POLL = 3.0  # seconds between two questions of one browser, as static/workshops/board.js has it
DRAIN = 4.0
PROOF = "m" * 32
SERVE = "import sys; from plethu_web.commands.serve import run; sys.exit(run(sys.argv[1:]))"
TICKS = os.sysconf("SC_CLK_TCK")


@lru_cache(maxsize=64)
def words_in(text: str, name: str) -> list[str]:
    """The cards in a text. A thousand people get the same one, and reading it should not be what is measured."""
    return re.findall(rf"{name}-\d+-end", text)


class Load:
    """The people, what they sent and when, and when each of them saw it."""

    def __init__(self, port: int, people: list[dict[str, str]], name: str) -> None:
        self.port, self.people, self.name = port, people, name
        self.by_board: dict[str, list[int]] = defaultdict(list)
        for number, person in enumerate(people):
            self.by_board[person["board"]].append(number)
        self.sent: dict[str, tuple[float, str]] = {}
        self.taken: list[str] = []
        self.post_times: list[float] = []
        self.seen: dict[tuple[str, int], float] = {}
        self.refused: list[int] = []
        self.ready = 0
        self.marks = ["0.0"] * len(people)

    def request(self, number: int, method: str, path: str, body: str = "", *more: str) -> bytes:
        """A request of one person, who has an address of their own behind the proxy that we play."""
        person = self.people[number]
        lines = [
            f"{method} /en/room/measured/boards/{person['board']}/{path} HTTP/1.1",
            "Host: 127.0.0.1",
            f"Cookie: plethu_session={person['session']}; csrftoken={PROOF}",
            f"X-Forwarded-For: 10.{number // 62500}.{number // 250 % 250}.{number % 250 + 1}",
            "Accept: application/json",
            "Connection: close",
            *more,
        ]
        if body:
            lines += ["Content-Type: application/x-www-form-urlencoded", f"Content-Length: {len(body)}"]
        return ("\r\n".join(lines) + "\r\n\r\n" + body).encode()

    async def ask(self, number: int, method: str, path: str, body: str = "", *more: str) -> tuple[int, str]:
        """Status and text of an answer."""
        reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
        writer.write(self.request(number, method, path, body, *more))
        answer = await reader.read(-1)
        writer.close()
        head, _, text = answer.partition(b"\r\n\r\n")
        return int(head.split(b" ", 2)[1]) if head else 0, text.decode("utf-8", "replace")

    def notice(self, number: int, text: str) -> None:
        """Note when somebody first saw each card in a text."""
        now = time.perf_counter()
        for word in words_in(text, self.name):
            self.seen.setdefault((word, number), now)

    async def write(self) -> None:
        """Cards at an even pace, each by somebody at random."""
        chance, tasks = random.Random(7), []
        for card in range(round(POSTS * SECONDS)):
            tasks.append(asyncio.create_task(self._post(chance.randrange(len(self.people)), f"{self.name}-{card}-end")))
            await asyncio.sleep(1 / POSTS)
        await asyncio.gather(*tasks)

    async def _post(self, number: int, words: str) -> None:
        person = self.people[number]
        fields = {"section": person["place"], "words": words, "once": f"{words:-<24}", "csrfmiddlewaretoken": PROOF}
        start = time.perf_counter()
        self.sent[words] = (start, person["board"])
        status, _text = await self.ask(number, "POST", "cards/", urlencode(fields))
        self.post_times.append(time.perf_counter() - start)
        (self.taken if status == 200 else self.refused).append(words if status == 200 else status)  # type: ignore[arg-type]

    async def listen(self, number: int) -> None:
        """Listen to the stream of one's board until the run is over."""
        reader, writer = await asyncio.open_connection("127.0.0.1", self.port, limit=2**22)
        writer.write(self.request(number, "GET", f"stream/?since={self.marks[number]}"))
        while line := await reader.readline():
            if line.startswith(b"event: ready"):
                self.ready += 1
            elif line.startswith(b"data: {"):
                self.notice(number, line.decode())

    async def poll(self, number: int) -> None:
        """Ask every few seconds for what is new on one's board."""
        await asyncio.sleep(random.uniform(0, POLL))
        while True:
            start = time.perf_counter()
            mark = self.marks[number]
            status, text = await self.ask(
                number, "GET", f"changes/?since={mark}", "", f'If-None-Match: "{mark}"', "Cache-Control: no-store"
            )
            if status == 200:
                self.marks[number] = re.search(r'"mark": ?"([\d.]+)"', text)[1]  # type: ignore[index]
                self.notice(number, text)
            elif status != 304:
                self.refused.append(status)
            await asyncio.sleep(max(0.0, POLL - (time.perf_counter() - start)))


def run() -> None:
    """Print the figures."""
    where = f"in groups of {EACH}" if EACH else "at one board"
    head(f"a room with {PEOPLE} people {where}, {POSTS:.1f} cards a second for {SECONDS} s")
    with tempfile.TemporaryDirectory(prefix="plethu-room-") as place:
        home = Path(place) / "home"
        environment = {**os.environ, "PLETHU_HOME": str(home), "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
        environment.pop("DATABASE_URL", None)
        bring = "from plethu_web.commands.preparing import prepare, bring_up_to_date; prepare(); bring_up_to_date()"
        subprocess.run([sys.executable, "-c", bring], env=environment, check=True)
        made = [sys.executable, "-m", "benchmarks.room_making", str(PEOPLE), str(EACH)]
        people = json.loads(subprocess.run(made, env=environment, check=True, capture_output=True).stdout)
        port = _free_port()
        command = [sys.executable, "-c", SERVE, "--port", str(port), "--workers", "2", "--no-worker"]
        log = (Path(place) / "log").open("w+")
        server = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=log)
        try:
            _wait(port)
            streams = asyncio.run(_measure(Load(port, people, "stream"), server.pid, "streams", home))
            polling = asyncio.run(_measure(Load(port, people, "poll"), server.pid, "polling", home))
            ratio = f"x{streams / polling:.2f}"
            print(f"{'CPU of streams beside polling, for the same cards':<58}{ratio:<20}target: at most 0.50")
            print(f"{'errors of the server':<58}{(Path(place) / 'log').read_text().count(' ERROR ')}")
        finally:
            server.terminate()
            server.wait(30)
            log.close()


async def _measure(load: Load, pid: int, what: str, home: Path) -> float:
    """CPU seconds that the server used for the cards; prints what people had of it."""
    numbers = range(len(load.people))
    for number, mark in zip(numbers, _marks(home, load.people), strict=True):
        load.marks[number] = mark
    before = _cpu(pid)
    if what == "streams":
        readers = []
        for number in numbers:  # a room fills over some seconds
            readers.append(asyncio.create_task(load.listen(number)))
            await asyncio.sleep(0.005)
        end = time.monotonic() + 60
        while load.ready < len(numbers) and time.monotonic() < end:
            await asyncio.sleep(0.1)
        print(f"{'streams: open, of ' + str(len(numbers)):<58}{load.ready:>9}     {_cpu(pid) - before:.1f} s of CPU")
    else:
        readers = [asyncio.create_task(load.poll(number)) for number in numbers]
        await asyncio.sleep(POLL)
    before = _cpu(pid)
    start = time.perf_counter()
    await load.write()
    await asyncio.sleep(DRAIN + (POLL if what == "polling" else 0))
    used, took = _cpu(pid) - before, time.perf_counter() - start
    for reader in readers:
        reader.cancel()
    await asyncio.gather(*readers, return_exceptions=True)
    _tell(load, what, home, used, took)
    return used


def _tell(load: Load, what: str, home: Path, used: float, took: float) -> None:
    lost = set(load.taken) - _stored(home)
    delays = [at - load.sent[word][0] for (word, _number), at in load.seen.items()]
    wanted = sum(len(load.by_board[load.sent[word][1]]) for word in load.taken)

    def line(told: str, value: str) -> None:
        print(f"{what + ': ' + told:<58}{value}")

    line("server CPU", f"{used:.1f} s of {took:.0f} s (load average {os.getloadavg()[0]:.1f})")
    line("cards sent, taken, lost", f"{len(load.sent)}, {len(load.taken)}, {len(lost)}")
    line("cards that people of the group saw, of", f"{len(delays)} of {wanted}")
    line("sending a card, p50 and p95", f"{_share(load.post_times, 50):.0f} ms, {_share(load.post_times, 95):.0f} ms")
    line("seeing a new card, p50 and p95", f"{_share(delays, 50):.0f} ms, {_share(delays, 95):.0f} ms")
    if load.refused:
        line("refused", f"{len(load.refused)} {sorted(set(load.refused))}")


def _share(times: list[float], percent: int) -> float:
    ordered = sorted(times) or [float("nan")]
    return ordered[min(len(ordered) - 1, len(ordered) * percent // 100)] * 1000


def _cpu(pid: int) -> float:
    """CPU seconds of a process and its children."""
    total = 0.0
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            fields = (entry / "stat").read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(entry.name) == pid or int(fields[1]) == pid:
            total += (int(fields[11]) + int(fields[12])) / TICKS
    return total


def _stored(home: Path) -> set[str]:
    connection = sqlite3.connect(home / "plethu.sqlite3", timeout=10)
    try:
        return {words for (words,) in connection.execute("SELECT words FROM workshops_card")}
    finally:
        connection.close()


def _marks(home: Path, people: list[dict[str, str]]) -> list[str]:
    connection = sqlite3.connect(home / "plethu.sqlite3", timeout=10)
    try:
        versions = dict(connection.execute("SELECT id, version FROM workshops_board"))
        (room,) = connection.execute("SELECT version FROM workshops_room").fetchone()
    finally:
        connection.close()
    return [f"{versions[person['board']]}.{room}" for person in people]


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait(port: int) -> None:
    end = time.monotonic() + 300
    while True:
        try:
            socket.create_connection(("127.0.0.1", port)).close()
            return
        except OSError:
            if time.monotonic() > end:
                raise
            time.sleep(0.1)


if __name__ == "__main__":
    run()
