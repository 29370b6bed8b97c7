"""The register of a made-up workshop: seventy codes, no names. Sectors and areas are of uneven sizes, as they are.

The same seed gives the same people. Their codes say that they are made up, so every list they stand in says so.
"""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from plethu.workshop.breakouts.certificate import Certificate, certify
from plethu.workshop.breakouts.instance import make_instance
from plethu.workshop.breakouts.net import make_net
from plethu.workshop.breakouts.packing import first_placement
from plethu.workshop.breakouts.people import Design, Person, Seats
from plethu.workshop.breakouts.placing import Placement
from plethu.workshop.breakouts.planning import as_seats
from plethu.workshop.contexts import LEVELS, SCALES
from plethu.workshop.register import Participant

CODE = "MADEUP{:02}"
SECTORS: dict[str, int] = {
    "local-government": 18,
    "third-sector": 16,
    "health": 11,
    "community": 9,
    "national-government": 8,
    "private": 8,
}
AREAS: dict[str, int] = {  # codes of council areas
    "W06000015": 14,
    "W06000011": 13,
    "W06000016": 12,
    "W06000002": 10,
    "W06000022": 8,
    "W06000023": 7,
    "W06000008": 6,
}
IN_WELSH = 20  # of the seventy
GROUPS = 9  # a prime power, so that there is a net in which nobody meets twice
SEED = 2024


def made_up_people(seed: int = SEED) -> tuple[Participant, ...]:
    """Everybody in the register, by codes from `MADEUP01` on."""
    random = Random(seed)  # noqa: S311
    sectors = [id for id, number in SECTORS.items() for _ in range(number)]
    areas = [id for id, number in AREAS.items() for _ in range(number)]
    random.shuffle(areas)
    pairs = list(zip(sectors, areas, strict=True))
    random.shuffle(pairs)
    levels = [value.id for value in LEVELS if value.broader or value.id == "studying"]
    scales = [value.id for value in SCALES if value.broader]
    welsh = set(random.sample(range(len(pairs)), IN_WELSH))
    return tuple(
        Participant(
            CODE.format(number + 1),
            sector=sector,
            level=random.choice(levels),
            area=area,
            scale=random.choice(scales),
            language="cy" if number in welsh else "en",
            came=True,
        )
        for number, (sector, area) in enumerate(pairs)
    )


def made_up_design(rounds: int) -> Design:
    """What is asked of the groups. `rounds` is at most `GROUPS`, or somebody would meet somebody again."""
    return Design(GROUPS, rounds, {"sector": 1})


def made_up_groups(people: Sequence[Participant], rounds: int, seed: int = SEED) -> tuple[Seats, Certificate]:
    """Nine groups in so many rounds, straight from the net, with their certificate: nobody meets anybody twice."""
    design, random = made_up_design(rounds), Random(seed)  # noqa: S311
    persons = [Person(person.id, {"sector": person.sector}) for person in people]
    instance, net = make_instance(persons, design), make_net(GROUPS, rounds)
    placement = Placement(instance, net, first_placement(instance, net, random, 1), random)
    seats = as_seats(instance, placement.plan())
    return seats, certify(persons, design, seats, method="net", seed=seed, moves=0)
