"""How many requests one address may send: enough for seventy people in one room, not enough for a flood."""

from __future__ import annotations

import pytest
from django.test import RequestFactory
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from plethu_web.config.ratelimit import READ, SEND, SIGN_IN, Buckets, RateLimit, Rule, address_of, rule_for

ROOM = "203.0.113.7"


class Clock:
    """A clock that stands still until it is moved."""

    def __init__(self):
        self.now = 1000.0

    def __call__(self):
        return self.now


def test_seventy_people_behind_one_address_are_served():
    """An hour's workshop: each reads a page every two seconds, all open it at once, and each sends every 20 seconds."""
    clock, refused = Clock(), 0
    buckets = Buckets(clock)
    for second in range(600):
        clock.now += 1
        reads = 70 * 10 if second == 0 else 35
        refused += sum(bool(buckets.take(READ, ROOM)) for _ in range(reads))
        refused += sum(bool(buckets.take(SEND, ROOM)) for _ in range(70 if second % 20 == 0 else 0))
    assert refused == 0


def test_seventy_people_in_one_office_register_and_a_script_does_not_fill_the_workshop():
    clock = Clock()
    buckets = Buckets(clock)
    rule = rule_for("POST", "/en/workshops/register/abcdefghjk/")
    assert not any(buckets.take(rule, ROOM) for _ in range(140)), "each of them twice"
    clock.now += 3600
    passed = 0
    for _ in range(1800):
        clock.now += 1
        passed += sum(not buckets.take(rule, ROOM) for _ in range(5))
    assert passed < 400


def test_a_flood_is_refused_and_told_how_long_to_wait():
    clock = Clock()
    buckets = Buckets(clock)
    waits = [buckets.take(READ, ROOM) for _ in range(READ.burst + 10)]
    assert not any(waits[: READ.burst])
    assert all(waits[READ.burst :])
    clock.now += waits[-1] + 0.001
    assert buckets.take(READ, ROOM) == 0


def test_guessing_passwords_is_slow():
    buckets = Buckets(Clock())
    assert sum(not buckets.take(SIGN_IN, ROOM) for _ in range(1000)) == SIGN_IN.burst


def test_one_address_does_not_use_up_what_another_has():
    buckets = Buckets(Clock())
    rule = Rule("test", rate=1, burst=1)
    assert buckets.take(rule, "a") == 0
    assert buckets.take(rule, "a") > 0
    assert buckets.take(rule, "b") == 0


def test_memory_is_bounded():
    buckets = Buckets(Clock(), most=100)
    for number in range(1000):
        buckets.take(READ, str(number))
    assert len(buckets._left) == 100


@given(st.lists(st.floats(min_value=0, max_value=5), max_size=200))
def test_never_more_than_the_burst_and_the_rate_together(pauses):
    clock, rule = Clock(), Rule("test", rate=2, burst=5)
    buckets, passed, start = Buckets(clock), 0, clock.now
    for pause in pauses:
        clock.now += pause
        passed += not buckets.take(rule, ROOM)
    assert passed <= rule.burst + rule.rate * (clock.now - start) + 1e-6


@pytest.mark.parametrize(
    ("method", "path", "rule"),
    [
        ("GET", "/en/", READ),
        ("HEAD", "/admin/login/", READ),
        ("POST", "/en/advice/", SEND),
        ("PUT", "/api/", SEND),
        ("POST", "/admin/login/", SIGN_IN),
        ("POST", "/cy/accounts/password/reset/", SIGN_IN),
    ],
)
def test_which_rule(method, path, rule):
    assert rule_for(method, path) is rule


@pytest.mark.parametrize(
    ("remote", "counted"),
    [
        ("203.0.113.7", "203.0.113.7"),
        ("2001:db8:1:2:aaaa::1", "2001:db8:1:2::"),
        ("2001:db8:1:2:bbbb::2", "2001:db8:1:2::"),
        ("", ""),
        ("testclient", "testclient"),
    ],
)
def test_an_ipv6_customer_is_one_address(remote, counted):
    assert address_of(remote) == counted


def test_who_sends_too_much_gets_a_page_and_a_time():
    limit = RateLimit(lambda request: None)
    request = RequestFactory().post("/admin/login/")
    with translation.override("cy"):
        answers = [limit(request) for _ in range(SIGN_IN.burst + 1)]
    assert answers[:-1] == [None] * SIGN_IN.burst
    assert answers[-1].status_code == 429
    assert int(answers[-1]["Retry-After"]) == 1 / SIGN_IN.rate
    assert b'<html lang="cy">' in answers[-1].content
