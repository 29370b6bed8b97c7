"""Terms that bring nothing: written twice, or found already by a broader one in the same OR."""

from __future__ import annotations

from collections.abc import Iterator

from plethu.searching.checking.codes import found
from plethu.searching.checking.findings import Finding
from plethu.searching.checking.scenes import Scene
from plethu.searching.checking.scopes import Index, Member, alternatives
from plethu.searching.checking.words_found import covers, side_by_side, tokens
from plethu.searching.tree import And, Heading, Near, Node, Unquoted


def repeated(scene: Scene) -> Iterator[Finding]:
    """Duplicates and terms made redundant, scope by scope."""
    for scope in scene.scopes:
        first: dict[tuple[object, ...], Node] = {}
        kept: list[Member] = []
        for member in scope.members:
            known = _sameness(member)
            if known and known in first:
                yield _duplicate(scene, first[known], member.node)
                continue
            kept.append(member)
            if known:
                first[known] = member.node
        yield from _redundant(scene, kept)


def _sameness(member: Member) -> tuple[object, ...]:
    """What two members have alike that are the same; empty where a member is neither words nor heading."""
    node = member.node
    if isinstance(node, Heading):
        return ("heading", node.term.casefold(), node.vocabulary, node.explode, node.major)
    term = member.term
    if term is None:
        return ()
    apart = isinstance(term, Unquoted) and not side_by_side(term)
    return (member.fields, term.joined if isinstance(term, Unquoted) and apart else "", tokens(term))


def _duplicate(scene: Scene, first: Node, again: Node) -> Finding:
    term, before = scene.shown(again), scene.shown(first)
    name = before.strip('"').replace("-", " ")
    return found("duplicate", name, block=scene.block.name, place=again.place, term=term, first=before)


def _redundant(scene: Scene, members: list[Member]) -> Iterator[Finding]:
    index = Index(members)
    for member in members:
        by = _broader(member, member, index)
        if by:
            term = scene.shown(member.node)
            broader = scene.shown(by.node)
            yield found("redundant", term, block=scene.block.name, place=member.node.place, term=term, broader=broader)


def _broader(member: Member, whole: Member, index: Index) -> Member | None:
    """A term, not the whole itself, that finds at least what the member finds."""
    node = member.node
    if isinstance(node, Near | And):  # both need every part, so one part that is found anyway is enough
        return next((by for part in node.parts if (by := _of_all(part, whole, index))), None)
    term = member.term
    if term is None:
        return None
    words = tokens(term)
    for by in index.finding(words, apart=not side_by_side(term)):
        if by.node is not whole.node and by.includes(whole) and not _the_same(by, whole):
            return by
    return None


def _of_all(part: Node, whole: Member, index: Index) -> Member | None:
    """A term that finds the part anyway; of an OR, where each of its alternatives is found."""
    by = [_broader(each, whole, index) for each in alternatives(part, whole.fields)]
    return by[0] if all(by) else None


def _the_same(by: Member, whole: Member) -> bool:
    """Two terms that each cover the other, such as with and without a limit that ends alike: one of them stays."""
    if by.term is None or whole.term is None:
        return False
    one, two = tokens(by.term), tokens(whole.term)
    return by.fields == whole.fields and len(one) == len(two) and all(map(covers, two, one))
