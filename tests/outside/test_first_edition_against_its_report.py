"""The first edition beside the report it was read from: nothing invented, nothing copied. `make test-outside`."""

import json
import os
import re
from itertools import pairwise
from pathlib import Path

import pytest
from jsonschema import Draft7Validator

from plethu.framework.editions import DEFAULT, default_edition, editions_folder

pytestmark = pytest.mark.outside
EDITION = default_edition()
LONGEST_RUN = 7
# Names of laws and bodies may carry over at any length.
NAMES = ("well-being of future generations (wales) act 2015", "social services and well-being (wales) act 2014")


@pytest.fixture(scope="module")
def report() -> str:
    return (Path(os.environ["PLETHU_REPORT"]) / "report.md").read_text(encoding="utf-8")


def plain(text: str) -> str:
    """Letters and digits only, so that quotation marks, links and spacing make no difference."""
    text = re.sub(r"\]\([^)]*\)|<[^>]+>", " ", text)
    return " ".join(re.findall(r"[^\W_]+", text.lower()))


def test_titles_of_all_sources_and_cases_are_those_of_the_report(report: str) -> None:
    body = plain(report)
    titles = {source.id: str(source.csl["title"]) for source in EDITION.sources}
    titles |= {case.id: case.title for case in EDITION.case_studies}
    assert {id: title for id, title in titles.items() if plain(title) not in body} == {}


def test_years_of_sources_are_those_printed_beside_their_titles(report: str) -> None:
    appendix = plain(report.partition("# Appendix 3")[2])
    missing = []
    for source in EDITION.sources:
        year = str(source.csl["issued"]["date-parts"][0][0])
        title = re.escape(plain(str(source.csl["title"])))
        around = [appendix[max(0, m.start() - 300) : m.end() + 200] for m in re.finditer(title, appendix)]
        if not any(year in text for text in around):
            missing.append(source.id)
    assert missing == []


def test_every_citation_is_printed_so_in_the_report(report: str) -> None:
    body = plain(report)
    assert [c.printed for c in EDITION.citations if plain(c.printed) not in body] == []


def test_every_heading_of_a_section_is_in_the_report(report: str) -> None:
    body = plain(report)
    own = {
        "title",
        "figure-1",
        "figure-2",
        "figure-5",
        "figure-6",
        "definitions",
        "appendix-2-methods",
    }  # our own names
    unknown = [s.heading for s in EDITION.sections if s.id not in own and plain(s.heading.split(":")[-1]) not in body]
    assert unknown == []


def test_places_and_dates_of_cases_stand_as_printed(report: str) -> None:
    appendix = report.partition("# Appendix 3")[2]
    rows = {plain(line) for line in appendix.splitlines()}
    missing = [
        case.id
        for case in EDITION.case_studies
        if not any(
            plain(case.title) in row and plain(case.location_printed) in row and plain(case.date_printed) in row
            for row in rows
        )
    ]
    assert missing == []


def test_the_flow_s_numbers_are_those_of_figure_2(report: str) -> None:
    figure = report.partition("**Figure 1")[2].partition("**Figure 2")[0]
    numbers = set(re.findall(r"\d+", figure))
    stages = [(s.id, stage) for s in EDITION.strands for branch in s.branches for stage in branch.stages]
    for strand, stage in stages:
        if stage.excluded:
            assert str(stage.excluded) in numbers, (strand, stage.id)


def test_no_text_of_ours_carries_a_sentence_of_the_report(report: str) -> None:
    body = report.partition("# Appendix 2:")[0]
    lines = [line for line in body.splitlines() if not line.startswith("#") and "\t" not in line]
    runs = {run for line in lines for run in shingles(line)}
    found = []
    for path in sorted((editions_folder() / DEFAULT).rglob("*")):
        if path.suffix not in (".toml", ".csv", ".json", ".md"):
            continue
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            text = line.lower()
            for name in NAMES:
                text = text.replace(name, "|")
            found += [f"{path.name}:{number}" for run in shingles(text) if run in runs]
    assert found == []


def shingles(text: str, size: int = LONGEST_RUN + 1) -> list[tuple[str, ...]]:
    words = re.findall(r"[a-z0-9']+", text.lower().replace("’", "'"))
    return [tuple(words[i : i + size]) for i in range(len(words) - size + 1)]


def test_sections_stand_in_the_order_of_the_report(report: str) -> None:
    orders = [section.order for section in EDITION.sections]
    assert all(a < b for a, b in pairwise(orders))


def test_sources_meet_the_csl_schema() -> None:
    folder = Path(os.environ["PLETHU_SAMPLES"]) / "csl"
    schema = json.loads((folder / "csl-data.schema.json").read_text(encoding="utf-8"))
    validator = Draft7Validator(schema)
    items = [source.csl for source in EDITION.sources]
    assert [error.message for error in validator.iter_errors(items)] == []
