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
    """By what is published: labels, the languages that may be seen beside each, and what stands for what is masked.

    `before` says with what label and in which language texts went out before, by the id of the contribution. What is
    published stays so: somebody who is noted later as not having come, or as a facilitator, is not told by a text that
    vanishes.
    """

    labelling: Labelling
    languages: Mapping[Label, tuple[Language, ...]]
    masks: Mapping[NameKind, str]
    before: Mapping[str, tuple[Label, Language]] = MappingProxyType({})


class Waiting(Frozen, frozen=True):
    """Contributions that are coded, read and signed off and still do not go out, by why, as ids.

    `label`: nothing can be said yet of where their speakers speak from. `translation`: the language they were written
    in would tell too much, and there is no translation that was signed off.
    """

    label: tuple[str, ...] = ()
    translation: tuple[str, ...] = ()


def published_contributions(
    contributions: Iterable[Contribution],
    reviews: Mapping[str, TextReview],
    codings: Iterable[Coding],
    rules: Rules,
    translations: Mapping[str, Contribution] = MappingProxyType({}),
) -> dict[Published, tuple[str, ...]]:
    """What may go out, sorted by what it says, each with the contributions it comes from, which stay inside.

    Texts not signed off and people still held back are not in it. `translations` are the words in the other language,
    by the id of the contribution. They are signed off on their own, and stand where the language in which something was
    written would tell too much.
    """
    texts = {}
    for said in contributions:
        label, shown = _shown(said, rules, translations)
        if label is not None and shown and not said.hidden and _is_signed(shown, reviews):
            texts[said.id] = label, shown.language, published_text(reviews[shown.id], shown, rules.masks)
    found: dict[Published, set[str]] = {}
    for coding in codings:
        if coding.contribution in texts:
            made = (coding.finding, coding.action, coding.stance, coding.aspect, *texts[coding.contribution])
            found.setdefault(Published(*made), set()).add(coding.contribution)
    return {each: tuple(sorted(found[each])) for each in sorted(found)}


def waiting(
    contributions: Iterable[Contribution],
    reviews: Mapping[str, TextReview],
    codings: Iterable[Coding],
    rules: Rules,
    translations: Mapping[str, Contribution] = MappingProxyType({}),
) -> Waiting:
    """What is ready but for a label or a translation. `reviews` are of the texts and of their translations."""
    coded = {coding.contribution for coding in codings}
    label, translation = [], []
    for said in contributions:
        if said.hidden or said.id not in coded or not _is_signed(said, reviews):
            continue
        theirs, shown = _shown(said, rules, translations)
        if theirs is None:
            label.append(said.id)
        elif shown is None or not _is_signed(shown, reviews):
            translation.append(said.id)
    return Waiting(tuple(label), tuple(translation))


def _shown(
    said: Contribution, rules: Rules, translations: Mapping[str, Contribution]
) -> tuple[Label | None, Contribution | None]:
    """The label a contribution goes out with, and its words in a language that may be seen beside that; None for none.

    Nothing goes out with a label of which no language is known.
    """
    label = label_of(said, rules.labelling)
    languages = rules.languages.get(label, ()) if label is not None else ()
    if label is None and said.id in rules.before:
        label, language = rules.before[said.id]
        languages = (language,)
    if label is None or not languages:
        return None, None
    if said.language in languages:
        return label, said
    other = translations.get(said.id)
    return label, other if other and other.language in languages else None


def _is_signed(shown: Contribution, reviews: Mapping[str, TextReview]) -> bool:
    return shown.id in reviews and may_be_published(reviews[shown.id], shown)


def rows(published: Iterable[Published]) -> list[tuple[str, ...]]:
    """A header and one row each, for CSV; values are ids."""
    made: list[tuple[str, ...]] = [COLUMNS]
    for each in published:
        context = (each.label.sector, each.label.level, each.label.area, each.label.scale)
        made.append((each.finding, each.action, each.stance, each.aspect, *context, each.language, each.text))
    return made
