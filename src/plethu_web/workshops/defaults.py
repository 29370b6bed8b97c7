"""What a workshop begins with: a design to start from, its questions, and what people are asked to agree to.

Both languages are stored with the workshop, so they stand here as texts and not in the catalogue of messages.
"""

from __future__ import annotations

from dataclasses import dataclass

from plethu.evidence.text import Text
from plethu.framework.edition import Edition

ASKS = ("sector", "level", "area", "scale", "motivation", "access", "welsh", "together", "rounds")

CONSENT = Text(
    "We write down what is said in the groups, to learn how the findings fit with what people know.\n\n"
    "Each group has between three and eight people. The people in your group will know what you said. Please do "
    "not repeat outside what others said in confidence.\n\n"
    "What we publish names nobody. It says only as much about who spoke, such as a sector or a kind of role, as "
    "several people have in common.\n\n"
    "You can leave at any time, and need not give a reason. With your own link you can withdraw what you said. "
    "Until we first publish from this workshop, it is taken out at once. After that, it stays in what is "
    "published already and is left out of the next edition.\n\n"
    "Your name and how to reach you are kept apart from what you say, and are deleted after the workshop.",
    "Byddwn yn cofnodi'r hyn a ddywedir yn y grwpiau, er mwyn dysgu sut mae'r canfyddiadau'n cyd-fynd â'r hyn y "
    "mae pobl yn ei wybod.\n\n"
    "Mae rhwng tri ac wyth o bobl ym mhob grŵp. Bydd y bobl yn eich grŵp yn gwybod beth ddywedoch chi. Peidiwch "
    "ag ailadrodd y tu allan yr hyn a ddywedodd eraill yn gyfrinachol.\n\n"
    "Ni fydd yr hyn a gyhoeddwn yn enwi neb. Ni fydd yn dweud mwy am bwy oedd yn siarad, megis sector neu fath o "
    "rôl, na'r hyn sydd gan sawl person yn gyffredin.\n\n"
    "Gallwch adael unrhyw bryd, heb roi rheswm. Gyda'ch dolen eich hun gallwch dynnu'r hyn a ddywedoch yn ôl. Hyd "
    "nes y byddwn yn cyhoeddi o'r gweithdy hwn am y tro cyntaf, caiff ei dynnu ar unwaith. Wedi hynny, bydd yn "
    "aros yn yr hyn sydd eisoes wedi'i gyhoeddi ac yn cael ei adael allan o'r argraffiad nesaf.\n\n"
    "Cedwir eich enw a'ch manylion cyswllt ar wahân i'r hyn a ddywedwch, a chânt eu dileu ar ôl y gweithdy.",
)
PROMPTS = (
    Text("Does this fit with what you know?", "A yw hyn yn cyd-fynd â'r hyn rydych chi'n ei wybod?"),
    Text("What is missing?", "Beth sydd ar goll?"),
    Text("What did you not expect?", "Beth nad oeddech chi'n ei ddisgwyl?"),
)


@dataclass(frozen=True, slots=True)
class Part:
    """A part of an agenda to begin with; `actions` are ids of the edition."""

    name: Text
    minutes: int
    is_groups: bool = False
    actions: tuple[str, ...] = ()


def half_day(edition: Edition) -> tuple[Part, ...]:
    """Four hours: a summary, a round of groups for each family of actions and one for what is missing, the end."""
    return (
        Part(Text("Welcome, and a summary of the findings", "Croeso, a chrynodeb o'r canfyddiadau"), 40),
        *_families(edition, 40),
        Part(Text("A break", "Egwyl"), 15),
        Part(Text("What is missing from the findings", "Beth sydd ar goll o'r canfyddiadau"), 40, is_groups=True),
        Part(Text("Together again: what the groups said", "Gyda'n gilydd eto: yr hyn a ddywedodd y grwpiau"), 25),
    )


def two_hours(edition: Edition) -> tuple[Part, ...]:
    """Two hours with one round of groups for each family of actions."""
    return (
        Part(Text("Welcome, and a summary of the findings", "Croeso, a chrynodeb o'r canfyddiadau"), 20),
        *_families(edition, 25),
        Part(Text("Together again: what the groups said", "Gyda'n gilydd eto: yr hyn a ddywedodd y grwpiau"), 25),
    )


def _families(edition: Edition, minutes: int) -> tuple[Part, ...]:
    return tuple(
        Part(category.short, minutes, True, tuple(a.id for a in edition.actions if a.category == category.id))
        for category in edition.categories
    )
