"""How words are joined: pairs without quotation marks, NOT, operators and stop words inside phrases."""

from __future__ import annotations

from collections.abc import Iterator

from plethu.searching.checking.codes import found
from plethu.searching.checking.findings import Finding, Severity
from plethu.searching.checking.scenes import Scene
from plethu.searching.checking.spelled import quoted, spelled
from plethu.searching.checking.words_found import literal, tokens
from plethu.searching.tree import And, Node, Not, Phrase, Unquoted, Word, plain, walk

OPERATORS = frozenset({"and", "or", "not"})
# Words so frequent that platforms leave them out of their index or let them stand for any word. Own list: what the
# published lists of EBSCOhost, Ovid and PubMed have in common.
STOP_WORDS = frozenset(
    ["a", "an", "the", "of", "in", "on", "at", "by", "for", "to", "from", "with", "as", "is", "are", "be", "it", "its"]
)
STAND_FOR_ANY = frozenset({"ebsco"})  # platforms on which a stop word in a phrase matches any one word


def swallowed(scene: Scene) -> Iterator[Finding]:
    """A heading that has slipped into a block when it was pasted: words with a capital between two groups."""
    for title in _headings_inside(scene.block.tree):
        words = scene.shown(title)
        yield found("heading-swallowed", words, block=scene.block.name, place=title.place, title=words)


def _headings_inside(tree: Node) -> Iterator[Unquoted]:
    if isinstance(tree, And):
        for part in tree.parts[1:]:
            if isinstance(part, Unquoted) and plain(part)[:1].isupper():
                yield part


def unquoted(scene: Scene) -> Iterator[Finding]:
    """Words side by side without quotation marks. Where the platform takes them as a phrase it is only a remark."""
    titles = set(map(id, _headings_inside(scene.block.tree)))
    for node in walk(scene.block.tree):
        if isinstance(node, Unquoted) and id(node) not in titles:
            harmless = node.joined == "phrase"
            yield found(
                "unquoted",
                plain(node),
                block=scene.block.name,
                place=node.place,
                instead=spelled(quoted(node), scene.strategy.platform),
                severity=Severity.SUGGESTION if harmless else None,
                term=scene.shown(node),
                way=node.joined,
                k=str(node.k),
            )


def not_used(scene: Scene) -> Iterator[Finding]:
    """NOT drops every record that names the dropped word at all, those that are wanted too."""
    for node in walk(scene.block.tree):
        if isinstance(node, Not):
            dropped = scene.shown(node.dropped)
            yield found("not-used", dropped, block=scene.block.name, place=node.place, dropped=dropped)


def words_in_phrases(scene: Scene) -> Iterator[Finding]:
    """Operators (`not-for-sale`) and stop words (`centre of town`) as words of a term."""
    for scope in scene.scopes:
        for _, term in scope.terms():
            words = [literal(token) for token in tokens(term)]
            if len(words) < 2 or not isinstance(term, Phrase | Word):
                continue
            if operators := [word for word in words if word in OPERATORS]:
                bare = isinstance(term, Word)
                yield found(
                    "operator-word",
                    plain(term),
                    block=scene.block.name,
                    place=term.place,
                    instead=spelled(Phrase((term,)), scene.strategy.platform) if isinstance(term, Word) else "",
                    severity=Severity.ERROR if bare else None,
                    term=scene.shown(term),
                    word=operators[0].upper(),
                )
            elif stops := [word for word in words if word in STOP_WORDS]:
                any_word = scene.strategy.platform in STAND_FOR_ANY
                yield found(
                    "stop-word",
                    plain(term),
                    block=scene.block.name,
                    place=term.place,
                    severity=Severity.WARNING if any_word else None,
                    term=scene.shown(term),
                    word=stops[0],
                    way="any" if any_word else "left-out",
                )
