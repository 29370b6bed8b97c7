"""What may be published of a workshop: who may have spoken, texts signed off, the ledger, and the next release."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, cast

import msgspec
from django.http import Http404
from django.utils import timezone

from plethu.evidence.text import Language
from plethu.framework.editions import default_edition
from plethu.wording import say
from plethu.workshop.contributions import Contribution
from plethu.workshop.labels import Labelling, choose_labels
from plethu.workshop.masking import Found, NameKind, Names, ordinary_words
from plethu.workshop.original_languages import LANGUAGES, OriginalLanguages, original_languages
from plethu.workshop.publishing import Published, Rules, published_contributions
from plethu.workshop.register import Participant, possible_speakers
from plethu.workshop.releases import (
    Check,
    Output,
    Release,
    Thresholds,
    check_release,
    output_of_labels,
    published_cells,
)
from plethu.workshop.safe_tables import SafeRow, output_of_table, safe_rows
from plethu.workshop.signing import Decision, TextReview, hash_of, may_be_published
from plethu_web.workshops.models import Signing, Workshop, WorkshopRelease
from plethu_web.workshops.queries import coding as queries
from plethu_web.workshops.queries.register import contacts_of, participants_of
from plethu_web.workshops.subjects import contexts

KINDS: tuple[NameKind, ...] = ("person", "organisation", "place", "reach", "name")


def speakers_of(workshop: Workshop) -> tuple[Participant, ...]:
    """Those among whom whoever said something is hidden."""
    return possible_speakers(participants_of(workshop))


def ledger_of(workshop: Workshop) -> list[Release]:
    """All that was released, as the library reads it."""
    return [
        Release(str(row.number), row.made.date().isoformat(), msgspec.convert(tuple(row.outputs), tuple[Output, ...]))
        for row in releases_of(workshop)
    ]


def releases_of(workshop: Workshop) -> list[WorkshopRelease]:
    """All that was released, oldest first."""
    return list(workshop.releases.select_related("by", "workshop").order_by("number"))


def release_of(workshop: Workshop, number: int) -> WorkshopRelease:
    """One release; Http404 where there is none."""
    found = workshop.releases.filter(number=number).first()
    if found is None:
        raise Http404
    return found


def names_in(workshop: Workshop, contributions: Iterable[Contribution]) -> Names:
    """The names to look for: of the register, of facilitators, and of places in Wales."""
    places = [name for each in default_edition().authorities for name in (each.name.en, each.name.cy)]
    labels = [label for label in workshop.facilitators.values_list("label", flat=True) if label]
    words = ordinary_words(each.text for each in contributions)
    return Names(contacts_of(workshop), places, labels, words)


def newest_signings(workshop: Workshop) -> dict[str, Signing]:
    """What holds for each text."""
    return {row.contribution: row for row in Signing.objects.filter(workshop=workshop).order_by("pk")}


def review_of(row: Signing, said: Contribution) -> TextReview:
    """A signing-off as the library reads it; with no decisions where the words have changed since."""
    same = row.of == hash_of(said.text)
    decisions = tuple(
        Decision(Found(start, end, kind, said.text[start:end]), mask) for start, end, kind, mask in row.decisions
    )
    also = tuple(Found(start, end, "name", said.text[start:end]) for start, end in row.also)
    on, by = row.made.isoformat(), str(row.by_id)
    return TextReview(said.id, cast(Any, row.state), row.of, decisions if same else (), also if same else (), by, on)


def is_decided(row: Signing | None, said: Contribution) -> bool:
    """Whether somebody has decided on exactly these words."""
    return row is not None and (
        row.state == "kept-back" or (row.state == "signed-off" and row.of == hash_of(said.text))
    )


def reviews_and_translations(
    workshop: Workshop, said: Mapping[str, Contribution]
) -> tuple[dict[str, TextReview], dict[str, Contribution]]:
    """How far the reading of each text is, and the words in the other language, which are signed off with it."""
    reviews: dict[str, TextReview] = {}
    translations: dict[str, Contribution] = {}
    for id, row in newest_signings(workshop).items():
        if id not in said:
            continue
        reviews[id] = review_of(row, said[id])
        if row.translation and may_be_published(reviews[id], said[id]):
            other: Language = "en" if said[id].language == "cy" else "cy"
            made = msgspec.structs.replace(said[id], id=f"{id}-{other}", text=row.translation, language=other)
            translations[id] = made
            reviews[made.id] = TextReview(made.id, "signed-off", hash_of(row.translation), by=str(row.by_id))
    return reviews, translations


def masks(language: Language) -> dict[NameKind, str]:
    """What stands for what is masked."""
    return {kind: say(f"workshop.mask.{kind}", language) for kind in KINDS}


@dataclass(frozen=True, slots=True)
class Labelled:
    """Labels and a table beside all that was released before, and what they would give away."""

    people: tuple[Participant, ...]
    labelling: Labelling
    languages: OriginalLanguages
    rows: tuple[SafeRow, ...]
    release: Release
    check: Check


def labelled(workshop: Workshop, with_table: bool = True) -> Labelled:
    """The labels that may be used now, checked against the ledger."""
    people, caution, ledger = speakers_of(workshop), queries.caution_of(workshop), ledger_of(workshop)
    before: list[tuple[str, ...]] = published_cells(ledger)
    rows = safe_rows(people, "sector", contexts(), caution.tables, before) if with_table else ()
    beside = [*before, *(row.people for row in rows)]
    labelling = choose_labels(people, contexts(), caution.labels, beside)
    languages = original_languages(labelling, people, beside)
    outputs = (output_of_labels("labels", labelling, languages.cells), *_tables(rows))
    release = Release(str(len(ledger) + 1), timezone.localdate().isoformat(), outputs)
    thresholds = Thresholds(caution.labels, caution.tables)
    check = check_release(ledger, release, [person.id for person in people], thresholds)
    return Labelled(people, labelling, languages, rows, release, check)


def _tables(rows: Sequence[SafeRow]) -> list[Output]:
    return [output_of_table("sectors", rows)] if rows else []


def publishable(workshop: Workshop, said: Mapping[str, Contribution], found: Labelled) -> tuple[Published, ...]:
    """The contributions that may go out with these labels."""
    reviews, translations = reviews_and_translations(workshop, said)
    codings = queries.counting_codings(workshop, said)
    made: set[Published] = set()
    for language in LANGUAGES:  # what is masked is named in the language of the text
        rules = Rules(found.labelling, found.languages.allowed, masks(language))
        all_of_them = published_contributions(said.values(), reviews, codings, rules, translations)
        made.update(each for each in all_of_them if each.language == language)
    return tuple(sorted(made))
