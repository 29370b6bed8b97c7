"""The spreadsheet, read back with openpyxl."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from zipfile import ZipFile

import pytest
from msgspec.structs import replace
from openpyxl import load_workbook

from plethu.reporting.documents.xlsx import as_xlsx

from .told_sample import HASH, told, with_nothing

HOSTILE = [
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1+1",
    "\r=1+1",
    " =1+1",
    '=HYPERLINK("http://x.test")',
    "=cmd|' /C calc'!A0",
]


def opened(advice, made_on=None):
    return load_workbook(BytesIO(as_xlsx(advice, made_on)))


def cells(book):
    return (cell for sheet in book.worksheets for row in sheet.iter_rows() for cell in row)


@pytest.mark.parametrize(
    ("language", "names"),
    [
        ("en", ["Plan", "Answers", "Reasons", "Evidence", "About"]),
        ("cy", ["Cynllun", "Atebion", "Rhesymau", "Tystiolaeth", "Ynglŷn â hyn"]),
    ],
)
def test_five_sheets_named_in_the_language(language, names):
    assert opened(told(language)).sheetnames == names


def test_the_plan_has_a_row_for_each_action_with_four_cells_for_the_user():
    plan = opened(told()).worksheets[0]
    header = [cell.value for cell in plan[1]]
    assert header[:5] == ["When", "Action", "How it fits", "Why", "What it needs first"]
    assert header[5:7] == ["How to get there", "Who could lead"]
    assert header[7:9] == ["Own choice", "Reason of your own choice"]
    assert header[9:] == ["Owner", "Due date", "Review date", "Status"]
    assert plan.max_row == 22
    assert plan["A2"].value == "Now"
    assert plan["E7"].value == "First, ask every partner why the matter is important to them."
    assert all(plan.cell(row, column).value is None for row in range(2, 23) for column in range(8, 14))
    assert plan["F7"].value.startswith("1. First, ask every partner")
    assert plan["G2"].value == "Third sector"


@pytest.mark.parametrize(
    ("language", "choices"),
    [("en", "Not started,Started,In place,Lapsed"), ("cy", "Heb ddechrau,Wedi dechrau,Ar waith,Wedi dod i ben")],
)
def test_status_is_chosen_of_a_list_and_dates_are_dates(language, choices):
    plan = opened(told(language)).worksheets[0]
    found = {str(rule.sqref): rule for rule in plan.data_validations.dataValidation}
    assert found["M2:M22"].formula1 == f'"{choices}"'
    assert {rule.type for rule in found.values()} == {"list", "date"}
    assert plan["K2"].number_format == "yyyy-mm-dd"


def test_reasons_name_the_ids_they_rest_on():
    reasons = opened(told()).worksheets[2]
    assert "F134, Q017" in [cell.value for cell in reasons["F"]]
    assert "Q002" in [cell.value for cell in reasons["F"]]


def test_reasons_begin_with_the_statement():
    header, first, *_ = opened(told()).worksheets[2].iter_rows(values_only=True)
    assert header == ("Action", "Kind", "Statement", "Your answers", "Basis", "Rests on")
    assert first[2].startswith("Formal roles help most")
    assert first[3].startswith("You said that the collaboration")


def test_own_choice_and_progress_stand_in_the_plan():
    advice = told(few=True)
    lane = advice.lanes[0]
    action = replace(lane.actions[0], lane="later", override_reason="We have begun.", progress="started")
    plan = opened(replace(advice, lanes=(replace(lane, actions=(action,)), *advice.lanes[1:]))).worksheets[0]
    assert plan["H2"].value == "Own choice; by the rule: Later"
    assert plan["I2"].value == "We have begun."
    assert plan["M2"].value == "Started"


def test_counts_of_evidence_are_numbers():
    evidence = opened(told()).worksheets[3]
    assert [cell.value for cell in evidence[2]][1:] == ["Academic research", 7, 5, 1, 1, 0, 0, 0]


def test_about_says_where_it_comes_from():
    about = {
        row[0].value: row[1].value for row in opened(told("cy"), date(2026, 11, 25)).worksheets[4].iter_rows(min_row=2)
    }
    assert about["Ôl bys (SHA-256)"] == HASH
    assert about["Cod yr argraffiad"] == "multisector-wales-2024"
    assert about["Lluniwyd ar"] == "2026-11-25"


def test_every_sheet_can_be_read_on_screen_and_paper():
    for sheet in opened(told()).worksheets:
        assert sheet.freeze_panes == "A2"
        assert sheet.auto_filter.ref
        assert sheet.print_title_rows == "$1:$1"
        assert sheet.page_setup.fitToWidth == 1
        assert sheet.page_setup.paperSize == 9
        assert all(cell.font.bold for cell in sheet[1])
        assert sheet.column_dimensions["A"].width > 10


@pytest.mark.parametrize("hostile", HOSTILE)
def test_no_cell_is_a_formula(hostile):
    data = as_xlsx(told(hostile=hostile))
    with ZipFile(BytesIO(data)) as archive:
        assert not any(b"<f>" in archive.read(name) or b"<f " in archive.read(name) for name in archive.namelist())
    found = [cell for cell in cells(load_workbook(BytesIO(data))) if isinstance(cell.value, str)]
    suspects = [cell for cell in found if cell.value.lstrip()[:1] in ("=", "+", "-", "@")]
    assert suspects
    assert all(cell.data_type == "s" and cell.quotePrefix for cell in suspects)


def test_an_empty_advice_still_makes_a_sound_file():
    book = opened(with_nothing())
    assert book.worksheets[0].max_row == 1
