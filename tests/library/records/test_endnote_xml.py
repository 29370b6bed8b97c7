"""EndNote's XML in its dialects; hostile XML is refused before it is parsed."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plethu.evidence.problems import BadInput
from plethu.records.endnote_elements import elements
from plethu.records.endnote_xml import count, read, recognise
from plethu.records.record import Item, Refused, Remark

from ...accounting import codes, one, opened, records

QUICK = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
ENDNOTE = (
    '<record><database name="My.enl" path="C:\\My.enl">My.enl</database><ref-type name="Journal Article">17</ref-type>'
    '<foreign-keys><key app="EN" db-id="x">19</key></foreign-keys><contributors><authors><author>'
    '<style face="normal" font="default" size="100%">Pryce, A. B.</style></author><author>Cyngor Powys,</author>'
    "</authors><secondary-authors><author>Ek, Bo</author></secondary-authors></contributors><titles><title>"
    '<style>Tir a </style><style face="italic">dŵr</style></title><secondary-title>'
    'J Place</secondary-title></titles><periodical><full-title>J Place'
    "</full-title><abbr-1>JP</abbr-1></periodical><pages>10-19</pages><volume>3</volume><number>4</number>"
    "<edition>2019/08/02</edition><keywords><keyword>care</keyword><keyword>Child, Preschool</keyword></keywords>"
    "<dates><year>2019</year><pub-dates><date>Sep 18</date></pub-dates></dates><isbn>"
    "0893-8512 (Print)&#13;0893-8520</isbn>"
    "<accession-num>31366609</accession-num><abstract>One.&#13;Two.</abstract><custom2>PMC6750137</custom2>"
    "<electronic-resource-num>10.1234/abc</electronic-resource-num><remote-database-provider>NLM"
    "</remote-database-provider><custom7>kept</custom7><urls><related-urls><url>https://example.org/a</url>"
    "</related-urls></urls></record>"
)  # fmt: skip
WEB = (
    '<record><source-app name="Zotero">Zotero</source-app><ref-type name="Web Page">12</ref-type><titles><title>Tudalen'
    "</title></titles><dates><year>2022</year><pub-dates><date>2022 May</date></pub-dates></dates></record>"
)
MENDELEY = '<record><ref-type name="Generic">31</ref-type><titles><title>Slides</title></titles></record>'
HEAD, END = '<?xml version="1.0" encoding="UTF-8"?>\n<xml><records>', "</records></xml>"
GOOD = f"{HEAD}{ENDNOTE}\n{WEB}{MENDELEY}{END}"


def read_text(folder: Path, text: str | bytes) -> list[Item]:
    return list(read(opened(folder, text, "file.xml"), {}))


def test_a_record_of_endnote_as_csl(tmp_path: Path) -> None:
    record = records(read_text(tmp_path, GOOD))[0]
    assert record.csl == {
        "type": "article-journal",
        "title": "Tir a dŵr",
        "author": [{"family": "Pryce", "given": "A. B."}, {"literal": "Cyngor Powys"}],
        "editor": [{"family": "Ek", "given": "Bo"}],
        "container-title": "J Place",
        "container-title-short": "JP",
        "page": "10-19",
        "volume": "3",
        "issue": "4",
        "keyword": "care; Child, Preschool",
        "issued": {"date-parts": [[2019, 9, 18]]},
        "ISSN": "0893-8512, 0893-8520",
        "PMID": "31366609",
        "PMCID": "PMC6750137",
        "DOI": "10.1234/abc",
        "URL": "https://example.org/a",
        "abstract": "One.\nTwo.",
    }
    assert (record.printed_date, record.edtf) == ("Sep 18 2019", "2019-09-18")


def test_every_element_and_attribute_stays_in_the_fields(tmp_path: Path) -> None:
    record = records(read_text(tmp_path, GOOD))[0]
    assert record.first("custom7") == "kept"
    assert record.first("database@path") == "C:\\My.enl"
    assert record.first("foreign-keys/key@db-id") == "x"
    assert record.all("contributors/authors/author") == ["Pryce, A. B.", "Cyngor Powys,"]


def test_the_dialects_are_known_and_counted(tmp_path: Path) -> None:
    file = opened(tmp_path, GOOD)
    found = records(read(file, {}))
    assert [(record.csl["type"], record.line) for record in found] == [
        ("article-journal", 2),
        ("webpage", 3),
        ("document", 3),
    ]
    assert count(file) == 3
    assert recognise(file) == 9
    assert found[1].edtf == "2022-05"


@pytest.mark.parametrize(
    "attack",
    [
        '<!DOCTYPE xml [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>',
        '<!DOCTYPE xml [<!ENTITY xxe SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE xml SYSTEM "http://example.org/evil.dtd">',
        '<!DOCTYPE xml [<!ENTITY % p SYSTEM "http://example.org/p"> %p;]>',
        '<!doctype xml><!entity a "b">',
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_declared_entities_and_document_types_are_refused(tmp_path: Path, attack: str, encoding: str) -> None:
    text = f'<?xml version="1.0"?>{attack}<xml><records><record><titles><title>&b;&xxe;</title></titles></record>{END}'
    with pytest.raises(BadInput) as refusal:
        read_text(tmp_path, text.encode(encoding))
    assert refusal.value.problems[0].code == "entities"


@pytest.mark.parametrize(
    "inside",
    ['<!DOCTYPE xml [<!ENTITY a "b">]>', '<!ENTITY xxe SYSTEM "file:///etc/passwd">', "<![CDATA[<!ENTITY a>]]>"],
)
def test_an_entity_declared_inside_a_record_is_never_used(tmp_path: Path, inside: str) -> None:
    items = read_text(
        tmp_path, f"{HEAD}<record>{inside}<titles><title>x &a; &xxe; y</title></titles></record>{WEB}{END}"
    )
    assert records(items)[-1].csl["title"] == "Tudalen"
    said = "".join(field.value for record in records(items) for field in record.fields)
    assert "root:" not in said
    assert "x b" not in said


def test_a_broken_record_is_refused_alone_with_its_line(tmp_path: Path) -> None:
    items = read_text(tmp_path, f"{HEAD}\n<record><titles><title>no end</title>\n{WEB}\n<record/>{MENDELEY}{END}")
    assert [record.csl["title"] for record in records(items)] == ["Tudalen", "Slides"]
    assert [(item.number, item.line, item.code) for item in items if isinstance(item, Refused)] == [
        (1, 3, "not-xml"),
        (3, 5, "empty-record"),
    ]


@pytest.mark.parametrize("title", ["A & B", "A &nbsp; B", "A &#x1; B", "A &#11; B"])
def test_signs_that_xml_does_not_allow_are_mended(tmp_path: Path, title: str) -> None:
    record = one(read_text(tmp_path, f"{HEAD}<record><titles><title>{title} &eacute;</title></titles></record>{END}"))
    assert record.csl["title"] in ("A & B é", "A B é")
    assert codes(record) == ["markup-mended"]


def test_other_encodings_are_mended(tmp_path: Path) -> None:
    text = f"{HEAD}<record><titles><title>Caf\xe9 \x00\x07x</title></titles></record>{END}".encode("latin-1")
    record = one(read_text(tmp_path, text))
    assert record.csl["title"] == "Café x"
    assert codes(record) == ["line-encoding", "unseen-characters"]


def test_text_between_records_is_a_remark(tmp_path: Path) -> None:
    items = read_text(tmp_path, f"{HEAD}<!-- made by hand -->{WEB}\nloose{END}")
    assert [item.text for item in items if isinstance(item, Remark)] == ["<!-- made by hand -->", "loose"]


@pytest.mark.parametrize("size", [1, 5, 50])
def test_where_the_file_is_cut_into_stretches_makes_no_difference(size: int) -> None:
    stretches = [GOOD[at : at + size] for at in range(0, len(GOOD), size)]
    assert [e for e in elements(stretches) if not e.between] == [e for e in elements([GOOD]) if not e.between]


def test_a_file_cut_off_anywhere_is_read_as_far_as_it_goes(tmp_path: Path) -> None:
    data = GOOD.encode()
    for end in range(0, len(data), 3):
        items = read_text(tmp_path, data[:end])
        assert len(records(items)) == data[:end].count(b"</record>")
        assert all(item.number <= 3 for item in items if not isinstance(item, Remark))


def test_very_deep_elements_are_refused(tmp_path: Path) -> None:
    items = read_text(tmp_path, f"{HEAD}<record>{'<a>' * 50_000}x{'</a>' * 50_000}</record>{WEB}{END}")
    assert [type(item).__name__ for item in items] == ["Refused", "Record"]


@QUICK
@given(at=st.integers(0, len(GOOD)), put=st.text('<>/&;"=![]\0 ŵrecord', max_size=6), cut=st.integers(0, 8))
def test_a_changed_file_is_never_an_exception(tmp_path: Path, at: int, put: str, cut: int) -> None:
    items = read_text(tmp_path, GOOD[:at] + put + GOOD[at + cut :])
    numbered = [item.number for item in items if not isinstance(item, Remark)]
    assert numbered == list(range(1, len(numbered) + 1))
    assert len(numbered) >= 2


@QUICK
@given(data=st.binary(max_size=200) | st.text("<>/&;!?[]ab record", max_size=200).map(str.encode))
def test_any_bytes_are_read_or_refused(tmp_path: Path, data: bytes) -> None:
    try:
        read_text(tmp_path, data)
    except BadInput as refusal:
        assert refusal.problems[0].code == "entities"
