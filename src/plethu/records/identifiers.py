"""Identifiers found in fields that hold them in many guises: DOI, PMID, PMCID, ISSN, ISBN."""

from __future__ import annotations

import re
from urllib.parse import unquote

_DOI = re.compile(r"10\.[0-9]{4,9}(?:\.[0-9]+)*/[^\s\"<>]+", re.I)
_DOI_ADDRESS = re.compile(r"^\s*(?:https?://)?(?:dx\.|www\.)?doi\.org/", re.I)
_ISSN = re.compile(r"(?:(?<![\w-])|(?<=ISSN-))([0-9]{4})[-‐–]?([0-9]{3}[0-9Xx])(?![\w-])")
_ISBN = re.compile(r"(?<![\w-])(97[89](?:[- ]?[0-9]){10}|[0-9](?:[- ]?[0-9]){8}[- ]?[0-9Xx])(?![\w-])")


def doi_of(text: str) -> str:
    """The first DOI in a text, without prefix or address; empty if there is none. Letters keep their case."""
    if "%2" in text:
        text = unquote(text)
    found = _DOI.search(text)
    if not found:
        return ""
    doi = re.split(r"[?&](?:utm_|via=)", found[0])[0].rstrip(".,;:'*")
    return _without_open_brackets(doi)


def doi_of_address(address: str) -> str:
    """The DOI of an address at doi.org; empty for any other."""
    return doi_of(address) if _DOI_ADDRESS.match(address) else ""


def pmid_of(text: str) -> str:
    """A PubMed number: digits, with or without a prefix; empty if the text is anything else."""
    found = re.fullmatch(r"\s*(?:PMID|MEDLINE|PubMed(?: ID)?)?[:\s]*([1-9][0-9]{0,8})\s*(?:\[.*\])?\s*", text, re.I)
    return found[1] if found else ""


def pmcid_of(text: str) -> str:
    """A PubMed Central number with its prefix; empty if there is none."""
    found = re.fullmatch(r"\s*(?:PMCID[:\s]*)?(PMC[0-9]{1,9})(?:\.[0-9]+)?\s*(?:\[.*\])?\s*", text, re.I)
    return found[1].upper() if found else ""


def issns_of(text: str) -> list[str]:
    """The ISSNs in a text as `1234-567X`, each once."""
    return list(dict.fromkeys(f"{first}-{last.upper()}" for first, last in _ISSN.findall(text)))


def isbns_of(text: str) -> list[str]:
    """The ISBNs in a text, of ten or thirteen digits without hyphens, each once."""
    return list(dict.fromkeys(re.sub(r"[- ]", "", found).upper() for found in _ISBN.findall(text)))


def _without_open_brackets(doi: str) -> str:
    """A closing bracket belongs to the sentence around a DOI where none was opened inside."""
    for opening, closing in ("()", "[]", "{}"):
        while doi.endswith(closing) and doi.count(closing) > doi.count(opening):
            doi = doi[:-1].rstrip(".,;:")
    return doi
