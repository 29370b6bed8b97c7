"""Dates as printed become EDTF, never more precise than they are printed."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plethu.evidence.dates import edtf_of, is_edtf, years


@pytest.mark.parametrize(
    ("printed", "edtf"),
    [
        ("2020", "2020"),
        ("2020 Mar-Apr", "2020-03/2020-04"),
        ("July-August 2016", "2016-07/2016-08"),
        ("December 2020 - January 2021", "2020-12/2021-01"),
        ("2019 Dec-2020 Jan", "2019-12/2020-01"),
        ("4-8 Aug. 2020", "2020-08-04/2020-08-08"),
        ("2017 Nov 15", "2017-11-15"),
        ("15th November 2017", "2017-11-15"),
        ("September  1, 2021", "2021-09-01"),
        ("DEC 16 2020", "2020-12-16"),
        ("Ionawr 2021", "2021-01"),
        ("Spring 2019", "2019-21"),
        ("Haf 2020", "2020-22"),
        ("2020///Spring", "2020-21"),
        ("Winter 2019-20", "2019/2020"),
        ("2015-2023", "2015/2023"),
        ("2015-23", "2015/2023"),
        ("2015/16", "2015/2016"),
        ("2015-", "2015/.."),
        ("since 2015", "2015/.."),
        ("before 2010", "../2010"),
        ("c. 2018", "2018~"),
        ("tua 2018", "2018~"),
        ("[2018?]", "2018?"),
        ("1990s", "199X"),
        ("20th century", "19XX"),
        ("2020///", "2020"),
        ("1948/07//", "1948-07"),
        ("2023/04/17/", "2023-04-17"),
        ("2019/00/00", "2019"),
        ("2018/04", "2018-04"),
        ("2021-03-04T10:00:00Z", "2021-03-04"),
        ("25/12/2021", "2021-12-25"),
        ("12/25/2021", "2021-12-25"),
        ("03.12.2021", "2021-12-03"),
        ("Start date: 20170812", "2017-08-12"),
    ],
)
def test_a_date_is_understood(printed: str, edtf: str) -> None:
    assert edtf_of(printed) == edtf


@pytest.mark.parametrize(
    ("printed", "year"),
    [
        ("03/12/2021", "2021"),
        ("2011/12", "2011"),
        ("Hydref 2019", "2019"),  # autumn, and October
        ("Q1 2020", "2020"),
        ("early 2020", "2020"),
        ("2020-13", "2020"),
    ],
)
def test_where_there_are_two_readings_only_the_year_is_taken(printed: str, year: str) -> None:
    assert edtf_of(printed) == year


def test_an_impossible_day_leaves_the_month() -> None:
    assert edtf_of("2021-02-30") == "2021-02"


@pytest.mark.parametrize(
    "printed", ["", "n.d.", "SEP", "10 15", "0000", "2015, 2016", "undefined", "٢٠٢٠", "²²²²", "in press"]
)
def test_what_is_no_date_is_not_made_one(printed: str) -> None:
    assert edtf_of(printed) == ""


@given(
    st.text()
    | st.from_regex(r"[0-9 /.\-–a-zA-Z\[\]?~]{0,20}")
    | st.from_regex(r"(c\. )?[12][0-9]{3}[-/ ][0-9A-Za-z/ -]{0,12}")
)
def test_whatever_is_printed_the_result_is_edtf_or_nothing(printed: str) -> None:
    edtf = edtf_of(printed)
    assert edtf == "" or is_edtf(edtf)


@given(st.dates(date(1000, 1, 1), date(2199, 12, 31)))
def test_a_full_date_comes_back(day: date) -> None:
    assert edtf_of(day.isoformat()) == day.isoformat()
    assert edtf_of(f"{day.year}/{day.month:02}/{day.day:02}/") == day.isoformat()


def test_years_of_a_printed_date_can_be_compared() -> None:
    assert years(edtf_of("2015-23")) == (2015, 2023)
