"""Checks of the whole: formula, fields, headings, limits of the platform, dates and languages, slips of pasting."""

from __future__ import annotations

from dataclasses import replace

import pytest

from plethu.searching.checking import Criteria, Finding, Severity, check, check_together
from plethu.searching.platforms import platform
from plethu.searching.tree import And, Dated, InLanguage, Line, Or, Phrase, Word

from .checked import codes, findings, only, strategy, taken_in, underlined

WINDOW = Criteria(start="2020-03", end="2023-07")


def lettered(*blocks: str, formula: str = "") -> str:
    """Blocks A, B, C ... under headings, and a formula."""
    parts = [f"## {chr(65 + n)}. Part {n}\n\n{text}" for n, text in enumerate(blocks)]
    return "# Mine\n\n" + "\n\n".join([*parts, formula])


# Formula


def test_a_name_that_the_formula_needs_is_missing():
    finding = only("formula-name-missing", lettered("choir*", "band*", formula="A + (B or C)"))
    assert finding.severity is Severity.ERROR
    assert finding.values == {"name": "C", "names": "A, B"}


def test_a_block_that_the_formula_leaves_out():
    assert only("block-unused", lettered("choir*", "band*", "hall*", formula="A + B")).block == "C"


def test_blocks_without_a_formula():
    assert only("formula-absent", lettered("choir*", "band*")).values == {"names": "A, B"}
    assert "formula-absent" not in codes("choir*")
    assert codes("# Lines\n1. choir*\n2. band*\n3. S1 AND S2") == set()


def test_a_formula_that_fits_is_left_alone():
    assert codes(lettered("choir*", "band*", "hall*", formula="A + (B or C)")) == set()


def test_blocks_that_need_themselves():
    made = strategy("# Lines\n1. choir*\n2. S1 OR S3\n3. S2 AND S1\n4. S3 OR S1")
    assert {f.block for f in check(made) if f.code == "formula-circular"} == {"2", "3"}


def test_a_name_that_stands_twice():
    made = strategy(lettered("choir*", "band*", formula="A + B"))
    twice = replace(made, blocks=(made.blocks[0], replace(made.blocks[1], name="A")))
    found = {f.code: f for f in check(twice)}
    assert found["block-name-twice"].values == {"name": "A", "count": "2"}
    assert found["formula-name-missing"].values["name"] == "B"


# Operators, as the reader took them


def test_mixed_operators_are_taken_over_from_the_reader():
    finding = only("mixed-operators", "choir* OR band* AND hall*")
    assert underlined(finding, "choir* OR band* AND hall*") == "choir* OR band* AND hall*"
    assert finding.values["order"]
    assert "mixed-operators" not in codes("choir* OR (band* AND hall*)")


def test_a_part_without_an_operator():
    assert only("operator-absent", "(choir* OR band*) (hall* OR room*)", "scopus").severity is Severity.ERROR


def test_a_heading_that_slipped_into_a_block():
    text = '(choir* w/2 (village OR town)) Other places\n((hall* OR room*) w/2 public) OR "town square"'
    finding = only("heading-swallowed", text, "scopus")
    assert underlined(finding, text, "scopus") == "Other places"
    assert not {"unquoted", "operator-absent"} & codes(text, "scopus")


# What the platform takes and offers


def test_a_wildcard_where_none_is_taken():
    finding = only("wildcard-refused", 'choir* OR "village hall*"', "cochrane")
    assert finding.instead == "village NEXT hall*"
    assert "wildcard-refused" not in codes('"village hall*"', "ebsco")


def test_more_operators_than_the_platform_takes():
    most = platform("wos").operators.most
    assert most is not None
    many = " OR ".join(f"word{n}" for n in range(most + 2))
    assert only("too-many-terms", f"TS=({many})", "wos").values == {"count": str(most + 1), "most": str(most)}
    assert "too-many-terms" not in codes(f"TS=({many.rpartition(' OR ')[0]})", "wos")
    assert "too-many-terms" not in codes(many, "ebsco")


def test_no_field_is_graver_where_everything_is_searched():
    assert only("no-fields", "choir*").severity is Severity.SUGGESTION
    scopus = only("no-fields", "choir*", "scopus")
    assert scopus.severity is Severity.WARNING
    assert "TITLE" in scopus.instead
    assert not [f for f in findings("TI choir* OR band*") if f.code == "no-fields"]


