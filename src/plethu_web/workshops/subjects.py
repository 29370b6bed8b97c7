"""What an edition has that rounds can discuss: its actions and findings, in words, and what people are asked about.

A workshop names its edition by a key: the id of the site's, or the hash of one that its review holds.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from django.urls import reverse

from plethu.evidence.text import Text
from plethu.framework.edition import Edition, Voice
from plethu.framework.editions import default_edition
from plethu.framework.reading import read_kept
from plethu.workshop.contexts import LEVELS, SCALES, SECTORS, Contexts, areas
from plethu_web.workshops.models import HeldEdition, Round, Topic


@dataclass(frozen=True, slots=True)
class Subject:
    """An action or a finding: its id in the edition and its words. `is_here`: the site has a page of it."""

    kind: str
    ref: str
    words: Text
    is_here: bool = True

    @property
    def href(self) -> str:
        """The page that shows it; empty where there is none."""
        return reverse(f"evidence:{self.kind}", args=[self.ref]) if self.is_here else ""


def edition_of(key: str) -> Edition | None:
    """The edition a workshop is held on; None where it is neither the site's any more nor any review's."""
    edition = default_edition()
    if edition.id == key:
        return edition
    try:
        return _held(key)
    except HeldEdition.DoesNotExist:
        return None


@lru_cache(maxsize=8)
def _held(hash: str) -> Edition:
    """One that a review holds, read once: other content has another hash. What is missing is asked for again."""
    row = HeldEdition.objects.filter(hash=hash).first()
    if row is None:
        raise HeldEdition.DoesNotExist
    return read_kept(row.built)


def subjects_of(key: str) -> dict[tuple[str, str], Subject]:
    """All that an edition has to discuss, by kind and id; empty for one that is not here."""
    edition = edition_of(key)
    return _subjects(edition) if edition else {}


@lru_cache(maxsize=8)
def _subjects(edition: Edition) -> dict[tuple[str, str], Subject]:
    is_here = edition is default_edition()
    found = [Subject("action", action.id, action.name, is_here) for action in edition.actions]
    found += [Subject("finding", finding.id, finding.statement, is_here) for finding in edition.findings]
    return {(each.kind, each.ref): each for each in found}


def subject_of(topic: Topic, key: str) -> Subject:
    """What a round discusses, in words; by its bare id where the edition is not here."""
    found = subjects_of(key).get((topic.kind, topic.ref))
    return found or Subject(topic.kind, topic.ref, Text(topic.ref, topic.ref, "reviewed"), is_here=False)


def not_discussed(key: str, rounds: Iterable[Round]) -> list[str]:
    """The findings of an edition, by number, that no part of an agenda discusses by themselves or with their action."""
    edition = edition_of(key)
    on = {(topic.kind, topic.ref) for each in rounds for topic in each.topics.all()}
    return [
        finding.id
        for finding in (edition.findings if edition else ())
        if ("finding", finding.id) not in on
        and not any(("action", action) in on for action in (finding.action, *finding.also_actions))
    ]


def voices_of(key: str) -> tuple[Voice, ...]:
    """The backgrounds that speakers can be given: the edition's own, or the sectors where it has none."""
    edition = edition_of(key)
    if edition is None or edition.voices:
        return edition.voices if edition else ()
    return tuple(Voice(value.id, value.name) for value in contexts().sector)


@lru_cache(maxsize=1)
def contexts() -> Contexts:
    """The sectors, levels, areas and scales that people are asked for; areas are those of the site's edition."""
    return Contexts(SECTORS, LEVELS, areas(default_edition().authorities), SCALES)
