"""The files of a release, made from what was kept of it: contributions, statements, chapter, the next edition."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import msgspec
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override
from msgspec.structs import replace

from plethu.evidence.findings import Finding
from plethu.evidence.problems import BadInput
from plethu.evidence.text import NO_TEXT, Language, Text
from plethu.framework.canonical import canonical
from plethu.framework.comparing import AdviceChange, EditionDiff, advice_changes, compare_editions
from plethu.framework.edition import Action, Edition
from plethu.framework.editions import default_edition, example_situations
from plethu.framework.next_edition import actions_of_proposals, next_edition, voices_of_sectors, workshop_strand
from plethu.framework.situation import Situation
from plethu.reporting.documents.csv_text import write_csv
from plethu.reporting.documents.docx import write_docx
from plethu.reporting.documents.html import write_html
from plethu.reporting.documents.parts import Outline
from plethu.reporting.workshop_chapter import anonymity_sentence, chapter_outline, workshop_chapter
from plethu.reporting.workshop_data import contributions_csv, contributions_json
from plethu.workshop.proposals import Proposal
from plethu.workshop.publishing import Published
from plethu.workshop.reading import Anonymity, Discussion
from plethu_web.workshops import release_made_up as made_up
from plethu_web.workshops.models import WorkshopRelease
from plethu_web.workshops.queries.editions import STRAND
from plethu_web.workshops.subjects import contexts, edition_of

CSV, HTML, JSON = "text/csv; charset=utf-8", "text/html; charset=utf-8", "application/json"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@dataclass(frozen=True, slots=True)
class Kind:
    """A file that can be taken away. `needs_edition`: only where the edition is served here."""

    words: Promise
    ending: str
    type: str
    make: Callable[[WorkshopRelease, Language], bytes]
    needs_edition: bool = True


def published_in(row: WorkshopRelease) -> tuple[Published, ...]:
    """The contributions that went out."""
    return made_up.published(row, msgspec.convert(tuple(row.content["published"]), tuple[Published, ...]))


def findings_in(row: WorkshopRelease) -> tuple[Finding, ...]:
    """The statements that went out."""
    return made_up.findings(row, msgspec.convert(tuple(row.content["findings"]), tuple[Finding, ...]))


def anonymity_of(row: WorkshopRelease) -> Anonymity:
    """What can be said of how few people a label stands for, and whether the numbers are lower than usual."""
    found = msgspec.convert(row.content["anonymity"], Anonymity)
    return replace(found, least=row.labels, tables=row.tables, lowered=bool(row.content["lowered"]))


def edition_before(row: WorkshopRelease) -> Edition:
    """The edition the workshop was held on. Raises LookupError where it is not served here any more."""
    edition = edition_of(row.workshop.edition)
    if edition is None:
        raise LookupError(row.workshop.edition)
    return edition


def actions_in(row: WorkshopRelease) -> tuple[Action, ...]:
    """The additional actions."""
    proposals = msgspec.convert(tuple(row.content["proposals"]), tuple[Proposal, ...])
    return actions_of_proposals(edition_before(row), made_up.proposals(row, proposals))


def edition_after(row: WorkshopRelease) -> Edition:
    """The next edition: the one before with the findings and the actions of this release."""
    workshop, findings = row.workshop, findings_in(row)
    strand = workshop_strand(
        strand_in(row),
        made_up.name(row),
        workshop.about,
        f"{workshop.starts:%Y-%m}",
        f"{workshop.starts:%d.%m.%Y}",
        workshop.covers,
        made_up.invited(
            row, Text("People registered with a link or a code.", "Cofrestrodd pobl gyda dolen neu god.", "draft")
        ),
    )
    made = next_edition(
        before := edition_before(row),
        _version(row),
        f"{row.made:%Y-%m-%d}",
        strand,
        findings,
        actions_in(row),
        voices_of_sectors(contexts(), findings),
        _said_of_numbers(row),
    )
    return made_up.edition(row, before, made)


def _said_of_numbers(row: WorkshopRelease) -> Text:
    """What an edition says of how it was made, where the numbers were lower than is usual."""
    held = anonymity_of(row)
    if not held.lowered:
        return NO_TEXT
    return Text(anonymity_sentence(held, "en"), anonymity_sentence(held, "cy"), "reviewed")


def strand_in(row: WorkshopRelease) -> str:
    """The strand that its findings stand in."""
    return str(row.content.get("strand") or STRAND.format(row.workshop.starts))


def _version(row: WorkshopRelease) -> str:
    """The year, and the number of the release among all that the review's workshops had."""
    number = WorkshopRelease.objects.filter(workshop__review=row.workshop.review_id, pk__lte=row.pk).count()
    return f"{row.made:%Y}.{number}"


