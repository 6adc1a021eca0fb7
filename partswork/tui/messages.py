"""What the widgets of a session tell the screen. Past tense; the screen decides."""

from __future__ import annotations

from dataclasses import dataclass

from textual.message import Message

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


class WentOn(Message):
    """A calm beat was gone past."""


@dataclass
class Written(Message):
    """What is written so far has changed."""

    text: str