@pytest.mark.parametrize(
    ("database", "platform_id", "asked"),
    [
        ("PsycInfo; Academic Search Complete", "ebsco", True),
        ("MEDLINE", "ovid", True),
        ("Social Policy and Practice (covers others)", "ovid", False),
        ("Scopus", "scopus", False),
        ("", "ebsco", True),
    ],
)
def test_headings_are_asked_for_where_the_database_has_them(database, platform_id, asked):
    made = replace(strategy("choir*", platform_id), database=database)
    assert ("no-headings" in {f.code for f in check(made)}) is asked


def test_headings_that_are_used():
    assert "no-headings" not in {f.code for f in findings('MH "Singing+" OR choir*')}


# Dates and languages


def test_a_criterion_without_a_limit():
    finding = only("no-dates", "choir*", "ebsco", WINDOW)
    assert finding.instead == "DT 20200301-20230731"
    assert "no-dates" not in codes("choir*", "ebsco")


def dated(start: str, end: str) -> list[Finding]:
    made = strategy("choir*")
    with_date = replace(made, formula=And((Line("A"), Dated(start, end))))
    return [f for f in check(with_date, criteria=WINDOW) if f.code in ("no-dates", "dates-differ")]


@pytest.mark.parametrize(
    ("start", "end"),
    [("2020", "2023"), ("2020-03", "2023-07"), ("2020-03-01", "2023-07-31"), ("2019-12", ""), ("", "")],
)
def test_a_limit_that_holds_the_whole_window(start, end):
    assert dated(start, end) == []


@pytest.mark.parametrize(
    ("start", "end"), [("2021", "2023"), ("2020-04", ""), ("2020-03-02", ""), ("2020", "2022"), ("", "2023-06-30")]
)
def test_a_limit_that_leaves_part_of_the_window_out(start, end):
    (finding,) = dated(start, end)
    assert finding.code == "dates-differ"
    assert finding.values["promised"] == "2020-03/2023-07"


def limited(codes_: tuple[str, ...], asked: tuple[str, ...]) -> list[Finding]:
    made = replace(strategy("choir*"), formula=And((Line("A"), InLanguage(codes_))))
    return [f for f in check(made, criteria=Criteria(languages=asked)) if f.code == "language-differs"]


def test_languages_that_are_left_out():
    assert limited(("en",), ("en", "cy"))[0].values["lost"] == "cy"
    assert limited(("en",), ())[0].values["way"] == "unnamed"
    assert limited(("en", "cy"), ("en", "cy")) == []


# Databases


def in_database(text: str, platform_id: str, database: str) -> object:
    return replace(strategy(text, platform_id), database=database)


def test_databases_and_strategies_that_do_not_match():
    listed = Criteria(databases=("PsycInfo", "CINAHL", "Social Policy and Practice (with others)"))
    made = [
        in_database("choir*", "ebsco", "PsycInfo; MEDLINE Complete"),
        in_database("choir*", "ovid", "Social Policy and Practice"),
        in_database("choir*", "scopus", ""),
    ]
    found = [(f.code, f.values["database"]) for f in check_together(made, criteria=listed)]  # type: ignore[arg-type]
    assert found == [
        ("database-without-strategy", "CINAHL"),
        ("database-not-listed", "MEDLINE"),
        ("database-not-listed", "Scopus"),
    ]


def test_a_heading_with_databases_in_brackets_names_them():
    made = replace(strategy("choir*"), name="EBSCO (PsycInfo; MEDLINE)", database="")
    assert check_together([made], criteria=Criteria(databases=("PsycINFO", "Medline"))) == ()


# Trees that nobody typed


def test_a_tree_without_a_text_is_checked_too():
    made = strategy("choir*")
    tree = Or((Phrase((Word(("village",)), Word(("hall",)))), Word(("hall",))))
    bare = replace(made, blocks=(replace(made.blocks[0], tree=tree, text=""),))
    assert {f.code: f.values for f in check(bare)}["redundant"] == {"term": '"village hall"', "broader": "hall"}


def test_remarks_belong_to_their_block():
    found = taken_in(lettered("choir*", "band* OR hall* AND room*", formula="A + B"))
    assert found.strategy is not None
    assert [f.block for f in check(found.strategy, remarks=found.remarks) if f.code == "mixed-operators"] == ["B"]
