"""A strategy run over records: counts, what each term brings, why a record is missed, comparing, drift, known items."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from plethu.evidence.problems import BadInput
from plethu.records.importing import Cancelled
from plethu.records.storing import import_file
from plethu.searching.faults import Unreadable
from plethu.searching.known import check_known, known_in, known_lines
from plethu.searching.running import (
    Index,
    Missed,
    Reason,
    Text,
    compare,
    drift,
    highlights,
    hits,
    run_strategy,
    text_of,
    texts_in,
    why_missed,
)
from plethu.searching.strategy import Block, Strategy
from plethu.searching.tree import (
    And,
    Dated,
    Fielded,
    Heading,
    InLanguage,
    Line,
    Near,
    Node,
    Not,
    Or,
    Unquoted,
    plain,
)

from .running_samples import any_of, phrase, word

COMMUNITY = Block("A", "Community", Or((word("community"), word("neighbour*"), word("nobody"))))
ACTION = Block("B", "Action", Or((Near((word("shared"), any_of("action", "power")), 1), word("empower*"))))
SECTOR = Block("C", "Sector", phrase("voluntary organisation"))
STRATEGY = Strategy("ebsco", (COMMUNITY, ACTION, SECTOR), And((Line("A"), Or((Line("B"), Line("C"))))))
TEXTS = (
    Text("both", {"title": "Community and neighbours", "abstract": "shared action"}),
    Text("power", {"title": "Neighbourhood", "abstract": "shared local power"}),
    Text("far", {"title": "Community", "abstract": "shared by all in action"}),
    Text("other", {"title": "Empowerment"}),
    Text("sector", {"title": "A voluntary organisation in its community"}),
)


@pytest.fixture
def index(tmp_path: Path) -> Index:
    return Index.build(tmp_path / "records.index", TEXTS)


def test_counts_of_blocks_and_formula(index: Index) -> None:
    run = run_strategy(STRATEGY, index)
    assert [(block.name, block.hits) for block in run.blocks] == [("A", 4), ("B", 3), ("C", 1)]
    assert run.ids == ("both", "power", "sector")
    assert (run.hits, run.size, run.faults, run.remarks) == (3, 5, (), ())


def test_what_each_term_brings(index: Index) -> None:
    run = run_strategy(STRATEGY, index, wanted=["power"])
    counts = {
        plain(term.node): (term.hits, term.alone, term.alone_whole, term.kept, term.wanted)  # type: ignore[arg-type]
        for block in run.blocks
        for term in block.terms
    }
    assert counts == {
        "community": (3, 2, 1, 2, 0),
        "neighbour*": (2, 1, 1, 2, 1),
        "nobody": (0, 0, 0, 0, 0),
        "action": (1, 1, 1, 1, 0),
        "power": (1, 1, 1, 1, 1),
        "empower*": (1, 1, 0, 0, 0),
        '"voluntary organisation"': (1, 1, 1, 1, 0),
    }


def test_a_term_that_stands_twice_brings_nothing_alone(index: Index) -> None:
    doubled = Strategy("ebsco", (Block("A", "", any_of("community", "shared", "community")),))
    terms = run_strategy(doubled, index).blocks[0].terms
    assert [(term.hits, term.alone) for term in terms] == [(3, 0), (3, 1), (3, 0)]


def test_what_a_term_brings_to_the_whole_goes_through_the_lines_that_name_its_block(index: Index) -> None:
    blocks = (Block("1", "", any_of("community", "neighbour*")), Block("2", "", word("shared")))
    lines = Strategy("ovid", (*blocks, Block("3", "", And((Line("1"), Line("2"))))))
    run = run_strategy(lines, index)
    assert run.hits == 3
    assert [term.alone_whole for term in run.blocks[0].terms] == [1, 1]
    assert run.blocks[2].terms == ()


def test_a_term_that_brings_what_the_whole_never_keeps_is_noise(tmp_path: Path) -> None:
    texts = [Text(f"n{n}", {"title": "network" if n < 60 else "partnership trust"}) for n in range(100)]
    blocks = (Block("A", "", any_of("network", "partnership")), Block("B", "", word("trust")))
    terms = run_strategy(Strategy("ebsco", blocks), Index.build(tmp_path / "i", texts)).blocks[0].terms
    assert [term.is_noise for term in terms] == [True, False]


@pytest.mark.parametrize(
    ("blocks", "formula", "faults", "counts", "whole"),
    [
        ((COMMUNITY,), And((Line("A"), Line("X"))), [("line-missing", "")], [4], None),
        ((COMMUNITY, Block("X", "", Line("X"))), Line("A"), [("line-cycle", "X")], [4, None], 4),
        ((COMMUNITY, Block("X", "", Dated("soon", ""))), None, [("date-unreadable", "X"), ("date-unreadable", "")],
         [4, None], None),
        ((), None, [("strategy-empty", "")], [], None),
    ],
)  # fmt: skip
def test_a_fault_is_said_and_the_rest_is_counted(
    index: Index,
    blocks: tuple[Block, ...],
    formula: Node | None,
    faults: list[tuple[str, str]],
    counts: list[int | None],
    whole: int | None,
) -> None:
    run = run_strategy(Strategy("ebsco", blocks, formula), index)
    assert [(fault.code, fault.block) for fault in run.faults] == faults
    assert [block.hits for block in run.blocks] == counts
    assert run.hits == whole


def test_what_runs_otherwise_than_on_the_platform_is_said(index: Index) -> None:
    tree = Or((
        Fielded(word("a"), frozenset({"author"})), Heading("Trust", "mesh", explode=True), Heading("Hope", "mesh"),
        Unquoted((word("a"), word("b")), "mapped"), Near((word("a"), And((word("b"), word("c")))), 1),
    ))  # fmt: skip
    run = run_strategy(Strategy("pubmed", (Block("A", "", tree),)), index)
    codes = ["field-not-here", "heading-alone", "heading-as-keyword", "mapped-as-and", "near-nothing"]
    assert [(remark.code, remark.block) for remark in run.remarks] == [(code, "A") for code in codes]


def test_too_many_terms_to_count_one_by_one_are_said(index: Index) -> None:
    many = Strategy("ebsco", (Block("A", "", any_of(*(f"w{n}" for n in range(1_500)), "community")),))
    run = run_strategy(many, index)
    assert (run.hits, run.blocks[0].terms) == (3, ())
    assert [remark.code for remark in run.remarks] == ["terms-many"]


def test_a_run_can_be_stopped_and_tells_how_far_it_is(index: Index) -> None:
    with pytest.raises(Cancelled):
        run_strategy(STRATEGY, index, cancelled=lambda: True)
    seen: list[tuple[int, int]] = []
    run_strategy(STRATEGY, index, lambda done, blocks: seen.append((done, blocks)))
    assert seen == [(1, 3), (2, 3), (3, 3)]


# Why missed


def reason(tree: Node, text: Text) -> Reason:
    missed = why_missed(Strategy("ebsco", (Block("A", "", tree),)), text)
    assert not missed.found
    return missed.failures[0].reasons[0]


def test_a_record_that_is_found_has_no_reasons() -> None:
    assert why_missed(STRATEGY, TEXTS[0]) == Missed("both", found=True)


def test_the_blocks_that_failed_and_what_would_have_done_instead() -> None:
    missed = why_missed(STRATEGY, Text("x", {"title": "Communities", "abstract": "Voluntary organisations at work"}))
    assert [(failure.block, failure.others) for failure in missed.failures] == [
        ("A", ()),
        ("B", ("C",)),
        ("C", ("B",)),
    ]
    assert [failure.reasons[0].code if failure.reasons else "" for failure in missed.failures] == ["form", "", "form"]
    assert missed.failures[2].reasons[0].values == {
        "term": '"voluntary organisation"', "found": "Voluntary organisations", "field": "abstract",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("tree", "abstract", "code", "values"),
    [
        (Near((word("community"), word("action")), 2), "Community one, two three four Action", "apart",
         {"k": "2", "between": "4", "found": "Community one, two three four Action"}),
        (phrase("mutual aid"), "mutual local aid", "apart", {"k": "0", "between": "1", "found": "mutual local aid"}),
        (Near((word("a1"), word("b2")), 3, ordered=True), "b2 then a1", "order", {"found": "b2 then a1"}),
        (phrase("mutual aid"), "aid mutual", "order", {"found": "aid mutual"}),
        (word("organisation"), "An Organization", "form", {"found": "Organization"}),
        (word("behavior"), "their behaviour", "form", {"found": "behaviour"}),
        (word("partnership"), "in partnerships", "form", {"found": "partnerships"}),
        (Fielded(word("trust"), frozenset({"title"})), "Trust!", "other-field",
         {"asked": "title", "found": "Trust", "field": "abstract"}),
        (Heading("Social Support", "mesh"), "of social support", "heading-as-words", {"found": "social support"}),
        (Dated("2021", "2022"), "", "date", {"start": "2021", "end": "2022", "found": "2020-03"}),
        (InLanguage(("cy",)), "", "language", {"asked": "cy", "found": "en"}),
        (Not(word("trust"), word("bank")), "trust in a Bank", "dropped", {"term": "bank", "found": "Bank"}),
        (Near((word("community"), word("action")), 2), "community", "one-missing", {"missing": "action"}),
        (And((word("trust"), word("action"))), "trust in actions", "form", {"found": "actions"}),
    ],
)  # fmt: skip
def test_the_nearest_near_miss(tree: Node, abstract: str, code: str, values: dict[str, str]) -> None:
    found = reason(tree, Text("x", {"abstract": abstract}, "2020-03", ("en",)))
    assert found.code == code
    assert {name: found.values[name] for name in values} == values


def test_words_in_different_fields_are_scattered() -> None:
    assert reason(phrase("mutual aid"), Text("x", {"title": "Mutual", "abstract": "aid"})).code == "scattered"


def test_what_is_not_known_of_a_record_is_said() -> None:
    assert reason(Dated("2020", ""), Text("x")).code == "date-unknown"
    assert reason(InLanguage(("en",)), Text("x")).code == "language-unknown"
    assert why_missed(STRATEGY, Text("x", {"title": "t"})).has_no_abstract
    assert not why_missed(STRATEGY, Text("x", {"abstract": "t"})).has_no_abstract


def test_a_block_that_the_formula_leaves_out() -> None:
    formula = Not(Line("A"), Line("C"))
    failure = why_missed(replace(STRATEGY, formula=formula), TEXTS[4]).failures[0]
    assert (failure.block, failure.is_dropped) == ("C", True)
    assert failure.reasons[0].values["found"] == "voluntary organisation"


def test_the_nearest_comes_first() -> None:
    tree = Or((Near((word("a1"), word("b1")), 0), Near((word("c1"), word("d1")), 0)))
    missed = why_missed(Strategy("", (Block("A", "", tree),)), Text("x", {"abstract": "a1 x x x b1 c1 x d1"}))
    assert [each.values["between"] for each in missed.failures[0].reasons] == ["1", "3"]


def test_a_strategy_that_cannot_be_run_has_no_reasons() -> None:
    with pytest.raises(Unreadable, match="line-missing"):
        why_missed(replace(STRATEGY, formula=Line("Q")), TEXTS[0])


# Marks, comparing, drift


def test_marks_in_the_text_as_it_was_written() -> None:
    record = Text("x", {"title": "Été of mutual aid", "keywords": ["Aid", "Neoplasms/mutual aid"]})
    marked = [
        (mark.column, record.values(mark.column)[mark.value][mark.start : mark.end])
        for mark in highlights(Or((word("ete"), phrase("mutual aid"))), record)
    ]
    assert marked == [("title", "Été"), ("title", "mutual aid"), ("keywords", "mutual aid")]
    assert highlights(word("absent"), record) == ()


def test_of_near_words_only_those_that_are_near_are_marked() -> None:
    record = Text("x", {"abstract": "trust far away from here; trust in action"})
    marks = highlights(Near((word("trust"), word("action")), 1), record)
    assert [(mark.start, mark.end) for mark in marks] == [(26, 31), (35, 41)]


def test_two_searches_record_by_record(index: Index) -> None:
    compared = compare(STRATEGY, And((word("community"), word("action"))), index)
    assert (compared.only_a, compared.only_b, compared.both) == (("power", "sector"), ("far",), 1)
    assert compared.why_not_a[0].failures[0].reasons[0].code == "apart"
    assert [each.id for each in compared.why_not_b] == ["power", "sector"]
    assert compare(STRATEGY, STRATEGY, index).is_same


def test_quotes_come_from_the_record_as_written_where_it_is_given(index: Index) -> None:
    texts = {text.id: text for text in TEXTS}
    quoted = compare(word("neighbours"), word("neighbour"), index, text_of=texts.get).why_not_b[0]
    assert quoted.failures[0].reasons[0].values["found"] == "neighbours"


def test_drift_between_two_runs(index: Index, tmp_path: Path) -> None:
    more = [*TEXTS[1:], *(Text(f"new{n}", {"title": "community empowered"}) for n in range(2))]
    later = run_strategy(STRATEGY, Index.build(tmp_path / "later", more))
    drifted = drift(run_strategy(STRATEGY, index), later)
    assert (drifted.new, drifted.gone, drifted.is_same_records) == (("new0", "new1"), ("both",), False)
    assert [(line.name, line.before, line.after, line.is_flagged) for line in drifted.lines] == [
        ("A", 4, 5, True), ("B", 3, 4, True), ("C", 1, 1, False),
    ]  # fmt: skip
    assert (drifted.whole.before, drifted.whole.after) == (3, 4)


# Records and known items

RIS = """TY  - JOUR
TI  - Community: shared action
DO  - 10.1234/ABC
LA  - eng
DA  - 2020/03
KW  - Trust
KW  - Social Support
ER  -

