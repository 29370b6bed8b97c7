"""The register of a workshop: who takes part, known by an id.

A `Participant` holds nothing by which somebody can be reached: names and contact details stand in `Contact`, which is
deleted after the event while the participants stay.
"""

from __future__ import annotations

from collections.abc import Iterable

from plethu.evidence.frozen import Frozen
from plethu.evidence.text import Language
from plethu.workshop.contexts import Attribute

LONGEST_WORDS = 1_000  # characters of an answer in words
LONGEST_ID = 64
ANY_GROUP = -1  # of `facilitates`


class Participant(Frozen, frozen=True):
    """Somebody in the register, by id.

    `sector`, `level`, `area`, `scale` are ids of the workshop's values, empty where the person did not say.
    `rounds` are the numbers (from 1) of the rounds they can be there for; empty means all. `together` and `apart` are
    ids of others. `facilitates` is the number of the group (from 1) they look after, 0 for none, ANY_GROUP for any.
    `came` is None until it is known whether they did. `can_welsh`: they can be in a Welsh-medium group if needed.
    """

    id: str
    sector: str = ""
    level: str = ""
    area: str = ""
    scale: str = ""
    language: Language = "en"
    welsh_medium: bool = False
    rounds: tuple[int, ...] = ()
    together: tuple[str, ...] = ()
    apart: tuple[str, ...] = ()
    facilitates: int = 0
    motivations: tuple[str, ...] = ()
    access_needs: str = ""
    came: bool | None = None
    withdrawn: bool = False
    can_welsh: bool = False

    def value(self, attribute: Attribute) -> str:
        """Their value of an attribute; empty where they did not say."""
        found: str = getattr(self, attribute)
        return found


class Contact(Frozen, frozen=True):
    """Who a participant is and how to reach them. Erased after the event, or when the person withdraws."""

    participant: str
    name: str = ""
    email: str = ""
    organisation: str = ""


def of_one_organisation(contacts: Iterable[Contact]) -> dict[str, tuple[str, ...]]:
    """For each participant, the others of the same organisation, for keeping colleagues apart where that is wished."""
    groups: dict[str, list[str]] = {}
    for contact in contacts:
        if name := " ".join(contact.organisation.casefold().split()):
            groups.setdefault(name, []).append(contact.participant)
    return {id: tuple(o for o in ids if o != id) for ids in groups.values() if len(ids) > 1 for id in ids}


def possible_speakers(people: Iterable[Participant]) -> tuple[Participant, ...]:
    """Those among whom the speaker of a contribution is hidden.

    Nobody who withdrew, who is known not to have come, or who facilitates: readers may know that it was none of these.
    """
    return tuple(p for p in people if not p.withdrawn and p.came is not False and not p.facilitates)
