"""What may be published of a workshop: who may have spoken, texts signed off, the ledger, and the next release."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, cast

import msgspec
from django.http import Http404
from django.utils import timezone

from plethu.evidence.text import Language
from plethu.framework.editions import default_edition
from plethu.wording import say
from plethu.workshop.codings import Coding
from plethu.workshop.contexts import Attribute
from plethu.workshop.contributions import Contribution
from plethu.workshop.labels import Labelling
from plethu.workshop.leaving import left_since
from plethu.workshop.masking import Found, NameKind, Names
from plethu.workshop.name_words import use_of_words
from plethu.workshop.original_languages import LANGUAGES
from plethu.workshop.preparing import Prepared, prepare_release
from plethu.workshop.publishing import Published, Rules, Waiting, published_contributions, waiting
from plethu.workshop.register import Participant
from plethu.workshop.releases import Output, Release, Thresholds
from plethu.workshop.safe_tables import SafeRow
from plethu.workshop.signing import Decision, State, TextReview, hash_of, may_be_published, translation_of
from plethu_web.workshops.models import Signing, Workshop, WorkshopRelease
from plethu_web.workshops.queries import coding as queries
from plethu_web.workshops.queries.register import contacts_of
from plethu_web.workshops.queries.released import published_before
from plethu_web.workshops.queries.said import texts_of
from plethu_web.workshops.subjects import contexts

KINDS: tuple[NameKind, ...] = ("person", "organisation", "place", "reach", "name")


def people_of(workshop: Workshop) -> tuple[Participant, ...]:
    """The register, as far as labels are chosen by it: nothing else is kept in mind longer than a request takes."""
    columns = ("pk", "sector", "level", "area", "scale", "language", "facilitates", "came")
    rows = workshop.participants.filter(withdrawn=None).order_by("code").values_list(*columns)
    return tuple(
        Participant(
            id=str(pk),
            sector=sector,
            level=level,
            area=area,
            scale=scale,
            language="cy" if language == "cy" else "en",
            facilitates=facilitates,
            came=came,
        )
        for pk, sector, level, area, scale, language, facilitates, came in rows
    )


def ledger_of(workshop: Workshop) -> list[Release]:
    """All that was released, as the library reads it."""
    return [
        Release(
            str(row.number),
            row.made.date().isoformat(),
            msgspec.convert(tuple(row.outputs), tuple[Output, ...]),
            Thresholds(row.labels, row.tables),
        )
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


def left_of(workshop: Workshop) -> tuple[str, ...]:
    """Who has withdrawn of those counted in a release."""
    gone = {str(pk) for pk in workshop.participants.exclude(withdrawn=None).values_list("pk", flat=True)}
    return left_since(ledger_of(workshop), gone) if gone else ()


def names_in(workshop: Workshop) -> Names:
    """The names to look for: of the register, of facilitators, and of places in Wales."""
    places = [name for each in default_edition().authorities for name in (each.name.en, each.name.cy)]
    labels = [label for label in workshop.facilitators.values_list("label", flat=True) if label]
    return Names(contacts_of(workshop), places, labels, use=use_of_words(texts_of(workshop)))


def knows_people(workshop: Workshop) -> bool:
    """Whether there are names of people to look for: they go some days after the workshop."""
    return bool(contacts_of(workshop))


def newest_signings(workshop: Workshop) -> dict[str, Signing]:
    """What holds for each text."""
    return {row.contribution: row for row in Signing.objects.filter(workshop=workshop).order_by("pk")}


def newest_signing(workshop: Workshop, contribution: str) -> Signing | None:
    """What holds for one text."""
    return Signing.objects.filter(workshop=workshop, contribution=contribution).order_by("pk").last()


def review_of(row: Signing, said: Contribution) -> TextReview:
    """A signing-off as the library reads it; with no decisions where the words have changed since."""
    same = row.of == hash_of(said.text)
    decisions, also = _places(said.text, row.decisions, row.also) if same else ((), ())
    return TextReview(said.id, cast(Any, row.state), row.of, decisions, also, str(row.by_id), row.made.isoformat())


def review_of_translation(row: Signing, made: Contribution) -> TextReview:
    """How its words in the other language were signed off, in which names were looked for too."""
    decisions, _also = _places(made.text, row.translation_decisions, [])
    return TextReview(made.id, "signed-off", hash_of(made.text), decisions, (), str(row.by_id), row.made.isoformat())


def _places(text: str, decisions: list[Any], also: list[Any]) -> tuple[tuple[Decision, ...], tuple[Found, ...]]:
    found = (Decision(Found(start, end, kind, text[start:end]), mask) for start, end, kind, mask in decisions)
    return tuple(found), tuple(Found(start, end, "name", text[start:end]) for start, end in also)


def state_of(row: Signing | None, said: Contribution) -> State:
    """How far the reading of a text is: unread too where its words have changed since they were signed off."""
    if row is None or (row.state == "signed-off" and row.of != hash_of(said.text)):
        return "unread"
    return cast(State, row.state)


def is_decided(row: Signing | None, said: Contribution) -> bool:
    """Whether somebody has decided on exactly these words."""
    return state_of(row, said) != "unread"


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
            made = translation_of(said[id], row.translation)
            translations[id] = made
            reviews[made.id] = review_of_translation(row, made)
    return reviews, translations


def masks(language: Language) -> dict[NameKind, str]:
    """What stands for what is masked."""
    return {kind: say(f"workshop.mask.{kind}", language) for kind in KINDS}


@dataclass(frozen=True, slots=True)
class Labelled:
    """Labels and a table beside all that was released before, and what they would give away."""

    prepared: Prepared

    @property
    def labelling(self) -> Labelling:
        """The labels."""
        return self.prepared.labelling

    @property
    def rows(self) -> tuple[SafeRow, ...]:
        """The table of sectors; empty where there is none."""
        return self.prepared.tables.get("sector", ())

    @property
    def promised(self) -> Thresholds:
        """The thresholds that hold for it: those chosen, or higher ones of earlier releases."""
        return self.prepared.release.promised


def labelled(workshop: Workshop, with_table: bool = True) -> Labelled:
    """The labels that may be used now, checked against the ledger."""
    caution, ledger = queries.caution_of(workshop), ledger_of(workshop)
    thresholds, today = Thresholds(caution.labels, caution.tables), timezone.localdate().isoformat()
    id = str(len(ledger) + 1)
    return Labelled(_prepared(id, today, people_of(workshop), thresholds, tuple(ledger), with_table))


@lru_cache(maxsize=4)  # it depends on these alone, so what goes out is as safe as if it were worked out anew
def _prepared(
    id: str,
    on: str,
    people: tuple[Participant, ...],
    thresholds: Thresholds,
    ledger: tuple[Release, ...],
    with_table: bool,
) -> Prepared:
    """A release as the library prepares and checks it. With thousands of people this takes a second."""
    tables: tuple[Attribute, ...] = ("sector",) if with_table else ()
    return prepare_release(id, on, people, contexts(), thresholds, ledger, tables)


def rules_of(workshop: Workshop, found: Labelled, language: Language) -> Rules:
    """By what texts of a language are published."""
    allowed = found.prepared.languages.allowed
    return Rules(found.labelling, allowed, masks(language), published_before(workshop))


def publishable(
    workshop: Workshop, said: Mapping[str, Contribution], codings: Collection[Coding], found: Labelled
) -> dict[Published, tuple[str, ...]]:
    """The contributions that may go out with these labels, by the codings that count; each with where it comes from."""
    reviews, translations = reviews_and_translations(workshop, said)
    made: dict[Published, tuple[str, ...]] = {}
    for language in LANGUAGES:  # what is masked is named in the language of the text
        rules = rules_of(workshop, found, language)
        all_of_them = published_contributions(said.values(), reviews, codings, rules, translations)
        made.update((each, ids) for each, ids in all_of_them.items() if each.language == language)
    return dict(sorted(made.items()))


def waiting_in(
    workshop: Workshop, said: Mapping[str, Contribution], codings: Collection[Coding], found: Labelled
) -> Waiting:
    """What is ready but for a label or a translation."""
    reviews, translations = reviews_and_translations(workshop, said)
    return waiting(said.values(), reviews, codings, rules_of(workshop, found, "en"), translations)
