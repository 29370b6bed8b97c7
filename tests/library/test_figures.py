"""Every figure: sound SVG that a screen reader can name, a table that says the same, nothing that a page's policy
forbids, and, in a real browser, no words outside their box or upon each other."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import combinations, pairwise

import lxml.etree
import pytest
from axe_playwright_python.sync_playwright import Axe
from hypothesis import given, settings
from hypothesis import strategies as st

from plethu.evidence.text import Text
from plethu.framework.edition import Edition
from plethu.framework.editions import default_edition
from plethu.reporting.figures import cartogram, concepts, evidence, flow, functions, matrix, relations, stances
from plethu.reporting.figures.labels import LABELS, label
from plethu.reporting.figures.lettering import width, wrap
from plethu.reporting.figures.looks import LOOKS, category_class
from plethu.reporting.figures.routing import Grid, Node, route
from plethu.terms import TERMS

from .random_framework import editions
from .small import SMALL, small_edition

SVG = "{http://www.w3.org/2000/svg}"
HOSTILE = "<script>alert(1)</script>\"'&\x00\u202e"
DRAWN: dict[str, tuple[Callable[..., str], Callable[..., object]]] = {
    "matrix": (matrix.svg, matrix.rows),
    "cartogram": (cartogram.svg, cartogram.rows),
    "flow": (flow.svg, flow.rows),
    "relations": (relations.svg, relations.rows),
    "concepts": (concepts.svg, concepts.rows),
    "functions": (functions.svg, functions.rows),
    "evidence": (
        lambda edition, language, *link: evidence.svg(edition, edition.actions[0].id, language),
        lambda edition, language: evidence.rows(edition, edition.actions[0].id, language),
    ),
    "stances": (
        lambda edition, language, *link: stances.svg(edition, "workshop", language),
        lambda edition, language: stances.rows(edition, "workshop", language),
    ),
}
LINKED = ("matrix", "cartogram", "relations")
ALL = pytest.mark.parametrize("name", DRAWN)
BOTH = pytest.mark.parametrize("language", ["en", "cy"])


@pytest.fixture(scope="module")
def edition() -> Edition:
    return default_edition()


def opened(svg: str) -> lxml.etree._Element:
    return lxml.etree.fromstring(svg.encode())


def sound(svg: str) -> lxml.etree._Element:
    """The drawing, if it is sound: named, described, without anything that a page's policy forbids."""
    root = opened(svg)
    by_id = {element.get("id"): element for element in root.iter() if element.get("id")}
    assert root.tag == f"{SVG}svg"
    assert by_id[root.get("aria-labelledby")].tag == f"{SVG}title"
    assert by_id[root.get("aria-describedby")].tag == f"{SVG}desc"
    assert by_id[root.get("aria-labelledby")].text
    for element in root.iter():
        assert element.tag.removeprefix(SVG) in {
            "svg", "title", "desc", "rect", "path", "circle", "text", "tspan", "g", "a",
        }  # fmt: skip
        assert not any(name == "style" or name.startswith("on") for name in element.attrib)
        look = element.get("class", "fig")
        assert look in LOOKS or look in ("fig", "fig-link")
    return root


@ALL
@BOTH
def test_a_figure_is_sound_and_says_its_language(edition, name, language):
    svg, _ = DRAWN[name]
    root = sound(svg(edition, language))
    assert root.get("role") == "img"
    assert root.get("lang") == language
    assert not list(root.iter(f"{SVG}a"))


@ALL
@BOTH
def test_its_table_has_full_rows_in_the_language(edition, name, language):
    _, rows = DRAWN[name]
    twin = rows(edition, language)
    assert twin.rows
    assert {len(row) for row in twin.rows} == {len(twin.header)}
    assert {words.language for words in (twin.caption, *twin.header)} == {language}


