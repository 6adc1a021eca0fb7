"""What the widgets of a session tell the screen. Past tense; the screen decides."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from partswork.guide import Value


@dataclass
class Given(Message):
    """An answer was given."""

    value: Value


@dataclass
class NameGiven(Message):
    """A part was named."""

    name: str


class LeftOut(Message):
    """A question was passed over."""


class NothingChosen(Message):
    """They wanted to go on where nothing is chosen yet."""


@dataclass
class WentOn(Message):
    """A calm beat was gone past; by itself where its time was up."""

    by_itself: bool = False


class Finished(Message):
    """They are done with a session that has ended."""


class LineWanted(Message):
    """They want to add a line for later."""


@dataclass
class ReadingWanted(Message):
    """They want to read a session again."""

    session: str = ""


@dataclass
class Written(Message):
    """What is written so far has changed."""

    text: str