def what_changes(row: WorkshopRelease, language: Language) -> tuple[EditionDiff, tuple[AdviceChange, ...]]:
    """What the next edition changes, and for which of the edition's own situations the advice differs."""
    before, after = edition_before(row), edition_after(row)
    return compare_editions(before, after), advice_changes(before, after, _situations(before, language))


def _situations(edition: Edition, language: Language) -> dict[str, Situation]:
    """The example situations of the site's edition by their names, for it and for what was made from it."""
    if edition.id != default_edition().id:
        return {}
    try:
        return {each.name: each for each in example_situations(edition, language).values()}
    except BadInput:  # an edition of the same name that asks something else
        return {}


def chapter(row: WorkshopRelease, language: Language) -> Outline:
    """The chapter of the report."""
    after = edition_after(row)
    before = edition_before(row)
    put = _discussions(row, before)
    with override(language):
        held = date_format(timezone.localtime(row.workshop.starts), "j F Y")
    about = (strand_in(row), anonymity_of(row), language, put, before)
    made = workshop_chapter(after, *about, held=held)
    return chapter_outline(made, after, row.content.get("bears_on", {}))


def _discussions(row: WorkshopRelease, before: Edition) -> dict[str, Discussion]:
    """What became of what was put to the groups.

    Where words are held back, it is not told on which thing: they are of few people. So of nothing that no published
    word is about is it said then that nobody spoke of it.
    """
    said, held = (
        ids | {each.action for each in before.findings if each.id in ids and each.action}
        for ids in (set(row.content.get(part, ())) for part in ("spoken", "unpublished"))
    )
    silent: Discussion = "not-published" if held - said else "nothing-said"
    return dict.fromkeys([*row.content["put"], *held], silent) | dict.fromkeys(said, "discussed")


def made_whole(row: WorkshopRelease) -> None:
    """Make what is made of a release, so that nothing is stored of which no edition can be made. Raises BadInput."""
    if edition_of(row.workshop.edition) is not None:
        edition_after(row)


def _actions_csv(row: WorkshopRelease, language: Language) -> bytes:
    rows = [
        [each.id, each.category, each.name.en, each.name.cy, each.summary.en, each.summary.cy]
        for each in actions_in(row)
    ]
    return ("\ufeff" + write_csv([["id", "category", "name", "name_cy", "summary", "summary_cy"], *rows])).encode()


def _findings_csv(row: WorkshopRelease, language: Language) -> bytes:
    head = ["id", "stance", "action", "category", "bears_on", "voices", "statement", "statement_cy"]
    on = row.content.get("bears_on", {})
    rows = [
        [
            f.id,
            f.stance or "",
            f.action,
            f.category,
            " ".join(on.get(f.id, ())),
            " ".join(f.voices),
            f.statement.en,
            f.statement.cy,
        ]
        for f in findings_in(row)
    ]
    return ("\ufeff" + write_csv([head, *rows])).encode()


FILES: dict[str, Kind] = {
    "chapter-docx": Kind(_("The chapter, as a Word document"), "docx", DOCX, lambda r, n: write_docx(chapter(r, n))),
    "chapter-html": Kind(
        _("The chapter, as a web page"), "html", HTML, lambda r, n: write_html(chapter(r, n)).encode()
    ),
    "contributions-csv": Kind(
        _("What was said, without names, as CSV"), "csv", CSV, lambda r, n: contributions_csv(published_in(r)), False
    ),
    "contributions-json": Kind(
        _("What was said, without names, as JSON"),
        "json",
        JSON,
        lambda r, n: made_up.json(r, contributions_json(published_in(r), anonymity_of(r))),
        False,
    ),
    "statements-csv": Kind(_("The statements, as CSV"), "csv", CSV, _findings_csv, False),
    "actions-csv": Kind(_("Additional actions, as CSV"), "csv", CSV, _actions_csv),
    "edition": Kind(_("The next edition, as JSON"), "json", JSON, lambda r, n: canonical(edition_after(r)) + b"\n"),
}


def file_name(row: WorkshopRelease, kind: str, language: Language) -> str:
    """What a file is called where it is taken away: by its workshop first, since people keep those of several."""
    begins = made_up.prefix(
        row
    ) or f"{slugify(row.workshop.name.text('cy' if language == 'cy' else 'en'))[:40]}-".lstrip("-")
    return f"{begins}{kind}-{row.number}-{language}.{FILES[kind].ending}"


def is_served(row: WorkshopRelease) -> bool:
    """Whether this site still has the edition the workshop was held on, as it was: one corrected since may not fit."""
    if edition_of(row.workshop.edition) is None:
        return False
    try:
        edition_after(row)
    except BadInput:
        return False
    return True
