"""RIS in all its dialects: nothing lost, what was odd is said, and the same fields come back when written."""

import io
from pathlib import Path

import pytest
from hypothesis import given, settings

from plethu.evidence.problems import BadInput
from plethu.records import ris
from plethu.records.record import Record, Refused, Remark
from plethu.records.ris_writing import write

from ...accounting import Read, codes, files, items_of, one, opened, records, unaccounted

BARE_END = r"E ?R ?[ \t]{0,4}-?|er  -"
ANY = files(
    "TY  - JOUR",
    "TY  - ",
    "TY - BOOK",
    "ty  - jour",
    "  TY  - RPRT",
    "TY  -JOUR",
    "TI  - A title",
    "T1  - Another",
    "AU  - Jones, Mair",
    "AU  - Jones, M.; Li, B.",
    "KW - one",
    "KW  - two",
    "PY  - 2020//",
    "Y1  - soon",
    "DO  - 10.1234/x",
    "XX  - unknown",
    "PMID - 123",
    "A1\t- Tabbed",
    "N2  -",
    "SP  - 1",
    "EP  - 9",
    "ER  - ",
    "ER  -",
    "ER",
    "% Comment",
    "1.",
    "text that goes on",
    "      AU  - indented text",
    "US - text, not a tag",
    "\u202eturned",
    "nul\0here",
)


@pytest.fixture
def read(tmp_path: Path) -> Read:
    return lambda content: items_of(tmp_path, "ris", content)


def test_a_plain_record(read: Read) -> None:
    record = one(
        read(
            "TY  - JOUR\nTI  - Sharing a purpose\nAU  - Jones, Mair\nAU  - Li, B., Jr.\n"
            "T2  - Journal of Invented Studies\nJA  - J Inv Stud\nPY  - 2021\nDA  - 2021/03/04/\n"
            "VL  - 7\nIS  - 2\nSP  - 10\nEP  - 19\nSN  - 1234-5678\n"
            "DO  - https://doi.org/10.1234/abc.5\nUR  - https://example.org/5\nAB  - First.\nKW  - one\n"
            "KW  - two\nLA  - cy\n"
            "DB  - Invented\nN1  - <p>A note</p>\nER  - \n"
        )
    )
    assert record.csl == {
        "type": "article-journal",
        "title": "Sharing a purpose",
        "volume": "7",
        "issue": "2",
        "language": "cy",
        "archive": "Invented",
        "container-title": "Journal of Invented Studies",
        "container-title-short": "J Inv Stud",
        "author": [{"family": "Jones", "given": "Mair"}, {"family": "Li", "given": "B.", "suffix": "Jr."}],
        "issued": {"date-parts": [[2021, 3, 4]]},
        "page": "10-19",
        "ISSN": "1234-5678",
        "DOI": "10.1234/abc.5",
        "URL": "https://example.org/5",
        "abstract": "First.",
        "note": "A note",
        "keyword": "one; two",
    }
    assert (record.line, record.number, record.printed_date, record.edtf) == (1, 1, "2021/03/04/", "2021-03-04")
    assert not record.repairs


@pytest.mark.parametrize(
    ("line", "tag", "value"),
    [
        ("KW - one blank", "KW", "one blank"),
        ("KW  -no blank", "KW", "no blank"),
        ("kw  - small letters", "KW", "small letters"),
        ("KW\t- a tab", "KW", "a tab"),
        ("  KW  - indented a little", "KW", "indented a little"),
        ("KW   - three", "KW", "three"),
        ("PMID - 12345", "PMID", "12345"),
        ("KW  – a dash from a word processor", "KW", "a dash from a word processor"),
    ],
)
def test_oddly_written_tags_are_read_and_said(read: Read, line: str, tag: str, value: str) -> None:
    record = one(read(f"TY  - JOUR\nTI  - A\n{line}\nER  - "))
    assert record.first(tag) == value
    assert [(r.code, r.line) for r in record.repairs if r.code.startswith("tag-")] == [
        ("tag-case" if line.startswith("kw") else "tag-spacing", 3)
    ]


