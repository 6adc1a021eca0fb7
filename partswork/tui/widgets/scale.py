"""One scale of numbers, and distress with its two answers that are no number."""

from __future__ import annotations

from time import monotonic
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.reactive import reactive
from textual.style import Style
from textual.widget import Widget
from textual.widgets import Button

from partswork.cleaning import clean
from partswork.tui.actions import digits
from partswork.tui.content import plain
from partswork.tui.messages import Given, LeftOut, NothingChosen
from partswork.wording import app as words

Mark = int | str
TOGETHER = 1.5
"""Seconds within which two digits are one number."""
NARROW = 48
"""Columns below which a row of eleven numbers is drawn closer."""


class ScaleRow(Widget, can_focus=True):
    """Numbers to choose one of; nothing is chosen until they choose."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left,down", "move(-1)", show=False),
        Binding("right,up", "move(1)", show=False),
        Binding("enter", "give", words.GO_ON, show=False),
        Binding("n", "mark('numb')", show=False),
        Binding("c", "mark('unsure')", show=False),
        *digits("digit"),
    ]

    chosen: reactive[Mark | None] = reactive(None, layout=True)

    def __init__(
        self, least: int, most: int, low: str, high: str, extra: dict[str, str], before: Mark | None
    ) -> None:
        """Begin.

        Args:
            least: the lowest number.
            most: the highest.
            low: what stands at the low end.
            high: what stands at the high end.
            extra: answers that are no number, with their words.
            before: an answer that is offered again.
        """
        super().__init__()
        self._marks: list[Mark] = [*range(least, most + 1), *extra]
        self._least, self._most, self._low, self._high, self._extra = least, most, low, high, extra
        self._typed = ("", 0.0)
        self.set_reactive(ScaleRow.chosen, before)

    def render(self) -> Content:
        numbers = [self._drawn(mark, str(mark)) for mark in range(self._least, self._most + 1)]
        low, high = Content.styled(clean(self._low), "dim"), Content.styled(clean(self._high), "dim")
        row = Content("").join(numbers)
        if row.cell_length + low.cell_length + high.cell_length + 4 <= self.size.width:
            lines = [Content.assemble(*((low, "  ") if low else ()), row, "  ", high)]
        else:
            lines = [row, Content.assemble(low, " … ", high) if low or high else Content()]
        if self._extra:
            others = [self._drawn(mark, said) for mark, said in self._extra.items()]
            lines.append(Content.assemble(*(part for one in others for part in (one, "   "))))
        hint = words.DISTRESS_SCALE if self._extra else words.SCALE
        return Content("\n\n").join([*lines, Content.styled(hint, "dim")])

    def on_click(self, event: events.Click) -> None:
        mark = event.style.meta.get("mark")
        if mark is not None:
            self.chosen = mark

    def action_move(self, by: int) -> None:
        """Choose the next or the one before."""
        at = self._marks.index(self.chosen) + by if self.chosen in self._marks else (0 if by > 0 else -1)
        self.chosen = self._marks[max(0, min(at, len(self._marks) - 1)) if at >= 0 else 0]

    def action_give(self) -> None:
        """Give what is chosen."""
        self.post_message(Given(self.chosen) if self.chosen is not None else NothingChosen())

    def action_mark(self, mark: str) -> None:
        """Choose an answer that is no number, where there is one."""
        if mark in self._extra:
            self.chosen = mark

    def action_digit(self, typed: int) -> None:
        """Choose by digits; two typed soon after one another are one number.

        A 0 after a 1 is a ten however slowly it comes: taken for calm, it would open what a ten closes.
        """
        digit = str(typed)
        before, at = self._typed
        now = monotonic()
        ten = digit == "0" and self.chosen == 1
        both = "10" if ten else before + digit if now - at < TOGETHER else digit
        number = both if self._least <= int(both) <= self._most else digit
        self._typed = (number, now)
        if self._least <= int(number) <= self._most:
            self.chosen = int(number)

    def _drawn(self, mark: Mark, said: str) -> Content:
        # On a narrow screen eleven numbers have just room enough without the space behind each.
        end = " " if self.size.width >= NARROW or not isinstance(mark, int) else ""
        text = f"[{said}]" if mark == self.chosen and end else f" {said}{end}"
        style = Style(reverse=mark == self.chosen, bold=mark == self.chosen) + Style.from_meta({"mark": mark})
        return Content.styled(text, style)


class Scaling(Vertical):
    """A scale, with ways on that can be clicked too."""

    def __init__(self, scale: ScaleRow, *, optional: bool) -> None:
        super().__init__()
        self._scale, self._optional = scale, optional

    def compose(self) -> ComposeResult:
        yield self._scale
        with Horizontal(classes="ways"):
            yield Button(plain(words.GO_ON), id="go-on", compact=True)
            if self._optional:
                yield Button(plain(words.LEAVE_OUT), id="leave-out", compact=True)

    @on(Button.Pressed, "#go-on")
    def _go_on(self, event: Button.Pressed) -> None:
        event.stop()
        self._scale.action_give()

    @on(Button.Pressed, "#leave-out")
    def _leave_out(self, event: Button.Pressed) -> None:
        event.stop()
        self.post_message(LeftOut())
