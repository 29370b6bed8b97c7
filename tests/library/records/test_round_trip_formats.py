"""What is written is read again as it was: random records in every format that we write, and from one to the next."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plethu.records.formats import format_named
from plethu.records.opened import Opened
from plethu.records.record import Record

from .random_csl import dates, items, people, read_back, record, suffixed, texts, words, written

FORMATS = ("bibtex", "endnote-xml", "csl-json", "csv", "tsv", "xlsx")
ANY_VALUE = {
    "keyword": st.lists(words, min_size=1, max_size=3, unique=True).map("; ".join),
    "event-place": texts,
    "title-short": texts,
    "genre": texts,
    "medium": texts,
    "edition": texts,
    "archive_location": texts,
    "citation-key": words,
    "event-date": dates,
    "director": st.lists(people | suffixed, min_size=1, max_size=2),
}
QUICK = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def csls(read: list[Any]) -> list[dict[str, Any]]:
    return [item.csl for item in read]


@QUICK
@given(made=st.lists(items(**ANY_VALUE), max_size=4))
@pytest.mark.parametrize("format", ["csl-json", "csv", "tsv"])
def test_nothing_is_lost_in_formats_with_a_place_for_everything(
    tmp_path: Path, format: str, made: list[dict[str, Any]]
) -> None:
    assert csls(read_back(tmp_path, format, [record(csl) for csl in made])) == made


@settings(QUICK, max_examples=25)
@given(made=st.lists(items(**ANY_VALUE), max_size=4))
def test_nothing_is_lost_in_a_workbook(tmp_path: Path, made: list[dict[str, Any]]) -> None:
    assert csls(read_back(tmp_path, "xlsx", [record(csl) for csl in made])) == made


@QUICK
@given(
    made=items(
        custom=st.dictionaries(words, words | st.lists(words, max_size=2), min_size=1, max_size=2),
        categories=st.lists(words, min_size=1, max_size=2),
        author=st.lists(st.fixed_dictionaries({"given": words}, optional={"family": texts, "suffix": texts})),
        issued=st.fixed_dictionaries({"literal": texts}, optional={"circa": st.just(True)}),
    )
)
@pytest.mark.parametrize("format", ["csl-json", "csv"])
def test_what_no_cell_can_say_comes_back_too(tmp_path: Path, format: str, made: dict[str, Any]) -> None:
    made = {name: value for name, value in made.items() if value}
    assert csls(read_back(tmp_path, format, [record(made)])) == [made]


@QUICK
@given(made=items(**ANY_VALUE, ISBN=texts), title=texts)
def test_bibtex_gives_back_what_it_has_a_place_for(tmp_path: Path, made: dict[str, Any], title: str) -> None:
    made |= {"title": title}
    (read,) = csls(read_back(tmp_path, "bibtex", [record(made)]))
    read.pop("citation-key")
    made.pop("citation-key", None)
    assert read == made


@QUICK
@given(made=items(keyword=ANY_VALUE["keyword"], genre=texts, edition=texts))
def test_endnote_xml_gives_back_what_it_has_a_place_for(tmp_path: Path, made: dict[str, Any]) -> None:
    (read,) = csls(read_back(tmp_path, "endnote-xml", [record(made)]))
    if read["type"] == "document":  # kinds that EndNote has no name for
        made = made | {"type": "document"}
    numbers = {"issue", "volume", "number"}
    assert {name: value for name, value in read.items() if name not in numbers} == {
        name: value for name, value in made.items() if name not in numbers
    }


SMALL = {
    "bibtex": (
        "@article{pryce2021,\n  title = {{Cydweithio} yn y Gymuned: \\^W\\^y},\n"
        "  author = {Pryce, Ann and {Cyngor Powys}},\n  journal = {Journal of Place},\n  volume = 3,\n"
        "  pages = {10--19},\n  year = 2021,\n  doi = {10.1234/abc},\n"
        "  own-field = {kept}\n}\n"
    ),
    "endnote-xml": (
        '<?xml version="1.0" encoding="UTF-8"?><xml><records><record><ref-type name="Report">27</ref-type>'
        "<contributors><authors><author>Pryce, Ann</author><author>Cyngor Powys,</author></authors></contributors>"
        '<titles><title><style face="italic">Cydweithio</style> yn y Gymuned</title></titles><dates><year>2021</year>'
        "<pub-dates><date>May 2021</date></pub-dates></dates><publisher>Cyngor Powys</publisher><custom7>kept</custom7>"
        "<urls><related-urls><url>https://example.org/a</url></related-urls></urls></record></records></xml>"
    ),
    "csl-json": (
        '[{"id": 7, "type": "motion_picture", "title": "Ffilm y Ffordd", "director": [{"family": "Pryce"}],'
        ' "issued": {"date-parts": [["2021", 5]]}, "event-place": "Y Drenewydd", "own-field": {"kept": [1, 2]}}]'
    ),
    "csv": (
        "Case study,Place,Date as written,Link,Organisation,Reached us by\n"
        "Caffi Trwsio,Y Drenewydd,spring 2021,https://example.org/caffi,Cyngor Powys,umbrella body\n"
    ),
    "tsv": "Title\tAuthors\tYear\tOwn\n=2+2 Lives\tPryce, Ann; Ek, Bo\t2021\t-kept\n",
}  # fmt: skip


def small(folder: Path, format: str) -> list[Record]:
    path = folder / f"small.{format}"
    path.write_text(SMALL[format], "utf-8")
    return [item for item in format_named(format).read(Opened(path), {}) if isinstance(item, Record)]


@pytest.mark.parametrize("format", SMALL)
def test_a_record_goes_back_into_its_own_format_with_all_its_fields(tmp_path: Path, format: str) -> None:
    (before,) = small(tmp_path, format)
    (after,) = read_back(tmp_path, format, [before])
    assert isinstance(after, Record)
    assert after.csl == before.csl
    assert {field.value for field in before.fields} <= {field.value for field in after.fields}


@pytest.mark.parametrize("to", FORMATS)
@pytest.mark.parametrize("format", SMALL)
def test_a_small_file_of_each_format_goes_into_every_other(tmp_path: Path, format: str, to: str) -> None:
    (before,) = small(tmp_path, format)
    (after,) = csls(read_back(tmp_path, to, [before]))
    for name in ("title", "author", "issued", "publisher", "DOI", "URL", "volume", "page"):
        assert after.get(name) == before.csl.get(name), name


@pytest.mark.parametrize("format", ["bibtex", "endnote-xml", "csl-json", "csv"])
def test_what_was_corrected_since_is_written_and_unknown_fields_stay(tmp_path: Path, format: str) -> None:
    (before,) = small(tmp_path, format)
    changed = Record(format, 1, 1, before.fields, before.csl | {"title": "Teitl cywir"})
    (after,) = read_back(tmp_path, format, [changed])
    assert isinstance(after, Record)
    assert after.csl == changed.csl
    if format != "endnote-xml":
        assert any(field.value in ("kept", '{"kept": [1, 2]}', "umbrella body") for field in after.fields)


@pytest.mark.parametrize("format", FORMATS)
def test_no_records_make_a_file_without_records(tmp_path: Path, format: str) -> None:
    opened, _, number = written(tmp_path, format, [])
    assert number == 0
    assert [item for item in format_named(format).read(opened, {}) if isinstance(item, Record)] == []
