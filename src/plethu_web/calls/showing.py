"""What was sent in and what calls say, put into words for pages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any

from django.template.defaultfilters import filesizeformat, linebreaksbr
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.formats import date_format
from django.utils.html import escape, format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from plethu_web.calls.actions import sending
from plethu_web.calls.queries.areas import name_of_tier, names_of_areas
from plethu_web.calls.queries.calls import Call, state_of
from plethu_web.calls.queries.records import LINK
from plethu_web.calls.queries.submissions import Submission, SubmissionFile
from plethu_web.calls.states import MOVES
from plethu_web.calls.vocabulary import (
    KINDS,
    LICENCES,
    REASONS,
    RELEVANCE,
    ROUTES,
    SECTORS,
    USES,
    WRITTEN_IN,
    words_for,
)

# Programs and what carries them: named in words, never refused.
_PROGRAMS = re.compile(
    r"apk|app|bat|bin|cmd|com|cpl|deb|dll|dmg|docm|elf|exe|hta|html?|iso|jar|jse?|lnk|mht|msi|msp|pif|pkg|pptm|ps1|py|reg"
    r"|rpm|scr|sh|svgz?|url|vb|vbe|vbs|wsf|xhtml|xlam|xlsm"
)
_ARCHIVES = re.compile(r"7z|bz2|cab|gz|rar|tar|tgz|xz|zip")


def limits() -> str:
    """How much can be sent, in words."""
    return _("At most %(files)s files, each of up to %(one)s MB, together up to %(time)s MB at a time.") % {
        "files": sending.MOST_FILES,
        "one": sending.LARGEST_FILE // sending.MB,
        "time": sending.MOST_AT_A_TIME // sending.MB,
    }


def remark_on(name: str) -> str:
    """What whoever opens a file of that name should know; empty where there is nothing to say."""
    endings = {suffix.strip(". ").lower() for suffix in PurePosixPath(name).suffixes}
    if any(map(_PROGRAMS.fullmatch, endings)):
        return _("This can be a program or hold one. Open it only if you know what it is.")
    if any(map(_ARCHIVES.fullmatch, endings)):
        return _("This is an archive of files. It can be very much larger once it is unpacked.")
    return ""


def files(row: Submission) -> list[dict[str, Any]]:
    """The files of a submission: name, size in words, remark."""
    return [{"file": file, "size": size_of(file), "remark": remark_on(file.name)} for file in row.files.all()]


def size_of(file: SubmissionFile) -> str:
    """The size of a file in words."""
    return str(filesizeformat(file.size))


def linked(text: str) -> SafeString:
    """A text with its web addresses as links that tell the other site nothing."""
    parts: list[SafeString] = []
    end = 0
    for found in LINK.finditer(text):
        href = found[0].rstrip(".,;)")
        parts += [escape(text[end : found.start()]), _link(href)]
        end = found.start() + len(href)
    return linebreaksbr(format_html_join("", "{}", ((part,) for part in (*parts, escape(text[end:])))))


def _link(href: str) -> SafeString:
    return format_html('<a href="{}" rel="noopener noreferrer nofollow ugc">{}</a>', href, href)


def written(row: Submission, token: str = "") -> list[dict[str, Any]]:
    """What was written, row by row for a summary list; with a key, each row leads to where it can be changed."""
    rows = [{"key": key, **value, **_change(token, page)} for page, key, value in _written(row)]
    return [each for each in rows if token or each.get("value") or each.get("answers")]


def _change(token: str, page: str) -> dict[str, str]:
    return {"href": reverse(f"calls:{page}", args=[token])} if token else {}


def _written(row: Submission) -> Iterator[tuple[str, str, dict[str, Any]]]:
    asks = row.call.asks if row.call else []
    yield "your-words", _("Kind"), {"value": KINDS.get(row.kind, row.kind)}
    yield "your-words", _("Title"), {"value": row.title}
    yield "your-words", _("Story or description"), {"value": linked(row.story)}
    yield "your-words", _("Links"), {"value": linked(row.links)}
    if "place" in asks:
        yield "your-words", _("Place"), {"value": row.place_printed}
    if "date" in asks:
        yield "your-words", _("Date"), {"value": row.date_printed}
    if "involved" in asks:
        yield "your-words", _("Who was involved"), {"value": linebreaksbr(row.involved)}
        yield "your-words", _("Who took part"), {"answers": words_for(SECTORS, row.sectors)}
    if "outcome" in asks:
        yield "your-words", _("What came of it"), {"value": linebreaksbr(row.outcome)}
    yield "your-words", _("Language"), {"value": WRITTEN_IN.get(row.written_in, "")}
    yield "your-files", _("Files"), {"answers": [file.name for file in row.files.all()]}
    yield "your-about", _("How the call came"), {"value": ROUTES.get(row.route, "")}
    yield "your-about", _("Passed on by"), {"value": row.passed_on}
    yield "your-about", _("What may be done with it"), {"answers": words_for(USES, row.uses)}
    yield "your-about", _("Licence"), {"value": LICENCES.get(row.licence, "")}


def person(row: Submission, token: str = "") -> list[dict[str, Any]]:
    """Name and contact of the sender, as further rows."""
    sender = row.sender
    pairs = [(_("Name"), sender.name if sender else ""), (_("Contact"), sender.contact if sender else "")]
    return [{"key": key, "value": value, **_change(token, "your-about")} for key, value in pairs if token or value]


def described(row: Submission) -> list[tuple[str, Any, Any]]:
    """What the team says beside what was written: name, as written, as the team has it."""
    return [
        (_("Place"), row.place_printed, row.place_corrected),
        (_("Tier of the place"), "", name_of_tier(row.tier)),
        (_("Council areas"), "", ", ".join(names_of_areas(row.authorities))),
        (_("Date"), row.date_printed, row.edtf),
        (_("Relevance"), "", RELEVANCE.get(row.relevance, "")),
        (_("Published in the edition"), "", row.published_in),
    ]


def reason(row: Submission) -> str:
    """Why it was set aside."""
    return str(REASONS.get(row.reason, ""))


def moves(call: Call) -> list[tuple[str, Any]]:
    """What the team can do to a call now, with the words of the buttons."""
    return [(code, MOVES[code]) for code in state_of(call).moves]


def poster(call: Call, address: str) -> list[dict[str, Any]]:
    """The call in both languages, for a wall or a message. `address` is where the site stands."""
    sides = []
    for language in ("en", "cy"):
        with translation.override(language):
            sides.append(
                {
                    "lang": language,
                    "title": call.name,
                    "introduction": call.words,
                    "wanted": call.looked_for,
                    "last_day": _("Open until %(day)s") % {"day": date_format(call.closes, "j F Y")},
                    "how": _("No account is needed. Any format: words, links, pictures, film, slides, documents."),
                    "send": _("Send it here:"),
                    "ask": _("Questions: %(contact)s") % {"contact": call.contact},
                    "link": address + reverse("calls:public", args=[call.key]),
                }
            )
    return sides


def messages(sides: list[dict[str, Any]]) -> list[tuple[str, str]]:
    """The poster as a message to copy, in each language in which the call has a title and an introduction."""
    whole = [
        side for side in sides if side["title"].language(side["lang"]) == side["introduction"].language(side["lang"])
    ]
    return [(side["lang"], _message(side)) for side in whole if side["title"].language(side["lang"]) == side["lang"]]


def _message(side: dict[str, Any]) -> str:
    title, introduction = (side[name].text(side["lang"]).strip() for name in ("title", "introduction"))
    first = re.split(r"(?<=[.!?])\s", introduction, maxsplit=1)[0]
    return f"{title}. {first} {side['last_day']}. {side['link']}"


def today() -> str:
    """Today, for the names of files."""
    return timezone.localdate().isoformat()
