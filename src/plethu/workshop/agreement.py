"""How far two coders agree who did not see each other's work.

Cohen's kappa is (p₀ − pₑ) / (1 − pₑ): p₀ the share of items on which both chose the same, pₑ the share on which they
would by chance, Σ over categories of the product of both coders' shares. J. Cohen (1960), A coefficient of agreement
for nominal scales, Educational and Psychological Measurement 20(1), 37-46, doi:10.1177/001316446002000104; its large
sample standard error is √(p₀(1 − p₀) / (n(1 − pₑ)²)).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import groupby
from math import sqrt

from plethu.evidence.frozen import Frozen
from plethu.workshop.codings import Coding

FEW = 30  # items; with fewer the standard error says little
TOO_FEW = 10  # items; with fewer there is nothing to say beyond the counts
RARE = 5  # choices of a category by either coder
NONE = ""


class Agreement(Frozen, frozen=True):
    """Agreement on some items. Shares lie from 0 to 1; `kappa` is None where it is not defined.

    It is not where there are no items, or where both coders chose one and the same category throughout. `table` counts
    items by the first coder's category and the second's. `cautions`: too-few, few-items, rare-category, one-category.
    """

    items: int
    agreed: int
    share: float | None
    expected: float | None
    kappa: float | None
    error: float | None
    table: tuple[tuple[str, str, int], ...]
    cautions: tuple[str, ...]


def agreement(pairs: Iterable[tuple[str, str]]) -> Agreement:
    """Agreement on items, each given as the two coders' categories."""
    counts = Counter(pairs)
    items = counts.total()
    table = tuple((first, second, count) for (first, second), count in sorted(counts.items()))
    if not items:
        return Agreement(0, 0, None, None, None, None, (), ("too-few",))
    agreed = sum(count for (first, second), count in counts.items() if first == second)
    of_first, of_second = _margin(counts, 0), _margin(counts, 1)
    by_chance = sum(of_first[category] * of_second[category] for category in of_first)  # whole numbers: exact below
    share, expected = agreed / items, by_chance / items**2
    defined = by_chance < items**2
    kappa = (agreed * items - by_chance) / (items**2 - by_chance) if defined else None
    error = sqrt(share * (1 - share) / items) / (1 - expected) if defined else None
    return Agreement(items, agreed, share, expected, kappa, error, table, tuple(_cautions(items, of_first, of_second)))


def _margin(counts: Counter[tuple[str, str]], coder: int) -> Counter[str]:
    found: Counter[str] = Counter()
    for pair, count in counts.items():
        found[pair[coder]] += count
    return found


def _cautions(items: int, first: Counter[str], second: Counter[str]) -> list[str]:
    rare = any(min(first[category], second[category]) < RARE for category in {*first, *second})
    one = len({*first, *second}) == 1
    if items < TOO_FEW:
        return ["too-few"]
    found = (("few-items", items < FEW), ("rare-category", rare and not one), ("one-category", one))
    return [code for code, holds in found if holds]


def agreement_on_stance(codings: Iterable[Coding], first: str, second: str) -> Agreement:
    """On what both coded against the same finding: whether they see the same stance."""
    return agreement(_both(codings, first, second, "stance"))


def agreement_on_aspect(codings: Iterable[Coding], first: str, second: str) -> Agreement:
    """On what both coded against the same finding: whether they see the same aspect."""
    return agreement(_both(codings, first, second, "aspect"))


def agreement_on_findings(codings: Iterable[Coding], first: str, second: str) -> Agreement:
    """On contributions that both coded: whether they coded them against the same findings, actions and proposals."""
    against: dict[tuple[str, str], set[str]] = {}
    for coding in codings:
        against.setdefault((coding.contribution, coding.coder), set()).add(_against(coding))
    shared = sorted({c for c, coder in against if coder == first} & {c for c, coder in against if coder == second})
    return agreement((" ".join(sorted(against[c, first])), " ".join(sorted(against[c, second]))) for c in shared)


class Difference(Frozen, frozen=True):
    """What two coders see differently, for them to talk about: values of the first and of the second."""

    contribution: str
    against: str
    stances: tuple[str, str]
    aspects: tuple[str, str]


def differences(codings: Iterable[Coding], first: str, second: str) -> tuple[Difference, ...]:
    """Every contribution that both coded and not in the same way; a value is empty where that coder chose none."""
    codings = tuple(codings)
    both = {c.contribution for c in codings if c.coder == first} & {
        c.contribution for c in codings if c.coder == second
    }
    found: dict[tuple[str, str], dict[str, Coding]] = {}
    for coding in codings:
        if coding.contribution in both and coding.coder in (first, second):
            found.setdefault((coding.contribution, _against(coding)), {})[coding.coder] = coding
    made = []
    for (contribution, against), by in sorted(found.items()):
        one, other = by.get(first), by.get(second)
        stances = (one.stance if one else NONE, other.stance if other else NONE)
        aspects = (one.aspect if one else NONE, other.aspect if other else NONE)
        if stances[0] != stances[1] or aspects[0] != aspects[1]:
            made.append(Difference(contribution, against, stances, aspects))
    return tuple(made)


def _against(coding: Coding) -> str:
    return coding.finding or coding.action or coding.proposal


def _both(codings: Iterable[Coding], first: str, second: str, field: str) -> list[tuple[str, str]]:
    """The pairs of values; where a coder coded one contribution against one finding twice, the values together."""

    def item(coding: Coding) -> tuple[str, str]:
        return coding.contribution, _against(coding)

    pairs = []
    for _, group in groupby(sorted(codings, key=item), key=item):
        found: Sequence[Coding] = [*group]
        values = [sorted({getattr(c, field) for c in found if c.coder == coder}) for coder in (first, second)]
        if all(values):
            pairs.append((" ".join(values[0]), " ".join(values[1])))
    return pairs
