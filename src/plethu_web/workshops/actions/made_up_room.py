"""Putting a made-up register, its groups and what they said into the tables, in few queries."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import msgspec
from django.utils import timezone

from plethu.evidence.text import Language
from plethu.framework.edition import Edition
from plethu.reporting.workshop_made_up import told
from plethu.workshop.synthetic.people import made_up_design
from plethu.workshop.synthetic.saying import MadeUpCard, Saying
from plethu.workshop.synthetic.whole import MadeUp
from plethu_web.accounts.models import User
from plethu_web.workshops.models import Board, Card, NoteVersion, Participant, Plan, Round, Seat, Workshop

Topics = Mapping[tuple[int, str], int]  # by round and action


def seat(workshop: Workshop, by: User, made: MadeUp) -> dict[str, Participant]:
    """Put everybody into the register and into groups; them by their codes."""
    about = ("sector", "level", "area", "scale", "language", "came")
    persons = Participant.objects.bulk_create(
        Participant(
            workshop=workshop,
            code=person.id,
            route="team",
            agreed=timezone.now(),
            **{name: getattr(person, name) for name in about},
        )
        for person in made.people
    )
    people = {person.code: person for person in persons}
    design = msgspec.to_builtins(made_up_design(len(made.seats)))
    plan = Plan.objects.create(
        workshop=workshop,
        number=1,
        design={**design, "seed": made.seed, "seconds": 0},
        certificate={"made": msgspec.to_builtins(made.certificate)},
        ready=True,
        in_use=True,
        by=by,
    )
    Seat.objects.bulk_create(
        Seat(plan=plan, participant=people[code], round=round, group=group)
        for round, groups in enumerate(made.seats, 1)
        for group, codes in enumerate(groups, 1)
        for code in codes
    )
    return people


def say_all(
    workshop: Workshop, rounds: Sequence[Round], people: Mapping[str, Participant], made: MadeUp, edition: Edition
) -> dict[str, str]:
    """Put all that was said on the boards; the id that the desk knows each by, from the one it was made up with."""
    topics = {(round.number, topic.ref): topic.pk for round in rounds for topic in round.topics.all()}
    prompts = list(workshop.prompts.order_by("position").values_list("pk", flat=True))
    counts: dict[tuple[int, int], int] = {}
    for card in made.cards:
        counts[card.round, card.group] = counts.get((card.round, card.group), 0) + 1
    by_number = {round.number: round for round in rounds}
    stored = Board.objects.bulk_create(
        Board(round=by_number[round], group=group, version=number) for (round, group), number in sorted(counts.items())
    )
    boards = {(board.round.number, board.group): board for board in stored}
    cards, notes, changed = [], [], dict.fromkeys(boards, 0)
    for each in made.cards:
        at = (each.round, each.group)
        changed[at] += 1
        fields = {"board": boards[at], "words": words_of(each.said, each.language, edition), "changed": changed[at]}
        fields |= _place(each, topics, prompts)
        if each.person:
            cards.append(_card(each, people[each.person], fields))
        else:
            notes.append(NoteVersion(number=1, place=_place_name(fields), **fields))
    ids = {id: f"card-{card.pk}" for id, card in zip(_ids(made, True), Card.objects.bulk_create(cards), strict=True)}
    found = zip(_ids(made, False), NoteVersion.objects.bulk_create(notes), strict=True)
    return {**ids, **{id: f"note-{note.board_id}-{note.place}" for id, note in found}}


def words_of(said: Saying, language: Language, edition: Edition) -> str:
    """What is said, in a language. Where a finding has no words in it, its action is named instead."""
    return told(said, what_of(said.finding, said.action, language, edition), language)


def what_of(finding: str, action: str, language: Language, edition: Edition) -> str:
    """The words of a finding, or of its action, in a language; empty for neither."""
    words = next((each.statement for each in edition.findings if each.id == finding), None)
    if words is None or not getattr(words, language):
        words = next((each.name for each in edition.actions if each.id == action), None)
    return words.text(language) if words else ""


def _card(each: MadeUpCard, author: Participant, fields: dict[str, Any]) -> Card:
    once = hashlib.sha256(f"{author.workshop_id}{each.id}".encode()).hexdigest()
    stance = each.spoken if fields["topic_id"] else ""
    hidden = "twice" if each.hidden else ""
    return Card(said_by="participant", author=author, stance=stance, once=once, hidden=hidden, **fields)


def _place(each: MadeUpCard, topics: Topics, prompts: Sequence[int]) -> dict[str, Any]:
    topic = None if each.said.prompt else topics.get((each.round, each.said.action))
    prompt = prompts[each.said.prompt - 1] if 0 < each.said.prompt <= len(prompts) else None
    return {"topic_id": topic, "prompt_id": prompt}


def _place_name(fields: Mapping[str, Any]) -> str:
    if fields["topic_id"]:
        return f"topic-{fields['topic_id']}"
    return f"prompt-{fields['prompt_id']}" if fields["prompt_id"] else "other"


def _ids(made: MadeUp, is_card: bool) -> Iterable[str]:
    return (each.id for each in made.cards if bool(each.person) is is_card)
