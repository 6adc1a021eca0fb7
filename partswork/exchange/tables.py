"""A table of what was rated, scanned, and said of distress, for a spreadsheet."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping, Sequence
from io import StringIO

from partswork.exchange.chapter import chapter
from partswork.exchange.escaping import cell
from partswork.journal import AnswerEntry, Journal, SessionSummary

COLUMNS = ("session", "started", "script", "name", "value")


def table(journal: Journal, chosen: Sequence[SessionSummary]) -> Iterator[str]:
    """Yield the lines, each with its end: a row for each rating, each distress, and each scale of a scan."""
    yield _row(COLUMNS)
    for summary in chosen:
        for entry in chapter(journal, summary, retold=False).entries:
            for name, value in _readings(entry):
                told = value if isinstance(value, int) else cell(str(value))
                yield _row((summary.id, cell(summary.started), cell(summary.script), cell(name), told))


def _readings(entry: AnswerEntry) -> Iterator[tuple[str, object]]:
    if entry.kind == "scan" and isinstance(entry.value, Mapping):
        yield from ((f"{entry.name}.{scale}", word) for scale, word in entry.value.items())
    elif entry.kind in ("rate", "distress"):
        yield entry.name, entry.value


def _row(cells: Sequence[object]) -> str:
    line = StringIO()
    csv.writer(line, lineterminator="\n").writerow(cells)
    return line.getvalue()
