"""The text of a script file, before any of it is understood."""

from __future__ import annotations

import re
from dataclasses import dataclass

from partswork.cleaning import clean
from partswork.script.finding import Findings, Mark
from partswork.script.layout import odd_blank

MOST_BYTES = 1_000_000
"""A script larger than this is not read. Ours are under 20,000 bytes."""

MOST_BRACES = 20_000
"""More places for an answer than this would take seconds to read. Ours have under 100."""

# How files of rich text, and those of newer and older word processors, begin.
_OF_WORD_PROCESSORS = (b"{\\rtf", b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
# Ends a line for YAML but not for an editor. A space instead keeps every line and column in its place.
_OTHER_LINE_ENDS = re.compile("[\x85\u2028\u2029]")
# What `clean` leaves but YAML cannot hold.
_NOT_TEXT = re.compile("[\ufffe\uffff]")


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
    if raw.startswith(_OF_WORD_PROCESSORS):
        return _refused("PW087")
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
    text = _shown(decoded)
    lines = text.split("\n")
    findings = Findings(lines)
    usable = _tabs_and_unseen(decoded, findings)
    if text.count("{") > MOST_BRACES:
        findings.add("PW007", Mark(1, 1))
        usable = False
    return Source(text, lines, usable), findings


def _refused(code: str, mark: Mark | None = None) -> tuple[Source, Findings]:
    findings = Findings([])
    findings.add(code, mark or Mark(1, 1))
    return Source("", [], usable=False), findings


def first_unseen(text: str) -> tuple[int, str] | None:
    """Return where the first character nobody can see stands in `text`, and its name."""
    shown = _shown(text)
    if shown == text:
        return None
    # What was left out is never the character that follows it, so the two differ first just there.
    pairs = enumerate(zip(text, shown, strict=False))
    at = next((at for at, (one, other) in pairs if one != other), len(shown))
    return at, f"U+{ord(text[at]):04X}"


def _shown(text: str) -> str:
    return clean(_NOT_TEXT.sub("", _OTHER_LINE_ENDS.sub(" ", text)))


def _tabs_and_unseen(decoded: str, findings: Findings) -> bool:
    """Note the first tab and the first unseen character; one cause, one finding."""
    usable = True
    if "\t" in decoded:
        findings.add("PW003", _place(decoded, decoded.index("\t")), count=decoded.count("\t"))
        usable = False
    odd = odd_blank(decoded)
    if odd is not None:
        at, name = odd
        findings.add("PW086", _place(decoded, at), what=name)
        usable = False
    if "\0" in decoded:
        findings.add("PW015", _place(decoded, decoded.index("\0")))
        return False
    unseen = first_unseen(decoded)
    if unseen is not None:
        at, name = unseen
        findings.add("PW016", _place(decoded, at), what=name)
    return usable


def _place(decoded: str, at: int) -> Mark:
    before = _shown(decoded[:at])
    return Mark(before.count("\n") + 1, len(before) - before.rfind("\n"), 1)
