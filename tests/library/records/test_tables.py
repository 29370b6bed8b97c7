"""Tables of any program or person: columns known by name, cells as text, no row dropped, no workbook trusted."""

from __future__ import annotations

import csv
import io
import time
from datetime import datetime
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from plethu.evidence.problems import BadInput
from plethu.records.columns import Columns
from plethu.records.formats import Mapping, format_named, recognised
from plethu.records.opened import Line, Opened
from plethu.records.record import Item, Record, Remark
from plethu.records.table_rows import guarded, rows, without_guard
from plethu.records.xlsx_reading import count_xlsx

from ...accounting import codes, opened, records
from .random_csl import read_back, record, written

QUICK = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


DAY = datetime(2020, 1, 2)  # noqa: DTZ001  a workbook knows no time zones


def read_text(folder: Path, text: str | bytes, mapping: Mapping | None = None, name: str = "file.csv") -> list[Item]:
    file = opened(folder, text, name)
    found = recognised(file)
    assert found is not None
    return list(found.read(file, mapping or {}))


def first(folder: Path, text: str | bytes) -> Record:
    return records(read_text(folder, text))[0]


def workbook(folder: Path, sheets: dict[str, list[list[Any]]]) -> Path:
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, content in sheets.items():
        sheet = book.create_sheet(name)
        for row in content:
            sheet.append(row)
    path = folder / "book.xlsx"
    book.save(path)
    return path


