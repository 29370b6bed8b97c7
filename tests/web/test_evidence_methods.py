"""Methods, open points, the editor's desk, Welsh, glossary, features and factors."""

from __future__ import annotations

from html import unescape

import pytest

from plethu.framework.checking import coverage
from tests.web.evidence_pages import EDITION, LANGUAGES, html_of, words_of


def test_methods_give_the_published_totals_and_what_is_not_reported():
    said = words_of(html_of("methods/"))
    for strand in EDITION.strands:
        assert strand.name.en in said
        for branch in strand.branches:
            for stage in branch.stages:
                assert str(stage.entered) in said
    assert "Reasons for exclusion and removal of duplicates are not reported" in said
    for block in EDITION.search_strategy.blocks:
        assert block.terms[0] in said
    assert len(EDITION.criteria) == sum(criterion.text.en in said for criterion in EDITION.criteria)


def test_methods_say_of_every_figure_where_it_comes_from():
    said = words_of(html_of("methods/"))
    states = {"computed": "Computed from the data", "rebuilt": "Rebuilt from the text", "absent": "Not shown"}
    for figure in EDITION.figures:
        assert f"{figure.name.en} : {states[figure.state]}" in said


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_open_point_is_shown_with_its_decision(language):
    html = unescape(html_of("methods/open-points/", language))
    assert len(EDITION.open_points) == 63
    for point in EDITION.open_points:
        assert f'<li id="{point.id}">' in html
        assert point.left_open.text(language) in html
        assert point.decision.text(language) in html


def test_the_desk_shows_every_query_and_every_citation_in_question():
    html = unescape(html_of("methods/desk/"))
    for query in EDITION.queries:
        assert f'<li id="{query.id}">' in html
        assert query.printed in html
        assert query.resolution in html
    unsettled = [c for c in EDITION.citations if c.status not in ("exact", "case-study") or c.confidence != "high"]
    for citation in unsettled:
        assert f'<tr id="{citation.id}">' in html


def test_what_has_no_welsh_is_listed():
    html = html_of("methods/welsh/")
    missing = [place for kind in coverage(EDITION) for place in kind.missing]
    assert len(missing) >= 1
    for place in missing:
        assert place in html


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_glossary_holds_every_term_in_the_order_of_its_language(language):
    html = unescape(html_of("glossary/", language))
    places = [html.find(f'<div id="{entry.id}">') for entry in EDITION.glossary]
    assert min(places) > 0
    for entry in EDITION.glossary:
        assert entry.meaning.text(language) in html
        assert entry.term.en in html
        assert entry.term.cy in html


def test_features_factors_and_functions_are_said_to_be_rebuilt():
    html = html_of("concepts/")
    for concept in EDITION.concepts:
        assert f'<section id="{concept.id}"' in html
        for id in concept.findings:
            assert f"/evidence/{id}/" in html
    for figure in EDITION.figures:
        if figure.state == "rebuilt":
            assert figure.note.en in html
