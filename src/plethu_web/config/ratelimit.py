"""How many requests one address may send. Generous: seventy people may sit behind one address in a workshop.

Each process counts for itself, in memory. Files of the interface are not counted.
"""

from __future__ import annotations

import ipaddress
import re
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse

from plethu_web.config import errors


@dataclass(frozen=True, slots=True)
class Rule:
    """A bucket: it holds `burst` requests and refills by `rate` a second."""

    name: str
    rate: float
    burst: int


SIGN_IN = Rule("sign-in", rate=0.5, burst=160)  # seventy people who join in one room send two forms each
SEND = Rule("send", rate=20, burst=300)
READ = Rule("read", rate=70, burst=1400)
DOCUMENT = Rule("document", rate=1, burst=100)
SAVE = Rule("save", rate=1, burst=100)
CALL = Rule("call", rate=1, burst=300)
ANSWER = Rule("answer", rate=2, burst=300)
DOOR = Rule("door", rate=0.2, burst=150)  # codes and addresses that are typed: seventy people, twice each
KEY = Rule("key", rate=5, burst=700)  # links with somebody's key in them: a hall that comes in at once, not a guesser
REGISTER = Rule("register", rate=0.1, burst=200)  # seventy people in one office, some of them twice, and no script
DOCUMENT_PATH = "/advice/result/as/"
SAVE_PATH = "/advice/save/"
CALL_PATHS = re.compile(r"/call/(?:[\w-]+/tell|yours/[\w-]+/files)/$")  # where a draft begins or files are taken in
ANSWER_PATH = "/reviews/polls/"
DOOR_PATH = re.compile(r"/[a-z]{2}/(?:workshops|room|workshops/lost)/$")
KEY_PATH = re.compile(r"/[a-z]{2}/(?:room/enter|workshops/(?:yours|register))/.")
REGISTER_PATH = "/workshops/register/"
SIGN_IN_PATHS = ("/admin/login/", "/accounts/")


class Buckets:
    """What each address has left. Forgets addresses that have been quiet, and the oldest where there are too many."""

    def __init__(self, clock: Callable[[], float], most: int = 20_000) -> None:
        self._clock = clock
        self._most = most
        self._left: dict[tuple[str, str], tuple[float, float]] = {}
        self._lock = threading.Lock()

    def take(self, rule: Rule, address: str) -> float:
        """Take one request out of the bucket: 0.0 if it may pass, else the seconds to wait."""
        now = self._clock()
        key = (rule.name, address)
        with self._lock:
            left, before = self._left.pop(key, (float(rule.burst), now))
            left = min(float(rule.burst), left + (now - before) * rule.rate)
            passed = left >= 1
            self._left[key] = (left - 1 if passed else left, now)
            while len(self._left) > self._most:
                del self._left[next(iter(self._left))]
        return 0.0 if passed else (1 - left) / rule.rate


def rule_for(method: str, path: str) -> Rule:
    """Which rule a request falls under."""
    if method in ("GET", "HEAD", "OPTIONS"):
        if KEY_PATH.match(path):
            return KEY
        return DOCUMENT if DOCUMENT_PATH in path else READ
    if path.endswith(SAVE_PATH):
        return SAVE
    if CALL_PATHS.search(path):
        return CALL
    if ANSWER_PATH in path:
        return ANSWER
    if DOOR_PATH.match(path):
        return DOOR
    if REGISTER_PATH in path:
        return REGISTER
    return SIGN_IN if any(part in path for part in SIGN_IN_PATHS) else SEND


def address_of(remote: str) -> str:
    """The address that is counted. An IPv6 customer has a whole /64, so that is one address here.

    An IPv4 address in IPv6 dress, which a listener on :: sees, is that IPv4 address.
    """
    try:
        parsed = ipaddress.ip_address(remote)
    except ValueError:
        return remote
    if isinstance(parsed, ipaddress.IPv4Address):
        return remote
    if parsed.ipv4_mapped:
        return str(parsed.ipv4_mapped)
    return str(ipaddress.ip_network((parsed, 64), strict=False).network_address)


class RateLimit:
    """Answers 429, with a page and Retry-After, to an address that sends more than its rule allows."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response
        self.buckets = Buckets(time.monotonic)

    def __call__(self, request: HttpRequest) -> HttpResponse:
        rule = rule_for(request.method or "GET", request.path_info)
        wait = self.buckets.take(rule, address_of(request.META.get("REMOTE_ADDR", "")))
        return errors.too_many(request, wait=wait) if wait else self.get_response(request)
