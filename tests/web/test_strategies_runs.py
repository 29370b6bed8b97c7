"""A strategy run here by a job, over the review's own records; runs at databases; what is reported of the searches."""

from __future__ import annotations

import pytest
from django.conf import settings

from plethu_web.accounts.models import Event
from plethu_web.calls.actions.withdrawing import withdraw
from plethu_web.calls.models import Search
from plethu_web.jobs.models import Job
from plethu_web.jobs.queue import run_waiting as work_off
from plethu_web.records.models import Import
from plethu_web.reviews.roles import Role
from plethu_web.strategies.models import LoggedRun, Run

from .cast import a_review, browser_of, in_role
from .strategies_cast import a_strategy, key_of, of, page, some_records
from .test_records_from_calls import accepted

pytestmark = pytest.mark.django_db
TEXT = 'A. Community\ncommunity OR "third sector"\n\nB. Working\npartner* OR (joint N2 (working OR plan*))\n\nA + B\n'
FOUND = {"type": "article-journal", "title": "Community partners", "abstract": "Together.", "DOI": "10.1234/found"}
NEAR = {"type": "article-journal", "title": "Community work", "abstract": "A joint and very carefully made plan.",
        "DOI": "10.1234/near"}  # fmt: skip
OTHER = {"type": "article-journal", "title": "Beans", "abstract": "Of beans.", "DOI": "10.1234/other"}


@pytest.fixture
def review():
    return a_review()


@pytest.fixture
def team(review):
    return browser_of(in_role(review, Role.REVIEWER))


def run(team, review, strategy, **more):
    """Ask for a run and have the job do it."""
    response = team.post(of(review, f"{strategy.pk}/runs/new/"), {"known": "", **more})
    assert response.status_code == 302, page(response)
    work_off()
    return Run.objects.latest("made")


def shown_of(team, review, row, language="en"):
    return page(team.get(of(review, f"{row.strategy_id}/runs/{row.pk}/", language)))


def test_hits_of_each_block_each_term_and_the_whole(review, team):
    some_records(review, FOUND, NEAR, OTHER)
    strategy = a_strategy(review, team, TEXT)
    row = run(team, review, strategy)
    assert (row.result["hits"], [block["hits"] for block in row.result["blocks"]]) == (1, [2, 1])
    shown = shown_of(team, review, row)
    for words in (
        "1 of 3 records is found.",
        "They are not a vendor's counts",
        "Records found by each block and by the whole",
        "What each term of block A brings",
        "finds nothing here",
    ):
        assert words in shown
    assert not list(settings.HOME.glob("index-*"))


def test_known_items_are_found_missed_with_the_reason_or_not_there(review, team):
    some_records(review, FOUND, NEAR, OTHER)
    strategy = a_strategy(review, team, TEXT)
    known = "https://doi.org/10.1234/FOUND\n10.1234/near\nSomething nobody imported\n"
    shown = shown_of(team, review, run(team, review, strategy, known=known))
    assert "1 of 2 that are among the records are found; 3 were named." in shown
    assert "Line “B. Working” does not find it." in shown
    assert "The record has 4 between" in shown
    assert "Something nobody imported" in shown


def test_too_many_known_items_are_refused_and_kept_in_the_form(review, team):
    some_records(review, FOUND)
    strategy = a_strategy(review, team, TEXT)
    response = team.post(of(review, f"{strategy.pk}/runs/new/"), {"known": "10.1234/a\n" * 2001})
    assert response.status_code == 400
    assert "more than 2000 known items" in page(response)
    assert page(response).count("10.1234/a") == 2001
    assert not Run.objects.exists()


def test_changing_the_language_keeps_what_was_typed_and_ticked(review, team):
    strategy = a_strategy(review, team, TEXT)
    sent = {"known": "10.1234/a", "targets": ["pubmed", "lens"], "switch_language": "cy"}
    shown = page(team.post(of(review, f"{strategy.pk}/runs/new/", "cy"), sent))
    assert "10.1234/a" in shown
    assert shown.count(" checked") == 2
    assert not Run.objects.exists()


