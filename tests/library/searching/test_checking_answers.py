"""An answered finding stays answered while other things are edited, and comes back when it is about something else."""

from __future__ import annotations

from plethu.searching.checking import CODES, Answer, Criteria, Severity, check, check_together, unanswered
from plethu.searching.checking.word_lists import databases, spelling_pairs

from .checked import findings, only, strategy

FINE = Answer("a librarian", "meant so", "2024-05-01")


def test_an_answer_is_kept_when_text_before_it_changes():
    key = only("one-spelling", "neighbour*").key
    edited = strategy('"brand new term*" OR neighbour* OR other*')
    (answered,) = [f for f in check(edited, answered={key: FINE}) if f.code == "one-spelling"]
    assert answered.answer == FINE
    assert answered not in unanswered(check(edited, answered={key: FINE}))
    assert answered.place.start > 0


def test_an_answer_is_for_its_term_and_block_alone():
    key = only("one-spelling", "neighbour*").key
    other = strategy("A. One\nneighbourhood\nB. Two\nneighbour*\nA + B")
    assert all(f.answer is None for f in check(other, answered={key: FINE}))


def test_every_key_stands_once():
    text = "(a1 N2 (choir* OR choir*)) OR (a2 N2 (choir* OR choir*)) OR (a3 N2 (choir* OR choir*))"
    keys = [f.key for f in findings(text) if f.code == "duplicate"]
    assert keys == ["duplicate:A:choir*", "duplicate:A:choir*#2", "duplicate:A:choir*#3"]


def test_answers_on_translations_tell_platforms_apart():
    first = strategy("A. Music\nvillage N2 choir")
    others = [strategy("A. Music\nvillage and choir", "ovid"), strategy("A. Music\nvillage AND choir", "scopus")]
    one, two = check_together([first, *others])
    (answered,) = [f for f in check_together([first, *others], answered={one.key: FINE}) if f.answer]
    assert answered.platform == one.platform == "ovid"
    assert two.key != one.key


def test_what_the_protocol_promises_has_keys_of_its_own():
    found = findings("choir*", criteria=Criteria(start="2020"))
    assert "no-dates::" in {f.key for f in found}


def test_every_code_stands_once_and_grave_ones_are_errors():
    assert len({code.code for code in CODES}) == len(CODES)
    grave = {code.code for code in CODES if code.severity is Severity.ERROR}
    assert {"unquoted", "drift-proximity", "drift-distance", "formula-name-missing", "dates-differ"} <= grave


def test_the_lists_are_sound():
    pairs = spelling_pairs()
    assert len({pair.uk for pair in pairs}) == len(pairs)
    assert all(pair.uk != pair.us and pair.uk == pair.uk.casefold() for pair in pairs)
    assert all(word.startswith((pair.uk, pair.us)) for pair in pairs for word in pair.others)
    names = [name for database in databases() for name in (database.name.casefold(), *database.also)]
    assert len(set(names)) == len(names)
    assert all(name == name.casefold() for name in names)
