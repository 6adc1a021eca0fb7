"""Whether a record from elsewhere has the shape that docs/journal-format.md gives its kind.

What is written here has it anyway. A record from another hand is looked at before it is taken in,
so that whoever reads the journal may trust in it. Kinds not known here, and keys beside the known
ones, are from a newer version and may be anything.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from typing import Final

from partswork.cleaning import clean
from partswork.journal.records import kinds
from partswork.journal.records.record import JSON, Record, is_id

Shape = Callable[[JSON], bool]


def is_as_expected(record: Record) -> bool:
    """Say whether a record belongs where its kind does, and its body has what the kind needs."""
    belongs = _BELONGS.get(record.kind)
    if belongs is not None and belongs != (record.session is not None):
        return False
    needed, possible = _NEEDED.get(record.kind, {}), _POSSIBLE.get(record.kind, {})
    body = record.body
    if not all(key in body and shape(body[key]) for key, shape in needed.items()):
        return False
    if not all(shape(body[key]) for key, shape in possible.items() if key in body):
        return False
    match record.kind:
        case kinds.ANSWERED:
            return _VALUES.get(str(body["kind"]), _anything)(body["value"])
        case kinds.SCRIPT:
            return record.id == hashlib.sha256(clean(str(body["text"])).encode()).hexdigest()[:32]
        case _:
            return True


def _anything(_value: JSON) -> bool:
    return True


def _text(value: JSON) -> bool:
    return isinstance(value, str)


def _text_or_none(value: JSON) -> bool:
    return value is None or isinstance(value, str)


def _id(value: JSON) -> bool:
    return isinstance(value, str) and is_id(value)


def _whole(value: JSON) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _list_of(shape: Shape) -> Shape:
    return lambda value: isinstance(value, Sequence) and not isinstance(value, str) and all(map(shape, value))


def _mapping_to(shape: Shape) -> Shape:
    return lambda value: isinstance(value, Mapping) and all(map(shape, value.values()))


def _with(**shapes: Shape) -> Shape:
    return lambda value: (
        isinstance(value, Mapping)
        and all(key in value and shape(value[key]) for key, shape in shapes.items())
    )


def _distress(value: JSON) -> bool:
    return value in ("numb", "unsure") or (_whole(value) and value in range(11))


def _key_or_keys(value: JSON) -> bool:
    return _text(value) or _list_of(_text)(value)


def _brought(value: JSON) -> bool:
    return isinstance(value, Mapping) and ("turns" not in value or _mapping_to(_whole)(value["turns"]))


_QUESTION: Final[dict[str, Shape]] = {"section": _text, "name": _text, "visit": _whole, "kind": _text}
_NEEDED: Final[dict[str, dict[str, Shape]]] = {
    kinds.BEGUN: {"script": _text, "title": _text, "pins": _mapping_to(_id)},
    kinds.ANSWERED: {**_QUESTION, "value": _anything},
    kinds.SKIPPED: _QUESTION,
    kinds.BACK: {"withdraws": _id},
    kinds.MOVED: {"pins": _mapping_to(_id), "abandons": _list_of(_id)},
    "paused": {"why": _text},
    "grounding": {"why": _text},
    "entered-deep": {"section": _text},
    kinds.ENDED: {"how": _text},
    "line": {"text": _text},
    kinds.PART_NAMED: {"part": _id, "name": _text},
    kinds.PART_CHANGED: {"part": _id},
    kinds.PART_RELATED: {"part": _id, "kind": _text, "other": _id},
    kinds.SCRIPT: {"script": _text, "text": _text},
    kinds.DELETED: {"session": _id, "ids": _list_of(_id)},
}
_POSSIBLE: Final[dict[str, dict[str, Shape]]] = {
    kinds.BEGUN: {"brought": _brought},
    kinds.ANSWERED: {"remember": _with(field=_text, part=_id)},
    "grounding": {"after": _whole},
    "stopped": {"after": _whole},
    kinds.ENDED: {"turned": _text},
    kinds.PART_NAMED: {"role": _text_or_none},
    kinds.PART_CHANGED: {"name": _text, "role": _text_or_none},
}
_BELONGS: Final[dict[str, bool]] = {
    **dict.fromkeys((kinds.SCRIPT, kinds.DELETED), False),
    **dict.fromkeys(
        (
            *(kinds.BEGUN, kinds.ANSWERED, kinds.SKIPPED, kinds.BACK, kinds.MOVED, "paused", "grounding"),
            *("grounded", "entered-deep", "stopped", kinds.ENDED, "line"),
        ),
        True,
    ),
}
"""Whether a kind belongs to a session; one about parts may or may not."""
_VALUES: Final[dict[str, Shape]] = {
    "ask": _text,
    "rate": _whole,
    "choose": _key_or_keys,
    "scan": _mapping_to(_text),
    "locate": _list_of(_text),
    kinds.NAME_PART: _with(part=_id, name=_text),
    "distress": _distress,
}
