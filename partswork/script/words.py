"""Words a script says: plain paragraphs with *emphasis* and fills such as `${guard}`.

Emphasis is read before fills are filled, so nothing a person typed is ever read as emphasis.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from partswork.script.finding import Mark


@dataclass(frozen=True, slots=True)
class Plain:
    """Words as they stand."""

    text: str
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Fill:
    """A place for an answer: `${name}`, `${name.scale}`, `${name|words if there is no answer}`."""

    name: str
    scale: str | None
    fallback: str | None
    at: Mark
    strong: bool = False


Piece = Plain | Fill


@dataclass(frozen=True, slots=True)
class Words:
    """Paragraphs of pieces, as the script has them.

    Attributes:
        loose: names in bare braces, `{guard}`, or other brackets, where a fill may have been meant.
        malformed: places where a fill begins but cannot be read.
    """

    paragraphs: tuple[tuple[Piece, ...], ...] = ()
    loose: tuple[tuple[str, Mark], ...] = ()
    malformed: tuple[Mark, ...] = ()

    def fills(self) -> Iterator[Fill]:
        """Yield the fills in reading order."""
        for paragraph in self.paragraphs:
            for piece in paragraph:
                if isinstance(piece, Fill):
                    yield piece


NOTHING = Words()

_TOKEN = re.compile(
    r"\$\$\{|\$\{([^{}]*)\}|\$\{"
    r"|\{([A-Za-z]\w*)\}|\$\( *([A-Za-z]\w*) *\)|\$([A-Za-z]\w*)|\[([A-Za-z]\w*)\]|<([A-Za-z]\w*)>"
    r"|[^${*\[<]+|[${*\[<]"
)
_SPECIAL = frozenset("${*[<")
_FILL = re.compile(r"\s*([A-Za-z]\w*)(?:\.([A-Za-z]\w*))?\s*(?:\|(.*\S.*))?", re.DOTALL)
_BLANK_LINE = re.compile(r"\n[ ]*\n\s*")


def parse_words(text: str, place: Callable[[str], Mark]) -> Words:
    """Read `text` into paragraphs.

    Args:
        text: cleaned text; a blank line ends a paragraph, a single line end is a space.
        place: told each fill as it is written, in order, and returns where it stands.
    """
    loose: list[tuple[str, Mark]] = []
    malformed: list[Mark] = []
    paragraphs = []
    for block in _BLANK_LINE.split(text.strip()):
        joined = " ".join(block.split())
        if _SPECIAL.isdisjoint(joined):
            # Most words are only words.
            pieces: list[Piece] = [Plain(joined)] if joined else []
        else:
            pieces = list(_pieces(joined, place, loose, malformed))
        if pieces:
            paragraphs.append(tuple(pieces))
    return Words(tuple(paragraphs), tuple(loose), tuple(malformed))


def _pieces(
    text: str, place: Callable[[str], Mark], loose: list[tuple[str, Mark]], malformed: list[Mark]
) -> Iterator[Piece]:
    tokens = list(_TOKEN.finditer(text))
    stars = _emphasis(text, [token.start() for token in tokens if token.group() == "*"])
    strong = False
    kept: list[str] = []
    for token in tokens:
        said = token.group()
        piece: Piece | None = None
        if said == "*" and token.start() in stars:
            if kept:
                yield Plain("".join(kept), strong)
            kept, strong = [], not strong
            continue
        if said == "$${":
            kept.append("${")
            continue
        if token.lastindex is not None and token.lastindex > 1:
            loose.append((token.group(token.lastindex), place(said)))
        elif said.startswith("${"):
            fill = _FILL.fullmatch(token.group(1) or "")
            if fill is None:
                malformed.append(place(said))
            else:
                name, scale, fallback = fill.groups()
                piece = Fill(name, scale, fallback.strip() if fallback else None, place(said), strong)
        if piece is None:
            kept.append(said)
            continue
        if kept:
            yield Plain("".join(kept), strong)
        kept = []
        yield piece
    if kept:
        yield Plain("".join(kept), strong)


def _emphasis(text: str, stars: list[int]) -> frozenset[int]:
    """Return the asterisks that open or close emphasis; the others are only asterisks."""
    pairs: set[int] = set()
    opened: int | None = None
    for at in stars:
        before, after = text[at - 1 : at], text[at + 1 : at + 2]
        if opened is not None and before and not before.isspace() and at > opened + 1:
            pairs |= {opened, at}
            opened = None
        elif after and not after.isspace() and not (before and before.isalnum()):
            opened = at
    return frozenset(pairs)


@dataclass(frozen=True, slots=True)
class Span:
    """Some words to show, and whether they are emphasised."""

    text: str
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Prose:
    """Words with every fill filled, ready to show; paragraphs of spans."""

    paragraphs: tuple[tuple[Span, ...], ...] = ()

    def __bool__(self) -> bool:
        return bool(self.paragraphs)

    def __str__(self) -> str:
        return "\n\n".join("".join(span.text for span in paragraph) for paragraph in self.paragraphs)


def plain_text(words: Words) -> str:
    """Return words as text, for listings; a fill stands there by its name."""
    return "\n\n".join(
        "".join(piece.text if isinstance(piece, Plain) else piece.name for piece in paragraph)
        for paragraph in words.paragraphs
    )


def as_written(words: Words) -> str:
    """Return words as text, for those who write scripts; a fill stands there as it is written."""
    return "\n\n".join(
        "".join(piece.text if isinstance(piece, Plain) else _written(piece) for piece in paragraph)
        for paragraph in words.paragraphs
    )


def _written(fill: Fill) -> str:
    name = fill.name if fill.scale is None else f"{fill.name}.{fill.scale}"
    return f"${{{name}}}" if fill.fallback is None else f"${{{name}|{fill.fallback}}}"
