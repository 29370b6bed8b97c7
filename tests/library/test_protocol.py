"""The protocol of a review: changing it, what is new between two, what does not fit together, files of it."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plethu.evidence.problems import BadInput
from plethu.evidence.protocol import Protocol, Rule, Window, label_of, without_welsh
from plethu.evidence.protocol_differences import differences
from plethu.evidence.protocol_doubts import doubts
from plethu.evidence.protocol_editing import entry_at, free_id, with_entry, with_fields, without_entry
from plethu.evidence.text import Text
from plethu.framework.protocol_file import read_protocol, write_protocol
from plethu.reporting.protocol_words import as_markdown, tell_difference, tell_doubts
from plethu.terms import TERMS
from plethu.wording import has

from ..small_protocol import RULE, STRAND, WHOLE, protocols, said

PAPERS = (("strands", "papers"),)


def codes(protocol: Protocol) -> set[str]:
    return {doubt.code for doubt in doubts(protocol)}


# Changing


def test_a_change_gives_another_protocol_and_leaves_the_first() -> None:
    after = with_fields(WHOLE, PAPERS, geography=said("The UK"))
    assert after.strands[0].geography.en == "The UK"
    assert WHOLE.strands[0].geography.en == "Wales"
    assert after.strands[0].rules == WHOLE.strands[0].rules


def test_an_entry_is_added_last_and_taken_out_again() -> None:
    rule = Rule("weeds", "exclude", said("About weeds"))
    after = with_entry(WHOLE, PAPERS, "rules", rule)
    assert [entry.id for entry in after.strands[0].rules] == ["allotments", "weeds"]
    assert without_entry(after, (*PAPERS, ("rules", "weeds"))) == WHOLE


def test_a_taken_id_is_refused() -> None:
    with pytest.raises(ValueError, match="allotments"):
        with_entry(WHOLE, PAPERS, "rules", RULE)


@pytest.mark.parametrize("way", [(("strands", "none"),), (("question", "x"),), (("no-such", "x"),)])
def test_a_way_that_leads_nowhere_is_an_error(way: tuple[tuple[str, str], ...]) -> None:
    for change in (lambda: entry_at(WHOLE, way), lambda: without_entry(WHOLE, way), lambda: with_fields(WHOLE, way)):
        with pytest.raises(KeyError):
            change()


@given(st.text(), st.sets(st.text(max_size=5), max_size=5))
def test_an_id_made_from_words_is_free_and_can_stand_in_a_file(words: str, taken: set[str]) -> None:
    from plethu.framework.protocol_file import ID

    found = free_id(words, taken, "strand")
    assert found not in taken
    assert ID.fullmatch(found)


# Differences


@settings(max_examples=25, deadline=None)
@given(protocols, protocols)
def test_there_is_a_difference_exactly_where_two_are_not_the_same(old: Protocol, new: Protocol) -> None:
    assert differences(old, old) == ()
    assert bool(differences(old, new)) == (old != new)


@settings(max_examples=25, deadline=None)
@given(protocols, protocols)
def test_every_difference_can_be_told_in_both_languages(old: Protocol, new: Protocol) -> None:
    for difference in differences(old, new):
        english, welsh = (tell_difference(difference, language) for language in ("en", "cy"))
        assert english.sentence.partition(":")[0] != welsh.sentence.partition(":")[0]


def test_a_difference_names_the_strand_and_the_field() -> None:
    after = with_fields(WHOLE, PAPERS, geography=said("The UK"), screening="not-screened")
    told = [tell_difference(each, "en") for each in differences(WHOLE, after)]
    assert [each.sentence for each in told] == [
        "Changed: Strand “Papers” › Places",
        "Changed: Strand “Papers” › Screened or not",
    ]
    assert (told[0].before.en, told[0].after.en) == ("Wales", "The UK")
    assert (told[1].before.text("cy"), told[1].after.text("cy")) == ("Wedi'i sgrinio", "Heb ei sgrinio")


def test_what_came_and_went_is_told_once_and_by_name() -> None:
    after = with_entry(without_entry(WHOLE, (("open_points", "weeds"),)), (), "strands", msgspec.structs.replace(
        STRAND, id="films", name=said("Films")
    ))  # fmt: skip
    assert [tell_difference(each, "en").sentence for each in differences(WHOLE, after)] == [
        "Added: Strand “Films”",
        "Taken out: Open point “Whether weeds count”",
    ]


def test_another_order_is_a_difference() -> None:
    two = with_entry(WHOLE, PAPERS, "rules", Rule("weeds", "exclude", said("About weeds")))
    turned = with_fields(two, PAPERS, rules=two.strands[0].rules[::-1])
    assert [each.kind for each in differences(two, turned)] == ["reordered"]


# Doubts


def test_a_whole_protocol_raises_no_doubt() -> None:
    assert codes(WHOLE) == set()


def test_an_empty_protocol_is_doubted_and_not_refused() -> None:
    assert codes(Protocol()) == {"no-question", "no-purpose", "no-scope", "no-updates", "no-strands"}


def test_two_windows_for_one_strand_are_seen() -> None:
    early = Window("text", said("2010 to 2020"), "2010/2020")
    assert "several-windows" in codes(with_entry(WHOLE, PAPERS, "windows", early))


def test_the_same_window_twice_is_one() -> None:
    assert "several-windows" not in codes(with_entry(WHOLE, PAPERS, "windows", Window("again", dates="2015/2020")))


def test_one_text_for_two_reviews_is_seen() -> None:
    earlier = msgspec.structs.replace(
        STRAND, id="earlier", name=said("Earlier papers"), windows=(Window("w", dates="2005/2010"),)
    )
    told = tell_doubts(with_entry(WHOLE, (), "strands", earlier), "en")
    assert [(each.place, "“Papers”" in each.sentence) for each in told] == [("Strand “Earlier papers”", True)]


def test_the_same_rules_for_the_same_time_are_no_matter() -> None:
    films = msgspec.structs.replace(STRAND, id="films", name=said("Films"))
    assert codes(with_entry(WHOLE, (), "strands", films)) == set()


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"rules": ()}, "no-inclusion-rule"),
        ({"rules": (Rule("x", "exclude", said("Weeds"), said("All")),)}, "no-inclusion-rule"),
        ({"rules": (RULE, Rule("x", "exclude", RULE.text, RULE.agreed_by))}, "included-and-excluded"),
        ({"rules": (msgspec.structs.replace(RULE, agreed_by=Text("")),)}, "agreed-by-nobody"),
        ({"windows": ()}, "no-window"),
        ({"windows": (Window("w", said("for ages")),)}, "window-not-read"),
        ({"windows": (Window("w", dates="2020/2015"),)}, "window-backwards"),
        ({"windows": (Window("w", dates="2020-05/2020-03"),)}, "window-backwards"),
        ({"geography": Text("")}, "no-geography"),
        ({"geography": said("")}, "no-geography"),
        ({"routes": ()}, "no-routes"),
        ({"screening": "not-said"}, "screening-not-said"),
    ],
)
def test_what_is_missing_from_a_strand_is_said(fields: dict[str, object], code: str) -> None:
    assert codes(with_fields(WHOLE, PAPERS, **fields)) == {code}


@settings(max_examples=25, deadline=None)
@given(protocols)
def test_every_doubt_leads_to_its_entry_and_has_a_sentence(protocol: Protocol) -> None:
    for doubt in doubts(protocol):
        entry_at(protocol, doubt.way)
        assert has(f"protocol.doubt.{doubt.code}")
    assert len(tell_doubts(protocol, "cy")) == len(list(doubts(protocol)))


def test_texts_without_welsh_are_counted() -> None:
    assert without_welsh(WHOLE) == without_welsh(with_fields(WHOLE, (), updates=said("Yearly", "Bob blwyddyn"))) + 1


def test_every_field_has_a_name_in_both_languages() -> None:
    from plethu.evidence.protocol import ENTRIES

    fields = {field for kind in (Protocol, *ENTRIES.values()) for field in kind.__struct_fields__} - {"id"}
    assert {f"protocol.{field}" for field in fields} <= set(TERMS)


# Files


@settings(max_examples=25, deadline=None)
@given(protocols)
def test_what_is_written_is_read_back(protocol: Protocol) -> None:
    assert read_protocol(write_protocol(protocol), "protocol.json") == protocol


TOML = """question = { en = "What grows?" }

