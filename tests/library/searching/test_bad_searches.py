"""What nobody should have typed: the fault is underlined where it is, nothing crashes, and size does no harm."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plethu.searching.faults import Unreadable
from plethu.searching.platforms import PLATFORMS, READABLE
from plethu.searching.reading import LONGEST, parse, read
from plethu.searching.strategy_reading import read_formula, read_strategy
from plethu.searching.tree import MOST_DEEP, Or, terms
from plethu.searching.writing import write

FAULTS = (
    # platform, typed, code, what is underlined
    ("ebsco", "(a OR b", "bracket-open", "("),
    ("ebsco", "((a OR b) AND (c", "bracket-open", "("),
    ("ebsco", "a OR b)", "bracket-close", ")"),
    ("ebsco", "(a) OR () OR b", "group-empty", "()"),
    ("ebsco", "a OR (  )", "group-empty", "(  )"),
    ("ebsco", 'a OR "mutual aid', "quote-open", '"'),
    ("embase", "a OR 'mutual aid", "quote-open", "'"),
    ("ebsco", 'a OR ""', "quotes-empty", '""'),
    ("ebsco", 'a OR " , "', "quotes-empty", '" , "'),
    ("ebsco", "a OR", "operand-missing", "OR"),
    ("ebsco", "a OR OR b", "operand-missing", "OR"),
    ("ebsco", "OR a", "operand-missing", "OR"),
    ("ebsco", "a (b)", "operator-missing", "("),
    ("ovid", 'a "b"', "operator-missing", '"b"'),
    ("ebsco", "a OR *", "wildcard-alone", "*"),
    ("ebsco", 'a OR "* ?"', "wildcard-alone", '"* ?"'),
    ("ebsco", "a N2 (b AND c)", "in-proximity", "b AND c"),
    ("ebsco", "a N2 (b NOT c)", "in-proximity", "b NOT c"),
    ("ebsco", "a N2 S3", "in-proximity", "S3"),
    ("wos", "a NEAR/2 b c", "in-proximity", "b c"),
    ("ebsco", "a N2 (TI b)", "in-proximity", "TI b"),
    ("ebsco", "a adj3 b", "foreign-operator", "adj3"),
    ("ebsco", "a NEAR/2 b", "foreign-operator", "NEAR/2"),
    ("ovid", "a W/2 b", "foreign-operator", "W/2"),
    ("wos", "a N2 b", "foreign-operator", "N2"),
    ("scopus", "a NEAR/2 b", "foreign-operator", "NEAR/2"),
    ("pubmed", "a N2 b", "foreign-operator", "N2"),
    ("ovid", "a adj0 b", "distance-too-small", "adj0"),
    ("embase", "a NEAR/0 b", "distance-too-small", "NEAR/0"),
    ("pubmed", '"a b"[au:~2]', "distance-field", "[au:~2]"),
    ("pubmed", "a[tiab:~2]", "distance-words", "a[tiab:~2]"),
    ("pubmed", "(a OR b)[ti]", "field-on-group", "[ti]"),
    ("pubmed", "a[ti][ab]", "field-unknown", "[ab]"),
    ("pubmed", "a[ti][ad]", "field-on-group", "[ad]"),
    ("pubmed", "a[nonsense]", "field-unknown", "[nonsense]"),
    ("ovid", "a.zz.", "field-unknown", ".zz."),
    ("wos", "QQ=(a)", "field-unknown", "QQ="),
    ("scopus", "TITLE-ABSTRACT(a)", "field-unknown", "TITLE-ABSTRACT"),
    ("ovid", "or/9-2", "run-of-lines", "or/9-2"),
    ("ovid", "or/1-9999", "run-of-lines", "or/1-9999"),
    ("ebsco", "a AND PY 2023-2020", "dates-turned", "PY 2023-2020"),
    ("ebsco", "TI AB a", "field-twice", "TI AB"),
    ("pubmed", "[ti] a", "field-alone", "[ti]"),
    ("lens", "a", "not-read", ""),
)


@pytest.mark.parametrize(("id", "typed", "code", "underlined"), FAULTS, ids=[f"{r[0]}-{r[1]}" for r in FAULTS])
def test_the_fault_is_underlined_where_it_is(id, typed, code, underlined):
    found = read(typed, id)
    assert found.tree is None
    (fault,) = found.faults
    assert (fault.code, typed[fault.place.start : fault.place.end]) == (code, underlined)


@pytest.mark.parametrize("id", READABLE)
@pytest.mark.parametrize("typed", ["", "   ", "\n\n", "\u200b"])
def test_nothing_is_nothing(id, typed):
    assert [fault.code for fault in read(typed, id).faults] == ["nothing"]


def test_the_last_bracket_that_is_open_is_the_one_underlined():
    (fault,) = read("((a OR b) AND (c", "ebsco").faults
    assert fault.place.start == 14


def test_ten_thousand_terms_are_read_and_written():
    text = " OR ".join(f"term{n}" for n in range(10_000))
    tree = parse(text, "ebsco")
    assert isinstance(tree, Or)
    assert len(list(terms(tree))) == 10_000
    assert write(tree, "wos").text == text


@pytest.mark.parametrize("id", READABLE)
def test_brackets_may_lie_deep_but_not_deeper(id):
    deep = "(" * MOST_DEEP + "a" + ")" * MOST_DEEP
    assert parse(deep, id)
    (fault,) = read(f"({deep})", id).faults
    assert fault.code == "too-deep"
    assert fault.place.start == MOST_DEEP


HOSTILE = (
    "(", ")", '"', "'", "a ", "a OR ", "a AND ", "a NOT ", "TI ", "[", "]", "exp a", ".ti.", "a.ti.", "#", "*", "a* ",
    "[mh ", "exp ", "a:ti ", "a[ti] ", "TI=", "TI(", "or/1-2 ", "limit 1 to ", "1 ", "\\", "&quot;", "**a", "-", ",",
    "AND ", "a N2 ", "a NEAR/2 ", "PY=", "2020:", " ", "\n", "\u0301", "\U0001d538",
)  # fmt: skip


@pytest.mark.parametrize("id", READABLE)
@pytest.mark.parametrize("piece", HOSTILE)
def test_one_thing_over_and_over_ends_with_a_tree_or_a_fault(id, piece):
    found = read((piece * 1_000)[:1_000], id)
    assert found.tree or found.faults


@pytest.mark.parametrize(
    ("id", "piece", "code"),
    [
        ("ebsco", '"', "quotes-empty"),
        ("embase", "'", "quotes-empty"),
        ("cochrane", "[mh ", None),
        ("pubmed", "[", "odd-character"),
        ("ebsco", "#", "wildcard-alone"),
        ("ovid", ".ti.", "field-alone"),
    ],
)
def test_the_longest_text_ends(id, piece, code):
    found = read((piece * LONGEST)[:LONGEST], id)
    assert (found.faults[0].code if found.faults else None) == code
    assert [fault.code for fault in read("a" * (LONGEST + 1), id).faults] == ["too-long"]


def test_many_nots_lie_too_deep():
    (fault,) = read("a NOT " * 2_000 + "a", "ebsco").faults
    assert fault.code == "too-deep"


STRATEGIES = (
    "a\n", "1 a\n", "A. x\n", "# A. x\na\n", "A = a\n", "A. x\na\nA + ", "A. x\na\n(", "# a", "**a ", "1 a\t1", "#",
)  # fmt: skip


@pytest.mark.parametrize("piece", STRATEGIES)
def test_strategies_of_one_thing_over_and_over_end(piece):
    found = read_strategy(piece * 2_000, "ebsco")
    assert found.strategy or found.faults


@pytest.mark.parametrize("text", ["# a{}b", "1 a{}b", "A. {}x*", "A. x\na\nA{}_", "A. x{}y"])
def test_long_runs_of_spaces_end(text):
    found = read_strategy(text.format(" " * 50_000), "ebsco")
    assert found.strategy or found.faults


BAD_FORMULAS = (
    ("A + -B", "formula-character", "-"),
    ("A and (B or C", "bracket-open", "("),
    ("A and B)", "formula-odd", ")"),
    ("A and B or C", "formula-mixed", "or"),
    ("A B", "formula-odd", "B"),
    ("A and", "formula-ends", "and"),
    ("+ A", "formula-odd", "+"),
)


@pytest.mark.parametrize(("text", "code", "underlined"), BAD_FORMULAS, ids=[row[0] for row in BAD_FORMULAS])
def test_the_fault_of_a_formula_is_underlined(text, code, underlined):
    with pytest.raises(Unreadable) as caught:
        read_formula(text)
    (fault,) = caught.value.faults
    assert (fault.code, text[fault.place.start : fault.place.end]) == (code, underlined)


def test_the_line_of_a_formula_is_named():
    found = read_strategy("A. One\na\n\nB. Two\nb\n\nA and B or A", "ebsco")
    assert [(fault.code, fault.line) for fault in found.faults] == [("formula-mixed", 7)]


ALPHABET = (
    *"ab 12()\"'*?#$-.,:/[]=+^~\\\n", " OR ", " AND ", " NOT ", " N2 ", " adj3 ", " NEAR/2 ", " W/2 ", "exp ", ".ti.",
    "[tiab]", "[tiab:~2]", ":ti,ab", "TI ", "TS=", "TI(", 'MH "x+"', "x/", "'x'/exp", "2020", "or/1-3", "limit 1 to ",
    "[*3]", "$2", "é", "²", "٣", "ß", "İ", "\u200b", "“", "”", "&amp;",
)  # fmt: skip
quick = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
anything = st.lists(st.sampled_from(ALPHABET), max_size=25).map("".join) | st.text(max_size=30)


@pytest.mark.parametrize("id", READABLE)
def test_reading_never_raises_and_what_is_read_is_written_and_read_again(id):
    @quick
    @given(anything)
    def holds(text):
        found = read(text, id)
        for fault in (*found.faults, *found.remarks):
            assert 0 <= fault.place.start <= fault.place.end <= len(found.cleaned.text)
        if found.tree is None:
            assert found.faults
            return
        written = write(found.tree, id)
        if written.tree is not None:
            assert parse(written.text, id) == written.tree
        assert written.tree == found.tree or written.notes

    holds()


@pytest.mark.parametrize("id", PLATFORMS)
def test_what_is_read_anywhere_can_be_written_anywhere(id):
    @quick
    @given(anything, st.sampled_from(READABLE), st.sampled_from([None, ("a", "ab", "b2")]))
    def holds(text, source, words):
        tree = read(text, source).tree
        if tree is None:
            return
        written = write(tree, id, source=source, words=words)
        assert bool(written.text) == (written.tree is not None)
        if written.tree is not None and id in READABLE:
            assert parse(written.text, id) == written.tree

    holds()


@quick
@given(
    st.lists(st.sampled_from([*ALPHABET, "\nA. ", "\n# ", "\n1 ", " + "]), max_size=30).map("".join),
    st.sampled_from(READABLE),
)
def test_reading_a_strategy_never_raises(text, id):
    found = read_strategy(text, id)
    assert (found.strategy is None) == bool(found.faults)


def test_a_formula_of_many_names_is_no_deeper_than_its_brackets():
    assert read_formula(" + ".join("A" * 5_000))
