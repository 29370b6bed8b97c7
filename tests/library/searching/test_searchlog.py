"""The log of searches, the sixteen items of PRISMA-S, and search files of another program."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from plethu.searching.checking import Press
from plethu.searching.press import Judgement, PeerReview, judge, send
from plethu.searching.prisma_s import items
from plethu.searching.search_file import (
    Author,
    NotASearchFile,
    SearchFile,
    as_run,
    of_run,
    read_search_file,
    write_search_file,
)
from plethu.searching.searchlog import (
    LineRun,
    NotALog,
    SearchLog,
    SearchRun,
    checksum,
    drifted,
    earlier,
    from_json,
    identified,
    latest,
    sealed,
    to_json,
)

RUN = sealed(
    SearchRun(
        "1",
        "PsycInfo; MEDLINE",
        "EBSCOhost",
        "2024-03-01",
        'S1  choir* OR "brass band"\r\nS2 village*\t\r\n',
        "",
        (LineRun("S1", 'choir* OR "brass band"', 12), LineRun("S2", "village*", None)),
        120,
        "none",
    )
)
AGAIN = sealed(replace(RUN, id="2", date="2024-09-01", hits=150, rerun_of="1"))
OTHER = sealed(SearchRun("3", "Scopus", "Scopus", "2024-03-02", "TITLE(choir*)", "", hits=80, limits="2020 to 2024"))
FULL = SearchLog(
    (RUN, OTHER),
    registries="none",
    browsing="Two websites, named in the protocol.",
    citations="none",
    contacts="none",
    other_methods="none",
    filters="none",
    prior_work="none",
    updates="none",
    peer_review="Not peer reviewed.",
    records_after_deduplication=170,
    deduplication="By hand.",
)


def lacking(log: SearchLog) -> dict[int, list[tuple[str, tuple[str, ...]]]]:
    return {item.number: [(lack.code, lack.about) for lack in item.lacking] for item in items(log) if item.lacking}


# The log


def test_the_strategy_is_kept_to_the_byte():
    assert RUN.is_unchanged
    assert not replace(RUN, as_run=RUN.as_run.replace("\r\n", "\n")).is_unchanged
    assert not replace(RUN, as_run=RUN.as_run + " ").is_unchanged
    assert checksum("\ud800") != checksum("?")


def test_a_log_comes_back_from_its_file():
    assert from_json(to_json(FULL)) == FULL
    assert from_json(to_json(FULL)).runs[0].as_run == RUN.as_run


@pytest.mark.parametrize(
    "data", [b"", b"null", b'{"format": "plethu-search-log/1", "runs": 3}', b'{"runs": []}', b"[" * 99_999]
)
def test_a_file_that_is_no_log_is_refused(data):
    with pytest.raises(NotALog):
        from_json(data)


def test_reruns_stand_for_what_they_repeat():
    runs = (RUN, OTHER, AGAIN)
    assert latest(runs) == (OTHER, AGAIN)
    assert earlier(AGAIN, runs) == RUN
    assert earlier(RUN, runs) is None
    assert identified(SearchLog(runs)) == 230
    assert identified(SearchLog((*runs, replace(OTHER, id="4", hits=None)))) is None
    assert identified(SearchLog(runs, records_identified=231)) == 231
    assert identified(SearchLog()) is None


@pytest.mark.parametrize(
    ("before", "now", "away"),
    [(100, 110, False), (100, 111, True), (100, 89, True), (0, 0, False), (0, 1, True), (None, 5, False)],
)
def test_a_count_drifts_beyond_ten_per_cent(before, now, away):
    assert drifted(replace(AGAIN, hits=now), replace(RUN, hits=before)) is away


# PRISMA-S


def test_a_full_log_answers_all_sixteen():
    found = items(FULL)
    assert [item.number for item in found] == list(range(1, 17))
    assert lacking(FULL) == {}
    assert found[0].said == ("PsycInfo (EBSCOhost)", "MEDLINE (EBSCOhost)", "Scopus (Scopus)")
    assert found[1].said == ("EBSCOhost: PsycInfo, MEDLINE",)
    assert found[8].said == ("PsycInfo; MEDLINE: none", "Scopus: 2020 to 2024")
    assert found[14].said[-1] == "= 200"


def test_an_empty_log_lacks_every_item():
    assert sorted(lacking(SearchLog())) == list(range(1, 17))


def test_what_single_searches_lack_is_said_of_them_alone():
    bare = SearchRun("9", "Lens", "", "March 2024", " ", checksum(" "))
    changed = replace(OTHER, as_run="TITLE(band*)")
    found = lacking(replace(FULL, runs=(RUN, changed, bare)))
    assert found == {
        1: [("platform", ("Lens",))],
        8: [("strategy", ("Lens",)), ("changed", ("Scopus",))],
        9: [("limits", ("Lens",))],
        13: [("date", ("Lens",))],
        15: [("hits", ("Lens",))],
    }


def test_limits_of_all_searches_can_be_said_once():
    assert 9 not in lacking(replace(FULL, runs=(replace(RUN, limits=""),), limits="none"))


def test_databases_one_by_one():
    assert items(replace(FULL, runs=(OTHER,)))[1].way == "one-by-one"


def test_a_rerun_answers_how_searches_are_kept_up_to_date():
    item = items(replace(FULL, runs=(RUN, AGAIN), updates=""))[11]
    assert item.answered
    assert item.way == "reruns"


def test_a_peer_review_answers_its_item_once_it_is_sent():
    review = PeerReview("a librarian", "2024-02-01", "x")
    for element in Press:
        review = judge(review, element, Judgement.NONE)
    draft = replace(FULL, peer_review="", peer_reviews=(review,))
    assert lacking(draft) == {14: [("review-not-sent", ())]}
    sent = replace(draft, peer_reviews=(send(review, "2024-02-02"),))
    assert items(sent)[13].said == ("a librarian, 2024-02-01 (PRESS 2015)",)


# Search files

THEIRS = {
    "record_info": {},
    "authors": [{"name": "Searcher, A.", "ORCID": "0000-0000-0000-0000"}],
    "date": {"data_entry": "2024.03.02", "search_conducted": "2024.03.01"},
    "platform": "Web of Science",
    "database": ["SSCI", "A&HCI"],
    "search_string": "TS=(choir* AND\tvillage*)\r\n",
    "keywords": ["music"],
}


def test_a_search_file_is_read_and_written_without_loss():
    file = read_search_file(json.dumps(THEIRS).encode())
    assert file.search_string == THEIRS["search_string"]
    assert (file.platform_id, file.database, file.conducted) == ("wos", ("SSCI", "A&HCI"), "2024-03-01")
    assert json.loads(write_search_file(file)) == THEIRS


def test_a_run_becomes_a_search_file_and_comes_back():
    file = read_search_file(write_search_file(of_run(replace(RUN, by="A. Searcher"), "ebsco")))
    assert file.platform == "EBSCOhost"
    assert file.authors == (Author("A. Searcher"),)
    again = as_run(file, "7")
    assert (again.as_run, again.sha256, again.date, again.database) == (RUN.as_run, RUN.sha256, RUN.date, RUN.database)


def test_one_database_may_be_plain_text():
    file = read_search_file(b'{"platform": "PubMed", "search_string": "a", "database": "MEDLINE"}')
    assert file == SearchFile("a", "PubMed", ("MEDLINE",))
    assert file.platform_id == "pubmed"
    assert SearchFile("a", "Elsewhere").platform_id == ""


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "not-json"),
        (b"\xff\xfe", "not-json"),
        (b"[" * 99_999, "not-json"),
        (b"[]", "wrong-kind"),
        (b"{}", "no-search"),
        (b'{"search_string": " ", "platform": "PubMed"}', "no-search"),
        (b'{"search_string": "a"}', "no-platform"),
        (b'{"search_string": "a", "platform": "PubMed", "authors": ["A"]}', "wrong-kind"),
        (b'{"search_string": "a", "platform": "PubMed", "database": [1]}', "wrong-kind"),
        (b" " * 5_000_001, "too-large"),
    ],
)
def test_a_file_that_is_no_search_file_is_refused_with_its_reason(data, code):
    with pytest.raises(NotASearchFile) as refusal:
        read_search_file(data)
    assert refusal.value.code == code
