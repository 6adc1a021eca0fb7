"""How a finding is told in lines."""

from __future__ import annotations

from partswork.cleaning import clean
from partswork.script.finding import Finding
from partswork.wording import findings as words

WIDTH = 77
WIDEST_EXCERPT = 100
BEFORE = 40
"""Characters shown before the place where a line is too long to show whole."""


def told(finding: Finding, file: str) -> str:
    """Return a finding in its five parts: place and code, the line, what is wrong, what to do, more."""
    mark = finding.mark
    place = words.PLACE if finding.section else words.PLACE_OUTSIDE
    head = place.format(file=file, line=mark.line, column=mark.column, section=finding.section)
    lines = [head + " " * max(2, WIDTH - len(head) - len(finding.code)) + finding.code]
    lines += _excerpt(finding)
    lines.append(finding.message)
    if finding.story:
        lines.append(finding.story)
    if finding.suggestion:
        lines.append(finding.suggestion)
    lines.append(words.MORE.format(code=finding.code))
    return "\n".join(lines)


def _excerpt(finding: Finding) -> list[str]:
    """Return the line in question, and under it what is meant; as much of a long line as helps."""
    line, column = clean(finding.excerpt), finding.mark.column - 1
    if not line.strip():
        return []
    start = max(0, column - BEFORE) if len(line) > WIDEST_EXCERPT else 0
    shown = line[start : start + WIDEST_EXCERPT]
    left = ("…" if start else "") + shown[: column - start]
    length = max(1, min(finding.mark.length, len(shown) - (column - start)))
    right = "…" if start + WIDEST_EXCERPT < len(line) else ""
    number = f"{finding.mark.line:>5} | "
    meant = max(1, _columns(shown[column - start :][:length]))
    pointer = " " * len(number[:-2]) + "| " + " " * _columns(left) + "^" * meant
    return [number + ("…" if start else "") + shown + right, pointer]


def _columns(text: str) -> int:
    """Return how many columns some text takes at a terminal."""
    if text.isascii():
        return len(text)
    # Imported here: nearly every script is plain letters, and this is large.
    from wcwidth import width

    return width(text)
