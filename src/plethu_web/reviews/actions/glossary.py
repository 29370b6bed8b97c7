"""What can be done with the glossary. Each is one transaction with its event in it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from plethu.evidence.protocol_editing import free_id
from plethu_web.accounts.audit import note
from plethu_web.accounts.models import User
from plethu_web.reviews.models import GlossaryWord, Review, Wording
from plethu_web.reviews.queries.reviews import Access

MOST_WORDS = 500


class TooMany(Exception):
    """The glossary has as many words as it can hold."""


@transaction.atomic
def suggest_word(*, by: User, access: Access, columns: Mapping[str, Any]) -> GlossaryWord:
    """Suggest a word with its meaning. Raises `TooMany`."""
    review = Review.objects.select_for_update().get(pk=access.review.pk)
    taken = list(review.words.values_list("code", flat=True))
    if len(taken) >= MOST_WORDS:
        raise TooMany
    code = free_id(columns["term"] or columns["term_cy"], taken, "word")
    word = GlossaryWord.objects.create(review=review, code=code)
    _suggest(by, access, word, columns)
    return word


@transaction.atomic
def suggest_wording(*, by: User, access: Access, word: GlossaryWord, columns: Mapping[str, Any]) -> None:
    """Suggest another wording for a word."""
    GlossaryWord.objects.select_for_update().get(pk=word.pk)
    _suggest(by, access, word, columns)


@transaction.atomic
def settle(*, by: User, access: Access, wording: Wording) -> None:
    """Settle a wording: from now on it counts. What was settled before stays in the history."""
    Wording.objects.filter(pk=wording.pk).update(settled=timezone.now(), settled_by=by)
    GlossaryWord.objects.filter(pk=wording.word.pk).update(set_aside=False)
    thing = f"wording:{wording.pk}"
    note("wording-settled", by=by.pseudonym, review=access.review.pk, thing=thing, number=wording.number)


@transaction.atomic
def set_aside(*, by: User, access: Access, word: GlossaryWord, aside: bool) -> None:
    """Set a word aside, or take it up again. Nothing of it is lost."""
    GlossaryWord.objects.filter(pk=word.pk).update(set_aside=aside)
    kind = "word-set-aside" if aside else "word-taken-up"
    note(kind, by=by.pseudonym, review=access.review.pk, thing=f"word:{word.pk}")


def _suggest(by: User, access: Access, word: GlossaryWord, columns: Mapping[str, Any]) -> None:
    number = (word.wordings.aggregate(last=Max("number"))["last"] or 0) + 1
    made = Wording.objects.create(word=word, number=number, by=by, **columns)
    note("wording-suggested", by=by.pseudonym, review=access.review.pk, thing=f"wording:{made.pk}")