EXPORTS = {
    "Zotero": (
        '"Key","Item Type","Publication Year","Author","Title","Publication Title","ISSN","DOI","Url",'
        '"Abstract Note","Date",'
        '"Pages","Issue","Volume","Place","Type","Extra","Manual Tags"\n'
        '"AB12","journalArticle","2021","Pryce, Ann; Ek, Bo","Tir","J Place","1234-5679","10.1234/abc",'
        '"https://example.org/a",'
        '"About.","2021-03","10-19","4","3","Cardiff","","PMID: 5","care; rural"\n',
        {
            "type": "article-journal", "title": "Tir", "container-title": "J Place", "ISSN": "1234-5679", "volume": "3",
            "issue": "4", "page": "10-19", "publisher-place": "Cardiff", "keyword": "care; rural", "note": "PMID: 5",
            "author": [{"family": "Pryce", "given": "Ann"}, {"family": "Ek", "given": "Bo"}], "abstract": "About.",
            "DOI": "10.1234/abc", "URL": "https://example.org/a", "issued": {"date-parts": [[2021, 3]]},
        },
    ),
    "Scopus": (
        '"Authors","Author full names","Author(s) ID","Title","Year","Source title","Volume","Issue",'
        '"Art. No.","Page start",'
        '"Page end","DOI","Link","Abstract","Author Keywords","Index Keywords","PubMed ID",'
        '"Document Type","Source","EID"\n'
        '"Pryce A.; Ek B.","Pryce, Ann (57200000001); Ek, Bo (57200000002)","1; 2","Tir","2021",'
        '"J Place","3","4","","10","19",'
        '"10.1234/abc","https://example.org/a","About.","care; rural","health","55","Conference paper",'
        '"Scopus","2-s2.0-1"\n',
        {
            "type": "paper-conference", "title": "Tir", "container-title": "J Place", "volume": "3", "issue": "4",
            "page": "10-19", "keyword": "care; rural; health", "PMID": "55", "source": "Scopus", "abstract": "About.",
            "author": [{"family": "Pryce", "given": "Ann"}, {"family": "Ek", "given": "Bo"}], "DOI": "10.1234/abc",
            "URL": "https://example.org/a", "issued": {"date-parts": [[2021]]},
        },
    ),
    "PubMed": (
        "PMID,Title,Authors,Citation,First Author,Journal/Book,Publication Year,Create Date,PMCID,NIHMS ID,DOI\n"
        '5,Tir,"Pryce A, Ek B",J Place. 2021 Mar 4;3(4):10-19. doi: 10.1234/abc.,Pryce A,J Place,2021,2021/03/09,PMC7,,'
        "10.1234/abc\n",
        {
            "type": "article-journal", "title": "Tir", "container-title": "J Place", "volume": "3", "issue": "4",
            "page": "10-19", "PMID": "5", "PMCID": "PMC7", "DOI": "10.1234/abc", "issued": {"date-parts": [[2021]]},
            "author": [{"family": "Pryce", "given": "A"}, {"family": "Ek", "given": "B"}],
        },
    ),
    "Covidence": (
        "Title,Authors,Abstract,Published Year,Published Month,Journal,Volume,Issue,Pages,DOI,"
        "Covidence #,Study,Notes,Tags\n"
        'Tir,"Pryce, Ann; Ek, Bo",About.,2021,March,J Place,3,4,10-19,10.1234/abc,#12,Pryce 2021,,rural\n',
        {
            "type": "article-journal", "title": "Tir", "container-title": "J Place", "volume": "3", "issue": "4",
            "page": "10-19", "DOI": "10.1234/abc", "issued": {"date-parts": [[2021, 3]]}, "abstract": "About.",
            "author": [{"family": "Pryce", "given": "Ann"}, {"family": "Ek", "given": "Bo"}], "keyword": "rural",
        },
    ),
    "Rayyan": (
        "key,title,year,month,day,journal,issn,volume,issue,pages,authors,url,language,publisher,"
        "location,abstract,notes\n"
        'rayyan-1,Tir,2021,3,4,J Place,1234-5679,3,4,10-19,"Pryce, Ann and Ek, Bo",'
        'https://example.org/a,eng,Press,Bangor,'
        'About.,"RAYYAN-INCLUSION: {""Ann""=>""Included""}"\n',
        {
            "type": "article-journal", "title": "Tir", "container-title": "J Place", "ISSN": "1234-5679", "volume": "3",
            "issue": "4", "page": "10-19", "language": "eng", "publisher": "Press", "publisher-place": "Bangor",
            "author": [{"family": "Pryce", "given": "Ann"}, {"family": "Ek", "given": "Bo"}], "abstract": "About.",
            "URL": "https://example.org/a", "note": 'RAYYAN-INCLUSION: {"Ann"=>"Included"}',
            "issued": {"date-parts": [[2021, 3, 4]]},
        },
    ),
    "ASReview": (
        "record_id,title,abstract,authors,keywords,doi,publication_year,included,asreview_ranking\n"
        "0,Tir,About.,\"['Pryce, Ann', 'Ek, Bo']\",\"['care', 'rural']\",10.1234/abc,2021//,1,5\n",
        {
            "type": "document", "title": "Tir", "DOI": "10.1234/abc", "keyword": "care; rural", "abstract": "About.",
            "author": [{"family": "Pryce", "given": "Ann"}, {"family": "Ek", "given": "Bo"}],
            "issued": {"date-parts": [[2021]]},
        },
    ),
    "Springer": (
        "Item Title,Publication Title,Book Series Title,Journal Volume,Journal Issue,Item DOI,Authors,"
        "Publication Year,URL,"
        "Content Type\nTir,J Place,,3,4,10.1234/abc,Ann PryceBo McEk Lee,2021,https://example.org/a,Chapter\n",
        {
            "type": "chapter", "title": "Tir", "container-title": "J Place", "volume": "3", "issue": "4",
            "author": [{"family": "Pryce", "given": "Ann"}, {"family": "Lee", "given": "Bo McEk"}],
            "DOI": "10.1234/abc",
            "URL": "https://example.org/a", "issued": {"date-parts": [[2021]]},
        },
    ),
    "Embase": (
        "Title,Author Names,Source,Abstract,Emtree Medical Index Terms,keywords\n"
        'Tir,"Pryce A., Ek B.",J Place (2021) 3:4 (10-19). Date of Publication: 4 Mar 2021,About.,"a,b",'
        '"care, rural"\n',
        {
            "type": "article-journal", "title": "Tir", "container-title": "J Place", "volume": "3", "issue": "4",
            "page": "10-19", "keyword": "care; rural", "abstract": "About.", "issued": {"date-parts": [[2021, 3, 4]]},
            "author": [{"family": "Pryce", "given": "A."}, {"family": "Ek", "given": "B."}],
        },
    ),
    "IEEE": (
        '"Document Title",Authors,"Author Affiliations","Publication Title","Publication Year","Volume",'
        '"Start Page","End Page",'
        '"Abstract","ISSN","DOI","PDF Link","IEEE Terms"\n"Tir","Ann Pryce; Bo Ek","Univ","J Place",'
        '"2021","3","10","19",'
        '"About.","1234-5679","10.1234/abc","https://example.org/pdf","Roads;Rails"\n',
        {
            "type": "article-journal", "title": "Tir", "container-title": "J Place", "volume": "3", "page": "10-19",
            "author": [{"family": "Pryce", "given": "Ann"}, {"family": "Ek", "given": "Bo"}], "DOI": "10.1234/abc",
            "ISSN": "1234-5679", "keyword": "Roads; Rails", "abstract": "About.", "issued": {"date-parts": [[2021]]},
        },
    ),
    "EPPI": (
        "ItemId,Type Name,Authors,Title,ParentTitle,Short Title,Year,Volume,Issue,Pages,Abstract,"
        "Comments,Keywords,DOI,URL,City,"
        "Institution\n9,Report,Pryce Ann; Cyngor Powys,Tir,,Pryce (2021),2021,,,,About.,,,,"
        "https://example.org/a,Powys,WCPP\n",
        {
            "type": "report", "title": "Tir", "title-short": "Pryce (2021)", "publisher": "WCPP", "abstract": "About.",
            "publisher-place": "Powys", "URL": "https://example.org/a", "issued": {"date-parts": [[2021]]},
            "author": [{"family": "Ann", "given": "Pryce"}, {"literal": "Cyngor Powys"}],
        },
    ),
}  # fmt: skip


