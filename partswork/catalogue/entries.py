"""What a listing says about a script, and the shipped index that says it of the built-in ones."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from partswork.catalogue.folders import library_folder

if TYPE_CHECKING:
    # A listing of built-in scripts alone never needs the language.
    from partswork.script.finding import Finding

Source = Literal["built-in", "own"]
INDEX = "index.json"


@dataclass(frozen=True)
class Entry:
    """One script that can be run, or that could be but for its findings.

    Attributes:
        minutes: least and most minutes, None while they are not known.
        findings: errors that keep it from being run.
    """

    id: str
    title: str
    about: str
    depth: str
    company: str
    language: str
    source: Source
    tags: tuple[str, ...]
    file: Path
    minutes: tuple[int, int] | None = None
    findings: tuple[Finding, ...] = field(default=())


def shipped_entries() -> list[Entry]:
    """Return the built-in scripts in the order they are listed; reads no YAML."""
    folder = library_folder()
    listed: list[dict[str, Any]] = json.loads((folder / INDEX).read_text("utf-8"))
    return [
        Entry(
            id=one["id"],
            title=one["title"],
            about=one["about"],
            depth=one["depth"],
            company=one["company"],
            language=one["language"],
            source="built-in",
            tags=tuple(one["tags"]),
            file=folder / one["file"],
            minutes=(one["minutes"]["least"], one["minutes"]["most"]) if one["minutes"] else None,
        )
        for one in listed
    ]


def entry_as_json(entry: Entry) -> dict[str, Any]:
    """Return an entry with the stable keys of `scripts --json`."""
    minutes = {"least": entry.minutes[0], "most": entry.minutes[1]} if entry.minutes else None
    return {
        "id": entry.id,
        "title": entry.title,
        "about": entry.about,
        "depth": entry.depth,
        "company": entry.company,
        "minutes": minutes,
        "language": entry.language,
        "source": entry.source,
        "tags": list(entry.tags),
        "file": str(entry.file),
        "findings": [finding_as_json(finding) for finding in entry.findings],
    }


def finding_as_json(finding: Finding) -> dict[str, Any]:
    """Return a finding with the stable keys of `check --json`."""
    return {
        "code": finding.code,
        "severity": finding.severity,
        "promise": finding.promise,
        "line": finding.mark.line,
        "column": finding.mark.column,
        "section": finding.section,
        "message": finding.message,
        "suggestion": finding.suggestion,
        "story": finding.story,
    }
