"""The pages of calls and searches in both languages: whole, in one language, without script or style of their own."""

from __future__ import annotations

import itertools
import re
from html import unescape

import pytest
from django.test import Client

from plethu_web.calls.models import Search
from plethu_web.reviews.roles import Role

from .calls_cast import ABOUT, TOLD, a_call, a_file, begun, row_of, sent
from .cast import browser_of, in_role

pytestmark = pytest.mark.django_db

PUBLIC = ["call/{key}/", "call/{key}/tell/"]
DRAFT = [f"call/yours/{{draft}}/{page}" for page in ("words/", "files/", "about/", "check/", "withdraw/")]
SENT = [f"call/yours/{{sent}}/{page}" for page in ("", "words/", "files/", "about/", "withdraw/")]
TEAM = [
    f"reviews/{{slug}}/{page}"
    for page in (
        "call/", "call/new/", "call/figures/", "call/{call}/", "call/{call}/change/", "call/{call}/poster/",
        "call/sent/", "call/sent/{pk}/", "call/sent/{gone}/", "suggest/", "searches/", "searches/new/",
        "searches/{search}/change/", "searches/bring/",
    )
]  # fmt: skip
PAGES = [*PUBLIC, *DRAFT, *SENT, *TEAM]
SEARCH = {
    "branch": "backward",
    "starts_from": "Davies 2020",
    "place": "Scholar",
    "query": "beans AND hall",
    "searched": "2026-02-03",
    "hits": "9",
}
CONTENT = {*map(str, TOLD.values()), *map(str, ABOUT.values()), "Davies 2020", "beans AND hall", "Rhys, 029 0000 0000"}


@pytest.fixture(autouse=True)
def home(settings, tmp_path):
    settings.HOME = tmp_path


@pytest.fixture
def all_pages():
    """A function that gives any of the pages in a language."""
    call = a_call()
    public, team = Client(), browser_of(in_role(call.review, Role.LEAD))
    draft = begun(call, public)
    public.post(f"/en/call/yours/{draft}/files/", {"file": [a_file("run.exe")]})
    public.post(f"/en/call/yours/{draft}/about/", ABOUT)
    there, gone = sent(call, files=(a_file(),)), sent(call)
    public.post(f"/en/call/yours/{gone}/withdraw/")
    base = f"/en/reviews/{call.review.slug}/"
    team.post(f"{base}searches/new/", SEARCH)
    team.post(f"{base}call/{call.pk}/passing-on/", {"name": "Rhwydwaith Enghreifftiol"})
    team.post(f"{base}suggest/", {"kind": "source", "title": "Ffa"})
    values = {
        "key": call.key,
        "draft": draft,
        "sent": there,
        "slug": call.review.slug,
        "call": call.pk,
        "pk": row_of(there).pk,
        "gone": row_of(gone).pk,
        "search": Search.objects.get().pk,
    }

    def get(language, page):
        client = team if page.startswith("reviews") else public
        response = client.get(f"/{language}/{page.format(**values)}")
        assert response.status_code == 200, page
        return response.content.decode()

    return get


def sentences(html):
    visible = re.sub(r"<(script|style|code|cite|bdi|textarea)\b.*?</\1>", " ", html, flags=re.S)
    visible = re.sub(r"<(section|p|span) [^>]*lang=\"\w\w\"[^>]*>.*?</\1>", " ", visible, flags=re.S)
    found = {" ".join(unescape(text).split()) for text in re.findall(r">([^<>]+)<", visible)}
    return {
        text
        for text in found
        if len(re.findall(r"[^\W\d_]+", text)) > 2 and not any(words in text for words in CONTENT)
    }


def test_no_english_is_left_on_any_welsh_page(all_pages):
    left = {page: sentences(all_pages("en", page)) & sentences(all_pages("cy", page)) for page in PAGES}
    assert {page: words for page, words in left.items() if words} == {}


@pytest.mark.parametrize("language", ["en", "cy"])
def test_every_page_is_sound(all_pages, language):
    for page in PAGES:
        html = all_pages(language, page)
        assert html.count("<h1") == 1, page
        assert not re.search(r'\sstyle=|\son\w+=|<style|"(?:javascript|data):', html), page
        ranks = [int(rank) for rank in re.findall(r"<h([1-6])[ >]", html)]
        assert all(after - before <= 1 for before, after in itertools.pairwise(ranks)), page
        ids = re.findall(r'\sid="([^"]+)"', html)
        assert len(ids) == len(set(ids)), page


def test_every_link_on_a_page_of_the_team_leads_somewhere(all_pages):
    html = "".join(all_pages("en", page) for page in TEAM)
    client = Client()
    for link in set(re.findall(r'href="(/en/[^"#?]*)', html)):
        assert client.get(link).status_code in (200, 302), link
