"""The language somebody wrote in is context too: of ten who may have said something, two may have wanted Welsh.

Where the people who share a label can be divided by language into groups that are large enough, each text may be
published in the language it was written in. Elsewhere all texts with that label are published in one language, the one
that most of them wanted, and those in the other are published in translation only.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from plethu.evidence.frozen import Frozen
from plethu.evidence.text import Language
from plethu.workshop.cells import Crowd, cut, cuts_safely, parts_of_ring
from plethu.workshop.labels import Label, Labelling
from plethu.workshop.register import Participant

LANGUAGES: tuple[Language, ...] = ("en", "cy")


class OriginalLanguages(Frozen, frozen=True):
    """For each label the languages that texts may be published in, and the groups of people that this gives away.

    A label that is not here may not be published in any language.
    """

    allowed: dict[Label, tuple[Language, ...]]
    cells: tuple[tuple[str, tuple[str, ...]], ...]


def original_languages(
    labelling: Labelling, people: Iterable[Participant], published: Iterable[Iterable[str]] = ()
) -> OriginalLanguages:
    """Which languages may be seen beside each label. `published` are the cells of all earlier outputs."""
    crowd = Crowd(labelling.labels)
    wanting_welsh = crowd.set_of(person.id for person in people if person.language == "cy")
    rings = [parts_of_ring(map(crowd.set_of, labelling.cells.values())), parts_of_ring(map(crowd.set_of, published))]
    parts = [part for ring in rings for part in ring]
    allowed: dict[Label, tuple[Language, ...]] = {}
    cells = []
    for label, sharing in _sharing(labelling, crowd):
        welsh = sharing & wanting_welsh
        most: Language = "cy" if 2 * welsh.bit_count() > sharing.bit_count() else "en"
        if welsh in (0, sharing) or not cuts_safely(welsh, parts, labelling.least):
            allowed[label] = (most,)
            continue
        allowed[label] = LANGUAGES
        parts = cut(parts, welsh)
        cells.append((f"{label.sector or 'everybody'}: cy", crowd.people(welsh)))
    return OriginalLanguages(allowed, tuple(cells))


def _sharing(labelling: Labelling, crowd: Crowd) -> Iterator[tuple[Label, int]]:
    """Who has each label; last, where nobody has the empty one, all whom it fits: what nobody signed is by any of them.

    It comes last so that it does not take from the others what can be divided but once.
    """
    having: dict[Label, list[str]] = {}
    for id, label in labelling.labels.items():
        having.setdefault(label, []).append(id)
    if Label() in labelling.cells:
        last = having.pop(Label(), labelling.cells[Label()])
    yield from ((label, crowd.set_of(having[label])) for label in sorted(having))
    if Label() in labelling.cells:
        yield Label(), crowd.set_of(last)
