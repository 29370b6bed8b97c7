"""Translations of one strategy side by side: distances, terms, blocks and names that have drifted."""

from __future__ import annotations

import pytest

from plethu.searching.checking import Finding, check_together
from plethu.searching.strategy_writing import write_strategy

from .checked import strategy

FIRST = """# Here
## A. Music
choir* OR "brass band*" OR (music* N3 (group* OR club*))
## B. Places
((village OR town) N2 (hall* OR square*)) OR pub
A + B"""


def beside(text: str, platform: str = "ovid") -> list[Finding]:
    return list(check_together([strategy(FIRST), strategy(text, platform)]))


def test_a_translation_that_is_right():
    right = FIRST.replace("N3", "adj4").replace("N2", "adj3")
    assert beside(right) == []


@pytest.mark.parametrize("platform", ["ovid", "scopus", "wos", "proquest", "embase", "ebsco"])
def test_our_own_translations_do_not_drift(platform):
    written = write_strategy(strategy(FIRST), platform)
    blocks = "\n".join(f"## {line.name}. {line.title}\n{line.written.text}" for line in written.lines)
    again = strategy(f"# There\n{blocks}\nA + B", platform)
    assert check_together([strategy(FIRST), again]) == ()


def test_a_distance_that_became_and():
    (finding,) = beside(FIRST.replace("N3", "and").replace("N2", "adj3"))
    assert (finding.code, finding.block, finding.platform, finding.other) == ("drift-proximity", "A", "ovid", "ebsco")
    assert finding.values["was"] == "N3"
    assert finding.values["way"] == "wider"
    assert finding.instead == "music* adj4 (group* or club*)"


def test_a_number_that_was_copied_is_one_word_narrower():
    (finding,) = beside(FIRST.replace("N3", "adj4").replace("N2", "adj2"))
    assert finding.code == "drift-distance"
    assert {name: finding.values[name] for name in ("was", "now", "k", "now_k", "way")} == {
        "was": "N2",
        "now": "adj2",
        "k": "2",
        "now_k": "1",
        "way": "narrower",
    }
    assert "adj3" in finding.instead


def test_a_group_is_known_again_when_a_term_of_it_is_lost():
    found = beside(FIRST.replace("N3", "adj9").replace("N2 (hall* OR square*)", "adj9 (hall*)"))
    assert [(f.code, f.values.get("term", "")) for f in found] == [
        ("drift-distance", ""),
        ("drift-term", "square*"),
        ("drift-distance", ""),
    ]


def test_terms_that_one_has_and_the_other_has_not():
    found = beside(FIRST.replace("N3", "adj4").replace("N2", "adj3").replace("pub", "inn").replace("choir*", "Choir*"))
    assert [(f.values["way"], f.values["term"]) for f in found] == [("missing", "pub"), ("added", "inn")]


def test_or_and_and_exchanged():
    found = beside(
        FIRST.replace("N3", "adj4").replace("N2", "adj3").replace('OR "brass', 'AND "brass').replace("OR (m", "AND (m")
    )
    assert [f.code for f in found] == ["drift-operators"]
    assert found[0].values["way"] == "narrower"


def test_an_order_that_is_lost():
    ordered = strategy("A. Music\nvillage W2 choir")
    (finding,) = check_together([ordered, strategy("A. Music\nvillage adj3 choir", "ovid")])
    assert (finding.code, finding.values["way"]) == ("drift-order", "wider")


def test_letters_that_have_moved_up():
    moved = """# There
## A. Music
choir* OR "brass band*" OR (music* W/3 (group* OR club*)) Places
((village OR town) W/2 (hall* OR square*)) OR pub
## B. Review
review*"""
    longer = FIRST.replace("A + B", "## C. Review\nreview*\nA + B + C")
    found = list(check_together([strategy(longer), strategy(moved, "scopus")]))
    assert [f.code for f in found] == ["heading-swallowed", "drift-names", "formula-name-missing"]
    assert {name: found[1].values[name] for name in ("was", "now")} == {"was": "C", "now": "B"}
    assert found[2].values["name"] == "C"


def test_blocks_that_one_has_and_the_other_has_not():
    short = '# There\n## A. Music\nchoir* or "brass band*" or (music* adj4 (group* or club*))\n## B. Food\ncake*'
    found = beside(short)
    assert [(f.code, f.values.get("way"), f.values.get("title")) for f in found] == [
        ("drift-block", "missing", "Places"),
        ("drift-block", "added", "Food"),
    ]


def test_nothing_and_one_strategy_have_nothing_beside_them():
    assert check_together([]) == ()
    assert check_together([strategy(FIRST)]) == ()
