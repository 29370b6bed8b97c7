"""Contributions as they may be published: words as they were signed off, safe labels, stances, and nothing else.

Left out are person, group, round, time and the order in which things were said: each could narrow down who spoke.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from plethu.evidence.findings import Stance
from plethu.evidence.frozen import Frozen
from plethu.evidence.text import Language
from plethu.workshop.codings import Aspect, Coding
from plethu.workshop.contributions import Contribution
from plethu.workshop.labels import Label, Labelling
from plethu.workshop.masking import NameKind
from plethu.workshop.reading import label_of
from plethu.workshop.signing import TextReview, may_be_published, published_text


class Published(Frozen, frozen=True, order=True):
    """One contribution against one finding or action. Its fields are all that is published of it."""

    finding: str
    action: str
    stance: Stance
    aspect: Aspect
    label: Label
    language: Language
    text: str


COLUMNS = ("finding", "action", "stance", "aspect", "sector", "level", "area", "scale", "language", "text")


class Rules(Frozen, frozen=True):
    """By what is published: labels, the languages that may be seen beside each, and what stands for what is masked."""

    labelling: Labelling
    languages: Mapping[Label, tuple[Language, ...]]
    masks: Mapping[NameKind, str]


def published_contributions(
    contributions: Iterable[Contribution],
    reviews: Mapping[str, TextReview],
    codings: Iterable[Coding],
    rules: Rules,
    translations: Mapping[str, Contribution] = MappingProxyType({}),
) -> tuple[Published, ...]:
    """What may go out, sorted by what it says. Texts not signed off and people still held back are not in it.

    `translations` are the words in the other language, by the id of the contribution. They are signed off on their
    own, and stand where the language in which something was written would tell too much.
    """
    texts = {}
    for said in contributions:
        label = label_of(said, rules.labelling)
        shown = said if said.language in rules.languages.get(label, (said.language,)) else translations.get(said.id)
        if shown and shown.id in reviews and said.person not in rules.labelling.held and not said.hidden:
            if may_be_published(reviews[shown.id], shown):
                texts[said.id] = label, shown.language, published_text(reviews[shown.id], shown, rules.masks)
    found = set()
    for coding in codings:
        if coding.contribution in texts:
            made = (coding.finding, coding.action, coding.stance, coding.aspect, *texts[coding.contribution])
            found.add(Published(*made))
    return tuple(sorted(found))


def rows(published: Iterable[Published]) -> list[tuple[str, ...]]:
    """A header and one row each, for CSV; values are ids."""
    made: list[tuple[str, ...]] = [COLUMNS]
    for each in published:
        context = (each.label.sector, each.label.level, each.label.area, each.label.scale)
        made.append((each.finding, each.action, each.stance, each.aspect, *context, each.language, each.text))
    return made
