"""`tell(advice, edition, language) -> Told`: advice in words. Pure; reads nothing but its arguments.

The parts stand in siblings: phrases and names, grounds, answers, reasons, headlines, actions, changes.
"""

from __future__ import annotations

from collections.abc import Iterator

from plethu.evidence.text import Language, Text
from plethu.framework.advice import Advice, DifficultyAdvice
from plethu.framework.advising import LANE_ORDER
from plethu.framework.edition import Edition
from plethu.framework.index import index_of
from plethu.framework.situation import Situation
from plethu.reporting.telling_actions import Actions
from plethu.reporting.telling_answers import Answers
from plethu.reporting.telling_changes import tell_change, tell_differences
from plethu.reporting.telling_grounds import grounds_in, grounds_of
from plethu.reporting.telling_phrases import Phrases
from plethu.reporting.telling_reasons import Reasons
from plethu.reporting.told import Told, ToldAction, ToldAnswer, ToldDifficulty, ToldGrowth, ToldLane, Words
from plethu.terms import TERMS

__all__ = ["grounds_of", "tell", "tell_answers", "tell_change", "tell_differences"]


def tell(advice: Advice, edition: Edition, language: Language) -> Told:
    """Advice in words. Raises KeyError where the advice was not given by this edition."""
    phrases, index = Phrases(language), index_of(edition)
    answers = Answers(phrases, index, advice.situation)
    reasons = Reasons(answers, grounds_in(edition, language))
    actions = Actions(reasons)
    words, whole = phrases.words, advice.whole
    caveats = {caveat.id: caveat.text for caveat in edition.caveats}
    return Told(
        language=language,
        edition=advice.edition,
        edition_hash=advice.edition_hash,
        edition_title=words(edition.title),
        title=_title(advice.situation, phrases),
        purpose=advice.situation.purpose,
        lanes=tuple(_lanes([actions.action(a) for a in advice.actions], phrases)),
        answers=tuple(_answers(answers)),
        first=tuple(actions.need(need) for need in whole.first),
        whole=reasons.all(whole.reasons, of="whole"),
        empty_categories=tuple(words(index.categories[id].name) for id in whole.empty_categories),
        tensions=tuple(actions.tension(id) for id in whole.tensions),
        difficulties=tuple(_difficulty(difficulty, reasons) for difficulty in whole.difficulties),
        weak_today=tuple(words(index.concepts[id].name) for id, _ in whole.weak_today),
        outside_focus=tuple(
            phrases.said("whole.outside-focus", Answers=answers.sentence(answers.clause("answer", [answers.given(c)])))
            for c in whole.outside_focus
        ),
        order_rule=phrases.said("order.rule"),
        lane_basis=_lane_basis(advice, phrases),
        caveats=tuple(words(caveats[id]) for id in advice.caveats),
        notice=words(edition.notice),
        near=tuple(actions.case(case) for case in whole.cases),
        growth=tuple(
            ToldGrowth(id, words(index.concepts[id].name), tuple(words(index.actions[a].name) for a in grown))
            for id, grown in whole.weak_today
        ),
        draft_notice=phrases.said("notice.draft-welsh") if phrases.draft else None,  # last: all has been said
    )


def tell_answers(situation: Situation, edition: Edition, language: Language) -> tuple[ToldAnswer, ...]:
    """The answers of a situation in words, in the order in which they are asked."""
    return tuple(_answers(Answers(Phrases(language), index_of(edition), situation)))


def _title(situation: Situation, phrases: Phrases) -> Words:
    return Words(situation.name, phrases.language) if situation.name else phrases.said("title.general")


def _lanes(told: list[ToldAction], phrases: Phrases) -> Iterator[ToldLane]:
    for lane in LANE_ORDER:
        yield ToldLane(
            lane,
            phrases.term(f"lane.{lane}"),
            phrases.said(f"lane-meaning.{lane}"),
            tuple(action for action in told if action.shown_lane == lane),
        )


def _difficulty(difficulty: DifficultyAdvice, reasons: Reasons) -> ToldDifficulty:
    index, words = reasons.index, reasons.phrases.words
    return ToldDifficulty(
        id=difficulty.difficulty,
        name=words(index.difficulties[difficulty.difficulty].name),
        grounds=tuple(reasons.ground(id) for id in difficulty.findings),
        actions=tuple(words(index.actions[id].name) for id in difficulty.actions),
    )


def _lane_basis(advice: Advice, phrases: Phrases) -> Words:
    counts = dict(advice.whole.basis_of_lanes)
    total = sum(counts.values())
    if not total:
        return phrases.said("lane-basis.none")
    return phrases.said("lane-basis", total=total, stated=counts.get("stated", 0), ours=counts.get("ours", 0))


def _answers(answers: Answers) -> Iterator[ToldAnswer]:
    situation, index, phrases = answers.situation, answers.index, answers.phrases
    for part, key, question, answer in (*_to_questions(answers), *_of_actions(answers)):
        yield ToldAnswer(part, key, phrases.words(question), phrases.words(answer))
    for id, seen in situation.today.items():
        question = phrases.phrase("question.today", concept=index.concepts[id].name)
        yield ToldAnswer("today", id, phrases.words(question), phrases.term(f"strength.{seen}"))
    if situation.difficulties:
        names = phrases.joined("list", [index.difficulties[id].name for id in situation.difficulties])
        yield ToldAnswer("difficulties", "", phrases.said("question.difficulties"), phrases.words(names))
    if situation.capacity:
        yield ToldAnswer(
            "capacity", "", phrases.said("question.capacity"), phrases.term(f"capacity.{situation.capacity}")
        )
    yield ToldAnswer("route", "", phrases.said("question.route"), phrases.term(f"route.{situation.route}"))
    for id, override in situation.overrides.items():
        question = phrases.phrase("question.override", action=index.actions[id].name)
        answer = phrases.phrase("answer.override", lane=TERMS[f"lane.{override.lane}"], reason=override.reason)
        yield ToldAnswer("overrides", id, phrases.words(question), phrases.words(answer))


def _to_questions(answers: Answers) -> Iterator[tuple[str, str, Text, Text]]:
    for dimension in answers.index.edition.dimensions:
        given = answers.situation.answers.get(dimension.id)
        if given is not None:
            names = answers.phrases.joined("list", [dimension.value(value).name for value in given])
            yield "answers", dimension.id, dimension.question, names if given else TERMS["answer.none-of-these"]


def _of_actions(answers: Answers) -> Iterator[tuple[str, str, Text, Text]]:
    situation, index, phrases = answers.situation, answers.index, answers.phrases
    for action in index.ordered_actions:
        if progress := situation.in_place.get(action.id):
            yield (
                "in_place",
                action.id,
                phrases.phrase("question.in-place", action=action.name),
                TERMS[f"progress.{progress}"],
            )
    for circumstance in index.edition.circumstances:
        if (there := situation.have.get(circumstance.id)) is not None:
            question = circumstance.question if circumstance.question.en else circumstance.name
            yield "have", circumstance.id, question, TERMS["answer.yes" if there else "answer.no"]