@pytest.mark.parametrize("program", EXPORTS)
def test_the_columns_of_each_program_are_known(tmp_path: Path, program: str) -> None:
    text, csl = EXPORTS[program]
    file = opened(tmp_path, text, "export.csv")
    found = recognised(file)
    assert found is not None
    assert found.id == "csv"
    items = list(found.read(file, {}))
    assert records(items)[0].csl == csl
    assert found.count(file) == 1
    header, row = list(csv.reader(io.StringIO(text)))
    said = {field.tag: field.value for field in records(items)[0].fields}
    assert said == {name: cell for name, cell in zip(header, row, strict=True) if cell}


@pytest.mark.parametrize(
    ("header", "row"),
    [
        ("Case study,Place,Date as written,Link,Organisation", "Caffi,Y Bala,spring 2021,https://example.org,Cyngor"),
        ("Teitl,Lle,Dyddiad,Dolen,Sefydliad", "Caffi,Y Bala,spring 2021,https://example.org,Cyngor"),
        ("Project name;Location;When;Website;Lead organisation", "Caffi;Y Bala;spring 2021;https://example.org;Cyngor"),
    ],
)
def test_a_sheet_of_case_studies_in_either_language(tmp_path: Path, header: str, row: str) -> None:
    record = first(tmp_path, f"Call for case studies 2021\n{header}\n{row}\n")
    assert record.csl == {
        "type": "webpage",
        "title": "Caffi",
        "event-place": "Y Bala",
        "issued": {"date-parts": [[2021]], "season": 1},
        "URL": "https://example.org",
        "author": [{"literal": "Cyngor"}],
    }
    assert (record.printed_date, record.edtf) == ("spring 2021", "2021-21")


def test_a_mapping_overrides_what_the_names_say(tmp_path: Path) -> None:
    text = "Title,Working name,Where from,Note\nNot this,Caffi,Y Bala,kept\n"
    (record,) = records(read_text(tmp_path, text, {"Working name": "title", "TITLE": "", "where from": "event-place"}))
    assert record.csl == {"type": "document", "title": "Caffi", "event-place": "Y Bala", "note": "kept"}
    assert record.first("Title") == "Not this"


@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_the_sign_between_cells_and_the_ends_of_lines_are_found_out(tmp_path: Path, sign: str, end: str) -> None:
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=sign, lineterminator=end)
    writer.writerows([["Title", "Abstract", "Year"], ["A, b; c | d", 'Said "so"\nand more', "2021"], ["B", "", "2022"]])
    found = records(read_text(tmp_path, text.getvalue()))
    assert [record.csl["title"] for record in found] == ["A, b; c | d", "B"]
    assert found[0].csl["abstract"] == 'Said "so"\nand more'


def test_the_line_that_excel_reads_the_sign_from_is_a_remark(tmp_path: Path) -> None:
    items = read_text(tmp_path, "sep=;\nTitle;Year\nA;2021\n")
    assert [item.text for item in items if isinstance(item, Remark)] == ["sep=;", "Title\tYear"]
    assert records(items)[0].csl["title"] == "A"


