"""Reading texts and signing them off, choosing thresholds, and publishing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, cast

import msgspec
from django.db import transaction
from django.utils import timezone

from plethu.evidence.text import Language
from plethu.framework.next_edition import free_strand
from plethu.workshop.contributions import Contribution
from plethu.workshop.findings_out import as_edition_finding
from plethu.workshop.masking import Found, Names
from plethu.workshop.reading import anonymity, spoken_of
from plethu.workshop.releases import Thresholds, lowered, threshold_flaws
from plethu.workshop.signing import STEPS, Decision, hash_of, signing_refusals, translation_of
from plethu_web.reviews.models import Review
from plethu_web.workshops.actions.coding import Doing, Refused
from plethu_web.workshops.models import Caution, Signing, Statement, Workshop, WorkshopRelease
from plethu_web.workshops.queries import coding as coded
from plethu_web.workshops.queries import releasing as queries
from plethu_web.workshops.queries.editions import strands_taken
from plethu_web.workshops.queries.statements import Written, written
from plethu_web.workshops.subjects import edition_of

STRAND = "workshop-{0:%Y-%m}"
TWICE = ("undecided", "not-in-text", "overlaps")  # what can be wrong with a translation beside the text itself


class NotSafe(Exception):
    """It would give away too much, beside what was published before."""


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
    codes = list(_signing_refusals(doing, text, names, marked))
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


@transaction.atomic
def publish(*, doing: Doing, with_table: bool) -> WorkshopRelease:
    """Publish what is signed off and coded, and the statements nothing is in the way of. Raises NotSafe."""
    Review.objects.select_for_update().get(pk=doing.access.review.pk)  # workshops of a review share its numbers
    workshop = doing.locked()
    found = queries.labelled(workshop, with_table)
    if not found.check.may_go_out:
        raise NotSafe
    caution = coded.caution_of(workshop)
    said = coded.contributions_of(workshop)
    codings = coded.counting_codings(workshop, said)
    statements = [each for each in written(workshop, said, found.labelling, codings) if not each.refusals]
    row = WorkshopRelease.objects.create(
        workshop=workshop,
        number=int(found.release.id),
        labels=caution.labels,
        tables=caution.tables,
        outputs=msgspec.to_builtins(found.release.outputs),
        content=_content(
            workshop,
            found,
            statements,
            published=queries.publishable(workshop, said, codings, found),
            spoken=spoken_of(codings, said.values(), found.labelling),
            lowered=lowered(Thresholds(caution.labels, caution.tables)),
        ),
        by=doing.by,
    )
    for each in statements:
        Statement.objects.filter(pk=each.row.pk).update(published_as=each.finding.id)
    workshop.published = workshop.published or timezone.now()
    workshop.save(update_fields=["published"])
    doing.note("workshop-released")
    return row


def _content(workshop: Workshop, found: queries.Labelled, statements: Sequence[Written], **more: Any) -> dict[str, Any]:
    borne_out = {each.finding.proposal for each in statements}  # an edition has no action that no finding speaks for
    proposals = [p for p in map(coded.as_proposed, coded.standing_proposals(workshop)) if p.id in borne_out]
    strand = strand_of(workshop)
    held = anonymity(found.labelling)
    content = {
        **more,
        "strand": strand,
        "findings": _findings(statements, strand),
        "bears_on": {each.finding.id: each.finding.bears_on for each in statements},
        "trail": {each.finding.id: each.finding.contributions for each in statements},
        "proposals": [msgspec.structs.replace(each, by="") for each in proposals],
        "put": sorted(coded.put_to_groups(workshop)),
        "anonymity": held,
        "table": [[row.value, row.count] for row in found.rows],
    }
    made: dict[str, Any] = msgspec.to_builtins(content)
    return made


def strand_of(workshop: Workshop) -> str:
    """The strand its findings stand in: that of its first release, else one that nothing else in the review has."""
    for content in workshop.releases.order_by("number").values_list("content", flat=True):
        return str(content.get("strand") or STRAND.format(workshop.starts))
    edition = edition_of(workshop.edition)
    taken = strands_taken(workshop, edition.id if edition else "")
    taken |= {strand.id for strand in edition.strands} if edition else set()
    return free_strand(STRAND.format(workshop.starts), taken)


def _findings(statements: Iterable[Written], strand: str) -> list[Any]:
    return [as_edition_finding(each.finding, strand) for each in statements]
