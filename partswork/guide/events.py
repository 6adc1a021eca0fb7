"""What can happen in a session, in the order it happened. A session is the fold over these."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from partswork.guide.values import Value

How = Literal["complete", "people", "stopped"]
Turned = Literal["refused", "high", "needs"]


@dataclass(frozen=True, slots=True)
class Asked:
    """One asking of one question.

    Attributes:
        section: where; inside a shared script `meeting/unblending`.
        name: the name its answer is kept under.
        visit: which asking of that name this is, from 1, not counting withdrawn ones.
        kind: the kind of step.
    """

    section: str
    name: str
    visit: int
    kind: str


@dataclass(frozen=True, slots=True)
class Answered:
    """A question was answered."""

    id: str
    asked: Asked
    value: Value


@dataclass(frozen=True, slots=True)
class Skipped:
    """A question was passed over."""

    id: str
    asked: Asked


@dataclass(frozen=True, slots=True)
class Back:
    """The last answer was taken back; its question is asked again."""

    withdraws: str


@dataclass(frozen=True, slots=True)
class Stopped:
    """They chose to stop: what the script says for that follows, then the end.

    Attributes:
        after: how many calm beats were gone past since the event before.
    """

    after: int = 0


@dataclass(frozen=True, slots=True)
class Paused:
    """The session was left, to be taken up again."""

    why: str


@dataclass(frozen=True, slots=True)
class Grounding:
    """Grounding began in between: asked for, or owed after leaving something deep.

    Attributes:
        after: how many calm beats were gone past since the event before.
    """

    why: Literal["asked", "owed"]
    after: int = 0


@dataclass(frozen=True, slots=True)
class Grounded:
    """A script that grounds was gone through to its end."""


@dataclass(frozen=True, slots=True)
class EnteredDeep:
    """Something deep was entered; grounding is owed from here on."""

    section: str


@dataclass(frozen=True, slots=True)
class Ended:
    """The session is over.

    Attributes:
        turned: why the guide turned away from what came next; None where it did not.
    """

    how: How
    turned: Turned | None = None


Event = Answered | Skipped | Back | Stopped | Paused | Grounding | Grounded | EnteredDeep | Ended
