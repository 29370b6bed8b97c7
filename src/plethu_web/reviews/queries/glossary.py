"""What can be asked about the glossary: what is settled, what is suggested, how a word came to mean what it means."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import QuerySet
from django.http import Http404

from plethu.evidence.protocol import Definition, Protocol
from plethu.evidence.text import Text
from plethu_web.reviews.models import GlossaryWord, Review, Wording
from plethu_web.reviews.queries.reviews import Access


@dataclass(frozen=True, slots=True)
class Word:
    """A word with the wording that counts, if one is settled, and the suggestions after it."""

    row: GlossaryWord
    settled: Wording | None
    suggested: list[Wording]

    @property
    def newest(self) -> Wording:
        """What to call it by: the settled wording, else the newest."""
        return self.settled or self.suggested[0]


def words_of(access: Access) -> list[Word]:
    """All words, by name."""
    words = [_word(row) for row in access.review.words.prefetch_related("wordings__by")]
    return sorted(words, key=lambda word: str(word.newest).casefold())


def word_of(access: Access, pk: int) -> Word:
    """One word; Http404 where there is none in this review."""
    row = access.review.words.filter(pk=pk).prefetch_related("wordings__by", "wordings__settled_by").first()
    if row is None:
        raise Http404
    return _word(row)


def history_of(word: Word) -> QuerySet[Wording]:
    """All wordings of a word, the newest first."""
    return word.row.wordings.select_related("by", "settled_by")


def settled_in(review: Review) -> list[tuple[str, Text, Text]]:
    """The settled words of a review: code, word and meaning."""
    rows = Wording.objects.filter(word__review=review, word__set_aside=False, settled__isnull=False)
    last: dict[str, Wording] = {}
    for row in rows.select_related("word").order_by("settled"):
        last[row.word.code] = row
    return sorted(((code, row.name, row.sense) for code, row in last.items()), key=lambda word: word[0])


def definitions_of(access: Access) -> list[Definition]:
    """The settled words as a protocol takes them in."""
    return [Definition(code, name, meaning) for code, name, meaning in settled_in(access.review)]


def stale_in(review: Review, protocol: Protocol) -> list[Text]:
    """Words that a protocol defines otherwise than the glossary does by now."""
    now = {code: (name, meaning) for code, name, meaning in settled_in(review)}
    return [d.term for d in protocol.definitions if d.id in now and now[d.id] != (d.term, d.meaning)]


def _word(row: GlossaryWord) -> Word:
    wordings = list(row.wordings.all())
    settled = max((w for w in wordings if w.settled), key=lambda w: w.settled or w.at, default=None)
    later = [w for w in wordings if not w.settled and (settled is None or w.number > settled.number)]
    return Word(row, settled, later)