[[strands]]
id = "papers"
name = { en = "Papers" }
windows = [{ id = "w", dates = "2015/2020" }]

  [[strands.rules]]
  id = "r"
  sense = "include"
  text = { cy = "Am erddi", en = "" }
"""


def test_a_protocol_can_be_written_by_hand() -> None:
    protocol = read_protocol(TOML.encode(), "p.toml")
    assert protocol.strands[0].rules[0].text.text("en") == "Am erddi"
    assert label_of(protocol.strands[0]).en == "Papers"


@pytest.mark.parametrize(
    ("before", "after", "code", "line", "field"),
    [
        ('"2015/2020"', '"last year"', "not-edtf", 6, "strands[0].windows[0].dates"),
        ("sense", "sens", "unknown-field", 3, "strands[0].rules[0].sens"),
        ('"include"', '"maybe"', "unknown-value", 3, "strands[0].rules[0].sense"),
        ('id = "papers"', 'id = "Pa pers"', "bad-id", 4, "strands[0].id"),
        ('"Am erddi"', '"A\\u202Em"', "hidden-character", 0, ""),
        ("[[strands]]", "[strands", "not-toml", 3, ""),
        ('question = { en = "What grows?" }', f'question = {{ en = "{"a" * 5001}" }}', "text-too-long", 1, "question"),
    ],
)
def test_a_bad_file_is_refused_with_its_place(before: str, after: str, code: str, line: int, field: str) -> None:
    with pytest.raises(BadInput) as caught:
        read_protocol(TOML.replace(before, after).encode(), "p.toml")
    problem = caught.value.problems[0]
    assert (problem.code, problem.file) == (code, "p.toml")
    if line:
        assert (problem.line, problem.field) == (line, field)


def test_an_id_that_stands_twice_is_refused() -> None:
    twice = TOML + '\n[[strands]]\nid = "papers"\nname = { en = "Again" }\n'
    with pytest.raises(BadInput, match="doubled-id"):
        read_protocol(twice.encode(), "p.toml")


@settings(max_examples=30, deadline=None)
@given(st.binary(max_size=300) | st.text(max_size=300).map(str.encode))
def test_no_bytes_do_more_than_be_refused(data: bytes) -> None:
    try:
        read_protocol(data, "x")
    except BadInput as error:
        assert error.problems


def test_a_gigantic_file_is_refused_before_it_is_read() -> None:
    with pytest.raises(BadInput, match="file-too-large"):
        read_protocol(b" " * (1024 * 1024 + 1), "x")


def test_thousands_of_entries_are_refused() -> None:
    many = msgspec.structs.replace(
        WHOLE, strands=tuple(msgspec.structs.replace(STRAND, id=f"s{n}") for n in range(301))
    )
    with pytest.raises(BadInput, match="too-many-entries"):
        read_protocol(write_protocol(many), "x")


# Markdown


def test_the_markdown_says_all_of_it_in_one_language() -> None:
    english, welsh = as_markdown(WHOLE, "en", ["Version 2"]), as_markdown(WHOLE, "cy")
    shown = ["Version 2", "What keeps a shared garden going?", "### Papers", "Agricola", "Citation searching"]
    shown += ["agreed by: Members' poll", "Publish the protocol", "Whether weeds count", "Every two years"]
    for words in shown:
        assert words in english
    assert "### Papurau" in welsh
    assert "Cynhwysir: Am randiroedd" in welsh


def test_what_people_wrote_is_no_markup() -> None:
    rude = with_fields(WHOLE, (), question=said("# Big\n<script>x</script> [a](http://x) | 1. x\n2. y"))
    text = as_markdown(rude, "en")
    assert "<script" not in text
    assert "\\# Big" in text
    assert "\\[a\\](http" in text
    assert "\n2. y" not in text
