"""What was said at a workshop: one contribution each, on what finding, in which group and round, and who said it.

`person` is the id of whoever said it, where that is known; a facilitator's note of what a group said has none. It ties
a contribution to a label and is never published, nor are group and round, which would narrow the speaker to a handful.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

from plethu.evidence.findings import Stance
from plethu.evidence.frozen import Frozen
from plethu.evidence.text import Language

Speaker = Literal["participant", "facilitator"]
SpokenStance = Literal["echo", "challenge", "add", "unsure"]
LONGEST_TEXT = 10_000  # characters

# What a speaker chose, as the stance an analyst starts from; "unsure" leaves it open.
PROPOSED: dict[SpokenStance, Stance | None] = {
    "echo": "echoed",
    "challenge": "challenged",
    "add": "added",
    "unsure": None,
}


class Contribution(Frozen, frozen=True):
    """One thing said. `finding` is the id of the finding or action it was made on, empty for a prompt about the whole.

    `group` and `round` count from 1. `hidden`: taken from view by a moderator, kept for the record.
    """

    id: str
    text: str
    language: Language
    by: Speaker
    group: int
    round: int
    finding: str = ""
    prompt: str = ""
    person: str = ""
    spoken: SpokenStance = "unsure"
    hidden: bool = False


def contribution_refusals(contribution: Contribution, findings: Iterable[str], rounds: int) -> Iterator[str]:
    """Why a contribution cannot be taken: text-empty, text-too-long, finding-unknown, round-unknown, group-unknown."""
    if not contribution.text.strip():
        yield "text-empty"
    if len(contribution.text) > LONGEST_TEXT:
        yield "text-too-long"
    if contribution.finding and contribution.finding not in set(findings):
        yield "finding-unknown"
    if not 1 <= contribution.round <= rounds:
        yield "round-unknown"
    if contribution.group < 1:
        yield "group-unknown"
