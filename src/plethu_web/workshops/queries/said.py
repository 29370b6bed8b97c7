"""What was said at a workshop, as the library reads it: by columns and not by rows, since there may be thousands."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, cast

from django.db.models import QuerySet
from django.http import Http404

from plethu.evidence.text import Language
from plethu.workshop.contributions import Contribution, SpokenStance
from plethu_web.workshops.models import Card, NoteVersion, Prompt, Signing, Workshop

PLACED = ("board__round__number", "board__group", "topic__ref", "prompt_id", "words")


def contributions_of(workshop: Workshop) -> dict[str, Contribution]:
    """All that was said, by id, round by round: cards that were not withdrawn, and the newest notes of each place."""
    made = [*_cards(workshop, _all_cards(workshop)), *_notes(workshop, _all_notes(workshop))]
    made.sort(key=lambda each: (each.round, each.group, each.finding, each.id))
    return {each.id: each for each in made}


def texts_of(workshop: Workshop) -> list[tuple[str, str]]:
    """The words of all that was said, each with who wrote it, for telling ordinary words from names."""
    cards = _all_cards(workshop).values_list("pk", "author_id", "words")
    notes = _all_notes(workshop).values_list("board_id", "words")
    return [
        *((str(author or f"card-{pk}"), words) for pk, author, words in cards),
        *((f"board-{board}", words) for board, words in notes),
    ]


def contribution_of(workshop: Workshop, id: str) -> Contribution:
    """One thing said; Http404 where there is none, or it was withdrawn."""
    kind, _dash, rest = id.partition("-")
    number, _dash, place = rest.partition("-")
    if not number.isdecimal() or len(number) > 18:
        raise Http404
    if kind == "card" and not place:
        found = list(_cards(workshop, _all_cards(workshop).filter(pk=int(number))))
    elif kind == "note":
        found = list(_notes(workshop, _all_notes(workshop).filter(board_id=int(number), place=place)))
    else:
        found = []
    if not found or found[0].id != id:
        raise Http404
    return found[0]


def _all_cards(workshop: Workshop) -> QuerySet[Card]:
    return Card.objects.filter(board__round__workshop=workshop, withdrawn=None)


def _all_notes(workshop: Workshop) -> QuerySet[NoteVersion]:
    return NoteVersion.objects.filter(board__round__workshop=workshop)


def _cards(workshop: Workshop, rows: QuerySet[Card]) -> Iterator[Contribution]:
    languages, prompts = _languages(workshop), _prompts(workshop)
    for pk, said_by, author, wanted, stance, hidden, *placed in rows.values_list(
        "pk", "said_by", "author_id", "author__language", "stance", "hidden", *PLACED
    ):
        if placed[-1].strip():
            id = f"card-{pk}"
            yield Contribution(
                id=id,
                by="facilitator" if said_by == "facilitator" else "participant",
                person=str(author or ""),
                spoken=cast(SpokenStance, stance or "unsure"),
                hidden=bool(hidden),
                language=languages.get(id, "cy" if wanted == "cy" else "en"),
                **_placed(prompts, *placed),
            )


def _notes(workshop: Workshop, rows: QuerySet[NoteVersion]) -> Iterator[Contribution]:
    languages, prompts = _languages(workshop), _prompts(workshop)
    columns = rows.order_by("number").values_list("board_id", "place", *PLACED)
    newest = {f"note-{board}-{place}": placed for board, place, *placed in columns}
    for id, placed in newest.items():
        if placed[-1].strip():
            yield Contribution(id=id, by="facilitator", language=languages.get(id, "en"), **_placed(prompts, *placed))


def _placed(prompts: dict[int, str], round: int, group: int, ref: str | None, prompt: int | None, words: str) -> Any:
    asked = prompts.get(prompt, "") if prompt else ""
    return {"text": words, "group": group, "round": round, "finding": ref or "", "prompt": asked}


def _languages(workshop: Workshop) -> dict[str, Language]:
    """The language that a reader said each text is in."""
    read = Signing.objects.filter(workshop=workshop).exclude(state="unread").order_by("pk")
    return dict(cast(Any, read.values_list("contribution", "language")))


def _prompts(workshop: Workshop) -> dict[int, str]:
    return {row.pk: str(row) for row in Prompt.objects.filter(workshop=workshop)}
