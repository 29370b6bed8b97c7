"""Advice in words made by hand: full, and as awkward as asked. For tests of documents."""

from __future__ import annotations

import tomllib
from pathlib import Path

from plethu.evidence.text import Language
from plethu.framework.advice import AdviceLane, Change, Verdict
from plethu.reporting.told import (
    Ground,
    Told,
    ToldAction,
    ToldAnswer,
    ToldCase,
    ToldChange,
    ToldDifficulty,
    ToldEvidence,
    ToldGrowth,
    ToldLane,
    ToldNeed,
    ToldOutcome,
    ToldPractice,
    ToldReason,
    ToldTension,
    Words,
)

ACTIONS = Path(__file__).parents[2] / "editions" / "multisector-wales-2024" / "actions.toml"
HASH = "0123456789abcdef" * 4
LANES: tuple[tuple[AdviceLane, Verdict], ...] = (
    ("now", "fits-with-care"),
    ("next", "needs-something-first"),
    ("later", "needs-something-first"),
    ("keep-going", "fits"),
    ("not-enough-evidence", "not-enough-evidence"),
)
SAID = {
    "en": {
        "now": "Now", "next": "Next", "later": "Later", "keep-going": "Keep going",
        "not-enough-evidence": "Not enough evidence here",
        "meaning": "Nothing the evidence names stands in the way.",
        "fits": "Fits", "fits-with-care": "Fits with care", "needs-something-first": "Needs something first",
        "headline": "Your area is rural, and your partners have worked together for less than a year.",
        "statement": "Formal roles help most while partners hardly know each other; trust lets them be lightened.",
        "summary": "Finding out from a community what matters to it, what it has and what it hopes for.",
        "reason": "You said that the collaboration is in its early days, where this is said to help.",
        "stated": "stated in the report", "ours": "our reading",
        "strand": "Academic research", "stance": "echoed (judged)",
        "voice": "Third sector", "step": "First, ask every partner why the matter is important to them.",
        "state": "not there yet", "question": "How long have you worked together?", "answer": "Less than a year",
        "practice": "Listening exercise", "suits": "suits you", "tension": "Formal or informal",
        "one": "Written agreements make duties clear.", "other": "Written agreements can stand in for trust.",
        "handling": "Both are shown; you choose.", "case": "In the same council area as you.",
        "outcome": "Process, quality", "prompt": "How do partners feel about working together?",
        "caveat": "This framework is a starting point. It is neither complete nor a rule book.",
        "notice": "This is our own paraphrase of a report. It was not made or endorsed by the report's authors.",
        "order": "What fits comes before what fits with care; then the edition's own order.",
        "basis": "Of 9 placements after now, 6 rest on the report's own words and 3 on our reading.",
        "difficulty": "Meetings without decisions", "title": "Together for Llanfihangel-y-ŵyn",
        "edition": "Multisector collaboration (Wales, 2024)", "category": "Governance",
    },
    "cy": {
        "now": "Nawr", "next": "Nesaf", "later": "Yn ddiweddarach", "keep-going": "Dal ati",
        "not-enough-evidence": "Dim digon o dystiolaeth yma",
        "meaning": "Nid oes dim y mae'r dystiolaeth yn ei enwi yn y ffordd.",
        "fits": "Yn addas", "fits-with-care": "Yn addas gyda gofal",
        "needs-something-first": "Angen rhywbeth yn gyntaf",
        "headline": "Mae eich ardal yn wledig, ac mae eich partneriaid wedi cydweithio am lai na blwyddyn.",
        "statement": "Mae rolau ffurfiol yn helpu fwyaf tra bo partneriaid prin yn adnabod ei gilydd.",
        "summary": "Dysgu gan gymuned beth sy'n bwysig iddi, beth sydd ganddi a beth y mae'n gobeithio amdano.",
        "reason": "Dywedasoch fod y cydweithrediad yn ei ddyddiau cynnar, pan ddywedir bod hyn yn helpu.",
        "stated": "fe'i dywedir yn yr adroddiad", "ours": "ein darlleniad ni", "strand": "Ymchwil academaidd",
        "stance": "ategwyd (barnwyd)", "voice": "Trydydd sector",
        "step": "Yn gyntaf, gofynnwch i bob partner pam mae'r mater yn bwysig iddo.", "state": "ddim yno eto",
        "question": "Ers pryd ydych chi wedi cydweithio?", "answer": "Llai na blwyddyn", "practice": "Ymarfer gwrando",
        "suits": "yn addas i chi", "tension": "Ffurfiol neu anffurfiol",
        "one": "Mae cytundebau ysgrifenedig yn gwneud dyletswyddau'n glir.",
        "other": "Gall cytundebau ysgrifenedig gymryd lle ymddiriedaeth.",
        "handling": "Dangosir y ddau; chi sy'n dewis.",
        "case": "Yn yr un ardal cyngor â chi.", "outcome": "Proses, ansawdd",
        "prompt": "Sut mae partneriaid yn teimlo am gydweithio?",
        "caveat": "Man cychwyn yw'r fframwaith hwn. Nid yw'n gyflawn ac nid llyfr rheolau mohono.",
        "notice": "Ein haralleiriad ni yw hwn o adroddiad. Nid awduron yr adroddiad a'i lluniodd.",
        "order": "Daw'r hyn sy'n addas cyn yr hyn sy'n addas gyda gofal; yna trefn yr argraffiad ei hun.",
        "basis": "O'r 9 lleoliad ar ôl nawr, mae 6 yn gorffwys ar eiriau'r adroddiad a 3 ar ein darlleniad ni.",
        "difficulty": "Cyfarfodydd heb benderfyniadau", "title": "Gyda'n gilydd dros Lanfihangel-y-ŵyn",
        "edition": "Cydweithio amlsector (Cymru, 2024)", "category": "Llywodraethu",
    },
}  # fmt: skip


