"""A running site with a room in it, and browsers of people who are there, for tests with real connections."""

from __future__ import annotations

import http.client
import json
import re
import socket
import time
import uuid
from typing import Any
from urllib.parse import urlencode

from .installation import Installation

LONGEST_START = 120.0

MAKE = """
import json
from tests.web.room_cast import a_room, address, board_of, key_of, member_of
workshop = a_room(people={people}, groups={groups})

def keys(group):
    return [key_of(member_of(workshop, group, place)) for place in range({each})]

made = [{{"board": address(board_of(workshop, group)), "keys": keys(group)}} for group in range(1, {groups} + 1)]
print(json.dumps(made))
"""


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def make_room(site: Installation, *, people: int, groups: int) -> list[dict[str, Any]]:
    """A room in this installation: of each group the address of its board and the keys of who sits there."""
    made: list[dict[str, Any]] = json.loads(
        site.python(MAKE.format(people=people, groups=groups, each=people // groups)).splitlines()[-1]
    )
    return made


def serve(site: Installation) -> tuple[int, Any]:
    """Serve this installation: the port, and the process. Waits until it answers."""
    port = free_port()
    process = site.start("serve", "--port", str(port), "--no-worker")
    end = time.monotonic() + LONGEST_START
    while True:
        try:
            socket.create_connection(("127.0.0.1", port)).close()
            return port, process
        except OSError:
            assert process.poll() is None, site.log
            assert time.monotonic() < end, site.log
            time.sleep(0.05)


class Browser:
    """Somebody's browser: comes in with a key, and then sends cards and reads the stream of a board."""

    def __init__(self, port: int, board: str, key: str) -> None:
        self.port, self.board = port, board
        self.cookies: dict[str, str] = {}
        self.proof = ""
        self.ask("GET", f"/en/room/enter/{key}/")
        page = self.ask("GET", board)[1]
        self.proof = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page)[1]  # type: ignore[index]
        self.place = re.search(r'name="section" value="([\w-]+)"', page)[1]  # type: ignore[index]
        self.mark = re.search(r'data-mark="([\d.]+)"', page)[1]  # type: ignore[index]

    def ask(self, method: str, path: str, body: str = "", **headers: str) -> tuple[int, str]:
        """Status and text of an answer. Raises OSError or HTTPException where there is none."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        try:
            connection.request(method, path, body or None, {**self._headers(), **headers})
            response = connection.getresponse()
            for line in response.headers.get_all("Set-Cookie") or ():
                name, _, value = line.partition(";")[0].partition("=")
                self.cookies[name] = value
            return response.status, response.read().decode()
        finally:
            connection.close()

    def send(self, words: str, once: str = "") -> tuple[int, str]:
        """Put a card on the board, as the script does."""
        fields = {"section": self.place, "words": words, "once": once or uuid.uuid4().hex}
        body = urlencode({**fields, "csrfmiddlewaretoken": self.proof})
        headers = {"Content-Type": "application/x-www-form-urlencoded", "Accept": "application/json"}
        return self.ask("POST", f"{self.board}cards/", body, **headers)

    def stream(self, since: str = "", **headers: str) -> Stream:
        """The events of the board from a mark on."""
        return Stream(self.port, f"{self.board}stream/?since={since or self.mark}", {**self._headers(), **headers})

    def _headers(self) -> dict[str, str]:
        return {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}


class Stream:
    """A stream of events that is open."""

    def __init__(self, port: int, path: str, headers: dict[str, str]) -> None:
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
        self.connection.request("GET", path, headers=headers)
        self.response = self.connection.getresponse()
        self.status = self.response.status

    def event(self) -> dict[str, str]:
        """The next event, heartbeats left out; empty where the stream has ended."""
        found: dict[str, str] = {}
        while line := self.response.fp.readline().decode():
            if self._is_size(line):
                continue
            name, _, value = line.rstrip("\r\n").partition(":")
            if name in ("id", "event", "data"):
                found[name] = value.strip()
            elif not line.strip() and "data" in found:
                return found
        return found

    def news(self) -> dict[str, Any]:
        """What the next event says is new."""
        while (event := self.event()).get("event") == "ready":
            pass
        return json.loads(event["data"]) if event else {}

    def close(self) -> None:
        """Go away."""
        self.connection.close()

    @staticmethod
    def _is_size(line: str) -> bool:
        """The size of a chunk, which stands between."""
        return bool(re.fullmatch(r"[0-9a-f]+\r\n", line))
