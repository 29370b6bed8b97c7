"""Mending a record by hand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plethu.records.mending import VARIABLES, as_typed, from_typed, mended

CSL = {
    "type": "report",
    "title": "Gardens together",
    "author": [{"family": "Rees", "given": "Nia"}, {"literal": "Cyngor Sir Ddychmygol"}],
    "issued": {"date-parts": [[2021, 3]]},
}


@pytest.mark.parametrize("variable", [variable.id for variable in VARIABLES])
def test_what_is_shown_and_left_alone_stays_the_same(variable: str) -> None:
    value = CSL.get(variable)
    assert from_typed(variable, as_typed(CSL, variable)) == (value if variable != "type" else "report")


def test_names_stand_one_a_line() -> None:
    assert as_typed(CSL, "author").splitlines()[0] == "Rees, Nia"
    found = from_typed("author", "Rees, Nia\n\nPartneriaeth y Bont\n")
    assert found == [{"family": "Rees", "given": "Nia"}, {"literal": "Partneriaeth y Bont"}]


def test_a_date_keeps_its_own_words_and_is_computed_where_it_can_be() -> None:
    after = mended(CSL, "issued", from_typed("issued", "Spring 2019"), "2021-03", "2021-03")
    assert (after.edtf, after.csl["issued"]["season"]) == ("2019-21", 1)
    after = mended(CSL, "issued", from_typed("issued", "when the bridge was mended"), "2021-03", "2021-03")
    assert (after.printed_date, after.edtf) == ("when the bridge was mended", "")


def test_an_emptied_variable_is_taken_away() -> None:
    after = mended(CSL, "title", from_typed("title", "  "), "2021-03", "2021-03")
    assert "title" not in after.csl
    assert after.csl["author"] == CSL["author"]


def test_a_doi_is_cleaned_and_an_odd_one_is_kept() -> None:
    assert from_typed("DOI", "https://doi.org/10.1234/ABC") == from_typed("DOI", "10.1234/ABC")
    assert from_typed("DOI", "not a doi") == "not a doi"


@given(st.sampled_from([v.id for v in VARIABLES]), st.text(max_size=60))
def test_any_text_means_something_and_the_record_read_is_not_touched(variable: str, text: str) -> None:
    before = dict(CSL)
    mended(CSL, variable, from_typed(variable, text), "2021-03", "2021-03")
    assert before == CSL
