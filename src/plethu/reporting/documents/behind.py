"""All that lies behind what is said of one action: for the appendix, which can be left out."""

from __future__ import annotations

from collections.abc import Iterator

from plethu.evidence.text import Language
from plethu.reporting.documents.grounds import REPORT, Grounds, item
from plethu.reporting.documents.labels import label
from plethu.reporting.documents.of_action import part
from plethu.reporting.documents.parts import Block, Bullets, Heading, Item, Paragraph, Table, line, listed, run
from plethu.reporting.saying import say
from plethu.reporting.told import ToldAction, ToldCase, ToldPractice, ToldTension, Words
from plethu.terms import TERMS


def behind(action: ToldAction, level: int, language: Language) -> Iterator[Block]:
    """All that lies behind an action, under a heading of the given level; its parts one level below."""
    grounds = Grounds(language)
    yield Heading(level, line(action.name, language=language))
    for key, reasons in (("reasons", action.reasons), ("cautions", action.cautions), ("watch", action.watch)):
        if reasons:
            yield part(key, level, language)
            yield grounds.reasons(reasons)
    yield from _way_there(action, grounds, level)
    yield from _in_practice(action, grounds, level)
    yield from _evidence(action, language, level)
    for key, reasons in (("would-help-if", action.would_help_if), ("would-caution-if", action.would_caution_if)):
        if reasons:
            yield part(key, level, language)
            yield grounds.reasons(reasons)


def _way_there(action: ToldAction, grounds: Grounds, level: int) -> Iterator[Block]:
    language = grounds.language
    if action.needs:
        yield part("needs", level, language)
        yield Bullets(tuple(grounds.need(need) for need in action.needs))
    if action.least_change:
        yield part("least-change", level, language)
        yield Bullets(tuple(item(change.words, language=language) for change in action.least_change))
    for key, words in (("leads-to", action.leads_to), ("opens-way-for", action.opens_way_for)):
        if words:
            name = run(label(key, language), strong=True)
            yield Paragraph(line(name, *listed(words, language), language=language))


def _in_practice(action: ToldAction, grounds: Grounds, level: int) -> Iterator[Block]:
    language = grounds.language
    if action.practices:
        yield part("practices", level, language)
        yield Bullets(tuple(_practice(practice, grounds) for practice in action.practices))
    if action.tensions:
        yield part("tensions", level, language)
        yield Bullets(tuple(tension_item(tension, language) for tension in action.tensions))
    if action.cases:
        yield part("cases", level, language)
        yield Bullets(tuple(case_item(case, language) for case in action.cases))
    if action.outcomes:
        yield part("outcomes", level, language)
        yield Bullets(
            tuple(
                Item(
                    line(run(outcome.name, strong=True), language=language),
                    tuple(line(prompt, language=language) for prompt in outcome.prompts),
                )
                for outcome in action.outcomes
            )
        )


def _practice(practice: ToldPractice, grounds: Grounds) -> Item:
    language = grounds.language
    note = ("–", Words(practice.note, REPORT)) if practice.note else ()
    suit = () if practice.suit == "open" else ("(", practice.suit_name, ")")
    said = line(run(practice.name, strong=True), *suit, *note, language=language)
    under = tuple(runs for r in practice.reasons for one in (grounds.reason(r),) for runs in (one.line, *one.under))
    return Item(said, under)


def tension_item(tension: ToldTension, language: Language) -> Item:
    """Both sides of a tension with their findings, and how it is handled."""
    basis = say(TERMS[f"basis.{tension.basis}"], language)
    one, other = (_ids(ids) for ids in (tension.one_findings, tension.other_findings))
    return Item(
        line(run(tension.name, strong=True), f"({tension.id},", basis, ")", language=language),
        (
            line(tension.one_side, *one, language=language),
            line(tension.other_side, *other, language=language),
            line(label("handling", language), tension.handling, language=language),
        ),
    )


def _ids(ids: tuple[str, ...]) -> tuple[str, ...]:
    return (f"({', '.join(ids)})",) if ids else ()


def case_item(case: ToldCase, language: Language) -> Item:
    """A case study with where and when it was, and why it is shown."""
    where = ", ".join(filter(None, (case.place, case.nation, case.date)))
    return Item(
        line(
            run(case.title, strong=True),
            Words(f"({where})" if where else "", REPORT),
            f"[{case.id}]",
            language=language,
        ),
        (line(*case.reasons, language=language),) if case.reasons else (),
    )


def _evidence(action: ToldAction, language: Language, level: int) -> Iterator[Block]:
    if not action.evidence and not action.silence:
        return
    yield part("evidence", level, language)
    if action.evidence:
        names = ("findings", "supports", "hinders", "mixed", "echoed", "challenged", "added")
        header = [label("strand", language), *(label(name, language) for name in names)]
        yield Table(
            line(label("evidence", language), ":", action.name, language=language),
            tuple(line(words, language=language) for words in header),
            tuple(
                (
                    line(row.name, language=language),
                    *(line(str(n), language=language) for n in
                      (row.total, row.supports, row.hinders, row.mixed, row.echoed, row.challenged, row.added)),
                )
                for row in action.evidence
            ),
            (17, 15, 11, 11, 10, 11, 13, 15),
        )  # fmt: skip
    if action.silence:
        yield Paragraph(line(action.silence, language=language))
