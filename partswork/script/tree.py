"""What a script file holds before it is understood: texts, lists and tables, with their places."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from partswork.script.finding import Mark


class Text(NamedTuple):
    """Some text of the file; a tuple, since there are more of these than of anything else.

    Attributes:
        at: where it stands; where nothing is written, its key or its dash.
        block: written under `|` or `>`, where nothing is lost.
        cut_off: the column of a comment behind it, which may have been meant as words; 0 for none.
        last: the line it ends on.
    """

    value: str
    at: Mark
    last: int
    block: bool = False
    cut_off: int = 0


@dataclass(slots=True)
class Items:
    """A list: one item a line with a dash."""

    at: Mark
    items: list[Tree] = field(default_factory=list)


@dataclass(slots=True)
class Table:
    """Keys with their values, in writing order; it stands where its first key does."""

    at: Mark
    entries: dict[str, tuple[Text, Tree]] = field(default_factory=dict)
    pending: Text | None = None


Tree = Text | Items | Table