def test_ragged_rows_keep_all_their_cells(tmp_path: Path) -> None:
    found = records(read_text(tmp_path, "Title,Year,Note\nA,2021\nB,2022,n,beyond,\n,,\n  , ,\nC,2023,n\n"))
    assert [codes(record) for record in found] == [["fewer-cells"], ["more-cells"], []]
    assert found[1].first("Column 4") == "beyond"
    assert [record.number for record in found] == [1, 2, 3]


def test_columns_without_a_name_or_with_the_same_get_one(tmp_path: Path) -> None:
    (record,) = records(read_text(tmp_path, "Title,,Tag,Tag,title\nA,x,1,2,B\n"))
    assert [(field.tag, field.value) for field in record.fields] == [
        ("Title", "A"), ("Column 2", "x"), ("Tag", "1"), ("Tag (2)", "2"), ("title (2)", "B"),
    ]  # fmt: skip
    assert record.csl["title"] == "A"
    assert codes(record) == ["columns-named"]


def test_a_table_without_names_of_columns_loses_no_row(tmp_path: Path) -> None:
    text = "Caffi Trwsio,2021,https://example.org/a\nTir,2022,https://example.org/b\n"
    found = records(read_text(tmp_path, text, {"Column 1": "title", "Column 2": "year"}))
    assert [record.csl["title"] for record in found] == ["Caffi Trwsio", "Tir"]


@pytest.mark.parametrize(
    ("text", "titles", "code"),
    [
        ('Title,Year\n"never closed,2021\nB,2022\n', ['"never closed', "B"], "quote-not-closed"),
        ('Title,Year\n"opened" and more,2021\nB,2022\n', ['"opened" and more', "B"], None),
        ('Title,Year\n5" pipe,2021\nB,2022\n', ['5" pipe', "B"], None),
        ('Title,Year\nA,"open\n"B","2022"\n', ["A", "B"], "quote-not-closed"),
        ('Title, Year\n"A, b", 2021\nB, "2022"\n', ["A, b", "B"], None),
    ],
)
def test_quotation_marks_that_do_not_fit_cost_no_row(
    tmp_path: Path, text: str, titles: list[str], code: str | None
) -> None:
    found = records(read_text(tmp_path, text))
    assert [record.csl["title"] for record in found] == titles
    assert codes(found[0]) == (
        [code, "fewer-cells"] if code and "Year" not in str(found[0].fields) else [code] * bool(code)
    )


def test_a_hundred_thousand_open_quotation_marks_take_no_time(tmp_path: Path) -> None:
    lines = [Line(number, 'a,"b""') for number in range(1, 100_001)]
    assert sum(1 for _ in rows(lines, ",")) == 100_000


@QUICK
@given(text=st.text(alphabet="=+-@'\t 1a０＝", max_size=5))
def test_a_guarded_cell_is_no_formula_and_comes_back(text: str) -> None:
    safe = guarded(text)
    assert without_guard(safe) == text
    assert not safe.lstrip().startswith(("=", "@", "＝"))


@pytest.mark.parametrize("format", ["csv", "tsv"])
def test_what_looks_like_a_formula_is_text_in_and_out(tmp_path: Path, format: str) -> None:
    csl = {
        "type": "book",
        "title": '=HYPERLINK("http://x")',
        "note": "@SUM(1)",
        "volume": "-5",
        "publisher": "+1 Press",
    }
    _, data, _ = written(tmp_path, format, [record(csl)])
    for row in csv.reader(io.StringIO(data.decode("utf-8-sig")), delimiter="," if format == "csv" else "\t"):
        assert not any(cell.startswith(("=", "@", "+")) for cell in row)
    (read,) = read_back(tmp_path, format, [record(csl)])
    assert isinstance(read, Record)
    assert read.csl == csl


def test_no_cell_of_a_workbook_is_a_formula(tmp_path: Path) -> None:
    csl = {"type": "book", "title": "=1+1", "abstract": "x" * 70_000}
    file, _, _ = written(tmp_path, "xlsx", [record(csl)])
    sheet = load_workbook(file.path).worksheets[0]
    cells = [cell for row in sheet.iter_rows() for cell in row if cell.value]
    assert {cell.data_type for cell in cells} == {"s"}
    assert max(len(str(cell.value)) for cell in cells) < 32_767
    (read,) = read_back(tmp_path, "xlsx", [record(csl)])
    assert isinstance(read, Record)
    assert read.csl == csl


