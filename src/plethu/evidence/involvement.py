"""Who was involved in a review, how, when and with what say: the terms of the ACTIVE framework.

Pollock A, Campbell P, Struthers C, Synnot A, Nunn J, Hill S, Goodare H, Morris J, Watts C, Morley R (2019) Development
of the ACTIVE framework to describe stakeholder involvement in systematic reviews. Journal of Health Services Research
& Policy 24(4), 245-255, doi:10.1177/1355819619841647. It describes who was involved; recruitment as open or closed; the
approach as one-time, continuous or both; the method as direct or indirect; the stage, by the stages of a Cochrane
review; and the level of control, from leading to receiving. The groups of people are ours: the framework was made for
health care and names patients, carers and families apart from other stakeholders.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal, get_args

from plethu.evidence.frozen import Frozen
from plethu.evidence.text import NO_TEXT, Text

Group = Literal["public", "partners", "deciders", "researchers"]
Recruitment = Literal["open", "closed"]
Approach = Literal["one-time", "continuous", "combined"]
Contact = Literal["direct", "indirect"]
Stage = Literal[
    "question", "methods", "protocol", "search-plan", "search", "selection", "data", "appraisal", "analysis",
    "interpretation", "writing", "uptake",
]  # fmt: skip
Level = Literal["leading", "controlling", "influencing", "contributing", "receiving"]
STAGES: tuple[Stage, ...] = get_args(Stage)
LEVELS: tuple[Level, ...] = get_args(Level)


class Involvement(Frozen, frozen=True):
    """One way in which people were involved. Empty where it is not described.

    `people` is how many; `dates` is EDTF; `recruited` and `methods` are in words, beside their codes.
    """

    id: str
    title: Text
    who: tuple[Group, ...] = ()
    details: Text = NO_TEXT
    people: int | None = None
    recruitment: Recruitment | Literal[""] = ""
    recruited: Text = NO_TEXT
    approach: Approach | Literal[""] = ""
    contact: Contact | Literal[""] = ""
    stages: tuple[Stage, ...] = ()
    level: Level | Literal[""] = ""
    methods: Text = NO_TEXT
    dates: str = ""


class Cell(Frozen, frozen=True):
    """A stage and a level, and the entries that stand there."""

    stage: Stage
    level: Level
    entries: tuple[Involvement, ...]


def picture(entries: Iterable[Involvement]) -> tuple[Cell, ...]:
    """Every stage with every level, in order, and what stands in each; an entry of several stages stands in each."""
    held = tuple(entries)
    return tuple(
        Cell(stage, level, tuple(entry for entry in held if stage in entry.stages and entry.level == level))
        for stage in STAGES
        for level in LEVELS
    )


def undescribed(entry: Involvement) -> Iterator[str]:
    """The parts of ACTIVE's description that an entry leaves out, as names of fields."""
    for field in ("who", "recruitment", "approach", "contact", "stages", "level", "methods"):
        value = getattr(entry, field)
        if value.is_empty if isinstance(value, Text) else not value:
            yield field


def stages_without_anybody(entries: Iterable[Involvement]) -> tuple[Stage, ...]:
    """The stages of the review in which nobody was involved."""
    reached = {stage for entry in entries for stage in entry.stages}
    return tuple(stage for stage in STAGES if stage not in reached)
