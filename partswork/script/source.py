"""The text of a script file, before any of it is understood."""

from __future__ import annotations

import re
from dataclasses import dataclass

from partswork.cleaning import clean
from partswork.script.finding import Findings, Mark

MOST_BYTES = 1_000_000
"""A script larger than this is not read. Ours are under 20,000 bytes."""

_UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ufffe\uffff]")
_ALLOW = re.compile(r"#\s*partswork:\s*allow((?:[\s,]+PW\d{3})+)")


@dataclass(frozen=True, slots=True)
class Source:
    """Cleaned text in lines; `usable` is False where it makes no sense to read on."""

    text: str
    lines: list[str]
    usable: bool


def take_in(raw: bytes) -> tuple[Source, Findings]:
    """Turn the bytes of a file into clean text, and begin its findings."""
    if len(raw) > MOST_BYTES:
        return _refused("PW006")
    if raw[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\0" in raw[:4]:
        return _refused("PW004")
    try:
        decoded = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = raw[: error.start]
        line_start = before.rfind(b"\n") + 1
        column = len(before[line_start:].decode("utf-8", "replace"))
        return _refused("PW004", Mark(before.count(b"\n") + 1, column + 1))
    decoded = decoded.replace("\r\n", "\n").replace("\r", "\n")
    lines = clean(decoded).split("\n")
    findings = Findings(lines, _allowed(lines))
    usable = _tabs_and_unseen(decoded, findings)
    # What YAML itself cannot hold, besides what `clean` takes out.
    text = "\n".join(lines).replace("\ufffe", "").replace("\uffff", "")
    return Source(text, lines, usable), findings


def _refused(code: str, mark: Mark | None = None) -> tuple[Source, Findings]:
    findings = Findings([])
    findings.add(code, mark or Mark(1, 1))
    return Source("", [], usable=False), findings


def _tabs_and_unseen(decoded: str, findings: Findings) -> bool:
    """Note the first tab and the first unseen character; one cause, one finding."""
    usable = True
    if "\t" in decoded:
        findings.add("PW003", _place(decoded, decoded.index("\t")), count=decoded.count("\t"))
        usable = False
    if "\0" in decoded:
        findings.add("PW015", _place(decoded, decoded.index("\0")))
        return False
    unseen = _UNSEEN.search(decoded)
    if unseen:
        code = f"U+{ord(unseen.group()):04X}"
        findings.add("PW016", _place(decoded, unseen.start()), what=code)
    return usable


def _place(text: str, at: int) -> Mark:
    return Mark(text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at), 1)


def _allowed(lines: list[str]) -> dict[int, frozenset[str]]:
    allowed = {}
    for number, line in enumerate(lines, 1):
        found = _ALLOW.search(line)
        if found:
            allowed[number] = frozenset(re.findall(r"PW\d{3}", found.group(1)))
    return allowed