def test_formulas_dates_and_numbers_in_a_workbook_are_read_as_text(tmp_path: Path) -> None:
    path = workbook(tmp_path, {"S": [["Title", "Year", "Date accessed", "Note"], ["=1+1", 2021.0, DAY, True]]})
    found = format_named("xlsx")
    record = records(found.read(opened(tmp_path, path.read_bytes(), "book.xlsx"), {}))[0]
    assert record.first("Title") == "=1+1"
    assert record.csl["issued"] == {"date-parts": [[2021]]}
    assert record.csl["accessed"] == {"date-parts": [[2020, 1, 2]]}
    assert record.csl["note"] == "TRUE"


def test_all_sheets_with_records_are_read_and_the_others_kept(tmp_path: Path) -> None:
    path = workbook(
        tmp_path,
        {
            "About": [["What this is"], ["by Ann"]],
            "First": [["Cases of 2021"], [], ["Title", "Place"], ["A", "Bala"], [None, None], ["B", "Bangor"]],
            "Second": [["Teitl", "Lle"], ["C", "Barri"]],
        },
    )
    file = opened(tmp_path, path.read_bytes(), "book.xlsx")
    items = list(format_named("xlsx").read(file, {}))
    assert [(item.number, item.line, item.csl["title"]) for item in records(items)] == [
        (1, 4, "A"),
        (2, 6, "B"),
        (3, 2, "C"),
    ]
    assert {"What this is", "by Ann", "Cases of 2021"} <= {item.text for item in items if isinstance(item, Remark)}


def bomb(folder: Path, name: str, content: bytes, compression: int = ZIP_DEFLATED) -> Path:
    path = workbook(folder, {"S": [["Title", "Year"], ["A", 2021]]})
    with ZipFile(path) as archive:
        members = {member: archive.read(member) for member in archive.namelist()}
    with ZipFile(path, "w", compression) as archive:
        for member, data in {**members, name: content}.items():
            archive.writestr(member, data)
    return path


SHEET = "xl/worksheets/sheet1.xml"


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        (SHEET, b"<worksheet>" + b" " * 100_000_000 + b"</worksheet>", "unpacks-too-large"),
        (SHEET, b'<!DOCTYPE x [<!ENTITY a "b"><!ENTITY c "&a;&a;">]><worksheet>&c;</worksheet>', "entities"),
        ("xl/sharedStrings.xml", b'<!DOCTYPE x SYSTEM "file:///etc/passwd"><sst/>', "entities"),
        (SHEET, '<?xml version="1.0"?><!DOCTYPE x><worksheet/>'.encode("utf-16"), "entities"),
        (SHEET, b"<worksheet><sheetData><row><c", "not-xlsx"),
        ("[Content_Types].xml", b"nonsense", "not-xlsx"),
    ],
)
def test_hostile_workbooks_are_refused_in_words(tmp_path: Path, name: str, content: bytes, code: str) -> None:
    path = bomb(tmp_path, name, content)
    with pytest.raises(BadInput) as refusal:
        list(format_named("xlsx").read(opened(tmp_path, path.read_bytes(), "book.xlsx"), {}))
    assert refusal.value.problems[0].code == code


def test_a_workbook_cut_off_anywhere_is_refused_in_words(tmp_path: Path) -> None:
    data = workbook(tmp_path, {"S": [["Title", "Year"], ["A", 2021]]}).read_bytes()
    for end in range(0, len(data), 97):
        with pytest.raises(BadInput):
            list(format_named("xlsx").read(opened(tmp_path, data[:end], "cut.xlsx"), {}))


@settings(QUICK, max_examples=60)
@given(changes=st.lists(st.tuples(st.floats(0, 1), st.integers(0, 255)), min_size=1, max_size=5))
def test_a_changed_workbook_is_read_or_refused(tmp_path: Path, changes: list[tuple[float, int]]) -> None:
    data = bytearray(workbook(tmp_path, {"S": [["Title", "Year"], ["A", 2021]]}).read_bytes())
    for where, byte in changes:
        data[int(where * (len(data) - 1))] = byte
    file = opened(tmp_path, bytes(data), "book.xlsx")
    format_named("xlsx").recognise(file)
    try:
        list(format_named("xlsx").read(file, {}))
        format_named("xlsx").count(file)
    except BadInput as refusal:
        assert refusal.problems[0].code


