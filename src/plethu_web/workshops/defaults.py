"""What a workshop begins with: a design to start from, its questions, and what people are asked to agree to.

Both languages are stored with the workshop, so they stand here as texts and not in the catalogue of messages.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from math import ceil

from plethu.evidence.text import Text
from plethu.framework.checking import asks_nothing
from plethu.framework.edition import Category, Edition

ASKS = ("sector", "level", "area", "scale", "motivation", "access", "welsh", "together", "rounds")

CONSENT = Text(
    "We write down what is said in the groups, to learn how the findings fit with what people know.\n\n"
    "Each group has between three and eight people. The people in your group will know what you said. Please do "
    "not repeat outside what others said in confidence.\n\n"
    "What we publish names nobody. It says only as much about who spoke, such as a sector or a kind of role, as "
    "several people have in common.\n\n"
    "You can leave at any time, and need not give a reason. With your own link you can withdraw what you said. "
    "It is deleted at once, also from what we have published on this site. Somebody may have kept an earlier "
    "file: if they also know that you withdrew, they can compare the two and find out which words were yours.\n\n"
    "Your name and how to reach you are kept apart from what you say, and are deleted after the workshop.",
    "Byddwn yn cofnodi'r hyn a ddywedir yn y grwpiau, er mwyn dysgu sut mae'r canfyddiadau'n cyd-fynd â'r hyn y "
    "mae pobl yn ei wybod.\n\n"
    "Mae rhwng tri ac wyth o bobl ym mhob grŵp. Bydd y bobl yn eich grŵp yn gwybod beth ddywedoch chi. Peidiwch "
    "ag ailadrodd y tu allan yr hyn a ddywedodd eraill yn gyfrinachol.\n\n"
    "Ni fydd yr hyn a gyhoeddwn yn enwi neb. Ni fydd yn dweud mwy am bwy oedd yn siarad, megis sector neu fath o "
    "rôl, na'r hyn sydd gan sawl person yn gyffredin.\n\n"
    "Gallwch adael unrhyw bryd, heb roi rheswm. Gyda'ch dolen eich hun gallwch dynnu'r hyn a ddywedoch yn ôl. "
    "Caiff ei ddileu ar unwaith, hefyd o'r hyn rydym wedi'i gyhoeddi ar y wefan hon. Gall fod rhywun wedi cadw "
    "ffeil gynharach: os yw hefyd yn gwybod eich bod wedi tynnu'n ôl, gall gymharu'r ddwy a chanfod pa eiriau oedd "
    "yn eiddo i chi.\n\n"
    "Cedwir eich enw a'ch manylion cyswllt ar wahân i'r hyn a ddywedwch, a chânt eu dileu ar ôl y gweithdy.",
)
LIST_NOTICE = Text(
    "Findings of a review, listed for a workshop. No advice is given from them.",
    "Canfyddiadau adolygiad, wedi'u rhestru ar gyfer gweithdy. Ni roddir cyngor ar eu sail.",
)
LIST_MADE = Text("Made from a list of findings.", "Lluniwyd o restr o ganfyddiadau.")
PROMPTS = (
    Text("Does this fit with what you know?", "A yw hyn yn cyd-fynd â'r hyn rydych chi'n ei wybod?"),
    Text("What is missing?", "Beth sydd ar goll?"),
    Text("What did you not expect?", "Beth nad oeddech chi'n ei ddisgwyl?"),
)


MOST_TOPICS = 40  # of a round
MOST_ROUNDS = 6  # that a design makes of an edition
FEWEST_MINUTES = 15
USUAL_ROUNDS = 3  # of an edition that does not group what it says


@dataclass(frozen=True, slots=True)
class Part:
    """A part of an agenda to begin with; `actions` and `findings` are ids of the edition."""

    name: Text
    minutes: int
    is_groups: bool = False
    actions: tuple[str, ...] = ()
    findings: tuple[str, ...] = ()


def half_day(edition: Edition) -> tuple[Part, ...]:
    """Four hours: a summary, rounds of groups on what the edition says, one for what is missing, the end."""
    return (
        Part(Text("Welcome, and a summary of the findings", "Croeso, a chrynodeb o'r canfyddiadau"), 40),
        *_rounds(edition, 120),
        Part(Text("A break", "Egwyl"), 15),
        Part(Text("What is missing from the findings", "Beth sydd ar goll o'r canfyddiadau"), 40, is_groups=True),
        Part(Text("Together again: what the groups said", "Gyda'n gilydd eto: yr hyn a ddywedodd y grwpiau"), 25),
    )


def two_hours(edition: Edition) -> tuple[Part, ...]:
    """Two hours: a summary, rounds of groups on what the edition says, the end."""
    return (
        Part(Text("Welcome, and a summary of the findings", "Croeso, a chrynodeb o'r canfyddiadau"), 20),
        *_rounds(edition, 75),
        Part(Text("Together again: what the groups said", "Gyda'n gilydd eto: yr hyn a ddywedodd y grwpiau"), 25),
    )


def _rounds(edition: Edition, minutes: int) -> tuple[Part, ...]:
    """Rounds that share the minutes: one for each family of actions; findings of a plain list are dealt into rounds."""
    filled = [part for category in edition.categories for part in _family(edition, category)]
    loose = _loose(edition) if asks_nothing(edition) else ()
    dealt = _dealt(loose, max(1, USUAL_ROUNDS - len(filled)))
    rounds = [*filled, *dealt]
    if len(rounds) > MOST_ROUNDS:
        rounds = _dealt([id for part in filled for id in _topics(part)] + list(loose), MOST_ROUNDS)
    each = max(FEWEST_MINUTES, minutes // max(USUAL_ROUNDS - 1, len(rounds)))
    return tuple(replace(part, minutes=each) for part in rounds)


Topics = Sequence[tuple[str, str]]


def _family(edition: Edition, category: Category) -> list[Part]:
    """A round on the actions of a category, or on its findings where it has no actions; several if they are many."""
    actions = [("action", action.id) for action in edition.actions if action.category == category.id]
    findings = [("finding", f.id) for f in edition.findings if f.category == category.id and not f.action]
    name = next((t for t in (category.short, category.name) if not t.is_empty), Text(category.id, category.id))
    parts = _dealt(actions or findings, 1)
    if len(parts) == 1:
        return [replace(parts[0], name=name)]
    return [replace(part, name=_numbered(name, place)) for place, part in enumerate(parts, 1)]


def _numbered(name: Text, place: int) -> Text:
    return Text(name.en and f"{name.en}, part {place}", name.cy and f"{name.cy}, rhan {place}", name.cy_status)


def _loose(edition: Edition) -> Topics:
    """The actions and findings that are in no category; a finding on an action is discussed with it."""
    known = {category.id for category in edition.categories}
    actions = [("action", action.id) for action in edition.actions if action.category not in known]
    findings = [("finding", f.id) for f in edition.findings if not f.action and f.category not in known]
    return [*actions, *findings]


def _topics(part: Part) -> Topics:
    return [*(("action", id) for id in part.actions), *(("finding", id) for id in part.findings)]


def _dealt(topics: Topics, rounds: int) -> list[Part]:
    """So many rounds, or as many as are needed, each with its share in the edition's order; none of nothing.

    What more than MOST_ROUNDS cannot hold is left out, which the page of the agenda says.
    """
    number = min(len(topics), max(rounds, ceil(len(topics) / MOST_TOPICS)), MOST_ROUNDS)
    ends = [round(len(topics) * place / max(1, number)) for place in range(number + 1)]
    shares = [topics[start:end][:MOST_TOPICS] for start, end in pairwise(ends)]
    return [_part(place, share) for place, share in enumerate(shares, 1)]


def _part(place: int, topics: Topics) -> Part:
    actions, findings = (tuple(id for kind, id in topics if kind == of) for of in ("action", "finding"))
    if actions:
        name = Text(f"What the review says, part {place}", f"Yr hyn a ddywed yr adolygiad, rhan {place}")
    elif len(findings) == 1:
        name = Text(f"Finding {findings[0]}", f"Canfyddiad {findings[0]}")
    else:
        name = Text(f"Findings {findings[0]} to {findings[-1]}", f"Canfyddiadau {findings[0]} i {findings[-1]}")
    return Part(name, 0, True, actions, findings)
