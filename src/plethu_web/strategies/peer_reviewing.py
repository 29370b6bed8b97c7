"""A peer review for its pages, and as the library knows it."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from plethu.searching import press as library
from plethu.searching.checking import Press
from plethu.searching.press import Judgement, State
from plethu_web.strategies.forms.answers import ELEMENTS, JUDGEMENTS
from plethu_web.strategies.models import PeerReview, Version

STATES: dict[State, Promise] = {
    State.DRAFT: _("being written"),
    State.WAITING: _("waits for the authors"),
    State.ANSWERED: _("answered by the authors"),
    State.ACCEPTED: _("settled"),
}


@dataclass(frozen=True, slots=True)
class ToldElement:
    """One element as it was judged. `asks`: the reviewer wants something changed."""

    id: str
    name: str
    judgement: str
    judgement_name: Promise
    comment: str
    response: str
    asks: bool


@dataclass(frozen=True, slots=True)
class ToldReview:
    """A peer review in words. `outdated`: the strategy has been changed since."""

    review: PeerReview
    state: str
    state_name: Promise
    elements: tuple[ToldElement, ...]
    required: int
    suggested: int
    outdated: bool


def told(row: PeerReview, now: Version) -> ToldReview:
    """The review for its page. `now` is the version that counts."""
    elements = tuple(_element(row, press) for press in Press)
    state = library.state_of(as_library(row))
    return ToldReview(
        row,
        str(state),
        STATES[state],
        elements,
        sum(element.judgement == Judgement.REQUIRED for element in elements),
        sum(element.judgement == Judgement.SUGGESTED for element in elements),
        row.version.number != now.number,
    )


def as_library(row: PeerReview) -> library.PeerReview:
    """The review as the library reports it."""
    return library.PeerReview(
        reviewer=row.by.name,
        date=f"{row.at:%Y-%m-%d}",
        version=str(row.version.number),
        strategy=row.version.strategy.name,
        judged=tuple(
            library.Judged(
                press,
                Judgement(row.elements[press]["judgement"]),
                row.elements[press]["comment"],
                row.responses.get(press, ""),
                row.responded_by.name if row.responded_by else "",
                f"{row.responded:%Y-%m-%d}" if row.responded else "",
            )
            for press in Press
        ),
        overall=row.overall,
        sent=f"{row.at:%Y-%m-%d}",
        accepted=f"{row.accepted:%Y-%m-%d}" if row.accepted else "",
    )


def _element(row: PeerReview, press: Press) -> ToldElement:
    given = row.elements[press]
    judgement = Judgement(given["judgement"])
    return ToldElement(
        str(press),
        ELEMENTS[press],
        str(judgement),
        JUDGEMENTS[judgement],
        given["comment"],
        row.responses.get(press, ""),
        judgement is not Judgement.NONE,
    )