def test_an_import_can_be_the_set_of_known_items(review, team):
    some_records(review, OTHER)
    some_records(review, FOUND)
    strategy = a_strategy(review, team, TEXT)
    known = Import.objects.latest("made")
    row = run(team, review, strategy, known_import=str(known.pk))
    assert [item["state"] for item in row.result["known"]] == ["found"]


@pytest.mark.parametrize("language", ["en", "cy"])
def test_a_translation_is_held_against_the_source_record_by_record(review, team, language):
    near = some_records(review, FOUND, NEAR, OTHER)[1]
    strategy = a_strategy(review, team, TEXT)
    row = run(team, review, strategy, targets=["pubmed", "ovid", "lens"])
    compared = row.result["compared"]
    assert (compared["ovid"]["gained"], compared["ovid"]["lost"], compared["ovid"]["both"]) == (0, 0, 1)
    assert (compared["pubmed"]["gained"], compared["pubmed"]["lost"]) == (1, 0)
    address = of(review, f"{strategy.pk}/runs/{row.pk}/compared/pubmed/", language)
    assert f"/records/{near.pk}/" in page(team.get(address))
    assert team.get(address.replace("pubmed", "wos")).status_code == 404


def test_a_rerun_says_what_is_new_and_what_is_gone(review, team):
    some_records(review, FOUND, NEAR)
    strategy = a_strategy(review, team, TEXT)
    first = run(team, review, strategy)
    new = some_records(
        review, {**FOUND, "DOI": "10.1234/newer", "title": "Third sector partners and the third sector"}
    )[0]
    second = run(team, review, strategy)
    assert second.result["drift"]["new"] == [new.pk]
    shown = shown_of(team, review, second)
    assert "The records are not the same as then." in shown
    assert str(first.pk) in shown
    assert "moved by more than a tenth" in shown


def test_a_run_belongs_to_the_version_that_was_asked_for(review, team):
    some_records(review, FOUND)
    strategy = a_strategy(review, team, TEXT)
    team.post(of(review, f"{strategy.pk}/runs/new/"), {"known": ""})
    team.post(
        of(review, f"{strategy.pk}/blocks/{key_of(strategy, 'A')}/"), {"expected": 1, "name": "A", "text": "beans"}
    )
    work_off()
    row = Run.objects.get()
    assert (row.version.number, row.result["hits"]) == (1, 1)


def test_a_run_without_records_fails_with_a_sentence(review, team):
    strategy = a_strategy(review, team, TEXT)
    row = run(team, review, strategy)
    assert row.done is None
    assert "The review has no records yet." in shown_of(team, review, row)


def test_a_colleague_can_stop_a_run_and_an_observer_sees_no_job(review, team):
    some_records(review, FOUND)
    strategy = a_strategy(review, team, TEXT)
    team.post(of(review, f"{strategy.pk}/runs/new/"), {"known": ""})
    job, row = Job.objects.get(kind="strategy-run"), Run.objects.get()
    observer = browser_of(in_role(review, Role.OBSERVER))
    assert "Stop this" not in shown_of(observer, review, row)
    assert observer.post(f"/en/jobs/{job.pk}/cancel/").status_code == 404
    browser_of(in_role(review, Role.LEAD)).post(f"/en/jobs/{job.pk}/cancel/")
    job.refresh_from_db()
    assert job.state == "cancelled"


# At databases


def log(team, review, strategy, platform="ovid", **more):
    given = {"database": "MEDLINE", "searched": "2026-02-03", "hits": "412", "count-0": "9000", "count-1": "", **more}
    given.setdefault("text", "1  community\n2  partner*\n3  1 and 2  \n")
    return team.post(of(review, f"{strategy.pk}/databases/{platform}/new/"), given)


