"""The log of searches: kept by reviewers, read by all, counted by branch, taken away and brought in whole."""

from __future__ import annotations

import csv
import io
import re
from html import unescape

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction

from plethu_web.accounts.models import Event
from plethu_web.calls.models import Search
from plethu_web.reviews.roles import Role

from .calls_cast import a_call, row_of, sent
from .cast import a_review, browser_of, in_role, somebody

pytestmark = pytest.mark.django_db

SEARCH = {
    "branch": "website",
    "place": "A search engine",
    "address": "https://search.example/",
    "query": '"community garden" site:.cymru',
    "searched": "2026-02-03",
    "hits": "120",
    "looked": "50",
    "taken": "4",
    "limits": "none",
    "strand": "grey",
}


@pytest.fixture(autouse=True)
def home(settings, tmp_path):
    settings.HOME = tmp_path


@pytest.fixture
def review():
    return a_review()


@pytest.fixture
def team(review):
    return browser_of(in_role(review, Role.REVIEWER))


def page(response):
    return unescape(response.content.decode())


def of(review, what=""):
    return f"/en/reviews/{review.slug}/searches/{what}"


def bring(team, review, data):
    return team.post(of(review, "bring/"), {"file": SimpleUploadedFile("log.csv", data)})


def test_a_search_is_logged_as_it_was_typed_with_who_made_it(review, team):
    team.post(of(review, "new/"), SEARCH)
    search = Search.objects.get()
    assert search.query == '"community garden" site:.cymru'
    assert search.by == in_role(review, Role.REVIEWER)
    shown = page(team.get(of(review)))
    for words in ("A search engine", '"community garden" site:.cymru', "3 February 2026", "120", "Rhys Reviewer"):
        assert words in shown
    assert Event.objects.filter(kind="search-logged", review=review.pk).count() == 1


def test_everybody_in_the_team_reads_it_and_an_observer_sees_no_names(review, team):
    team.post(of(review, "new/"), SEARCH)
    shown = page(browser_of(in_role(review, Role.OBSERVER)).get(of(review)))
    assert "A search engine" in shown
    assert "Rhys Reviewer" not in shown
    assert "Log a search" not in shown


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"looked": "121"}, "More were looked through than there were hits."),
        ({"taken": "51"}, "More were taken than were there to take."),
        ({"looked": "", "taken": "121"}, "More were taken than were there to take."),
        ({"branch": "forward"}, "Name the source that the citation searching starts from."),
        ({"branch": ""}, "Choose the branch."),
        ({"searched": "yesterday"}, "Give a day, such as 2026-03-31."),
        ({"place": ""}, "Name the site or database"),
    ],
)
def test_what_cannot_be_is_said_and_nothing_is_lost(review, team, wrong, words):
    response = team.post(of(review, "new/"), {**SEARCH, **wrong})
    assert response.status_code == 400
    assert words in page(response)
    assert "https://search.example/" in page(response)
    assert not Search.objects.exists()


def test_no_count_is_not_the_count_nought(review, team):
    team.post(of(review, "new/"), {**SEARCH, "hits": "", "looked": "", "taken": "0"})
    search = Search.objects.get()
    assert (search.hits, search.looked, search.taken) == (None, None, 0)


@pytest.mark.parametrize(
    "wrong",
    [{"looked": 121}, {"taken": 51}, {"hits": None, "looked": 3, "taken": 4}, {"branch": "backward"}, {"branch": "x"}],
)
def test_the_database_refuses_it_too(review, team, wrong):
    team.post(of(review, "new/"), SEARCH)
    with pytest.raises(IntegrityError), transaction.atomic():
        Search.objects.update(**wrong)


def test_changing_keeps_who_made_it_and_the_trail_names_the_fields(review, team):
    team.post(of(review, "new/"), SEARCH)
    search = Search.objects.get()
    lead = browser_of(in_role(review, Role.LEAD))
    assert 'value="2026-02-03"' in page(lead.get(of(review, f"{search.pk}/change/")))
    lead.post(of(review, f"{search.pk}/change/"), {**SEARCH, "taken": "5"})
    search.refresh_from_db()
    assert (search.taken, search.by) == (5, in_role(review, Role.REVIEWER))
    assert Event.objects.get(kind="search-changed").details == {"fields": ["taken"]}


def test_striking_a_search_is_in_the_trail(review, team):
    team.post(of(review, "new/"), SEARCH)
    team.post(of(review, f"{Search.objects.get().pk}/strike/"))
    assert not Search.objects.exists()
    assert Event.objects.get(kind="search-struck").details == {"branch": "website", "searched": "2026-02-03"}


def test_a_search_of_another_review_is_not_found(review, team):
    team.post(of(review, "new/"), SEARCH)
    other = a_review(title="Another", by=somebody("Anna Another"))
    client = browser_of(in_role(other, Role.LEAD))
    pk = Search.objects.get().pk
    assert client.get(of(other, f"{pk}/change/")).status_code == 404
    assert client.post(of(other, f"{pk}/strike/")).status_code == 404
    assert Search.objects.exists()


