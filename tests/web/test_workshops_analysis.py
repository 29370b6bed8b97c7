"""Analysis from card to card: which comes next, who may see what, versions that stay, and what withdrawing leaves."""

from __future__ import annotations

import re

import pytest

from plethu_web.reviews.roles import Role
from plethu_web.workshops.actions.withdrawing import take_out
from plethu_web.workshops.models import CodingChange, Proposal, Signing, Statement, WorkshopRelease
from plethu_web.workshops.queries.coding import codings_for_agreement, contributions_of, two_coders_of

from .cast import access_of, in_role
from .coding_cast import (
    CODING,
    a_card,
    a_workshop_that_was_held,
    analyst,
    at,
    cards_of,
    code,
    file,
    publish,
    shown,
    sign,
)

pytestmark = pytest.mark.django_db
CATEGORY = "category:governance"


@pytest.fixture
def workshop():
    return a_workshop_that_was_held()


@pytest.fixture
def lead(workshop):
    return analyst(workshop)


@pytest.fixture
def second(workshop):
    return analyst(workshop, Role.REVIEWER)


def desk_of(workshop, card):
    return at(workshop, f"desk/card-{card.pk}/")


def state(client, workshop, cards, words="Beans help.", **more):
    """Write a statement on what echoes F012."""
    said = {"words": words, "bears_on": "F012", "on": CATEGORY, "contributions": [f"card-{card.pk}" for card in cards]}
    response = client.post(at(workshop, "statements/echoed/F012/"), {**said, **more})
    assert response.status_code == 302, shown(response)
    return Statement.objects.order_by("pk").last()


def test_saving_leads_to_the_next_card_on_the_same_finding_until_none_is_left(workshop, lead, second):
    first, other, third = cards_of(workshop)
    topic = other.board.round.topics.all()[1]
    type(other).objects.filter(pk=other.pk).update(topic=topic)
    response = code(lead, workshop, first)
    assert response["Location"].startswith(desk_of(workshop, third))
    assert "Kept. 1 more to go after this one." in shown(lead.get(response["Location"]))
    assert code(lead, workshop, third, more="1")["Location"].startswith(desk_of(workshop, third))
    assert code(lead, workshop, third)["Location"].startswith(desk_of(workshop, other))
    response = code(lead, workshop, other)
    assert "Nothing more waits here" in shown(lead.get(response["Location"]))
    page = shown(second.get(at(workshop, "desk/")))
    assert "Code as a second person: 3 are coded by somebody else" in page
    assert code(second, workshop, first)["Location"].startswith(desk_of(workshop, third))
    page = shown(lead.get(at(workshop, f"desk/?on={topic.ref}")))
    assert "beans, 1." in page
    assert "beans, 0." not in page


def test_a_finding_is_chosen_from_a_list_by_its_number_or_by_words_of_its_own(workshop, lead):
    card = cards_of(workshop)[0]
    page = shown(lead.get(desk_of(workshop, card)))
    offered = re.findall(r'<option value="(F\d+ [^"]+)"', page)
    assert len(offered) == 280
    discussed = {topic.ref for topic in card.board.round.topics.all()}
    assert offered[0].split()[0] in discussed or offered[0] != sorted(offered)[0]
    assert code(lead, workshop, card, finding=offered[0].replace("&#x27;", "'")).status_code == 302
    assert CodingChange.objects.get().coding["finding"] == offered[0].split()[0]
    assert "Several findings have these words" in shown(code(lead, workshop, card, finding="the"))
    assert "No finding has these words" in shown(code(lead, workshop, card, finding="zeppelins"))


def test_neither_coder_sees_the_other_before_both_are_done(workshop, lead, second):
    card = cards_of(workshop)[0]
    code(lead, workshop, card, voice_printed="a shepherd")
    code(second, workshop, card, voice_printed="a miller", more="1")
    assert "a miller" not in shown(lead.get(desk_of(workshop, card)))
    assert "a shepherd" not in shown(second.get(desk_of(workshop, card)))
    assert "Somebody else has coded this" in shown(second.get(desk_of(workshop, card)))
    code(second, workshop, card, finding="F013", voice_printed="a miller")
    assert "a miller" in shown(lead.get(desk_of(workshop, card)))
    assert "a shepherd" in shown(second.get(desk_of(workshop, card)))


