"""A log in which things are changed, taken out, and every line can be undone."""

from __future__ import annotations

from plethu.workshop.changes import Change, standing, undo_refusals

LOG = [Change("1", "s"), Change("2", "s"), Change("3", "s", taken_out=True)]


def test_the_newest_line_holds_and_what_is_taken_out_is_gone() -> None:
    assert standing(LOG[:2]) == {"s": "2"}
    assert standing(LOG) == {}


def test_undoing_goes_back_one_line_and_undoing_that_forward_again() -> None:
    undo = [Change("4", undoes="3"), Change("5", undoes="2"), Change("6", undoes="5")]
    assert standing([*LOG, *undo[:1]]) == {"s": "2"}
    assert standing([*LOG, *undo[:2]]) == {"s": "1"}
    assert standing([*LOG, *undo]) == {"s": "2"}


def test_a_line_is_undone_once_and_one_that_is_not_there_never() -> None:
    assert [*undo_refusals("3", LOG)] == []
    assert [*undo_refusals("9", LOG)] == ["undo-unknown"]
    assert [*undo_refusals("3", [*LOG, Change("4", undoes="3")])] == ["undone-already"]
    assert [*undo_refusals("3", [*LOG, Change("4", undoes="3"), Change("5", undoes="4")])] == []
