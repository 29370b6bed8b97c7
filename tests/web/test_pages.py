"""The frame around every page, the pages without data, and the components."""

from __future__ import annotations

import gzip
import itertools
import re
from html import unescape
from pathlib import Path

import pytest
from django import forms
from django.core.paginator import Paginator
from django.template.loader import render_to_string
from django.test import RequestFactory
from django.utils import translation

from plethu.evidence.text import Text
from plethu.framework.editions import default_edition
from plethu_web.config import errors
from plethu_web.frameworks import held
from plethu_web.pages import frame
from plethu_web.pages.templatetags import plethu_texts
from plethu_web.pages.widgets import HintedRadios
from plethu_web.reviews.views import answering

LANGUAGES = ["en", "cy"]
PAGES = ["", "about/", "accessibility/", "privacy/", "gallery/"]
STATIC = Path(frame.__file__).parents[1] / "static" / "plethu"
MOST_ON_FIRST_LOAD = 60_000


def get(client, language, page):
    response = client.get(f"/{language}/{page}")
    assert response.status_code == 200
    return response.content.decode()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", PAGES)
def test_a_page_says_its_language_and_has_one_heading_of_the_first_rank(client, language, page):
    html = get(client, language, page)
    assert f'<html lang="{language}">' in html
    assert html.count("<h1") == 1
    assert "<title>" in html
    assert "– Plethu</title>" in html


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", PAGES)
def test_a_page_needs_no_inline_script_or_style(client, language, page):
    html = get(client, language, page)
    assert not re.search(r"\sstyle=|\son\w+=|<style|javascript:|data:", html)
    assert all(" src=" in tag for tag in re.findall(r"<script[^>]*>", html))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", PAGES)
def test_headings_skip_no_rank(client, language, page):
    ranks = [int(rank) for rank in re.findall(r"<h([1-6])[ >]", get(client, language, page))]
    assert all(after - before <= 1 for before, after in itertools.pairwise(ranks))


@pytest.mark.parametrize("page", PAGES)
def test_every_id_is_there_once(client, page):
    ids = re.findall(r'\sid="([^"]+)"', get(client, "en", page))
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("page", PAGES)
def test_no_english_is_left_in_the_welsh_page(client, page):
    def sentences(html):
        visible = re.sub(r"<(script|style|code|cite)\b.*?</\1>|<[^>]* lang=\"en\"[^>]*>[^<]*<", " ", html, flags=re.S)
        return {text.strip() for text in re.findall(r">([^<>]+)<", visible) if len(text.split()) > 2}

    assert not sentences(get(client, "en", page)) & sentences(get(client, "cy", page))


def test_first_load_is_light(client):
    sent = get(client, "cy", "").encode()
    files = [STATIC / "plethu.css", STATIC / "plethu.js", STATIC / "weave.svg", STATIC / "favicon.svg"]
    sizes = [len(gzip.compress(data)) for data in (sent, *(file.read_bytes() for file in files))]
    assert sum(sizes) < MOST_ON_FIRST_LOAD / 2  # leaves room for pages with content, and for htmx
    assert (STATIC / "plethu.css").stat().st_size < 30_000


def test_the_cookies_named_are_the_cookies_set(client, settings):
    html = get(client, "en", "privacy/")
    named = set(re.findall(r'<th scope="row">(\w+)</th>', html))
    assert named == {held.COOKIE, answering.COOKIE, settings.CSRF_COOKIE_NAME, settings.LANGUAGE_COOKIE_NAME}


@pytest.mark.parametrize("language", LANGUAGES)
def test_about_names_the_source_and_the_licence(client, language):
    edition = default_edition()
    html = unescape(get(client, language, "about/"))
    assert edition.notice.text(language) in html
    assert edition.citation in html
    assert edition.licence in html


# The language switch


@pytest.mark.parametrize(("language", "other"), [("en", "cy"), ("cy", "en")])
def test_the_switch_keeps_the_page_and_the_query(client, language, other):
    html = client.get(f"/{language}/gallery/?page=3&q=a%26b").content.decode()
    assert f'<a href="/{other}/gallery/?page=3&amp;q=a%26b" rel="alternate" hreflang="{other}" lang="{other}">' in html


def test_the_switch_is_there_where_there_is_no_page(client):
    html = client.get("/en/no/such/page/").content.decode()
    assert 'href="/cy/no/such/page/"' in html


@pytest.mark.parametrize(
    ("path", "query", "expected"),
    [
        ("/en/", "", "/cy/"),
        ("/en/a/b/", "x=1", "/cy/a/b/?x=1"),
        ("/en", "", "/cy/"),
        ("/english/", "", "/cy/"),
        ("/admin/", "", "/cy/"),
        ("//elsewhere.example/", "", "/cy/"),
        ("/en//elsewhere.example/", "", "/cy//elsewhere.example/"),
        ('/en/"><b>?#é/', "", "/cy/%22%3E%3Cb%3E%3F%23%C3%A9/"),
    ],
)
def test_the_address_in_another_language(path, query, expected):
    assert frame.in_language(path, query, "cy") == expected


