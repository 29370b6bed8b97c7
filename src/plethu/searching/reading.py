"""One search in one platform's way of writing, read into a tree: `parse` and `read`.

The source platform is always named by the user: `#` and `?` mean opposite things on Ovid and EBSCO, and a program that
guesses changes the search.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from plethu.searching.cleaning import Cleaned, clean
from plethu.searching.faults import Fault, Unreadable
from plethu.searching.platforms import READABLE, Platform, platform
from plethu.searching.tokens import Token, tokens_of
from plethu.searching.tree import (
    MOST_DEEP,
    And,
    Fielded,
    Near,
    Node,
    Not,
    Or,
    Phrase,
    Place,
    Unquoted,
    Word,
    children,
    walk,
)
from plethu.searching.words import has_letters

LONGEST = 400_000


@dataclass(frozen=True, slots=True)
class Read:
    """What came of reading: a tree, or the faults that keep it from being read. Places are those of `cleaned.text`."""

    tree: Node | None
    faults: tuple[Fault, ...]
    remarks: tuple[Fault, ...]
    cleaned: Cleaned


def read(text: str, platform_id: str) -> Read:
    """Read a search after cleaning it. Never raises for what somebody typed."""
    cleaned = clean(text)
    remarks: list[Fault] = []
    try:
        return Read(_tree(cleaned.text, platform(platform_id), remarks), (), tuple(remarks), cleaned)
    except Unreadable as unreadable:
        return Read(None, unreadable.faults, tuple(remarks), cleaned)


def parse(text: str, platform_id: str) -> Node:
    """The tree of a search as it stands, without cleaning. Raises Unreadable."""
    return _tree(text, platform(platform_id), [])


def _tree(text: str, rules: Platform, remarks: list[Fault]) -> Node:
    if rules.id not in READABLE:
        raise Unreadable(Fault("not-read", values={"platform": rules.name}))
    if len(text) > LONGEST:
        raise Unreadable(Fault("too-long", values={"most": str(LONGEST)}))
    tokens = tokens_of(text, rules)
    if not tokens:
        raise Unreadable(Fault("nothing", Place(0, len(text))))
    _check_brackets(tokens)
    reader = _Reader(tokens, rules, remarks)
    tree = reader.expression(reader.weakest)
    if reader.now:
        raise Unreadable(Fault("operator-missing", reader.now.place))
    if _depth(tree) > MOST_DEEP:
        raise Unreadable(Fault("too-deep", tree.place, {"most": str(MOST_DEEP)}))
    _check_near(tree)
    remarks.extend(_signs_as_text(tokens, rules))
    return tree


def _signs_as_text(tokens: list[Token], rules: Platform) -> list[Fault]:
    """Words with a sign that is a wildcard elsewhere and not here."""
    signs = set("*?#$") - set(rules.wildcards.signs)
    found = []
    for token in tokens:
        words = token.node.words if isinstance(token.node, Phrase) else (token.node,)
        for word in words:
            parts = word.parts if isinstance(word, Word) else ()
            sign = next((each for part in parts if isinstance(part, str) for each in part if each in signs), None)
            if sign and isinstance(word, Word):
                found.append(Fault("sign-as-text", word.place, {"sign": sign, "platform": rules.name}))
    return found


def _check_brackets(tokens: list[Token]) -> None:
    """Raises Unreadable with the bracket that has no partner, that holds nothing, or that lies too deep."""
    waiting: list[Token] = []
    before: Token | None = None
    for token in tokens:
        if token.kind == "open":
            waiting.append(token)
            if len(waiting) > MOST_DEEP:
                raise Unreadable(Fault("too-deep", token.place, {"most": str(MOST_DEEP)}))
        elif token.kind == "close":
            if not waiting:
                raise Unreadable(Fault("bracket-close", token.place))
            opened = waiting.pop()
            if before is opened:
                raise Unreadable(Fault("group-empty", Place(opened.place.start, token.place.end)))
        before = token
    if waiting:
        raise Unreadable(Fault("bracket-open", waiting[-1].place))


def _depth(tree: Node) -> int:
    level, deep = [tree], 0
    while level:
        deep += 1
        level = [part for node in level for part in children(node)]
    return deep


def _check_near(tree: Node) -> None:
    """Raises Unreadable for a part of a proximity that no platform can place in a text."""
    for node in walk(tree):
        if not isinstance(node, Near):
            continue
        for part in node.parts:
            for inner in walk(part):
                joined = isinstance(inner, Unquoted) and inner.joined in ("and", "mapped")
                if joined or not isinstance(inner, Word | Phrase | Unquoted | Or | Near):
                    kind = type(inner).__name__.lower()
                    raise Unreadable(Fault("in-proximity", inner.place, {"kind": kind}))


def _span(*nodes: Node) -> Place:
    return Place(nodes[0].place.start, nodes[-1].place.end)


class _Reader:
    """Precedence climbing over the tokens of one search; each bracket is an expression of its own."""

    def __init__(self, tokens: list[Token], rules: Platform, remarks: list[Fault]) -> None:
        self.tokens, self.rules, self.remarks, self.at = tokens, rules, remarks, 0
        self.strength = {name: n for n, names in enumerate(rules.operators.order) for name in names}
        self.weakest = len(rules.operators.order) - 1

    @property
    def now(self) -> Token | None:
        """The token that comes next."""
        return self.tokens[self.at] if self.at < len(self.tokens) else None

    def expression(self, weakest: int, outermost: bool = True) -> Node:
        """Parts joined by operators no weaker than `weakest`."""
        start = self.at
        parts, joining = [self.operand()], ""
        joining_token = self.tokens[start]
        while operator := self._operator(weakest):
            name = f"{operator.text} {operator.k}" if operator.kind == "near" else operator.text
            if joining and (name != joining or name not in ("and", "or")):
                parts = [_joined(joining_token, parts)]
            joining, joining_token = name, operator
            parts.append(self.expression(self.strength[_named(operator)] - 1, outermost=False))
        tree = _joined(joining_token, parts) if joining else parts[0]
        if outermost:
            self._remark_on_mixing(start)
        return tree

    def _operator(self, weakest: int) -> Token | None:
        now = self.now
        if now is None or now.kind == "close":
            return None
        if now.kind not in ("operator", "near"):
            return self._implied(now, weakest)
        if self.strength[_named(now)] > weakest:
            return None
        self.at += 1
        if now.text == "and" and self.now and self.now.kind == "operator" and self.now.text == "not":
            now, self.at = replace(self.now, place=_span_of(now, self.now)), self.at + 1
        if self.now is None or self.now.kind in ("operator", "near", "close"):
            raise Unreadable(Fault("operand-missing", now.place, {"operator": now.text.upper(), "side": "after"}))
        return now

    def _implied(self, now: Token, weakest: int) -> Token | None:
        """The AND that some platforms put between two parts without an operator; the others are asked."""
        if self.rules.unquoted.joined not in ("and", "mapped"):
            raise Unreadable(Fault("operator-missing", now.place))
        if self.strength["and"] > weakest:
            return None
        self.remarks.append(Fault("and-implied", now.place, {"platform": self.rules.name}))
        return Token("operator", now.place, "and")

    def operand(self) -> Node:
        """One part: a bracket, a term, or a field with its part, and the field codes that follow it."""
        now = self.now
        if now is None or now.kind in ("operator", "near", "close", "after", "distance"):
            place = now.place if now else self.tokens[-1].place
            code = "field-alone" if now and now.kind in ("after", "distance") else "operand-missing"
            raise Unreadable(Fault(code, place, {"operator": now.text.upper() if now else "", "side": "before"}))
        self.at += 1
        if now.kind == "open":
            node = self.expression(self.weakest)
            self.at += 1
        elif now.kind == "field":
            if self.now and self.now.kind == "field":
                raise Unreadable(Fault("field-twice", _span_of(now, self.now)))
            inner = self.operand()
            return Fielded(inner, now.fields, Place(now.place.start, inner.place.end))
        elif now.kind == "word":
            node = self._words(now)
        else:
            assert now.node is not None
            node = now.node
            if isinstance(node, Phrase) and not any(map(has_letters, node.words)):
                raise Unreadable(Fault("wildcard-alone", node.place))
        return self._with_fields(node)

    def _words(self, first: Token) -> Node:
        words = [first.node]
        while self.now and self.now.kind == "word":
            words.append(self.now.node)
            self.at += 1
        found = tuple(word for word in words if isinstance(word, Word))
        if bare := next((word for word in found if not has_letters(word)), None):
            raise Unreadable(Fault("wildcard-alone", bare.place))
        if len(found) == 1:
            return found[0]
        rule = self.rules.unquoted
        return Unquoted(found, rule.joined, rule.k, _span(*found))

    def _with_fields(self, node: Node) -> Node:
        while self.now and self.now.kind in ("after", "distance"):
            token = self.now
            self.at += 1
            place = Place(node.place.start, token.place.end)
            if token.kind == "distance":
                node = self._at_a_distance(node, token)
            elif not self.rules.fields.groups:
                node = self._one_term(node, token)
            node = Fielded(node, token.fields, place)
        return node

    def _one_term(self, node: Node, token: Token) -> Node:
        """What PubMed takes a field code for: a word or a phrase; words without quotation marks are then a phrase."""
        if isinstance(node, Unquoted):
            return replace(node, joined="phrase", k=0)
        if not isinstance(node, Word | Phrase):
            raise Unreadable(Fault("field-on-group", token.place, {"field": token.text, "platform": self.rules.name}))
        return node

    def _at_a_distance(self, node: Node, token: Token) -> Near:
        words = node.words if isinstance(node, Phrase | Unquoted) else ()
        if len(words) < 2:
            raise Unreadable(Fault("distance-words", _span_of_node(node, token)))
        if token.fields not in self.rules.near.fields:
            raise Unreadable(Fault("distance-field", token.place))
        if any(not isinstance(part, str) for word in words for part in word.parts):
            self.remarks.append(Fault("distance-ignored", node.place))
        return Near(words, token.k, place=node.place)

    def _remark_on_mixing(self, start: int) -> None:
        """AND and OR side by side in one bracket: say in which order the platform takes them."""
        deep, seen = 0, set()
        for token in self.tokens[start : self.at]:
            deep += {"open": 1, "close": -1}.get(token.kind, 0)
            if deep == 0 and token.kind in ("operator", "near"):
                seen.add(_named(token))
        or_first = self.strength["or"] < self.strength.get("near", 0)
        if seen >= {"and", "or"} or seen >= {"not", "or"} or (or_first and seen >= {"near", "or"}):
            place = Place(self.tokens[start].place.start, self.tokens[self.at - 1].place.end)
            order = ", ".join("/".join(name.upper() for name in names) for names in self.rules.operators.order)
            code = "mixed-in-turn" if len(self.rules.operators.order[-1]) == 3 else "mixed-operators"
            self.remarks.append(Fault(code, place, {"platform": self.rules.name, "order": order}))


def _named(operator: Token) -> str:
    return "near" if operator.kind == "near" else operator.text


def _joined(operator: Token, parts: list[Node]) -> Node:
    place = _span(*parts)
    if operator.kind == "near":
        return Near(tuple(parts), operator.k, operator.ordered, place)
    if operator.text == "not":
        return Not(parts[0], parts[1], place)
    return And(tuple(parts), place) if operator.text == "and" else Or(tuple(parts), place)


def _span_of(first: Token, last: Token) -> Place:
    return Place(first.place.start, last.place.end)


def _span_of_node(node: Node, token: Token) -> Place:
    return Place(node.place.start, token.place.end)
