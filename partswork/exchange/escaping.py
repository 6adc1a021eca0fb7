"""Words that somebody wrote, on a page where they are read as nothing but words."""

from __future__ import annotations

import json
import re

from partswork.cleaning import clean

# What Markdown, and what Obsidian adds to it, may read as emphasis, code, links, tags, HTML, mathematics,
# tables, comments, addresses and the like. A backslash before any of them is a plain character everywhere.
_ANYWHERE = re.compile(r"[\\`*_{}\[\]<>#|~=^$%&@!]|:(?=[:/])|(?<=www)\.", re.IGNORECASE)
_AT_THE_START = re.compile(r"([-+]|[0-9]+(?=[.)]))")
_INDENT = re.compile(r"[ \t]+")
# Beside control characters, which `clean` takes away, YAML reads no noncharacters.
_NOT_IN_YAML = re.compile("[\ufeff\ufffe\uffff]")


def paragraphs(text: str) -> list[str]:
    """Return text as lines of Markdown that show it as it stands; a line end stays one."""
    lines = [_line(line) for line in clean(text).split("\n")]
    # Two spaces at the end break the line.
    return [
        f"{line}  " if line and n + 1 < len(lines) and lines[n + 1] else line for n, line in enumerate(lines)
    ]


def in_a_line(text: str) -> str:
    """Return text as one line of Markdown."""
    return _line(" ".join(clean(text).split()))


def quoted(text: str) -> list[str]:
    """Return text as a quotation in Markdown."""
    return [f"> {line}" if line else ">" for line in paragraphs(text)]


def scalar(text: str) -> str:
    """Return text as a quoted YAML scalar on one line."""
    written = json.dumps(clean(text), ensure_ascii=False)
    return _NOT_IN_YAML.sub(lambda found: f"\\u{ord(found.group()):04x}", written)


def cell(text: str) -> str:
    """Return text as a cell of a table that no spreadsheet takes for a formula."""
    kept = clean(text)
    return (
        f"'{kept}"
        if kept.lstrip(" \n").startswith(("=", "+", "-", "@", "\t", "＝", "＋", "－", "＠"))
        else kept
    )


def _line(line: str) -> str:
    stripped = _INDENT.sub("", line, count=1) if line[:1] in (" ", "\t") else line
    indent = len(line) - len(stripped)
    escaped = _ANYWHERE.sub(r"\\\g<0>", stripped.rstrip(" \t"))
    start = _AT_THE_START.match(escaped)
    if start is not None:
        # Before a number it would be shown: there the full stop is what makes a list of it.
        end = start.end()
        mark = escaped[0] in "-+"
        escaped = f"\\{escaped}" if mark else f"{escaped[:end]}\\{escaped[end:]}"
    return "&nbsp;" * indent * bool(escaped) + escaped
