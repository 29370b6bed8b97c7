"""Sources as references: every one of the first edition, and any odd one, safely."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plethu.evidence.sources import Source
from plethu.framework.editions import default_edition
from plethu.reporting.references import plain, references

from .small import small_edition


def rendered(csl, printed=""):
    return references(small_edition(sources=(Source("S1", "academic", csl, printed),)))["S1"]


def test_every_source_has_a_reference_in_the_style():
    edition = default_edition()
    made = references(edition)
    assert set(made) == {source.id for source in edition.sources}
    assert made["A01"].startswith("Abrams, D. <i>et al.</i> (2021) ‘The social cohesion investment")
    assert made["A01"].endswith("32(3), pp. 536–554.")
    assert all("(20" in reference for reference in made.values())


def test_they_are_made_once_for_an_edition():
    assert references(default_edition()) is references(default_edition())


def test_emphasis_can_be_left_out():
    assert plain("A <i>b</i> &amp; c") == "A b & c"


@pytest.mark.parametrize(
    "csl",
    [
        {},
        {"type": "book", "title": None},
        {"type": "book", "title": ["a"]},
        {"type": "book", "issued": {"date-parts": [["x"]]}},
        {"type": "report", "title": "T", "author": "me"},
        {"type": "report", "title": "T", "issued": {"date-parts": [[]]}},
    ],
)
def test_what_cannot_be_rendered_is_shown_as_printed(csl):
    assert rendered(csl, "Me | 2020 | <b>T</b> & U") == "Me. 2020. &lt;b&gt;T&lt;/b&gt; &amp; U"
    assert rendered(csl)


@pytest.mark.parametrize(
    "nasty",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)",
        "<i onclick=alert(1)>x</i>",
        "<i>x",
        "a & b < c",
        "<b><i>x</b></i>",
    ],
)
def test_markup_of_others_is_escaped(nasty):
    made = rendered({"type": "report", "title": f"T {nasty}", "author": [{"literal": nasty}], "publisher": nasty})
    left = made
    for tag in ("<i>", "</i>", "<b>", "</b>"):
        left = left.replace(tag, "")
    assert "<" not in left
    assert made.count("<i>") == made.count("</i>")
    assert made.count("<b>") == made.count("</b>")


ODD = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["family", "date-parts", "raw"]), inner, max_size=2)
    ),
    max_leaves=5,
)


@settings(max_examples=40, deadline=None)
@given(st.dictionaries(st.sampled_from(["type", "title", "author", "issued", "page", "volume", "DOI"]), ODD))
def test_no_odd_data_breaks_it(csl):
    assert isinstance(rendered(csl), str)


def test_the_processor_is_loaded_only_when_wanted():
    code = "import sys, plethu.reporting.references; sys.exit('citeproc' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