def test_no_page_shows_a_second_coder_how_others_coded_until_they_are_through_or_stop(workshop, lead, second):
    first, other, _third = cards_of(workshop)
    for card in (first, other):
        code(lead, workshop, card)
    state(lead, workshop, [first])
    pages = ("readings/", "statements/", "statements/echoed/F012/", f"statements/{Statement.objects.get().pk}/")
    code(second, workshop, first)
    for path in pages:
        page = shown(second.get(at(workshop, path)))
        assert "Your coding is a check only as long as" in page, path
        assert "Beans help" not in page
    state(second, workshop, [first], words="Begun before.")
    second.post(at(workshop, "desk/stop/"))
    for path in pages:
        assert "Your coding is a check" not in shown(second.get(at(workshop, path))), path
    assert "(0)" in shown(second.get(at(workshop, "desk/"))).partition("For me to code as a second person")[2][:6]
    assert "Your coding is a check" not in shown(lead.get(at(workshop, "readings/")))


def test_what_is_coded_second_after_stopping_is_not_compared(workshop, lead, second):
    cards = cards_of(workshop)
    for card in cards[:2]:
        code(lead, workshop, card)
    code(second, workshop, cards[0])
    second.post(at(workshop, "desk/stop/"))
    second.post(at(workshop, "desk/stop/"))
    code(second, workshop, cards[1])
    code(second, workshop, cards[2])
    code(lead, workshop, cards[2])
    found = codings_for_agreement(workshop, contributions_of(workshop))
    both = [each for each, by in two_coders_of(found).items() if len(by) == 2]
    assert both == [f"card-{cards[0].pk}", f"card-{cards[2].pk}"]


def test_agreement_has_its_table_and_counts_what_was_chosen_before_talking(workshop, lead, second):
    board = cards_of(workshop)[0].board
    cards = [*cards_of(workshop), *(a_card(board, None, f"more beans {number}") for number in range(9))]
    for number, card in enumerate(cards):
        code(lead, workshop, card)
        code(second, workshop, card, stance="echoed" if number else "challenged")
    change = CodingChange.objects.filter(contribution=f"card-{cards[0].pk}").last()
    address = at(workshop, f"desk/card-{cards[0].pk}/{change.of}/")
    assert second.post(address, {**CODING, "stance": "echoed"}).status_code == 302
    page = shown(lead.get(at(workshop, "agreement/")))
    assert "agree on 11 of 12: 92 %" in page
    assert "First coder, down; second coder, across" in page
    assert '<th scope="row">Echoed</th><td class="number">1</td><td class="number">11</td>' in page.replace(
        '<td class="number">11</td><td class="number">1</td>', '<td class="number">1</td><td class="number">11</td>'
    )
    assert "Nothing was coded differently by two people" in page


def test_a_statement_is_changed_and_each_version_can_be_had_back(workshop, lead):
    card = cards_of(workshop)[0]
    code(lead, workshop, card)
    row = state(lead, workshop, [card])
    address = at(workshop, f"statements/{row.pk}/")
    fields = {"words": "Beans help much.", "on": CATEGORY, "bears_on": "F012", "contributions": [f"card-{card.pk}"]}
    assert lead.post(address, {**fields, "contributions": []}).status_code == 400
    assert lead.post(address, fields).status_code == 302

    def reads():
        row.refresh_from_db()
        return None if row.taken_out else row.words

    def undo(change):
        return lead.post(at(workshop, f"statements/undo/{change.pk}/"))

    assert reads() == "Beans help much."
    page = shown(lead.get(address))
    assert "Beans help." in page
    changed = row.changes.last()
    undo(changed)
    assert reads() == "Beans help."
    assert undo(changed).status_code == 409
    undo(row.changes.last())
    assert reads() == "Beans help much."
    lead.post(f"{address}take-out/")
    assert reads() is None
    assert "Taken out" in shown(lead.get(at(workshop, "statements/")))
    undo(row.changes.last())
    assert reads() == "Beans help much."
    assert analyst(workshop, Role.STEERING).post(address, fields).status_code == 403


