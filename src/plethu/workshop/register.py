"""The register of a workshop: who takes part, known by an id, and what a registration must be to be accepted.

A `Participant` holds nothing by which somebody can be reached: names and contact details stand in `Contact`, which is
deleted after the event while the participants stay.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from plethu.evidence.frozen import Frozen
from plethu.evidence.text import Language
from plethu.workshop.contexts import ATTRIBUTES, Attribute, Contexts

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


class Refusal(Frozen, frozen=True):
    """Why a registration cannot be taken as it is: a code, the field, and values for its sentence."""

    code: str
    field: str
    values: dict[str, str] = msgspec.field(default_factory=dict)


def refusals(
    participant: Participant, contexts: Contexts, rounds: int, others: Iterable[str] = ()
) -> Iterator[Refusal]:
    """Everything wrong with one registration. `others` are the ids already taken or to be taken beside it."""
    known = set(others)
    if not participant.id or len(participant.id) > LONGEST_ID:
        yield Refusal("id-length", "id", {"most": str(LONGEST_ID)})
    if participant.id in known:
        yield Refusal("id-twice", "id", {"id": participant.id})
    for attribute in ATTRIBUTES:
        value = participant.value(attribute)
        if value and not contexts.path(attribute, value):
            yield Refusal("value-unknown", attribute, {"value": value})
    for number in participant.rounds:
        if not 1 <= number <= rounds:
            yield Refusal("round-unknown", "rounds", {"value": str(number), "most": str(rounds)})
    if len(participant.access_needs) > LONGEST_WORDS:
        yield Refusal("words-too-long", "access_needs", {"most": str(LONGEST_WORDS)})
    yield from _companions(participant, known)


def _companions(participant: Participant, known: set[str]) -> Iterator[Refusal]:
    """Wishes about others that cannot be met by anybody."""
    for field, ids in (("together", participant.together), ("apart", participant.apart)):
        if participant.id in ids:
            yield Refusal("companion-self", field)
        for id in ids:
            if id not in known and id != participant.id:
                yield Refusal("companion-unknown", field, {"id": id})
    for id in sorted(set(participant.together) & set(participant.apart)):
        yield Refusal("together-and-apart", "apart", {"id": id})


def register_refusals(people: Sequence[Participant], contexts: Contexts, rounds: int) -> dict[str, tuple[Refusal, ...]]:
    """What is wrong in a whole register, by id; nobody is in it whose registration is in order."""
    ids = [person.id for person in people]
    found: dict[str, tuple[Refusal, ...]] = {}
    everybody = set(ids)
    doubled = {id for id, count in Counter(ids).items() if count > 1}
    for person in people:
        others = everybody if person.id in doubled else everybody - {person.id}
        if wrong := tuple(refusals(person, contexts, rounds, others)):
            found[person.id] = wrong
    return found


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
