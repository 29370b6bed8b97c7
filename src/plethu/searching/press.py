"""Peer review of a strategy by the PRESS 2015 form: six elements, each with a judgement and what was said of it.

McGowan J, Sampson M, Salzwedel DM, Cogo E, Foerster V, Lefebvre C. PRESS Peer Review of Electronic Search Strategies:
2015 Guideline Statement. J Clin Epidemiol 2016;75:40-46. doi:10.1016/j.jclinepi.2016.01.021.
Judgements and responses are data; the words of the form are `wording` of `search.press.*`.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from plethu.searching.checking.findings import Press


class Judgement(StrEnum):
    """What a reviewer says of one element."""

    NONE = "none"
    SUGGESTED = "suggested"
    REQUIRED = "required"


class State(StrEnum):
    """Where a peer review stands.

    `DRAFT`: not every element is judged. `WAITING`: sent, and the authors have something to answer. `ANSWERED`: they
    have answered all. `ACCEPTED`: the reviewer is content, or asked for nothing.
    """

    DRAFT = "draft"
    WAITING = "waiting"
    ANSWERED = "answered"
    ACCEPTED = "accepted"


@dataclass(frozen=True, slots=True)
class Judged:
    """One element: the judgement, what the reviewer said, what the authors answered, and when (ISO 8601)."""

    element: Press
    judgement: Judgement
    comment: str = ""
    response: str = ""
    responder: str = ""
    responded: str = ""


@dataclass(frozen=True, slots=True)
class PeerReview:
    """A review of one version of a strategy. `version` is `version_of` the text that the reviewer had before them.

    `overall` is what the reviewer says of the whole; `sent` and `accepted` are dates, empty until it is so.
    """

    reviewer: str
    date: str
    version: str
    strategy: str = ""
    judged: tuple[Judged, ...] = ()
    overall: str = ""
    sent: str = ""
    accepted: str = ""
    affiliation: str = ""


@dataclass(frozen=True, slots=True)
class Summary:
    """How many elements got which judgement, which are not judged yet, and which wait for an answer.

    `outdated`: the strategy has changed since the reviewer saw it.
    """

    state: State
    none: int
    suggested: int
    required: int
    missing: tuple[Press, ...]
    waiting: tuple[Press, ...]
    outdated: bool
