"""A release made ready in one call: labels, languages and tables chosen beside all earlier releases, and checked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from plethu.evidence.frozen import Frozen
from plethu.workshop.contexts import Attribute, Contexts
from plethu.workshop.families import STEPS
from plethu.workshop.labels import Labelling, choose_labels
from plethu.workshop.original_languages import OriginalLanguages, original_languages
from plethu.workshop.register import Participant, possible_speakers
from plethu.workshop.releases import (
    Check,
    Release,
    Thresholds,
    binding,
    check_release,
    output_of_labels,
    published_cells,
)
from plethu.workshop.safe_tables import SafeRow, output_of_table, safe_rows


class Prepared(Frozen, frozen=True):
    """What a release would publish of people, and whether it may. `tables` has no entry for one that is not safe."""

    labelling: Labelling
    languages: OriginalLanguages
    tables: dict[Attribute, tuple[SafeRow, ...]]
    release: Release
    check: Check

    @property
    def may_go_out(self) -> bool:
        """Whether enough people took part for a label to stand for anybody, and nothing is given away."""
        return bool(self.labelling.labels) and self.check.may_go_out


def prepare_release(
    id: str,
    on: str,
    people: Iterable[Participant],
    contexts: Contexts,
    thresholds: Thresholds,
    ledger: Sequence[Release],
    tables: Iterable[Attribute] = (),
    steps: int = STEPS,
) -> Prepared:
    """Labels for everybody who may have spoken, tables of them by the given attributes, and the check of it all.

    The thresholds of earlier releases hold where they were higher. Nothing is stored: the release enters the ledger
    when it goes out. Raises ValueError for thresholds under the least.
    """
    thresholds = binding(ledger, thresholds)
    speakers = possible_speakers(people)
    before = published_cells(ledger)
    labelling = choose_labels(speakers, contexts, thresholds.labels, before, steps)
    languages = original_languages(labelling, speakers, before)
    outputs = [output_of_labels("labels", labelling, languages.cells)]
    counted = [person for person in speakers if person.id in labelling.labels]
    made: dict[Attribute, tuple[SafeRow, ...]] = {}
    for attribute in tables:
        earlier = [*before, *(cell.people for output in outputs for cell in output.cells)]
        if rows := safe_rows(counted, attribute, contexts, thresholds.tables, earlier):
            made[attribute] = rows
            outputs.append(output_of_table(f"people by {attribute}", rows))
    release = Release(id, on, tuple(outputs), thresholds)
    check = check_release(ledger, release, [person.id for person in speakers], thresholds)
    return Prepared(labelling, languages, made, release, check)
