"""What analysts see, as rows for templates."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.utils.translation import gettext as _

from plethu.evidence.text import Text
from plethu.wording import say
from plethu.workshop.codings import Coding
from plethu.workshop.contributions import Contribution
from plethu_web.pages.templatetags.plethu_texts import reading
from plethu_web.workshops.forms.coding import STANCES
from plethu_web.workshops.models import (
    CodingChange,
    Proposal,
    ProposalMerge,
    StatementChange,
    Workshop,
)
from plethu_web.workshops.queries import coding as queries
from plethu_web.workshops.room_words import Stance as Spoken
from plethu_web.workshops.subjects import Subject, contexts, edition_of, subjects_of, voices_of

EXCERPT = 140  # characters
LINE = 60  # characters of a finding in a list of all of them


def sentences(kind: str, codes: Iterable[str], **values: Any) -> list[str]:
    """What stands in the way, in words."""
    return [say(f"workshop.{kind}.{code}", reading(), **values) for code in dict.fromkeys(codes)]


def subject(workshop: Workshop, ref: str) -> Subject | None:
    """A finding or an action of the workshop's edition by its id."""
    found = subjects_of(workshop.edition)
    return found.get(("finding", ref)) or found.get(("action", ref))


def named(workshop: Workshop, ref: str) -> Text | None:
    """A finding, an action or a new action, in words; None where it is none of these."""
    found = subject(workshop, ref)
    return found.words if found else proposal_names(workshop).get(ref)


def about(workshop: Workshop, said: Contribution) -> Any:
    """What it was said on, in words."""
    found = subject(workshop, said.finding) if said.finding else None
    return found.words if found else said.finding or said.prompt or _("Anything else")


def row(workshop: Workshop, said: Contribution, coders: int, state: str) -> dict[str, Any]:
    """A contribution in the list of the desk. `state` is how far its reading is."""
    return {
        "id": said.id,
        "excerpt": excerpt(said.text),
        "language": said.language,
        "about": about(workshop, said),
        "hidden": said.hidden,
        "coders": coders,
        "state": say(f"workshop.signing.state.{state}", reading()),
    }


def excerpt(text: str) -> str:
    """How a text begins."""
    return text if len(text) <= EXCERPT else text[: EXCERPT - 1] + "…"


def desk_tabs() -> list[tuple[str, str]]:
    """What the desk shows, by code, in words."""
    return [
        ("", _("All")),
        ("uncoded", _("Not coded yet")),
        ("second", _("For me to code as a second person")),
        ("unread", _("Not read for publishing yet")),
    ]


def topics(workshop: Workshop, said: Iterable[Contribution]) -> list[tuple[str, Any]]:
    """What things were said on, in words, for choosing among them."""
    refs = dict.fromkeys(each.finding for each in said if each.finding)
    found = ((ref, subject(workshop, ref)) for ref in refs)
    return [(ref, one.words.text(reading()) if one else ref) for ref, one in found]


def finding_lines(workshop: Workshop, said: Contribution) -> list[str]:
    """The findings of the edition as lines to choose from, each its number and how it begins.

    Those that the round of a contribution discussed come first, with those on the actions that it discussed.
    """
    edition = edition_of(workshop.edition)
    discussed = queries.discussed_in_round(workshop, said.round)
    findings = edition.findings if edition else ()
    first = [each for each in findings if each.id in discussed or each.action in discussed]
    return list({each.id: _line(each.id, each.statement) for each in (*first, *findings)}.values())


def finding_line(workshop: Workshop, ref: str) -> str:
    """The line of one finding; empty for none."""
    found = subjects_of(workshop.edition).get(("finding", ref))
    return _line(ref, found.words) if found else ref


def _line(ref: str, words: Text) -> str:
    said = words.text(reading())
    return f"{ref} {said if len(said) <= LINE else said[: LINE - 1] + '…'}"


def spoken(said: Contribution) -> str:
    """Who speaks, and what stance they chose."""
    words = say(f"workshop.speaker.{said.by}", reading())
    return words if said.spoken == "unsure" else f"{words}: {Spoken(said.spoken).label}"


def coding(
    workshop: Workshop, each: Coding, own: str, proposals: Mapping[str, Text], names: Mapping[str, str]
) -> dict[str, Any]:
    """A coding: what it is against, stance, aspect and voices, in words."""
    ref = each.finding or each.action
    found = subject(workshop, ref) if ref else None
    voices = {voice.id: voice.name for voice in voices_of(workshop.edition)}
    return {
        "id": each.id,
        "ref": each.finding,
        "words": found.words if found else proposals.get(each.proposal, ref or each.proposal),
        "is_new": bool(each.proposal),
        "stance": dict(STANCES)[each.stance],
        "aspect": say(f"workshop.aspect.{each.aspect}", reading()),
        "voice": each.voice_printed,
        "voices": [voices.get(id, id) for id in each.voices],
        "why": each.why_none_fits,
        "is_own": each.coder == own,
        "coder": names.get(each.coder, each.coder[:8]),
    }


