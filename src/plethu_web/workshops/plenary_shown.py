"""What all groups wrote in a round, as pages show it: made once for each language when it changed, whoever asks.

A thousand people look at it together, and what they read is the same.
"""

from __future__ import annotations

import threading

from django.core.cache import cache
from django.template.loader import render_to_string
from django.utils.translation import get_language, npgettext

from plethu_web.workshops.models import Round
from plethu_web.workshops.queries.room_board import Tally, cards_in, counts_of_groups, tally
from plethu_web.workshops.room_sections import sections_of
from plethu_web.workshops.room_words import Stance

SECONDS_KEPT = 60
_one_at_a_time = threading.Lock()


def plenary_shown(round: Round, mark: str) -> str:
    """The part of the page that is the same for all. `mark` changes with any board of the round."""
    key = f"plenary-{round.workshop_id}-{round.pk}-{get_language()}"
    kept = cache.get(key)
    if kept is None or kept[0] != mark:
        with _one_at_a_time:
            kept = cache.get(key)  # another reader may have had it made meanwhile
            if kept is None or kept[0] != mark:
                kept = (mark, _made(round))
                cache.set(key, kept, SECONDS_KEPT)
    shown: str = kept[1]
    return shown


def _made(round: Round) -> str:
    counts, cards = tally(round), list(cards_in(round))
    rows = [
        {
            "section": section,
            "counts": _counts(counts.get(section.id, Tally())),
            "cards": [card for card in cards if card.section == section.id],
        }
        for section in sections_of(round)
    ]
    context = {"round": round, "rows": rows, "groups": counts_of_groups(round)}
    return render_to_string("workshops/room/_plenary.html", context)


def _counts(tally: Tally) -> list[tuple[str, int]]:
    said = [(str(label), tally.by_stance[code]) for code, label in Stance.choices if tally.by_stance[code]]
    return [(npgettext("beside a number", "card", "cards", tally.cards), tally.cards), *said]
