"""Homes to measure in: a journal with one check-in begun, and practices of one's own outside of it."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.surroundings import PARTSWORK

_PRACTICE = """\
partswork: 1
id: {id}
title: Measured
version: 1.0
language: en
depth: settling
about: |
  Made to be measured.
if_they_stop: grounding
steps:
{steps}
  - end: complete
"""


@contextmanager
def home(around: Mapping[str, str]) -> Iterator[dict[str, str]]:
    """Yield surroundings with a home in which partswork is not there for the first time."""
    with TemporaryDirectory() as folder:
        here = {**around, "PARTSWORK_HOME": folder}
        # Nobody is there to answer, so it is paused at its first question.
        subprocess.run(
            (*PARTSWORK, "today", "--plain"),
            env=here,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
        )
        yield here


@contextmanager
def practice(id: str, steps: str) -> Iterator[str]:
    """Yield the path of a practice; its steps are indented by two."""
    with TemporaryDirectory() as folder:
        path = Path(folder, f"{id}.yaml")
        path.write_text(_PRACTICE.format(id=id, steps=steps), "utf-8")
        yield str(path)