def statement_change(each: StatementChange) -> dict[str, Any]:
    """A version of a statement, or what was done to it."""
    if each.undoes_id:
        words: Any = _("Undid change %(number)s") % {"number": each.undoes_id}
    elif not each.reads:
        words = _("Took the statement out")
    else:
        words = Text(each.reads["words"], each.reads["words_cy"], "reviewed")
    return {"pk": each.pk, "words": words, "who": each.by, "made": each.made}


def change(
    workshop: Workshop,
    each: CodingChange,
    own: str,
    proposals: Mapping[str, Text],
    said: Mapping[str, Contribution] | None = None,
) -> dict[str, Any]:
    """A change in the log. `said`: what was said, where it is to be shown how that begins."""
    one = said.get(each.contribution) if said else None
    if each.undoes_id:
        words = _("Undid change %(number)s") % {"number": each.undoes_id}
    elif not each.coding:
        words = _("Took a coding out")
    else:
        words = f"{dict(STANCES)[each.coding['stance']]}: {_against(workshop, each.coding, proposals)}"
    return {
        "pk": each.pk,
        "words": words,
        "who": each.by,
        "made": each.made,
        "contribution": each.contribution,
        "excerpt": excerpt(one.text) if one else "",
        "language": one.language if one else "",
        "is_own": str(each.by_id) == own,
    }


def _against(workshop: Workshop, coding: Mapping[str, Any], proposals: Mapping[str, Text]) -> str:
    """What a coding is against: a finding by its number, an action by its name."""
    if coding.get("finding"):
        return str(coding["finding"])
    ref = coding.get("action") or coding.get("proposal") or ""
    found = subject(workshop, ref)
    words = found.words if found else proposals.get(ref)
    return words.text(reading()) if words else ref


def by_category(workshop: Workshop, rows: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Readings under the actions they are of, and these under their categories, in the order of the edition.

    Findings on a category as a whole stand in a row of their own, without an action.
    """
    edition = edition_of(workshop.edition)
    if edition is None:
        return []
    category = {action.id: action.category for action in edition.actions}
    of_finding = {each.id: (each.action, each.category) for each in edition.findings}
    parts: dict[tuple[str, str], list[dict[str, Any]]] = {}
    for row in rows:
        action, whole = of_finding.get(row["of"], (row["of"], ""))
        parts.setdefault((category.get(action, whole) or "", action), []).append(row)
    names = {action.id: action.name for action in edition.actions}
    found = []
    for each in [*edition.categories, None]:
        id = each.id if each else ""
        known = {one.id for one in edition.categories}
        own = [(action, part) for (of, action), part in parts.items() if of == id or (not each and of not in known)]
        order = [*names, ""]
        actions = [
            {"name": names.get(action), "rows": part, "number": sum(row["number"] for row in part)}
            for action, part in sorted(own, key=lambda one: order.index(one[0]))
        ]
        if actions:
            found.append({"name": each.name if each else None, "actions": actions})
    return found


def sectors(ids: Iterable[str]) -> list[Text]:
    """Sectors, in words."""
    return [contexts().name("sector", id) for id in ids]


def proposal_names(workshop: Workshop) -> dict[str, Text]:
    """The new actions, by the id that codings know."""
    return {row.ref: row.called for row in queries.proposals_of(workshop)}


def proposals(workshop: Workshop) -> list[dict[str, Any]]:
    """The new actions, how many contributions are coded as each, and what each was merged into, now and before."""
    categories = dict(category_choices(workshop))
    codings = queries.first_codings(queries.standing_codings(workshop, queries.contributions_of(workshop)))
    numbers = Counter(coding.proposal for coding in codings)
    return [
        {
            "row": row,
            "is_merged": bool(row.into_id or row.into_action),
            "now": _became(workshop, row),
            "category": categories.get(row.category, ""),
            "number": numbers[row.ref],
            "history": [
                {"into": _became(workshop, each), "reason": each.reason, "who": each.by, "made": each.made}
                for each in row.merges.all()
            ],
        }
        for row in queries.proposals_of(workshop)
    ]


def _became(workshop: Workshop, row: Proposal | ProposalMerge) -> Text | None:
    """What a proposal was merged into, in words; None where it stands by itself."""
    if row.into:
        return row.into.called
    found = subject(workshop, row.into_action) if row.into_action else None
    return found.words if found else Text(row.into_action, row.into_action, "reviewed") if row.into_action else None


def action_choices(workshop: Workshop) -> list[tuple[str, Any]]:
    """The actions of the edition."""
    edition = edition_of(workshop.edition)
    return [(action.id, action.name.text(reading())) for action in edition.actions] if edition else []


def voice_choices(workshop: Workshop) -> list[tuple[str, Any]]:
    """The controlled list of voices."""
    return [(voice.id, voice.name.text(reading())) for voice in voices_of(workshop.edition)]


def category_choices(workshop: Workshop) -> list[tuple[str, Any]]:
    """The categories of the edition."""
    edition = edition_of(workshop.edition)
    return [(each.id, each.name.text(reading())) for each in edition.categories] if edition else []


def proposal_choices(workshop: Workshop) -> list[tuple[str, Any]]:
    """The new actions that stand."""
    return [(row.ref, row.called.text(reading())) for row in queries.standing_proposals(workshop)]
