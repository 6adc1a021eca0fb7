"""Small scripts for tests, and what is told about them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from textwrap import dedent, indent
from typing import TypeVar

from partswork.script.finding import Finding
from partswork.script.linking import link
from partswork.script.model import Script
from partswork.script.reader import Reading, read
from partswork.script.steps import Step

ROOT = Path(__file__).parents[2]

HEAD = """\
partswork: 1
id: evening-sit
title: Evening sit
version: 1.0
language: en
about: |
  A minute of quiet.
"""

AnyStep = TypeVar("AnyStep", bound=Step)


def with_steps(steps: str) -> str:
    """Return a whole script, `evening-sit`, with these steps."""
    return HEAD + "depth: meeting\nif_they_stop: grounding\nsteps:\n" + _under(steps)


def with_sections(sections: str, depth: str = "deep") -> str:
    """Return a whole script, `evening-sit`, with these sections."""
    return HEAD + f"depth: {depth}\nif_they_stop: grounding\nsections:\n" + _under(sections)


def shared_with(steps: str, keys: str = "") -> str:
    """Return a shared script, `evening-sit`, with these steps and keys."""
    return HEAD + "shared: yes\n" + dedent(keys).strip("\n") + "\nsteps:\n" + _under(steps)


def _under(text: str) -> str:
    return indent(dedent(text).strip("\n"), "  ") + "\n"


@cache
def library() -> Mapping[str, Reading]:
    """Return the shared scripts that come with partswork."""
    files = sorted((ROOT / "scripts" / "shared").glob("*.yaml"))
    readings = {file.stem: read(file.read_bytes(), file.stem) for file in files}
    for reading in readings.values():
        link(reading, readings, readings)
    return readings


def reading_of(script: str | bytes, *others: str, stem: str | None = None) -> Reading:
    """Read a script and join it with the library, and with the shared scripts of these texts."""
    raw = script.encode("utf-8") if isinstance(script, str) else script
    reading = read(raw, stem)
    shared = dict(library())
    for text in others:
        other = read(text.encode("utf-8"))
        assert other.script is not None
        shared[other.script.id] = other
    link(reading, shared, shared)
    return reading


def findings_of(script: str | bytes, *others: str, stem: str | None = None) -> tuple[Finding, ...]:
    """Return everything that is told about a script."""
    return reading_of(script, *others, stem=stem).findings.sorted()


def told(script: str | bytes, *others: str, stem: str | None = None) -> list[tuple[str, str]]:
    """Return each finding as its code and the words of the script it points at."""
    return [(finding.code, marked(finding)) for finding in findings_of(script, *others, stem=stem)]


def marked(finding: Finding) -> str:
    """Return the words of the script that a finding points at."""
    start = finding.mark.column - 1
    return finding.excerpt[start : start + finding.mark.length]


def script_of(text: str, *others: str) -> Script:
    """Return a script about which there is nothing to say."""
    reading = reading_of(text, *others)
    assert [finding.message for finding in reading.findings.sorted()] == []
    assert reading.script is not None
    return reading.script


def steps_of(steps: str) -> tuple[Step, ...]:
    """Return the steps of a script about which there is nothing to say."""
    return script_of(with_steps(steps)).sections[0].steps


def step(kind: type[AnyStep], steps: str) -> AnyStep:
    """Return the only step of that kind."""
    (found,) = (one for one in steps_of(steps) if isinstance(one, kind))
    return found