@pytest.mark.parametrize(
    "line",
    [
        "US - based companies",
        "T1- and T2-weighted",
        "AB negative",
        "ER then a second line",
        "      AB  - in text",
        "is - was",
    ],
)
def test_text_that_looks_like_a_tag_stays_text(read: Read, line: str) -> None:
    record = one(read(f"TY  - JOUR\nTI  - A\nN2  - An abstract\n{line}\nER  - "))
    assert record.first("N2") == f"An abstract\n{line.strip()}"


@pytest.mark.parametrize(
    "first", ["TY - JOUR", "TY  -JOUR", "TY  - ", "TY  -", "ty  - jour", "TY- JOUR", "\ufeffTY  - JOUR"]
)
def test_a_record_begins_however_its_type_is_written(read: Read, first: str) -> None:
    found = records(read(f"{first}\nTI  - A\nER  - \n\n{first}\nTI  - B\nER  - \n"))
    assert [record.csl["title"] for record in found] == ["A", "B"]


def test_records_without_an_end_are_all_read(read: Read) -> None:
    items = read(
        "TY  - CONF\nTI  - A\nKW - k\nmore\n\n\n% Comment\nTY  - JOUR\nTI  - B\nER  - \n\nTY  - GEN\nTI  - C\n"
    )
    assert [r.csl["title"] for r in records(items)] == ["A", "B", "C"]
    assert [codes(r) for r in records(items)] == [["tag-spacing", "no-end"], [], ["no-end"]]
    assert [item for item in items if isinstance(item, Remark)] == [Remark(7, "% Comment")]


def test_a_record_without_a_type_is_kept_as_a_document(read: Read) -> None:
    record = one(read("TI  - A leaflet\nER  - "))
    assert (record.csl["type"], codes(record)) == ("document", ["no-type"])


def test_a_type_that_is_not_first_belongs_to_its_record(read: Read) -> None:
    assert one(read("ID  - 1\nTY  - JOUR\nTI  - A\nER  - ")).csl["type"] == "article-journal"


def test_a_field_right_after_the_end_belongs_to_the_record_before(read: Read) -> None:
    items = read("1.\nTY  - JOUR\nTI  - A\nER  -\nNL  - J Inv\n\nLink to the text\n\n2.\nTY  - JOUR\nTI  - B\nER  -\n")
    first, second = records(items)
    assert (first.first("NL"), codes(first), codes(second)) == ("J Inv", ["field-after-end"], [])
    assert [item.text for item in items if isinstance(item, Remark)] == ["1.", "Link to the text", "2."]


def test_files_glued_without_a_line_break(read: Read) -> None:
    assert len(records(read("TY  - JOUR\nTI  - A\nER  - TY  - JOUR\nTI  - B\nER  - "))) == 2


def test_blank_lines_inside_a_field_are_kept(read: Read) -> None:
    record = one(read("TY  - JOUR\nTI  - A\nU3  - Cited By :9\n\nExport Date: 12 May\n\nArticle\nPB  - P\nER  - "))
    assert record.first("U3") == "Cited By :9\n\nExport Date: 12 May\n\nArticle"


def test_unknown_and_empty_tags_stay_in_the_record(read: Read) -> None:
    record = one(read("TY  - GEN\nTI  - A\nQQ  - odd\nQQ  - twice\nSP  -\nER  - "))
    assert [(f.tag, f.value, f.line) for f in record.fields[2:]] == [
        ("QQ", "odd", 3),
        ("QQ", "twice", 4),
        ("SP", "", 5),
    ]


