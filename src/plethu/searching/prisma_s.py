"""The sixteen items of PRISMA-S, answered from the log of searches as far as it goes, and what is lacking.

Rethlefsen ML, Kirtley S, Waffenschmidt S, Ayala AP, Moher D, Page MJ, Koffel JB; PRISMA-S Group. PRISMA-S: an extension
to the PRISMA Statement for Reporting Literature Searches in Systematic Reviews. Syst Rev 2021;10:39.
doi:10.1186/s13643-020-01542-z.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from plethu.searching.press import State, state_of
from plethu.searching.searchlog import SearchLog, SearchRun, identified, latest

ISO_DATE = re.compile(r"\d{4}-\d\d-\d\d\Z")
OWN_WORDS = {
    3: "registries",
    4: "browsing",
    5: "citations",
    6: "contacts",
    7: "other_methods",
    10: "filters",
    11: "prior_work",
}


@dataclass(frozen=True, slots=True)
class Lacking:
    """What to add: `wording` of `search.lacking.<code>`. `about` names the searches concerned, none is all."""

    code: str
    about: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Item:
    """One of the sixteen items, by its number; its name is `wording` of `search.prisma.<number>`.

    `said`: what the log says, each a line in the review's own words or names and figures; `way`: where a sentence says
    it better, `search.prisma-way.<way>`.
    """

    number: int
    said: tuple[str, ...] = ()
    way: str = ""
    lacking: tuple[Lacking, ...] = ()

    @property
    def answered(self) -> bool:
        """Whether nothing is lacking."""
        return not self.lacking


def items(log: SearchLog) -> tuple[Item, ...]:
    """All sixteen, in their order."""
    rules: dict[int, Callable[[SearchLog], Item]] = {
        1: _databases,
        2: _at_once,
        8: _strategies,
        9: _limits,
        12: _updates,
        13: _dates,
        14: _peer_review,
        15: _totals,
        16: _deduplication,
    }
    return tuple(rules[n](log) if n in rules else _in_words(n, log) for n in range(1, 17))


def named(run: SearchRun) -> str:
    """A search as the checklist calls it: its database, else its number in the log."""
    return run.database.strip() or run.id


def _in_words(number: int, log: SearchLog) -> Item:
    words = str(getattr(log, OWN_WORDS[number])).strip()
    return Item(number, (words,), "") if words else Item(number, lacking=(Lacking(f"item-{number}"),))


def _each(number: int, log: SearchLog, said: Iterable[str], **lacks: Callable[[SearchRun], bool]) -> Item:
    """An item that every search has to answer. `lacks`: code of what is lacking, and whether a search lacks it."""
    if not log.runs:
        return Item(number, lacking=(Lacking("runs"),))
    found = []
    for code, lacks_it in lacks.items():
        if about := tuple(dict.fromkeys(named(run) for run in log.runs if lacks_it(run))):
            found.append(Lacking(code, about))
    return Item(number, tuple(dict.fromkeys(said)), lacking=tuple(found))


def _databases(log: SearchLog) -> Item:
    said = [
        f"{name} ({run.platform.strip()})" if run.platform.strip() else name
        for run in log.runs
        for name in run.databases
    ]
    return _each(1, log, said, database=lambda run: not run.databases, platform=lambda run: not run.platform.strip())


def _at_once(log: SearchLog) -> Item:
    if not log.runs:
        return Item(2, lacking=(Lacking("runs"),))
    several = dict.fromkeys(f"{run.platform}: {', '.join(run.databases)}" for run in log.runs if len(run.databases) > 1)
    return Item(2, tuple(several), "" if several else "one-by-one")


def _strategies(log: SearchLog) -> Item:
    item = _each(8, log, (), strategy=lambda run: not run.as_run.strip(), changed=lambda run: not run.is_unchanged)
    return Item(8, way="" if item.lacking else "in-appendix", lacking=item.lacking)


def _limits(log: SearchLog) -> Item:
    of_all = log.limits.strip()
    said = [f"{named(run)}: {run.limits.strip()}" for run in log.runs if run.limits.strip()]
    item = _each(9, log, [of_all, *said] if of_all else said, limits=lambda run: not (of_all or run.limits.strip()))
    return Item(9, (of_all,)) if of_all and not log.runs else item


def _updates(log: SearchLog) -> Item:
    ids = {run.id for run in log.runs}
    reruns = [f"{named(run)}: {run.date}" for run in log.runs if run.rerun_of in ids]
    words = log.updates.strip()
    if words or reruns:
        return Item(12, tuple(filter(None, [words, *reruns])), "reruns" if reruns else "")
    return Item(12, lacking=(Lacking("item-12"),))


def _dates(log: SearchLog) -> Item:
    said = [f"{named(run)}: {run.date}" for run in latest(log.runs) if run.date]
    return _each(13, log, said, date=lambda run: not ISO_DATE.match(run.date))


def _peer_review(log: SearchLog) -> Item:
    sent = [review for review in log.peer_reviews if state_of(review) is not State.DRAFT]
    said = [f"{review.reviewer}, {review.date} (PRESS 2015)" for review in sent]
    words = log.peer_review.strip()
    if words or said:
        return Item(14, tuple(filter(None, [words, *said])))
    return Item(14, lacking=(Lacking("review-not-sent" if log.peer_reviews else "item-14"),))


def _totals(log: SearchLog) -> Item:
    said = [f"{named(run)}: {run.hits}" for run in latest(log.runs) if run.hits is not None]
    item = _each(15, log, said, hits=lambda run: run.hits is None)
    total = identified(log)
    return Item(15, (*item.said, f"= {total}") if total is not None else item.said, lacking=item.lacking)


def _deduplication(log: SearchLog) -> Item:
    lacking = []
    if not log.deduplication.strip():
        lacking.append(Lacking("item-16"))
    if log.records_after_deduplication is None:
        lacking.append(Lacking("after-deduplication"))
    left = "" if log.records_after_deduplication is None else f"= {log.records_after_deduplication}"
    return Item(16, tuple(filter(None, [log.deduplication.strip(), left])), lacking=tuple(lacking))
