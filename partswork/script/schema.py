"""The step table as a JSON Schema, for editors: completion, words about each key, errors while one writes.

Draft 7. It says so nowhere, for the name of a draft is an address; editors take it for that unasked.

An editor's YAML has types where the reader has only text, so everything that may be text may also be a
number or true and false. What a schema cannot see: the order of keys (a step's kind comes first), whether
two things are alike, whether a condition or a fill makes sense, and whatever is about names and ways.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import combinations

from partswork.script.schema_values import NAME, Schema, ref, some_words, value, yes
from partswork.script.shapes import (
    NEVER_SHARED,
    NOTE,
    ONLY_SHARED,
    OPTION,
    SCALE,
    SCRIPT,
    SECTION,
    STEPS,
    Key,
    Shape,
)
from partswork.wording import editor as words

SCHEMA_FILE = "partswork-1.schema.json"
"""What the file of it is called, as the first line of a script names it."""

_OWN = "^x-"


def schema() -> Schema:
    """Return the schema of a script."""
    return {
        "title": words.TITLE,
        **_table("script", SCRIPT),
        "if": _if_yes("shared"),
        "then": {"required": ["steps"], "properties": dict.fromkeys(sorted(NEVER_SHARED), False)},
        "else": {
            "required": ["depth", "if_they_stop"],
            "properties": dict.fromkeys(sorted(ONLY_SHARED), False),
            "if": {"required": ["sections"]},
            "then": {"properties": {"steps": False}},
            "else": {"required": ["steps"]},
        },
        "definitions": {
            "step": _step(),
            **{kind: _kind(kind) for kind in STEPS},
            "note": _note(),
            "section": _table("section", SECTION),
            "option": _labelled("option", OPTION, words.ONE_OPTION),
            "scale": _labelled("scale", SCALE, words.ONE_SCALE),
            "list_of_steps": _table("list_of_steps", {"steps": Key(Shape.STEPS, required=True)}),
        },
    }


def _table(place: str, legal: Mapping[str, Key]) -> Schema:
    """Return what has these keys and no others but one's own."""
    return {
        "type": "object",
        "required": [key for key, shape in legal.items() if shape.required],
        "properties": {key: _described(place, key, shape) for key, shape in legal.items()},
        "patternProperties": {_OWN: {"description": words.OWN}},
        "additionalProperties": False,
    }


def _described(place: str, key: str, shape: Key) -> Schema:
    return {**_said(words.about(place, key)), **value(shape)}


def _said(told: str) -> Schema:
    return {"description": told} if told else {}


def _step() -> Schema:
    """Return any step: its kind decides about the rest, one question after the other.

    With `oneOf`, an editor would offer the keys of all kinds at once, and tell errors of the wrong one.
    """
    kinds = {kind: _said(words.about(kind, kind)) for kind in STEPS}
    rest: Schema = {"properties": kinds, "additionalProperties": False, "minProperties": 1}
    for kind in reversed(STEPS):
        rest = {"if": {"type": "object", "required": [kind]}, "then": ref(kind), "else": rest}
    return {"type": "object", "description": words.STEP, **rest}


def _kind(kind: str) -> Schema:
    made = _table(kind, STEPS[kind])
    if "many" in STEPS[kind]:
        alone = {"items": {"properties": dict.fromkeys(OPTION, False)}}
        made |= {"if": _if_yes("many"), "then": {"properties": {"options": alone}}}
    return made


def _note() -> Schema:
    """Return words for the person guiding: one text, or a few of them."""
    made = _table("note", NOTE)
    return {**made, **some_words("words"), "type": [*some_words("words")["type"], "object"]}


def _labelled(place: str, legal: Mapping[str, Key], told: str) -> Schema:
    """Return a thing that begins with a `key: label` of its author's."""
    made, others = _table(place, legal), "|".join(legal)
    label = rf"^\s*(?!(?:{others})$){NAME}\s*$"
    return {
        **made,
        "description": told,
        "patternProperties": {label: some_words("words"), **made["patternProperties"]},
        # One label at least, and where nothing beginning with x- is counted in, only one.
        "not": {"type": "object", "propertyNames": {"pattern": rf"^(?:{others}|x-.*)$"}},
        "if": {"propertyNames": {"not": {"pattern": _OWN}}},
        "then": {"anyOf": [_at_most_one_more_than(some) for some in _subsets(list(legal))]},
    }


def _at_most_one_more_than(keys: list[str]) -> Schema:
    return {"required": keys, "maxProperties": len(keys) + 1}


def _subsets(keys: list[str]) -> list[list[str]]:
    """Return every choice of some of the keys, the smallest first."""
    return [list(some) for count in range(len(keys) + 1) for some in combinations(keys, count)]


def _if_yes(key: str) -> Schema:
    return {"required": [key], "properties": {key: yes()}}
