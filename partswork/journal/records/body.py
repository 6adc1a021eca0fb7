"""The bodies of records: cleaned, written as JSON, compared, and looked into.

A body may come from a newer version or another hand, so looking into one never fails: what is not
of the expected shape is not there.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import cast

from partswork.cleaning import clean
from partswork.journal.records.record import JSON


def cleaned(value: JSON) -> JSON:
    """Return `value` with every text in it cleaned, lists and mappings as new ones."""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, Mapping):
        return {clean(key): cleaned(item) for key, item in value.items()}
    if isinstance(value, Sequence):
        return [cleaned(item) for item in value]
    return value


def written(body: Mapping[str, JSON]) -> str:
    """Return a body as it is stored: cleaned JSON, its keys in the writer's order."""
    return json.dumps(cleaned(body), ensure_ascii=False, allow_nan=False, separators=(",", ":"))


def read(stored: str) -> dict[str, JSON]:
    """Return a stored body."""
    return cast("dict[str, JSON]", json.loads(stored))


def same(stored: str, other: str) -> bool:
    """Say whether two stored bodies say the same; the order of keys says nothing."""
    return stored == other or _sorted(stored) == _sorted(other)


def text_in(body: Mapping[str, JSON], key: str) -> str | None:
    """Return the text at `key`."""
    value = body.get(key)
    return value if isinstance(value, str) else None


def mapping_in(body: Mapping[str, JSON], key: str) -> Mapping[str, JSON]:
    """Return the mapping at `key`, an empty one where there is none."""
    value = body.get(key)
    return value if isinstance(value, Mapping) else {}


def texts_in(body: Mapping[str, JSON], key: str) -> list[str]:
    """Return the texts in the list at `key`."""
    value = body.get(key)
    if isinstance(value, str) or not isinstance(value, Sequence):
        return []
    return [item for item in value if isinstance(item, str)]


def _sorted(stored: str) -> str:
    return json.dumps(json.loads(stored), sort_keys=True)
