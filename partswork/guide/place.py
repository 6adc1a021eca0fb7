"""The place in a script while it is being moved: lists of steps within lists, scopes within scopes."""

from __future__ import annotations

from dataclasses import replace

from partswork.guide.held import Held
from partswork.guide.state import Level, Scope
from partswork.script.steps import Step


class Place:
    """Where a mover is. The lowest scope is the script itself, the lowest level its section."""

    def __init__(self, levels: tuple[Level, ...], scopes: tuple[Scope, ...]) -> None:
        self.levels = list(levels)
        self.scopes = list(scopes)

    @property
    def level(self) -> Level:
        """The list of steps one is in."""
        return self.levels[-1]

    @property
    def scope(self) -> Scope:
        """The script one is in."""
        return self.scopes[-1]

    def at_start_of(self, steps: tuple[Step, ...]) -> None:
        """Leave everything, and stand at the first step of a section."""
        self.levels, self.scopes = [Level(steps)], self.scopes[:1]

    def leave_course(self) -> None:
        """Leave everything, to stand nowhere in the script's own course."""
        self.levels, self.scopes = [], self.scopes[:1]

    def step_on(self) -> None:
        """Go behind the step one is at."""
        self.levels[-1] = replace(self.level, at=self.level.at + 1)

    def go_into(self, level: Level) -> None:
        """Go into a list of steps."""
        self.levels.append(level)

    def round_again(self) -> None:
        """Begin the next round of a repeat."""
        self.levels[-1] = replace(self.level, at=0, round=self.level.round + 1)

    def open(self, scope: Scope) -> None:
        """Go into a shared script."""
        self.scopes.append(scope)
        self.levels.append(Level(scope.script.sections[0].steps, opens=True))

    def close(self) -> Scope:
        """Leave the shared script one is in, wherever in it one is."""
        while not self.levels.pop().opens:
            pass
        return self.scopes.pop()

    def close_after(self) -> None:
        """Let grounding that was to return be what the session ends after."""
        self.scopes = [
            replace(scope, why="stopping", then="stopped") if scope.why else scope for scope in self.scopes
        ]

    def save(self, name: str, held: Held) -> None:
        """Put an answer under its name in the script one is in."""
        self.scopes[-1] = replace(self.scope, answers={**self.scope.answers, name: held})
