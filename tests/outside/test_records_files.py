"""Files that reference programs wrote, from elsewhere: each is read whole, and goes out and comes back.

They lie in the folder that PLETHU_SAMPLES names. `make test-outside`.
"""

from __future__ import annotations

import os
import re
from io import BytesIO
from pathlib import Path

import pytest

from plethu.records.formats import format_named, recognised
from plethu.records.opened import Opened
from plethu.records.record import Item, Record, Refused, Remark

pytestmark = pytest.mark.outside
FOLDER = Path(os.environ.get("PLETHU_SAMPLES", "/nowhere"))
FORMATS = ("bibtex", "endnote-xml", "csl-json", "csv", "tsv", "xlsx")
PLACES = (
    *("bibtex/*.bib", "dedupe/*.bib", "endnote/*.bib", "endnote/*.xml", "csv/*.csv", "csv/*.tsv", "csv/*.xlsx"),
    *("csv/synthesisr-litsearchr.txt", "csv/colandr-example-citations.json", "dedupe/*.csv", "evidence-map/*.csv"),
    *("dedupe/ASySD-test_export.txt", "seed/*.csv"),
)
FILES = sorted(path for place in PLACES for path in FOLDER.glob(place))


def name_of(path: Path) -> str:
    return f"{path.parent.name}/{path.name}"


def read(path: Path) -> tuple[str, list[Item], int | None]:
    opened = Opened(path)
    found = recognised(opened)
    assert found is not None, path.name
    return found.id, list(found.read(opened, {})), found.count(opened)


def test_there_are_files() -> None:
    assert len(FILES) > 50


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_a_file_is_known_and_every_record_of_it_is_read(path: Path) -> None:
    format, items, counted = read(path)
    records = [item for item in items if isinstance(item, Record)]
    assert format in FORMATS
    assert records
    assert not [item for item in items if isinstance(item, Refused)]
    assert counted in (None, len(records))
    assert [record.number for record in records] == list(range(1, len(records) + 1))
    assert all(record.csl["type"] and len(record.csl) > 1 for record in records)


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_no_word_of_a_file_is_lost(path: Path) -> None:
    """Words of letters only: signs may stand for others, as in LaTeX and XML."""
    _, items, _ = read(path)
    said: set[str] = set()
    for item in items:
        texts = [item.text] if isinstance(item, Remark | Refused) else [f"{f.tag} {f.value}" for f in item.fields]
        said |= {word for text in texts for word in words(text)}
    if path.suffix == ".xlsx":
        return
    text = path.read_bytes().decode("utf-8-sig", "replace")
    if path.suffix == ".xml":
        text = re.sub(r"&#?\w+;", " ", re.sub(r"</?style[^>]*>|<\w+/>", "", text))
    own = {"xml", "records", "record", "version", "encoding", "utf"} if path.suffix == ".xml" else set()
    assert {word for word in words(text) if word.isascii()} - said - own == set()


def words(text: str) -> set[str]:
    return {word.lower() for word in re.findall(r"(?<![\w�])[A-Za-z]{3,}(?![\w�])", text)}


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_a_file_goes_back_into_its_own_format(path: Path, tmp_path: Path) -> None:
    format, items, _ = read(path)
    records = [item for item in items if isinstance(item, Record)]
    again = written_and_read(records, format, tmp_path)
    for before, after in zip(records, again, strict=True):
        assert after.csl == before.csl
        kept = {field.value for field in after.fields}
        assert format == "bibtex" or {field.value for field in before.fields} <= kept


@pytest.mark.parametrize("format", ["csl-json", "csv", "xlsx"])
@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_a_file_goes_whole_into_formats_with_a_place_for_everything(path: Path, format: str, tmp_path: Path) -> None:
    _, items, _ = read(path)
    records = [item for item in items if isinstance(item, Record)]
    again = written_and_read(records, format, tmp_path)
    assert [record.csl for record in again] == [record.csl for record in records]


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_a_file_goes_into_bibtex_with_title_people_and_year(path: Path, tmp_path: Path) -> None:
    _, items, _ = read(path)
    records = [item for item in items if isinstance(item, Record)]
    for before, after in zip(records, written_and_read(records, "bibtex", tmp_path), strict=True):
        for name in ("type", "title", "author", "issued", "DOI", "URL"):
            plain = " ".join(str(before.csl.get(name)).split())
            assert " ".join(str(after.csl.get(name)).split()) == plain, name


def written_and_read(records: list[Record], format: str, folder: Path) -> list[Record]:
    found, file = format_named(format), BytesIO()
    assert found.write is not None
    assert found.write(iter(records), file) == len(records)
    path = folder / f"again.{found.ending}"
    path.write_bytes(file.getvalue())
    opened = Opened(path)
    assert found.recognise(opened) >= 4
    return [item for item in found.read(opened, {}) if isinstance(item, Record)]
