"""What the tests of the evidence pages share: the pages, and how to read one."""

from __future__ import annotations

import re
from html import unescape

from django.test import Client

from plethu.framework.editions import default_edition

LANGUAGES = ["en", "cy"]
EDITION = default_edition()
LISTS = [
    "actions/",
    "evidence/",
    "evidence/?strand=workshop&stance=challenged",
    "evidence/?q=nothing+says+this",
    "evidence/workshop/",
    "relations/",
    "relations/tensions/",
    "places/",
    "sources/",
    "methods/",
    "methods/open-points/",
    "methods/desk/",
    "methods/welsh/",
    "glossary/",
    "concepts/",
]
ONES = [
    "actions/systems-thinking-and-mapping/",
    "actions/fundraising/",
    "evidence/F001/",
    "evidence/F134/",
    "relations/Q003/",
    "places/authority/W06000002/",
    "places/authority/W06000018/",
    "places/case/CS31/",
    "places/case/CS57/",
    "sources/A01/",
    "sources/G05/",
]
PAGES = LISTS + ONES


def visitor(address: str = "198.51.100.1") -> Client:
    """A visitor with an address of their own, so that no test uses up what another may ask for."""
    return Client(REMOTE_ADDR=address)


def html_of(path: str, language: str = "en", **headers: str) -> str:
    """The page at a path, which has to be there."""
    response = visitor().get(f"/{language}/{path}", headers=headers)
    assert response.status_code == 200, path
    return response.content.decode()


def words_of(html: str) -> str:
    """The text of a page, in one line."""
    main = html[html.find("<main") :] if "<main" in html else html
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", main)))


def listed(html: str) -> list[str]:
    """The ids of the findings in the results of a search."""
    results = html[html.find('id="results"') :] if 'id="results"' in html else html
    return re.findall(r'<a class="id" href="[^"]*/evidence/(F\d+)/"', results)
