"""What another edition changes: entries, fields, and advice."""

from collections.abc import Callable
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings

from plethu.evidence.text import Text
from plethu.framework.canonical import content_hash
from plethu.framework.comparing import AdviceChange, EditionDiff, FieldChange, advice_changes, compare_editions
from plethu.framework.edition import Edition
from plethu.framework.editions import default_edition, example_situations
from plethu.framework.situation import Situation

from .random_framework import editions

FIRST = default_edition()
EXAMPLES = example_situations(FIRST)


def altered(kind: str, at: int = 0, edition: Edition = FIRST, **fields: Any) -> Edition:
    """The edition with some fields of one entry changed."""
    items = list(getattr(edition, kind))
    items[at] = msgspec.structs.replace(items[at], **fields)
    changed = msgspec.structs.replace(edition, **{kind: tuple(items)})
    return msgspec.structs.replace(changed, hash=content_hash(changed))


def only_field(diff: EditionDiff) -> FieldChange:
    (change,) = diff.changed
    (field,) = change.fields
    assert not diff.added
    assert not diff.removed
    return field


def test_an_edition_is_the_same_as_itself() -> None:
    diff = compare_editions(FIRST, msgspec.json.decode(msgspec.json.encode(FIRST), type=Edition))
    assert diff.is_empty()
    assert diff.old_hash == diff.new_hash == FIRST.hash


def test_entries_that_come_and_go_are_named_by_kind_and_id() -> None:
    smaller = msgspec.structs.replace(FIRST, tensions=FIRST.tensions[1:], stage_fit=FIRST.stage_fit[:-1])
    diff = compare_editions(FIRST, smaller)
    gone = (("tensions", FIRST.tensions[0].id), ("stage_fit", FIRST.stage_fit[-1].action))
    assert (set(diff.removed), diff.added, diff.changed) == (set(gone), (), ())
    back = compare_editions(smaller, FIRST)
    assert (set(back.added), back.removed, back.changed) == (set(gone), (), ())


ACTION, FINDING, SOURCE = FIRST.actions[0], FIRST.findings[0], FIRST.sources[0]


@pytest.mark.parametrize(
    ("kind", "field", "after", "expected"),
    [
        ("actions", "name", Text(ACTION.name.en, "Arall"), FieldChange("name.cy", ACTION.name.cy, "Arall")),
        ("actions", "order", 99, FieldChange("order", ACTION.order, 99)),
        (
            "findings",
            "statement",
            Text("Other", FINDING.statement.cy),
            FieldChange("statement.en", FINDING.statement.en, "Other"),
        ),
        ("sources", "note", "x", FieldChange("note", SOURCE.note, "x")),
    ],
)
def test_a_changed_field_is_told_with_before_and_after(
    kind: str, field: str, after: object, expected: FieldChange
) -> None:
    diff = compare_editions(FIRST, altered(kind, **{field: after}))
    assert only_field(diff) == expected
    assert (diff.changed[0].kind, diff.changed[0].id) == (kind, getattr(FIRST, kind)[0].id)


def test_the_editions_own_fields_are_compared_too() -> None:
    later = msgspec.structs.replace(FIRST, version="2.0.0")
    diff = compare_editions(FIRST, later)
    assert only_field(diff) == FieldChange("version", FIRST.version, "2.0.0")
    assert (diff.changed[0].kind, diff.new) == ("edition", f"{FIRST.id} 2.0.0")


def test_another_order_is_no_change() -> None:
    assert compare_editions(FIRST, msgspec.structs.replace(FIRST, findings=FIRST.findings[::-1])).is_empty()


def test_the_diff_can_be_written_as_json() -> None:
    smaller = msgspec.structs.replace(
        FIRST, search_strategy=msgspec.structs.replace(FIRST.search_strategy, formula="A")
    )
    assert b'"search_strategy"' in msgspec.json.encode(compare_editions(FIRST, smaller))


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(editions(), editions())
def test_what_one_way_adds_the_other_way_removes(one: Edition, two: Edition) -> None:
    there, back = compare_editions(one, two), compare_editions(two, one)
    assert set(there.added) == set(back.removed)
    assert {(c.kind, c.id) for c in there.changed} == {(c.kind, c.id) for c in back.changed}
    assert compare_editions(one, one).is_empty()


def test_no_advice_changes_where_nothing_did() -> None:
    assert advice_changes(FIRST, FIRST, EXAMPLES) == tuple(AdviceChange(name) for name in EXAMPLES)


def test_advice_that_changes_is_told_for_each_situation() -> None:
    fit = next(i for i, fit in enumerate(FIRST.stage_fit) if fit.action == "long-term-planning")
    later = altered("stage_fit", fit, stages=("mature",))
    changes = {change.name: change for change in advice_changes(FIRST, later, EXAMPLES)}
    assert list(changes) == list(EXAMPLES)
    moved = {d.action: (d.lane_before, d.lane_after) for d in changes["new"].differences}
    assert moved["long-term-planning"] == ("next", "later")
    assert not any(change.problems for change in changes.values())


def unknown_to(part: Callable[[Situation], Situation]) -> AdviceChange:
    (change,) = advice_changes(FIRST, FIRST, {"mine": part(Situation(edition="elsewhere"))})
    return change


def test_a_situation_of_either_edition_is_taken_but_not_one_of_neither() -> None:
    assert unknown_to(lambda s: s) == AdviceChange("mine")
    refused = unknown_to(lambda s: msgspec.structs.replace(s, in_place={"nothing": "started"}))
    assert [(p.code, p.file, p.field) for p in refused.problems] == [("unknown-id", "mine", "in_place.nothing")]
    assert not refused.differences
