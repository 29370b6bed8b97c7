"""One sentence for each action: its main reason, to stand after the verdict."""

from __future__ import annotations

from plethu.evidence.text import Text
from plethu.framework.advice import ActionAdvice, Reason
from plethu.reporting.telling_names import name_of
from plethu.reporting.telling_phrases import without_stop
from plethu.reporting.telling_reasons import Reasons


def headline(advice: ActionAdvice, reasons: Reasons) -> Text:
    """The main reason for the verdict on an action, as one sentence."""
    phrase = reasons.phrases.phrase
    if advice.verdict == "not-enough-evidence":
        return phrase("headline.no-evidence")
    if advice.verdict == "needs-something-first" and (advice.path or advice.needs):
        return _first(advice, reasons)
    if advice.verdict == "fits-with-care" and advice.cautions:
        return _because(_main(advice.cautions, advice.action, reasons), reasons, "headline.caution")
    if advice.lane == "keep-going":
        return phrase("headline.in-place")
    if advice.reasons:
        return _because(_main(advice.reasons, advice.action, reasons), reasons, "headline.for-it")
    return phrase("headline.open")


def _first(advice: ActionAdvice, reasons: Reasons) -> Text:
    phrase, index = reasons.phrases.phrase, reasons.index
    if not advice.path:  # in place already, so that nothing is said of the way there
        return phrase("headline.in-place")
    step = advice.path[0]
    kind, _, id = step.end.partition(":")
    if kind == "stage":
        return phrase("headline.stage-ahead", where=reasons.answers.stage(id))
    end = name_of(step.end, index)
    if not step.through:
        return phrase("headline.first", end=end)
    code = "headline.first.category" if kind == "category" else "headline.first.through"
    return phrase(code, end=end, through=index.actions[step.through].name)


def _main(found: tuple[Reason, ...], action: str, reasons: Reasons) -> Reason:
    """The reason that says most: one in the reader's language, on this very action, stated in the report; the first."""
    language = reasons.phrases.language

    def key(reason: Reason) -> tuple[bool, bool, bool, bool]:
        said = reasons.statement(reason)
        on_it = any(_is_on(id, action, reasons) for id in (*reason.findings, *reason.relations))
        return not said.en, said.language(language) != language, not on_it, reason.basis == "ours"

    return min(found, key=key)


def _is_on(ground: str, action: str, reasons: Reasons) -> bool:
    if finding := reasons.index.findings.get(ground):
        return finding.action == action or action in finding.also_actions
    relation = reasons.index.relations[ground]
    return f"action:{action}" in (relation.source, relation.target)


def _because(reason: Reason, reasons: Reasons, without_words: str) -> Text:
    phrase, language = reasons.phrases.phrase, reasons.phrases.language
    said, given = reasons.statement(reason), reasons.case(reason).given
    if reason.code in ("stage-fits", "stage-past"):
        return phrase("headline.stage" if reason.code == "stage-fits" else "headline.stage-past", answers=given)
    if said.en and said.language(language) == language:
        return phrase("headline.because", statement=without_stop(said), answers=given)
    return phrase(without_words, answers=given)
