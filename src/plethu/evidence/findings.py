"""Findings: one statement each, with the strand it comes from and what it bears on."""

from typing import Literal

from plethu.evidence.conditions import Condition
from plethu.evidence.frozen import Frozen
from plethu.evidence.text import Text

FindingKind = Literal["finding", "framing", "synthesis"]
Polarity = Literal["supports", "hinders", "mixed"]
Stance = Literal["echoed", "challenged", "added"]
StanceBasis = Literal["stated", "judged"]
Join = Literal["all", "any"]
CROSS_CUTTING = "cross-cutting"  # the category of a finding that bears on no action or category in particular


class Finding(Frozen, frozen=True):
    """One statement of the evidence.

    `action` is empty for a finding about a whole category, and `category` is empty for a cross-cutting one.
    `stance` is set for a workshop's contributions alone. `sections` locate it in the report.
    `conditions` are those that a rule can compute; `notes` are circumstances kept as text. `rests_with` is the id of a
    finding that rests on what the same one person said, and on nothing else: the two count as one.
    """

    id: str
    strand: str
    statement: Text
    kind: FindingKind = "finding"
    polarity: Polarity = "supports"
    action: str = ""
    also_actions: tuple[str, ...] = ()
    category: str = ""
    stance: Stance | None = None
    stance_basis: StanceBasis | None = None
    voices: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    citations: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()
    join: Join = "all"
    conditions: tuple[Condition, ...] = ()
    notes: tuple[str, ...] = ()
    rests_with: str = ""
