"""Text made safe to keep and to show."""

from __future__ import annotations

import re

# C0 but newline and tab, DEL, C1, the bidirectional embeddings, overrides and isolates, and lone
# surrogates. Joiners and variation selectors stay: emoji and several scripts need them.
_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_LINE_END = re.compile("\r\n?|[\u2028\u2029]")


def clean(text: str) -> str:
    """Return `text` without the characters that could act on a terminal.

    Everything a person can see stays as it was typed. Line ends become newlines. Used at both
    doors: when words come in (a script, an answer, an import), and just before they are shown.
    """
    return _UNSEEN.sub("", _LINE_END.sub("\n", text))
