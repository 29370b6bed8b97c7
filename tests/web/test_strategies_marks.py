"""Text with places marked: escaped, overlapping, empty and out of bounds, and quick where there are very many."""

from __future__ import annotations

import pytest

from plethu_web.strategies.marked import Mark, excerpt, marked
from plethu_web.strategies.showing import sides


@pytest.mark.parametrize(
    ("text", "marks", "html"),
    [
        ("a b", [], "a b"),
        ("<b> & c", [Mark(0, 3)], "<mark>&lt;b&gt;</mark> &amp; c"),
        ("abc", [Mark(1, 2, "wider")], 'a<mark class="mark--wider">b</mark>c'),
        ("abc", [Mark(1, 2, "x", "wider")], 'a<mark class="mark--x">b</mark> <span class="mark-label">wider</span> c'),
        ("abc", [Mark(0, 3), Mark(1, 2, "x")], '<mark>a</mark><mark class="mark--x">b</mark><mark>c</mark>'),
        ("ab", [Mark(1, 1)], 'a<mark class="gap">‸</mark>b'),
        ("ab", [Mark(2, 2)], 'ab<mark class="gap">‸</mark>'),
        ("", [Mark(0, 0)], '<mark class="gap">‸</mark>'),
        ("ab", [Mark(1, 99)], "a<mark>b</mark>"),
    ],
)  # fmt: skip
def test_places_are_marked(text, marks, html):
    assert marked(text, marks) == html


def test_a_place_in_a_long_text_is_shown_with_what_stands_around_it():
    shown = excerpt("x" * 1000 + "here" + "y" * 1000, Mark(1000, 1004))
    assert shown.startswith("… xxx")
    assert "<mark>here</mark>" in shown
    assert len(shown) < 1000


def test_two_texts_mark_what_the_other_one_lacks():
    old, new = sides('community OR "third sector" OR beans', "community OR garden* OR beans")
    assert old == "community OR <mark>&quot;third sector&quot; OR </mark>beans"
    assert new == "community OR <mark>garden* OR </mark>beans"


@pytest.mark.parametrize("text", ["a OR b", "(a) (b)\n\nc", '"a b" AND "unclosed', "  x  "])
def test_nothing_of_a_text_is_lost_in_comparing(text):
    from html import unescape

    old, _new = sides(text, "")
    assert unescape(old.replace("<mark>", "").replace("</mark>", "")) == text
