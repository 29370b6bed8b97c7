"""What is known of how a platform is searched, in words: one fact after the other, each with its source."""

from __future__ import annotations

from collections.abc import Iterator

from plethu.evidence.frozen import Frozen
from plethu.evidence.text import Language
from plethu.reporting.search_findings import printed
from plethu.searching.platforms import Named, Platform, Proximity, Source
from plethu.searching.tree import MAYBE, ONE, Fields
from plethu.wording import has, say

EXAMPLE = 2  # words between, in examples of a distance
_SLOP, _FIELD = '"a b"~{n}', '"a b"[tiab:~{n}]'


class Fact(Frozen, frozen=True):
    """One rule: `text` is how it is typed or what it means, `source` the id of the source that says so."""

    id: str
    label: str
    text: str
    source: str = ""
    contested: bool = False


class ToldPlatform(Frozen, frozen=True):
    """A platform in words. `checked` says when somebody last went through its rules."""

    id: str
    name: str
    checked: str
    reads: bool
    facts: tuple[Fact, ...]
    sources: tuple[Source, ...]

    def fact(self, id: str) -> Fact:
        """The fact of that id. Raises StopIteration where it is not told of this platform."""
        return next(fact for fact in self.facts if fact.id == id)


def tell_platform(rules: Platform, language: Language) -> ToldPlatform:
    """All that is known of a platform. The sources say what they say in English."""
    facts = (
        Fact(id, _say(id, language), text, source, contested)
        for id, text, source, contested in (
            *_distances(rules, language),
            *_words(rules, language),
            *_fields(rules, language),
            *_limits(rules, language),
        )
    )
    checked = _say("checked", language, date=printed(rules.checked, language))
    return ToldPlatform(rules.id, rules.name, checked, rules.reads, tuple(facts), rules.sources)


_Fact = tuple[str, str, str, bool]


def _distances(rules: Platform, language: Language) -> Iterator[_Fact]:
    none = _say("none", language)
    if rules.near.style != "operator":
        form = (_SLOP if rules.near.style == "slop" else _FIELD).format(n=EXAMPLE)
        yield "near", form, rules.near.source, False
        yield "near-ordered", none, rules.near.source, False
        return
    for id, ordered in (("near", False), ("near-ordered", True)):
        here = [each for each in rules.proximity if each.ordered is ordered]
        text = ", ".join(_distance(each, language) for each in here) or none
        sources = ", ".join(dict.fromkeys(each.source for each in here if each.source))
        yield id, text, sources, any(each.contested for each in here)
    for each in rules.proximity:
        if each.bare:
            text = _say("bare-means", language, word=each.bare.word, n=each.bare.n)
            yield "near-bare", text, each.source, each.contested
    if rules.near.groups_contested:
        yield "near-groups", _say("groups-contested", language), rules.near.source, True


def _distance(each: Proximity, language: Language) -> str:
    if each.only is not None:
        return _say("next-to", language, operator=each.write)
    return each.write.format(n=EXAMPLE + each.more)


def _words(rules: Platform, language: Language) -> Iterator[_Fact]:
    rule, signs = rules.unquoted, rules.wildcards
    code = f"pair-{rule.joined}"
    yield "pair", _say(code, language, **({"k": rule.k} if rule.joined == "near" else {})), rule.source, rule.contested
    any_letters = [sign for sign, (least, most) in signs.signs.items() if (least, most) == (0, -1)]
    limited = [
        f"{sign} ({_say('at-most', language, most=most)})" for sign, (_, most) in signs.signs.items() if most > 1
    ]
    for id, found in (
        ("letters", any_letters or limited),
        ("one-letter", [sign for sign in signs.signs if signs.meaning(sign) == ONE]),
        ("letter-or-none", [sign for sign in signs.signs if signs.meaning(sign) == MAYBE]),
    ):
        contested = any(sign in signs.contested for sign in found)
        yield id, " ".join(found) or _say("none", language), signs.source, contested
    if signs.stem > 1:
        yield "stem", str(signs.stem), signs.source, False
    nowhere = [name for name in ("end_only", "in_quotes", "leading") if getattr(signs, name) is (name == "end_only")]
    if nowhere:
        said = "; ".join(_say(f"sign-{name.replace('_', '-')}", language) for name in nowhere)
        yield "signs-not", said, signs.source, False


def _fields(rules: Platform, language: Language) -> Iterator[_Fact]:
    order = "; ".join(_step(rules, step, language) for step in rules.operators.order)
    yield "order", order, rules.operators.source, False
    yield "fields", named_fields(rules.fields.default, language), rules.fields.source, False
    codes = ", ".join(tag.tag for tag in rules.fields.tags if tag.written)
    yield "field-codes", codes, rules.fields.source, False


def _step(rules: Platform, step: tuple[str, ...], language: Language) -> str:
    """Operators that are worked out together, as they are written."""
    operators: dict[str, Named] = {"and": "and", "or": "or", "not": "not"}
    spelled = [rules.operators.spelled(operators[name]).upper() for name in step if name in operators]
    return " = ".join([*([_say("distances", language)] if "near" in step else []), *spelled])


def named_fields(fields: Fields, language: Language) -> str:
    """Fields by their names, in a fixed order."""
    if "all" in fields:
        return _say("everything", language)
    codes = (f"search.run-field.{name}" for name in ("title", "abstract", "keywords", "headings", *sorted(fields)))
    return ", ".join(dict.fromkeys(say(code, language) for code in codes if code[17:] in fields and has(code)))


def _limits(rules: Platform, language: Language) -> Iterator[_Fact]:
    headings = ", ".join(dict.fromkeys(form.write for form in rules.headings if form.write))
    yield "headings", headings or _say("none", language), "", False
    dates = [form for form in rules.dates if form.write]
    text = ", ".join(form.write for form in dates) or _say("on-screen", language)
    yield "dates", text, ", ".join({form.source: "" for form in dates if form.source}), any(d.contested for d in dates)
    yield "lines", rules.lines.write.format(name=1) if rules.lines.write else _say("none", language), "", False


def _say(code: str, language: Language, **values: object) -> str:
    return say(f"search.platform.{code}", language, **values)
