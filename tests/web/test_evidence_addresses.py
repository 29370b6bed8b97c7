"""What an address may ask for, and what it gets where there is nothing or where it is malformed."""

from __future__ import annotations

import pytest

from tests.web.evidence_pages import LANGUAGES, PAGES, visitor

NOT_THERE = [
    "actions/no-such-action/",
    "actions/GRANT-FUNDING/",
    "evidence/F999/",
    "evidence/f001/",
    "evidence/Q001/",
    "evidence/findings.xlsx",
    "relations/Q999/",
    "relations/F001/",
    "places/authority/E06000001/",
    "places/case/CS74/",
    "places/nowhere/",
    "sources/CS01/",
    "methods/other/",
    "glossary/trust/",
]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", NOT_THERE)
def test_what_is_not_there_is_not_found(path, language):
    response = visitor().get(f"/{language}/{path}")
    assert response.status_code == 404
    assert f'<html lang="{language}">' in response.content.decode()


@pytest.mark.parametrize("path", PAGES)
def test_pages_are_only_read(path):
    assert visitor().post(f"/en/{path}").status_code == 405
    head = visitor().head(f"/en/{path}")
    assert head.status_code == 200
    assert head.content == b""


@pytest.mark.parametrize("path", ["evidence/", "relations/", "sources/", "places/"])
@pytest.mark.parametrize(
    "query",
    [
        "q=%F0%9F%90%9D",
        "q=%ff%fe",
        "q=%E2%80%AE",
        "page=%C2%B2",
        "page=99999999999999999999",
        "kind=&basis=&strand=&stance=",
        "strand=review&strand=workshop",
        "condition=maturity:",
        "condition=:::",
        "=&&==",
        "q=" + "a" * 4000,
    ],
)
def test_odd_queries_are_no_error(path, query):
    joined = f"{path}{'&' if '?' in path else '?'}{query}"
    assert visitor("198.51.100.4").get(f"/en/{joined}").status_code == 200


@pytest.mark.parametrize("path", ["evidence/?q=%00", "evidence/F001%00/", "relations/?kind=a%00b", "sources/?q=x%00"])
def test_a_nul_is_refused(path):
    assert visitor().get(f"/en/{path}").status_code == 400


def test_the_bare_address_goes_to_a_language():
    response = visitor().get("/evidence/F001/")
    assert response.status_code == 302
    assert response["Location"] in ("/en/evidence/F001/", "/cy/evidence/F001/")
