"""CSL-JSON and other lists of references in JSON: item by item, with what is broken refused and the rest read."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plethu.records.csl_json import count, read, recognise
from plethu.records.json_items import pieces
from plethu.records.record import Item, Record, Refused, Remark

from ...accounting import codes, one, opened, records

QUICK = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
ZOTERO = [
    {
        "id": "http://zotero.org/groups/1/items/A",
        "type": "article-journal",
        "title": "Dŵr a “thir”",
        "author": [{"family": "Pryce", "given": "Ann"}, {"literal": "Cyngor Powys"}],
        "issued": {"date-parts": [["2021", "3"]]},
        "note": "PMID: 123456\nPMCID: PMC99",
        "DOI": "https://doi.org/10.1234/abc",
        "volume": 12,
        "own": {"kept": [1, {"deep": True}]},
    },
    {"id": 2, "type": "motion_picture", "title": "Ffilm", "event-place": "Bangor", "issued": {"raw": "Mawrth 2020"}},
    {"id": "c", "type": "webpage", "title": "Tudalen", "URL": "https://example.org/{a}", "accessed": "2020-01-02"},
]
GOOD = json.dumps(ZOTERO, ensure_ascii=False, indent=1)


def read_text(folder: Path, text: str | bytes) -> list[Item]:
    return list(read(opened(folder, text, "file.json"), {}))


@pytest.mark.parametrize("indent", [None, 2])
def test_every_object_is_a_record_on_one_line_or_many(tmp_path: Path, indent: int | None) -> None:
    file = opened(tmp_path, json.dumps(ZOTERO, indent=indent))
    found = list(read(file, {}))
    assert [record.csl["type"] for record in records(found)] == ["article-journal", "motion_picture", "webpage"]
    assert len(found) == count(file) == 3
    assert recognise(file) == 9


def test_an_item_is_put_into_the_shapes_of_csl(tmp_path: Path) -> None:
    record = records(read_text(tmp_path, GOOD))[0]
    assert record.csl == {
        "type": "article-journal",
        "title": "Dŵr a “thir”",
        "author": [{"family": "Pryce", "given": "Ann"}, {"literal": "Cyngor Powys"}],
        "issued": {"date-parts": [[2021, 3]]},
        "note": "PMID: 123456\nPMCID: PMC99",
        "DOI": "10.1234/abc",
        "volume": "12",
        "PMID": "123456",
        "PMCID": "PMC99",
    }
    assert record.first("id").endswith("/A")
    assert json.loads(record.first("own")) == {"kept": [1, {"deep": True}]}


def test_dates_are_kept_in_their_own_words(tmp_path: Path) -> None:
    found = records(read_text(tmp_path, GOOD))
    assert [(record.printed_date, record.edtf) for record in found] == [
        ("2021-03", "2021-03"),
        ("Mawrth 2020", "2020-03"),
        ("", ""),
    ]
    assert found[2].csl["accessed"] == {"date-parts": [[2020, 1, 2]]}


def test_lists_with_the_keys_of_tables_are_references_too(tmp_path: Path) -> None:
    text = json.dumps(
        [{"type_of_reference": "JOUR", "title": "T", "authors": ["Pryce, Ann", "Ek, Bo"], "pub_year": 2021, "x": None}]
    )
    file = opened(tmp_path, text)
    record = one(read(file, {}))
    assert record.csl == {
        "type": "article-journal",
        "title": "T",
        "author": [{"family": "Pryce", "given": "Ann"}, {"family": "Ek", "given": "Bo"}],
        "issued": {"date-parts": [[2021]]},
    }
    assert recognise(file) == 7
    assert record.first("x") == "null"


def test_a_mapping_says_what_a_key_holds(tmp_path: Path) -> None:
    file = opened(tmp_path, '[{"pennawd": "T", "lle": "Powys", "title": "not this"}]')
    assert one(read(file, {"pennawd": "title", "title": ""})).csl == {
        "type": "document",
        "title": "T",
        "event-place": "Powys",
    }


@pytest.mark.parametrize(
    "text",
    [
        '{"id": 1, "type": "book", "title": "A"}\n{"id": 2, "type": "book", "title": "B"}\n',
        '{"total": 2, "items": [{"id": 1, "type": "book", "title": "A"}, {"id": 2, "type": "book", "title": "B"}]}',
        '\ufeff[{"id": 1, "type": "book", "title": "A"},{"id": 2, "type": "book", "title": "B"}]',
    ],
)
def test_items_in_lines_or_inside_an_object_are_found(tmp_path: Path, text: str) -> None:
    assert [record.csl["title"] for record in records(read_text(tmp_path, text))] == ["A", "B"]


def test_a_broken_item_is_refused_alone(tmp_path: Path) -> None:
    text = (
        '[{"id":1,"type":"book","title":"A"},\n{"id":2,"title":"a "quote" too many"},\n'
        '{"id":3,"title":"never closed},\n{"id":4,"type":"book","title":"D"},{"id":5,"title":{"x":1},\n'
        '{"id":6,"type":"book","title":"F"}]'
    )
    items = read_text(tmp_path, text)
    assert [record.csl["title"] for record in records(items)] == ["A", "D", "F"]
    assert [(item.number, item.line, item.code) for item in items if isinstance(item, Refused)] == [
        (2, 2, "not-json"),
        (3, 3, "not-json"),
        (5, 4, "not-json"),
    ]


@pytest.mark.parametrize(
    ("text", "title", "code"),
    [
        ('[{"type":"book","title":"A",},]', "A", "comma-too-many"),
        ('[{"type":"book","title":"A","title":"B"}]', "A", "key-twice-in-object"),
        ('[{"type":"book","title":"A\x1b\x00 B"}]', "A B", "unseen-characters"),
        (b'[{"type":"book","title":"Caf\xe9"}]', "Café", "line-encoding"),
    ],
)
def test_what_is_slightly_wrong_is_mended_and_said(tmp_path: Path, text: str | bytes, title: str, code: str) -> None:
    record = one(read_text(tmp_path, text))
    assert record.csl["title"] == title
    assert codes(record) == [code]


def test_half_a_surrogate_can_be_written_again(tmp_path: Path) -> None:
    record = one(read_text(tmp_path, '[{"type":"book","title":"a \\ud800 b"}]'))
    assert record.csl["title"] == "a \ufffd b"


def test_deep_nesting_and_empty_objects_are_refused(tmp_path: Path) -> None:
    deep = '[{"type":"book","title":' + "[" * 100_000 + "]" * 100_000 + '},{},{"type":"book","title":"B"}]'
    items = read_text(tmp_path, deep)
    assert [item.code for item in items if isinstance(item, Refused)] == ["too-deep", "empty-record"]
    assert len(records(items)) == 1


def test_what_is_beside_the_items_is_a_remark(tmp_path: Path) -> None:
    items = read_text(tmp_path, '[1, "two", {"type":"book","title":"A"}] trailing')
    assert [item.text for item in items if isinstance(item, Remark)] == ['[1, "two",', "] trailing"]


@pytest.mark.parametrize("size", [1, 7, 64])
def test_where_the_file_is_cut_into_stretches_makes_no_difference(size: int) -> None:
    whole = list(pieces([GOOD]))
    assert list(pieces([GOOD[at : at + size] for at in range(0, len(GOOD), size)])) == whole


def test_a_long_single_line_is_read_in_bounded_memory(tmp_path: Path) -> None:
    import tracemalloc

    item = '{"id":1,"type":"book","title":"' + "x" * 3000 + '"}'
    file = opened(tmp_path, "[" + ",".join([item] * 1500) + "]")
    tracemalloc.start()
    assert sum(1 for _ in read(file, {})) == 1500
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 3_500_000


def test_a_file_cut_off_anywhere_is_read_as_far_as_it_goes(tmp_path: Path) -> None:
    data = GOOD.encode()
    ends = [at for at in range(len(data)) if data[at : at + 1] == b"}"]
    for end in range(len(data)):
        found = read_text(tmp_path, data[:end])
        whole = [record for record in records(found) if record.csl.get("title")]
        assert len(whole) <= sum(at < end for at in ends)
        assert all(item.number <= 3 for item in found if not isinstance(item, Remark))


mutations: Any = st.tuples(st.integers(0, len(GOOD)), st.text('{}[]",:\\\n \0ŵa1', max_size=4), st.integers(0, 5))


@QUICK
@given(mutation=mutations)
def test_a_changed_file_is_never_an_exception(tmp_path: Path, mutation: tuple[int, str, int]) -> None:
    at, put, cut = mutation
    items = read_text(tmp_path, GOOD[:at] + put + GOOD[at + cut :])
    numbered = [item.number for item in items if not isinstance(item, Remark)]
    assert numbered == list(range(1, len(numbered) + 1))
    assert len(numbered) >= 1


@QUICK
@given(data=st.binary(max_size=200) | st.text('{}[]",:\\ ab1\n', max_size=200).map(str.encode))
def test_any_bytes_are_read_without_an_exception(tmp_path: Path, data: bytes) -> None:
    for item in read_text(tmp_path, data):
        if isinstance(item, Record):
            assert item.csl["type"]


def test_a_string_of_twenty_megabytes_without_end_is_refused(tmp_path: Path) -> None:
    items = read_text(tmp_path, b'[{"type":"book","title":"A"},{"type":"book","title":"' + b"x" * 20_000_000)
    assert len(records(items)) == 1
    assert [item.code for item in items if isinstance(item, Refused)] == ["not-json"]


def test_a_type_that_is_no_text_is_no_end_of_the_reading(tmp_path: Path) -> None:
    items = read_text(tmp_path, b'[{"type":"book","title":"A"},{"type":["book"],"title":"B"}]')
    assert [record.number for record in records(items)] == [1, 2]
