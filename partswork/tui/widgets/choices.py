"""Choosing one or several, and naming a part; nothing is chosen beforehand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Button, Input, OptionList, Static
from textual.widgets.option_list import Option

from partswork.script.words import Prose
from partswork.tui.content import plain, prose
from partswork.tui.messages import Given, LeftOut, NameGiven, NothingChosen
from partswork.tui.widgets.drafting import Drafting
from partswork.tui.widgets.marked import Marked, Numbered
from partswork.tui.widgets.toggles import Toggles
from partswork.wording import app as words


class Options(Numbered):
    """What can be chosen; says so where nothing is yet."""

    def action_select(self) -> None:
        if self.highlighted is None:
            self.post_message(NothingChosen())
        else:
            super().action_select()


class Choosing(Vertical):
    """One of some options."""

    def __init__(self, labels: Mapping[str, Prose], before: str | None, *, optional: bool) -> None:
        super().__init__()
        self._labels, self._before, self._optional = labels, before, optional

    def compose(self) -> ComposeResult:
        options = [
            Option(Content.assemble((f"{number}  ", "dim"), prose(label)), id=key)
            for number, (key, label) in enumerate(self._labels.items(), 1)
        ]
        yield Options(*options, id="options")
        yield Static(plain(words.CHOOSING_OR_NOT if self._optional else words.CHOOSING), classes="hint")
        if self._optional:
            with Horizontal(classes="ways"):
                yield Button(plain(words.LEAVE_OUT), id="leave-out", compact=True)

    def on_mount(self) -> None:
        keys = list(self._labels)
        self.query_one(OptionList).highlighted = keys.index(self._before) if self._before in keys else None

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        if event.option_id is not None:
            self.post_message(Given(event.option_id))

    @on(Button.Pressed, "#leave-out")
    def _leave_out(self, event: Button.Pressed) -> None:
        event.stop()
        self.post_message(LeftOut())


class ChoosingMany(Vertical):
    """One or more of some options, or none."""

    def __init__(self, labels: Mapping[str, Content], before: Sequence[str]) -> None:
        super().__init__()
        self._labels, self._before = labels, before

    def compose(self) -> ComposeResult:
        yield Toggles(self._labels, self._before)
        yield Static(plain(words.CHOOSING_MANY), classes="hint")
        with Horizontal(classes="ways"):
            yield Button(plain(words.GO_ON), id="go-on", compact=True)

    @on(Button.Pressed, "#go-on")
    def _go_on(self, event: Button.Pressed) -> None:
        event.stop()
        chosen = self.query_one(Toggles).in_order
        self.post_message(Given(chosen) if chosen else LeftOut())


class Naming(Drafting):
    """A part from before, or a new name."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("down", "parts", show=False)]

    def __init__(self, known: Sequence[str], before: str, *, optional: bool) -> None:
        super().__init__()
        self._known, self._before, self._optional = known, before, optional

    def compose(self) -> ComposeResult:
        yield Input(self._before, id="name", compact=True, select_on_focus=False)
        yield Static(plain(words.NAMING_KNOWN if self._known else words.NAMING), classes="hint")
        if self._known:
            yield Marked(*(Option(plain(name)) for name in self._known), id="known")
        if self._optional:
            with Horizontal(classes="ways"):
                yield Button(plain(words.LEAVE_OUT), id="leave-out", compact=True)

    def on_mount(self) -> None:
        for known in self.query(OptionList):
            known.highlighted = None

    @property
    def text(self) -> str:
        """The name as far as it is typed."""
        return self.query_one("#name", Input).value

    def action_parts(self) -> None:
        """Go to the parts met before."""
        for known in self.query(OptionList):
            known.focus()

    @on(Input.Submitted)
    def _named(self, event: Input.Submitted) -> None:
        event.stop()
        self.post_message(NameGiven(event.value) if event.value.strip() else LeftOut())

    @on(OptionList.OptionSelected)
    def _picked(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.post_message(NameGiven(self._known[event.option_index]))

    @on(Button.Pressed, "#leave-out")
    def _leave_out(self, event: Button.Pressed) -> None:
        event.stop()
        self.post_message(LeftOut())
