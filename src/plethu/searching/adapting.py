"""A tree made into one that a platform can hold, with a note for each node whose meaning or shape had to change.

Nothing changes silently: each rule here either gives the node back, or notes what it did and whether the node now finds
the same, more or less (`changes`). That the notes are true is tested by running both trees.
"""

from __future__ import annotations

from dataclasses import replace

from plethu.searching.adapting_near import Distances
from plethu.searching.fielding import Pushed, field_plan
from plethu.searching.noting import EXACT, IMPOSSIBLE, NARROWER, WIDER
from plethu.searching.printing import as_days, date_form_for, heading_form
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
    Word,
)


class Adapter(Distances):
    """One tree on its way to one platform."""

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
        kept, start = [], len(self.notes)
        for part in parts:
            since = len(self.notes)
            found = self.adapt(part)
            if found is None:
                self._dropped(since, NARROWER if isinstance(node, Or) else WIDER)
            else:
                kept.append(found)
        if not kept:
            self._undecided(start)
            return None
        if len(kept) == 1:
            return kept[0]
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

    def _fielded(self, node: Fielded, inner: Node, fields: Fields) -> Node | None:
        if self._fields is not None and "all" not in self._fields:
            fields = self._fields if "all" in fields else fields & self._fields
        plan = field_plan(fields, self.rules) if fields else None
        if plan is None:
            self._note("field-impossible", IMPOSSIBLE, node, None, fields=",".join(sorted(fields)))
            return None
        outer, self._fields, since = self._fields, plan.fields, len(self.notes)
        adapted = self.adapt(inner)
        self._fields = outer
        if adapted is None:
            return None
        push = Pushed(plan, self.rules, node.place)
        written = push.put(adapted)
        self.notes = [(note, push.moved.get(id(about), about)) for note, about in self.notes]
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
        days = replace(node, start=as_days(node)[0], end=as_days(node)[1])
        years = replace(node, start=node.start[:4], end=node.end[:4])
        for other, code, change in (
            (node, "", EXACT),
            (days, "dates-as-days", EXACT),
            (years, "dates-as-years", WIDER),
        ):
            if form := date_form_for(other, self.rules):
                if code:
                    self._note(code, change, node, other)
                if form.contested:
                    self._note("dates-contested", EXACT, node, other, rewrites=False)
                return other
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
        name = self.lines.get(node.name, "" if self.lines else node.name)
        if not self.rules.lines.write or not name.isdigit():
            self._note("line-impossible", IMPOSSIBLE, node, None, name=node.name)
            return None
        return node if name == node.name else replace(node, name=name)
