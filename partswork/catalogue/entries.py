"""What is said about a script in a listing."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, Literal

from partswork.script.finding import Finding
from partswork.script.model import Script
from partswork.script.words import plain_text

Source = Literal["built-in", "own"]


@dataclass(frozen=True, slots=True)
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

    def as_json(self) -> dict[str, Any]:
        """Return the entry with the stable keys of `scripts --json`."""
        minutes = {"least": self.minutes[0], "most": self.minutes[1]} if self.minutes else None
        return {
            "id": self.id,
            "title": self.title,
            "about": self.about,
            "depth": self.depth,
            "company": self.company,
            "minutes": minutes,
            "language": self.language,
            "source": self.source,
            "tags": list(self.tags),
            "file": str(self.file),
            "findings": [finding_as_json(finding) for finding in self.findings],
        }


def entry_of(script: Script, source: Source, file: Path) -> Entry:
    """Return the entry of a script that was read."""
    return Entry(
        id=script.id,
        title=script.title,
        about=plain_text(script.about),
        depth=script.depth,
        company=script.company,
        language=script.language,
        source=source,
        tags=script.tags,
        file=file,
    )


def unusable_entry(file: Path, findings: tuple[Finding, ...]) -> Entry:
    """Return the entry of a file of one's own that cannot be run."""
    return Entry(file.stem, file.stem, "", "", "", "", "own", (), file, findings=findings)


def finding_as_json(finding: Finding) -> dict[str, Any]:
    """Return a finding with the stable keys of `check --json`."""
    told = asdict(finding)
    mark = told.pop("mark")
    told.pop("excerpt")
    return {
        "code": told["code"],
        "severity": told["severity"],
        "promise": told["promise"],
        "line": mark["line"],
        "column": mark["column"],
        "section": told["section"],
        "message": told["message"],
        "suggestion": told["suggestion"],
        "story": told["story"],
    }
