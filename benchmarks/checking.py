"""How long it takes to check a script of 300 questions, beside `pyxform` converting a form of the same.

Each reads its file: a script here, a workbook there, which is what such forms are written in.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from openpyxl import Workbook
from pyxform.xls2xform import convert

from benchmarks.beside import Beside
from partswork.catalogue.found import read_found

QUESTIONS = 300
RUNS = 7

_HEAD = """\
partswork: 1
id: many
title: Many questions
version: 1.0
language: en
about: |
  Asks a great deal.
depth: settling
if_they_stop: grounding
steps:
"""
_ASKED = """\
  - choose: |
      Which way, {n}?
    save_as: way_{n}
    options:
      - a: One way
      - b: Another way
      - c: A third way
  - if: way_{n} is a
    then:
      - say: |
          It was one way, {n}.
"""


def lines(_around: Mapping[str, str]) -> Iterator[Beside]:
    """Yield every figure; everything is measured in this process."""
    with TemporaryDirectory() as folder:
        file, form = Path(folder, "many.yaml"), Path(folder, "many.xlsx")
        file.write_text(_script(), "utf-8")
        _write_form(form)
        ours, theirs = [], []
        # In turns, so that a busy moment falls on both.
        for _ in range(RUNS):
            ours.append(1000 * _seconds(lambda: _check(file)))
            # Their validator is another program, in Java; it is left out.
            theirs.append(1000 * _seconds(lambda: convert(xlsform=form, validate=False)))
    yield Beside(
        f"{QUESTIONS} questions checked",
        median(ours),
        "pyxform converting them",
        median(theirs),
        "ms",
        ratio=1.0,
    )


def _script() -> str:
    return _HEAD + "".join(_ASKED.format(n=n) for n in range(QUESTIONS)) + "  - end: complete\n"


def _write_form(file: Path) -> None:
    """Write the same questions as a form: each a choice of three, and a note where it was the first."""
    survey: list[dict[str, str]] = []
    for n in range(QUESTIONS):
        survey.append({"type": "select_one way", "name": f"way_{n}", "label": f"Which way, {n}?"})
        survey.append(
            {
                "type": "note",
                "name": f"said_{n}",
                "label": f"It was one way, {n}.",
                "relevant": f"${{way_{n}}} = 'a'",
            }
        )
    labels = {"a": "One way", "b": "Another way", "c": "A third way"}
    choices = [{"list_name": "way", "name": key, "label": label} for key, label in labels.items()]
    book = Workbook()
    sheets = {"survey": survey, "choices": choices, "settings": [{"form_title": "Many", "form_id": "many"}]}
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        columns = [*dict.fromkeys(column for row in rows for column in row)]
        sheet.append(columns)
        for row in rows:
            sheet.append([row.get(column) for column in columns])
    book.save(file)


def _check(file: Path) -> None:
    """Do what `partswork check` does with a file."""
    found = read_found(file, file.parent)
    if found.findings or found.proof is None or found.proof.broken:
        raise ValueError(found.findings)


def _seconds(do: Callable[[], object]) -> float:
    # What the one leaves behind is not cleared away in the other's time.
    gc.collect()
    begun = time.perf_counter()
    do()
    return time.perf_counter() - begun