@pytest.mark.parametrize("name", LINKED)
def test_a_figure_with_links_can_be_entered(edition, name):
    svg, _ = DRAWN[name]
    root = sound(svg(edition, "en", "/en/x/{id}/"))
    links = list(root.iter(f"{SVG}a"))
    assert root.get("role") == "group"
    assert len(links) == (22 if name == "cartogram" else 21)
    assert all(link.get("href").startswith("/en/x/") and link.get("aria-label") for link in links)


@ALL
def test_hostile_names_stay_text(name):
    nasty = Text(HOSTILE, HOSTILE)
    base = SMALL
    changed = {
        "actions": tuple(_with(action, name=nasty, gloss=nasty) for action in base.actions),
        "categories": tuple(_with(category, name=nasty) for category in base.categories),
        "concepts": tuple(_with(concept, name=nasty) for concept in base.concepts),
        "strands": tuple(_with(strand, name=nasty) for strand in base.strands),
        "authorities": tuple(_with(a, name=nasty, short=nasty, code=HOSTILE + a.code) for a in base.authorities),
    }
    svg, rows = DRAWN[name]
    root = sound(
        svg(small_edition(**changed), "en", "/x/{id}/") if name in LINKED else svg(small_edition(**changed), "en")
    )
    assert not any("<" in (element.get("href") or "") for element in root.iter())
    assert rows(small_edition(**changed), "en")


def _with(record, **changes):
    import dataclasses

    return dataclasses.replace(record, **changes)


@ALL
def test_an_edition_with_nothing_in_it_makes_an_empty_figure(name):
    if name == "evidence":
        return
    empty = small_edition(
        actions=(), categories=(), concepts=(), strands=(), authorities=(), case_studies=(), relations=(), findings=()
    )
    svg, rows = DRAWN[name]
    sound(svg(empty, "cy"))
    assert rows(empty, "cy").header


@pytest.mark.parametrize("name", [name for name in DRAWN if name != "evidence"])
@settings(max_examples=15, deadline=None)
@given(edition=editions())
def test_any_edition_can_be_drawn(name, edition):
    svg, rows = DRAWN[name]
    sound(svg(edition, "cy"))
    rows(edition, "cy")


# --- What each one shows ---


@BOTH
def test_the_workshop_of_the_report_is_its_coded_findings(edition, language):
    found = stances.rows(edition, "workshop", language).rows
    assert [int(cell.text) for cell in found[-1][1:]] == [27, 27, 92, 146]
    assert len(found) == 21 + 3 + 1 + 1
    assert len(list(opened(stances.svg(edition, "workshop", language)).iter(f"{SVG}rect"))) == 146 + 3


def test_the_matrix_is_figure_six_and_without_the_workshop_figure_five(edition):
    assert len(matrix.rows(edition, "en").rows) == 21
    assert len(matrix.rows(edition, "en", ("review",)).rows) == 15
    drawn = opened(matrix.svg(edition, "en"))
    assert len(list(drawn.iter(f"{SVG}g"))) == 21
    assert len(list(opened(matrix.svg(edition, "en", phases=("review",))).iter(f"{SVG}g"))) == 15
    assert "Actions: 21. From the review: 15. From the workshop: 6." in matrix.svg(edition, "en")


def test_the_cartogram_counts_by_tier_and_shows_what_is_on_no_tile(edition):
    rows = {str(row[0]): [str(cell) for cell in row[2:]] for row in cartogram.rows(edition, "en").rows}
    assert rows["Isle of Anglesey"] == ["3", "8", "11"]
    assert rows["Wales-wide"][-1] == "5"
    assert rows["No place given"][-1] == "14"
    drawn = opened(cartogram.svg(edition, "cy"))
    tiles = {g.find(f"{SVG}title").text: g for g in drawn.iter(f"{SVG}g")}
    mon = tiles["Ynys Môn: astudiaethau achos 11"]
    assert [text.text for text in mon.iter(f"{SVG}text")] == ["Môn", "11"]
    assert [dot.get("class") for dot in mon.iter(f"{SVG}circle")].count("fig-mark") == 3
    assert len(list(mon.iter(f"{SVG}circle"))) == 11
    assert tiles["Torfaen: astudiaethau achos 0"].find(f"{SVG}rect").get("class") == "fig-none"


