"""The rows of a spreadsheet, and of any other table of some advice. None is a cell for the user to fill in."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from plethu.reporting.documents.labels import label
from plethu.reporting.told import Told, ToldAction, ToldReason

Row = tuple[str | int | None, ...]
FOR_THE_USER: Row = (None, None, None, None)


def _actions(told: Told) -> Iterator[tuple[str, ToldAction]]:
    for lane in told.lanes:
        for action in lane.actions:
            yield lane.name.text, action


def plan_rows(told: Told) -> Iterator[Row]:
    """Lane, action, verdict, why, what it needs first; then owner, due date, review date and status, left empty."""
    for lane, action in _actions(told):
        needs = "; ".join(need.words.text for need in action.needs if need.steps)
        yield (lane, action.name.text, action.verdict_name.text, action.headline.text, needs, *FOR_THE_USER)


def answer_rows(told: Told) -> Iterator[Row]:
    """Question and answer."""
    if told.purpose:
        yield label("our-purpose", told.language).text, told.purpose
    for answer in told.answers:
        yield answer.question.text, answer.answer.text


def reason_rows(told: Told) -> Iterator[Row]:
    """Action, kind of reason, what is said, its basis, and the ids of findings and relations it rests on."""
    for _, action in _actions(told):
        kinds = {
            "reasons": action.reasons,
            "cautions": action.cautions,
            "watch": action.watch,
            "would-help-if": action.would_help_if,
            "would-caution-if": action.would_caution_if,
        }
        for kind, reasons in kinds.items():
            name = label(kind, told.language).text
            for reason in reasons:
                yield action.name.text, name, reason.words.text, reason.basis_name.text, _ids(reason)
        for need in action.needs:
            name = label("needs", told.language).text
            yield action.name.text, name, f"{need.words.text} ({need.state_name.text})", "", need.ground.id
        if action.override_reason:
            yield action.name.text, label("own-reason", told.language).text, action.override_reason, "", ""


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
