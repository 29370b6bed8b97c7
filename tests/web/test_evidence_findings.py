"""Finding findings: words, filters, order, pages, and one finding with all that leads from it."""

from __future__ import annotations

import itertools
import re

import pytest

from plethu.evidence.conditions import holds
from plethu_web.evidence.queries.filters import SORTS, Filters, find, folded, read_filters
from plethu_web.evidence.queries.findings import finding_page
from plethu_web.evidence.queries.labels import STANCES, USES
from plethu_web.evidence.queries.shelf import shelf
from tests.web.evidence_pages import EDITION, LANGUAGES, html_of, listed, visitor, words_of

FINDINGS = EDITION.findings
DIMENSIONS = {dimension.id: dimension for dimension in EDITION.dimensions}


def found(**asked: str) -> list[str]:
    return [finding.id for finding in find(Filters(**asked), shelf())]


def test_nothing_asked_gives_all_in_the_order_of_the_report():
    assert found() == [finding.id for finding in FINDINGS]
    html = html_of("evidence/")
    assert listed(html) == [finding.id for finding in FINDINGS[:25]]
    assert f"{len(FINDINGS)} findings" in words_of(html)
    assert "page 1 of 12" in words_of(html)


@pytest.mark.parametrize(
    ("asked", "passes"),
    [
        ({"strand": "pre-pandemic"}, lambda f: f.strand == "pre-pandemic"),
        ({"stance": "challenged"}, lambda f: f.stance == "challenged"),
        ({"polarity": "hinders"}, lambda f: f.polarity == "hinders"),
        ({"category": "cross-cutting"}, lambda f: f.category == "cross-cutting"),
        ({"voice": "health"}, lambda f: "health" in f.voices),
        ({"action": "grant-funding"}, lambda f: "grant-funding" in (f.action, *f.also_actions)),
        ({"strand": "academic"}, lambda f: False),
        (
            {"action": "grant-funding", "strand": "workshop", "polarity": "hinders"},
            lambda f: (
                "grant-funding" in (f.action, *f.also_actions) and f.strand == "workshop" and f.polarity == "hinders"
            ),
        ),
    ],
)
def test_filters_combine(asked, passes):
    assert found(**asked) == [finding.id for finding in FINDINGS if passes(finding)]


def test_a_circumstance_finds_the_findings_whose_condition_is_true_of_it():
    expected = [
        finding.id
        for finding in FINDINGS
        if any(
            c.dimension == "maturity" and holds(c, DIMENSIONS["maturity"], {"maturity": ("early",)})
            for c in finding.conditions
        )
    ]
    assert expected
    assert found(condition="maturity:early") == expected
    assert "F134" in expected


def test_accents_capitals_and_apostrophes_do_not_matter():
    assert folded("LLŶN a’r Ŵyl, Môn") == "llyn a'r wyl, mon"
    plain = found(q="gwynedd")
    assert plain
    assert found(q="GWŶNEDD") == plain


def test_all_words_have_to_be_there_in_any_order():
    assert set(found(q="grants small")) == set(found(q="small grants"))
    assert set(found(q="small grants")) <= set(found(q="grants"))
    assert found(q="F134") == ["F134"]


def test_words_and_names_in_welsh_find_too():
    assert found(q="cyllid grant") == found(q="CYLLID GRANT") != []


@pytest.mark.parametrize("sort", SORTS)
def test_an_order_only_orders(sort):
    assert sorted(found(sort=sort)) == sorted(found())


