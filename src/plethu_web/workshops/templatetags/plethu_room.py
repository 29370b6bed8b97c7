"""What a card says and where it stands, for pages of whoever wrote it."""

from __future__ import annotations

from typing import Any

from django import template
from django.utils.translation import gettext as _

from plethu.evidence.text import Text
from plethu_web.workshops.models import Card, Participant
from plethu_web.workshops.subjects import subject_of

register = template.Library()


@register.simple_tag
def place_of(card: Card) -> Text | str:
    """What a card is about, in words."""
    if card.topic is not None:
        return subject_of(card.topic, card.board.round.workshop.edition).words
    return card.prompt.asked if card.prompt is not None else _("Anything else")


@register.inclusion_tag("workshops/room/_own_cards.html")
def own_cards(person: Participant) -> dict[str, Any]:
    """All that somebody wrote in the workshop, round by round, for their own page."""
    about = ("board__round__workshop", "topic", "prompt")
    cards = Card.objects.filter(author=person, withdrawn=None).select_related(*about)
    return {"cards": cards.order_by("board__round__position", "pk"), "workshop": person.workshop}
