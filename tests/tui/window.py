"""The app at a real terminal: a person who looks at a whole screen."""

from __future__ import annotations

import re
import termios
from collections.abc import Callable, Mapping, Sequence
from typing import Self

import pyte

from tests.terminal.person import TURN, Person, until

BACKSPACE, ENTER, ESCAPE, TAB = "\x7f", "\r", "\x1b", "\t"
END, F2, F3, F4 = "\x1b[F", "\x1bOQ", "\x1bOR", "\x1bOS"
CTRL_C, CTRL_P, CTRL_Q = "\x03", "\x10", "\x11"
"""Keys, as a terminal sends them."""

_MODE = re.compile(rb"\x1b\[\?([\d;]+)([hl])")
_ON_BEFORE = {b"7", b"25"}
"""What a terminal does before anything was said to it: break lines that are too long, show the cursor."""
_KEYBOARD_TAKEN, _KEYBOARD_GIVEN_BACK = re.compile(rb"\x1b\[>\d+u"), re.compile(rb"\x1b\[<\d*u")
_TYPED = termios.ICANON | termios.ECHO | termios.ISIG
_FRAMES = re.compile("[\u2500-\u259f]")


class Window(Person):
    """One run of the app in a window."""

    def __init__(
        self,
        *arguments: str,
        columns: int = 80,
        rows: int = 24,
        command: Sequence[str] | None = None,
        environment: Mapping[str, str] | None = None,
    ) -> None:
        """Start it, as a person at plain lines does."""
        super().__init__(*arguments, columns=columns, rows=rows, command=command, environment=environment)
        # Without a past it takes a third of the time.
        self._screen = pyte.Screen(columns, rows)  # type: ignore[assignment]  # nothing here scrolls back
        self._stream = pyte.ByteStream(self._screen)
        self._lines: dict[int, str] = {}

    # Looking.

    @property
    def screen(self) -> str:
        """What stands on the screen without its frames, each run of spaces and line ends as one space."""
        return " ".join(_FRAMES.sub(" ", "\n".join(self.lines)).split())

    @property
    def lines(self) -> list[str]:
        """What stands on the screen, line by line."""
        self._take_in(0)
        for row in self._screen.dirty:
            cells = self._screen.buffer[row]
            self._lines[row] = "".join(cells[at].data for at in range(self._screen.columns))
        self._screen.dirty.clear()
        return [self._lines[row] for row in range(self._screen.lines)]

    @property
    def left_changed(self) -> list[str]:
        """What is not as it was found: modes by their number, the keyboard, how lines are read."""
        last = {mode: how for modes, how in _MODE.findall(self.raw) for mode in modes.split(b";")}
        changed = [mode.decode() for mode, how in last.items() if (how == b"h") != (mode in _ON_BEFORE)]
        taken, given_back = _KEYBOARD_TAKEN.findall(self.raw), _KEYBOARD_GIVEN_BACK.findall(self.raw)
        changed += ["keyboard"] * (len(taken) - len(given_back))
        flags = termios.tcgetattr(self._process.fd)[3]
        return changed + ["lines"] * (flags & _TYPED != _TYPED)

    def sees(self, *texts: str) -> Self:
        """Wait until these texts stand on the screen together, however they are broken into lines."""
        said = [" ".join(text.split()) for text in texts]

        def stand() -> bool:
            screen = self.screen
            return all(one in screen for one in said)

        return self.waits(stand, " and ".join(said))

    def sees_no_more(self, text: str) -> Self:
        """Wait until a text stands on the screen no more."""
        return self.waits(lambda: text not in self.screen, f"the end of {text}")

    def waits(self, holds: Callable[[], bool], what: str) -> Self:
        """Wait until something holds, and look at the screen meanwhile."""
        until(holds, what, wait=lambda: self._take_in(TURN), told=lambda: "\n".join(self.lines))
        return self

    def _look_of(self, text: str) -> list[tuple[object, ...]]:
        """Return how the last such words on the screen are drawn; nothing where they are in pieces."""
        for row, line in reversed([*enumerate(self.lines)]):
            at = line.rfind(text)
            if at >= 0:
                cells = self._screen.buffer[row]
                return [tuple(cells[column])[1:] for column in range(at, at + len(text))]
        return []

    # Doing.

    def moves_to(self, text: str, key: str = TAB) -> Self:
        """Press a key, and wait until the look of some words shows that one is there."""
        before = self.sees(text)._look_of(text)
        self.types(key)
        return self.waits(lambda: self._look_of(text) not in ([], before), f"{text} to be gone to")

    def goes_on(self, way: str) -> Self:
        """Go from the words one writes to a way on, and press it."""
        return self.moves_to(way).types(ENTER)

    def _until(self, holds: Callable[[], bool], what: str) -> None:
        self.waits(holds, what)
