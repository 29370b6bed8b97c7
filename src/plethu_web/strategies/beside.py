"""A strategy held against another one of the review that it should say the same as, for another platform."""

from __future__ import annotations

from dataclasses import dataclass, replace

from plethu.searching.checking import Finding, check_together
from plethu.searching.platforms import platform
from plethu_web.reviews.queries.reviews import Access
from plethu_web.strategies.finding import Element, by_element, texts_of
from plethu_web.strategies.models import Strategy
from plethu_web.strategies.queries.answers import answered
from plethu_web.strategies.queries.strategies import latest, strategies_of
from plethu_web.strategies.understanding import Understood, understand

LONGEST_KEY = 300


@dataclass(frozen=True, slots=True)
class Beside:
    """A strategy as a translation of `other`. `elements` has those with findings; none where one cannot be read."""

    other: Strategy
    platform: str
    is_read: bool
    found: tuple[Finding, ...]
    elements: list[Element]

    @property
    def waiting(self) -> int:
        """How many findings ask for something."""
        return sum(element.waiting for element in self.elements)


def others(access: Access, row: Strategy) -> list[tuple[Strategy, str]]:
    """The review's other strategies, each with the name of its platform."""
    found = strategies_of(access).filter(is_aside=False).exclude(pk=row.pk)
    return [(each, platform(each.platform).name) for each in found]


def beside(row: Strategy, understood: Understood, other: Strategy) -> Beside:
    """What differs between a strategy and the other, which counts. Places are those of the strategy's own blocks."""
    name = platform(other.platform).name
    theirs = understand(other, latest(other)).written
    if understood.written is None or theirs is None:
        return Beside(other, name, False, (), [])
    answers = answered(row)
    keyed = [
        replace(each, key=f"beside-{other.pk}:{each.key}"[:LONGEST_KEY])
        for each in check_together([theirs, understood.written])
    ]
    found = tuple(replace(each, answer=answers.get(each.key)) for each in keyed)
    elements = by_element(found, texts_of(understood.written), row)
    return Beside(other, name, True, found, [each for each in elements if each.waiting or each.answered])