GOOD = EXPORTS["Rayyan"][0] + EXPORTS["Rayyan"][0].splitlines()[1].replace("Tir", "Dŵr") + "\n"


@pytest.mark.parametrize("format", ["csv", "tsv"])
def test_a_table_cut_off_anywhere_is_read_as_far_as_it_goes(tmp_path: Path, format: str) -> None:
    data = GOOD.replace(",", "\t").encode() if format == "tsv" else GOOD.encode()
    for end in range(len(data)):
        file = opened(tmp_path, data[:end], "file.csv")
        format_named(format).recognise(file)
        assert len(records(format_named(format).read(file, {}))) <= data[:end].count(b"\n") + 1


@QUICK
@given(at=st.integers(0, len(GOOD)), put=st.text('",;\t\n|\0ŵ=a', max_size=4), cut=st.integers(0, 5))
def test_a_changed_table_is_never_an_exception(tmp_path: Path, at: int, put: str, cut: int) -> None:
    text = GOOD[:at] + put + GOOD[at + cut :]
    file = opened(tmp_path, text, "file.csv")
    items = list(format_named("csv").read(file, {}))
    said = "\n".join(
        part for item in items for part in ([f.value for f in item.fields] if isinstance(item, Record) else [item.text])
    )
    for word in ("rayyan-1", "Press", "RAYYAN-INCLUSION"):
        if word in text:
            assert word in said


@QUICK
@given(data=st.binary(max_size=200) | st.text('",;\t\nab1 ', max_size=200).map(str.encode))
@pytest.mark.parametrize("format", ["csv", "tsv"])
def test_any_bytes_are_read_without_an_exception(tmp_path: Path, format: str, data: bytes) -> None:
    file = opened(tmp_path, data, "file.csv")
    found = format_named(format)
    found.recognise(file)
    items = list(found.read(file, {}))
    assert [item.number for item in records(items)] == list(range(1, len(records(items)) + 1))


cells = st.text(alphabet='ab ,;\t"\n=ŵ', max_size=6)


@QUICK
@given(content=st.lists(st.lists(cells, min_size=2, max_size=2), max_size=6), sign=st.sampled_from([",", ";", "\t"]))
def test_rows_are_those_that_were_written(content: list[list[str]], sign: str) -> None:
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=sign, quoting=csv.QUOTE_ALL, lineterminator="\n").writerows(content)
    lines = [Line(number, line) for number, line in enumerate(text.getvalue().split("\n")[:-1], 1)]
    assert [list(row.cells) for row in rows(lines, sign)] == content


def test_known_columns_are_told_by_their_neighbours() -> None:
    assert Columns(["Title", "Place"]).variables == ["title", "event-place"]
    assert Columns(["Title", "Place", "Publisher"]).variables == ["title", "publisher-place", "publisher"]
    assert Columns(["Number", "Title"]).variables == ["", "title"]
    assert Columns(["Item Type", "Type"]).variables == ["type", "genre"]
    assert Columns(["Original: Title", "Anything"]).variables == ["", ""]


def test_thousands_of_columns_are_refused_with_their_line(tmp_path: Path) -> None:
    file = opened(tmp_path, "Title,Year\nA,2021\n" + "x," * 50_000 + "x\n", "file.csv")
    with pytest.raises(BadInput) as refusal:
        list(format_named("csv").read(file, {}))
    assert (refusal.value.problems[0].code, refusal.value.problems[0].line) == ("too-many-columns", 3)
    assert len(set(Columns(["x"] * 20_000).names)) == 20_000


def test_a_line_of_a_million_cells_after_blanks_is_split_in_its_time(tmp_path: Path) -> None:
    began = time.process_time()
    assert len(list(rows([Line(1, '"x"' + "; a b" * 300_000)], ";"))) == 1
    assert time.process_time() - began < 20  # a second; a minute and more where each cell copies what is left


def test_rows_without_end_are_counted_in_their_time(tmp_path: Path) -> None:
    path = tmp_path / "rows.xlsx"
    rows_of_it = "<row r='1'><c><v>1</v></c></row>" + "<row/>" * 200_000
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", f"<worksheet><sheetData>{rows_of_it}</sheetData></worksheet>")
    began = time.process_time()
    assert count_xlsx(Opened(path)) == 0
    assert time.process_time() - began < 10
