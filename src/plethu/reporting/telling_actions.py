"""All that is said of one action, in words."""

from __future__ import annotations

from collections.abc import Iterator

from plethu.evidence.text import Text
from plethu.framework.advice import ActionAdvice, CaseLikeness, EvidenceCount, OutcomeCell, PracticeAdvice, Step
from plethu.framework.needs import Need
from plethu.reporting.telling_changes import change_words
from plethu.reporting.telling_headlines import headline
from plethu.reporting.telling_names import name_of
from plethu.reporting.telling_reasons import Reasons
from plethu.reporting.told import (
    ToldAction,
    ToldCase,
    ToldChange,
    ToldEvidence,
    ToldNeed,
    ToldOutcome,
    ToldPractice,
    ToldTension,
    Words,
)
from plethu.terms import TERMS


class Actions:
    """Tells actions, and the parts that the whole of the advice shares with them."""

    def __init__(self, reasons: Reasons) -> None:
        self.reasons = reasons
        self.phrases = reasons.phrases
        self.index = reasons.index
        self._tensions: dict[str, ToldTension] = {}
        self._needs: dict[Need, ToldNeed] = {}

    def action(self, advice: ActionAdvice) -> ToldAction:
        """One action."""
        index, words, reasons, id = self.index, self.phrases.words, self.reasons, advice.action
        action = index.actions[id]
        leads = index.dimensions[index.edition.audience_dimension]
        return ToldAction(
            id=id,
            name=words(action.name),
            category=action.category,
            category_name=words(index.categories[action.category].name),
            summary=words(action.summary),
            lane=advice.lane,
            shown_lane=advice.shown_lane,
            verdict=advice.verdict,
            verdict_name=self.phrases.term(f"verdict.{advice.verdict}"),
            headline=words(headline(advice, reasons)),
            start_here=advice.start_here,
            progress=advice.progress or "",
            override_reason=advice.override.reason if advice.override else "",
            reasons=reasons.all(advice.reasons, id),
            cautions=reasons.all(advice.cautions, id),
            watch=reasons.all(advice.watch, id),
            would_help_if=reasons.all(advice.would_help_if, id),
            would_caution_if=reasons.all(advice.would_caution_if, id),
            needs=tuple(self.need(need) for need in advice.needs),
            path=tuple(words(self._step(step)) for step in advice.path),
            least_change=tuple(ToldChange(c, words(change_words(c, index, self.phrases))) for c in advice.least_change),
            leads_to=tuple(words(name_of(end, index)) for end in advice.leads_to),
            opens_way_for=tuple(words(index.actions[other].name) for other in advice.opens_way_for),
            tensions=tuple(self.tension(tension) for tension in advice.tensions),
            practices=tuple(self._practice(practice) for practice in advice.practices),
            leads=tuple(words(leads.value(lead).name) for lead in advice.leads),
            evidence=tuple(self._evidence(count) for count in advice.evidence),
            silence=None if action.discussed else self.phrases.said("evidence.silence"),
            cases=tuple(self.case(case) for case in advice.cases),
            outcomes=tuple(outcome for cell in advice.outcomes for outcome in self._outcomes(cell)),
        )

    def need(self, need: Need) -> ToldNeed:
        """A need of an action or of the whole."""
        if need not in self._needs:
            self._needs[need] = ToldNeed(
                end=need.end,
                words=self.phrases.words(self._need(need)),
                state=need.state,
                state_name=self.phrases.term(f"need-state.{need.state}"),
                steps=need.steps,
                ground=self.reasons.ground(need.relation),
            )
        return self._needs[need]

    def _need(self, need: Need) -> Text:
        phrase, answers = self.phrases.phrase, self.reasons.answers
        end, kind, id = name_of(need.end, self.index), *need.end.split(":", 1)
        when = self.index.relations[need.relation].when
        if need.state == "elsewhere":
            return phrase("need.elsewhere", end=end, where=answers.where(c for c in when if answers.holds(c) is False))
        if need.state == "if":
            wanted = (answers.wanted(c) for c in when if answers.holds(c) is None)
            return phrase("need.if", end=end, wanted=answers.clause("wanted", wanted))
        if need.state == "waived":
            return phrase("need.waived", end=end)
        if need.state == "not-sure" and kind in ("practice", "context", "actor"):
            question = self.index.circumstances[id].question
            if question.en:
                return phrase("need.not-sure.question", end=end, question=question)
        kinds = ("feature",) if need.state == "not-sure" else ("action", "category", "goal", "feature")
        return phrase(f"need.{need.state}.{kind if kind in kinds else 'other'}", end=end)

    def _step(self, step: Step) -> Text:
        phrase, (kind, _, id) = self.phrases.phrase, step.end.partition(":")
        if kind == "stage":
            return phrase("path.stage", where=self.reasons.answers.stage(id))
        end = name_of(step.end, self.index)
        through = self.index.actions[step.through].name if step.through else None
        if kind == "category":
            return (
                phrase("path.category", end=end, through=through) if through else phrase("path.category.alone", end=end)
            )
        if kind in ("action", "feature", "all"):
            return phrase(f"path.{kind if kind != 'all' else 'other'}", end=end)
        how = self.index.circumstances[id].step
        if kind == "goal":
            said = phrase("path.goal.through", end=end, through=through, step=how) if through else None
            return _trimmed(said or phrase("path.goal", end=end, step=how))
        return how if how.en else phrase("path.other", end=end)

    def tension(self, id: str) -> ToldTension:
        """Two sides that pull apart."""
        if id not in self._tensions:
            tension, words = self.index.tensions[id], self.phrases.words
            self._tensions[id] = ToldTension(
                id=id,
                name=words(tension.name),
                one_side=words(tension.one_side),
                other_side=words(tension.other_side),
                handling=words(tension.handling),
                one_findings=tension.one_findings,
                other_findings=tension.other_findings,
                basis=tension.basis,
            )
        return self._tensions[id]

    def _practice(self, advice: PracticeAdvice) -> ToldPractice:
        practice = self.index.practices[advice.practice]
        return ToldPractice(
            id=practice.id,
            kind=practice.kind,
            name=self.phrases.words(practice.name),
            note=practice.note,
            suit=advice.suit,
            suit_name=self.phrases.term(f"suit.{advice.suit}"),
            reasons=self.reasons.all(advice.reasons),
        )

    def _evidence(self, count: EvidenceCount) -> ToldEvidence:
        return ToldEvidence(
            strand=count.strand,
            name=self.phrases.words(self.index.strands[count.strand].name),
            total=count.total,
            supports=count.supports,
            hinders=count.hinders,
            mixed=count.mixed,
            echoed=count.echoed,
            challenged=count.challenged,
            added=count.added,
        )

    def case(self, likeness: CaseLikeness) -> ToldCase:
        """A case study and why it is like the situation."""
        case = self.index.cases[likeness.case]
        return ToldCase(
            id=case.id,
            title=Words(case.title, "cy" if case.language == "cy" else "en"),
            place=case.place or case.location_printed,
            date=case.date_printed,
            nation=case.nation,
            reasons=tuple(
                self.phrases.said(f"likeness.{code}", about=self._alike(code, id)) for code, id in likeness.reasons
            ),
        )

    def _alike(self, code: str, id: str) -> Text:
        edition, index = self.index.edition, self.index
        if code in ("same-authority", "same-region"):
            return index.authorities[id].name
        if code == "same-aim":
            return index.dimensions[edition.aims_dimension].value(id).name
        if code == "same-kind-of-area":
            return TERMS[f"area.{id}"]
        return index.actions[id].name

    def _outcomes(self, cell: OutcomeCell) -> Iterator[ToldOutcome]:
        names = [self.index.concepts[concept].name for concept in cell.concepts]
        for evidence in ("quality", "quantity"):
            code = f"outcome.{cell.kind}.{evidence}"
            prompts = [self.phrases.said(code, concept=name) for name in names] or [self.phrases.said(f"{code}.none")]
            kind, of = TERMS[f"outcome-kind.{cell.kind}"], TERMS[f"outcome-evidence.{evidence}"]
            name = self.phrases.said("outcome.name", kind=kind, evidence=of)
            yield ToldOutcome(kind=cell.kind, evidence=evidence, name=name, prompts=tuple(prompts))


def _trimmed(text: Text) -> Text:
    return Text(text.en.rstrip(), text.cy.rstrip(), text.cy_status)
