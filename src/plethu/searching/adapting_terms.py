"""Words, phrases and words side by side, as a platform can hold them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import product

from plethu.searching.noting import EXACT, IMPOSSIBLE, NARROWER, WIDER, Noting
from plethu.searching.reading_back import is_read_back
from plethu.searching.running.patterns import pieces_of
from plethu.searching.spelling_out import MOST_SPELLINGS, Spelled, spelled
from plethu.searching.tree import ANY, And, Near, Node, Or, Phrase, Unquoted, Wildcard, Word
from plethu.searching.words import has_letters


class Terms(Noting):
    """What a search looks for, on its way to one platform."""

    def _term(self, node: Word | Phrase) -> Node | None:
        return self._phrases(node) if isinstance(node, Phrase) else self._spellings(node)

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
        self._sign_doubts(node, written, found)
        return written

    def _sign_doubts(self, node: Word | Phrase, written: Node | None, found: Sequence[Word | Phrase]) -> None:
        """Signs about which guides disagree."""
        rules = self.rules.wildcards
        words = [word for each in found for word in (each.words if isinstance(each, Phrase) else (each,))]
        signs = {rules.sign_of(part) for word in words for part in word.parts if isinstance(part, Wildcard)}
        for sign in rules.contested:
            if sign in signs:
                self._note("wildcard-contested", EXACT, node, written, rewrites=False, sign=sign)

    def _safe(self, node: Word | Phrase) -> Word | Phrase:
        """A word that would be read as something else here, in quotation marks."""
        if isinstance(node, Phrase):
            return node
        if is_read_back(node, self.rules):
            return node
        quoted = Phrase((node,), node.place)
        self._note("quoted", EXACT, node, quoted)
        return quoted

    def _without_signs(self, node: Word) -> Word:
        """Letters as typed without signs that mean something here."""
        signs = "".join(map(re.escape, {*self.rules.wildcards.reserved, *'()[]"'}))
        parts = tuple(
            part if isinstance(part, Wildcard) else re.sub(f"[{signs}]|[,;](?=[,;]*$)", "-", part)
            for part in node.parts
        )
        if parts == node.parts:
            return node
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
        if self.rules.wildcards.any_word and word.parts == (ANY,):
            return Spelled((word,))
        is_open = any(isinstance(part, Wildcard) for part in word.parts)
        if is_open and self.rules.wildcards.end_only and not last and spelled(word, self.rules, None).words == (word,):
            shut = replace(self.rules, wildcards=replace(self.rules.wildcards, signs={}))
            return spelled(word, shut, self.words) if self.words is not None else Spelled(())
        return spelled(word, self.rules, self.words)

    def _loose_phrase(self, node: Phrase, words: tuple[Word, ...]) -> Node | None:
        """The words of a phrase anywhere, without those that stand for any word: wider."""
        since = len(self.notes)
        found = [self._spellings(word) for word in words if has_letters(word) and pieces_of(word)]
        if self._in_near or not found or any(each is None for each in found):
            del self.notes[since:]
            self._note("phrase-impossible", IMPOSSIBLE, node, None)
            return None
        parts = tuple(each for each in found if each is not None)
        written: Node = And(parts, node.place) if len(parts) > 1 else parts[0]
        self._note("phrase-to-and", WIDER, node, written)
        return written

    def _next_to(self, node: Phrase, phrases: tuple[Phrase, ...], result: Spelled) -> Node | None:
        """Phrases with wildcards where quotation marks forbid them: next to each other in order."""
        if not self.rules.proximity_for(0, True) or not all(map(has_letters, node.words)):
            return self._loose_phrase(node, node.words)
        chains: list[Node] = []
        for phrase in phrases:
            words = [self._safe(word) for word in phrase.words if pieces_of(word)]  # no word, no place next to another
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
        fits = fits and (self._fields is None or self.rules.fields.groups)
        if (node.joined, node.k) == (here.joined, here.k) and fits and is_read_back(node, self.rules):
            if here.contested:
                self._note("unquoted-contested", EXACT, node, node, rewrites=False)
            return node
        if node.joined == "phrase":
            said: Node = Phrase(node.words, node.place)
        elif node.joined == "near":
            said = Near(node.words, node.k, place=node.place)
        else:
            said = And(node.words, node.place)
        written = self.adapt(said)
        code = f"unquoted-{node.joined}"
        if written is not None:
            self._note(code, NARROWER if node.joined == "mapped" else EXACT, node, written, k=str(node.k))
        return written
