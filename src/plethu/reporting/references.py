"""Sources as references, rendered by citeproc-py in the Harvard style that comes with it."""

from __future__ import annotations

import re
from functools import lru_cache
from html import escape, unescape
from typing import Any

from plethu.evidence.sources import Source
from plethu.framework.edition import Edition

STYLE, LOCALE = "harvard-cite-them-right", "en-GB"  # there is no Welsh locale; titles are in their own language anyway
_EMPHASIS = re.compile(r"(</?(?:i|b|sup|sub)>)")


@lru_cache(maxsize=4)
def references(edition: Edition) -> dict[str, str]:
    """For each source its reference as HTML: escaped text with emphasis at most. Rendered once per edition.

    A source that the processor cannot render is shown as the report prints it, else by its title.
    """
    style = _style()
    return {source.id: _rendered(source, style) for source in edition.sources}


def plain(reference: str) -> str:
    """A reference without its emphasis, for where there is no HTML."""
    return unescape(re.sub(r"<[^>]*>", "", reference))


@lru_cache(maxsize=1)
def _style() -> Any:
    from citeproc import CitationStylesStyle

    return CitationStylesStyle(STYLE, locale=LOCALE, validate=False)


def _rendered(source: Source, style: Any) -> str:
    import warnings

    from citeproc import Citation, CitationItem, CitationStylesBibliography, formatter
    from citeproc.source.json import CiteProcJSON

    if not isinstance(source.csl.get("title"), str):
        return _fallback(source)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about fields it does not know
            items = CiteProcJSON([{**source.csl, "id": source.id}])
            bibliography = CitationStylesBibliography(style, items, formatter.html)
            bibliography.register(Citation([CitationItem(source.id)]))
            entry = str(bibliography.bibliography()[0])
    except Exception:  # whatever is odd in one entry, the others are still shown
        return _fallback(source)
    return _safe(entry) or _fallback(source)


def _safe(entry: str) -> str:
    """Everything escaped but pairs of plain emphasis, since the processor passes markup of titles through."""
    pieces = _EMPHASIS.split(entry.strip())
    paired = re.fullmatch(r"(?:<(\w+)></\1>)*", "".join(pieces[1::2])) is not None
    return "".join(
        (piece if paired else "") if n % 2 else escape(unescape(piece), quote=False) for n, piece in enumerate(pieces)
    )


def _fallback(source: Source) -> str:
    return escape(source.printed.replace(" | ", ". ") or str(source.csl.get("title") or source.id), quote=False)
