"""The parts a person has met, put together from what their sessions say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from partswork.journal.projections.parts import NAME, ROLE
from partswork.journal.vault.connection import Connection, rows

# In each query SQLite takes the other columns from the row that holds the one min() or max().
_FIRST_MET = "SELECT part, first_at, min(first) FROM mention WHERE last IS NOT NULL GROUP BY part"
_LAST_MET = (
    "SELECT part, last_at, name, count(*), max(last) FROM mention WHERE last IS NOT NULL "
    "GROUP BY part ORDER BY max(last) DESC"
)
_TRAITS = "SELECT part, trait, text, max(place) FROM trait GROUP BY part, trait"
_RELATIONS = (
    "SELECT part, kind, other, min(place) FROM relation GROUP BY part, kind, other ORDER BY min(place)"
)


@dataclass(frozen=True, slots=True)
class KnownPart:
    """A part that at least one live answer names.

    Attributes:
        id: 32 hex digits.
        name, role: as last given; a part need not have a role.
        fields: what is remembered of it (`job`, `fear`, `wish`, `place`, `look`, `age`), the newest
            of each from a live answer.
        first_met, last_met: the moment of the first and the last answer that names it; ISO 8601.
        sessions: in how many sessions one does.
        relations: (`guards` or `opposes`, the other part's name), oldest first.
    """

    id: str
    name: str
    role: str | None
    fields: Mapping[str, str]
    first_met: str
    last_met: str
    sessions: int
    relations: tuple[tuple[str, str], ...]


def known_parts(connection: Connection) -> list[KnownPart]:
    """Return every known part, the one met last first."""
    traits: dict[str, dict[str, str | None]] = {}
    for part, trait, text, _ in rows(connection, _TRAITS):
        traits.setdefault(part, {})[trait] = text
    first_met = {part: at for part, at, _ in rows(connection, _FIRST_MET)}
    met = rows(connection, _LAST_MET)
    names = {part: traits.get(part, {}).get(NAME) or name or "" for part, _, name, _, _ in met}
    relations: dict[str, list[tuple[str, str]]] = {}
    for part, kind, other, _ in rows(connection, _RELATIONS):
        if other in names:
            relations.setdefault(part, []).append((kind, names[other]))
    return [
        KnownPart(
            id=part,
            name=names[part],
            role=traits.get(part, {}).get(ROLE),
            fields=_fields(traits.get(part, {})),
            first_met=first_met[part],
            last_met=last_at,
            sessions=sessions,
            relations=tuple(relations.get(part, ())),
        )
        for part, last_at, _, sessions, _ in met
    ]


def _fields(traits: Mapping[str, str | None]) -> dict[str, str]:
    return {trait: text for trait, text in traits.items() if trait not in (NAME, ROLE) and text is not None}
