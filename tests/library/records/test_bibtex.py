"""BibTeX: every entry is read, however it is written or broken, and nothing between them is dropped."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from plethu.evidence.problems import BadInput
from plethu.records.bibtex import count, read, recognise
from plethu.records.latex import escaped, plain
from plethu.records.record import Item, Record, Refused, Remark

from ...accounting import codes, one, opened, records
from .random_csl import SIGNS, composed

QUICK = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
GOOD = """Exported on a Tuesday
@string{wcpp = "Canolfan Polisi"}
@preamble{"\\newcommand{\\x}{y}"}
@comment{jabref-meta: grouping}
@article{pryce2021,
  author = {Pryce, Ann and van der Berg, Jan and {Cyngor Powys} and others},
  title  = {{COVID} and D{\\^w}r: \\"{U}ber \\'{\\i}aith \\& T\\^y},
  journal = wcpp # " Papers",
  year = 2021, month = mar,
  pages = {10--19},
  doi = {https://doi.org/10.1234/a\\_b},
  url = {https://example.org/~x?a=1&b=%20},
  keywords = {care; community, rural},
  note = {first}, note = {second},
  x-own = {kept {as} is},
}
@misc(film1, title = "Ffilm (rhan 1)", howpublished = {Film}, url={https://example.org/f})
@book{last, title={Llyfr}, crossref = {series1}}
"""


def read_text(folder: Path, text: str | bytes) -> list[Item]:
    return list(read(opened(folder, text, "file.bib"), {}))


def first(folder: Path, text: str) -> Record:
    return records(read_text(folder, text))[0]


def test_entries_are_records_and_all_else_is_a_remark(tmp_path: Path) -> None:
    items = read_text(tmp_path, GOOD)
    assert [item.number for item in records(items)] == [1, 2, 3]
    assert [item.line for item in items if isinstance(item, Remark)] == [1, 2, 3, 4]
    assert count(opened(tmp_path, GOOD)) == 3
    assert recognise(opened(tmp_path, GOOD)) >= 7


def test_fields_are_kept_as_written_and_csl_is_plain(tmp_path: Path) -> None:
    record = first(tmp_path, GOOD)
    assert record.first("title") == "{COVID} and D{\\^w}r: \\\"{U}ber \\'{\\i}aith \\& T\\^y"
    assert record.all("note") == ["first", "second"]
    assert record.first("x-own") == "kept {as} is"
    assert record.csl == {
        "type": "article-journal",
        "citation-key": "pryce2021",
        "title": "COVID and Dŵr: Über íaith & Tŷ",
        "author": [
            {"family": "Pryce", "given": "Ann"},
            {"family": "Berg", "given": "Jan", "non-dropping-particle": "van der"},
            {"literal": "Cyngor Powys"},
            {"literal": "others"},
        ],
        "container-title": "Canolfan Polisi Papers",
        "issued": {"date-parts": [[2021, 3]]},
        "page": "10-19",
        "DOI": "10.1234/a_b",
        "URL": "https://example.org/~x?a=1&b=%20",
        "keyword": "care; community, rural",
        "note": "first\n\nsecond",
    }
    assert (record.printed_date, record.edtf) == ("mar 2021", "2021-03")


@pytest.mark.parametrize(
    ("written", "kind"),
    [
        ("@article{k, title={T}}", "article-journal"),
        ("@online{k, title={T}}", "webpage"),
        ("@inproceedings{k, title={T}}", "paper-conference"),
        ("@phdthesis{k, title={T}}", "thesis"),
        ("@misc{k, title={T}, type={Newspaper Article}}", "article-newspaper"),
        ("@misc{k, title={T}, entrysubtype={motion_picture}}", "motion_picture"),
        ("@dataset{k, title={T}}", "dataset"),
        ("@video{k, title={T}}", "motion_picture"),
        ("@incollection{k, title={T}}", "chapter"),
        ("@nonsense{k, title={T}}", "document"),
    ],
)
def test_records_that_are_no_papers_keep_their_kind(tmp_path: Path, written: str, kind: str) -> None:
    assert first(tmp_path, written).csl["type"] == kind


@pytest.mark.parametrize(
    ("field", "date", "edtf"),
    [
        ("year = 2020", [[2020]], "2020"),
        ("year = {2020}, month = {1}", [[2020, 1]], "2020-01"),
        ("year = {2020}, month = {Chwefror}", [[2020, 2]], "2020-02"),
        ("date = {2020-03-01/2020-04-02}", [[2020, 3, 1], [2020, 4, 2]], "2020-03-01/2020-04-02"),
        ("year = {2022}, month = {MAR 1}", [[2022, 3, 1]], "2022-03-01"),
    ],
)
def test_dates_of_bibtex_and_biblatex(tmp_path: Path, field: str, date: list[list[int]], edtf: str) -> None:
    record = first(tmp_path, f"@misc{{k, title={{T}}, {field}}}")
    assert record.csl["issued"] == {"date-parts": date}
    assert record.edtf == edtf


def test_a_date_that_is_none_stays_in_its_words(tmp_path: Path) -> None:
    record = first(tmp_path, "@misc{k, title={T}, year={dim dyddiad}}")
    assert (record.printed_date, record.edtf) == ("dim dyddiad", "")
    assert record.csl["issued"] == {"literal": "dim dyddiad"}


@pytest.mark.parametrize(
    ("latex", "text"),
    [
        (r"\^w\^y\^W\^Y", "ŵŷŴŶ"),
        (r"\^{a}\^e\^{\i}\^o\^{u}", "âêîôû"),
        (r"\'{a}\`e\"{\i}\'w\`w\"w", "áèïẃẁẅ"),
        (r"{\ss}{\o}{\aa}\c{c}\v{s}\H{o}\l{}", "ßøåçšől"[:-1] + "ł"),
        (r"``a'' -- b --- c", "“a” – b — c"),
        (r"\emph{Learning} \textbf{by {doing}}", "Learning by doing"),
        (r"50\% \& \$3 \#1 a\_b \{x\}", "50% & $3 #1 a_b {x}"),
        (r"A title&apos;s &amp; more", "A title's & more"),
        ("one\n   two\n\n  three", "one two\n\nthree"),
        (r"C:\unknown stays", r"C:\unknown stays"),
    ],
)
def test_latex_becomes_unicode(latex: str, text: str) -> None:
    assert plain(latex) == text


@QUICK
@given(text=st.text(SIGNS, max_size=40).map(composed))
@example(text="--- `` '' {}")
def test_any_text_comes_through_latex(text: str) -> None:
    assert plain(escaped(text)) == text


@pytest.mark.parametrize(
    ("written", "fields", "code"),
    [
        ("@misc{k, title={A} year=2020}", {"title": "A", "year": "2020"}, "comma-missing"),
        ("@misc{k\n title={A}, year=2020}", {"title": "A", "year": "2020"}, None),
        ("@misc{k, title=A loose title, year=2020}", {"title": "A loose title", "year": "2020"}, "braces-missing"),
        ("@misc{k, title=unknown # { x}}", {"title": "unknown x"}, "macro-unknown"),
        ("@misc{title={A}, year=2020}", {"title": "A", "year": "2020"}, "no-key"),
        ("@misc{k, title={A}, title={B}}", {"title": "A"}, "field-twice"),
        ("@misc{k, title={A}, stray words, year=2020}", {"text": "stray words", "year": "2020"}, "text-without-field"),
        ("@misc{k,\n title={A {B},\n year={2020}\n}\n", {"title": "A {B}", "year": "2020"}, "braces-not-closed"),
        ("@misc{k,\n title={A} B},\n year={2020}\n}\n", {"title": "A} B", "year": "2020"}, "braces-not-closed"),
    ],
)
def test_what_is_missing_is_mended_and_said(
    tmp_path: Path, written: str, fields: dict[str, str], code: str | None
) -> None:
    record = one(read_text(tmp_path, written))
    assert {name: record.first(name) for name in fields} == fields
    assert codes(record) == ([code] if code else [])


def test_an_entry_that_never_closes_costs_only_itself(tmp_path: Path) -> None:
    text = "@misc{a, title={A}}\n@misc{b,\n  title={never closed,\n  year={2020},\n\n@misc{c, title={C}}\n"
    text += "@misc{a, title={D}}"
    found = records(read_text(tmp_path, text))
    assert [record.csl["citation-key"] for record in found] == ["a", "b", "c", "a"]
    assert found[1].csl["issued"] == {"date-parts": [[2020]]}
    assert codes(found[1]) == ["braces-not-closed"]
    assert codes(found[3]) == ["key-twice"]


def test_signs_of_other_markup_inside_a_field_begin_no_entry(tmp_path: Path) -> None:
    text = "@article{a,\n keywords = {law, @type:Person}, @type:Person}, agency, author:{name:X, more},\n"
    text += " title = {T},\n}\n"
    record = one(read_text(tmp_path, text))
    assert record.csl["title"] == "T"
    assert "agency" in record.first("keywords")


def test_an_empty_entry_is_refused_with_its_line(tmp_path: Path) -> None:
    items = read_text(tmp_path, "@misc{a, title={A}}\n\n@book{b}\n@book{c, title={}}")
    assert [(item.line, item.number, item.code) for item in items if isinstance(item, Refused)] == [
        (3, 2, "empty-record"),
        (4, 3, "empty-record"),
    ]


def test_other_encodings_and_hidden_signs_are_mended(tmp_path: Path) -> None:
    record = one(read_text(tmp_path, "@misc{k, title={Caf\xe9\x00\x1b[31m}}".encode("latin-1")))
    assert record.csl["title"] == "Café[31m"
    assert codes(record) == ["line-encoding", "unseen-characters"]
    assert one(read_text(tmp_path, "@misc{k, title={Tŷ}}".encode("utf-16"))).csl["title"] == "Tŷ"


def test_a_line_of_fifty_megabytes_is_told_by_its_number(tmp_path: Path) -> None:
    with pytest.raises(BadInput) as refusal:
        read_text(tmp_path, b"@misc{a, title={A}}\n@misc{k, title={" + b"x" * 50_000_000)
    assert (refusal.value.problems[0].code, refusal.value.problems[0].line) == ("line-too-long", 2)


def test_a_file_cut_off_anywhere_is_read_as_far_as_it_goes(tmp_path: Path) -> None:
    whole = {record.csl.get("citation-key") for record in records(read_text(tmp_path, GOOD))}
    data = GOOD.encode()
    for end in range(len(data)):
        found = records(read_text(tmp_path, data[:end]))
        assert len(found) <= 3
        assert {record.csl.get("citation-key") for record in found[:-1]} <= whole


@QUICK
@given(at=st.integers(0, len(GOOD)), put=st.text('{}",@=#\\\n \0ŵa', max_size=4), cut=st.integers(0, 5))
def test_a_changed_file_is_never_an_exception_and_loses_no_words(tmp_path: Path, at: int, put: str, cut: int) -> None:
    text = GOOD[:at] + put + GOOD[at + cut :]
    said = " ".join(
        part
        for item in read_text(tmp_path, text)
        for part in ([field.value for field in item.fields] if isinstance(item, Record) else [item.text])
    )
    for word in ("Tuesday", "jabref-meta", "kept", "second", "series1"):
        if word in text:
            assert word in said


@QUICK
@given(data=st.binary(max_size=300) | st.text('@{}()=,"#\\ abŵ\n%', max_size=200).map(str.encode))
def test_any_bytes_are_read_without_an_exception(tmp_path: Path, data: bytes) -> None:
    items = read_text(tmp_path, data)
    numbered = [item.number for item in items if not isinstance(item, Remark)]
    assert numbered == list(range(1, len(numbered) + 1))


def test_definitions_made_of_definitions_do_not_grow_without_end(tmp_path):
    doubled = "".join(f"@string{{a{n} = a{n - 1} # a{n - 1}}}\n" for n in range(1, 40))
    many = " # ".join(["a10"] * 1000)
    text = f'@string{{a0 = "x"}}\n{doubled}@article{{k, title = a39}}\n@article{{m, title = {many}}}\n'
    read_in = records(read_text(tmp_path, text))
    assert [record.number for record in read_in] == [1, 2]
    assert read_in[1].csl["title"].startswith("xxx")
    assert all(len(record.csl["title"]) < 25_000 for record in read_in)
