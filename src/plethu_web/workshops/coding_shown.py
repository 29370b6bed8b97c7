"""What analysts see, as rows for templates."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.translation import gettext as _

from plethu.evidence.text import Text
from plethu.wording import say
from plethu.workshop.agreement import Agreement
from plethu.workshop.codings import Coding
from plethu.workshop.contributions import Contribution
from plethu_web.pages.templatetags.plethu_texts import reading
from plethu_web.workshops.forms.coding import STANCES
from plethu_web.workshops.models import CodingChange, Signing, Workshop
from plethu_web.workshops.queries import coding as queries
from plethu_web.workshops.room_words import Stance as Spoken
from plethu_web.workshops.subjects import Subject, contexts, edition_of, subjects_of, voices_of

EXCERPT = 140  # characters


def sentences(kind: str, codes: Iterable[str], **values: Any) -> list[str]:
    """What stands in the way, in words."""
    return [say(f"workshop.{kind}.{code}", reading(), **values) for code in dict.fromkeys(codes)]


def subject(workshop: Workshop, ref: str) -> Subject | None:
    """A finding or an action of the workshop's edition by its id."""
    found = subjects_of(workshop.edition)
    return found.get(("finding", ref)) or found.get(("action", ref))


def about(workshop: Workshop, said: Contribution) -> Any:
    """What it was said on, in words."""
    found = subject(workshop, said.finding) if said.finding else None
    return found.words if found else said.finding or said.prompt or _("Anything else")


def row(workshop: Workshop, said: Contribution, coders: int, signing: Signing | None, decided: bool) -> dict[str, Any]:
    """A contribution in the list of the desk."""
    state = signing.state if signing and decided else "unread"
    return {
        "id": said.id,
        "excerpt": said.text if len(said.text) <= EXCERPT else said.text[: EXCERPT - 1] + "…",
        "language": said.language,
        "about": about(workshop, said),
        "hidden": said.hidden,
        "coders": coders,
        "state": say(f"workshop.signing.state.{state}", reading()),
    }


def spoken(said: Contribution) -> str:
    """Who speaks, and what stance they chose."""
    words = say(f"workshop.speaker.{said.by}", reading())
    return words if said.spoken == "unsure" else f"{words}: {Spoken(said.spoken).label}"


def coding(workshop: Workshop, each: Coding, own: str, proposals: Mapping[str, Text]) -> dict[str, Any]:
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
    }


def change(each: CodingChange, own: str) -> dict[str, Any]:
    """A change in the log."""
    if each.undoes_id:
        words = _("Undid change %(number)s") % {"number": each.undoes_id}
    elif not each.coding:
        words = _("Took a coding out")
    else:
        against = each.coding.get("finding") or each.coding.get("action") or each.coding.get("proposal")
        words = f"{dict(STANCES)[each.coding['stance']]}, {against}"
    return {
        "pk": each.pk,
        "words": words,
        "who": each.by,
        "made": each.made,
        "contribution": each.contribution,
        "is_own": str(each.by_id) == own,
    }


def figures(found: Agreement) -> list[str]:
    """Agreement in sentences."""
    language = reading()
    said = []
    if found.share is not None and found.expected is not None:
        share, expected = round(100 * found.share), round(100 * found.expected)
        said.append(
            say(
                "workshop.agreement.figures",
                language,
                agreed=found.agreed,
                items=found.items,
                share=share,
                expected=expected,
            )
        )
        if found.kappa is None or found.error is None:
            said.append(say("workshop.agreement.kappa-undefined", language))
        else:
            kappa, error = f"{found.kappa:.2f}", f"{found.error:.2f}"
            said.append(say("workshop.agreement.kappa", language, kappa=kappa, error=error))
    return said + [say(f"workshop.agreement.{code}", language) for code in found.cautions]


def sectors(ids: Iterable[str]) -> list[Text]:
    """Sectors, in words."""
    return [contexts().name("sector", id) for id in ids]


def proposal_names(workshop: Workshop) -> dict[str, Text]:
    """The new actions, by the id that codings know."""
    return {queries.proposal_id(row): row.called for row in queries.proposals_of(workshop)}


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
    return [(queries.proposal_id(row), row.called.text(reading())) for row in queries.standing_proposals(workshop)]
