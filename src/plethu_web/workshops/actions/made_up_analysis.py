"""Putting a made-up analysis into the tables: codings, texts read for publishing, new actions, statements."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from plethu.evidence.text import Language, Text
from plethu.framework.edition import Edition
from plethu.reporting.workshop_made_up import both, marked, stated
from plethu.wording import say
from plethu.workshop.codings import Coding
from plethu.workshop.contributions import Contribution
from plethu.workshop.masking import Found, masked
from plethu.workshop.signing import hash_of
from plethu.workshop.synthetic.coded import MadeUpStatement
from plethu.workshop.synthetic.saying import PROPOSALS
from plethu.workshop.synthetic.whole import MadeUp
from plethu_web.accounts.models import User
from plethu_web.workshops.actions.made_up_room import what_of, words_of
from plethu_web.workshops.models import Caution, CodingChange, Proposal, Remark, Signing, Statement, Workshop
from plethu_web.workshops.queries import coding as queries
from plethu_web.workshops.queries import releasing
from plethu_web.workshops.queries.going_out import hash_of_words

Coders = tuple[User, User]
REMARKS = 3
PLACE = "Dychmygol"
FIELDS = ("stance", "aspect", "finding", "action", "voice_printed")


def analyse(workshop: Workshop, coders: Coders, made: MadeUp, ids: Mapping[str, str], edition: Edition) -> None:
    """Store how it was coded. `ids`: what the desk knows each contribution by. Nothing is blind: there is to see."""
    Caution.objects.create(workshop=workshop, blind=False)
    proposals = _propose(workshop, coders[0], edition)
    codings = [(coders[0], coding) for coding in made.first] + [(coders[1], coding) for coding in made.second]
    CodingChange.objects.bulk_create(
        CodingChange(
            workshop=workshop, contribution=ids[each.contribution], of=each.id, coding=_stored(each, proposals), by=by
        )
        for by, each in codings
    )
    _read(workshop, coders[1], made, ids, edition)
    statements = Statement.objects.bulk_create(
        _statement(workshop, coders[0], each, ids, edition, proposals) for each in made.statements
    )
    words: list[tuple[str, tuple[Text, ...]]] = [(f"statement-{row.pk}", (row.said,)) for row in statements]
    words += [(row.ref, (row.called, row.what)) for row in proposals]
    Signing.objects.bulk_create(
        Signing(workshop=workshop, contribution=id, state="signed-off", of=hash_of_words(texts), by=coders[1])
        for id, texts in words
    )
    _remark(workshop, coders, made, ids)


def _propose(workshop: Workshop, by: User, edition: Edition) -> list[Proposal]:
    rows = []
    for number in range(1, PROPOSALS + 1):
        name, summary = both(f"proposal.{number}.name"), both(f"proposal.{number}.summary")
        fields = {"name": name.en, "name_cy": name.cy, "summary": summary.en, "summary_cy": summary.cy}
        category = edition.categories[(number - 1) % len(edition.categories)].id
        rows.append(Proposal.objects.create(workshop=workshop, by=by, category=category, **fields))
    return rows


def _stored(coding: Coding, proposals: list[Proposal]) -> dict[str, Any]:
    proposal = proposals[int(coding.proposal) - 1].ref if coding.proposal else ""
    why = say(coding.why_none_fits, "en") if coding.why_none_fits else ""
    fields = {name: getattr(coding, name) for name in FIELDS}
    return {**fields, "voices": [], "proposal": proposal, "why_none_fits": why}


def _read(workshop: Workshop, by: User, made: MadeUp, ids: Mapping[str, str], edition: Edition) -> None:
    """Sign texts off, each with its words in the other language, and keep some back; only the place is masked."""
    said = queries.contributions_of(workshop)
    names = releasing.names_in(workshop)
    sayings = {ids[card.id]: card.said for card in made.cards}
    rows = []
    for id in (ids[each] for each in made.read):
        text = said[id]
        other: Language = "en" if text.language == "cy" else "cy"
        translation = words_of(sayings[id], other, edition)
        rows.append(
            Signing(
                workshop=workshop,
                contribution=id,
                state="signed-off",
                of=hash_of(text.text),
                decisions=[[found.start, found.end, found.kind, _is_place(found)] for found in names.find(text.text)],
                language=text.language,
                translation=masked(translation, filter(_is_place, names.find(translation)), releasing.masks(other)),
                by=by,
            )
        )
    rows += [_kept_back(workshop, by, said[ids[each]]) for each in made.kept_back]
    Signing.objects.bulk_create(rows)


def _is_place(found: Found) -> bool:
    """What else is written with a capital are the findings that are quoted."""
    return found.text.endswith(PLACE)


def _kept_back(workshop: Workshop, by: User, said: Contribution) -> Signing:
    return Signing(workshop=workshop, contribution=said.id, state="kept-back", language=said.language, by=by)


def _statement(
    workshop: Workshop,
    by: User,
    each: MadeUpStatement,
    ids: Mapping[str, str],
    edition: Edition,
    proposals: list[Proposal],
) -> Statement:
    words = _said(each, edition)
    of = f"proposal:{proposals[each.proposal - 1].ref}" if each.proposal else f"action:{each.action}"
    return Statement(
        workshop=workshop,
        words=words.en,
        words_cy=words.cy,
        stance=each.stance,
        on=of,
        bears_on=[each.finding] if each.finding else [],
        contributions=[ids[id] for id in each.contributions],
        by=by,
    )


def _said(each: MadeUpStatement, edition: Edition) -> Text:
    if each.proposal:
        wanted = both(f"statement.proposal.{each.proposal}")
        return Text(marked(wanted.en, language="en"), marked(wanted.cy, language="cy"), "draft")
    en, cy = _sides(each, edition)
    return Text(en, cy, "draft")


def _sides(each: MadeUpStatement, edition: Edition) -> Iterator[str]:
    languages: tuple[Language, Language] = ("en", "cy")
    return (stated(each.stance, what_of(each.finding, each.action, n, edition), n) for n in languages)


def _remark(workshop: Workshop, coders: Coders, made: MadeUp, ids: Mapping[str, str]) -> None:
    """A word between the coders on the first few that they saw differently."""
    first = {coding.contribution: coding for coding in made.first}
    differ = [c.contribution for c in made.second if c.stance != first[c.contribution].stance][:REMARKS]
    for number, id in enumerate(differ, 1):
        words = marked(say(f"workshop.made-up.remark.{number}", "en"), language="en")
        Remark.objects.create(workshop=workshop, contribution=ids[id], words=words, by=coders[number % 2])
