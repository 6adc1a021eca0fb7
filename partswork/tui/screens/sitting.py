"""A session on the screen: one beat at a time. The step changes, the screen does not."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.screen import Screen

from partswork.errors import CannotTake, JournalError
from partswork.guide import Beat, Ending, Impasse
from partswork.script.steps import Ask, Locate, NamePart
from partswork.session import KnownPart, Session
from partswork.tui.actions import BACK, GROUND, PEOPLE, SITTING, key_here
from partswork.tui.messages import (
    Finished,
    Given,
    LeftOut,
    LineWanted,
    NameGiven,
    NothingChosen,
    ReadingWanted,
    WentOn,
    Written,
)
from partswork.tui.screens.over import Ways
from partswork.tui.widgets.calm import Resting
from partswork.tui.widgets.closing import Closing
from partswork.tui.widgets.control import control_for
from partswork.tui.widgets.drafting import Drafting
from partswork.tui.widgets.heading import Heading
from partswork.tui.widgets.keys import Keys
from partswork.tui.widgets.room import Room
from partswork.tui.widgets.writing import Writing
from partswork.wording import app as words
from partswork.wording import plain as plain_words
from partswork.wording import session as session_words

TRY_AGAIN = 2.0
"""Seconds after which words that the disk refused are brought to it again."""


class Sitting(Screen[None]):
    """Shows `session.beat`, and hands over what the person does. Commits happen off this thread."""

    BINDINGS: ClassVar[list[BindingType]] = [action.binding() for action in SITTING]

    def __init__(self, session: Session, people: list[str], bell: Callable[[], bool]) -> None:
        """Begin.

        Args:
            session: to be sat in; given back when the screen goes.
            people: who to call.
            bell: whether a bell is to sound when a quiet or a breath is over.
        """
        super().__init__()
        self._session, self._people, self._bell = session, people, bell
        self._keeping = asyncio.Lock()
        self._moving = False
        self._refusal = ""
        # Held, not looked up: what is under way when the app ends finds nothing any more.
        self._room, self._heading, self._keys = Room(), Heading(session), Keys(self._works)

    def compose(self) -> ComposeResult:
        with Vertical(id="top"):
            yield self._heading
        yield self._room
        yield self._keys

    async def on_mount(self) -> None:
        await self._show()

    async def on_unmount(self) -> None:
        self._session.close()

    def _works(self, action: str) -> bool:
        if action == GROUND.id:
            return self._session.can_ground
        return action != BACK.id or self._session.can_go_back

    # What the widgets tell.

    @on(WentOn)
    def _went_on(self, event: WentOn) -> None:
        if event.by_itself and self._bell():
            self.app.bell()
        if isinstance(self._session.beat, Beat):
            self._keep(self._session.go_past)
        else:
            self.dismiss()

    @on(Given)
    def _given(self, event: Given) -> None:
        value = event.value
        if isinstance(self._session.beat, Ending):
            self._keep(lambda: self._session.add_line(str(value)))
        else:
            self._keep(lambda: self._session.answer(value))

    @on(NameGiven)
    def _named(self, event: NameGiven) -> None:
        name = event.name
        self._keep(lambda: self._session.answer(self._session.part_called(name)))

    @on(NothingChosen)
    def _nothing_chosen(self) -> None:
        self._room.tell(words.NOTHING_CHOSEN)

    @on(LeftOut)
    def _left_out(self) -> None:
        if isinstance(self._session.beat, Ending):
            self._keep(lambda: self._session.keep_draft(""))
        else:
            self._keep(self._session.skip)

    @on(Written)
    def _written(self, event: Written) -> None:
        # While an answer is being kept, words on their way are that answer's, and not the next one's.
        if not self._moving:
            self._keep_words(event.text, self._session.beat)

    # What can be done once it has ended.

    @on(Finished)
    def _finished(self) -> None:
        self.dismiss()

    @on(ReadingWanted)
    def _reading_wanted(self, event: ReadingWanted) -> None:
        # The screen knows which session; who has the journal opens it.
        event.session = self._session.id

    @on(LineWanted)
    @work
    async def _line_wanted(self) -> None:
        assert isinstance(self._session.beat, Ending)
        draft, _ = await self._aside(self._session.beat)
        await self._room.show_lines([words.LINE_ASKED], Writing(draft, "", optional=True, kept=True))

    # What can be done at any beat.

    def action_ground(self) -> None:
        """The room around you, now."""
        if self._session.can_ground:
            self._turn_from_here(self._session.ground)

    def action_back(self) -> None:
        """Take the last answer back."""
        self._turn_from_here(self._session.back)

    @work
    async def action_leave(self) -> None:
        """Ask how they want to leave."""
        if isinstance(self._session.beat, Ending):
            if await self.may_leave("asked"):
                self.dismiss()
            return
        stop = words.STOP_NOW if self._session.stopping else words.STOP
        ways = [words.STAY, words.PAUSE, stop, words.DISCARD] if self._session.kept else [words.STAY, stop]
        hint = words.leaving(key_here(self, PEOPLE))
        chosen = await self.app.push_screen_wait(Ways([words.LEAVING], ways, hint))
        if chosen == words.PAUSE:
            if await self.may_leave("asked"):
                self.dismiss()
        elif chosen == stop:
            self._turn_from_here(self._session.stop)
        elif chosen == words.DISCARD:
            sure = await self.app.push_screen_wait(
                Ways([words.DISCARD_SURE], [words.STAY, words.DISCARD_NOW])
            )
            if sure == words.DISCARD_NOW:
                async with self._keeping:
                    gone = await self._does(self._session.discard)
                if gone:
                    self.dismiss()

    async def may_leave(self, why: str) -> bool:
        """Pause; where the journal refuses, ask whether to leave all the same."""
        if await self.pause(why):
            return True
        ways = [words.STAY, words.LEAVE_UNKEPT]
        return await self.app.push_screen_wait(Ways([self._refusal], ways)) == words.LEAVE_UNKEPT

    async def pause(self, why: str) -> bool:
        """Keep what is written so far, for the session to be taken up again; return whether it is kept."""
        async with self._keeping:
            return await self._does(self._with_words(lambda: self._session.pause(why)))

    # Commit, then show.

    @work
    async def _keep(self, change: Callable[[], None]) -> None:
        """Do something that is kept before the next beat is shown; nothing else is taken meanwhile."""
        if self._moving:
            return
        self._moving = True
        try:
            async with self._keeping:
                if await self._does(change):
                    await self._show()
        finally:
            self._moving = False

    @work
    async def _keep_words(self, text: str, beat: Beat | Ending | Impasse) -> None:
        """Keep words on their way, unless what they are for is over by now."""
        async with self._keeping:
            if self._session.beat is beat and not await self._does(lambda: self._session.keep_draft(text)):
                self.set_timer(TRY_AGAIN, lambda: self._keep_what_is_there(beat))

    def _keep_what_is_there(self, beat: Beat | Ending | Impasse) -> None:
        """Keep words on their way that the disk refused before."""
        if self._session.beat is beat:
            for control in self.query(Drafting):
                self._keep_words(control.text, beat)

    def _turn_from_here(self, change: Callable[[], None]) -> None:
        """Do something that leaves the question at hand; what is written for it is kept first."""
        self._keep(self._with_words(change))

    def _with_words(self, change: Callable[[], None]) -> Callable[[], None]:
        written = [control.text for control in self.query(Drafting)]

        def both() -> None:
            for text in written:
                if isinstance(self._session.beat, Ending):
                    self._session.add_line(text)
                else:
                    self._session.keep_draft(text)
            change()

        return both

    async def _does(self, change: Callable[[], None]) -> bool:
        """Do something off this thread; return whether it was done, and say why where it was not."""
        try:
            await asyncio.to_thread(change)
        except (CannotTake, JournalError) as refused:
            self._refusal = refused.sentence
            self._room.tell(refused.sentence)
            return False
        self._room.tell("")
        return True

    async def _show(self) -> None:
        beat = self._session.beat
        if isinstance(beat, Impasse):
            await self._does(lambda: self._session.pause("impasse"))
        kept = self._session.kept
        match beat:
            case Beat():
                draft, known = await self._aside(beat)
                await self._room.show_beat(beat, control_for(beat, draft, known, kept=kept))
            case Ending():
                await self._room.show_lines(
                    self._ending(beat), Closing(marked=not beat.people) if kept else Resting()
                )
            case Impasse():
                await self._room.show_lines([plain_words.impasse(beat.name, kept=kept)], Resting())
        self._keys.look()
        self._heading.look()

    async def _aside(self, beat: Beat | Ending) -> tuple[str, list[KnownPart]]:
        """Return what was written for a question and not given yet, and the parts met so far."""
        found: tuple[str, list[KnownPart]] = "", []

        def look() -> None:
            nonlocal found
            found = self._session.draft, self._session.known_parts

        if isinstance(beat, Ending) or isinstance(beat.step, Ask | NamePart | Locate):
            await self._does(look)
        return found

    def _ending(self, ending: Ending) -> list[str]:
        """Return what is said once it has ended."""
        session = self._session
        lines = [session_words.TURNED_BY_HIGH] if ending.turned == "high" else []
        if ending.people:
            lines += [session_words.PEOPLE, *self._people]
        stopped = ending.how == "stopped"
        lines.append(plain_words.ended(stopped=stopped, kept=session.kept, people=ending.people))
        if session.met and not ending.people:
            lines.append(session_words.here_with(session.met))
        if ending.people or stopped:
            lines.append(words.people_again(key_here(self, PEOPLE)))
        return lines
