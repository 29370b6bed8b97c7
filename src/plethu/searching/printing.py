"""A tree as the text of one platform. It writes only what the platform can hold; `adapting` makes the tree so."""

from __future__ import annotations

from plethu.searching.atoms import atom_at, first_day, last_day
from plethu.searching.languages import NAMES
from plethu.searching.platforms import DateForm, Platform
from plethu.searching.tree import (
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
    Place,
    Unquoted,
    Wildcard,
    Word,
)


class Printer:
    """Writes one tree; `places` has the place of each node by its identity afterwards."""

    def __init__(self, rules: Platform) -> None:
        self.rules = rules
        self.places: dict[int, Place] = {}
        self._pieces: list[str] = []
        self._length = 0

    def text_of(self, tree: Node) -> str:
        """The whole text."""
        self._node(tree)
        return "".join(self._pieces)

    def _put(self, text: str) -> None:
        self._pieces.append(text)
        self._length += len(text)

    def _node(self, node: Node) -> None:
        start = self._length
        match node:
            case Word() | Phrase() | Unquoted():
                self._put(term_text(node, self.rules))
            case And(parts):
                self._joined(parts, self.rules.operators.spelled("and"))
            case Or(parts):
                self._joined(parts, self.rules.operators.spelled("or"))
            case Not(kept, dropped):
                self._joined((kept, dropped), self.rules.operators.spelled("not"))
            case Near():
                self._near(node)
            case Fielded():
                self._fielded(node)
            case _:
                self._put(limit_text(node, self.rules))
        self.places[id(node)] = Place(start, self._length)

    def _joined(self, parts: tuple[Node, ...], operator: str) -> None:
        for n, part in enumerate(parts):
            if n:
                self._put(f" {operator} ")
            self._bracketed(part, And | Or | Not | Near if _is_operator(part, self.rules) else And | Or | Not)

    def _bracketed(self, node: Node, kinds: object) -> None:
        inside = isinstance(node, kinds) or (  # type: ignore[arg-type]
            isinstance(node, Dated) and " AND " in limit_text(node, self.rules)
        )
        if inside:
            self._put("(")
        self._node(node)
        if inside:
            self._put(")")

    def _near(self, node: Near) -> None:
        if self.rules.near.style == "slop":
            self._put(slop_text(node, self.rules))
            return
        form = self.rules.proximity_for(node.k, node.ordered)
        assert form is not None
        for n, part in enumerate(node.parts):
            if n:
                self._put(f" {form.write.format(n=node.k + form.more)} ")
            self._bracketed(part, And | Or | Not | Near | Unquoted)

    def _fielded(self, node: Fielded) -> None:
        fields, inner = self.rules.fields, node.node
        codes = ",".join(fields.codes_for(node.fields))
        if isinstance(inner, Near) and self.rules.near.style == "field":
            words = " ".join(_word_text(word, self.rules) for word in inner.parts if isinstance(word, Word))
            self._put(f'"{words}"[{codes}:~{inner.k}]')
            return
        before = {"prefix": f"{codes} ", "equals": f"{codes}=", "call": codes, "before": f"{codes}:"}
        after = {"dotted": f".{codes}.", "colon": f":{codes}", "bracket": f"[{codes}]"}
        self._put(before.get(fields.style, ""))
        bare = isinstance(inner, Word | Phrase) and fields.style != "call"
        self._put("" if bare else "(")
        self._node(inner)
        self._put("" if bare else ")")
        self._put(after.get(fields.style, ""))


def _is_operator(part: Node, rules: Platform) -> bool:
    """Whether a proximity is written with an operator, so that it needs brackets among others."""
    return isinstance(part, Near) and rules.near.style == "operator"


def term_text(node: Word | Phrase | Unquoted, rules: Platform) -> str:
    """A word, a phrase in the platform's quotation marks, or words side by side."""
    if isinstance(node, Word):
        return _word_text(node, rules)
    text = " ".join(_word_text(word, rules) for word in node.words)
    if not isinstance(node, Phrase):
        return text
    mark = next((mark for mark in (rules.quotes.write, *rules.quotes.read) if mark not in text), rules.quotes.write)
    return f"{mark}{text}{mark}"


def _word_text(word: Word, rules: Platform) -> str:
    return "".join(part if isinstance(part, str) else _sign(part, rules) for part in word.parts)


def _sign(wildcard: Wildcard, rules: Platform) -> str:
    return rules.wildcards.sign_of(wildcard) or rules.wildcards.write_limited.format(n=wildcard.most)


def slop_text(node: Near, rules: Platform) -> str:
    """Lucene moves words: a turned pair costs two, so that both directions are written where order does not matter."""
    first, second = (_word_text(part, rules) for part in node.parts if isinstance(part, Word))
    one = f'"{first} {second}"~{node.k}'
    return one if node.ordered else f'({one} OR "{second} {first}"~{node.k})'


def limit_text(node: Node, rules: Platform) -> str:
    """A heading, a limit, or the name of a line."""
    match node:
        case Heading(term, vocabulary, explode, major):
            form = heading_form(node, rules)
            assert form is not None, (term, vocabulary, explode, major)
            return form.format(term=term)
        case Dated():
            date_form = date_form_for(node, rules)
            assert date_form is not None
            return _date_text(node, date_form)
        case InLanguage(codes):
            assert rules.languages is not None
            return rules.languages.write.format(language=NAMES[codes[0]], code=codes[0])
        case Line(name):
            return rules.lines.write.format(name=name)
    raise TypeError(node)


def heading_form(node: Heading, rules: Platform) -> str | None:
    """The first way to write this heading here that is read back as it; a name may hold signs that forbid it."""
    asked = (node.vocabulary, node.explode, node.major)
    for form in rules.headings:
        if form.write and (form.vocabulary, form.explode, form.major) == asked:
            text = form.write.format(term=node.term)
            if atom_at(text, 0, rules) == node:
                return form.write
    return None


def date_form_for(node: Dated, rules: Platform) -> DateForm | None:
    """The form that says these dates exactly: years by a form of years, days by one of days."""
    years = all(len(date) in (0, 4) for date in (node.start, node.end))
    days = all(len(date) in (0, 10) for date in (node.start, node.end))
    for form in rules.dates:
        if form.write and ((days and form.day) or (years and not form.day)):
            return form
    return None


def _date_text(node: Dated, form: DateForm) -> str:
    def shown(date: str) -> str:
        if not form.day:
            return date
        year, month, day = date.split("-")
        return form.day.format(y=year, m=month, d=day)

    start = shown(node.start) if node.start else form.open[0]
    end = shown(node.end) if node.end else form.open[1]
    after = str(int(node.start) - 1) if node.start and not form.day else form.open[0]
    before = str(int(node.end) + 1) if node.end and not form.day else form.open[1]
    return form.write.format(start=start, end=end, after=after, before=before)


def as_days(node: Dated) -> tuple[str, str]:
    """From which day to which."""
    return (first_day(node.start) if node.start else "", last_day(node.end) if node.end else "")