def test_the_flow_gives_the_published_totals(edition):
    rows = [[str(cell) for cell in row] for row in flow.rows(edition, "en").rows]
    assert ["Academic research", "Databases", "Screened at abstract", "628", "451", "177"] in rows
    included = {row[0]: row[-1] for row in rows if row[2] == "Included"}
    assert included["Academic research"] == "35"
    assert included["Grey literature"] == "69"
    assert sum(map(int, included.values())) == 35 + 69 + 73 + 46


def test_relations_draw_needs_between_actions_and_name_the_others(edition):
    needs = relations.rows(edition, "en").rows
    drawn = opened(relations.svg(edition, "en"))
    tips = [path for path in drawn.iter(f"{SVG}path") if path.get("class", "").endswith("-ink")]
    assert len(tips) == 8
    assert len(needs) == sum(relation.kind in ("requires", "precedes") for relation in edition.relations)
    assert [str(cell) for cell in needs[0]][:3] == [
        "Activities for developing shared purpose", "Governance arrangements", "stated in the report",
    ]  # fmt: skip
    dashed = [
        path
        for path in drawn.iter(f"{SVG}path")
        if path.get("class", "").startswith("fig-way") and path.get("stroke-dasharray")
    ]
    assert len(dashed) == 3  # our reading


def test_the_evidence_of_an_action_has_a_square_for_each_finding_with_a_mark_of_its_kind(edition):
    rows = [[str(cell) for cell in row] for row in evidence.rows(edition, "grant-funding", "en").rows]
    drawn = opened(evidence.svg(edition, "grant-funding", "en"))
    squares = [r for r in drawn.iter(f"{SVG}rect") if r.get("width") == "18"]
    assert len(squares) == sum(int(row[1]) for row in rows)
    assert len({p.get("d")[-4:] for p in drawn.iter(f"{SVG}path")}) > 1


def test_an_action_without_findings_says_so(edition):
    bare = small_edition(findings=())
    assert "No findings" in evidence.svg(bare, bare.actions[0].id, "en")


def test_the_concepts_are_rebuilt_and_say_so(edition):
    assert "Rebuilt from the text of the report" in concepts.svg(edition, "en")
    assert "Wedi&#x27;i lunio o destun yr adroddiad" in functions.svg(edition, "cy")
    layers = [str(row[0]) for row in functions.rows(edition, "en").rows]
    assert (layers.count("How"), layers.count("What")) == (21, 14)


# --- Letters, lines and ways ---


@given(st.text(max_size=80), st.floats(20, 400), st.floats(8, 20))
def test_lines_are_no_wider_than_their_room_and_lose_nothing(text, room, size):
    lines = wrap(text, room, size)
    assert all(width(line, size) <= room or len(line) == 1 for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())


def test_a_long_word_breaks_at_its_slash_or_hyphen():
    assert wrap("rhanbarthol/cenedlaethol", 100, 12) == ["rhanbarthol/", "cenedlaethol"]
    assert wrap("Llanfair-yng-Nghornwy", 1000, 12) == ["Llanfair-yng-Nghornwy"]


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_no_arrow_runs_through_a_box_or_upon_another(data):
    counts = data.draw(st.lists(st.integers(1, 6), min_size=1, max_size=4))
    columns = [[Node(f"{c}.{r}", data.draw(st.integers(24, 60))) for r in range(n)] for c, n in enumerate(counts)]
    ids = [node.id for column in columns for node in column]
    arrows = data.draw(
        st.lists(
            st.tuples(st.sampled_from(ids), st.sampled_from(ids)).filter(lambda a: a[0] != a[1]),
            max_size=8,
            unique=True,
        )
    )
    grid = Grid(columns, 150, 40, 72)
    ways = route(grid, arrows)
    boxes = [
        (grid.left(c), grid.top(r), grid.left(c) + grid.wide, grid.top(r) + grid.height(r))
        for c, column in enumerate(columns) for r in range(len(column))
    ]  # fmt: skip
    legs = [(n, *sorted((a, b))) for n, way in enumerate(ways) for a, b in pairwise(way)]
    for _, (x0, y0), (x1, y1) in legs:
        assert x0 == x1 or y0 == y1
        for left, top, right, foot in boxes:
            assert not (x0 < right and x1 > left and y0 < foot and y1 > top)
    for (n, a0, a1), (m, b0, b1) in combinations(legs, 2):
        if n != m:
            level = a0[1] == a1[1] == b0[1] == b1[1] and min(a1[0], b1[0]) > max(a0[0], b0[0])
            upright = a0[0] == a1[0] == b0[0] == b1[0] and min(a1[1], b1[1]) > max(a0[1], b0[1])
            assert not level
            assert not upright


