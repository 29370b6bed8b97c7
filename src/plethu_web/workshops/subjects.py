"""What an edition has that rounds can discuss: its actions and findings, in words, and what people are asked about."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from django.urls import reverse

from plethu.evidence.text import Text
from plethu.framework.edition import Edition
from plethu.framework.editions import default_edition
from plethu.workshop.contexts import LEVELS, SCALES, SECTORS, Contexts, areas
from plethu_web.workshops.models import Topic


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


def edition_of(id: str) -> Edition | None:
    """The edition a workshop was made on; None where this site does not serve it any more."""
    edition = default_edition()
    return edition if edition.id == id else None


@lru_cache(maxsize=4)
def subjects_of(id: str) -> dict[tuple[str, str], Subject]:
    """All that an edition has to discuss, by kind and id; empty for one that is not served here."""
    edition = edition_of(id)
    if edition is None:
        return {}
    found = [Subject("action", action.id, action.name) for action in edition.actions]
    found += [Subject("finding", finding.id, finding.statement) for finding in edition.findings]
    return {(each.kind, each.ref): each for each in found}


def subject_of(topic: Topic, edition: str) -> Subject:
    """What a round discusses, in words; by its bare id where the edition is not served here."""
    found = subjects_of(edition).get((topic.kind, topic.ref))
    return found or Subject(topic.kind, topic.ref, Text(topic.ref, topic.ref, "reviewed"), is_here=False)


@lru_cache(maxsize=1)
def contexts() -> Contexts:
    """The sectors, levels, areas and scales that people are asked for."""
    return Contexts(SECTORS, LEVELS, areas(default_edition().authorities), SCALES)
