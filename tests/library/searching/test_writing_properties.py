"""What is written is read back as it was, and what is said about a change of meaning is true on records."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plethu.searching.changes import Change
from plethu.searching.platforms import PLATFORMS, READABLE, platform
from plethu.searching.reading import parse
from plethu.searching.running.verifying import verify
from plethu.searching.tree import Line
from plethu.searching.writing import write

from .written_trees import any_search, own_search, records

VOCABULARY = sorted(
    {
        "community",
        "communities",
        "action",
        "actions",
        "active",
        "social",
        "colour",
        "color",
        "women",
        "woman",
        "co",
        "op",
    }
)
quick = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))


@pytest.mark.parametrize("id", READABLE)
def test_what_a_platform_can_hold_is_read_back_as_it_was(id):
    @quick
    @given(own_search(platform(id)))
    def holds(tree):
        written = write(tree, id)
        assert written.held, written
        assert parse(written.text, id) == tree, written.text

    holds()


@pytest.mark.parametrize("id", PLATFORMS)
def test_what_is_written_is_read_back_as_the_tree_that_was_told(id):
    @quick
    @given(any_search(), st.sampled_from([None, VOCABULARY]))
    def told(tree, words):
        written = write(tree, id, words=words)
        if written.tree is not None and id in READABLE:
            assert parse(written.text, id) == written.tree, written.text
        if written.held and written.tree is not None:
            assert written.tree == tree

    told()


@pytest.mark.parametrize("id", PLATFORMS)
def test_exact_finds_the_same_wider_no_less_and_narrower_no_more(id):
    @quick
    @given(any_search(), records(), st.sampled_from([None, VOCABULARY]))
    def true(tree, texts, words):
        written = write(tree, id, words=words)
        if written.tree is None:
            assert written.effects == (Change.IMPOSSIBLE,)
            return
        assert not any(isinstance(written.tree, Line) for _ in texts)
        for text in texts:
            before, after = verify(tree, text), verify(written.tree, text)
            if Change.WIDER not in written.effects:
                assert before or not after, (written, text)
            if Change.NARROWER not in written.effects:
                assert after or not before, (written, text)

    true()
