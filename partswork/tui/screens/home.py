"""Home: a greeting, today, the practices, the journal. Enter begins."""

from __future__ import annotations

from typing import ClassVar

from textual import on
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
from partswork.tui.actions import JOURNAL
from partswork.tui.content import plain
from partswork.tui.widgets.keys import Keys
from partswork.wording import app as words


class Home(Screen[None]):
    """What there is today."""

    BINDINGS: ClassVar[list[BindingType]] = [JOURNAL.binding()]

    class Chosen(Message):
        """A practice was chosen."""

        def __init__(self, id: str) -> None:
            super().__init__()
            self.id = id

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk

    def compose(self) -> ComposeResult:
        moment = now()
        yield Static(plain(f"{moment:%A} {moment.day} {moment:%B}".lower()), id="date")
        with Vertical(id="middle"), Vertical(id="column"):
            yield Static(plain(words.greeting(moment.hour)), id="greeting")
            yield OptionList(id="practices")
        yield Keys()

    def on_mount(self) -> None:
        self._fill()

    def on_screen_resume(self) -> None:
        self._fill()

    def _fill(self) -> None:
        practices = self.query_one(OptionList)
        practices.clear_options()
        practices.add_options(self._options())
        practices.highlighted = 0
        practices.focus()

    def _options(self) -> list[Option | None]:
        today = words.TODAY[self._desk.today(TODAY)]
        options: list[Option | None] = [Option(plain(today), id=TODAY)]
        others = [entry for entry in self._desk.practices() if entry.id != TODAY and entry.depth != "deep"]
        for depth, title in words.DEPTHS.items():
            here = [entry for entry in others if entry.depth == depth and not entry.findings]
            if here:
                options += [None, Option(plain(title), disabled=True)]
                options += [Option(plain(entry.title), id=entry.id) for entry in here]
        for entry in others:
            if entry.findings:
                told = f"{entry.file.name}: {words.CANNOT_BE_RUN}. {entry.findings[0].message}"
                options.append(Option(Content.styled(plain(told).plain, "dim"), disabled=True))
        return options

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        if event.option_id is not None:
            self.post_message(self.Chosen(event.option_id))
