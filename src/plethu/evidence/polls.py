"""Polls of partners: questions, what can be answered to them, and what the answers come to.

A poll asks for advice and is no vote of a sample: counts are given as counts. Nobody can be told apart in them: groups
of fewer than `LEAST` are never shown on their own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Literal

from plethu.evidence.frozen import Frozen
from plethu.evidence.text import NO_TEXT, Text

QuestionKind = Literal["one", "several", "rank", "rate", "words"]
Topic = Literal["terms", "evidence", "scope", "sources"]
Sector = Literal["community", "third", "public", "academic", "private", "other", ""]
MARKS = (1, 2, 3, 4, 5)
LONGEST_WORDS = 2_000
MOST_OPTIONS = 20
LEAST = 5
SMALL = "small"


class Option(Frozen, frozen=True):
    """One of the answers that a question offers."""

    id: str
    text: Text


class Question(Frozen, frozen=True):
    """A question of a poll. `rank` and `rate` are about its options; `words` has none."""

    id: str
    kind: QuestionKind
    words: Text
    hint: Text = NO_TEXT
    options: tuple[Option, ...] = ()


class Given(Frozen, frozen=True):
    """What somebody answered to one question. `chosen` are ids of options, of a ranking the best first."""

    chosen: tuple[str, ...] = ()
    marks: dict[str, int] = {}
    words: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether the question was passed over."""
        return not (self.chosen or self.marks or self.words)


class Answer(Frozen, frozen=True):
    """What somebody answered to a poll, by question, and the sector they said they are from."""

    given: dict[str, Given]
    sector: Sector = ""


class Row(Frozen, frozen=True):
    """What came together on one option: how many chose it, put it first or gave it a mark; its mean place or mark."""

    option: str
    count: int
    mean: float | None = None


class Tally(Frozen, frozen=True):
    """What came together on one question: from how many, on each option, and in words, by the alphabet."""

    answered: int
    rows: tuple[Row, ...] = ()
    words: tuple[str, ...] = ()


def faults(question: Question, given: Given) -> Iterator[str]:
    """Why an answer does not go with its question: unknown-option, one-only, twice, mark, too-long, kind."""
    known = {option.id for option in question.options}
    if set(given.chosen) - known or set(given.marks) - known:
        yield "unknown-option"
    if question.kind == "one" and len(given.chosen) > 1:
        yield "one-only"
    if len(set(given.chosen)) < len(given.chosen):
        yield "twice"
    if any(mark not in MARKS for mark in given.marks.values()):
        yield "mark"
    if len(given.words) > LONGEST_WORDS:
        yield "too-long"
    has = {"chosen": bool(given.chosen), "marks": bool(given.marks), "words": bool(given.words)}
    if any(there and part != _part(question.kind) for part, there in has.items()):
        yield "kind"


def tally(question: Question, answers: Iterable[Answer]) -> Tally:
    """What the answers to one question come to. Options stand in the order of the question."""
    given = [answer.given[question.id] for answer in answers if question.id in answer.given]
    given = [each for each in given if not each.is_empty]
    if question.kind == "words":
        return Tally(len(given), words=tuple(sorted((each.words for each in given), key=str.casefold)))
    return Tally(len(given), tuple(_row(question, option.id, given) for option in question.options))


def by_sector(question: Question, answers: Iterable[Answer], least: int = LEAST) -> dict[str, Tally]:
    """The tally of each sector, the largest first.

    Sectors with fewer than `least` answers stand together under `SMALL`, and a larger one joins them where they would
    still be too few, since they could else be worked out from the whole. Empty where that leaves one group only, and
    for questions in words, which may say who wrote them.
    """
    if question.kind == "words":
        return {}
    groups: dict[str, list[Answer]] = {}
    for answer in answers:
        if question.id in answer.given and not answer.given[question.id].is_empty:
            groups.setdefault(answer.sector, []).append(answer)
    together = _large_enough(groups, least)
    return {name: tally(question, group) for name, group in together.items()} if len(together) > 1 else {}


def _large_enough(groups: Mapping[str, list[Answer]], least: int) -> dict[str, list[Answer]]:
    ordered = sorted(groups.items(), key=lambda item: (len(item[1]), item[0]))
    small: list[Answer] = []
    while ordered and (len(ordered[0][1]) < least or 0 < len(small) < least):
        small += ordered.pop(0)[1]
    kept = dict(reversed(ordered))
    return {**kept, SMALL: small} if small else kept


def _row(question: Question, option: str, given: list[Given]) -> Row:
    if question.kind == "rank":
        places = [each.chosen.index(option) + 1 for each in given if option in each.chosen]
        return Row(option, places.count(1), _mean(places))
    if question.kind == "rate":
        marks = [each.marks[option] for each in given if option in each.marks]
        return Row(option, len(marks), _mean(marks))
    return Row(option, Counter(chosen for each in given for chosen in each.chosen)[option])


def _mean(numbers: list[int]) -> float | None:
    return round(sum(numbers) / len(numbers), 2) if numbers else None


def _part(kind: QuestionKind) -> str:
    return {"rate": "marks", "words": "words"}.get(kind, "chosen")
