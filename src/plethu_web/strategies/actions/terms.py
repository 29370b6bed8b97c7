"""Terms: suggesting one, answering, and saying where one that stands in a strategy comes from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone

from plethu_web.accounts.audit import note
from plethu_web.accounts.models import User
from plethu_web.strategies.actions.strategies import save_version
from plethu_web.strategies.blocks import Block
from plethu_web.strategies.models import Strategy, Term


class AlreadySettled(Exception):
    """Somebody else has answered the term already."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a term comes from, as whoever notes it says."""

    source: str
    reference: str = ""
    proposer: str = ""
    why: str = ""


@transaction.atomic
def suggest_term(*, by: User, strategy: Strategy, block: str, text: str, origin: Origin) -> Term:
    """Suggest a term for a block."""
    row = Term.objects.create(
        strategy=strategy,
        block=block,
        text=text,
        source=origin.source,
        reference=origin.reference,
        proposer=origin.proposer,
        why=origin.why,
        by=by,
    )
    note("term-suggested", by=by.pseudonym, review=strategy.review_id, thing=f"strategy:{strategy.pk}")
    return row


@transaction.atomic
def source_term(*, by: User, strategy: Strategy, block: str, plain: str, origin: Origin) -> Term:
    """Say where a term that stands in a block comes from."""
    row = Term.objects.create(
        strategy=strategy,
        block=block,
        text=plain[:300],
        plain=plain[:400],
        source=origin.source,
        reference=origin.reference,
        proposer=origin.proposer,
        why=origin.why,
        state=Term.State.ACCEPTED,
        by=by,
        settled=timezone.now(),
        settled_by=by,
    )
    note("term-sourced", by=by.pseudonym, review=strategy.review_id, thing=f"strategy:{strategy.pk}")
    return row


@transaction.atomic
def accept_term(
    *, by: User, term: Term, expected: int, blocks: Sequence[Block], formula: str, name: str, plain: str, answer: str,
) -> None:  # fmt: skip
    """Take a term into its block: the next version of the strategy, with the term among `blocks` already.

    Raises Conflict where another version counts, AlreadySettled where the term has its answer.
    """
    _settle(term, Term.State.ACCEPTED, by, answer, plain)
    save_version(
        by=by, strategy=term.strategy, expected=expected, blocks=blocks, formula=formula, change="term", block=name
    )
    note("term-accepted", by=by.pseudonym, review=term.strategy.review_id, thing=f"strategy:{term.strategy_id}")


@transaction.atomic
def decline_term(*, by: User, term: Term, answer: str) -> None:
    """Say no to a term, with the reason. Raises AlreadySettled where it has its answer."""
    _settle(term, Term.State.DECLINED, by, answer, "")
    note("term-declined", by=by.pseudonym, review=term.strategy.review_id, thing=f"strategy:{term.strategy_id}")


def _settle(term: Term, state: str, by: User, answer: str, plain: str) -> None:
    settled = Term.objects.filter(pk=term.pk, state=Term.State.PROPOSED).update(
        state=state, settled=timezone.now(), settled_by=by, answer=answer, plain=plain[:400]
    )
    if not settled:
        raise AlreadySettled
