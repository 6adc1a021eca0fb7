"""Which keys every kind of thing in a script may carry, and what each looks like.

One table for the reader and for the schema editors use.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto


class Shape(Enum):
    """What stands under a key."""

    WORDS = auto()
    LINE = auto()
    NAME = auto()
    ID = auto()
    LANGUAGE = auto()
    NUMBER = auto()
    YES_NO = auto()
    ONE_OF = auto()
    CONDITION = auto()
    STEPS = auto()
    LISTS_OF_STEPS = auto()
    SECTIONS = auto()
    OPTIONS = auto()
    SCALES = auto()
    TEXTS = auto()
    INPUTS = auto()
    RESULTS = auto()
    GIVEN = auto()
    PAUSE = auto()
    BREATH = auto()
    REMEMBER = auto()
    NOTE = auto()


@dataclass(frozen=True, slots=True)
class Key:
    """One key: its shape, whether it must be there, its bounds or its legal words."""

    shape: Shape
    required: bool = False
    least: int = 0
    most: int = 0
    words: tuple[str, ...] = ()


_NOTE = {"note": Key(Shape.NOTE)}
_HELP = {"help": Key(Shape.WORDS)} | _NOTE
_SAVED = {
    "save_as": Key(Shape.NAME, required=True),
    "optional": Key(Shape.YES_NO),
    "remember": Key(Shape.REMEMBER),
} | _HELP
_WORDS = Key(Shape.WORDS, required=True)

STEPS: dict[str, dict[str, Key]] = {
    "say": {"say": _WORDS} | _NOTE,
    "pause": {"pause": Key(Shape.PAUSE, required=True), "text": Key(Shape.WORDS)} | _NOTE,
    "breathe": {
        "breathe": Key(Shape.BREATH, required=True),
        "rounds": Key(Shape.NUMBER, least=1, most=20),
        "text": Key(Shape.WORDS),
    }
    | _NOTE,
    "distress": {"distress": _WORDS} | _HELP,
    "ask": {"ask": _WORDS, "placeholder": Key(Shape.WORDS)} | _SAVED,
    "rate": {
        "rate": _WORDS,
        "from": Key(Shape.NUMBER, least=0, most=99),
        "to": Key(Shape.NUMBER, least=1, most=100),
        "low": Key(Shape.WORDS),
        "high": Key(Shape.WORDS),
    }
    | _SAVED,
    "scan": {
        "scan": _WORDS,
        "words": Key(Shape.TEXTS, required=True, least=3, most=7),
        "scales": Key(Shape.SCALES, required=True, least=1, most=12),
    }
    | _SAVED,
    "choose": {
        "choose": _WORDS,
        "options": Key(Shape.OPTIONS, required=True, least=2, most=12),
        "many": Key(Shape.YES_NO),
    }
    | _SAVED,
    "name_part": {
        "name_part": _WORDS,
        "role": Key(Shape.LINE),
        "guarded_by": Key(Shape.NAME),
        "opposed_to": Key(Shape.NAME),
    }
    | _SAVED,
    "locate": {"locate": _WORDS} | _SAVED,
    "rotate": {"rotate": Key(Shape.LISTS_OF_STEPS, required=True, least=2, most=100)} | _NOTE,
    "if": {
        "if": Key(Shape.CONDITION, required=True),
        "then": Key(Shape.STEPS, required=True),
        "otherwise": Key(Shape.STEPS),
    }
    | _NOTE,
    "repeat_until": {
        "repeat_until": Key(Shape.CONDITION, required=True),
        "at_most": Key(Shape.NUMBER, required=True, least=1, most=10),
        "steps": Key(Shape.STEPS, required=True),
    }
    | _NOTE,
    "use": {
        "use": Key(Shape.ID, required=True),
        "with": Key(Shape.GIVEN),
        "save_as": Key(Shape.NAME),
    }
    | _NOTE,
    "go_to": {"go_to": Key(Shape.ID, required=True)} | _NOTE,
    "end": {"end": Key(Shape.ONE_OF, required=True, words=("complete", "people"))} | _NOTE,
    "return": {"return": Key(Shape.NAME, required=True)} | _NOTE,
}
"""The step table: a kind of step, and the keys it may carry; the first key names the kind."""

OPTION: dict[str, Key] = {"refusal": Key(Shape.YES_NO), "then": Key(Shape.STEPS)}
"""What an option may carry besides its own `key: label`."""

SCALE: dict[str, Key] = {"meaning": Key(Shape.WORDS)}
"""What a scale may carry besides its own `name: label`."""

NOTE: dict[str, Key] = {
    "say": Key(Shape.WORDS),
    "watch_for": Key(Shape.WORDS),
    "if_stuck": Key(Shape.WORDS),
}

SECTION: dict[str, Key] = {
    "id": Key(Shape.ID, required=True),
    "title": Key(Shape.WORDS),
    "steps": Key(Shape.STEPS, required=True),
    "deep": Key(Shape.YES_NO),
    "needs": Key(Shape.CONDITION),
    "opening": Key(Shape.YES_NO),
    "closing": Key(Shape.YES_NO),
} | _NOTE

SCRIPT: dict[str, Key] = {
    "partswork": Key(Shape.NUMBER, required=True, least=1, most=1),
    "id": Key(Shape.ID, required=True),
    "title": Key(Shape.LINE, required=True),
    "version": Key(Shape.LINE, required=True),
    "language": Key(Shape.LANGUAGE, required=True),
    "about": _WORDS,
    "depth": Key(Shape.ONE_OF, words=("settling", "meeting", "deep")),
    "company": Key(Shape.ONE_OF, words=("alone", "therapist")),
    "if_they_stop": Key(Shape.ID),
    "tags": Key(Shape.TEXTS, least=1, most=20),
    "sections": Key(Shape.SECTIONS, least=1, most=200),
    "steps": Key(Shape.STEPS),
    "shared": Key(Shape.YES_NO),
    "takes": Key(Shape.INPUTS, least=1, most=12),
    "returns": Key(Shape.RESULTS, least=1, most=12),
    "grounds": Key(Shape.YES_NO),
} | _NOTE

ONLY_SHARED = frozenset({"takes", "returns", "grounds"})
NEVER_SHARED = frozenset({"sections", "depth", "if_they_stop"})
