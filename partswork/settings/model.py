"""What can be set."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Hidden = Literal["deep", "ketamine"]
"""Practices that home does not show until they are asked for."""


@dataclass(frozen=True, slots=True)
class Person:
    """Someone to call."""

    name: str
    phone: str


@dataclass(frozen=True, slots=True)
class Settings:
    """What was set.

    Attributes:
        country: two letters, for the emergency number; None to go by the language settings.
        people: whom to call, in their order.
        theme: the colours of the app by name; None for its own.
        reduced_motion: nothing on the screen moves by itself but words and counts.
        bell: a bell sounds when a quiet or a breath is over.
        show: what home shows besides what everyone sees.
        keys: other keys for the actions of the app, by the action's id.
        remarks: a sentence for each thing in the file that could not be used.
    """

    country: str | None = None
    people: tuple[Person, ...] = ()
    theme: str | None = None
    reduced_motion: bool = False
    bell: bool = False
    show: frozenset[Hidden] = frozenset()
    keys: Mapping[str, str] = field(default_factory=dict)
    remarks: tuple[str, ...] = ()
