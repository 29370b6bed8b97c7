"""The frame around every page: where one can go, in which languages, and which version this is."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings
from django.urls import NoReverseMatch, reverse
from django.utils.encoding import escape_uri_path
from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from plethu import __version__

# The name of an address and its label. What does not exist is not linked.
MAIN = (
    ("advice:start", _("Advice")),
    ("frameworks:actions", _("Actions")),
    ("frameworks:evidence", _("Evidence")),
    ("frameworks:places", _("Places")),
    ("frameworks:sources", _("Sources")),
    ("frameworks:methods", _("Methods")),
    ("frameworks:relations", _("Relations")),
    ("frameworks:glossary", _("Glossary")),
)
FOOT = (
    ("pages:about", _("About")),
    ("pages:accessibility", _("Accessibility")),
    ("pages:privacy", _("Privacy")),
    ("api:openapi-view", _("API for developers")),
    ("pages:gallery", _("Components")),
)


@dataclass(frozen=True, slots=True)
class Link:
    """A place one can go. `name` is that of its address, so that a template can ask for one."""

    name: str
    label: str | Promise
    url: str
    current: bool


@dataclass(frozen=True, slots=True)
class LanguageLink:
    """This page in a language, named in itself."""

    code: str
    name: str
    url: str
    current: bool


@dataclass(frozen=True, slots=True)
class Frame:
    """What base.html shows around a page."""

    main: tuple[Link, ...]
    foot: tuple[Link, ...]
    languages: tuple[LanguageLink, ...]
    version: str
    draft_welsh: bool

    @property
    def urls(self) -> dict[str, str]:
        """Addresses of the main places that exist, by the last part of their name: `site.urls.actions`."""
        return {link.name.partition(":")[2]: link.url for link in (*self.main, *self.foot)}


def build(path: str, query: str) -> Frame:
    """The frame for the page at `path`."""
    return Frame(
        main=_links(MAIN, path),
        foot=_links(FOOT, path),
        languages=tuple(
            LanguageLink(code, name, in_language(path, query, code), code == get_language())
            for code, name in settings.LANGUAGES
        ),
        version=__version__,
        draft_welsh=get_language() == "cy" and not getattr(settings, "PLETHU_WELSH_REVIEWED", False),
    )


def in_language(path: str, query: str, code: str) -> str:
    """The address of the same page in another language. Only the first part of a page's path names the language."""
    first, slash, rest = path.removeprefix("/").partition("/")
    tail = rest if slash and first in dict(settings.LANGUAGES) else ""
    return escape_uri_path(f"/{code}/{tail}") + (f"?{query}" if query else "")


def _links(places: tuple[tuple[str, Promise], ...], path: str) -> tuple[Link, ...]:
    found = ((name, label, _address(name)) for name, label in places)
    return tuple(Link(name, label, url, path.startswith(url)) for name, label, url in found if url)


def _address(name: str) -> str:
    try:
        return reverse(name)
    except NoReverseMatch:
        return ""
