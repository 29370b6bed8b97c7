"""What does not fit together in a protocol, or is missing from it. Each is told; none keeps it from being published."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from plethu.evidence.dates import is_edtf, years
from plethu.evidence.frozen import Frozen
from plethu.evidence.protocol import Commitment, Protocol, Rule, StrandPlan, Window
from plethu.evidence.protocol_editing import Way

MANY_RULES = 5  # that two strands share; a few the same are no sign of a copied text


class Doubt(Frozen, frozen=True):
    """A code of `plethu.wording` (`protocol.doubt.CODE`) and the way to the entry it is about.

    `other` is the id of the strand that it does not agree with, where there is one.
    """

    code: str
    way: Way = ()
    other: str = ""


def doubts(protocol: Protocol) -> Iterator[Doubt]:
    """Everything that a reader of this protocol would stumble over, in the order of its parts."""
    for field in ("question", "purpose", "scope", "updates"):
        if getattr(protocol, field).is_empty:
            yield Doubt(f"no-{field}")
    for definition in protocol.definitions:
        if definition.meaning.is_empty:
            yield Doubt("no-meaning", (("definitions", definition.id),))
    if not protocol.strands:
        yield Doubt("no-strands")
    for strand in protocol.strands:
        yield from _of_strand(strand)
    yield from _one_text_for_two(protocol.strands)
    for commitment in protocol.commitments:
        yield from _of_commitment(commitment)


def _of_strand(strand: StrandPlan) -> Iterator[Doubt]:
    here: Way = (("strands", strand.id),)
    yield from _of_windows(strand, here)
    if strand.geography.is_empty:
        yield Doubt("no-geography", here)
    if strand.screening == "not-said":
        yield Doubt("screening-not-said", here)
    if not strand.routes:
        yield Doubt("no-routes", here)
    if not any(rule.sense == "include" for rule in strand.rules):
        yield Doubt("no-inclusion-rule", here)
    for rule in strand.rules:
        if rule.agreed_by.is_empty:
            yield Doubt("agreed-by-nobody", (*here, ("rules", rule.id)))
    for first, second in combinations(strand.rules, 2):
        if first.sense != second.sense and _same(first, second):
            yield Doubt("included-and-excluded", (*here, ("rules", second.id)))


def _of_windows(strand: StrandPlan, here: Way) -> Iterator[Doubt]:
    if not strand.windows:
        yield Doubt("no-window", here)
    if len({window.dates or window.printed for window in strand.windows}) > 1:
        yield Doubt("several-windows", here)
    for window in strand.windows:
        if not is_edtf(window.dates):
            yield Doubt("window-not-read", (*here, ("windows", window.id)))
        elif _is_backwards(window):
            yield Doubt("window-backwards", (*here, ("windows", window.id)))


def _is_backwards(window: Window) -> bool:
    first, _, last = window.dates.partition("/")
    return bool(first[:1].isdigit() and last[:1].isdigit() and last < first[: len(last)])


def _one_text_for_two(strands: tuple[StrandPlan, ...]) -> Iterator[Doubt]:
    """Strands of other times under the same rules, or nearly: most likely one text was printed for two reviews."""
    for first, second in combinations(strands, 2):
        one, two = ({_plain(rule) for rule in strand.rules} for strand in (first, second))
        if (one == two or len(one & two) >= MANY_RULES) and one & two and _apart(first, second):
            yield Doubt("one-text-for-two", (("strands", second.id),), first.id)


def _apart(first: StrandPlan, second: StrandPlan) -> bool:
    spans = [[span for w in strand.windows if (span := years(w.dates))] for strand in (first, second)]
    return bool(spans[0] and spans[1]) and all(a[1] <= b[0] or b[1] <= a[0] for a in spans[0] for b in spans[1])


def _of_commitment(commitment: Commitment) -> Iterator[Doubt]:
    here: Way = (("commitments", commitment.id),)
    if commitment.commitment.is_empty:
        yield Doubt("no-commitment", here)
    elif commitment.done.is_empty:
        yield Doubt("not-done-yet", here)


def _plain(rule: Rule) -> tuple[str, str, str]:
    return rule.sense, rule.text.en.casefold().strip(" ."), rule.text.cy.casefold().strip(" .")


def _same(first: Rule, second: Rule) -> bool:
    return _plain(first)[1:] == _plain(second)[1:]