def test_a_run_at_a_database_is_kept_to_the_byte_with_the_vendors_counts(review, team):
    strategy = a_strategy(review, team, TEXT)
    form = page(team.get(of(review, f"{strategy.pk}/databases/ovid/new/")))
    assert "joint adj3 (working or plan*)" in form
    log(team, review, strategy)
    row = LoggedRun.objects.get()
    assert row.text == "1  community\n2  partner*\n3  1 and 2  \n"
    assert "Hits of line 1 (A. Community)" in form
    assert [line["count"] for line in row.lines] == [9000, None]
    assert [line["text"] for line in row.lines] == ["community", "partner*"]  # as it was run, not as it was proposed
    search = Search.objects.get()
    assert (search.place, search.hits, search.branch, search.platform) == ("MEDLINE", 412, "database", "Ovid")
    shown = page(team.get(f"/en/reviews/{review.slug}/searches/"))
    assert "Main search, version 1" in shown
    assert f"/strategies/{strategy.pk}/databases/{row.pk}/" in shown
    assert "9000" in page(team.get(of(review, f"{strategy.pk}/databases/{row.pk}/")))
    assert Event.objects.filter(kind="strategy-run-logged").count() == 1


def test_a_run_without_its_text_is_not_logged(review, team):
    strategy = a_strategy(review, team, TEXT)
    response = log(team, review, strategy, text="   ")
    assert response.status_code == 400
    assert "Paste the strategy as it was run." in page(response)
    assert not Search.objects.exists()


def test_the_checklist_and_the_appendix_come_from_the_log(review, team):
    strategy = a_strategy(review, team, TEXT)
    empty = page(team.get(of(review, "prisma-s/")))
    log(team, review, strategy)
    team.post(
        of(review, "plan/"), {"said-registries": "None were searched.", "said-records_after_deduplication": "300"}
    )
    shown = page(team.get(of(review, "prisma-s/")))
    assert "None were searched." in shown
    assert "MEDLINE (Ovid)" in shown
    assert shown.count("answered") > empty.count("answered")
    steering = browser_of(in_role(review, Role.STEERING))
    text = steering.get(of(review, "appendix/md/")).content.decode()
    assert "1  community\n2  partner*\n3  1 and 2  \n" in text
    word = steering.get(of(review, "appendix/docx/"))
    assert word.content[:2] == b"PK"
    assert 'filename="gardens-together-searches.docx"' in word["Content-Disposition"]
    assert steering.get(of(review, "appendix/exe/")).status_code == 404
    assert browser_of(in_role(review, Role.OBSERVER)).get(of(review, "appendix/md/")).status_code == 403
    assert Event.objects.filter(kind="searches-appendix-taken").count() == 2


def test_after_a_run_a_translation_can_be_written_out_in_words_of_the_records(review, team):
    some_records(review, FOUND, {**NEAR, "abstract": "A joint plan, planned by planners."})
    strategy = a_strategy(review, team, TEXT)
    address = of(review, f"{strategy.pk}/translations/pubmed/")
    assert "?words=1" not in page(team.get(address))
    run(team, review, strategy)
    assert '"joint planners"[tiab:~2]' not in page(team.get(address))
    shown = page(team.get(f"{address}?words=1"))
    assert '"joint planners"[tiab:~2]' in shown
    assert '"joint planners"[tiab:~2]' in team.get(f"{address}file/?words=1").content.decode()


def test_what_is_withdrawn_leaves_no_copy_in_a_run(review, team):
    token = accepted(review)
    team.post(f"/en/reviews/{review.slug}/imports/call/")
    strategy = a_strategy(review, team, "A. Garden\nneighbours N2 beans\n")
    known = str(Import.objects.get().pk)
    row = run(team, review, strategy, known_import=known, targets=["pubmed"])
    assert "behind the hall" in str(row.result)
    withdraw(token=token)
    row.refresh_from_db()
    assert "behind the hall" not in str(row.result)
    assert not row.result["known"]
    assert shown_of(team, review, row)