@pytest.mark.parametrize("content", ["TY  -\nER  -\n", "TY  - JOUR\nER  - ", "TY  - JOUR\nTI  -\nAU  -\n"])
def test_a_record_that_says_nothing_is_refused_with_its_line(read: Read, content: str) -> None:
    (item,) = read(content)
    assert isinstance(item, Refused)
    assert (item.code, item.line, item.number) == ("empty-record", 1, 1)


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        ("ELEC", "webpage"),
        ("MPCT", "motion_picture"),
        ("VIDEO", "motion_picture"),
        ("SLIDE", "speech"),
        ("BLOG", "post-weblog"),
        ("DATA", "dataset"),
        ("RPRT", "report"),
        ("THES", "thesis"),
        ("PAMP", "pamphlet"),
        ("Journal Article", "article-journal"),
        ("Web Page", "webpage"),
    ],
)
def test_records_that_are_not_papers_keep_what_they_are(read: Read, code: str, kind: str) -> None:
    record = one(read(f"TY  - {code}\nTI  - A film about a garden\nER  - "))
    assert (record.csl["type"], record.repairs) == (kind, ())


def test_an_unknown_type_is_a_document_and_said(read: Read) -> None:
    record = one(read("TY  - XYZ\nTI  - A\nER  - "))
    assert (record.csl["type"], record.repairs[0].code, record.repairs[0].values) == (
        "document",
        "unknown-type",
        {"type": "XYZ"},
    )


def test_what_is_odd_in_a_value_is_said(read: Read) -> None:
    record = one(read("TY  - JOUR\nTI  - A\nTI  - B\nPY  - 10 15\nDO  - none\nAU  - Jones, M.; Li, B.\nER  - "))
    assert {(r.code, r.line) for r in record.repairs} == {
        ("tag-twice", 3),
        ("date-not-understood", 4),
        ("doi-not-understood", 5),
        ("names-in-one-field", 6),
    }
    assert record.csl["author"] == [{"family": "Jones", "given": "M."}, {"family": "Li", "given": "B."}]
    assert (record.csl["issued"], record.printed_date, record.edtf) == ({"literal": "10 15"}, "10 15", "")


def test_a_month_and_a_year_in_two_fields_are_one_date(read: Read) -> None:
    record = one(read("TY  - JOUR\nTI  - A\nDA  - SEP\nPY  - 2018\nER  - "))
    assert (record.printed_date, record.edtf) == ("SEP 2018", "2018-09")


def test_a_chapter_has_a_book_and_its_editors(read: Read) -> None:
    csl = one(
        read("TY  - CHAP\nTI  - A\nT2  - The book\nT3  - Series\nA2  - Rees, E.\nSN  - 978-0-306-40615-7\nER  - ")
    ).csl
    assert (csl["container-title"], csl["collection-title"], csl["ISBN"]) == ("The book", "Series", "9780306406157")
    assert csl["editor"] == [{"family": "Rees", "given": "E."}]


def test_characters_that_steer_a_terminal_are_taken_out_and_said(read: Read) -> None:
    record = one(read("TY  - JOUR\nTI  - A\x1b[31m red\0 \u202eeltit\nER  - "))
    assert record.csl["title"] == "A[31m red eltit"
    assert [(r.code, r.line) for r in record.repairs] == [("unseen-characters", 2)]


def test_a_line_in_another_encoding_is_said(read: Read) -> None:
    record = one(read("TY  - JOUR\nTI  - tŷ\n".encode() + "AB  - café\nER  - \n".encode("cp1252")))
    assert record.csl["abstract"] == "café"
    assert [(r.code, r.line) for r in record.repairs] == [("line-encoding", 3)]


def test_a_record_too_large_for_any_is_refused_and_the_next_is_read(read: Read) -> None:
    long = "KW  - " + "x" * 999_994 + "\n"
    items = read("TY  - JOUR\nTI  - A\n" + long * 18 + "ER  - \n\nTY  - JOUR\nTI  - B\nER  - ")
    assert isinstance(items[0], Refused)
    assert (items[0].code, items[0].line, items[0].last, len(items[0].text)) == ("too-large", 1, 21, 2000)
    assert records(items)[0].csl["title"] == "B"