TY  - JOUR
TI  - Communities without neighbours at all
AN  - x
ER  -
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.ris").write_text(RIS, "utf-8")
    import_file(tmp_path / "a.ris", tmp_path / "imports")
    return tmp_path / "imports"


def test_imported_records_as_texts(folder: Path, tmp_path: Path) -> None:
    first, second = texts_in(folder)
    assert (first.date, first.languages) == ("2020-03", ("en",))
    assert first.values("keywords") == ["Trust", "Social Support"]
    with Index.build(tmp_path / "i", texts_in(folder)) as index:
        assert index.ids(hits(Heading("social support", "mesh"), index)) == [first.id]
        assert index.ids(hits(Dated("2020-03", "2020-04"), index)) == [first.id]
        assert index.ids(hits(phrase("without neighbours"), index)) == [second.id]
    with pytest.raises(BadInput):
        list(texts_in(tmp_path / "nowhere"))


def test_languages_as_records_write_them() -> None:
    written = ("English; Welsh", "en-GB", "eng", "cym", "Klingon", "")
    expected = [("en", "cy"), ("en",), ("en",), ("cy",), (), ()]
    assert [text_of("x", {"language": each}).languages for each in written] == expected


def test_known_items_found_missed_with_reasons_or_absent() -> None:
    records = [
        ("1", {"title": "Community: shared action", "DOI": "10.1234/ABC"}),
        ("2", {"title": "Communities without neighbours at all", "PMID": "123"}),
        ("3", {"title": "Communities without neighbours at all.", "PMID": "124"}),
    ]
    known = known_lines(
        "https://doi.org/10.1234/abc\n\nPMID: 123\ncommunities WITHOUT neighbours at all\n10.9999/none\n"
    )
    outcomes = check_known(STRATEGY, known, records)
    assert [(each.known.line, each.state, each.ids) for each in outcomes] == [
        (1, "found", ("1",)), (3, "missed", ("2",)), (4, "missed", ("2", "3")), (5, "absent", ()),
    ]  # fmt: skip
    assert outcomes[1].missed is not None
    assert [failure.block for failure in outcomes[1].missed.failures] == ["B", "C"]