def test_every_merge_of_a_proposal_stays_to_be_seen(workshop, lead):
    for name in ("Share a minibus", "One minibus for all"):
        lead.post(at(workshop, "actions/"), {"name": name, "category": "governance"})
    one, other = Proposal.objects.order_by("pk")
    for reason in ("The same bus", "Still the same"):
        lead.post(at(workshop, f"actions/{other.pk}/merge/"), {"into": one.ref, "reason": reason})
        lead.post(at(workshop, f"actions/{other.pk}/part/"))
    lead.post(at(workshop, f"actions/{other.pk}/part/"))
    assert [bool(each.into) for each in other.merges.all()] == [True, False, True, False]
    page = shown(lead.get(at(workshop, "actions/")))
    assert "Merged into Share a minibus: The same bus" in page
    assert page.count("Parted again") == 2


def test_names_in_a_translation_are_found_and_decided_on_before_it_is_published(workshop, lead):
    card = cards_of(workshop)[0]
    code(lead, workshop, card)
    type(card).objects.filter(pk=card.pk).update(words="Tyfwyd ffa yma.")
    address = at(workshop, f"desk/card-{card.pk}/text/")
    given = {"language": "cy", "translation": "Mared Member grew beans in Gwynedd."}
    response = lead.post(address, given)
    assert response.status_code == 400
    page = shown(response)
    assert "Names were found in the translation" in page
    found = re.findall(r'name="mask_there" value="([\w-]+)" [^>]*checked', page)
    assert len(found) == 2
    read = re.search(r'name="read_there" value="(\w{64})"', page)
    changed = {**given, "translation": "Mared Member and Ifan grew beans.", "read_there": read[1], "mask_there": found}
    assert lead.post(address, changed).status_code == 400
    assert not Signing.objects.exists()
    assert lead.post(address, {**given, "read_there": read[1], "mask_there": found}).status_code == 302
    page = shown(lead.get(address))
    assert "[name] grew beans in [place]." in page
    publish(lead, workshop)
    content = file(lead, workshop, "contributions-csv").decode()
    assert "[name] grew beans in [place]." in content or "Tyfwyd ffa yma." in content
    assert "Mared" not in str(WorkshopRelease.objects.get().content)


def test_how_a_text_will_read_is_shown_before_it_is_signed_off_and_after_every_change(workshop, lead):
    card = cards_of(workshop)[0]
    type(card).objects.filter(pk=card.pk).update(words="Mared Member grew beans.")
    address = at(workshop, f"desk/card-{card.pk}/text/")
    page = shown(lead.get(address))
    assert "[name] grew beans." in page
    mask, seen = (re.search(rf'name="{name}" value="([\w-]+)"', page)[1] for name in ("mask", "seen"))
    given = {"mask": [mask], "language": "en", "seen": seen}
    response = lead.post(address, {**given, "also": "beans", "preview": "1"})
    assert response.status_code == 200
    assert "[name] grew [a name]." in shown(response)
    changed = {**given, "also": "beans"}
    response = lead.post(address, changed)
    assert response.status_code == 400
    assert "[name] grew [a name]." in shown(response)
    assert not Signing.objects.exists()
    now = re.search(r'name="seen" value="(\w+)"', shown(response))[1]
    assert lead.post(address, {**changed, "seen": now}).status_code == 302
    assert "[name] grew [a name]." in shown(lead.get(address))
    type(card).objects.filter(pk=card.pk).update(words="here we grew beans.")
    assert "Take out what is ticked" not in shown(lead.get(address))


