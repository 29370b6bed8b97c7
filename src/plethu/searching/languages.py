"""Names of languages as the platforms write them, in English, and their ISO 639-1 codes."""

from __future__ import annotations

_LISTED = (
    "cy Welsh; en English; ar Arabic; bg Bulgarian; ca Catalan; cs Czech; da Danish; de German; el Greek; es "
    "Spanish; et Estonian; eu Basque; fa Persian; fi Finnish; fr French; ga Irish; gd Gaelic; gl Galician; he "
    "Hebrew; hi Hindi; hr Croatian; hu Hungarian; id Indonesian; is Icelandic; it Italian; ja Japanese; ko Korean; "
    "lt Lithuanian; lv Latvian; nl Dutch; no Norwegian; pl Polish; pt Portuguese; ro Romanian; ru Russian; sk "
    "Slovak; sl Slovenian; sr Serbian; sv Swedish; th Thai; tr Turkish; uk Ukrainian; ur Urdu; vi Vietnamese; zh "
    "Chinese"
)
NAMES = {pair[:2]: pair[3:] for pair in _LISTED.split("; ")}
CODES = {name.lower(): code for code, name in NAMES.items()}
THREE = {"eng": "en", "wel": "cy", "cym": "cy", "fre": "fr", "fra": "fr", "ger": "de", "deu": "de", "spa": "es"}


def code_of(name: str) -> str:
    """The code of a language by its English name, its two letters or the usual three; empty where it is not known."""
    name = name.lower()
    return CODES.get(name) or (name if name in NAMES else THREE.get(name, ""))
