"""Random searches, and random records short enough that searches are found in some of them."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import strategies as st

from plethu.searching.platforms import Platform
from plethu.searching.printing import date_form_for, heading_form
from plethu.searching.running.text import Text
from plethu.searching.tree import (
    ANY,
    MAYBE,
    ONE,
    And,
    Dated,
    Fielded,
    Heading,
    InLanguage,
    Line,
    Near,
    Node,
    Not,
    Or,
    Phrase,
    Unquoted,
    Wildcard,
    Word,
)

WORDS = (
    "community",
    "communities",
    "action",
    "actions",
    "active",
    "social",
    "colour",
    "color",
    "women",
    "woman",
    "co-op",
)
STEMS = ("commun", "act", "soci", "colo", "wom")
FIELDS = (
    {"title"},
    {"abstract"},
    {"title", "abstract"},
    {"title", "abstract", "keywords"},
    {"title", "abstract", "keywords", "headings"},
)


def plain_words() -> st.SearchStrategy[Word]:
    return st.sampled_from(WORDS).map(lambda text: Word((text,)))


def open_words(wildcards: Sequence[Wildcard], stem: int = 3) -> st.SearchStrategy[Word]:
    inner = st.sampled_from(list(wildcards))
    ends = st.builds(
        lambda stem, wild: Word((stem, wild)), st.sampled_from([each for each in STEMS if len(each) >= stem]), inner
    )
    if stem > 3:
        return ends
    middles = st.builds(
        lambda pair, wild: Word((pair[0], wild, pair[1])),
        st.sampled_from([("wom", "n"), ("colo", "r"), ("act", "s")]),
        inner,
    )
    return ends | middles


def words(wildcards: Sequence[Wildcard] = (ANY, ONE, MAYBE, Wildcard(0, 3)), stem: int = 3) -> st.SearchStrategy[Word]:
    return plain_words() | (open_words(wildcards, stem) if wildcards else st.nothing())


def phrases(wildcards: Sequence[Wildcard] = (ANY, ONE, MAYBE)) -> st.SearchStrategy[Phrase]:
    return st.lists(words(wildcards), min_size=1, max_size=3).map(lambda found: Phrase(tuple(found)))


def nears(parts: st.SearchStrategy[Node], rules: Platform | None = None) -> st.SearchStrategy[Node]:
    """Proximities; with `rules` only those that have an operator there."""
    group = st.lists(parts, min_size=2, max_size=3).map(lambda found: Or(tuple(found)))
    either = parts | group
    distances = [(k, o) for k in range(5) for o in (False, True) if rules is None or rules.proximity_for(k, o)]
    at = st.sampled_from(distances)
    two = st.builds(lambda a, b, how: Near((a, b), *how), either, either, at)
    nested = st.builds(lambda a, b, how: Near((a, b), *how), two, parts, at)
    if rules:
        return two | nested
    three = st.builds(
        lambda found, k: Near(tuple(found), k), st.lists(plain_words(), min_size=3, max_size=3), st.integers(0, 3)
    )
    return two | nested | three


def any_search() -> st.SearchStrategy[Node]:
    """Searches of every kind, whatever a platform can say."""
    unquoted = st.builds(
        lambda found, joined: Unquoted(tuple(found), *joined),
        st.lists(plain_words(), min_size=2, max_size=3),
        st.sampled_from([("phrase", 0), ("near", 5), ("and", 0), ("mapped", 0)]),
    )
    leaf = words() | phrases() | unquoted | nears(words() | phrases())
    limits = st.sampled_from(
        [
            Dated("2020", "2021"),
            Dated("2020-03", "2021-07"),
            Dated("2020-03-05", ""),
            InLanguage(("en", "cy")),
            InLanguage(("en",)),
        ]
    )
    return st.recursive(
        leaf,
        lambda inner: (
            st.lists(inner | limits, min_size=2, max_size=3).map(lambda found: And(tuple(found)))
            | st.lists(inner, min_size=2, max_size=3).map(lambda found: Or(tuple(found)))
            | st.builds(Not, inner, inner)
            | st.builds(lambda node, fields: Fielded(node, frozenset(fields)), inner, st.sampled_from(FIELDS))
        ),
        max_leaves=6,
    )


def own_search(rules: Platform) -> st.SearchStrategy[Node]:
    """Searches made of what this platform says it can hold."""
    wild = [rules.wildcards.meaning(sign) for sign in rules.wildcards.signs]
    if rules.wildcards.write_limited:
        wild.append(Wildcard(0, 3))
    term = words([w for w in wild if w == ANY] if rules.wildcards.end_only else wild, rules.wildcards.stem)
    parts = term | phrases(wild if rules.wildcards.in_quotes and not rules.wildcards.end_only else ())
    unquoted = st.lists(plain_words(), min_size=2, max_size=3).map(
        lambda found: Unquoted(tuple(found), rules.unquoted.joined, rules.unquoted.k)
    )
    codes = st.sampled_from([tag.means for tag in rules.fields.tags if tag.written])
    leaf = parts | unquoted | _limits(rules)
    if rules.near.style == "operator":
        leaf |= nears(parts, rules)
    elif rules.near.style == "field":
        several = st.lists(plain_words().filter(lambda word: word.parts != ("co-op",)), min_size=2, max_size=3)
        leaf |= st.builds(
            lambda found, k, fields: Fielded(Near(tuple(found), k), fields),
            several,
            st.integers(0, 9),
            st.sampled_from(rules.near.fields),
        )
        leaf |= st.builds(Fielded, parts, codes)
    tree = st.recursive(
        leaf,
        lambda inner: (
            st.lists(inner, min_size=2, max_size=4).map(lambda found: And(tuple(found)))
            | st.lists(inner, min_size=2, max_size=4).map(lambda found: Or(tuple(found)))
            | st.builds(Not, inner, inner)
        ),
        max_leaves=8,
    )
    if not rules.fields.groups:
        return tree
    fielded = st.builds(
        Fielded, st.lists(parts, min_size=2, max_size=3).map(lambda found: Or(tuple(found))) | parts, codes
    )
    return tree | fielded | st.builds(lambda a, b: And((a, b)), tree, fielded)


def _limits(rules: Platform) -> st.SearchStrategy[Node]:
    dates = [Dated("2020", "2023"), Dated("2020-03-01", "2023-07-31"), Dated("2020", ""), Dated("", "2023")]
    headings = [
        Heading("Social Support", v, e, m)
        for v in ("mesh", "emtree", "thesaurus")
        for e in (True, False)
        for m in (True, False)
    ]
    found: list[Node] = [date for date in dates if date_form_for(date, rules)]
    found += [heading for heading in headings if heading_form(heading, rules)]
    found += [InLanguage(("cy",))] if rules.languages else []
    found += [Line("3"), Line("12")]
    return st.sampled_from(found)


def records() -> st.SearchStrategy[list[Text]]:
    vocabulary = (
        "community",
        "communities",
        "action",
        "actions",
        "active",
        "social",
        "colour",
        "color",
        "women",
        "woman",
        "co",
        "op",
        "the",
        "x",
    )
    text = st.lists(st.sampled_from(vocabulary), max_size=9).map(" ".join)
    one = st.builds(
        lambda title, abstract, keyword, date, language: Text(
            "r", {"title": title, "abstract": abstract, "keywords": [keyword]}, date, language
        ),
        text, text, st.sampled_from(vocabulary), st.sampled_from(["2019", "2020-04", "2020-03-06", "2021", "2022", ""]),
        st.sampled_from([("en",), ("cy",), ()]),
    )  # fmt: skip
    return st.lists(one, min_size=4, max_size=8)
