"""Whole strategies: headings or numbered lines, names, places, the formula; written as lines and read again."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plethu.searching.changes import Change
from plethu.searching.platforms import READABLE, platform
from plethu.searching.reading import parse
from plethu.searching.strategy import Block, Strategy, whole
from plethu.searching.strategy_reading import read_formula, read_strategy
from plethu.searching.strategy_writing import write_strategy
from plethu.searching.tree import And, Line, Node, Not, Or, Phrase, Word, terms, walk
from plethu.searching.writing import write

from .shapes import shape
from .written_trees import own_search

quick = settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck))
NAMES = "ABCDE"


def formulas() -> st.SearchStrategy[Node]:
    """Formulas over the names, always with a first operator so that a line of them is known for a formula."""
    names = st.sampled_from(NAMES[:3]).map(Line)
    inner = st.recursive(
        names,
        lambda part: (
            st.lists(part, min_size=2, max_size=3).map(lambda found: And(tuple(found)))
            | st.lists(part, min_size=2, max_size=3).map(lambda found: Or(tuple(found)))
            | st.builds(Not, part, part)
        ),
        max_leaves=6,
    )
    return inner.filter(lambda tree: not isinstance(tree, Line))


def printed(node: Node, plus: str) -> str:
    def part(each: Node) -> str:
        return printed(each, plus) if isinstance(each, Line) else f"({printed(each, plus)})"

    match node:
        case Line(name):
            return name
        case And(parts):
            return f" {plus} ".join(map(part, parts))
        case Or(parts):
            return " or ".join(map(part, parts))
        case Not(kept, dropped):
            return f"{part(kept)} NOT {part(dropped)}"
    raise TypeError(node)


def searches(id: str) -> st.SearchStrategy[Node]:
    return own_search(platform(id)).filter(lambda tree: not any(isinstance(each, Line) for each in walk(tree)))


@given(formulas(), st.sampled_from(["+", "and", "AND", "&"]))
@quick
def test_a_formula_is_read_as_it_was_printed(tree, plus):
    assert read_formula(printed(tree, plus)) == tree


HEADS = (
    "{name}. {title}\n\n{text}\n",
    "## {name}. {title}\n{text}\n",
    "### **{name}. {title}**\n\n{text}\n\n",
    "{name}: {text}\n",
)


@pytest.mark.parametrize("id", READABLE)
def test_blocks_under_headings_with_a_formula_are_read(id):
    @quick
    @given(st.lists(searches(id), min_size=3, max_size=5), formulas(), st.sampled_from(HEADS))
    def holds(trees, formula, head):
        texts = [write(tree, id).text for tree in trees]
        lines = [head.format(name=NAMES[n], title=f"Block {n}", text=text) for n, text in enumerate(texts)]
        found = read_strategy("# A search\n" + "".join(lines) + "\n" + printed(formula, "+"), id)
        assert found.faults == ()
        assert found.strategy is not None
        assert found.strategy.name == "A search"
        assert [block.tree for block in found.strategy.blocks] == trees
        assert [block.name for block in found.strategy.blocks] == list(NAMES[: len(trees)])
        assert found.strategy.formula == formula
        for block in found.strategy.blocks:
            assert block.text == texts[NAMES.index(block.name)]
            assert found.text.split("\n")[block.line - 1].endswith(block.text)
            for term in terms(block.tree):
                assert block.text[term.place.start : term.place.end].strip()

    holds()


@pytest.mark.parametrize("id", READABLE)
def test_numbered_lines_are_read_as_the_blocks_that_were_written(id):
    @quick
    @given(st.lists(searches(id), min_size=3, max_size=5), formulas())
    def holds(trees, formula):
        blocks = tuple(Block(NAMES[n], "", tree) for n, tree in enumerate(trees))
        written = write_strategy(Strategy(id, blocks, formula), id)
        found = read_strategy(written.numbered, id)
        assert found.faults == ()
        assert found.strategy is not None
        assert [block.tree for block in found.strategy.blocks[:-1]] == trees
        assert found.strategy.blocks[-1].tree == written.formula.tree
        assert [block.name for block in found.strategy.blocks] == [str(n) for n in range(1, len(trees) + 2)]
        assert written.effects == (Change.EXACT,)

    holds()


def test_a_history_pasted_from_a_screen_is_read_without_its_counts():
    found = read_strategy("1\texp Social Support/\t72,145\n2\tcommunit*.ti,ab.\t1.204.331\n3\t1 and 2\t8 301\n", "ovid")
    assert found.strategy is not None
    assert [shape(block.tree) for block in found.strategy.blocks] == [
        "mesh+[Social Support]",
        "abstract+title:communit*",
        "(line[1] & line[2])",
    ]


@pytest.mark.parametrize(
    ("history", "platform"),
    [
        ("1\tcommunit*[tiab]\t120,334\t05:12:03\n2\taction[tiab]\t3\t05:13:03\n3\t#1 OR #2\t3\t05:14:00", "pubmed"),
        ("1\tcommunit*.ti,ab.\t2333\tAdvanced\n2\taction.ti,ab.\t4455\tAdvanced\n3\t1 or 2\t6000\tAdvanced", "ovid"),
    ],
)
def test_no_column_of_a_copied_history_is_searched_for(history, platform):
    found = read_strategy(history, platform)
    assert found.strategy is not None
    assert found.remarks == ()
    assert [shape(block.tree) for block in found.strategy.blocks][2] == "(line[1] | line[2])"


def test_a_history_with_the_newest_line_on_top_means_the_same_as_the_other_way_round():
    lines = ["#1\tTS=(village*)", "#2\tTS=(garden*)", "#3\t#1 OR #2"]
    up, down = (read_strategy("\n".join(each), "wos").strategy for each in (lines, lines[::-1]))
    assert up is not None
    assert down is not None
    assert [block.name for block in down.blocks] == ["1", "2", "3"]
    assert whole(down) == whole(up)


def test_a_history_printed_by_ovid_is_read_without_its_head_and_the_counts_in_brackets():
    history = """Database: Ovid MEDLINE(R) ALL <1946 to May 30, 2024>
