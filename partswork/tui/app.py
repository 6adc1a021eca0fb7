"""The app: what is everywhere, and the way from home into a session."""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from typing import TYPE_CHECKING, ClassVar

from textual import events, on, work
from textual.app import SystemCommand
from textual.binding import Binding, BindingType
from textual.command import CommandPalette
from textual.screen import Screen
from textual.theme import Theme

from partswork.cleaning import clean
from partswork.errors import PartsworkError
from partswork.near import nearest
from partswork.people import ToCall
from partswork.session import Desk
from partswork.settings import Settings
from partswork.tui.actions import EVERYWHERE
from partswork.tui.commands import bindings_here, commands_here
from partswork.tui.enduring import EnduringApp
from partswork.tui.keymap import keymap
from partswork.tui.messages import ReadingWanted
from partswork.tui.preferences import Preferences
from partswork.tui.screens.home import Home
from partswork.tui.screens.over import Blank, KeysShown, People, Told, Ways
from partswork.tui.terminal import as_words
from partswork.tui.welcome import LEAVE, LOOK_AROUND, before_the_first, welcome, who_to_call
from partswork.wording import app as words
from partswork.wording import settings as settings_words

if TYPE_CHECKING:
    from partswork.session import Session
    from partswork.tui.screens.sitting import Sitting

SOON = 0.1
"""Seconds from home's beginning to when it is surely on the screen."""
LOOKING = "looking-around"
"""The practice that is only the room around one."""
THEME = "nord"
"""The colours of the app unless others are set."""