class Sample:
    """Makes the parts of some advice in one language. `hostile` is put into every text that a user can write."""

    def __init__(self, language: Language, hostile: str = "", english_findings: bool = True) -> None:
        self.language = language
        self.hostile = hostile
        self.ground_language: Language = "en" if english_findings else language

    def words(self, key: str) -> Words:
        return Words(SAID[self.language][key], self.language, draft=self.language == "cy")

    def ground(self, id: str = "F134") -> Ground:
        return Ground(
            id=id,
            kind="finding",
            words=Words(SAID[self.ground_language]["statement"], self.ground_language),
            basis="stated",
            strand="academic",
            strand_name=self.words("strand"),
            stance="echoed",
            stance_name=self.words("stance"),
            polarity="supports",
            voices=(self.words("voice"),),
            citations=("Abrams et al., 2021",),
            sections=("2a Liaison roles and referral pathways",),
        )

    def reason(self, code: str = "suits") -> ToldReason:
        return ToldReason(
            code, self.words("reason"), "stated", self.words("stated"), (self.ground(), self.ground("Q017"))
        )

    def need(self) -> ToldNeed:
        return ToldNeed(
            "goal:shared-purpose", self.words("step"), "not-met", self.words("state"), 1, self.ground("Q002")
        )

    def tension(self) -> ToldTension:
        words = [self.words(key) for key in ("tension", "one", "other", "handling")]
        return ToldTension("T01", *words, ("F127", "F134"), ("F178",))

    def action(self, id: str, name: Words, summary: Words, lane: AdviceLane, verdict: Verdict) -> ToldAction:
        held = lane in ("next", "later")
        return ToldAction(
            id=id,
            name=name,
            category="governance",
            category_name=self.words("category"),
            summary=summary,
            lane=lane,
            shown_lane=lane,
            verdict=verdict,
            verdict_name=self.words(verdict),
            headline=self.words("headline"),
            start_here=lane == "now",
            progress="",
            override_reason=self.hostile,
            reasons=(self.reason(), self.reason()),
            cautions=(self.reason("caution"),),
            watch=(self.reason("watch"),),
            would_help_if=(self.reason(),),
            would_caution_if=(self.reason(),),
            needs=(self.need(),) if held else (),
            path=(self.words("step"), self.words("step")) if held else (),
            least_change=(ToldChange(Change("answers", "purpose", "shared"), self.words("answer")),) if held else (),
            leads_to=(self.words("tension"), self.words("practice")),
            opens_way_for=(self.words("practice"),),
            tensions=(self.tension(),),
            practices=(
                ToldPractice(
                    "p1", "practice", self.words("practice"), "", "suits", self.words("suits"), (self.reason(),)
                ),
            ),
            leads=(self.words("voice"),),
            evidence=(ToldEvidence("academic", self.words("strand"), 7, 5, 1, 1, 0, 0, 0),),
            silence=self.words("meaning") if lane == "later" else None,
            cases=(
                ToldCase(
                    "CS04",
                    Words("A Cut Above", "en"),
                    "Castell-nedd Port Talbot",
                    "2020",
                    "Wales",
                    (self.words("case"),),
                ),
            ),
            outcomes=(ToldOutcome("process", "quality", self.words("outcome"), (self.words("prompt"),)),),
        )

    def lanes(self, actions: list[tuple[str, Words, Words]]) -> tuple[ToldLane, ...]:
        made = []
        for position, (lane, verdict) in enumerate(LANES):
            mine = [entry for i, entry in enumerate(actions) if i * len(LANES) // len(actions) == position]
            told = tuple(self.action(id, name, summary, lane, verdict) for id, name, summary in mine)
            made.append(ToldLane(lane, self.words(lane), self.words("meaning"), told))
        return tuple(made)


def told(language: Language = "en", *, hostile: str = "", english_findings: bool = True, few: bool = False) -> Told:
    """Advice on the first edition's 21 actions, or a few of them, every part filled in."""
    sample = Sample(language, hostile, english_findings)
    rows = tomllib.loads(ACTIONS.read_text("utf-8"))["actions"][:: 4 if few else 1]
    actions = [
        (row["id"], *(Words(hostile + row[key][language], language, language == "cy") for key in ("name", "summary")))
        for row in rows
    ]
    return Told(
        language=language,
        edition="multisector-wales-2024",
        edition_hash=HASH,
        edition_title=sample.words("edition"),
        title=Words(hostile or SAID[language]["title"], language),
        purpose=hostile or SAID[language]["prompt"],
        lanes=sample.lanes(actions),
        answers=tuple(
            ToldAnswer("answers", "maturity", sample.words("question"), Words(hostile or "x", language))
            for _ in range(12)
        ),
        first=(sample.need(),),
        whole=(sample.reason(),),
        empty_categories=(sample.words("category"),),
        tensions=(sample.tension(),),
        difficulties=(
            ToldDifficulty("d1", sample.words("difficulty"), (sample.ground(),), (sample.words("practice"),)),
        ),
        weak_today=(sample.words("practice"),),
        growth=(ToldGrowth("trust", sample.words("practice"), (sample.words("tension"),)),),
        outside_focus=(sample.words("prompt"),),
        order_rule=sample.words("order"),
        lane_basis=sample.words("basis"),
        caveats=(sample.words("caveat"), sample.words("meaning")),
        notice=sample.words("notice"),
        draft_notice=Words("Cymraeg drafft: nid oes siaradwr rhugl wedi darllen hyn.", "cy", draft=True)
        if language == "cy"
        else None,
    )


def with_nothing(language: Language = "en") -> Told:
    """Advice with every part that may be empty left empty."""
    sample = Sample(language)
    return Told(
        language=language,
        edition="small",
        edition_hash="",
        edition_title=sample.words("edition"),
        title=sample.words("title"),
        purpose="",
        lanes=tuple(ToldLane(lane, sample.words(lane), sample.words("meaning"), ()) for lane, _ in LANES),
        answers=(),
        first=(),
        whole=(),
        empty_categories=(),
        tensions=(),
        difficulties=(),
        weak_today=(),
        outside_focus=(),
        order_rule=sample.words("order"),
        lane_basis=sample.words("basis"),
        caveats=(),
        notice=sample.words("notice"),
        draft_notice=None,
    )
