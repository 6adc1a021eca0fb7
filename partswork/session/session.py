"""A session that is running: commit, then advance."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from datetime import datetime
from types import TracebackType

from partswork.cleaning import clean
from partswork.errors import CannotTake
from partswork.guide import (
    ENDS_AFTER,
    Answered,
    Asked,
    Back,
    Beat,
    DoesNotFit,
    Ending,
    Event,
    Impasse,
    PartGiven,
    Paused,
    Skipped,
    Stopped,
    Value,
    Walk,
    fit,
    live,
)
from partswork.journal import JSON, Journal, KnownPart, Lease, NewRecord, new_id
from partswork.script.model import Bundle
from partswork.script.steps import NamePart, Question, Rate, may_skip
from partswork.session.parts import met, named, part_called, remembered
from partswork.session.recording import LINE, cleaned, record_of
from partswork.wording import session as words

_About = Mapping[str, JSON] | None


class Session(AbstractContextManager["Session"]):
    """One sitting with one script.

    Each method that changes something returns after it is on disk. If the disk refuses,
    `JournalError` is raised, nothing has moved on, and the same may be tried again.

    Attributes:
        id: its id in the journal.
        kept: False for a demonstration, which is gone when it ends.
    """

    def __init__(
        self,
        id: str,
        walk: Walk,
        journal: Journal,
        lease: Lease,
        now: Callable[[], datetime],
        *,
        kept: bool = True,
    ) -> None:
        """Use `begin`, `resume` or `demonstrate`."""
        self.id = id
        self.kept = kept
        self._walk = walk
        self._journal = journal
        self._lease = lease
        self._now = now
        self._tried: tuple[Walk, tuple[Event, ...], str] | None = None
        # Fixed before the first try: after an error a second one makes no second line.
        self._line_id = new_id()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Give the session back; it can be taken up again."""
        self._lease.release()

    @property
    def _moment(self) -> str:
        return self._now().isoformat(timespec="seconds")

    @property
    def beat(self) -> Beat | Ending | Impasse:
        """What is to be shown now."""
        return self._walk.beat

    @property
    def title(self) -> str:
        """The title of the script."""
        return self._walk.bundle.script.title

    @property
    def bundle(self) -> Bundle:
        """The script, with every shared one it reaches."""
        return self._walk.bundle

    @property
    def number(self) -> int:
        """Which question of the session is at hand, from 1."""
        return 1 + sum(isinstance(event, Answered | Skipped) for event in live(self._walk.events))

    @property
    def can_go_back(self) -> bool:
        """Whether there is an answer that may be taken back."""
        return self._walk.can_go_back is not None

    @property
    def can_ground(self) -> bool:
        """Whether grounding may come in between; not while it does already."""
        return self._walk.between is None and not isinstance(self.beat, Ending)

    @property
    def met(self) -> list[str]:
        """The names of the parts that were with them in this session, in their order."""
        return met(self._walk)

    @property
    def stopping(self) -> bool:
        """Whether it ends at once when they stop now, or after what they are at."""
        return self._walk.between in ENDS_AFTER

    @property
    def known_parts(self) -> list[KnownPart]:
        """The parts met so far, the one met last first."""
        return self._journal.parts()

    def go_past(self) -> None:
        """Go past a calm beat."""
        if self._caught_up():
            return
        walk = self._walk.passed()
        self._keep(walk, walk.arisen)

    def answer(self, value: Value) -> None:
        """Answer the question at hand.

        Raises:
            CannotTake: the question cannot take this, with a sentence that says what it can.
        """
        step, asked = self._question()
        try:
            kept = fit(step, cleaned(value))
        except DoesNotFit as misfit:
            ends = (step.least, step.most) if isinstance(step, Rate) else ()
            raise CannotTake(words.misfit(misfit.why, *ends)) from None
        if self._settled_before(kept):
            return
        remember = remembered(self._walk, step, kept)
        parts = []
        if isinstance(step, NamePart) and isinstance(kept, PartGiven):
            parts = named(self._walk, self._journal, step, kept, self.id, self._moment)
        self._follow(Answered(new_id(), asked, kept), parts, remember)

    def skip(self) -> None:
        """Pass the question at hand over.

        Raises:
            CannotTake: it may not be passed over.
        """
        step, asked = self._question()
        if not may_skip(step):
            raise CannotTake(words.REQUIRED)
        if self._settled_before(None):
            return
        self._follow(Skipped(new_id(), asked))

    def back(self) -> None:
        """Take the last answer back; its question is asked again.

        Raises:
            CannotTake: there is none that may be taken back.
        """
        if any(isinstance(event, Back) for event in self._caught_up()):
            return
        withdraws = self._walk.can_go_back
        if withdraws is None:
            raise CannotTake(words.NO_WAY_BACK)
        self._follow(Back(withdraws))

    def ground(self) -> None:
        """Go through the script's grounding now, and return here after it; not while it comes already."""
        self._caught_up()
        if self.can_ground:
            self._follow(self._walk.grounding("asked"))

    def stop(self) -> None:
        """Stop: grounding, then the end; nothing where it has ended."""
        if any(isinstance(event, Stopped) for event in self._caught_up()) or isinstance(self.beat, Ending):
            return
        self._follow(self._walk.stopping())

    def take_up(self, *, stale: bool) -> None:
        """Begin again where one was: grounding first where it is owed, and gently to the end if stale."""
        if stale and self._walk.between not in ENDS_AFTER:
            self.stop()
        elif self._walk.state.pending and self._walk.between is None:
            self._follow(self._walk.grounding("owed"))

    def pause(self, why: str) -> None:
        """Leave the session to be taken up again; nothing where it has ended.

        Args:
            why: `asked`, `interrupted`, `no more input` or `impasse`.
        """
        if any(isinstance(event, Paused) for event in self._caught_up()) or isinstance(self.beat, Ending):
            return
        self._follow(Paused(why))

    def discard(self) -> None:
        """Delete everything said in this session, for good."""
        self._journal.delete(self.id, at=self._moment)

    def add_line(self, text: str) -> None:
        """Keep a line for later with a session that has ended; nothing where it holds no words."""
        text = clean(text).strip()
        if text:
            line = NewRecord(self._line_id, self._moment, LINE, self.id, {"text": text})
            self._journal.append([line], clears_draft=(self.id, LINE))
            self._line_id = new_id()

    def keep_draft(self, text: str) -> None:
        """Keep what is written so far for the question at hand."""
        question = self._draft_key()
        if question is not None:
            self._journal.keep_draft(self.id, question, clean(text))

    @property
    def draft(self) -> str:
        """What was written for the question at hand and not given yet."""
        question = self._draft_key()
        return (self._journal.draft(self.id, question) if question is not None else None) or ""

    def part_called(self, name: str) -> PartGiven:
        """Return the part of that name, a new one if none is known by it."""
        return part_called(self._journal, name)

    def _question(self) -> tuple[Question, Asked]:
        beat = self.beat
        if not isinstance(beat, Beat) or beat.asked is None or not isinstance(beat.step, Question):
            raise CannotTake(words.NOTHING_ASKED)
        return beat.step, beat.asked

    def _draft_key(self) -> str | None:
        if isinstance(self.beat, Ending):
            return LINE
        asked = self.beat.asked if isinstance(self.beat, Beat) else None
        return f"{asked.section}|{asked.name}|{asked.visit}" if asked is not None else None

    def _follow(self, event: Event, before: Sequence[NewRecord] = (), remember: _About = None) -> None:
        """Let something happen, with all that arises from it."""
        walk = self._walk.follow(event)
        self._keep(walk, (event, *walk.arisen), before, remember)

    def _keep(
        self, walk: Walk, events: Sequence[Event], before: Sequence[NewRecord] = (), remember: _About = None
    ) -> None:
        """Commit what happened, then advance."""
        records = [*before]
        for event in events:
            about = remember if isinstance(event, Answered) else None
            records.append(record_of(event, self.id, self._moment, remember=about))
        given = any(isinstance(event, Answered | Skipped) for event in events)
        question = self._draft_key() if given else None
        if records:
            self._tried = (walk, tuple(events), records[-1].id)
            self._journal.append(records, clears_draft=(self.id, question) if question else None)
        self._walk, self._tried = walk, None

    def _caught_up(self) -> tuple[Event, ...]:
        """After a commit that failed: if it took place all the same, advance, and return what happened."""
        if self._tried is None:
            return ()
        walk, events, id = self._tried
        took_place = any(record.id == id for record in self._journal.records(self.id))
        self._tried = None
        if not took_place:
            return ()
        self._walk = walk
        return events

    def _settled_before(self, value: Value | None) -> bool:
        """Whether a commit that failed gave this all the same; something else is taken back, if it may be."""
        for event in self._caught_up():
            if isinstance(event, Answered | Skipped):
                given = event.value if isinstance(event, Answered) else None
                if given == value or not self.can_go_back:
                    return True
                self.back()
        return False
