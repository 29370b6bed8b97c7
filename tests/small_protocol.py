"""A small protocol of our own, and random ones, for tests."""

from __future__ import annotations

from hypothesis import strategies as st

from plethu.evidence.protocol import (
    Commitment,
    Definition,
    OpenPoint,
    Protocol,
    Route,
    Rule,
    StrandPlan,
    Window,
)
from plethu.evidence.text import Text


def said(en: str, cy: str = "") -> Text:
    """A text that somebody wrote in the site."""
    return Text(en, cy, "reviewed")


RULE = Rule("allotments", "include", said("About allotments", "Am randiroedd"), said("Members' poll"))
STRAND = StrandPlan(
    "papers",
    said("Papers", "Papurau"),
    windows=(Window("main", said("2015 to 2020"), "2015/2020"),),
    geography=said("Wales", "Cymru"),
    screening="screened",
    rules=(RULE,),
    routes=(Route("base", "database", said("Agricola")), Route("cited", "citation-searching")),
)
WHOLE = Protocol(
    question=said("What keeps a shared garden going?", "Beth sy'n cynnal gardd a rennir?"),
    purpose=said("To choose what to fund"),
    scope=said("Gardens run by more than one organisation"),
    definitions=(Definition("garden", said("Garden", "Gardd"), said("Land tended together")),),
    strands=(STRAND,),
    commitments=(
        Commitment(
            "open",
            said("Be open"),
            said("Publish the protocol"),
            said("Published"),
        ),
    ),
    updates=said("Every two years"),
    open_points=(OpenPoint("weeds", said("Whether weeds count")),),
)

words = st.text(alphabet=st.characters(codec="utf-8", exclude_categories=("C", "Zl", "Zp")), max_size=12)
texts = st.builds(Text, words, words, st.just("reviewed"))
ids = st.from_regex(r"[a-z]{1,3}(-[a-z0-9]{1,3})?", fullmatch=True)


def several(entry: st.SearchStrategy) -> st.SearchStrategy:
    """Some entries, each with its own id."""
    return st.lists(entry, max_size=3, unique_by=lambda made: made.id).map(tuple)


rules = st.builds(Rule, ids, st.sampled_from(["include", "exclude"]), texts, texts)
windows = st.builds(Window, ids, texts, st.sampled_from(["", "2015", "2015/2020", "2020-03/.."]))
routes = st.builds(Route, ids, st.sampled_from(["database", "call", "citation-searching"]), texts)
strands = st.builds(
    StrandPlan, ids, texts, texts, several(windows), texts, st.sampled_from(["screened", "not-said"]), texts,
    several(rules), several(routes),
)  # fmt: skip
protocols = st.builds(
    Protocol,
    question=texts, purpose=texts, scope=texts, definitions=several(st.builds(Definition, ids, texts, texts)),
    strands=several(strands), commitments=several(st.builds(Commitment, ids, texts, texts, texts)), updates=texts,
    open_points=several(st.builds(OpenPoint, ids, texts)),
)  # fmt: skip