Search Strategy:
--------------------------------------------------------------------------------
1     exp Social Support/ (72145)
2     (communit* adj3 (action or activ*)).ti,ab. (1,204)
3     1 or 2 (73000)
4     limit 3 to yr="2010 -Current" (400)
5     4 and (2020)"""
    found = read_strategy(history, "ovid")
    assert found.strategy is not None
    assert [block.name for block in found.strategy.blocks] == ["1", "2", "3", "4", "5"]
    assert [block.text for block in found.strategy.blocks[:2]] == [
        "exp Social Support/",
        "(communit* adj3 (action or activ*)).ti,ab.",
    ]
    assert "2020" in found.strategy.blocks[4].text  # behind an operator it is a term


def test_brackets_behind_a_term_stay_where_the_platform_prints_no_counts_so():
    found = read_strategy("1 community OR (2010)", "ebsco")
    assert found.strategy is not None
    assert found.strategy.blocks[0].text == "community OR (2010)"


@pytest.mark.parametrize("first", ["S1", "#1", "1", "1.", "1)", "[S1]"])
def test_lines_are_named_as_the_platforms_name_them(first):
    found = read_strategy(f"{first} community\n{first.replace('1', '2')} action", "ebsco")
    assert found.strategy is not None
    assert [block.name for block in found.strategy.blocks] == ["1", "2"]


def test_a_name_of_a_line_that_is_missing_is_not_taken_for_the_number_of_another():
    blocks = (Block("1", "", Word(("a",))), Block("3", "", Word(("b",))), Block("4", "", And((Line("1"), Line("2")))))
    written = write_strategy(Strategy("ebsco", blocks), "wos")
    assert written.lines[2].written.text == "#1"
    assert [(note.code, note.effect) for note in written.lines[2].written.notes] == [("line-impossible", Change.WIDER)]
    assert written.whole.text == ""


def test_names_are_turned_into_the_numbers_of_lines():
    blocks = (Block("A", "", Word(("a",))), Block("C", "", Phrase((Word(("b",)),))))
    written = write_strategy(Strategy("wos", blocks, read_formula("A and C")), "wos")
    assert written.numbered == '#1\ta\n#2\t"b"\n#3\t#1 AND #2\n'
    assert parse(written.formula.text, "wos") == And((Line("1"), Line("2")))


def test_a_search_over_several_lines_is_one_block_and_its_faults_name_the_line_of_the_file():
    found = read_strategy("# A. One\n\ncommunity OR\naction OR\n\n# B. Two\n\n(social", "ebsco")
    assert [(fault.code, fault.block, fault.line) for fault in found.faults] == [
        ("operand-missing", "A", 3),
        ("bracket-open", "B", 8),
    ]
    assert found.texts["A"] == "community OR\naction OR"


def test_a_heading_without_a_search_is_said():
    found = read_strategy("# A. One\n\n# B. Two\nsocial", "ebsco")
    assert found.strategy is not None
    assert [block.name for block in found.strategy.blocks] == ["B"]
    assert [(remark.code, remark.values, remark.line) for remark in found.remarks] == [
        ("block-empty", {"name": "A"}, 1)
    ]


def test_a_name_that_stands_twice_is_a_fault_with_the_line_of_the_first():
    found = read_strategy("A. One\na\nA. Two\nb", "ebsco")
    assert [(fault.code, fault.values, fault.line) for fault in found.faults] == [
        ("name-twice", {"name": "A", "first": "2"}, 4)
    ]


def test_lines_that_double_are_not_unfolded():
    doubling = [Block("1", "", Word(("a",)))]
    doubling += [Block(str(n), "", Or((Line(str(n - 1)), Line(str(n - 1))))) for n in range(2, 60)]
    written = write_strategy(Strategy("ebsco", tuple(doubling)), "ovid")
    assert [note.code for note in written.whole.notes] == ["whole-impossible"]
    assert written.numbered.endswith("59\t58 or 58\n")


def test_a_circle_of_names_is_impossible_as_a_whole_and_nothing_crashes():
    blocks = (Block("1", "", Line("2")), Block("2", "", Line("1")))
    assert write_strategy(Strategy("ebsco", blocks), "ovid").whole.text == ""
