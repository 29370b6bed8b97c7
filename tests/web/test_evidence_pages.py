"""Every page of the evidence: there in both languages, well formed, and every link on it leads somewhere."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from html import unescape
from urllib.parse import urldefrag

import pytest

from tests.web.evidence_pages import EDITION, LANGUAGES, PAGES, html_of, visitor, words_of


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_well_formed(path, language):
    html = html_of(path, language)
    assert html.count("<h1") == 1
    ranks = [int(rank) for rank in re.findall(r"<h([1-6])[ >]", html)]
    assert all(after - before <= 1 for before, after in itertools.pairwise(ranks))
    assert not [id for id, count in Counter(re.findall(r'\sid="([^"]+)"', html)).items() if count > 1]
    assert not re.search(r"\sstyle=|\son\w+=|<style|javascript:", html)
    assert re.search(r'<meta name="description" content="[^"]{15,}">', html)
    assert re.search(r"<title>[^<]{5,} – Plethu</title>", html)
    assert re.search(r'<link rel="canonical" href="http://testserver/\w\w/', html)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", PAGES)
def test_a_page_says_how_to_cite_it_and_whose_words_these_are(path, language):
    html = html_of(path, language)
    assert f'href="http://testserver/{language}/{path.partition("?")[0]}"' in html
    assert EDITION.hash[:16] in html
    assert EDITION.notice.text(language)[:40] in unescape(html)


@pytest.mark.parametrize("path", PAGES)
def test_english_on_a_welsh_page_is_marked(path):
    html = html_of(path, "cy")
    words = unescape(re.sub(r'<(\w+)[^>]* lang="en"[^>]*>.*?</\1>', " ", html[html.find("<main") :], flags=re.DOTALL))
    english = [f.statement.en for f in EDITION.findings] + [case.title for case in EDITION.case_studies]
    assert not [text for text in english if len(text) > 25 and text in words and "Môn" not in text]


@pytest.mark.parametrize("path", ["evidence/", "actions/grant-funding/", "evidence/F001/", "methods/desk/"])
def test_a_welsh_page_says_once_that_parts_are_english(path):
    assert words_of(html_of(path, "cy")).count("Yn Saesneg. Nid oes testun Cymraeg") == 1
    assert "In English." not in words_of(html_of(path, "en"))


def test_a_page_whose_only_english_is_as_printed_says_nothing():
    assert "Nid oes testun Cymraeg" not in words_of(html_of("glossary/", "cy"))


def test_every_entry_has_its_page():
    visit = visitor("198.51.100.2")
    paths = [
        *(f"actions/{action.id}/" for action in EDITION.actions),
        *(f"evidence/{finding.id}/" for finding in EDITION.findings),
        *(f"relations/{relation.id}/" for relation in EDITION.relations),
        *(f"places/authority/{authority.code}/" for authority in EDITION.authorities),
        *(f"places/case/{case.id}/" for case in EDITION.case_studies),
        *(f"sources/{source.id}/" for source in EDITION.sources),
    ]
    assert len(paths) == 21 + 280 + 115 + 22 + 73 + 104
    # In Welsh every seventh; that all are there in English is seen where every link is followed.
    assert not [path for path in paths[::7] if visit.get(f"/cy/{path}").status_code != 200]


def test_every_link_leads_somewhere_and_every_part_named_is_there():
    visit = visitor("198.51.100.3")
    pages: dict[str, str] = {}
    waiting = [f"/en/{path}" for path in PAGES]
    named: set[tuple[str, str, str]] = set()
    while waiting:
        address = waiting.pop()
        if address in pages:
            continue
        response = visit.get(address)
        assert response.status_code == 200, address
        page = pages[address] = "" if response.headers.get("Content-Disposition") else response.content.decode()
        main = page[page.find("<main") : page.find("</main>")]
        for link in map(unescape, re.findall(r'href="([^"]+)"', main)):
            path, fragment = urldefrag(link)
            if fragment:
                named.add((path or address, fragment, address))
            if path.startswith("/en/") and path not in pages and len(pages) < 1200:
                waiting.append(path)
    assert not [(path, part, on) for path, part, on in sorted(named) if f'id="{part}"' not in pages.get(path, "")]


@pytest.mark.parametrize("path", ["evidence/F012/", "about/"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_publisher_of_the_report_is_one_link_away(path, language):
    assert '<a href="https://wcpp.org.uk/" rel="external">' in html_of(path, language)


def test_a_citation_names_the_statement_and_the_report():
    html = html_of("evidence/F012/")
    cite = unescape(words_of(html[html.find('<section class="cite') :]))
    assert EDITION.citation in cite
    assert next(f for f in EDITION.findings if f.id == "F012").statement.en in cite


def test_strands_without_findings_are_explained_and_not_offered():
    html = html_of("evidence/")
    assert "The report tells the findings of these together, as Main review:" in words_of(html)
    assert '<option value="academic"' not in html
    assert '<option value="academic" selected' in html_of("evidence/?strand=academic")


def test_the_rule_of_tiers_and_the_arrows_are_explained():
    assert "These places count as regional:" in words_of(html_of("places/"))
    assert "An arrow points from what comes first to what needs it." in words_of(html_of("relations/"))
