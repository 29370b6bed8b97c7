"""The frame around every page: where one can go, in which languages, and which version this is."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from django.conf import settings
from django.urls import NoReverseMatch, get_script_prefix, reverse
from django.utils.encoding import escape_uri_path
from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from plethu import __version__

# A word for templates, the name of an address, and a label. What does not exist is not linked.
MAIN = (
    ("advice", "advice:start", _("Advice")),
    ("actions", "evidence:actions", _("Actions")),
    ("evidence", "evidence:findings", _("Evidence")),
    ("places", "evidence:places", _("Places")),
    ("sources", "evidence:sources", _("Sources")),
    ("methods", "evidence:methods", _("Methods")),
    ("relations", "evidence:relations", _("Relations")),
    ("glossary", "evidence:glossary", _("Glossary")),
)
FOOT = (
    ("workshops", "workshops:door", _("Come to a workshop")),
    ("about", "pages:about", _("About")),
    ("accessibility", "pages:accessibility", _("Accessibility")),
    ("privacy", "pages:privacy", _("Privacy")),
    ("api", "api:openapi-view", _("API for developers")),
    ("gallery", "pages:gallery", _("Components")),
)
# Beside the languages: for a visitor, and for somebody who is signed in.
VISITOR = (("sign-in", "account_login", _("Sign in")),)
SIGNED_IN = (
    ("reviews", "reviews:mine", _("Reviews")),
    ("account", "accounts:account", _("Your account")),
    ("sign-out", "account_logout", _("Sign out")),
)


@dataclass(frozen=True, slots=True)
class Link:
    """A place one can go."""

    code: str
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
    person: tuple[Link, ...]
    languages: tuple[LanguageLink, ...]
    version: str
    draft_welsh: bool

    @property
    def urls(self) -> dict[str, str]:
        """Addresses of the places that exist, for templates: `{% if site.urls.actions %}`."""
        return {link.code: link.url for link in (*self.main, *self.foot)}


def build(path: str, query: str, *, signed_in: bool = False) -> Frame:
    """The frame for the page at `path`."""
    return Frame(
        main=_links(MAIN, path),
        foot=_links(FOOT, path),
        person=_links(SIGNED_IN if signed_in else VISITOR, path),
        languages=tuple(
            LanguageLink(code, name, in_language(path, query, code), code == get_language())
            for code, name in settings.LANGUAGES
        ),
        version=__version__,
        draft_welsh=get_language() == "cy" and not settings.PLETHU_WELSH_REVIEWED,
    )


def in_language(path: str, query: str, code: str) -> str:
    """The address of the same page in another language. Only the first part of a page's path names the language."""
    first, slash, rest = path.removeprefix("/").partition("/")
    tail = rest if slash and first in dict(settings.LANGUAGES) else ""
    return escape_uri_path(f"/{code}/{tail}") + (f"?{query}" if query else "")


def _links(places: tuple[tuple[str, str, Promise], ...], path: str) -> tuple[Link, ...]:
    found = ((code, label, _address(name)) for code, name, label in places)
    return tuple(Link(code, label, url, path.startswith(url)) for code, label, url in found if url)


def _address(name: str) -> str:
    return _reversed(name, get_language() or "", get_script_prefix(), settings.ROOT_URLCONF)


@lru_cache(maxsize=256)
def _reversed(name: str, *_where: object) -> str:
    try:
        return reverse(name)
    except NoReverseMatch:
        return ""
