"""Reading and signing off every text before it is published: what was decided on each name, by whom, on which words.

| state      | sign-off   | reopen | keep-back | what it means                       |
|------------|------------|--------|-----------|-------------------------------------|
| unread     | signed-off | -      | kept-back | nobody has decided yet              |
| signed-off | -          | unread | kept-back | a person has read it and stands by it |
| kept-back  | -          | unread | -         | it is not published                 |
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from typing import Literal

from msgspec.structs import replace

from plethu.evidence.frozen import Frozen
from plethu.evidence.text import Language
from plethu.workshop.contributions import Contribution
from plethu.workshop.masking import Found, NameKind, masked

State = Literal["unread", "signed-off", "kept-back"]
Step = Literal["sign-off", "reopen", "keep-back"]
STEPS: Mapping[tuple[State, Step], State] = {
    ("unread", "sign-off"): "signed-off",
    ("unread", "keep-back"): "kept-back",
    ("signed-off", "reopen"): "unread",
    ("signed-off", "keep-back"): "kept-back",
    ("kept-back", "reopen"): "unread",
}


class Decision(Frozen, frozen=True):
    """What a person decided on something found: to mask it or to leave it as it is."""

    found: Found
    mask: bool


class TextReview(Frozen, frozen=True):
    """How far the reading of one text has come. `of` is the SHA-256 of the words that were read; `on` is ISO 8601.

    `also` are characters that the reader marked beyond what was found.
    """

    contribution: str
    state: State = "unread"
    of: str = ""
    decisions: tuple[Decision, ...] = ()
    also: tuple[Found, ...] = ()
    by: str = ""
    on: str = ""


def hash_of(text: str) -> str:
    """By which words are known again."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def signing_refusals(
    contribution: Contribution,
    found: Iterable[Found],
    decisions: Iterable[Decision],
    by: str,
    also: Iterable[Found] = (),
) -> Iterator[str]:
    """Why a text cannot be signed off: undecided, not-in-text, overlaps, by-nobody, hidden."""
    decisions, also = tuple(decisions), tuple(also)
    decided = {decision.found for decision in decisions}
    marked = sorted([*(d.found for d in decisions if d.mask), *also])
    if set(found) - decided:
        yield "undecided"
    if any(contribution.text[f.start : f.end] != f.text or f.start >= f.end for f in (*decided, *also)):
        yield "not-in-text"
    if any(a.end > b.start for a, b in pairwise(marked)):
        yield "overlaps"
    if not by:
        yield "by-nobody"
    if contribution.hidden:
        yield "hidden"


def signed_off(
    contribution: Contribution, decisions: Iterable[Decision], by: str, on: str, also: Iterable[Found] = ()
) -> TextReview:
    """The review of a text that a person stands by, once `signing_refusals` has nothing against it."""
    words = hash_of(contribution.text)
    return TextReview(contribution.id, "signed-off", words, tuple(decisions), tuple(also), by, on)


def may_be_published(review: TextReview, contribution: Contribution) -> bool:
    """Whether exactly these words have been signed off: words changed since have to be read again."""
    return review.state == "signed-off" and review.of == hash_of(contribution.text) and not contribution.hidden


def translation_of(contribution: Contribution, words: str) -> Contribution:
    """The words of a contribution in the other language: a text of its own, searched for names and signed off too."""
    other: Language = "en" if contribution.language == "cy" else "cy"
    return replace(contribution, id=f"{contribution.id}-{other}", text=words, language=other)


def published_text(review: TextReview, contribution: Contribution, places: Mapping[NameKind, str]) -> str:
    """The words as they may be published. Raises ValueError for a text that may not be."""
    if not may_be_published(review, contribution):
        raise ValueError(f"{contribution.id} has not been signed off as it stands")
    chosen = [decision.found for decision in review.decisions if decision.mask]
    return masked(contribution.text, [*chosen, *review.also], places)
