"""The advice on the page: lanes, reasons, what holds for all, and a page for each action."""

from __future__ import annotations

import gzip
import re

import pytest
from django.utils.html import escape

from plethu.framework.advising import advise
from plethu.framework.index import index_of
from plethu_web.frameworks.edition import current_edition, examples_in
from tests.web.advice_cast import LANGUAGES, Visitor, page, text

pytestmark = pytest.mark.django_db
ACTIONS = list(index_of(current_edition()).actions)
EXAMPLES = list(examples_in("en"))
CARD = re.compile(r'<h3><a href="/../advice/result/([a-z-]+)/">')


def lane_of(response):
    """For each action on the page, the lane it stands in."""
    found = {}
    for part in page(response).split('<section class="lane lane--')[1:]:
        code = part.partition('"')[0]
        found |= dict.fromkeys(CARD.findall(part.partition("</section>")[0]), code)
    return found


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("example", [None, *EXAMPLES])
def test_every_action_stands_once_in_the_lane_the_rule_gives(example, language):
    visitor = Visitor(language)
    if example:
        visitor.opens(example)
    response = visitor.get("result/")
    assert response.status_code == 200
    advice = advise(current_edition(), visitor.situation())
    assert lane_of(response) == {a.action: a.lane for a in advice.actions}
    assert CARD.findall(page(response)) == [a.action for a in advice.actions]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("example", EXAMPLES)
def test_every_action_has_a_page(example, language):
    visitor = Visitor(language).opens(example)
    for action in ACTIONS:
        response = visitor.get(f"result/{action}/")
        assert response.status_code == 200
        assert page(response).count("<h1") == 1


def test_an_action_there_is_not():
    assert Visitor().get("result/world-peace/").status_code == 404
    assert Visitor().post("result/world-peace/").status_code == 404


def test_who_has_answered_nothing_is_told_so():
    assert "You have not answered anything yet" in text(Visitor().get("result/"))
    assert "You have not answered anything yet" not in text(Visitor().opens("rural").get("result/"))


@pytest.mark.parametrize("audience", ["funder", "council", "community-group", "informal-group"])
def test_an_audience_brings_its_own_to_the_front_and_hides_nothing(audience):
    visitor = Visitor().opens("strained")
    plain, sorted_for = visitor.get("result/"), visitor.get(f"result/?audience={audience}")
    assert lane_of(plain) == lane_of(sorted_for)
    for lane in ("now", "next"):
        order = [action for action in CARD.findall(page(sorted_for)) if lane_of(sorted_for)[action] == lane]
        mine = [audience in index_of(current_edition()).actions[action].leads for action in order]
        assert mine == sorted(mine, reverse=True)
    assert visitor.situation() == examples_in("en")["strained"]


def test_an_audience_there_is_not():
    assert Visitor().get("result/?audience=martians").status_code == 200


def test_a_partner_outside_the_evidence_is_flagged():
    visitor = Visitor()
    visitor.answer("partners", answers__partners=["council", "private"])
    assert 'class="warning"' in page(visitor.get("result/"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_caveat_notice_order_and_basis_are_said(language):
    shown = text(Visitor(language).opens("rural").get("result/"))
    edition = current_edition()
    expected = [caveat.text.text(language) for caveat in edition.caveats if caveat.everywhere]
    for words in (*expected, edition.notice.text(language)):
        assert words.replace("'", "&#x27;") in shown


def test_what_goes_wrong_points_to_findings():
    response = Visitor().opens("strained").get("result/")
    assert "What you say is going wrong" in text(response)
    assert "F248" in page(response)


def test_each_reason_leads_to_its_findings_and_says_whose_it_is():
    response = Visitor().opens("strained").get("result/leadership-and-shared-decision-making/")
    assert re.search(r">F\d{3}<", page(response))
    assert "stated in the report" in text(response)
    assert "Section of the report:" in text(response)


def test_the_reasons_can_be_printed():
    visitor = Visitor().opens("rural")
    assert "print-reasons" not in page(visitor.get("result/"))
    response = visitor.get("result/?reasons=1")
    assert '<body class="with-reasons">' in page(response)
    assert "How to get there" in text(response)


def test_on_a_welsh_page_english_is_marked_and_unread_welsh_is_said_to_be_a_draft():
    response = Visitor("cy").opens("rural").get("result/information-gathering/")
    finding = next(f for f in current_edition().findings if f.action == "information-gathering" and not f.statement.cy)
    assert f'<span lang="en">{finding.statement.en}'.replace("'", "&#x27;") in page(response)
    assert "Cymraeg drafft" in text(response)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_stays_light(language):
    response = Visitor(language).opens("strained").get("result/")
    assert len(gzip.compress(response.content)) < 16_000


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", ["result/", "result/?reasons=1", "result/grant-funding/"])
def test_each_reason_says_first_what_the_finding_says(path, language):
    visitor = Visitor(language).opens("strained")
    shown = page(visitor.get(path))
    for reason in advise(current_edition(), visitor.situation()).on("grant-funding").reasons:
        for id in reason.findings:
            statement = said(index_of(current_edition()).findings[id].statement, language)
            assert (
                f'<span class="statement">{statement} (<a href="/{language}/evidence/{id}/">{id}</a>)</span>' in shown
            )


def said(statement, language):
    """As the page says it, marked where it is in the other language."""
    words = str(escape(statement.text(language)))
    return words if statement.language(language) == language else f'<span lang="en">{words}</span>'


def test_a_card_says_how_far_somebody_says_they_are():
    assert "You said: Lapsed" in text(Visitor().opens("strained").get("result/"))


def test_what_is_not_known_of_the_stage_is_said():
    visitor = Visitor()
    visitor.answer("purpose", answers__purpose="shared")
    shown = visitor.get("result/")
    assert "no action is put off because of its stage" in text(shown)
    assert 'href="/en/advice/questions/stage/?from=answers"' in page(shown)
    assert "Main questions answered: 1 of 16." in text(shown)
    visitor.answer("stage", answers__maturity="early")
    assert "no action is put off because of its stage" not in text(visitor.get("result/"))


def test_what_is_shown_first_begins_with_ones_own():
    visitor = Visitor()
    visitor.answer("you", answers__audience="council")
    assert '<option value="council" selected>' in page(visitor.get("result/"))
    assert '<option value="" selected>' in page(visitor.get("result/?audience="))


def test_case_studies_near_by_are_shown():
    visitor = Visitor()
    visitor.answer("where", answers__place=["W06000006"])
    assert "Case studies near you" in text(visitor.get("result/"))


def test_nobody_keeps_the_page():
    response = Visitor().get("result/")
    assert response["Cache-Control"] == "private, no-store"
    assert "noindex" in response["X-Robots-Tag"]
