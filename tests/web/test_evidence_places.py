"""Places, case studies, sources: as printed beside as read."""

from __future__ import annotations

from html import unescape

import pytest

from tests.web.evidence_pages import EDITION, LANGUAGES, html_of, words_of

CASES = {case.id: case for case in EDITION.case_studies}
CITED = {id for citation in EDITION.citations for id in citation.resolves_to}


@pytest.mark.parametrize("language", LANGUAGES)
def test_cases_stand_under_their_tiers_and_the_rule_is_said_to_be_ours(language):
    html = html_of("places/", language)
    for tier, count in {"wales-wide": 5, "regional": 26, "specific": 28, "none": 14}.items():
        start = html.find(f'id="tier-{tier}"')
        part = html[start : html.find("</ul>", start)]
        assert part.count("/places/case/") == count
    figure = next(figure for figure in EDITION.figures if figure.id == "figure-1")
    assert figure.note.text(language) in unescape(html)


def test_the_map_has_its_table():
    html = html_of("places/")
    figure = html[html.find("<figure") : html.find("</figure>")]
    for authority in EDITION.authorities:
        assert f'href="/en/places/authority/{authority.code}/"' in figure
        assert authority.name.en in words_of(figure[figure.find("<table") :])


def test_an_area_without_a_case_says_so():
    without = [a for a in EDITION.authorities if not any(a.code in c.authorities for c in EDITION.case_studies)]
    assert without
    for authority in EDITION.authorities:
        html = html_of(f"places/authority/{authority.code}/")
        assert ("None of the listed case studies comes from this area" in html) == (authority in without)
        assert authority.name.cy in unescape(html)


def test_a_case_is_shown_as_printed_and_as_read():
    said = words_of(html_of("places/case/CS08/"))
    assert "Place Camarthen and Pembroke Carmarthenshire and Pembrokeshire" in said
    assert "Date 2023 2023 (EDTF)" in said


def test_a_title_is_in_its_own_language():
    assert '<h1><span class="printed" lang="cy">Prosiect Môn a Menai</span></h1>' in html_of("places/case/CS57/")
    assert "<h1>Prosiect Môn a Menai</h1>" in html_of("places/case/CS57/", "cy")
    both = html_of("places/case/CS31/", "cy")
    assert '<h1>Gwerthusaiad Hybiau Cefnogi Cymunedau Gwynedd / <span class="printed" lang="en">Gwynedd' in both


def test_a_case_says_where_it_is_cited_or_that_it_is_not():
    cited = next(id for id in CASES if id in CITED)
    assert "never cites it" not in html_of(f"places/case/{cited}/")
    never = next(id for id in CASES if id not in CITED)
    assert "never cites it" in html_of(f"places/case/{never}/")


def test_sources_are_listed_as_references():
    html = html_of("sources/")
    assert "104 sources" in words_of(html)
    assert "<i>Journal of Community and Applied Social Psychology</i>" in html
    assert html.count('<a class="id"') == len(EDITION.sources)


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("strand=academic", sum(s.strand == "academic" for s in EDITION.sources)),
        ("cited=no", sum(s.id not in CITED for s in EDITION.sources)),
        ("cited=yes&strand=grey", sum(s.id in CITED and s.strand == "grey" for s in EDITION.sources)),
        ("q=audit+wales", 2),
        ("q=zebra", 0),
        ("strand=tarot", len(EDITION.sources)),
    ],
)
def test_sources_can_be_searched_and_filtered(query, count):
    said = words_of(html_of(f"sources/?{query}"))
    assert f"{count} source" in said
    assert ("No source passes" in said) == (count == 0)


def test_a_source_that_is_never_cited_says_so():
    for source in EDITION.sources[::9]:
        html = html_of(f"sources/{source.id}/")
        assert ("Never cited in the text of the report" in html) == (source.id not in CITED)
        assert source.printed in unescape(html)
        assert "&quot;type&quot;" in html


def test_a_cited_source_leads_to_its_findings():
    citation = next(c for c in EDITION.citations if c.status == "exact")
    html = html_of(f"sources/{citation.resolves_to[0]}/")
    for finding in EDITION.findings:
        if citation.id in finding.citations:
            assert f"/evidence/{finding.id}/" in html
