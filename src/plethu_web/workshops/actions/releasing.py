"""Reading texts and signing them off, and choosing thresholds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, cast

from django.db import transaction

from plethu.evidence.text import Language
from plethu.workshop.contributions import Contribution
from plethu.workshop.masking import Found, Names
from plethu.workshop.releases import Thresholds, threshold_flaws
from plethu.workshop.signing import STEPS, Decision, hash_of, signing_refusals, translation_of
from plethu_web.workshops.actions.coding import Doing, Refused
from plethu_web.workshops.models import Caution, Signing
from plethu_web.workshops.queries import coding as coded
from plethu_web.workshops.queries import releasing as queries

TWICE = ("undecided", "not-in-text", "overlaps")  # what can be wrong with a translation beside the text itself


@dataclass(frozen=True, slots=True)
class Marked:
    """What a reader decided in a text: on each thing that was found, and what they marked beyond."""

    decisions: tuple[Decision, ...] = ()
    also: tuple[Found, ...] = ()

    def stored(self) -> tuple[list[Any], list[Any]]:
        """As places in the text, without the names themselves."""
        decisions = [[d.found.start, d.found.end, d.found.kind, d.mask] for d in self.decisions]
        return decisions, [[each.start, each.end] for each in self.also]


@transaction.atomic
def sign(
    *, doing: Doing, contribution: str, marked: Marked, language: Language, translation: str, marked_there: Marked
) -> None:
    """Sign a text off as it reads now, with its translation, in which names are looked for too. Raises Refused."""
    workshop = doing.locked()
    text = coded.contribution_of(workshop, contribution)
    names = queries.names_in(workshop)
    state = queries.state_of(queries.newest_signing(workshop, contribution), text)
    codes = ["decided-already"] if (state, "sign-off") not in STEPS else []
    codes += _signing_refusals(doing, text, names, marked)
    if translation:
        other = translation_of(text, translation)
        codes += [
            f"translation-{code}" for code in _signing_refusals(doing, other, names, marked_there) if code in TWICE
        ]
    if codes:
        raise Refused("signing", codes)
    decisions, also = marked.stored()
    decisions_there, _also = marked_there.stored() if translation else ([], [])
    Signing.objects.create(
        workshop=workshop,
        contribution=contribution,
        state="signed-off",
        of=hash_of(text.text),
        decisions=decisions,
        also=also,
        language=language,
        translation=translation,
        translation_decisions=decisions_there,
        by=doing.by,
    )
    doing.note("text-signed-off")


def _signing_refusals(doing: Doing, text: Contribution, names: Names, marked: Marked) -> Iterator[str]:
    return signing_refusals(text, names.find(text.text), marked.decisions, str(doing.by.pseudonym), marked.also)


@transaction.atomic
def step(*, doing: Doing, said: Contribution, code: str) -> None:
    """Keep a text back, or open it for reading again. What its state does not allow is left as it is."""
    workshop = doing.locked()
    row = queries.newest_signings(workshop).get(said.id)
    state = STEPS.get(cast(Any, (row.state if row else "unread", code)))
    if state is None or code == "sign-off":
        return
    Signing.objects.create(workshop=workshop, contribution=said.id, state=state, language=said.language, by=doing.by)
    doing.note("text-kept-back" if state == "kept-back" else "text-reopened")


@transaction.atomic
def choose_thresholds(*, doing: Doing, labels: int, tables: int, blind: bool) -> None:
    """Choose the fewest people that labels and tables may stand for, and whether coding is blind. Raises Refused."""
    workshop = doing.locked()
    if codes := [code for code, _field in threshold_flaws(Thresholds(labels, tables))]:
        raise Refused("threshold", codes)
    defaults = {"labels": labels, "tables": tables, "blind": blind}
    Caution.objects.update_or_create(workshop=workshop, defaults=defaults)
    doing.note("thresholds-changed")
