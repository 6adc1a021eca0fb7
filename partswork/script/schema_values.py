"""What may stand under a key, as a JSON Schema: one case a shape."""

from __future__ import annotations

from typing import Any, assert_never

from partswork.script.conditions import WORDS_OF_CONDITIONS
from partswork.script.durations import AS_LONG_AS_THEY_LIKE, LONGEST_PAUSE, LONGEST_PHASE
from partswork.script.model import INPUT_KINDS
from partswork.script.shapes import Key, Shape
from partswork.script.steps import DISTRESS, FIELDS
from partswork.wording import editor as words

Schema = dict[str, Any]

# The words that cannot be names stand in front, for a schema has only one pattern.
NAME = rf"(?!(?:{'|'.join(sorted({*WORDS_OF_CONDITIONS, DISTRESS}))})\s*$)[A-Za-z][A-Za-z0-9_]{{0,63}}"
_ID = "[A-Za-z][A-Za-z0-9-]{0,63}"
_LANGUAGE = "[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*"
_YES = "[Yy][Ee][Ss]|[Tt][Rr][Uu][Ee]"
_NO = "[Nn][Oo]|[Ff][Aa][Ll][Ss][Ee]"


def value(key: Key) -> Schema:
    """Return what may stand under a key."""
    shape = key.shape
    match shape:
        case Shape.WORDS:
            return some_words("words")
        case Shape.LINE:
            return some_words("line")
        case Shape.CONDITION:
            return some_words("condition")
        case Shape.NAME:
            return _name()
        case Shape.ID:
            return _like(_ID, "id", "boolean")
        case Shape.LANGUAGE:
            return _like(_LANGUAGE, "language", "boolean")
        case Shape.NUMBER:
            written = _like(_whole(key.least, key.most, 6), "number", "integer")
            return {**written, "minimum": key.least, "maximum": key.most}
        case Shape.YES_NO:
            return _like(f"{_YES}|{_NO}", "yes", "boolean") | _offered("yes", "no")
        case Shape.ONE_OF:
            return _one_of(key.words)
        case Shape.PAUSE:
            seconds, minutes = _whole(1, LONGEST_PAUSE, 4), _whole(1, LONGEST_PAUSE // 60, 4)
            quiet = AS_LONG_AS_THEY_LIKE.replace(" ", r"\s+")
            return _like(rf"{quiet}|{seconds}\s+seconds?|{minutes}\s+minutes?", "pause")
        case Shape.BREATH:
            phase = _whole(1, LONGEST_PHASE, 3) + r"\s+"
            hold = rf"{phase}hold"
            return _like(rf"{phase}in\s*,\s*(?:{hold}\s*,\s*)?{phase}out(?:\s*,\s*{hold})?", "breath")
        case Shape.REMEMBER:
            return _like(rf"(?:{'|'.join(FIELDS)})\s+of\s+\S+", "remember")
        case Shape.NOTE:
            return ref("note")
        case Shape.GIVEN:
            return {"type": "object", "additionalProperties": some_words("name")}
        case Shape.STEPS:
            return _list(key, ref("step"))
        case Shape.LISTS_OF_STEPS:
            return _list(key, ref("list_of_steps"))
        case Shape.SECTIONS:
            return _list(key, ref("section"))
        case Shape.OPTIONS:
            return _list(key, ref("option"))
        case Shape.SCALES:
            return _list(key, ref("scale"))
        case Shape.TEXTS:
            return _list(key, some_words("words"))
        case Shape.RESULTS:
            return _list(key, _name())
        case Shape.INPUTS:
            return _list(key, _input())
        case _:
            assert_never(shape)


def some_words(expected: str) -> Schema:
    """Return any text that is not blank; an editor may take it for a number, or for true and false.

    Args:
        expected: what it is called in `wording.findings.EXPECTED`.
    """
    return {
        "type": ["string", "number", "boolean"],
        "pattern": r"\S",
        "patternErrorMessage": words.there_should_be(expected),
    }


def yes() -> Schema:
    """Return a key's value that says yes."""
    return {"type": ["string", "boolean"], "pattern": rf"^\s*(?:{_YES})\s*$", "not": {"const": False}}


def ref(name: str) -> Schema:
    """Return what is defined under that name."""
    return {"$ref": f"#/definitions/{name}"}


def _name() -> Schema:
    return _like(NAME, "name", "boolean")


def _one_of(legal: tuple[str, ...]) -> Schema:
    told = {"patternErrorMessage": words.one_of(legal)}
    return _like("|".join(legal), "word") | told | _offered(*legal)


def _input() -> Schema:
    return {
        "type": "object",
        "description": words.ONE_INPUT,
        "minProperties": 1,
        "maxProperties": 1,
        "propertyNames": {"pattern": rf"^\s*{NAME}\s*$"},
        "additionalProperties": _one_of(INPUT_KINDS),
    }


def _list(key: Key, items: Schema) -> Schema:
    """Return a list, with as many items as the table says."""
    bounds = {"minItems": key.least, "maxItems": key.most} if key.most else {}
    return {"type": "array", "items": items, **bounds}


def _like(pattern: str, expected: str, *types: str) -> Schema:
    """Return a text of this pattern, or one that an editor takes for something of these types."""
    return {
        "type": ["string", *types],
        "pattern": rf"^\s*(?:{pattern})\s*$",
        "patternErrorMessage": words.there_should_be(expected),
    }


def _offered(*choices: str) -> Schema:
    """Return what an editor offers to write; other ways to write it are legal too."""
    return {"defaultSnippets": [{"label": choice, "body": choice} for choice in choices]}


def _whole(least: int, most: int, digits: int) -> str:
    """Return the pattern of a whole number, written with at most so many digits."""
    return rf"(?=[0-9]{{1,{digits}}}(?![0-9]))0*(?:{'|'.join(map(str, range(least, most + 1)))})(?![0-9])"
