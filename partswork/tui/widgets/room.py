"""The one place on the screen where a session happens: words, and what takes an answer to them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget
from textual.widgets import Static

from partswork.guide import Beat
from partswork.tui.content import plain, prose
from partswork.wording import session as words

CLOSE = "-close"


class Room(VerticalScroll, can_focus=False):
    """Shows one thing at a time. The step changes, the screen does not."""

    PLACES: ClassVar[tuple[str, ...]] = ("between", "words", "help")

    def __init__(self) -> None:
        super().__init__(id="room")
        self._places = {place: Static(id=place) for place in (*self.PLACES, "told")}
        self._control = Vertical(id="control")
        self._between: str | None = None
        self._around: Size | None = None

    def compose(self) -> ComposeResult:
        with Vertical(id="column"):
            for place in self.PLACES:
                yield self._places[place]
            yield self._control
            yield self._places["told"]

    async def show_beat(self, beat: Beat, widget: Widget) -> None:
        """Show a beat, with the widget that takes what is done at it."""
        between = ""
        if beat.interlude != self._between:
            between = words.INTERLUDES.get(beat.interlude, "") if beat.interlude else ""
            between = between or words.returned(self._between)
            self._between = beat.interlude
        await self._show(plain(between), prose(beat.words), prose(beat.help), widget)

    async def show_lines(self, lines: Sequence[str], widget: Widget) -> None:
        """Show lines that partswork says itself."""
        await self._show(Content(), plain("\n\n".join(lines)), Content(), widget)

    def on_resize(self, event: events.Resize) -> None:
        # Also told when only what is in it has changed, by standing closer for one.
        if event.container_size != self._around:
            self._around = event.container_size
            self._find_room()

    def tell(self, sentence: str) -> None:
        """Say something about what was just tried; "" takes it away again."""
        self._put("told", plain(sentence))

    async def _show(self, between: Content, said: Content, more: Content, widget: Widget) -> None:
        with self.app.batch_update():
            await self._control.remove_children()
            for place, content in zip(self.PLACES, (between, said, more), strict=True):
                self._put(place, content)
            if not self._control.is_attached:
                # The app ends just now.
                return
            await self._control.mount(widget)
        self._find_room()
        self.scroll_home(animate=False)
        for target in widget.walk_children(Widget, with_self=True):
            if target.focusable:
                target.focus()
                break

    def _find_room(self) -> None:
        """Let everything stand closer together where it would have to scroll otherwise."""
        self.remove_class(CLOSE)
        self.call_after_refresh(lambda: self.set_class(self.max_scroll_y > 0, CLOSE))

    def _put(self, place: str, content: Content) -> None:
        """Put words into their place; an empty one takes no room."""
        static = self._places[place]
        static.update(content)
        static.display = bool(content)
