"""Boards over real connections: who listens hears what is new, and a server killed in a storm loses no card it took."""

from __future__ import annotations

import http.client
import threading

import pytest

from .installation import LONGEST_WAIT, installation
from .room_server import Browser, make_room, serve

pytestmark = pytest.mark.database

SHUT_OUT = """
from plethu_web.workshops.actions.withdrawing import withdraw
from plethu_web.workshops.models import Seat
from plethu_web.workshops.queries.people import participant_with
Seat.objects.filter(participant=participant_with({moved!r})).update(group=2)
withdraw(token={gone!r})
"""
STORED = "SELECT words FROM workshops_card"


@pytest.fixture(scope="module")
def room(tmp_path_factory):
    with installation(tmp_path_factory.mktemp("room") / "home", migrated=True) as site:
        groups = make_room(site, people=32, groups=2)
        port, process = serve(site)
        yield site, port, groups, process


def browsers(room, group=0, number=2):
    _site, port, groups, _process = room
    return [Browser(port, groups[group]["board"], key) for key in groups[group]["keys"][:number]]


def test_who_listens_hears_of_a_card_and_another_group_does_not(room):
    writer, reader = browsers(room)
    (elsewhere,) = browsers(room, 1, 1)
    stream, other = reader.stream(), elsewhere.stream()
    assert other.event()["event"] == "ready"
    assert writer.send("Heard at once 🧶")[0] == 200
    assert "Heard at once 🧶" in stream.news()["cards"][0][2]
    elsewhere.send("Said elsewhere")
    assert ["Said elsewhere" in html for _pk, _place, html in other.news()["cards"]] == [True]
    stream.close()
    other.close()


def test_who_lost_the_connection_is_told_what_they_missed_and_nothing_twice(room):
    writer, reader = browsers(room)
    mark = reader.mark
    writer.send("While you were away")
    stream = reader.stream("0.0", **{"Last-Event-ID": mark})
    news = stream.news()
    assert ["While you were away" in html for _pk, _place, html in news["cards"]] == [True]
    writer.send("And now")
    assert ["And now" in html for _pk, _place, html in stream.news()["cards"]] == [True]
    stream.close()


def test_a_stream_is_for_those_who_sit_at_the_board(room):
    (member,) = browsers(room, 0, 1)
    (stranger,) = browsers(room, 1, 1)
    stranger.board = member.board
    assert stranger.stream().status == 403
    member.cookies.clear()
    assert member.stream().status == 403


def test_who_was_seated_elsewhere_or_withdrew_hears_nothing_more(room):
    site, _port, groups, _process = room
    writer, moved, gone = browsers(room, 0, 8)[5:]
    streams = [moved.stream(), gone.stream()]
    assert [stream.event()["event"] for stream in streams] == ["ready", "ready"]
    site.python(SHUT_OUT.format(moved=groups[0]["keys"][6], gone=groups[0]["keys"][7]))
    assert writer.send("Said when they had gone")[0] == 200
    heard = [stream.news() for stream in streams]
    assert all("Said when they had gone" not in str(news) for news in heard)
    assert [moved.stream().status, gone.stream().status] == [403, 403]


def test_too_many_windows_of_one_person_ask_at_intervals_instead(room):
    (member,) = browsers(room, 1, 1)
    streams = [member.stream() for _ in range(5)]
    assert [stream.status for stream in streams] == [200, 200, 200, 503, 503]
    for stream in streams:
        stream.close()
    assert member.ask("GET", f"{member.board}changes/?since={member.mark}", Accept="application/json")[0] == 200


def storm(people, taken, tried, enough):
    """Everybody writes as fast as they can until the server is gone; what it said it has stands in `taken`."""

    def write(person, number):
        for card in range(18):
            words, once = f"storm {number}-{card}", f"storm-{number:04}-{card:04}-mark"
            tried.append((person, words, once))
            try:
                status, _text = person.send(words, once)
            except (OSError, http.client.HTTPException):
                return
            if status == 200:
                taken.append(words)
            if len(taken) >= 25:
                enough.set()

    threads = [threading.Thread(target=write, args=(person, number)) for number, person in enumerate(people)]
    for thread in threads:
        thread.start()
    return threads


def test_killed_in_a_storm_it_loses_no_card_it_took_and_what_is_sent_again_is_there_once(room):
    site, _port, _groups, process = room
    people = [*browsers(room, 0, 4), *browsers(room, 1, 4)]
    taken, tried, enough = [], [], threading.Event()
    threads = storm(people, taken, tried, enough)
    assert enough.wait(LONGEST_WAIT), site.log
    process.kill()
    process.wait()
    for thread in threads:
        thread.join()
    stored = [words for (words,) in site.ask(STORED)]
    assert len(taken) >= 25
    assert set(taken) <= set(stored)
    port, process = serve(site)
    for person, words, once in tried[-8:]:  # among them all that the server was busy with when it died
        person.port = port
        assert person.send(words, once)[0] == 200
    stored = sorted(words for (words,) in site.ask(STORED) if words.startswith("storm"))
    assert stored == sorted(set(stored))
    assert {words for _person, words, _once in tried[-8:]} | set(taken) <= set(stored)