def test_a_line_of_fifty_megabytes_is_refused_in_clear_words(tmp_path: Path) -> None:
    with pytest.raises(BadInput) as caught:
        items_of(tmp_path, "ris", b"TY  - JOUR\nAB  - " + b"x" * 50_000_000)
    assert (caught.value.problems[0].code, caught.value.problems[0].line) == ("line-too-long", 2)


@pytest.mark.parametrize(
    ("content", "sure"),
    [
        ("TY  - JOUR\n", True),
        ("Provider: X\n\nTY - JOUR\n", True),
        ("1.\nty  - jour", True),
        ("PT J\nAU Li, W\n", False),
        ("PMID- 1\nTI  - A\n", False),
        ("%0 Book\n", False),
        ("title,year\n", False),
        ("", False),
    ],
)
def test_it_is_recognised_by_its_content(tmp_path: Path, content: str, sure: bool) -> None:
    assert (ris.recognise(opened(tmp_path, content)) > 5) is sure


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_the_count_on_raw_bytes_agrees_in_any_encoding(tmp_path: Path, encoding: str) -> None:
    content = (
        "TY  - JOUR\r\nTI  - caffé\r\nER  - \r\n\r\nTY - JOUR\rTI  - B\n\nty  - jour\nTI  - C\nER  -\n"
        "TI  - D\nAU  - E\nER  - "
    ).encode(encoding)
    assert ris.count(opened(tmp_path, content)) == len(records(items_of(tmp_path, "ris", content))) == 4


@settings(max_examples=300)
@given(content=ANY)
def test_every_line_ends_in_one_field_refusal_or_remark(tmp_path_factory: pytest.TempPathFactory, content: str) -> None:
    items = items_of(tmp_path_factory.getbasetemp(), "ris", content)
    assert unaccounted(content.removeprefix("\ufeff"), items, BARE_END) == []
    numbers = [item.number for item in items if not isinstance(item, Remark)]
    assert numbers == list(range(1, len(numbers) + 1))


@settings(max_examples=200)
@given(content=ANY)
def test_written_and_read_again_a_record_has_the_same_fields(
    tmp_path_factory: pytest.TempPathFactory, content: str
) -> None:
    folder = tmp_path_factory.getbasetemp()
    first = records(items_of(folder, "ris", content))
    again = records(items_of(folder, "ris", written(first)))
    assert [own(r) for r in again] == [own(r) for r in first]
    assert [r.csl for r in again] == [r.csl for r in first]


def written(found: list[Record]) -> bytes:
    file = io.BytesIO()
    assert write(found, file) == len(found)
    return file.getvalue()


def own(record: Record) -> list[tuple[str, str]]:
    fields = [(f.tag, f.value) for f in record.fields if (f.tag, f.value) != ("TY", "") and f.tag != "ER"]
    kind = [pair for pair in fields if pair[0] == "TY"] or [("TY", "GEN")]
    return [*kind, *(pair for pair in fields if pair[0] != "TY")]


@settings(max_examples=200)
@given(content=ANY)
def test_any_bytes_are_read_or_refused(tmp_path_factory: pytest.TempPathFactory, content: str) -> None:
    raw = content.encode("utf-16-le", "surrogatepass")[1:]
    items_of(tmp_path_factory.getbasetemp(), "ris", raw)


def test_no_value_can_end_its_record_in_the_file_that_is_written(tmp_path: Path) -> None:
    evil = "x\nER  - \nTY  - BOOK\rTI  - y\r\nER  - "
    csl = {"type": "book", "title": evil, "author": [{"family": evil, "given": evil}], "page": evil, "ISSN": evil}
    item = Record("csl-json", 1, 0, (), {**csl, "keyword": evil, "issued": {"literal": evil}}, "", "", ())
    file = io.BytesIO()
    write([item], file)
    lines = file.getvalue().replace(b"\r", b"\n").split(b"\n")
    assert [sum(line.startswith(tag) for line in lines) for tag in (b"TY  -", b"ER  -")] == [1, 1]
