"""Results of a poll: as charts that are tables too, and as files."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpResponse

from plethu.evidence.polls import Question, Tally
from plethu.evidence.text import Text
from plethu.reporting.documents.csv_text import write_csv
from plethu.terms import TERMS
from plethu_web.reviews.queries import polls as queries
from plethu_web.reviews.queries.polls import Result

COLUMNS = ("question", "kind", "question_en", "question_cy", "option", "option_en", "option_cy", "count", "of", "mean",
           "words")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Bar:
    """A line of a chart: its label, how many, out of how many, and the mean place or mark where there is one."""

    label: Text
    count: int
    of: int
    mean: float | None

    @property
    def percent(self) -> int:
        """The share of those who answered."""
        return round(100 * self.count / self.of) if self.of else 0

    @property
    def width(self) -> float:
        """How far the bar goes, of 100: marks by their mean, everything else by its share."""
        return round(self.mean * 20, 1) if self.mean is not None and not self.is_place else self.percent

    is_place: bool = False


@dataclass(frozen=True, slots=True)
class Chart:
    """The result of a question for a page."""

    result: Result
    bars: list[Bar]
    sectors: list[tuple[Text, int]]
    by_sector: list[tuple[Text, list[str]]]


def charts(results: Iterable[Result]) -> list[Chart]:
    """Every question with its bars, and a table by sector where groups are large enough."""
    return [_chart(result) for result in results]


def as_file(poll: Any, ending: str) -> HttpResponse:
    """The results as a file to keep. Http404 for a kind there is not."""
    if ending not in ("csv", "json"):
        raise Http404
    count, results = queries.results_of(poll)
    if ending == "csv":
        data = "\ufeff" + write_csv([COLUMNS, *_rows(results)])
        response = HttpResponse(data, content_type="text/csv; charset=utf-8")
    else:
        held = {"title": _both(poll.name), "answers": count, "questions": [_as_data(result) for result in results]}
        held["given"] = queries.plain_answers(poll)
        response = HttpResponse(json.dumps(held, ensure_ascii=False, indent=2) + "\n", content_type="application/json")
    response["Content-Disposition"] = f'attachment; filename="poll-{poll.pk}.{ending}"'
    return response


def _chart(result: Result) -> Chart:
    question = result.question
    bars = _bars(question, result.tally)
    heads = [(TERMS[f"sector.{sector}".rstrip(".")], tally.answered) for sector, tally in result.sectors.items()]
    columns = [_bars(question, tally) for tally in result.sectors.values()]
    rows = [(bar.label, [_cell(column[number]) for column in columns]) for number, bar in enumerate(bars)]
    return Chart(result, bars, heads, rows if heads else [])


def _bars(question: Question, tally: Tally) -> list[Bar]:
    labels = {option.id: option.text for option in question.options}
    is_rank = question.kind == "rank"
    return [Bar(labels[row.option], row.count, tally.answered, row.mean, is_rank) for row in tally.rows]


def _cell(bar: Bar) -> str:
    return f"{bar.count} ({bar.mean})" if bar.mean is not None else str(bar.count)


def _rows(results: Iterable[Result]) -> Iterator[list[str]]:
    for result in results:
        question, of = result.question, str(result.tally.answered)
        start = [question.id, question.kind, question.words.en, question.words.cy]
        labels = {option.id: option.text for option in question.options}
        for row in result.tally.rows:
            label, mean = labels[row.option], "" if row.mean is None else str(row.mean)
            yield [*start, row.option, label.en, label.cy, str(row.count), of, mean, ""]
        for words in result.tally.words:
            yield [*start, "", "", "", "", of, "", words]


def _as_data(result: Result) -> dict[str, Any]:
    question = result.question
    labels = {option.id: _both(option.text) for option in question.options}
    return {
        "id": question.id,
        "kind": question.kind,
        "words": _both(question.words),
        "answered": result.tally.answered,
        "options": [
            {"id": r.option, "text": labels[r.option], "count": r.count, "mean": r.mean} for r in result.tally.rows
        ],
        "free_words": list(result.tally.words),
        "by_sector": {
            sector: {"answered": tally.answered, "counts": {r.option: r.count for r in tally.rows}}
            for sector, tally in result.sectors.items()
        },
        "decisions": [
            {"text": _both(d.words), "status": d.status, "version": d.version.number if d.version else None}
            for d in result.decisions
        ],
    }


def _both(text: Text) -> dict[str, str]:
    return {"en": text.en, "cy": text.cy}
