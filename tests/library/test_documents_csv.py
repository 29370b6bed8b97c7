"""CSV that no spreadsheet takes for formulas."""

from __future__ import annotations

import csv
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plethu.reporting.documents.csv_text import safe_cell, write_csv


@pytest.mark.parametrize(
    "text", ["=1+1", "+1+1", "-1+1", "@A1", "\t=1", "\r=1", "\n=1", " =1", "\u00a0=1", "＝1", "-", "-a"]
)
def test_what_a_spreadsheet_would_compute_gets_an_apostrophe(text):
    assert safe_cell(text) == "'" + text


@pytest.mark.parametrize("text", ["", "a=b", "Llanfair-yng-Nghornwy", "-3.18", "+44", "51.5", "'=1", "2020-03/2023-07"])
def test_other_text_and_plain_numbers_stay(text):
    assert safe_cell(text) == text


def test_rows_are_written_by_the_standard():
    assert write_csv([["a", None, 3], ['say "hi"', "x,y", "l\nm"]]) == 'a,,3\r\n"say ""hi""","x,y","l\nm"\r\n'


@given(st.lists(st.lists(st.text(st.characters(exclude_categories=["Cs"])), min_size=1), min_size=1))
def test_what_is_written_reads_back(rows):
    found = list(csv.reader(StringIO(write_csv(rows), newline="")))
    cleaned = [[safe_cell(cell).replace("\0", "") for cell in row] for row in rows]
    assert found == cleaned
    assert not any(cell[:1] in ("=", "@", "\t", "\r") for row in found for cell in row)
