"""What a script test says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from partswork.script.finding import Mark
from partswork.script.steps import Name


@dataclass(frozen=True, slots=True)
class Written:
    """One answer as it is written.

    Attributes:
        said: the text, "" for passing it over; for a scan, a word by scale.
        marks: for a scan, where each scale stands.
    """

    at: Mark
    said: str | Mapping[str, str]
    marks: Mapping[str, Mark] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Answers:
    """What is answered under one name: one for each time it is asked."""

    at: Mark
    each: tuple[Written, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ScriptTest:
    """One test file.

    Attributes:
        shows: what it shows, in its author's words.
        script: the id of the script, or where its file is from here.
        answers: by name, and inside a shared script `space.feeling`.
        answers_at: where they begin, or the test where it has none.
        stops_after: the name after whose last answer they stop; None where they do not.
        passes: the sections they come through, in this order.
        never: the sections they never come to.
        sees: what is shown at some time.
        ends: how it ends; None where it does not matter.
    """

    shows: str
    at: Mark
    script: Name
    answers: Mapping[str, Answers]
    answers_at: Mark
    stops_after: Name | None
    passes: tuple[Name, ...]
    never: tuple[Name, ...]
    sees: tuple[Name, ...]
    ends: Name | None
