"""The web page: one file, nothing fetched, marked up for reading aloud."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from axe_playwright_python.sync_playwright import Axe

from plethu.reporting.documents.html import as_html

from .told_sample import told, with_nothing

HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(1)>\"'&"


class Tags(HTMLParser):
    """Collects the start tags of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, dict(attrs)))


@pytest.mark.parametrize("text", [as_html(told("cy", hostile=HOSTILE)), as_html(told("en")), as_html(with_nothing())])
def test_nothing_runs_and_nothing_is_fetched(text):
    tags = Tags(text).found
    assert not {tag for tag, _ in tags} & {"script", "img", "link", "iframe", "object", "form", "base"}
    assert not any(name.startswith("on") or name in ("src", "style") for _, attrs in tags for name in attrs)
    assert all(attrs["href"].startswith("#") for tag, attrs in tags if tag == "a")
    assert not re.search(r"url\(|@import|https?:", text)
    assert "default-src 'none'" in text


def test_it_says_in_which_language_it_is_and_where_words_are_in_the_other():
    text = as_html(told("cy"))
    assert '<html lang="cy">' in text
    assert re.search(r'<span lang="en"> ?Formal roles help', text)
    assert 'lang="cy"' not in as_html(told("en")).replace('<html lang="en">', "")


def test_headings_follow_each_other():
    levels = [int(tag[1]) for tag, _ in Tags(as_html(told())).found if re.fullmatch(r"h[1-6]", tag)]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_tables_have_headers_and_captions():
    tags = Tags(as_html(told())).found
    tables = sum(tag == "table" for tag, _ in tags)
    assert tables == 22
    assert sum(tag == "caption" for tag, _ in tags) == tables
    assert {attrs["scope"] for tag, attrs in tags if tag == "th"} == {"col", "row"}


@pytest.mark.parametrize("language", ["en", "cy"])
def test_a_browser_finds_no_fault_with_it(chromium, language):
    page = chromium.new_page(viewport={"width": 320, "height": 700})
    page.set_content(as_html(told(language, few=True)))
    wide = page.evaluate("document.documentElement.scrollWidth")
    found = Axe().run(page, options={"resultTypes": ["violations"]})
    page.close()
    assert wide <= 320
    assert found.violations_count == 0, found.generate_report()
