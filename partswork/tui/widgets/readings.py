"""Several readings on one screen, in words, drawn as a wheel as one answers; any may be left empty."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar

from rich.cells import cell_len
from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.geometry import Region
from textual.reactive import reactive
from textual.style import Style
from textual.widget import Widget
from textual.widgets import Static

from partswork.cleaning import clean
from partswork.tui.actions import digits
from partswork.tui.content import plain
from partswork.tui.messages import Given, LeftOut
from partswork.tui.widgets.wheel import WIDTH, Wheel
from partswork.wording import app as words


class Readings(Widget, can_focus=True):
    """A row for each reading, its words from far to near."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "row(-1)", show=False),
        Binding("down,tab", "row(1)", show=False),
        Binding("left", "word(-1)", show=False),
        Binding("right", "word(1)", show=False),
        Binding("delete,backspace", "empty", show=False),
        Binding("enter", "give", words.GO_ON, show=False),
        *digits("digit"),
    ]

    row: reactive[int] = reactive(0)
    readings: reactive[dict[str, str]] = reactive(dict, layout=False)
    alone: reactive[bool] = reactive(False, layout=True)
    """Only the reading one is at is shown."""

    def __init__(
        self,
        labels: Mapping[str, str],
        meanings: Mapping[str, str],
        scale_words: Sequence[str],
        before: Mapping[str, str],
    ) -> None:
        super().__init__()
        self._labels, self._meanings, self._words = labels, meanings, list(scale_words)
        self._names = list(labels)
        self.set_reactive(Readings.readings, dict(before))

    @property
    def whole_width(self) -> int:
        """Columns that the names take with all words beside them."""
        return self._name_width + 2 + sum(cell_len(word) + 2 for word in self._words)

    @property
    def _name_width(self) -> int:
        return max(cell_len(label) for label in self._labels.values()) + 2

    def reach(self) -> tuple[float | None, ...]:
        """Return how near each reading is, above 0 to 1; None where it is empty."""
        said = (self.readings.get(name) for name in self._names)
        return tuple((self._words.index(word) + 1) / len(self._words) if word else None for word in said)

    def render(self) -> Content:
        rows = range(len(self._names))
        return Content("\n").join([self._line(row) for row in rows if row == self.row or not self.alone])

    def _line(self, row: int) -> Content:
        """Return one reading: its words beside its name, or below it where that is too long."""
        name, here = self._names[row], row == self.row
        label = clean(self._labels[name])
        label = f"{'▸ ' if here else '  '}{label}{' ' * (self._name_width - cell_len(label))}"
        parts = [Content.styled(label, "bold" if here else "")]
        if self.whole_width <= self.size.width:
            parts += [self._drawn(row, word) for word in self._words]
        else:
            parts.append(plain(self.readings.get(name, "")))
            if here:
                closer = [self._drawn(row, word, space="") for word in self._words]
                parts += [Content("\n"), Content(" ").join(closer)]
        return Content("").join(parts)

    @property
    def meaning(self) -> str:
        """What the reading one is at means; "" where the script does not say."""
        return self._meanings.get(self._names[self.row], "")

    def _drawn(self, row: int, word: str, space: str = " ") -> Content:
        chosen = self.readings.get(self._names[row]) == word
        style = Style(bold=chosen, reverse=chosen, dim=not chosen)
        return Content.styled(
            clean(f"[{word}]" if chosen else f"{space}{word}{space}"),
            style + Style.from_meta({"row": row, "word": word}),
        )

    def on_click(self, event: events.Click) -> None:
        meta = event.style.meta
        if "word" in meta:
            self.row = meta["row"]
            self._choose(meta["word"])

    def action_row(self, by: int) -> None:
        """Go to another reading."""
        self.row = (self.row + by) % len(self._names)

    def action_word(self, by: int) -> None:
        """Choose a nearer or a farther word."""
        before = self.readings.get(self._names[self.row])
        at = self._words.index(before) + by if before is not None else (0 if by > 0 else len(self._words) - 1)
        self._choose(self._words[max(0, min(at, len(self._words) - 1))])

    def action_digit(self, digit: int) -> None:
        """Choose a word, the farthest being 1."""
        if 0 < digit <= len(self._words):
            self._choose(self._words[digit - 1])

    def action_empty(self) -> None:
        """Leave this reading empty again."""
        self.readings = {name: word for name, word in self.readings.items() if name != self._names[self.row]}

    def action_give(self) -> None:
        """Give what is chosen."""
        self.post_message(Given(dict(self.readings)) if self.readings else LeftOut())

    def _choose(self, word: str) -> None:
        self.readings = {**self.readings, self._names[self.row]: word}


class Scanning(Vertical):
    """The readings, and the wheel beside them; where there is no room for both, one or the other."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("w", "turn", show=False)]

    def __init__(self, readings: Readings) -> None:
        super().__init__()
        self._readings, self._wheel = readings, Wheel()
        self._meaning, self._hint = Static(classes="meaning"), Static(classes="hint")

    def compose(self) -> ComposeResult:
        with Horizontal():
            yield self._readings
            yield self._wheel
        yield self._meaning
        yield self._hint

    def on_mount(self) -> None:
        self.watch(self._readings, "readings", self._draw)
        self.watch(self._readings, "row", self._draw)

    def on_resize(self, event: events.Resize) -> None:
        narrow = event.size.width < self._readings.whole_width + WIDTH + 1
        self.set_class(narrow, "-narrow")
        self._readings.alone = narrow and self.has_class("-turned")
        self._hint.update(plain(words.READING_KEYS_NARROW if narrow else words.READING_KEYS))

    def action_turn(self) -> None:
        """Show the wheel below the reading one is at, or all the readings again."""
        if self.has_class("-narrow"):
            self._readings.alone = not self._readings.alone
            self.set_class(self._readings.alone, "-turned")

    def _draw(self) -> None:
        self._wheel.petals, self._wheel.at = self._readings.reach(), self._readings.row
        self._meaning.update(plain(self._readings.meaning or " "))
        self.call_after_refresh(self._bring_into_view)

    def _bring_into_view(self) -> None:
        """Scroll so that the reading one is at can be seen, with the words below it."""
        for around in self.ancestors:
            if isinstance(around, VerticalScroll) and not self._readings.alone:
                top = self._readings.region.y - around.region.y + around.scroll_offset.y + self._readings.row
                around.scroll_to_region(Region(0, top, 1, 2), animate=False)