def test_the_desk_is_searched_by_words_and_codings_and_counts_what_each_tab_shows(workshop, lead, second):
    first, other, third = cards_of(workshop)
    type(other).objects.filter(pk=other.pk).update(words="here we grew leeks.")
    code(lead, workshop, first)
    code(lead, workshop, third, stance="challenged", finding="F013")
    code(second, workshop, third, finding="F014", more="1")
    here, not_here = f"desk/card-{first.pk}/", f"desk/card-{third.pk}/"
    for asked in ("q=BEANS+0", "finding=f012", "stance=echoed", f"stance=echoed&coder={in_role_id(workshop)}"):
        page = shown(lead.get(at(workshop, f"desk/?{asked}")))
        assert here in page
        assert not_here not in page
    assert "All (1)" in shown(lead.get(at(workshop, "desk/?q=leeks")))
    assert "Not coded yet (0)" in shown(lead.get(at(workshop, "desk/?finding=F012")))
    for asked in ("stance=challenged", "finding=F013"):  # how the other codes what one is still at is not searched
        assert "All (0)" in shown(second.get(at(workshop, f"desk/?{asked}")))
    assert "All (3)" in shown(lead.get(at(workshop, "desk/?round=1&coder=nobody")))


def in_role_id(workshop):
    return in_role(workshop.review, Role.LEAD).pseudonym


def test_what_is_coded_against_a_finding_counts_once_and_not_again_under_its_action(workshop, lead):
    first, other, _third = cards_of(workshop)
    action = first.board.round.topics.filter(kind="action").first().ref
    code(lead, workshop, first, action=action)
    code(lead, workshop, other, stance="added", finding="", action=action)
    page = shown(lead.get(at(workshop, "readings/")))
    assert page.count("statements/echoed/") == 1
    assert f"statements/added/{action}/" in page
    assert "people whose sector cannot be named" not in page or ": and people" not in page
    page = shown(lead.get(at(workshop, "statements/echoed/F012/")))
    assert page.count('name="contributions"') == 1
    assert "<blockquote" in page


def withdraw(workshop, person):
    by = in_role(workshop.review, Role.LEAD)
    take_out(by=by, access=access_of(workshop.review, by, "run-workshops"), person=person)


def test_who_withdraws_before_publishing_is_gone_from_every_page_and_statements_are_read_again(workshop, lead):
    gone, stays, _third = cards_of(workshop)
    for card in (gone, stays):
        code(lead, workshop, card)
        sign(lead, workshop, card)
    row = state(lead, workshop, [gone, stays])
    withdraw(workshop, gone.author)
    for path in ("desk/", "desk/log/", "readings/", "statements/", f"statements/{row.pk}/", "releases/"):
        page = shown(lead.get(at(workshop, path)))
        assert "beans, 0." not in page
        assert f"card-{gone.pk}" not in page
    assert lead.get(desk_of(workshop, gone)).status_code == 404
    assert f"card-{gone.pk}" not in str([each.reads for each in row.changes.all()])
    assert "Somebody withdrew what this statement rested on" in shown(lead.get(at(workshop, "statements/")))
    publish(lead, workshop)
    assert b"Beans help." not in file(lead, workshop, "edition")
    fields = {"words": "Beans help.", "on": CATEGORY, "bears_on": "F012", "contributions": [f"card-{stays.pk}"]}
    assert lead.post(at(workshop, f"statements/{row.pk}/"), fields).status_code == 302
    publish(lead, workshop)
    assert b"Beans help." in file(lead, workshop, "edition", 2)


def test_who_withdraws_after_publishing_is_left_out_of_the_next_and_the_pages_say_so(workshop, lead):
    card = cards_of(workshop)[0]
    code(lead, workshop, card)
    sign(lead, workshop, card)
    state(lead, workshop, [card])
    publish(lead, workshop)
    page = shown(lead.get(at(workshop, "releases/1/")))
    assert "Added: Findings" in page
    assert "F281 Beans help." in page
    assert "Something has been taken out" not in page
    withdraw(workshop, card.author)
    assert "Something has been taken out since it was published" in shown(lead.get(at(workshop, "releases/1/")))
    assert "Somebody who was counted in a release has withdrawn since" in shown(lead.get(at(workshop, "releases/")))
    assert "F012" not in shown(lead.get(at(workshop, "readings/"))).split("Not discussed")[0]
    publish(lead, workshop)
    assert "Release 2 has come after this one" in shown(lead.get(at(workshop, "releases/1/")))
    for kind in ("contributions-csv", "edition", "statements-csv", "chapter-html"):
        content = file(lead, workshop, kind, 2)
        assert b"beans, 0." not in content
        assert b"Beans help." not in content
