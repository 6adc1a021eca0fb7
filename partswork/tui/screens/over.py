"""What comes up over a screen: people to call, nothing at all, and a few ways to choose from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from partswork.tui.actions import shown_key
from partswork.tui.content import plain
from partswork.tui.widgets.marked import Numbered
from partswork.wording import app as words


class Told(ModalScreen[None]):
    """Some lines to read: people to call, or what should be known before the first time."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter,escape,space", "dismiss", show=False)]

    def __init__(self, lines: Sequence[str], close: str = words.CLOSE) -> None:
        super().__init__()
        self._lines, self._close = lines, close

    def compose(self) -> ComposeResult:
        with VerticalScroll(classes="over"):
            yield from self.told()
            yield Static(plain(self._close), classes="hint")

    def told(self) -> ComposeResult:
        """What is told."""
        yield Static(plain("\n\n".join(self._lines)))

    def on_click(self) -> None:
        self.dismiss()


class People(Told):
    """Who to call."""


class KeysShown(Told):
    """The keys that work on the screen below, and what each does."""

    def __init__(self, bindings: Sequence[Binding]) -> None:
        super().__init__([words.KEYS_TITLE])
        self._keys = bindings

    def told(self) -> ComposeResult:
        yield from super().told()
        with Vertical(classes="keys"):
            for binding in self._keys:
                with Horizontal():
                    yield Static(plain(shown_key(binding.key)), classes="key")
                    yield Static(plain(binding.tooltip))


class Blank(ModalScreen[None]):
    """Nothing to see; any key brings everything back."""

    def compose(self) -> ComposeResult:
        yield Static(plain(words.BLANK_BACK), classes="hint")

    def on_key(self, event: events.Key) -> None:
        event.stop()
        self.dismiss()

    def on_click(self) -> None:
        self.dismiss()


class Ways(ModalScreen[str | None]):
    """A few ways to choose from, the first the one that changes least; escape chooses none."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", show=False),
        Binding("pageup", "page(-1)", show=False, priority=True),
        Binding("pagedown", "page(1)", show=False, priority=True),
    ]
    AUTO_FOCUS = ""

    def __init__(
        self, lines: Sequence[str], ways: Sequence[str], hint: str = "", *, marked: bool = True
    ) -> None:
        """Begin.

        Args:
            lines: what is said above them.
            ways: what can be chosen.
            hint: what is said below them.
            marked: whether the first is marked.
        """
        super().__init__()
        self._lines, self._ways, self._hint, self._marked = lines, ways, hint, marked

    def compose(self) -> ComposeResult:
        with VerticalScroll(classes="over", can_focus=False):
            yield Static(plain("\n\n".join(self._lines)))
            yield Numbered(*(Option(plain(way), id=f"way-{n}") for n, way in enumerate(self._ways)))
            if self._hint:
                yield Static(plain(self._hint), classes="hint")

    def on_mount(self) -> None:
        ways = self.query_one(Numbered)
        ways.highlighted = 0 if self._marked else None
        # What is said comes first, also where there is little room.
        self.set_focus(ways, scroll_visible=False)

    def action_page(self, by: int) -> None:
        """Go on in what is said, or back."""
        room = self.query_one(VerticalScroll)
        room.scroll_relative(y=by * max(1, room.size.height - 1), animate=False)

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(self._ways[event.option_index])
