"""What went wrong, as JSON (RFC 9457): the status, a sentence in the asker's language, and each field with its own."""

from __future__ import annotations

from collections.abc import Iterable
from http import HTTPStatus

import msgspec
from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation.trans_real import parse_accept_lang_header

from plethu.evidence.problems import BadInput, Problem
from plethu.evidence.text import Language

MEDIA_TYPE = "application/problem+json"
MOST_SHOWN = 20
MALFORMED = frozenset({"archive", "not-utf8", "hidden-character", "not-json", "too-deep"})
DETAILS: dict[int, str | Promise] = {
    400: _("What was sent cannot be read."),
    404: _("There is nothing at this address."),
    405: _("This address is not for that method. The header Allow names those it is for."),
    413: _("What was sent is too large, or does not say how large it is."),
    415: _("This address takes JSON only, and the header Content-Type has to say so."),
    422: _("What was sent can be read, but something in it cannot be used."),
    429: _("Too many requests came from this internet address. The header Retry-After says how many seconds to wait."),
    500: _("Something went wrong on our side."),
}
OWN_SENTENCES: dict[str, str | Promise] = {
    "out-of-range": _("Give a whole number from %(least)s to %(most)s."),
    "too-many-changes": _("There are too many changes: %(most)s are the most."),
}


class Fault(msgspec.Struct, frozen=True):
    """One thing amiss: a code for programs, the field, a sentence for people, and the values the sentence speaks of."""

    code: str
    field: str
    sentence: str
    values: dict[str, str]


class ProblemAnswer(msgspec.Struct, frozen=True):
    """A problem as RFC 9457 has it. `problems` names at most the first twenty faults."""

    type: str
    title: str
    status: int
    detail: str
    problems: tuple[Fault, ...]


class Refused(Exception):
    """A request that is answered with a problem."""

    def __init__(self, status: int, *problems: Problem) -> None:
        super().__init__(status)
        self.status = status
        self.problems = problems


def status_of(error: BadInput) -> int:
    """The status that says best what is wrong with a body."""
    codes = {problem.code for problem in error.problems}
    if "file-too-large" in codes:
        return 413
    return 400 if codes & MALFORMED else 422


def language_of(request: HttpRequest) -> Language:
    """English or Welsh, whichever the header Accept-Language puts first; no cookie has a say."""
    for code, weight in parse_accept_lang_header(request.headers.get("Accept-Language", "")):
        if (short := code.split("-")[0]) in ("en", "cy") and weight > 0:
            return "cy" if short == "cy" else "en"
    return "en"


def refusal(request: HttpRequest, status: int, problems: Iterable[Problem] = ()) -> HttpResponse:
    """The answer to a request that cannot be met."""
    language = language_of(request)
    with translation.override(language):
        detail = str(DETAILS.get(status) or DETAILS[400 if status < 500 else 500])
        faults = tuple(_fault(problem, language) for problem in tuple(problems)[:MOST_SHOWN])
    answer = ProblemAnswer("about:blank", HTTPStatus(status).phrase, status, detail, faults)
    response = HttpResponse(msgspec.json.encode(answer), content_type=MEDIA_TYPE, status=status)
    response["Content-Language"] = language
    response["Vary"] = "Accept-Language"
    response["Cache-Control"] = "no-store"
    response["Content-Length"] = str(len(response.content))
    return response


def _fault(problem: Problem, language: Language) -> Fault:
    from plethu.wording.problems import explanation

    values = dict(problem.values)
    own = OWN_SENTENCES.get(problem.code)
    sentence = str(own) % values if own else explanation(problem, language)
    if problem.line:
        values["line"] = str(problem.line)
    return Fault(problem.code, problem.field, sentence, values)
