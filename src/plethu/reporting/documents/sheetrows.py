"""The rows of a spreadsheet, and of any other table of some advice. None is a cell for the user to fill in."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from plethu.reporting.documents.choices import by_the_rule, is_own_choice
from plethu.reporting.documents.grounds import beside_the_statement, statement_of
from plethu.reporting.documents.labels import label
from plethu.reporting.told import Told, ToldAction, ToldReason

Row = tuple[str | int | None, ...]
FOR_THE_USER: Row = (None, None, None)
STATUS_OF = {"no": "not-started", "started": "under-way", "in-place": "in-place", "lapsed": "stopped"}


def _actions(told: Told) -> Iterator[tuple[str, ToldAction]]:
    for lane in told.lanes:
        for action in lane.actions:
            yield lane.name.text, action


def plan_rows(told: Told) -> Iterator[Row]:
    """Lane, action, verdict, why, needs, the way there, who could lead, own choice and its reason; then the user's."""
    for lane, action in _actions(told):
        needs = "; ".join(need.words.text for need in action.needs if need.steps)
        steps = [step.text for step in action.path]
        way = "\n".join(f"{n}. {step}" for n, step in enumerate(steps, 1)) if len(steps) > 1 else "".join(steps)
        leads = ", ".join(words.text for words in action.leads)
        said = (action.name.text, action.verdict_name.text, action.headline.text, needs, way, leads)
        yield (lane, *said, *_choice(action, told), *FOR_THE_USER, _status(action, told))


def _choice(action: ToldAction, told: Told) -> tuple[str, str]:
    """That it is a user's own choice, with the lane by the rule; and the reason."""
    if not is_own_choice(action):
        return "", ""
    own, rule = label("own-choice", told.language).text, label("by-the-rule", told.language).text
    return f"{own}; {rule}: {by_the_rule(action, told).text}", action.override_reason


def _status(action: ToldAction, told: Told) -> str | None:
    """What was answered of it already, as a choice of the list."""
    key = STATUS_OF.get(action.progress)
    return label(key, told.language).text if key else None


def answer_rows(told: Told) -> Iterator[Row]:
    """Question and answer."""
    if told.purpose:
        yield label("our-purpose", told.language).text, told.purpose
    for answer in told.answers:
        yield answer.question.text, answer.answer.text


def reason_rows(told: Told, full: bool = True) -> Iterator[Row]:
    """Action, kind of reason, statement, the answers that lead to it, its basis, and the ids it rests on.

    Without `full`, what would apply if other things were true is left out.
    """
    for _, action in _actions(told):
        kinds = {
            "reasons": action.reasons,
            "cautions": action.cautions,
            "watch": action.watch,
        }
        if full:
            kinds |= {"would-help-if": action.would_help_if, "would-caution-if": action.would_caution_if}
        for kind, reasons in kinds.items():
            name = label(kind, told.language).text
            for reason in reasons:
                yield action.name.text, name, *_said(reason), reason.basis_name.text, _ids(reason)
        for need in action.needs:
            name = label("needs", told.language).text
            state = f"{need.words.text} ({need.state_name.text})"
            yield action.name.text, name, need.ground.words.text, state, "", need.ground.id
        if action.override_reason:
            yield action.name.text, label("choice-reason", told.language).text, "", action.override_reason, "", ""


def _said(reason: ToldReason) -> tuple[str, str]:
    """The statement, then what is said beside it."""
    statement, words = statement_of(reason), beside_the_statement(reason).text
    return (statement.text, words) if statement else (words, "")


def _ids(reason: ToldReason) -> str:
    return ", ".join(ground.id for ground in reason.grounds)


def evidence_rows(told: Told) -> Iterator[Row]:
    """Counts of findings per action and strand. Strands are never added up."""
    for _, action in _actions(told):
        for row in action.evidence:
            counts = (row.total, row.supports, row.hinders, row.mixed, row.echoed, row.challenged, row.added)
            yield (action.name.text, row.name.text, *counts)
        if action.silence:
            yield action.name.text, action.silence.text


def about_rows(told: Told, made_on: date | None = None) -> Iterator[Row]:
    """Caveats, notice, edition and its fingerprint."""
    named = {
        "caveats": [words.text for words in told.caveats],
        "source": [words.text for words in (told.notice, told.draft_notice) if words],
        "order": [told.order_rule.text, told.lane_basis.text],
        "edition": [told.edition_title.text],
        "edition-id": [told.edition],
        "fingerprint": [told.edition_hash],
        "made-on": [made_on.isoformat()] if made_on else [],
    }
    for key, values in named.items():
        for value in values:
            yield label(key, told.language).text, value
