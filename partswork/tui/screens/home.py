"""Home: a greeting, today, what was left unfinished, the practices. Enter begins."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.screen import Screen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from partswork.clock import now
from partswork.session import TODAY, Desk
from partswork.settings import Hidden
from partswork.tui.actions import BEGIN, JOURNAL, LEAVE_HOME, ROOM
from partswork.tui.content import plain
from partswork.tui.widgets.keys import Keys
from partswork.tui.widgets.marked import Marked
from partswork.wording import app as words
from partswork.wording import plain as plain_words

if TYPE_CHECKING:
    from partswork.catalogue import Entry

LABEL = 12
"""Columns for the name of a group of practices."""
NARROW = 60
"""Columns below which that name stands above them."""


class Practices(Marked):
    """What can be begun, and what can be done besides."""

    BINDINGS: ClassVar[list[BindingType]] = [BEGIN.binding()]


@dataclass(frozen=True, slots=True)
class Row:
    """One line of home.

    Attributes:
        id: a practice's; a file's for one that cannot be run; None for a line to look at only.
    """

    id: str | None
    content: Content


class Home(Screen[None]):
    """What there is today."""

    BINDINGS: ClassVar[list[BindingType]] = [ROOM.binding(), JOURNAL.binding(), LEAVE_HOME.binding()]
    MORE = "more.."
    """The row that asks what else to show; no practice has such an id."""

    class Chosen(Message):
        """A practice was chosen."""

        def __init__(self, id: str) -> None:
            super().__init__()
            self.id = id

    class Broken(Message):
        """A script was chosen that cannot be run."""

        def __init__(self, entry: Entry) -> None:
            super().__init__()
            self.entry = entry

    class Settled(Message):
        """More is known now of what there is."""

    class MoreAsked(Message):
        """They want to choose what home shows."""

        def __init__(self, hidden: list[Hidden]) -> None:
            super().__init__()
            self.hidden = hidden

    def __init__(self, desk: Desk, shown: Callable[[], frozenset[Hidden]], *, later: bool = False) -> None:
        """Begin.

        Args:
            desk: what there is and what was kept.
            shown: what they chose to see besides what everyone sees.
            later: something else comes first; there is nothing to see until `appear`.
        """
        super().__init__()
        self._desk, self._shown, self._later = desk, shown, later
        self._entries: list[Entry] = []
        self._narrow = False

    def compose(self) -> ComposeResult:
        if self._later:
            return
        moment = now()
        self._narrow = self.app.size.width < NARROW
        with Vertical(id="top"):
            yield Static(plain(f"{moment:%A} {moment.day} {moment:%B}".lower()), id="date")
        with Vertical(id="middle"), Vertical(id="column"):
            greeting = words.greeting(moment.hour)
            if self._desk.first_time:
                greeting += f"\n\n{words.NEW_HERE}"
            yield Static(plain(greeting), id="greeting")
            if self._desk.demo:
                yield Static(plain(plain_words.DEMONSTRATION), id="demonstration", classes="dim")
            yield Practices(*self._options(), id="practices")
            yield Static(id="about")
        yield Keys()

    def on_mount(self) -> None:
        if not self._later:
            self._begin_at_the_first()

    async def appear(self) -> None:
        """Be there, if it was for later."""
        if self._later:
            self._later = False
            await self.recompose()
            self._begin_at_the_first()

    def _begin_at_the_first(self) -> None:
        for practices in self.query(Practices):
            practices.highlighted = 0
            practices.focus()

    def on_screen_resume(self) -> None:
        self.look()
        # Of the built-in ones all is known.
        if any(entry.source == "own" for entry in self._entries):
            self._settle()

    @work(thread=True)
    def _settle(self) -> None:
        """Get to know what is not known yet of one's own scripts, while home is looked at."""
        if self._desk.settle():
            self.post_message(self.Settled())

    @on(Settled)
    def _settled(self) -> None:
        self.look()

    def on_resize(self, event: events.Resize) -> None:
        narrow = event.size.width < NARROW
        if narrow != self._narrow:
            self._narrow = narrow
            self.look()

    def look(self) -> None:
        """Look again what there is, and stay at the same line."""
        # There are none where something else comes first, and where the app ends just now.
        for practices in self.query(Practices):
            here = practices.highlighted_option
            with self.app.batch_update():
                practices.clear_options()
                practices.add_options(self._options())
            there = [option.id for option in practices.options]
            practices.highlighted = there.index(here.id) if here is not None and here.id in there else 0

    def _options(self) -> list[Option]:
        self._entries = self._desk.practices()
        groups = [rows for rows in (list(self._today()), list(self._grouped()), list(self._broken())) if rows]
        options: list[Option] = []
        for number, rows in enumerate(groups):
            if number:
                options.append(Option(Content(" "), disabled=True))
            options += [Option(row.content, id=row.id, disabled=row.id is None) for row in rows]
        return options

    def _today(self) -> Iterator[Row]:
        yield Row(TODAY, plain(words.TODAY[self._desk.today(TODAY)]))
        runnable = {entry.id for entry in self._entries if not entry.findings and self._is_shown(entry)}
        for left in self._desk.left_lately():
            if left.script in runnable:
                yield Row(f"{left.script}..", plain(words.CONTINUE.format(title=left.title)))

    def _grouped(self) -> Iterator[Row]:
        others = [entry for entry in self._entries if entry.id != TODAY and not entry.findings]
        for group, title in words.GROUPS.items():
            here = [entry for entry in others if _group(entry) == group and self._is_shown(entry)]
            yield from self._titled(title, [(entry.id, plain(entry.title)) for entry in here])
        if self._hidden():
            yield from self._titled(words.MORE, [(self.MORE, plain(words.MORE_TITLE))])

    def _titled(self, title: str, rows: list[tuple[str, Content]]) -> Iterator[Row]:
        """Yield rows with their title beside the first, or above it where there is little room."""
        if self._narrow and rows:
            yield Row(None, Content.styled(title, "dim"))
        for number, (id, content) in enumerate(rows):
            label = "  " if self._narrow else f"{'' if number else title:<{LABEL}}"
            yield Row(id, Content.assemble((label, "dim"), content))

    def _broken(self) -> Iterator[Row]:
        for entry in self._entries:
            if entry.findings and self._is_shown(entry):
                told = f"{entry.file.name}: {words.CANNOT_BE_RUN}. {entry.findings[0].message}"
                yield Row(f"{entry.file}..", Content.styled(plain(told).plain, "dim"))

    def _is_shown(self, entry: Entry) -> bool:
        group = _group(entry)
        return group not in words.MORE_WAYS or group in self._shown()

    def _hidden(self) -> list[Hidden]:
        """Return the groups that are shown only when asked for, where there is something in them."""
        there = {_group(entry) for entry in self._entries}
        return [hidden for hidden in words.MORE_WAYS if hidden in there]

    @on(OptionList.OptionHighlighted)
    def _at(self, event: OptionList.OptionHighlighted) -> None:
        """Say what the practice one is at is about."""
        id = (event.option_id or "").removesuffix("..")
        about = next((_told(entry) for entry in self._entries if entry.id == id), "")
        self.query_one("#about", Static).update(plain(about))

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        chosen = event.option_id or ""
        broken = {f"{entry.file}..": entry for entry in self._entries if entry.findings}
        if chosen == self.MORE:
            self.post_message(self.MoreAsked(self._hidden()))
        elif chosen in broken:
            self.post_message(self.Broken(broken[chosen]))
        else:
            self.post_message(self.Chosen(chosen.removesuffix("..")))


def _group(entry: Entry) -> str:
    return "ketamine" if "ketamine" in entry.tags else entry.depth


def _told(entry: Entry) -> str:
    length = words.minutes(entry.minutes[1]) if entry.minutes else ""
    return " ".join([*entry.about.split(), length])