def test_an_identifier_that_differs_outweighs_a_title() -> None:
    records = [("1", {"title": "Same title here", "DOI": "10.1234/other"})]
    known = known_lines("Same title here")
    assert check_known(STRATEGY, known, records)[0].ids == ("1",)
    assert check_known(STRATEGY, [replace(known[0], doi="10.1234/mine")], records)[0].ids == ()


@pytest.mark.parametrize(
    ("name", "content", "found"),
    [
        ("known.ris", RIS, ["10.1234/abc", "communities without neighbours at all"]),
        ("known.txt", "10.1234/ABC\nA title of a paper\n", ["10.1234/abc", "a title of a paper"]),
        ("known.txt", "A title, with a comma\nAnother one\n", ["a title with a comma", "another one"]),
        ("known.csv", "Title,DOI\nOne paper,10.1234/abc\n", ["10.1234/abc"]),
        ("known.txt", "12345678\n23456789\n", ["12345678", "23456789"]),
    ],
)
def test_files_of_known_items(tmp_path: Path, name: str, content: str, found: list[str]) -> None:
    (tmp_path / name).write_text(content, "utf-8")
    assert [each.doi or each.pmid or each.title for each in known_in(tmp_path / name)] == found


def test_a_file_of_known_items_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(BadInput):
        known_in(tmp_path / "nowhere.txt")
