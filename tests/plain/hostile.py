"""Words that could do harm if they were read as anything but words."""

from __future__ import annotations

import unicodedata
from pathlib import Path

from tests.plain.scripts import own

MARKUP = "[/ [Manager] [@click=app.quit]x"
FILL = "${word} $${ {word} *starry*"
WIDE = "日本語 👩‍👩‍👧 e\u0301 ไทย"
LONG = "word " * 4_999 + "end"

ESCAPES = "a\x1b]52;c;aGk=\x07b\x1b]2;title\x07c\x1b[31md\x1bPe\x1bcf\x08g"
C1 = "h\x9b31mi\x9d52;c;aGk=\x9cj\x85k\u202el\u2066m"
ESCAPES_CLEANED = "a]52;c;aGk=b]2;titlec[31mdPecfg"
C1_CLEANED = "h31mi52;c;aGk=jklm"

_BIDIRECTIONAL = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def unseen(text: str) -> list[str]:
    """Return the characters that could act on a terminal, line ends apart."""
    return [
        one
        for one in text
        if one != "\n" and (unicodedata.category(one) in ("Cc", "Cs") or one in _BIDIRECTIONAL)
    ]


SAID = f"{MARKUP} {WIDE} {ESCAPES} {C1}"
SHOWN = f"{MARKUP} {WIDE} {ESCAPES_CLEANED} {C1_CLEANED}"
"""Words of a script, and as they are shown."""

NAME = f"{MARKUP} {FILL} {WIDE}"
"""The name of a part that was met before."""


def hostile_script(id: str) -> Path:
    """Write a script of which every word is hostile, with every kind of question."""
    said, long = _quoted(SAID), _quoted(LONG)
    return own(
        id,
        f"""
        - say: {said}
        - say: {long}
        - breathe: 1 in, 1 out
          text: {said}
        - pause: 1 seconds
          text: {said}
        - distress: {said}
          help: {said}
        - ask: {said}
          help: {said}
          placeholder: {said}
          save_as: word
        - rate: {said}
          save_as: far
          low: {said}
          high: {said}
        - scan: {said}
          save_as: weather
          words:
            - {said}
            - a little
            - much
          scales:
            - calm: {said}
              meaning: {said}
        - choose: {said}
          save_as: way
          options:
            - this: {said}
            - that: Two
        - choose: {said}
          save_as: colours
          many: yes
          options:
            - red: {said}
            - blue: Blue
        - name_part: {said}
          save_as: near
        - locate: {said}
          save_as: place
        - say: "Said: ${{word}}"
        - say: "Near: ${{near}}"
        - end: people
        """,
        title=said,
    )


def _quoted(text: str) -> str:
    """Return text in YAML's double quotation marks, with every character that cannot be seen spelt out."""
    return '"' + "".join(c if c.isprintable() and c not in '"\\' else f"\\U{ord(c):08x}" for c in text) + '"'
