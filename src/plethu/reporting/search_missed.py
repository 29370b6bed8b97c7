"""Why a strategy misses a record, sentence by sentence."""

from __future__ import annotations

from plethu.evidence.text import Language
from plethu.searching.running import Missed
from plethu.wording import say
from plethu.wording.missed import failure_sentence


def tell_missed(missed: Missed, language: Language) -> tuple[str, ...]:
    """One sentence for each line of the strategy that failed, and one where the record has no abstract."""
    found = [
        failure_sentence(
            failure.block, [(reason.code, reason.values) for reason in failure.reasons], language, failure.others
        )
        for failure in missed.failures
    ]
    return (*found, *([say("search.missed.no-abstract", language)] if missed.has_no_abstract else []))
