"""Strategies and versions laid out for pages."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from plethu.reporting.search_reading_aloud import Aloud, read_aloud
from plethu.searching.cleaning import clean
from plethu.searching.platforms import platform
from plethu.searching.reading import read
from plethu.searching.strategy import formula_of
from plethu.searching.tree import Line
from plethu.wording import say
from plethu_web.pages.templatetags.plethu_texts import reading
from plethu_web.reviews.queries.reviews import Access
from plethu_web.strategies.blocks import Block
from plethu_web.strategies.marked import Mark, marked
from plethu_web.strategies.models import Strategy, Version
from plethu_web.strategies.opened import Opened
from plethu_web.strategies.queries.strategies import blocks_of, latest, version_of
from plethu_web.strategies.queries.terms import waiting
from plethu_web.strategies.understanding import Understood, sentence, underlined, understand

CHANGES: dict[str, Promise] = {
    "made": _("Made"),
    "block-added": _("Added block %(block)s"),
    "block-changed": _("Changed block %(block)s"),
    "block-moved": _("Moved block %(block)s"),
    "block-removed": _("Removed block %(block)s"),
    "formula": _("Changed the formula"),
    "term": _("Added a term to block %(block)s"),
    "restored": _("Brought version %(block)s back"),
}


def listed(access: Access, strategies: Iterable[Strategy]) -> Iterator[dict[str, Any]]:
    """The list of strategies, each with how far it is."""
    open_terms = waiting(access)
    for strategy in strategies:
        version = latest(strategy)
        yield {
            "strategy": strategy,
            "platform": platform(strategy.platform).name,
            "version": version,
            "blocks": len(version.blocks),
            "waiting": open_terms.get(strategy.pk, 0),
        }


def whole(strategy: Strategy, version: Version) -> dict[str, Any]:
    """A version for its page: blocks with what they find in plain words, the formula, what cannot be read."""
    understood = understand(strategy, version)
    blocks = [
        {"block": block, "aloud": aloud_of(strategy, block), "faults": _faults(understood, block)}
        for block in blocks_of(version)
    ]
    formula = clean(version.formula).text
    return {
        "blocks": blocks,
        "understood": understood,
        "mended": mended(version),
        "joining": _joining(understood),
        "formula_faults": [
            {"text": sentence(fault), "shown": underlined(formula, fault)}
            for fault in understood.faults
            if not fault.block
        ],
    }


def _joining(understood: Understood) -> str:
    """The name of the last block where it joins others, so that it stands for the whole without a formula."""
    strategy = understood.strategy
    if strategy is None or strategy.formula or len(strategy.blocks) < 2:
        return ""
    whole = formula_of(strategy)
    return whole.name if isinstance(whole, Line) else ""


def mended(version: Version) -> list[str]:
    """What was put right in the pasted text while reading it, each kind with how often."""
    changes = clean(version.pasted).changes
    return [say(f"search.cleaned.{kind}", reading(), count=count) for kind, count in changes.items()]


def _faults(understood: Understood, block: Block) -> list[dict[str, Any]]:
    text = clean(block.text).text
    asked = [*understood.faults, *understood.remarks]
    return [
        {"text": sentence(fault), "shown": underlined(text, fault), "is_fault": fault in understood.faults}
        for fault in asked
        if fault.block == block.name
    ]


def aloud_of(strategy: Strategy, block: Block) -> Aloud | None:
    """What a block finds, in plain words; None where it is empty or cannot be read."""
    tree = read(block.text, strategy.platform).tree if block.text.strip() else None
    return read_aloud(tree, reading()) if tree else None


def change_words(version: Version) -> str:
    """What a version changed, in a few words."""
    return str(CHANGES.get(version.change, version.change)) % {"block": version.block}


def told_versions(versions: Iterable[Version]) -> list[dict[str, Any]]:
    """Versions for a list."""
    return [{"version": version, "words": change_words(version)} for version in versions]


def differences(old: Version, new: Version) -> list[dict[str, Any]]:
    """Two versions part by part, in the order of the newer one, then what is gone; what differs is marked."""
    before, after = ({block.key: block for block in blocks_of(version)} for version in (old, new))
    rows = [_row(before.get(key), after.get(key)) for key in (*after, *(key for key in before if key not in after))]
    return [*rows, _compared({"name": _("Formula")}, old.formula, new.formula)]


def _row(before: Block | None, after: Block | None) -> dict[str, Any]:
    shown = after or before
    assert shown is not None
    head = {"name": shown.name, "title": shown.title, "is_new": before is None, "is_gone": after is None}
    return _compared(head, _laid(before), _laid(after))


def _laid(block: Block | None) -> str:
    if block is None:
        return ""
    heading = " ".join(filter(None, (f"{block.name}.", block.title)))
    return "\n".join(filter(None, (heading, block.text, block.remarks)))


def _compared(head: dict[str, Any], old: str, new: str) -> dict[str, Any]:
    before, after = sides(old, new)
    return {**head, "old": before, "new": after, "is_changed": old != new}


def sides(old: str, new: str) -> tuple[SafeString, SafeString]:
    """Two texts, each with the words marked that the other one does not have there."""
    words = [_words(old), _words(new)]
    matcher = SequenceMatcher(None, words[0], words[1])  # passes over what is everywhere, so that it stays quick
    marks: tuple[list[Mark], list[Mark]] = ([], [])
    for tag, *ends in matcher.get_opcodes():
        if tag == "equal":
            continue
        for side, (first, last) in enumerate(((ends[0], ends[1]), (ends[2], ends[3]))):
            start = sum(map(len, words[side][:first]))
            end = start + sum(map(len, words[side][first:last]))
            if end > start:
                marks[side].append(Mark(start, end))
    return marked(old, marks[0]), marked(new, marks[1])


MOST_WORDS = 4000  # more are compared line by line
_PIECE = re.compile(r'(?:"[^"\n]*"|\S+)(?:\s+(?:AND|OR|NOT)\b)?\s*|\s+')


def _words(text: str) -> list[str]:
    """A text cut into words and phrases, each with the operator after it."""
    words = _PIECE.findall(text)
    return words if len(words) <= MOST_WORDS else text.splitlines(keepends=True)


def conflict(found: Opened, form: forms.Form | None, now: Version) -> dict[str, Any]:
    """What the page of a conflict shows: who saved what since, and what was typed, to be sent again."""
    read_from = form.cleaned_data["expected"] if form is not None else now.number
    old = version_of(found.strategy, read_from) if 0 < read_from < now.number else now
    fields: Sequence[tuple[str, Any]] = ()
    if form is not None:
        fields = [(name, value) for name, value in form.cleaned_data.items() if name != "expected"]
    return {
        "now": now,
        "now_words": change_words(now),
        "rows": [row for row in differences(old, now) if row["is_changed"]],
        "fields": fields,
    }
