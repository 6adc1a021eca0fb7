"""Several readings on one screen, in words; any may be left empty."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.reactive import reactive
from textual.style import Style
from textual.widget import Widget

from partswork.cleaning import clean
from partswork.tui.content import plain
from partswork.tui.messages import Given, LeftOut
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
    ]

    row: reactive[int] = reactive(0)
    readings: reactive[dict[str, str]] = reactive(dict, layout=False)

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

    def render(self) -> Content:
        width = max(len(label) for label in self._labels.values()) + 2
        # Where the words of a row do not fit beside its name, only those of the row one is at are shown.
        room = width + 2 + sum(len(word) + 2 for word in self._words) <= self.size.width
        lines: list[Content] = []
        for number, name in enumerate(self._names):
            here = number == self.row
            label = f"{'▸ ' if here else '  '}{clean(self._labels[name]):<{width}}"
            parts = [Content.styled(label, "bold" if here else "")]
            if room:
                parts += [self._drawn(number, word) for word in self._words]
            else:
                parts.append(plain(self.readings.get(name, "")))
            lines.append(Content("").join(parts))
        if not room:
            lines += [Content(""), Content("").join([self._drawn(self.row, word) for word in self._words])]
        meaning = self._meanings.get(self._names[self.row], "")
        below = [Content.styled(clean(meaning) or " ", "italic"), Content.styled(words.READING_KEYS, "dim")]
        return Content("\n").join([*lines, Content(), below[0], Content(), below[1]])

    def _drawn(self, row: int, word: str) -> Content:
        chosen = self.readings.get(self._names[row]) == word
        style = Style(bold=chosen, reverse=chosen, dim=not chosen)
        return Content.styled(
            clean(f"[{word}]" if chosen else f" {word} "), style + Style.from_meta({"row": row, "word": word})
        )

    def on_key(self, event: events.Key) -> None:
        digit = event.character or ""
        if digit.isascii() and digit.isdigit() and 0 < int(digit) <= len(self._words):
            event.stop()
            self._choose(self._words[int(digit) - 1])

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

    def action_empty(self) -> None:
        """Leave this reading empty again."""
        self.readings = {name: word for name, word in self.readings.items() if name != self._names[self.row]}

    def action_give(self) -> None:
        """Give what is chosen."""
        self.post_message(Given(dict(self.readings)) if self.readings else LeftOut())

    def _choose(self, word: str) -> None:
        self.readings = {**self.readings, self._names[self.row]: word}