def test_by_strand_keeps_strands_together():
    strands = [f.strand for f in find(Filters(sort="strand"), shelf())]
    assert [a for a, b in itertools.pairwise(strands) if a != b] == ["review", "pre-pandemic"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_does_not_exist_is_left_out_and_said(language):
    html = html_of("evidence/?strand=tarot&stance=echoed&sort=backwards&colour=red", language)
    said = words_of(html)
    assert "tarot" in said
    assert "backwards" in said
    assert listed(html) == [f.id for f in FINDINGS if f.stance == "echoed"][:25]


@pytest.mark.parametrize("page", ["0", "-1", "999", "x", "", "1e9"])
def test_a_page_that_is_not_there_is_another_one(page):
    assert listed(html_of(f"evidence/?page={page}"))


def test_pages_keep_the_filters():
    html = html_of("evidence/?strand=workshop&page=2")
    assert listed(html) == [f.id for f in FINDINGS if f.strand == "workshop"][25:50]
    assert 'href="?strand=workshop&amp;page=3"' in html


def test_an_empty_result_says_so():
    html = html_of("evidence/?q=zebra")
    assert listed(html) == []
    assert "No finding passes all of these filters" in html
    assert "0 findings" in words_of(html)


def test_a_very_long_search_is_cut():
    filters, _ = read_filters({"q": "word " * 5000}, shelf())
    assert len(filters.q) <= 200
    assert "<script>" not in html_of("evidence/?q=<script>alert(1)</script>&strand=<script>")


def test_what_was_asked_stays_in_the_form():
    html = html_of("evidence/?q=trust&strand=workshop&condition=maturity:early&voice=research")
    assert 'value="trust"' in html
    for chosen in ("workshop", "maturity:early", "research"):
        assert f'<option value="{chosen}" selected>' in html


def test_htmx_gets_the_results_alone():
    whole = visitor().get("/en/evidence/?strand=workshop")
    part = visitor().get("/en/evidence/?strand=workshop", headers={"HX-Request": "true"})
    again = visitor().get(
        "/en/evidence/?strand=workshop", headers={"HX-Request": "true", "HX-History-Restore-Request": "true"}
    )
    assert "HX-Request" in whole["Vary"]
    assert "HX-Request" in part["Vary"]
    assert b"<html" in whole.content
    assert b"<html" in again.content
    assert b"<html" not in part.content
    assert listed(part.content.decode()) == listed(whole.content.decode())
    assert b'id="count" role="status" hx-swap-oob="innerHTML"' in part.content


def test_a_finding_shows_all_that_leads_from_it():
    finding = next(f for f in FINDINGS if f.id == "F134")
    html = html_of("evidence/F134/")
    said = words_of(html)
    assert finding.statement.en in said
    assert "Helps when" in said
    assert "Stage is at most" in said
    assert "any of these" in said
    assert "Liaison roles and referral pathways" in said
    assert "Q042" in said
    assert 'rel="prev" href="/en/evidence/F133/"' in html
    assert 'rel="next" href="/en/evidence/F135/"' in html


def test_a_citation_in_doubt_says_how_and_names_what_else_it_could_be():
    finding = next(f for f in FINDINGS if "C01" in f.citations)
    said = words_of(html_of(f"evidence/{finding.id}/"))
    assert "Baker, 2022" in said
    assert "Could be several" in said
    assert "G05" in said


@pytest.mark.parametrize("stance", STANCES)
def test_a_stance_has_its_symbol_and_says_whether_it_was_stated_or_judged(stance):
    finding = next(f for f in FINDINGS if f.stance == stance)
    html = html_of(f"evidence/{finding.id}/")
    assert f'<span class="tag tag--{stance}"><svg' in html
    assert {"stated": "stated in the report", "judged": "judged from the wording"}[finding.stance_basis] in html


def test_how_advice_uses_a_finding_is_said_of_every_finding():
    uses = {str(use) for finding in FINDINGS for use in finding_page(shelf(), finding)["uses"]}
    assert uses == set(map(str, USES.values()))


def test_a_welsh_title_is_in_welsh_even_where_the_finding_is_not():
    assert "<title>Canfyddiad F134 – Plethu</title>" in html_of("evidence/F134/", "cy")
    assert "<title>F134: Formal arrangements help most" in html_of("evidence/F134/")


def test_notes_are_kept_as_text():
    finding = next(f for f in FINDINGS if f.notes and f.conditions)
    said = words_of(html_of(f"evidence/{finding.id}/"))
    assert all(re.sub(r"\s+", " ", note) in said for note in finding.notes)
    assert "which no rule uses" in said