def test_categories_beyond_the_fourth_begin_again():
    assert category_class(5) == "fig-cat-1"
    assert all(category_class(n) in LOOKS for n in range(1, 10))


@pytest.mark.parametrize("key", LABELS)
def test_every_label_is_in_both_languages(key):
    text = LABELS[key]
    assert text.en
    assert text.cy
    assert sorted(re.findall(r"\{\w+\}", text.en)) == sorted(re.findall(r"\{\w+\}", text.cy))
    assert label("term:one.action", "cy").text == TERMS["one.action"].cy


# --- In a real browser ---

OUTSIDE_OR_UPON = """() => {
  const shown = [...document.querySelectorAll('svg text')]
    .map(t => ({words: t.textContent, box: t.getBoundingClientRect()}));
  const svg = document.querySelector('svg').getBoundingClientRect(), wrong = [];
  for (const {words, box} of shown)
    if (box.left < svg.left - 1 || box.right > svg.right + 1 || box.bottom > svg.bottom + 1)
      wrong.push('outside: ' + words);
  shown.forEach((a, i) => shown.slice(i + 1).forEach(b => {
    const wide = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
    const high = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top);
    if (wide > 1 && high > 4) wrong.push('upon each other: ' + a.words + ' / ' + b.words);
  }));
  for (const g of document.querySelectorAll('svg g')) {
    const card = g.querySelector('rect').getBoundingClientRect();
    for (const t of g.querySelectorAll('text')) {
      const box = t.getBoundingClientRect();
      if (box.left < card.left || box.right > card.right + 1 || box.top < card.top - 1 || box.bottom > card.bottom + 1)
        wrong.push('out of its box: ' + t.textContent);
    }
  }
  return wrong;
}"""


@BOTH
def test_words_stand_inside_and_apart(chromium, edition, language):
    page = chromium.new_page(viewport={"width": 768, "height": 900})
    wrong = {}
    for name, (svg, _) in DRAWN.items():
        page.set_content(f"<!doctype html><style>body{{margin:0}}svg{{display:block}}</style>{svg(edition, language)}")
        if found := page.evaluate(OUTSIDE_OR_UPON):
            wrong[name] = found
        assert page.evaluate("document.documentElement.scrollWidth") <= 768, name
    page.close()
    assert not wrong


@BOTH
def test_a_browser_finds_no_fault_with_figures_that_can_be_entered(chromium, edition, language):
    page = chromium.new_page()
    drawn = "".join(DRAWN[name][0](edition, language, "#{id}") for name in LINKED)
    rest = "".join(svg(edition, language) for name, (svg, _) in DRAWN.items() if name not in LINKED)
    head = f'<!doctype html><html lang="{language}"><title>Figures</title><main><h1>Figures</h1>'
    page.set_content(f"{head}{drawn}{rest}</main>")
    found = Axe().run(page, options={"resultTypes": ["violations"]})
    page.keyboard.press("Tab")
    first = page.evaluate("document.activeElement.getAttribute('aria-label')")
    page.close()
    assert found.violations_count == 0, found.generate_report()
    assert first
