"""What a protocol says, in words: its differences and doubts as sentences, and the whole of it as Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from plethu.evidence.frozen import Frozen
from plethu.evidence.protocol import TEXTS, Commitment, Protocol, Route, Rule, StrandPlan, Window, label_of, texts_of
from plethu.evidence.protocol_differences import Difference
from plethu.evidence.protocol_doubts import Doubt, doubts
from plethu.evidence.protocol_editing import Way, entry_at
from plethu.evidence.text import NO_TEXT, Language, Text
from plethu.reporting.markdown_lines import markdown_line
from plethu.terms import TERMS
from plethu.wording import say

CODES = {"screening": "screening", "sense": "sense", "kind": "route-kind"}


class ToldDifference(Frozen, frozen=True):
    """One difference in words. `before` and `after` are empty where there is nothing to set side by side."""

    sentence: str
    before: Text = NO_TEXT
    after: Text = NO_TEXT


class ToldDoubt(Frozen, frozen=True):
    """One doubt in words, and the way to the entry it is about."""

    place: str
    sentence: str
    way: Way


def tell_difference(difference: Difference, language: Language) -> ToldDifference:
    """A difference as a sentence, with what stood before and what stands now."""
    where = place_of(difference.way, difference.names, language)
    if difference.field:
        where = " › ".join(filter(None, [where, TERMS[f"protocol.{difference.field}"].text(language)]))
    sentence = say(f"protocol.difference.{difference.kind}", language, where=where)
    if difference.kind != "changed":
        return ToldDifference(sentence)
    return ToldDifference(
        sentence, *(_said(value, difference.field) for value in (difference.before, difference.after))
    )


def tell_doubts(protocol: Protocol, language: Language) -> list[ToldDoubt]:
    """Everything that does not fit together in a protocol or is missing from it, in words."""
    return [_tell_doubt(doubt, protocol, language) for doubt in doubts(protocol)]


def place_of(way: Way, names: Iterable[Text], language: Language) -> str:
    """Where an entry stands: `Strand “Academic research” › Rule “Reviews only”`."""
    parts = []
    for (field, _), name in zip(way, names, strict=True):
        kind, words = TERMS[f"protocol-entry.{field}"].text(language), _short(name.text(language))
        parts.append(f"{kind} “{words}”" if words else kind)
    return " › ".join(parts)


def as_markdown(protocol: Protocol, language: Language, front: Iterable[str] = ()) -> str:
    """The whole protocol as Markdown. `front`: lines under the title, such as version and date.

    What people wrote cannot become markup.
    """
    lines = [f"# {say('protocol.title', language)}", "", *(f"{markdown_line(line)}\n" for line in front)]
    if any(text.is_draft(language) for text in texts_of(protocol)):
        lines += [markdown_line(say("notice.draft-welsh", language)), ""]
    for field in TEXTS[:3]:
        lines += _section(field, [_text(getattr(protocol, field), language)], language)
    defined = [f"- **{_text(d.term, language)}**: {_text(d.meaning, language)}" for d in protocol.definitions]
    lines += _section("definitions", defined, language)
    lines += [f"## {TERMS['protocol.strands'].text(language)}", ""] if protocol.strands else []
    for strand in protocol.strands:
        lines += _strand(strand, language)
    lines += _section("commitments", _commitments(protocol.commitments, language), language)
    lines += _section("updates", [_text(protocol.updates, language)], language)
    lines += _section("open_points", [f"- {_text(point.text, language)}" for point in protocol.open_points], language)
    said = [
        f"- {markdown_line(': '.join(filter(None, [d.place, d.sentence])))}" for d in tell_doubts(protocol, language)
    ]
    lines += [f"## {say('protocol.doubts', language)}", "", *said, ""] if said else []
    return "\n".join(lines).rstrip() + "\n"


def _tell_doubt(doubt: Doubt, protocol: Protocol, language: Language) -> ToldDoubt:
    names = names_on(doubt.way, protocol)
    other = label_of(entry_at(protocol, (("strands", doubt.other),))).text(language) if doubt.other else ""  # type: ignore[arg-type]
    values = {"other": _short(other)} if other else {}
    sentence = say(f"protocol.doubt.{doubt.code}", language, **values)
    return ToldDoubt(place_of(doubt.way, names, language), sentence, doubt.way)


def names_on(way: Way, protocol: Protocol) -> list[Text]:
    """What the entries on a way are called."""
    return [label_of(entry_at(protocol, way[: count + 1])) for count in range(len(way))]  # type: ignore[arg-type]


def _said(value: Text | str, field: str) -> Text:
    if isinstance(value, Text):
        return value
    return TERMS.get(f"{CODES.get(field, '')}.{value}") or Text(value, value, "reviewed")


def _short(words: str, longest: int = 80) -> str:
    words = " ".join(words.split())
    return words if len(words) <= longest else words[: longest - 1].rstrip() + "…"


def _strand(strand: StrandPlan, language: Language) -> Iterator[str]:
    yield from (f"### {_text(strand.name, language) or strand.id}", "")
    if not strand.description.is_empty:
        yield from (_text(strand.description, language), "")
    screening = TERMS[f"screening.{strand.screening}"].text(language)
    how = _text(strand.screening_how, language)
    rows = [
        ("windows", [_window(window, language) for window in strand.windows]),
        ("geography", [_text(strand.geography, language)]),
        ("screening", [f"{screening}: {how}" if how else screening]),
        ("routes", [_route(route, language) for route in strand.routes]),
        ("rules", [_rule(rule, language) for rule in strand.rules]),
    ]
    for field, values in rows:
        if given := [value for value in values if value]:
            yield f"- {TERMS[f'protocol.{field}'].text(language)}"
            yield from (f"  - {value}" for value in given)
    yield ""


def _window(window: Window, language: Language) -> str:
    parts = [_text(window.printed, language), f"`{window.dates}`" if window.dates else ""]
    return " = ".join(filter(None, parts))


def _route(route: Route, language: Language) -> str:
    kind = TERMS[f"route-kind.{route.kind}"].text(language)
    return f"{kind}: {name}" if (name := _text(route.name, language)) else kind


def _rule(rule: Rule, language: Language) -> str:
    words = f"{TERMS[f'sense.{rule.sense}'].text(language)}: {_text(rule.text, language)}"
    who = _text(rule.agreed_by, language)
    return f"{words} ({say('protocol.agreed-by', language, who=who)})" if who else words


def _commitments(commitments: Iterable[Commitment], language: Language) -> list[str]:
    rows = [
        "| " + " | ".join(_text(text, language) for text in (c.value, c.commitment, c.done)) + " |" for c in commitments
    ]
    heads = [TERMS[f"protocol.{field}"].text(language) for field in ("value", "commitment", "done")]
    return [f"| {' | '.join(heads)} |", "|---|---|---|", *rows] if rows else []


def _section(field: str, lines: list[str], language: Language) -> list[str]:
    if not any(lines):
        return []
    return [f"## {TERMS[f'protocol.{field}'].text(language)}", "", *lines, ""]


def _text(text: Text, language: Language) -> str:
    return markdown_line(text.text(language))
