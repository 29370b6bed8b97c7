"""Changed answers in words, and the difference they make. Also the difference between two editions."""

from __future__ import annotations

from collections.abc import Iterable

from plethu.evidence.text import Language, Text
from plethu.framework.advice import Change
from plethu.framework.edition import Edition
from plethu.framework.index import Index, index_of
from plethu.framework.whatif import Difference
from plethu.reporting.telling_grounds import grounds_in
from plethu.reporting.telling_phrases import Phrases
from plethu.reporting.told import Ground, ToldChange, ToldDifference
from plethu.terms import TERMS


def tell_change(change: Change, edition: Edition, language: Language) -> ToldChange:
    """A changed answer in words. Raises KeyError for an id the edition does not have."""
    phrases = Phrases(language)
    return ToldChange(change, phrases.words(change_words(change, index_of(edition), phrases)))


def change_words(change: Change, index: Index, phrases: Phrases) -> Text:
    """`question “new answer”`, or `name: “new answer”`."""
    subject = _subject(change, index, phrases)
    code = "change.question" if subject.en.endswith("?") else "change.named"
    answer = _answer(change, index, phrases) if change.value else TERMS["answer.not-sure"]
    return phrases.phrase(code, subject=subject, answer=answer)


def _subject(change: Change, index: Index, phrases: Phrases) -> Text:
    match change.part:
        case "answers":
            return index.dimensions[change.key].question
        case "in_place":
            return index.actions[change.key].name
        case "today":
            return index.concepts[change.key].name
        case "have":
            circumstance = index.circumstances[change.key]
            return circumstance.question if circumstance.question.en else circumstance.name
        case "route":
            return phrases.phrase("question.route")


def _answer(change: Change, index: Index, phrases: Phrases) -> Text:
    match change.part:
        case "answers":
            values = [index.dimensions[change.key].value(v).name for v in change.value.split("|") if v]
            return phrases.joined("list", values) if values else TERMS["answer.none-of-these"]
        case "in_place":
            return TERMS[f"progress.{change.value}"]
        case "today":
            return TERMS[f"strength.{change.value}"]
        case "have":
            return TERMS["answer.yes" if change.value == "true" else "answer.no"]
        case "route":
            return TERMS[f"route.{change.value}"]


def tell_differences(
    differences: Iterable[Difference], edition: Edition, language: Language, before: Edition | None = None
) -> tuple[ToldDifference, ...]:
    """Differences in words. `before` is the edition of the earlier advice where it was another one."""
    phrases = Phrases(language)
    editions = [edition, *([before] if before else [])]
    return tuple(_difference(d, editions, phrases) for d in differences)


def _difference(difference: Difference, editions: list[Edition], phrases: Phrases) -> ToldDifference:
    names = (index_of(edition).actions.get(difference.action) for edition in editions)
    name = next(action.name for action in names if action)
    return ToldDifference(
        action=difference.action,
        name=phrases.words(name),
        words=phrases.words(_sentence(difference, name, phrases)),
        lane_before=difference.lane_before,
        lane_after=difference.lane_after,
        verdict_before=difference.verdict_before,
        verdict_after=difference.verdict_after,
        grounds_added=_grounds(difference.grounds_added, editions, phrases.language),
        grounds_removed=_grounds(difference.grounds_removed, editions[::-1], phrases.language),
    )


def _sentence(difference: Difference, name: Text, phrases: Phrases) -> Text:
    before, after = (
        TERMS[f"lane.{lane}"] if lane else None for lane in (difference.lane_before, difference.lane_after)
    )
    if before is None and after is not None:
        return phrases.phrase("difference.new", action=name, after=after)
    if after is None and before is not None:
        return phrases.phrase("difference.gone", action=name, before=before)
    if before is None or after is None:
        raise ValueError("an action of neither advice")
    if before != after:
        return phrases.phrase("difference.moved", action=name, before=before, after=after)
    if difference.verdict_before != difference.verdict_after:
        verdicts = [TERMS[f"verdict.{v}"] for v in (difference.verdict_before, difference.verdict_after)]
        return phrases.phrase("difference.verdict", action=name, lane=after, before=verdicts[0], after=verdicts[1])
    return phrases.phrase("difference.reasons", action=name, lane=after)


def _grounds(ids: Iterable[str], editions: list[Edition], language: Language) -> tuple[Ground, ...]:
    sources = [grounds_in(edition, language) for edition in editions]
    return tuple(next(grounds[id] for grounds in sources if id in grounds) for id in ids)
