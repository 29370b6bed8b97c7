"""Peer review of a strategy by the PRESS 2015 form: six elements, each with a judgement and what was said of it.

McGowan J, Sampson M, Salzwedel DM, Cogo E, Foerster V, Lefebvre C. PRESS Peer Review of Electronic Search Strategies:
2015 Guideline Statement. J Clin Epidemiol 2016;75:40-46. doi:10.1016/j.jclinepi.2016.01.021.
Every function gives a new review and changes none. The words of the form are `wording` of `search.press.*` and
`search.element.*`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from hashlib import sha256

import msgspec

from plethu.searching.checking.findings import Press
from plethu.searching.strategy import Strategy

FORMAT = "plethu-press/1"


class Judgement(StrEnum):
    """What a reviewer says of one element: no revisions, revisions suggested, revisions required."""

    NONE = "none"
    SUGGESTED = "suggested"
    REQUIRED = "required"


class State(StrEnum):
    """Where a peer review stands.

    `DRAFT`: not sent yet. `WAITING`: sent, and the authors have something to answer. `ANSWERED`: they have answered
    all. `ACCEPTED`: the reviewer is content, or asked for nothing.
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

    @property
    def waits(self) -> bool:
        """Whether something was asked for and nobody has answered."""
        return self.judgement is not Judgement.NONE and not self.response


@dataclass(frozen=True, slots=True)
class PeerReview:
    """A review of one version of a strategy. `version` is `version_of` the strategy that the reviewer had before them.

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

    def on(self, element: Press) -> Judged | None:
        """What is said of one element."""
        return next((each for each in self.judged if each.element is element), None)


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


class NotNow(ValueError):
    """Something that a review does not allow as it stands. The sentence is `wording` of `search.press.refused.<code>`.

    Codes: `sent`, `not-sent`, `no-comment`, `not-judged`, `nothing-asked`, `no-response`, `not-answered`, `accepted`.
    """

    def __init__(self, code: str, element: Press | None = None) -> None:
        super().__init__(code)
        self.code, self.element = code, element


class NotAReview(ValueError):
    """A file that holds no peer review, or not one of this format. `args[0]` says what the reader of JSON found."""


def version_of(strategy: Strategy) -> str:
    """A checksum of all that a reviewer sees: platform, blocks in their order, formula. SHA-256 in hexadecimal."""
    blocks = [[block.name, block.title, block.text or repr(block.tree)] for block in strategy.blocks]
    formula = strategy.formula_text or (repr(strategy.formula) if strategy.formula else "")
    return sha256(msgspec.json.encode([strategy.platform, blocks, formula])).hexdigest()


def judge(review: PeerReview, element: Press, judgement: Judgement, comment: str = "") -> PeerReview:
    """The review with a judgement of one element, in place of an earlier one. Raises NotNow."""
    if review.sent:
        raise NotNow("sent", element)
    if judgement is not Judgement.NONE and not comment.strip():
        raise NotNow("no-comment", element)
    by_element = {each.element: each for each in review.judged} | {element: Judged(element, judgement, comment)}
    return replace(review, judged=tuple(by_element[each] for each in Press if each in by_element))


def send(review: PeerReview, on: str) -> PeerReview:
    """The review as sent to the authors. Raises NotNow unless all six elements are judged."""
    if review.sent:
        raise NotNow("sent")
    if missing := [element for element in Press if review.on(element) is None]:
        raise NotNow("not-judged", missing[0])
    return replace(review, sent=on)


def respond(review: PeerReview, element: Press, response: str, by: str, on: str) -> PeerReview:
    """The review with the authors' answer on one element. Raises NotNow."""
    if not review.sent:
        raise NotNow("not-sent", element)
    if review.accepted:
        raise NotNow("accepted", element)
    judged = review.on(element)
    if judged is None or judged.judgement is Judgement.NONE:
        raise NotNow("nothing-asked", element)
    if not response.strip():
        raise NotNow("no-response", element)
    answered = replace(judged, response=response, responder=by, responded=on)
    return replace(review, judged=tuple(answered if each is judged else each for each in review.judged))


def accept(review: PeerReview, on: str) -> PeerReview:
    """The review that its reviewer has closed. Raises NotNow while something waits for an answer."""
    if not review.sent:
        raise NotNow("not-sent")
    if waiting := [each.element for each in review.judged if each.waits]:
        raise NotNow("not-answered", waiting[0])
    return replace(review, accepted=review.accepted or on)


def state_of(review: PeerReview) -> State:
    """Where the review stands."""
    if not review.sent:
        return State.DRAFT
    if review.accepted or all(each.judgement is Judgement.NONE for each in review.judged):
        return State.ACCEPTED
    return State.WAITING if any(each.waits for each in review.judged) else State.ANSWERED


def summary(review: PeerReview, version: str = "") -> Summary:
    """The review in figures. `version` is that of the strategy today; without it nothing is outdated."""
    counts = {kind: sum(each.judgement is kind for each in review.judged) for kind in Judgement}
    return Summary(
        state_of(review),
        counts[Judgement.NONE],
        counts[Judgement.SUGGESTED],
        counts[Judgement.REQUIRED],
        tuple(element for element in Press if review.on(element) is None),
        tuple(each.element for each in review.judged if each.waits),
        bool(version) and version != review.version,
    )


def to_json(review: PeerReview) -> bytes:
    """The review as a file that another installation can read."""
    return msgspec.json.format(msgspec.json.encode({"format": FORMAT, **msgspec.to_builtins(review)}), indent=2) + b"\n"


def from_json(data: bytes) -> PeerReview:
    """A review from such a file. Raises NotAReview."""
    try:
        found = msgspec.json.decode(data)
        if not isinstance(found, dict) or found.pop("format", None) != FORMAT:
            raise NotAReview(FORMAT)
        review = msgspec.convert(found, PeerReview)
    except (msgspec.DecodeError, RecursionError) as error:
        raise NotAReview(str(error)) from error
    if len({each.element for each in review.judged}) != len(review.judged):
        raise NotAReview("judged")
    return review