def test_on_a_form_the_switch_sends_what_was_typed():
    request = RequestFactory().get("/en/advice/")
    html = render_to_string("base.html", {"switch_form": "question"}, request)
    button = re.search(r"<button[^>]*>Cymraeg</button>", html)
    assert button
    assert 'form="question" formaction="/cy/advice/" name="switch_language" value="cy" formnovalidate' in button[0]


# Navigation


def test_what_does_not_exist_is_not_linked(client):
    html = get(client, "en", "")
    for link in re.findall(r'<a [^>]*href="(/en/[^"#?]*)', html):
        assert client.get(link).status_code == 200


def test_the_place_one_is_in_is_marked(monkeypatch):
    monkeypatch.setattr(frame, "MAIN", (("about", "pages:about", "About"), ("none", "no:such", "None")))
    with translation.override("en"):
        (link,) = frame.build("/en/about/more/", "").main
    assert link.current
    assert link.url == "/en/about/"


# Text in two languages


def test_a_text_is_shown_in_the_readers_language():
    text = Text("Purpose", "Pwrpas")
    with translation.override("cy"):
        assert plethu_texts.shown(text) == "Pwrpas"
        assert plethu_texts.is_draft(text)
        assert not plethu_texts.is_draft(Text("Purpose", "Pwrpas", "reviewed"))
    with translation.override("en"):
        assert plethu_texts.shown(text) == "Purpose"
        assert not plethu_texts.is_draft(text)


def test_a_text_without_welsh_is_marked_as_english_and_escaped():
    with translation.override("cy"):
        assert plethu_texts.shown(Text("Purpose & <b>")) == '<span lang="en">Purpose &amp; &lt;b&gt;</span>'
        assert plethu_texts.words(Text("Purpose")) == "Purpose"


def test_a_cell_is_escaped():
    assert plethu_texts.cell({"text": "<b>", "href": '"'}) == '<a href="&quot;">&lt;b&gt;</a>'
    html = render_to_string("_components/table.html", {"caption": "C", "columns": ["A"], "rows": [["<script>"], [0]]})
    assert "&lt;script&gt;" in html
    assert '<th scope="row">0</th>' in html


def test_the_draft_mark_is_on_the_welsh_pages_alone(client, settings):
    assert "Draft Welsh" not in get(client, "en", "")
    assert "Cymraeg drafft" in get(client, "cy", "")
    settings.PLETHU_WELSH_REVIEWED = True
    assert "Cymraeg drafft" not in get(client, "cy", "")


# Components


class Question(forms.Form):
    answer = forms.ChoiceField(
        label="Which?", help_text="Any.", choices=[("a", "A"), ("b", "B")], widget=HintedRadios(hints={"a": "First"})
    )


def test_an_error_is_named_at_the_top_and_at_its_field():
    form = Question(data={})
    summary = render_to_string("_components/error_summary.html", {"form": form})
    field = render_to_string("_components/field.html", {"field": form["answer"]})
    (target,) = re.findall(r'href="#([^"]+)"', summary)
    assert f'id="{target}"' in field
    assert 'aria-describedby="id_answer_helptext id_answer_error"' in field
    assert 'id="id_answer_helptext"' in field
    assert 'id="id_answer_error"' in field
    assert '<span class="hint">First</span>' in field


def test_nothing_is_said_of_errors_where_there_are_none():
    assert render_to_string("_components/error_summary.html", {"form": Question(data={"answer": "a"})}).strip() == ""


def test_the_question_can_be_the_heading_of_the_page():
    html = render_to_string("_components/field.html", {"field": Question()["answer"], "page_label": True})
    assert re.search(r'<legend class="page-label"><h1>Which\?</h1></legend>', html)


def test_pages_keep_the_rest_of_the_query():
    request = RequestFactory().get("/en/evidence/?strand=academic&page=2")
    page = Paginator(range(100), 10).page(2)
    html = render_to_string("_components/pagination.html", {"page": page}, request)
    assert 'href="?strand=academic&amp;page=3"' in html
    assert 'aria-current="page" href="?strand=academic&amp;page=2"' in html


def test_one_page_needs_no_pagination():
    request = RequestFactory().get("/")
    html = render_to_string("_components/pagination.html", {"page": Paginator([1], 10).page(1)}, request)
    assert "<nav" not in html


@pytest.mark.parametrize("language", LANGUAGES)
def test_waiting_is_said_in_both_languages(language):
    with translation.override(language):
        html = errors.too_many(RequestFactory().get(f"/{language}/"), wait=3).content.decode()
    assert {"en": "Wait 3 seconds", "cy": "Arhoswch 3 eiliad"}[language] in html


def test_a_failure_needs_no_context_at_all():
    with translation.override("cy"):
        assert "Aeth rhywbeth o’i le" in render_to_string("errors/500.html")
