"""A finding: one thing a script's author should know, and where it is."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, NamedTuple

from partswork.cleaning import clean
from partswork.near import nearest
from partswork.wording.findings import AND_MORE, FINDINGS, ONE_OF, did_you_mean

Severity = Literal["error", "warning", "hint"]

MOST_FINDINGS = 100
"""No more than this of one file; nobody reads the hundred-and-first."""

ALLOW = re.compile(r"#\s*partswork:\s*allow((?:[\s,]+PW\d{3})+)")
"""A remark that lets a warning of its line pass."""

_LONGEST_QUOTE = 60


class Mark(NamedTuple):
    """A place in a script: line and column from 1, and how many characters it covers.

    A tuple, since every word that is read has one, and they are looked up and put in order.
    """

    line: int
    column: int
    length: int = 1


@dataclass(frozen=True, slots=True)
class Finding:
    """What is told about one place of a script.

    Attributes:
        code: `PW` and three digits; each has its page in `docs/findings/`.
        promise: the promise (`G5`) that is broken, where one is.
        section: the id of the section it stands in, or None outside sections.
        excerpt: the source line, or "" where there is none to show.
        suggestion: what could be written instead, chosen among what is legal at that place.
        story: for findings about paths, what someone does to get there.
    """

    code: str
    severity: Severity
    promise: str | None
    mark: Mark
    section: str | None
    message: str
    excerpt: str = ""
    suggestion: str | None = None
    story: str | None = None


class Findings:
    """Gathers the findings of one file, sorted by place when asked for."""

    def __init__(self, lines: list[str]) -> None:
        """Begin.

        Args:
            lines: those of the file, to quote, and to see which warnings they let pass.
        """
        self.lines = lines
        self._allowed = _allowed(lines)
        self._found: dict[tuple[str, Mark, str], Finding] = {}
        self._closed: set[Mark] = set()
        self.section: str | None = None
        self.unclear: list[str] = []
        """What should have been names and cannot be; nothing is said of where they are used."""

    @property
    def full(self) -> bool:
        """Whether so much was found that reading on helps nobody."""
        return len(self._found) >= MOST_FINDINGS

    def close(self, mark: Mark) -> None:
        """Say nothing more about a place: what stands there has been told, and cannot be read."""
        self._closed.add(mark)

    def add(
        self,
        code: str,
        mark: Mark,
        *,
        near: tuple[str, Iterable[str]] | None = None,
        where: dict[str, int] | None = None,
        suggestion: str | None = None,
        told: str = "",
        story: str | None = None,
        **quoted: object,
    ) -> None:
        """Note one finding.

        Args:
            code: a key of `wording.findings.FINDINGS`.
            mark: where it is.
            near: the word that was written and the words legal there; the nearest is suggested.
            where: for a suggested word, the line it was saved at.
            suggestion: a ready suggestion, instead of `near`.
            told: more of our own words for the message.
            story: for findings about paths, what someone does to get there.
            quoted: the script's words for the message; each is cleaned and shortened.
        """
        entry = FINDINGS[code]
        if entry.severity != "error" and code in self._allowed.get(mark.line, ()):
            return
        if self.full or mark in self._closed:
            return
        message = entry.message.format(told=told, **{name: _quote(value) for name, value in quoted.items()})
        if (code, mark, message) in self._found:
            return
        if near is not None:
            suggestion = _suggest(*near, where or {})
        self._found[code, mark, message] = Finding(
            code=code,
            severity=entry.severity,
            promise=entry.promise,
            mark=mark,
            section=self.section,
            message=message,
            excerpt=self.lines[mark.line - 1] if 0 < mark.line <= len(self.lines) else "",
            suggestion=suggestion,
            story=story,
        )

    def sorted(self) -> tuple[Finding, ...]:
        """Return all findings by line and column."""
        return tuple(sorted(self._found.values(), key=lambda finding: (finding.mark, finding.code)))


def _allowed(lines: list[str]) -> dict[int, frozenset[str]]:
    """Return the codes whose warnings a line lets pass, by the number of the line."""
    # Nearly no line has one, and to see that is cheaper than to search.
    remarks = ((number, ALLOW.search(line)) for number, line in enumerate(lines, 1) if "partswork:" in line)
    return {number: frozenset(re.findall(r"PW\d{3}", found.group(1))) for number, found in remarks if found}


def _quote(value: object) -> str:
    text = clean(str(value)).replace("\n", " ")
    return text if len(text) <= _LONGEST_QUOTE else text[: _LONGEST_QUOTE - 1] + "…"


def _suggest(written: str, legal: Iterable[str], where: dict[str, int]) -> str | None:
    words = list(dict.fromkeys(legal))
    best = nearest(written, words)
    if best is not None:
        return did_you_mean(_quote(best), where.get(best))
    if not words:
        return None
    shown = [_quote(word) for word in words[:12]]
    return ONE_OF.format(words=", ".join(shown) + (AND_MORE if len(words) > len(shown) else ""))
