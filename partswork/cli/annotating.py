"""How a finding is told to a workflow on GitHub, which shows it beside the line."""

from __future__ import annotations

from partswork.script.finding import Finding
from partswork.wording import findings as words

_LEVELS = {"error": "error", "warning": "warning", "hint": "notice"}


def annotation(finding: Finding, file: str) -> str:
    """Return a finding as one workflow command."""
    places = {
        "file": file,
        "line": str(finding.mark.line),
        "col": str(finding.mark.column),
        "title": finding.code,
    }
    told = ",".join(f"{name}={_property(said)}" for name, said in places.items())
    more = words.MORE.format(code=finding.code)
    message = "\n".join(line for line in (finding.message, finding.story, finding.suggestion, more) if line)
    return f"::{_LEVELS[finding.severity]} {told}::{_data(message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
