"""A tree made into one that a platform can hold, with a note for each node whose meaning or shape had to change.

Nothing changes silently: each rule here either gives the node back, or notes what it did and whether the node now finds
the same, more or less (`changes`). That the notes are true is tested by running both trees.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from itertools import product

from plethu.searching.changes import Change, Note
from plethu.searching.faults import Unreadable
from plethu.searching.fielding import field_plan, pushed
from plethu.searching.pairing import pairs_of
from plethu.searching.platforms import Platform
from plethu.searching.printing import as_days, date_form_for, heading_form, term_text
from plethu.searching.spelling_out import MOST_SPELLINGS, Spelled, spelled
from plethu.searching.tokens import tokens_of
from plethu.searching.tree import (
    And,
    Dated,
    Fielded,
    Fields,
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
    walk,
)

WIDER, NARROWER, EXACT, IMPOSSIBLE = Change.WIDER, Change.NARROWER, Change.EXACT, Change.IMPOSSIBLE


class Adapter:
    """One tree on its way to one platform. `notes` are pairs of a note and the written node it is about."""

    def __init__(self, rules: Platform, words: Sequence[str] | None, lines: Mapping[str, str]) -> None:
        self.rules, self.words, self.lines = rules, words, lines
        self.notes: list[tuple[Note, Node | None]] = []
        self._negative = False
        self._fields: Fields | None = None

    # --- noting -------------------------------------------------------------------------------------------------

    def _note(
        self, code: str, change: Change, node: Node, written: Node | None, rewrites: bool = True, **values: str
    ) -> None:
        turned = {WIDER: NARROWER, NARROWER: WIDER}
        effect = turned.get(change, change) if self._negative else change
        effect = EXACT if effect is IMPOSSIBLE else effect
        contested = code.endswith("contested")
        note = Note(code, change, node.place, values=values, contested=contested, effect=effect, rewrites=rewrites)
        self.notes.append((note, written))

    def _dropped(self, since: int, change: Change) -> None:
        """What became impossible since then was left out of an OR (narrower) or an AND (wider)."""
        turned = {WIDER: NARROWER, NARROWER: WIDER}
        effect = turned[change] if self._negative else change
        for n in range(since, len(self.notes)):
            note, written = self.notes[n]
            if note.change is IMPOSSIBLE and note.effect is EXACT:
                self.notes[n] = (replace(note, effect=effect), written)

    # --- the whole ----------------------------------------------------------------------------------------------

    def adapt(self, node: Node) -> Node | None:
        """The node as the platform can hold it; None where that is impossible, which is noted."""
        match node:
            case Word() | Phrase():
                return self._term(node)
            case Unquoted():
                return self._unquoted(node)
            case And(parts) | Or(parts):
                return self._joined(node, parts)
            case Not(kept, dropped):
                return self._not(node, kept, dropped)
            case Near():
                return self._near(node)
            case Fielded(inner, fields):
                return self._fielded(node, inner, fields)
            case Heading():
                return self._heading(node)
            case Dated():
                return self._dated(node)
            case InLanguage():
                return self._language(node)
            case Line():
                return self._line(node)

    def _joined(self, node: And | Or, parts: tuple[Node, ...]) -> Node | None:
        kept = []
        for part in parts:
            since = len(self.notes)
            found = self.adapt(part)
            if found is None:
                self._dropped(since, NARROWER if isinstance(node, Or) else WIDER)
            else:
                kept.append(found)
        if len(kept) < 2:
            return kept[0] if kept else None
        return node if tuple(kept) == parts else replace(node, parts=tuple(kept))

    def _not(self, node: Not, kept: Node, dropped: Node) -> Node | None:
        first = self.adapt(kept)
        if first is None:
            return None
        self._negative = not self._negative
        since = len(self.notes)
        second = self.adapt(dropped)
        if second is None:
            self._dropped(since, NARROWER)
        self._negative = not self._negative
        return first if second is None else replace(node, kept=first, dropped=second)

    # --- terms --------------------------------------------------------------------------------------------------

    def _term(self, node: Word | Phrase) -> Node | None:
        found = self._phrases(node) if isinstance(node, Phrase) else self._spellings(node)
        if found is None:
            return None
        return found

    def _spellings(self, node: Word) -> Node | None:
        node = self._without_signs(node)
        result = spelled(node, self.rules, self.words)
        return self._alternatives(node, result, result.words)

    def _alternatives(self, node: Word | Phrase, result: Spelled, found: Sequence[Word | Phrase]) -> Node | None:
        written: Node | None = None
        if found:
            safe = tuple(self._safe(each) for each in found)
            written = safe[0] if len(safe) == 1 else Or(safe, node.place)
        for code, change, values in result.notes:
            self._note(code, change, node, written, True, **values)
        return written

    def _safe(self, node: Word | Phrase) -> Word | Phrase:
        """A word that would be read as something else here, in quotation marks."""
        if isinstance(node, Phrase):
            return node
        text = term_text(node, self.rules)
        try:
            tokens = tokens_of(f"x {text}", self.rules)[1:] if text[:1].isalpha() else tokens_of(text, self.rules)
            alone = tokens_of(text, self.rules)
        except Unreadable:
            tokens = alone = []
        if len(tokens) == 1 and tokens[0].kind == "word" and len(alone) == 1 and alone[0].node == node:
            return node
        quoted = Phrase((node,), node.place)
        self._note("quoted", EXACT, node, quoted)
        return quoted

    def _without_signs(self, node: Word) -> Word:
        """Letters as typed without signs that mean something here."""
        odd = {*self.rules.wildcards.signs, *'()[]"', *self.rules.quotes.write} - {"'"}
        if not any(isinstance(part, str) and odd.intersection(part) for part in node.parts):
            return node
        parts = tuple(
            part if isinstance(part, Wildcard) else "".join("-" if sign in odd else sign for sign in part)
            for part in node.parts
        )
        clean = replace(node, parts=parts)
        self._note("sign-left-out", EXACT, node, clean)
        return clean

    def _phrases(self, node: Phrase) -> Node | None:
        words = tuple(self._without_signs(word) for word in node.words)
        each = [self._in_phrase(word, n == len(words) - 1) for n, word in enumerate(words)]
        result = Spelled((), tuple(note for one in each for note in one.notes))
        count = 1
        for one in each:
            count *= len(one.words)
        if not 0 < count <= MOST_SPELLINGS:
            return self._loose_phrase(node, words)
        phrases = tuple(replace(node, words=each_words) for each_words in product(*(one.words for one in each)))
        open_words = [p for phrase in phrases for word in phrase.words for p in word.parts if isinstance(p, Wildcard)]
        if open_words and not self.rules.wildcards.in_quotes:
            return self._next_to(node, phrases, result)
        return self._alternatives(node, result, phrases)

    def _in_phrase(self, word: Word, last: bool) -> Spelled:
        is_open = any(isinstance(part, Wildcard) for part in word.parts)
        if is_open and self.rules.wildcards.end_only and not last and spelled(word, self.rules, None).words == (word,):
            shut = replace(self.rules, wildcards=replace(self.rules.wildcards, signs={}))
            return spelled(word, shut, self.words) if self.words is not None else Spelled(())
        return spelled(word, self.rules, self.words)

    def _loose_phrase(self, node: Phrase, words: tuple[Word, ...]) -> Node | None:
        """The words of a phrase anywhere: wider."""
        since = len(self.notes)
        found = [self._spellings(word) for word in words]
        if self._in_near or any(each is None for each in found):
            del self.notes[since:]
            self._note("phrase-impossible", IMPOSSIBLE, node, None)
            return None
        parts = tuple(each for each in found if each is not None)
        written: Node = And(parts, node.place) if len(parts) > 1 else parts[0]
        self._note("phrase-to-and", WIDER, node, written)
        return written

    def _next_to(self, node: Phrase, phrases: tuple[Phrase, ...], result: Spelled) -> Node | None:
        """Phrases with wildcards where quotation marks forbid them: next to each other in order."""
        if not self.rules.proximity_for(0, True):
            return self._loose_phrase(node, node.words)
        chains: list[Node] = []
        for phrase in phrases:
            words = [self._safe(word) for word in phrase.words]
            chain: Node = words[0]
            for word in words[1:]:
                chain = Near((chain, word), 0, True, node.place)
            chains.append(chain)
        written = chains[0] if len(chains) == 1 else Or(tuple(chains), node.place)
        for code, change, values in result.notes:
            self._note(code, change, node, written, True, **values)
        self._note("next-to", EXACT, node, written)
        return written

    def _unquoted(self, node: Unquoted) -> Node | None:
        here = self.rules.unquoted
        fits = all(spelled(word, self.rules, self.words).words == (word,) for word in node.words)
        if (node.joined, node.k) == (here.joined, here.k) and fits and self._reads_back(node):
            if here.contested:
                self._note("unquoted-contested", EXACT, node, node, rewrites=False)
            return node
        if node.joined == "phrase":
            said: Node = Phrase(node.words, node.place)
        elif node.joined == "near":
            said = node.words[0]
            said = Near(node.words, node.k, place=node.place) if len(node.words) == 2 else self._chain(node)
        else:
            said = And(node.words, node.place)
        written = self.adapt(said)
        code = f"unquoted-{node.joined}"
        if written is not None:
            self._note(code, NARROWER if node.joined == "mapped" else EXACT, node, written, k=str(node.k))
        return written

    def _chain(self, node: Unquoted) -> Node:
        return Near(node.words, node.k, place=node.place)

    def _reads_back(self, node: Unquoted) -> bool:
        text = term_text(node, self.rules)
        try:
            tokens = tokens_of(text, self.rules)
        except Unreadable:
            return False
        return all(token.kind == "word" for token in tokens) and tuple(t.node for t in tokens) == node.words

    # --- proximity ----------------------------------------------------------------------------------------------

    _in_near = False

    def _near(self, node: Near) -> Node | None:
        styles: dict[str, Callable[[Near], Node | None]] = {
            "operator": self._near_by_operator, "field": self._near_by_pairs, "slop": self._near_by_pairs,
        }  # fmt: skip
        return styles[self.rules.near.style](node)

    def _near_by_operator(self, node: Near) -> Node | None:
        if len(node.parts) > 2:
            return self._window(node)
        form = self.rules.proximity_for(node.k, node.ordered)
        loose = form or self.rules.proximity_for(node.k, False)
        if not form and node.ordered and node.k == 0:
            if phrases := self._as_phrases(node):
                return phrases
        if not loose:
            return self._to_and(node)
        outer, self._in_near = self._in_near, True
        since = len(self.notes)
        parts = [self.adapt(part) for part in node.parts]
        self._in_near = outer
        if any(part is None for part in parts):
            return self._near_lost(node, since)
        found = tuple(part for part in parts if part is not None)
        ordered = node.ordered and form is not None
        written = (
            node if found == node.parts and ordered == node.ordered else replace(node, parts=found, ordered=ordered)
        )
        if node.ordered and not form:
            self._note("order-lost", WIDER, node, written, k=str(node.k))
        self._near_doubts(node, written, loose.contested)
        return written

    def _near_doubts(self, node: Near, written: Near, contested: bool) -> None:
        rules = self.rules.near
        groups = any(isinstance(part, Or) for part in written.parts)
        mixed = any(isinstance(inner, Near) and inner.k != written.k for part in written.parts for inner in walk(part))
        if contested:
            self._note("distance-contested", EXACT, node, written, rewrites=False, k=str(node.k))
        if groups and rules.groups_contested:
            self._note("groups-contested", EXACT, node, written, rewrites=False)
        if mixed and rules.mixed_contested:
            self._note("mixed-distances-contested", EXACT, node, written, rewrites=False)

    def _near_lost(self, node: Near, since: int) -> Node | None:
        """A proximity one of whose parts cannot be said near anything."""
        del self.notes[since:]
        return self._to_and(node)

    def _to_and(self, node: Near) -> Node | None:
        """All parts anywhere: wider; impossible inside another proximity."""
        if self._in_near:
            self._note("distance-impossible", IMPOSSIBLE, node, None)
            return None
        parts = []
        for part in node.parts:
            since = len(self.notes)
            found = self.adapt(_loose(part))
            if found is None:
                self._dropped(since, WIDER)
            else:
                parts.append(found)
        if not parts:
            return None
        written = And(tuple(parts), node.place) if len(parts) > 1 else parts[0]
        self._note("distance-to-and", WIDER, node, written, k=str(node.k))
        return written

    def _window(self, node: Near) -> Node | None:
        """More than two parts in one stretch: each of them near the first, at the greatest distance that may be."""
        if self._in_near or not all(isinstance(part, Word) for part in node.parts):
            return self._to_and(node)
        k = node.k + len(node.parts) - 2
        near = tuple(Near((node.parts[0], part), k, place=node.place) for part in node.parts[1:])
        written = self.adapt(And(near, node.place))
        if written is not None:
            self._note("window-to-distances", WIDER, node, written, k=str(k))
        return written

    def _as_phrases(self, node: Near) -> Node | None:
        pairs = pairs_of(node, None, keep_open=True)
        if not pairs or len(pairs) > MOST_SPELLINGS:
            return None
        phrases: tuple[Node, ...] = tuple(Phrase(words, node.place) for words in pairs)
        since = len(self.notes)
        written = self.adapt(phrases[0] if len(phrases) == 1 else Or(phrases, node.place))
        if written is None:
            del self.notes[since:]
            return None
        self._note("next-to-phrases", EXACT, node, written)
        return written

    def _near_by_pairs(self, node: Near) -> Node | None:
        """PubMed and Lens know no groups near each other: pairs of whole words are written out, or it becomes AND."""
        slop = self.rules.near.style == "slop"
        pairs = pairs_of(node, self.words)
        longest = max(map(len, pairs), default=0)
        if not pairs or len(pairs) > MOST_SPELLINGS * 2 or self._in_near or (slop and longest > 2):
            return self._to_and(node)
        allowed, change = self._near_fields()
        if not slop and allowed is None:
            return self._to_and(node)
        ordered = node.ordered and slop
        nears = [Near(words, node.k, ordered, node.place) for words in pairs]
        fielded = [Fielded(near, allowed, node.place) if allowed and not slop else near for near in nears]
        written: Node = fielded[0] if len(fielded) == 1 else Or(tuple(fielded), node.place)
        same = written == node or (isinstance(written, Fielded) and written.node == node)
        opened = any(isinstance(part, Wildcard) for word in _words(node) for part in word.parts)
        if change is not None:
            self._note("near-fields", change, node, written)
        if node.ordered and (not slop or node.k > 1):
            self._note("order-lost", WIDER, node, written, k=str(node.k))
        if longest > len(node.parts):
            self._note("phrase-in-window", WIDER, node, written)
        if not same:
            self._note("pairs", NARROWER if opened else EXACT, node, written, count=str(len(pairs)))
        return written

    def _near_fields(self) -> tuple[Fields | None, Change | None]:
        """The fields in which a distance can be said, for those that are asked for; what choosing them changes."""
        allowed = self.rules.near.fields
        if not allowed:
            return None, None
        asked = self._fields
        if asked is None:
            return frozenset({"title", "abstract", "keywords"}), NARROWER
        if asked in allowed:
            return asked, None
        inside = [fields for fields in allowed if fields <= asked or "all" in asked]
        if inside:
            return max(inside, key=len), NARROWER
        around = [fields for fields in allowed if fields >= asked]
        return (min(around, key=len), WIDER) if around else (None, None)

    # --- fields, headings, limits -------------------------------------------------------------------------------

    def _fielded(self, node: Fielded, inner: Node, fields: Fields) -> Node | None:
        if self._fields is not None and "all" not in self._fields:
            fields = self._fields if "all" in fields else fields & self._fields
        plan = field_plan(fields, self.rules) if fields else None
        if plan is None:
            self._note("field-impossible", IMPOSSIBLE, node, None, fields=",".join(sorted(fields)))
            return None
        outer, self._fields, since = self._fields, plan.fields, len(self.notes)
        by_leaves = not self.rules.fields.groups or len(plan.codes) > 1 or self.rules.near.style == "field"
        simple = isinstance(inner, Word | Phrase | Unquoted) or not by_leaves
        adapted = self.adapt(inner)
        self._fields = outer
        if adapted is None:
            return None
        written = pushed(adapted, plan, self.rules, node.place, whole=simple and len(plan.codes) == 1)
        if plan.change:
            lost = ",".join(sorted(fields ^ plan.fields))
            self._note(f"field-{plan.change.value}", plan.change, node, written, fields=lost)
        elif written != node and not any(note.rewrites for note, _ in self.notes[since:]):
            self._note("field-by-field", EXACT, node, written)
        return written

    def _heading(self, node: Heading) -> Node | None:
        if heading_form(node, self.rules):
            return node
        for other, code, change in (
            (replace(node, major=False), "heading-not-major", WIDER),
            (replace(node, explode=False), "heading-not-exploded", NARROWER),
            (replace(node, explode=False, major=False), "heading-plain", NARROWER),
        ):
            if other != node and heading_form(other, self.rules):
                self._note(code, change, node, other)
                return other
        self._note("heading-impossible", IMPOSSIBLE, node, None, heading=node.term, vocabulary=node.vocabulary)
        return None

    def _dated(self, node: Dated) -> Node | None:
        if date_form_for(node, self.rules):
            return node
        days = replace(node, start=as_days(node)[0], end=as_days(node)[1])
        if date_form_for(days, self.rules):
            self._note("dates-as-days", EXACT, node, days)
            return days
        years = replace(node, start=node.start[:4], end=node.end[:4])
        if date_form_for(years, self.rules):
            self._note("dates-as-years", WIDER, node, years)
            return years
        self._note("dates-impossible", IMPOSSIBLE, node, None)
        return None

    def _language(self, node: InLanguage) -> Node | None:
        if not self.rules.languages:
            self._note("language-impossible", IMPOSSIBLE, node, None)
            return None
        if len(node.codes) == 1:
            return node
        written = Or(tuple(InLanguage((code,), node.place) for code in node.codes), node.place)
        self._note("languages-one-by-one", EXACT, node, written)
        return written

    def _line(self, node: Line) -> Node | None:
        name = self.lines.get(node.name, node.name)
        if not self.rules.lines.write or not name.isdigit():
            self._note("line-impossible", IMPOSSIBLE, node, None, name=node.name)
            return None
        return node if name == node.name else replace(node, name=name)


def _words(node: Node) -> list[Word]:
    found: list[Word] = []
    for each in walk(node):
        if isinstance(each, Word):
            found.append(each)
        elif isinstance(each, Phrase | Unquoted):
            found.extend(each.words)
    return found


def _loose(node: Node) -> Node:
    """A part of a proximity as it stands when it may be anywhere: a proximity inside it as AND."""
    if isinstance(node, Near):
        return And(tuple(map(_loose, node.parts)), node.place)
    if isinstance(node, Or):
        return replace(node, parts=tuple(map(_loose, node.parts)))
    return node
