"""Small slips that keep YAML from reading a line: found by a look at that line and those above it.

Looked for only where reading has already failed.
"""

from __future__ import annotations

import re

from partswork.script.finding import Findings, Mark
from partswork.script.layout import outside_words, standing
from partswork.script.shapes import NOTE, OPTION, SCALE, SCRIPT, SECTION, STEPS, Shape
from partswork.script.tree import Table, Text, Tree
from partswork.wording import slips as told

KEYS = frozenset().union(SCRIPT, SECTION, OPTION, SCALE, NOTE, STEPS, *STEPS.values())
"""Every key that may stand somewhere in a script."""

_TABLES = (SCRIPT, SECTION, SCALE, NOTE, *STEPS.values())
_OF_WORDS = frozenset(key for table in _TABLES for key, one in table.items() if one.shape is Shape.WORDS)
_OF_CONDITIONS = frozenset(("if", "repeat_until", "needs"))
_LINE = re.compile(r" *(?P<dash>[-‐‑‒–—―−•·] *)?(?P<key>[A-Za-z]\w*)(?P<rest>.*)")
_LONGEST = 60


def in_line(line: str) -> tuple[str, int] | None:
    """Return what is amiss with one line by itself, in words, and the column it begins at."""
    found = _LINE.fullmatch(line.rstrip())
    if found is None:
        return None
    dash, key, rest = found["dash"] or "", found["key"], found["rest"]
    sentence = _amiss(dash, key, rest)
    return (sentence, standing(line) + 1) if sentence is not None else None


def _amiss(dash: str, key: str, rest: str) -> str | None:
    colon = rest.startswith(":")
    proper = "- " if dash else ""
    if dash and (colon or key in STEPS):
        spaced = f"- {key}: {rest[1:].strip()}".rstrip() if colon else f"- {key}{rest}"
        if dash[0] != "-":
            return told.OTHER_DASH.format(text=_short(spaced))
        if dash == "-":
            return told.BLANK_AFTER_DASH.format(text=_short(spaced))
    if key == "end" and dash and rest.strip(" :") == "":
        return told.HOW_IT_ENDS
    if colon and rest[1:2].strip() and (key in KEYS or dash):
        return told.BLANK_AFTER_COLON.format(text=_short(f"{proper}{key}: {rest[1:]}"))
    if key in _OF_CONDITIONS and colon and rest.endswith(":") and rest != ":":
        return told.COLON_TOO_MANY.format(text=_short(f"{proper}{key}{rest.rstrip(': ')}"))
    if not colon and key in KEYS and _without_colon(key, rest, listed=bool(dash)):
        return told.COLON_MISSING.format(key=key, text=_short(f"{proper}{key}:{rest}"))
    return None


def _without_colon(key: str, rest: str, *, listed: bool) -> bool:
    """Whether a line that begins with the word of a key is most likely that key."""
    if listed:
        return key in STEPS and (not rest or rest.startswith(" "))
    return rest.strip() in ("", "|") or re.fullmatch(r" +\S+", rest) is not None


def among_words(key: str, table: Table, findings: Findings) -> tuple[Text, Tree] | None:
    """Tell of a missing key that stands too far in, so that it counts as words above it.

    Returns:
        The key and its value, to be read as if they stood right; None where it stands nowhere.
    """
    for above, value in table.entries.values():
        if type(value) is not Text or not value.block or f"{key}:" not in value.value:
            continue
        for number in range(value.at.line + 1, value.last + 1):
            found = _astray(key, findings.lines[number - 1]) if number <= len(findings.lines) else None
            if found is None:
                continue
            said, at = found[1], Mark(number, found.start(1) + 1, max(len(found[1]), 1))
            message = told.AMONG_WORDS.format(line=number, above=above.value)
            findings.add("PW021", table.at, key=key, suggestion=message)
            if not said:
                # What stands under it counts as words as well, and cannot be read.
                findings.close(at)
            return Text(key, at, number), Text(said, at, number)
    return None


def _astray(key: str, line: str) -> re.Match[str] | None:
    return re.fullmatch(rf" *{key}:(?: +|$)(.*)", line.rstrip())


def around(lines: list[str], at: Mark, *, colon: bool) -> tuple[str, Mark] | None:
    """Return what is amiss where YAML gave up, in words, and where.

    Args:
        lines: those of the file.
        at: where it gave up.
        colon: it did so at a colon that it took for a key's.
    """
    line = at.line
    indent = standing(lines[line - 1])
    for number, text in reversed(list(outside_words(lines[:line]))):
        amiss = in_line(text)
        if amiss is not None:
            return amiss[0], Mark(number, amiss[1])
        dashless = _dashless(lines, number, line)
        if dashless is not None:
            return dashless, Mark(number, standing(text) + 1)
        if standing(text) < indent:
            return _words_without_bar(text, number, lines[line - 1], at) if colon else None
    return None


def _dashless(lines: list[str], number: int, line: int) -> str | None:
    """Return what to say of a step that stands among others with a dash, and has none itself."""
    text = lines[number - 1]
    key, colon, _ = text.strip().partition(":")
    if key not in STEPS or not colon:
        return None
    beside = lines[: number - 1] if number == line else [lines[line - 1]]
    siblings = (one for one in reversed(beside) if one.strip() and standing(one) <= standing(text))
    nearest = next(siblings, "")
    if standing(nearest) == standing(text) and nearest.lstrip().startswith("- "):
        return told.DASH_MISSING.format(key=key, text=_short(f"- {text.strip()}"))
    return None


def _words_without_bar(text: str, number: int, inner: str, at: Mark) -> tuple[str, Mark] | None:
    found = _LINE.fullmatch(text.rstrip())
    if found is None or found["key"] not in _OF_WORDS or not found["rest"].startswith(":"):
        return None
    key = found["key"]
    if inner.strip().partition(":")[0] in KEYS:
        return told.TOO_FAR_IN.format(key=key, line=number), at
    return told.BAR_MISSING.format(key=key, line=at.line), Mark(number, found.start("key") + 1)


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
