"""Keys for matching: the same record from two databases has the same keys, whatever was done to it on the way."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plethu.records.normalising import first_page, folded, keys_of, surnames, title_key
from plethu.records.record import Record


def test_one_record_from_two_databases_has_the_same_keys() -> None:
    one = {
        "type": "article-journal",
        "title": "Sharing a purpose: the Café study [Review] [53 refs]",
        "DOI": "https://doi.org/10.1234/AbC",
        "author": [{"family": "Ó Néill", "given": "Máire"}, {"literal": "Invented Partners"}],
        "page": "0011-19",
        "container-title": "Journal of Invented Studies",
        "ISSN": "1234-567x",
        "issued": {"date-parts": [[2020, 3]]},
        "PMID": "12",
    }
    two = {
        "type": "article",
        "title": "<i>Sharing</i> a Purpose - the cafe study.",
        "DOI": "10.1234/abc",
        "author": [{"family": "O Neill", "given": "M"}, {"literal": "Invented Group"}],
        "page": "11",
        "container-title": "JOURNAL OF INVENTED STUDIES",
        "ISSN": "1234567X",
        "issued": {"date-parts": [["2020"]]},
        "PMID": 12,
    }
    assert keys_of(one) == keys_of(two)
    assert keys_of(one) == keys_of(Record("ris", 1, 1, (), one))


def test_the_keys_of_a_record() -> None:
    keys = keys_of(
        {
            "title": "Part 2: 30 years of β-blockers",
            "container-title": "Journal of Applied Research in Memory and Cognition",
            "author": [{"family": "van der Berg"}],
            "issued": {"date-parts": [[1999]]},
        }
    )
    assert (keys.title, keys.title_digits) == ("part 2 30 years of beta blockers", "2 30")
    assert (keys.journal_initials, keys.surnames, keys.year) == ("jarmc", ("vanderberg",), 1999)
    assert keys_of({"container-title": "J Appl Res Mem Cogn"}).journal_initials == "jarmc"


@pytest.mark.parametrize(
    ("pages", "first"),
    [
        ("11-19", "11"),
        ("pp. 11–19", "11"),
        ("Jan-23", "1"),
        ("12-Mar", "3"),
        ("3-Dec", "3"),
        ("Suppl-41", "s41"),
        ("S41-S45", "s41"),
        ("e0815", "e815"),
        ("007", "7"),
        ("UNSP 1722034", "1722034"),
        ("iv-x", "iv"),
        ("", ""),
    ],
)
def test_first_pages_are_mended(pages: str, first: str) -> None:
    assert first_page(pages) == first


@pytest.mark.parametrize(
    ("title", "key"),
    [
        ("A study [Review] [53 refs]", "a study"),
        ("A study [German].", "a study"),
        ("[Een studie].", "een studie"),
        ("[Review]", "review"),
        ("Health &amp; <b>care</b>", "health care"),
        ("Costs < 5 and > 3", "costs 5 and 3"),
        ("Ærøskøbing, Łódź, straße", "aeroskobing lodz strasse"),
        ("", ""),
    ],
)
def test_titles_are_made_alike(title: str, key: str) -> None:
    assert title_key(title) == key


def test_an_erratum_keeps_what_tells_it_apart() -> None:
    assert title_key("A study [Erratum]") != title_key("Another study")
    assert "erratum" in title_key("Erratum: A study")


def test_nothing_known_is_empty_not_alike() -> None:
    keys = keys_of({"type": "document", "title": "", "author": [], "issued": {"literal": "n.d."}})
    assert (keys.doi, keys.title, keys.surnames, keys.first_page, keys.issn, keys.year) == ("", "", (), "", (), None)


@given(st.text())
def test_folding_twice_is_folding_once_and_accents_and_case_make_no_difference(text: str) -> None:
    once = folded(text)
    assert folded(once) == once
    assert folded(unicodedata.normalize("NFD", text)) == folded(unicodedata.normalize("NFC", text)) == once


@given(st.text(alphabet=st.characters(max_codepoint=0x24F)))
def test_capitals_make_no_difference(text: str) -> None:
    assert folded(text.lower()) == folded(text.upper()) or "ı" in text or "İ" in text or "ŉ" in text


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda c: (
        st.lists(c, max_size=3) | st.dictionaries(st.sampled_from(["family", "literal", "date-parts"]), c, max_size=3)
    ),
    max_leaves=6,
)


@given(
    st.dictionaries(
        st.sampled_from(["title", "author", "issued", "page", "ISSN", "DOI", "PMID", "container-title"]), JSON
    )
)
def test_whatever_stands_in_a_record_keys_are_made(csl: dict[str, object]) -> None:
    keys_of(csl)
    surnames(csl.get("author"))
