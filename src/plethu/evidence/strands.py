"""Strands of evidence, how each was searched, and the flow of records through it."""

from collections.abc import Iterator
from typing import Literal

from plethu.evidence.frozen import Frozen
from plethu.evidence.text import Text


class FlowStage(Frozen, frozen=True):
    """One stage of a branch: how many came in, how many were left out, how many went on."""

    id: str
    name: Text
    entered: int
    excluded: int
    left: int


class FlowBranch(Frozen, frozen=True):
    """One way by which a strand's sources were found, stage after stage."""

    id: str
    name: Text
    stages: tuple[FlowStage, ...]


class Strand(Frozen, frozen=True):
    """A body of evidence with its own dates, scope, inclusion rule and flow.

    `dates` is an EDTF interval, `dates_printed` the words of the report. A strand without `branches` has no flow.
    `listed` is how many of its sources the edition names, None where it names none.
    """

    id: str
    name: Text
    description: Text
    geography: str
    dates_printed: str
    dates: str
    search: Text
    screening: Text
    included: int | None = None
    branches: tuple[FlowBranch, ...] = ()
    flow_basis: Literal["published totals", "computed", ""] = ""
    listed: int | None = None
    sections: tuple[str, ...] = ()
    note: Text = Text("")


def flow_errors(strand: Strand) -> Iterator[tuple[str, str, int, int]]:
    """Sums of a strand's flow that do not hold, each as (branch, what, found, expected).

    What enters a stage less what is excluded goes on; what goes on enters the next stage; what the branches end
    with adds up to what the strand included.
    """
    for branch in strand.branches:
        for stage in branch.stages:
            if stage.entered - stage.excluded != stage.left:
                yield branch.id, stage.id, stage.left, stage.entered - stage.excluded
        for before, after in zip(branch.stages, branch.stages[1:], strict=False):
            if before.left != after.entered:
                yield branch.id, after.id, after.entered, before.left
    if strand.branches and strand.included is not None:
        total = sum(branch.stages[-1].left for branch in strand.branches)
        if total != strand.included:
            yield strand.id, "included", strand.included, total


class SearchBlock(Frozen, frozen=True):
    """A block of search terms, named by its role since printed letters shift between strategies."""

    id: str
    name: Text
    terms: tuple[str, ...]
    proximity: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()


class SearchStrategy(Frozen, frozen=True):
    """The search as the report gives it: blocks, how they combine, databases, notes."""

    blocks: tuple[SearchBlock, ...]
    formula_printed: str
    formula: str
    databases: tuple[str, ...]
    main_databases: tuple[str, ...]
    strategies: tuple[str, ...]
    notes: tuple[Text, ...] = ()


class Criterion(Frozen, frozen=True):
    """One inclusion or exclusion criterion, with the strands it applies to (our reading where the report is silent)."""

    id: str
    sense: Literal["include", "exclude"]
    aspect: str
    text: Text
    strands: tuple[str, ...] = ()


class ExtractionField(Frozen, frozen=True):
    """A field of the template into which reviewers extracted data."""

    id: str
    name: Text
    sections: tuple[str, ...] = ()
