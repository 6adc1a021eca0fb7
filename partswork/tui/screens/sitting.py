"""A session on the screen: one beat at a time. The step changes, the screen does not."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Static

from partswork.errors import CannotTake, JournalError
from partswork.guide import Beat, Ending, Impasse
from partswork.script.steps import Ask, Locate, NamePart
from partswork.session import KnownPart, Session
from partswork.tui.actions import BACK, GROUND, LEAVE
from partswork.tui.content import plain, prose
from partswork.tui.messages import Given, LeftOut, NameGiven, WentOn, Written
from partswork.tui.screens.over import Ways
from partswork.tui.widgets.calm import Resting
from partswork.tui.widgets.control import control_for
from partswork.tui.widgets.drafting import Drafting
from partswork.tui.widgets.keys import Keys
from partswork.wording import app as words
from partswork.wording import plain as plain_words
from partswork.wording import session as session_words


class Sitting(Screen[None]):
    """Shows `session.beat`, and hands over what the person does. Commits happen off this thread."""

    BINDINGS: ClassVar[list[BindingType]] = [LEAVE.binding(), GROUND.binding(), BACK.binding()]

    def __init__(self, session: Session, people: list[str]) -> None:
        super().__init__()
        self._session, self._people = session, people
        self._keeping = asyncio.Lock()
        self._moving = False
        self._refusal = ""
        self._between: str | None = None

    def compose(self) -> ComposeResult:
        with Horizontal(id="top"):
            yield Static(plain(self._session.title), id="title")
        with VerticalScroll(id="room", can_focus=False), Vertical(id="column"):
            yield Static(id="between")
            yield Static(id="words")
            yield Static(id="help")
            yield Vertical(id="control")
            yield Static(id="told")
        yield Keys()

    async def on_mount(self) -> None:
        await self._show()

    async def on_unmount(self) -> None:
        self._session.close()

    # What the widgets tell.

    @on(WentOn)
    def _went_on(self) -> None:
        if isinstance(self._session.beat, Beat):
            self._keep(self._session.go_past)
        else:
            self.dismiss()

    @on(Given)
    def _given(self, event: Given) -> None:
        value = event.value
        self._keep(lambda: self._session.answer(value))

    @on(NameGiven)
    def _named(self, event: NameGiven) -> None:
        name = event.name
        self._keep(lambda: self._session.answer(self._session.part_called(name)))

    @on(LeftOut)
    def _left_out(self) -> None:
        self._keep(self._session.skip)

    @on(Written)
    def _written(self, event: Written) -> None:
        # While an answer is being kept, words on their way are that answer's, and not the next one's.
        if not self._moving:
            self._keep_words(event.text, self._session.beat)

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
            self.dismiss()
            return
        ways = [words.STAY, words.STOP]
        if self._session.kept:
            ways = [words.STAY, words.PAUSE, words.STOP, words.DISCARD]
        chosen = await self.app.push_screen_wait(Ways([words.LEAVING], ways))
        if chosen == words.PAUSE:
            if await self.may_leave("asked"):
                self.dismiss()
        elif chosen == words.STOP:
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
            if self._session.beat is beat:
                await self._does(lambda: self._session.keep_draft(text))

    def _turn_from_here(self, change: Callable[[], None]) -> None:
        """Do something that leaves the question at hand; what is written for it is kept first."""
        self._keep(self._with_words(change))

    def _with_words(self, change: Callable[[], None]) -> Callable[[], None]:
        written = [control.text for control in self.query(Drafting)]

        def both() -> None:
            for text in written:
                self._session.keep_draft(text)
            change()

        return both

    async def _does(self, change: Callable[[], None]) -> bool:
        """Do something off this thread; return whether it was done, and say why where it was not."""
        try:
            await asyncio.to_thread(change)
        except (CannotTake, JournalError) as refused:
            self._refusal = refused.sentence
            self._put("#told", plain(refused.sentence))
            return False
        self._put("#told", plain(""))
        return True

    async def _show(self) -> None:
        beat = self._session.beat
        if isinstance(beat, Impasse):
            await self._does(lambda: self._session.pause("impasse"))
        draft, known = await self._aside(beat)
        control = self.query_one("#control", Vertical)
        with self.app.batch_update():
            await control.remove_children()
            match beat:
                case Beat():
                    self._say(beat)
                    widget = control_for(beat, draft, known, kept=self._session.kept)
                case Ending():
                    self._say_ending(beat)
                    widget = Resting()
                case Impasse():
                    self._put("#words", plain(plain_words.impasse(beat.name, kept=self._session.kept)))
                    widget = Resting()
            await control.mount(widget)
        self.query_one("#room").scroll_home(animate=False)
        for target in widget.walk_children(Widget, with_self=True):
            if target.focusable:
                target.focus()
                break

    async def _aside(self, beat: Beat | Ending | Impasse) -> tuple[str, list[KnownPart]]:
        """Return what was written for a question and not given yet, and the parts met so far."""
        found: tuple[str, list[KnownPart]] = "", []

        def look() -> None:
            nonlocal found
            found = self._session.draft, self._session.known_parts

        if isinstance(beat, Beat) and isinstance(beat.step, Ask | NamePart | Locate):
            await self._does(look)
        return found

    def _say(self, beat: Beat) -> None:
        between = ""
        if beat.interlude != self._between:
            between = session_words.INTERLUDES.get(beat.interlude, "") if beat.interlude else ""
            between = between or session_words.returned(self._between)
            self._between = beat.interlude
        self._put("#between", plain(between))
        self._put("#words", prose(beat.words))
        self._put("#help", prose(beat.help))

    def _put(self, place: str, content: Content) -> None:
        """Put words into their place; an empty one takes no room."""
        static = self.query_one(place, Static)
        static.update(content)
        static.display = bool(content)

    def _say_ending(self, ending: Ending) -> None:
        lines = [session_words.TURNED_BY_HIGH] if ending.turned == "high" else []
        if ending.people:
            lines += [session_words.PEOPLE, *self._people]
        stopped = ending.how == "stopped"
        lines.append(plain_words.ended(stopped=stopped, kept=self._session.kept, people=ending.people))
        self._put("#between", plain(""))
        self._put("#help", plain(""))
        self._put("#words", plain("\n\n".join(lines)))
