"""A walk: a script, what was brought to it, and everything that has happened since.

Frozen. Every step on gives a new walk, so that a front end can never be half-way between two.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

from partswork.guide.beats import Beat, Ending, Impasse, Interlude
from partswork.guide.events import Back, Ended, EnteredDeep, Event, Grounded, Grounding, Paused, Stopped
from partswork.guide.folding import CannotFollow, apply, fold, is_calm
from partswork.guide.mover import Mover
from partswork.guide.state import State
from partswork.guide.taking_back import may_withdraw
from partswork.guide.values import Brought, PartGiven
from partswork.script.model import Bundle


@dataclass(frozen=True, slots=True)
class Walk:
    """Where a session stands.

    Attributes:
        beat: what is to be shown now.
        events: all that has happened, in order, with what arose from it.
        arisen: what arose in the last move and belongs on record with it.
        past: how many calm beats were gone past since the last event.
    """

    bundle: Bundle
    brought: Brought
    state: State
    beat: Beat | Ending | Impasse
    events: tuple[Event, ...] = ()
    arisen: tuple[Event, ...] = ()
    past: int = 0

    def passed(self) -> Walk:
        """Go past a calm beat.

        Raises:
            CannotFollow: the beat is a question, or there is nothing to go past.
        """
        mover = self._mover()
        if not is_calm(mover):
            raise CannotFollow
        mover.go_past()
        moved = self._moved(mover, ())
        # The end of grounding in between is an event of its own, and counting begins anew behind it.
        closed = self.between in ("asked", "owed") and moved.between is None
        return replace(moved, past=0 if closed else self.past + 1)

    def stopping(self) -> Stopped:
        """Return the event of stopping here."""
        return Stopped(self.past)

    def grounding(self, why: Literal["asked", "owed"]) -> Grounding:
        """Return the event of grounding that comes in between here."""
        return Grounding(why, self.past)

    def follow(self, event: Event) -> Walk:
        """Return the walk after something the person did.

        Raises:
            CannotFollow: the event does not belong here, or is one that only arises from others.
            DoesNotFit: an answer that its question cannot take.
        """
        if isinstance(event, EnteredDeep | Grounded | Ended):
            raise CannotFollow
        if isinstance(event, Back):
            return self._taken_back(event)
        mover = self._mover()
        # Calm beats are already behind us here; counting them is for who replays this later.
        here = replace(event, after=0) if isinstance(event, Stopped | Grounding) else event
        apply(mover, here)
        # A break changes nothing, so what was gone past before it still counts.
        past = self.past if isinstance(event, Paused) else 0
        return replace(self._moved(mover, (event,)), past=past)

    @property
    def can_go_back(self) -> str | None:
        """The id of the answer that Back would withdraw, None where it may withdraw nothing."""
        return may_withdraw(self.events, self.state.facts.sealing)

    @property
    def between(self) -> Interlude | None:
        """Why grounding came in between, None in the script's own course."""
        return next((scope.why for scope in self.state.scopes if scope.why), None)

    def part(self, name: str) -> PartGiven | None:
        """Return the part an answer where one is holds, None where it holds none."""
        held = self.state.scopes[-1].answers.get(name)
        return held.value if held is not None and isinstance(held.value, PartGiven) else None

    def _mover(self) -> Mover:
        return Mover(self.bundle, self.brought, (self.state, self.beat))

    def _moved(self, mover: Mover, events: tuple[Event, ...]) -> Walk:
        arisen = tuple(mover.arisen)
        return replace(
            self, state=mover.state, beat=mover.beat, events=self.events + events + arisen, arisen=arisen
        )

    def _taken_back(self, event: Back) -> Walk:
        """Return to the question whose answer is withdrawn, with that answer offered again."""
        if event.withdraws != self.can_go_back:
            raise CannotFollow
        return replay(self.bundle, self.brought, (*self.events, event))


def begin(bundle: Bundle, brought: Brought) -> Walk:
    """Return a walk at its first beat."""
    return replay(bundle, brought, ())


def replay(bundle: Bundle, brought: Brought, events: Iterable[Event]) -> Walk:
    """Return the walk that all these events lead to.

    The calm beats before the next question come again: what calmed once may calm once more. After
    Back, its question comes at once, with the answer it had.

    Raises:
        CannotFollow, DoesNotFit: an event does not belong to this script.
    """
    happened = tuple(events)
    mover, past = fold(bundle, brought, happened)
    if isinstance(mover.beat, Ending) and not any(isinstance(event, Ended) for event in happened):
        mover.arisen.append(Ended(mover.beat.how, mover.beat.turned))
    arisen = tuple(mover.arisen)
    return Walk(bundle, brought, mover.state, mover.beat, happened + arisen, arisen, past)
