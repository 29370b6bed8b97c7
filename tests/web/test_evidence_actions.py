"""The actions, their relations and tensions."""

from __future__ import annotations

import pytest

from plethu.framework.index import index_of
from plethu_web.evidence.queries.actions import action_page
from plethu_web.evidence.queries.relations import RelationFilters, relations
from plethu_web.evidence.queries.shelf import shelf
from tests.web.evidence_pages import EDITION, LANGUAGES, html_of, words_of

INDEX = index_of(EDITION)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_matrix_holds_every_action_as_a_picture_and_as_a_table(language):
    html = html_of("actions/", language)
    figure = html[html.find("<figure") : html.find("</figure>")]
    table = words_of(figure[figure.find("<table") :])
    for action in EDITION.actions:
        assert f'href="/{language}/actions/{action.id}/"' in figure
        assert action.name.text(language) in table


def test_categories_and_actions_stand_in_their_order():
    html = html_of("actions/")
    places = [html.find(f'<h3><a href="/en/actions/{action.id}/">') for action in INDEX.ordered_actions]
    by_category = [action for c in EDITION.categories for action in INDEX.of_category[c.id]]
    assert [html.find(f'<h3><a href="/en/actions/{a.id}/">') for a in by_category] == sorted(places)


@pytest.mark.parametrize("action", EDITION.actions, ids=lambda action: action.id)
def test_every_finding_on_an_action_is_on_its_page_and_strands_are_counted_apart(action):
    page = action_page(shelf(), action)
    own = [f for f in EDITION.findings if action.id in (f.action, *f.also_actions)]
    shown = [item.id for strand in page["strands"] for _, _, items in strand.groups for item in items]
    assert sorted(shown) == sorted(f.id for f in own)
    assert {str(c["name"].en): c["total"] for c in page["counts"]} == {
        strand.name.en: sum(f.strand == strand.id for f in own)
        for strand in EDITION.strands
        if any(f.strand == strand.id for f in own)
    }
    challenged = [
        i.id for s in page["strands"] for stance, _, items in s.groups for i in items if stance == "challenged"
    ]
    assert sorted(challenged) == sorted(f.id for f in own if f.stance == "challenged")


@pytest.mark.parametrize("action", EDITION.actions, ids=lambda action: action.id)
def test_every_relation_of_an_action_stands_once(action):
    page = action_page(shelf(), action)
    parts = ("needs", "needed_by", "leads_to", "led_to_by", "undermined_by", "other_relations")
    ids = [row.id for part in parts for row in page[part]]
    assert sorted(ids) == sorted(relation.id for relation in INDEX.relations_on[action.id])
    needs = {row.id for row in page["needs"]}
    assert {relation.id for relation in INDEX.needs[action.id]} <= needs
    of_practices = {r.id for p in INDEX.own_practices[action.id] for r in INDEX.touching[p]}
    assert needs <= {relation.id for relation in INDEX.needs[action.id]} | of_practices


def test_silence_of_the_workshop_is_said():
    silent = [action.id for action in EDITION.actions if not action.discussed]
    assert silent == ["community-wealth-building", "fundraising"]
    for action in EDITION.actions:
        said = "Not discussed in the workshop" in html_of(f"actions/{action.id}/")
        assert said == (action.id in silent)


def test_a_label_that_differs_in_the_figures_is_shown():
    action = next(action for action in EDITION.actions if action.printed_label)
    assert action.printed_label in words_of(html_of(f"actions/{action.id}/"))


def test_an_action_says_when_it_suits_who_could_lead_and_on_what_basis():
    said = words_of(html_of("actions/systems-thinking-and-mapping/"))
    assert "Suits a collaboration that is Starting; Finding its feet (our reading)" in said
    assert "Who could lead A council" in said
    assert "What it needs first" in said
    assert "Mapping needs a clear purpose and follow-up" in said


def test_relations_are_filtered_by_kind_and_basis():
    assert len(relations(RelationFilters(), shelf())) == len(EDITION.relations)
    rows = relations(RelationFilters(kind="requires", basis="ours"), shelf())
    assert [row.id for row in rows] == [r.id for r in EDITION.relations if r.kind == "requires" and r.basis == "ours"]
    html = html_of("relations/?kind=requires&basis=guessed")
    assert "guessed" in words_of(html)
    assert f"{sum(r.kind == 'requires' for r in EDITION.relations)} relations" in words_of(html)


def test_an_unknown_relation_filter_finds_all_and_none_says_so():
    assert "115 relations" in words_of(html_of("relations/?kind=likes"))
    assert "No relation passes both filters" in html_of("relations/?kind=starts-with&basis=ours")


def test_a_relation_that_is_limited_says_to_what():
    said = words_of(html_of("relations/Q003/"))
    assert "Only where this is so: Money includes" in said
    assert "Helps when" not in said


def test_a_practice_at_the_end_of_a_relation_leads_to_where_it_stands():
    practice = next(p for p in EDITION.practices if p.action and INDEX.touching[f"practice:{p.id}"])
    relation = INDEX.touching[f"practice:{practice.id}"][0]
    assert f"/actions/{practice.action}/#practice-{practice.id}" in html_of(f"relations/{relation.id}/")


def test_a_tension_shows_both_sides():
    html = html_of("relations/tensions/")
    for tension in EDITION.tensions:
        start = html.find(f'<section id="{tension.id}"')
        part = html[start : html.find("</section>", start)]
        for id in (*tension.one_findings, *tension.other_findings):
            assert f"/evidence/{id}/" in part
        assert ("The report itself sets" in part) == (tension.basis == "stated")