class PartsworkApp(EnduringApp):
    """partswork on the whole screen."""

    TITLE = "partswork"
    CSS_PATH = "styles/app.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        *(action.binding() for action in EVERYWHERE),
        # VS Code takes ctrl+p for itself, so what it opens has a second key.
        Binding("f5", "command_palette", show=False, priority=True),
    ]

    def __init__(
        self, desk: Desk, people: ToCall, begin: str | None = None, settings: Settings | None = None
    ) -> None:
        """Begin.

        Args:
            desk: what there is and what is kept.
            people: who to call.
            begin: a practice to begin with; None for home.
            settings: what they have set; None for nothing.
        """
        super().__init__()
        self.VERTICAL_BREAKPOINTS = [(0, "-short"), (20, "-tall"), (34, "-high")]
        self._desk, self._people, self._begin = desk, people, begin
        self._open = self._quitting = False
        self._sitting: Sitting | None = None
        self._preferences = Preferences(settings or Settings(), None if desk.demo else desk.here.settings)
        self._remarks = self._apply()

    def _apply(self) -> list[str]:
        """Do as the settings say; return a sentence for each that could not be done."""
        settings = self._preferences.settings
        self.keys, remarks = keymap(settings.keys)
        self.set_keymap(self.keys)
        if settings.reduced_motion:
            self.animation_level = "none"
        known = settings.theme in self.available_themes
        self.theme = settings.theme if settings.theme is not None and known else THEME
        if settings.theme is not None and not known:
            remarks.append(
                settings_words.no_such_theme(settings.theme, nearest(settings.theme, self.available_themes))
            )
        return remarks

    def get_default_screen(self) -> Screen[None]:
        return Home(self._desk, self._preferences.shown, later=self._begin is not None)

    async def on_mount(self) -> None:
        self.watch_for_the_end()
        self.theme_changed_signal.subscribe(self, self._theme_chosen)
        for remark in (*self._preferences.settings.remarks, *self._remarks):
            self.say(remark)
        self._welcome()
        self.set_timer(SOON, self._get_ready)

    async def on_event(self, event: events.Event) -> None:
        await super().on_event(as_words(event))

    @work(thread=True)
    def _get_ready(self) -> None:
        """Import what a session needs while home is looked at, so that Enter need not wait for it."""
        for module in ("taking_up", "screens.sitting"):
            import_module(f"partswork.tui.{module}")
        import_module("partswork.session.opening")

    @work
    async def _welcome(self) -> None:
        begin = self._begin
        if self._desk.first_time:
            chosen = await welcome(self, self._people)
            if chosen == LEAVE:
                self.exit(0)
                return
            begin = LOOKING if chosen == LOOK_AROUND else begin
        if begin is not None:
            self.sit(begin)

    def say(self, sentence: str) -> None:
        """Say something at the edge of the screen, for a while."""
        self.notify(clean(sentence), markup=False)

    async def keep_all(self) -> None:
        for sitting in self._sittings():
            await sitting.pause("interrupted")

    async def action_quit(self) -> None:
        """Leave partswork; a session in progress is paused."""
        self._quit()

    def action_interrupt(self) -> None:
        """Copy what is marked; where nothing is, leave."""
        marked = getattr(self.focused, "selected_text", "") or self.screen.get_selected_text()
        if marked:
            self.copy_to_clipboard(clean(marked))
        else:
            self._quit()

    @work
    async def _quit(self) -> None:
        if self._quitting:
            return
        self._quitting = True
        leaves = [await sitting.may_leave("asked") for sitting in self._sittings()]
        self._quitting = False
        if all(leaves):
            self.exit(0)

    def _sittings(self) -> list[Sitting]:
        return [one for one in (self._sitting,) if one is not None and one in self.screen_stack]

    # What can be done everywhere.

    def action_people(self) -> None:
        """Show who to call."""
        if isinstance(self.screen, Blank):
            self.pop_screen()
        if not isinstance(self.screen, People):
            self.push_screen(who_to_call(self._people))

    def action_blank(self) -> None:
        """Show nothing, or everything again."""
        if isinstance(self.screen, Blank):
            self.pop_screen()
        else:
            self.push_screen(Blank())

    def action_keys(self) -> None:
        """Show the keys, or hide them again."""
        if isinstance(self.screen, KeysShown | Blank):
            self.pop_screen()
        else:
            self.push_screen(KeysShown(bindings_here(self.screen, self.keys)))

    def action_command_palette(self) -> None:
        if isinstance(self.screen, Blank):
            self.pop_screen()
        elif not isinstance(self.screen, CommandPalette):
            self.push_screen(CommandPalette(placeholder=words.PALETTE_SEARCH, id="--command-palette"))

    def action_room(self) -> None:
        """Look around the room, wherever one is."""
        if not self._open:
            self.sit(LOOKING)

    def action_journal(self) -> None:
        """Show the journal."""
        from partswork.tui.screens.journal import JournalList

        self.push_screen(JournalList(self._desk))

    def action_before(self) -> None:
        """Show again what stood before the first time."""
        self.push_screen(Told(before_the_first(self._people)))

    def action_motion(self) -> None:
        """Let nothing move by itself, or let it move again."""
        less = not self._preferences.settings.reduced_motion
        self.animation_level = "none" if less else "full"
        self._set("reduced_motion", less, words.MOTION_LESS if less else words.MOTION_MORE)

    def action_bell_wanted(self) -> None:
        """Let a bell sound, or none."""
        wanted = not self._preferences.settings.bell
        self._set("bell", wanted, words.BELL_ON if wanted else words.BELL_OFF)

    @work
    async def action_picture(self) -> None:
        """Save a picture of this screen, once they know who could see it."""
        ways = [words.PICTURE_NOT, words.PICTURE_SAVE]
        if await self.push_screen_wait(Ways([words.PICTURE_SURE], ways)) == words.PICTURE_SAVE:
            self.call_after_refresh(self._save_picture)

    def _save_picture(self) -> None:
        from partswork.tui.picture import save_picture

        self.say(save_picture(self.export_screenshot(), self._desk.here.pictures))

    def _theme_chosen(self, theme: Theme) -> None:
        self._set("theme", theme.name)

    def _set(self, key: str, value: str | bool | frozenset[str], done: str = "") -> None:
        told = self._preferences.set(key, value) or done
        if told:
            self.say(told)

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        yield from commands_here(screen, self.keys)

    # Sessions.

    @on(ReadingWanted)
    def _read(self, event: ReadingWanted) -> None:
        from partswork.tui.screens.reading import Reading

        self.push_screen(Reading(self._desk, event.session))

    @on(Home.Chosen)
    def _chosen(self, event: Home.Chosen) -> None:
        self.sit(event.id)

    @on(Home.Broken)
    def _broken(self, event: Home.Broken) -> None:
        told = [
            (one.mark.line, " ".join([one.message, *([one.suggestion] if one.suggestion else [])]))
            for one in event.entry.findings
        ]
        self.push_screen(Told(words.broken(event.entry.file.name, told)))

    @on(Home.MoreAsked)
    @work
    async def _more(self, event: Home.MoreAsked) -> None:
        shown = self._preferences.settings.show
        ways = {words.MORE_WAYS[one][one in shown]: one for one in event.hidden}
        asked = [words.MORE_ASKED[one] for one in event.hidden]
        chosen = await self.push_screen_wait(Ways(asked, [words.MORE_NOT, *ways]))
        if chosen in ways:
            self._set("show", shown ^ {ways[chosen]})
            if isinstance(self.screen, Home):
                self.screen.look()

    @work
    async def sit(self, name: str) -> None:
        """Begin a practice, or take it up where it was left; not while one is open already."""
        if self._open:
            return
        self._open = True
        try:
            from partswork.tui.taking_up import session_of

            session = await session_of(self, self._desk, name)
            if session is not None:
                await self.push_screen_wait(self.sitting_in(session))
        except PartsworkError as error:
            self.push_screen(Told([error.sentence]))
        finally:
            self._open = False
            for home in (one for one in self.screen_stack if isinstance(one, Home)):
                await home.appear()

    def sitting_in(self, session: Session) -> Sitting:
        """Return the screen of a session."""
        # Imported here: home is on the screen a fifth sooner.
        from partswork.tui.screens.sitting import Sitting

        self._sitting = Sitting(session, self._people.lines(), lambda: self._preferences.settings.bell)
        return self._sitting


def run_app(desk: Desk, people: ToCall, begin: str | None = None, settings: Settings | None = None) -> int:
    """Run the app and return the exit code."""
    app = PartsworkApp(desk, people, begin, settings)
    code = app.run()
    return code if code is not None else app.return_code or 0