# Counts and PRISMA-S


def test_branches_are_counted_apart_and_what_came_by_our_forms_with_them(review, team):
    team.post(of(review, "new/"), SEARCH)
    team.post(of(review, "new/"), {**SEARCH, "place": "Another site", "hits": "", "looked": "10", "taken": "1"})
    team.post(
        of(review, "new/"), {**SEARCH, "branch": "backward", "starts_from": "A report", "looked": "", "taken": ""}
    )
    call = a_call(review)
    first = row_of(sent(call))
    sent(call)
    team.post(f"/en/reviews/{review.slug}/call/sent/{first.pk}/decide/", {"state": "accepted", "seen": first.seen_as})
    shown = page(team.get(of(review)))
    rows = re.findall(r'<th scope="row">([^<]+)</th>((?:<td(?: class="number")?>[\d–]+</td>)+)', shown)
    table = {name: re.findall(r">([\d–]+)<", cells) for name, cells in rows}
    assert table["Website or search engine"] == ["2", "120", "60", "5"]
    assert table["Citation searching, backward: what a source cites"] == ["1", "120", "–", "–"]
    assert table["Open call"] == ["0", "2", "1", "1"]


def test_the_items_of_prisma_s_are_filled_or_missing(review, team):
    team.post(of(review, "new/"), SEARCH)
    team.post(of(review, "new/"), {**SEARCH, "branch": "database", "place": "A database", "hits": ""})
    team.post(of(review, "new/"), {**SEARCH, "searched": "2026-03-03", "limits": ""})
    shown = page(team.get(of(review)))
    items = dict(re.findall(r'<tr><th scope="row">(\d+)</th><td>[^<]+</td><td>([^<]+)</td>', shown))
    assert items == {
        "1": "missing",  # no platform
        "2": "nothing of this kind is in the log",
        "4": "filled",
        "5": "nothing of this kind is in the log",
        "6": "nothing of this kind is in the log",
        "7": "nothing of this kind is in the log",
        "8": "filled",
        "9": "missing",
        "12": "filled",
        "13": "filled",
        "15": "missing",
    }
    assert "Deduplication" in shown


# Files


def test_what_is_taken_away_comes_back_the_same(review, team):
    wild = {**SEARCH, "query": '=cmd|"/c calc"!A1\n"two, lines"', "notes": "-1+1", "place": "@site", "hits": ""}
    for search in (SEARCH, wild):
        team.post(of(review, "new/"), search)
    response = team.get(of(review, "file/"))
    assert response["Content-Disposition"].startswith("attachment")
    before = list(Search.objects.order_by("pk").values())
    other = a_review(title="Another", by=somebody("Anna Another"))
    lead = browser_of(in_role(other, Role.LEAD))
    assert bring(lead, other, response.content).status_code == 302
    after = list(Search.objects.filter(review=other).order_by("pk").values())
    same = set(before[0]) - {"id", "review_id", "by_id", "made"}
    assert [{name: row[name] for name in same} for row in after] == [
        {name: row[name] for name in same} for row in before
    ]
    bring(lead, other, response.content)
    assert Search.objects.filter(review=other).count() == 2


def test_no_cell_that_is_taken_away_is_a_formula(review, team):
    for start in "=+-@":
        team.post(of(review, "new/"), {**SEARCH, "query": f"{start}HYPERLINK(1)", "place": f" {start}x"})
    rows = list(csv.reader(io.StringIO(team.get(of(review, "file/")).content.decode("utf-8-sig"))))
    assert len(rows) == 5
    assert not [cell for row in rows for cell in row if cell.lstrip()[:1] in ("=", "+", "@") or cell[:1] == "-"]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"place,searched\nx,2026-01-01\n", "The first line names no column “branch”."),
        (b"branch,place,searched\nwebsite,x,2026-01-01\nnowhere,y,soon\n", "Line 3, column “branch”"),
        (b"branch,place,searched,hits\nwebsite,x,2026-01-01,many\n", "Line 2, column “hits”"),
        (b"branch,place,searched\nwebsite,a\0b,2026-01-01\n", "This is no CSV file"),
        (b"\xff\xfe\x00", "This is no CSV file"),
        (b'branch,place,searched\nwebsite,"open,2026-01-01\n', "This is no CSV file"),
        ("branch,place,searched\nwebsite,a\u202eb,2026-01-01\n".encode(), "hidden characters"),
        (b"branch,place,searched\n" + b"website,x,2026-01-01\n" * 5001, "more than 5000 searches"),
        (b"branch,place,searched\n" + b"website,x,never\n" * 3000, "Line 2, column"),
    ],
)
def test_a_file_that_is_wrong_is_refused_whole_with_the_line(review, team, data, words):
    response = bring(team, review, data)
    assert response.status_code == 400
    assert words in page(response)
    assert not Search.objects.exists()


def test_an_empty_file_and_none(review, team):
    assert bring(team, review, b"branch,place,searched\n").status_code == 302
    assert team.post(of(review, "bring/")).status_code == 400
    assert not Search.objects.exists()
