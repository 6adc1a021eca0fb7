"""The app at a real terminal."""

from __future__ import annotations

import re
from collections.abc import Callable

from tests.terminal.person import TURN, Person, until

_SEQUENCE = re.compile(r"\x1b\[[0-?]*[ -/]*[@-~]")
_JOINERS = "\u200c\u200d"
_AFTER = {b"?1049": b"l", b"?25": b"h", b"?2004": b"l", b"?1000": b"l", b"?1003": b"l", b"?1006": b"l"}
"""How each mode must be left: the screen of its own, the cursor, brackets around a paste, the mouse."""
_KEYS = {"enter": "\r", "tab": "\t", "escape": "\x1b", "f2": "\x1bOQ", "f7": "\x1b[18~", "ctrl+q": "\x11"}


class Window(Person):
    """A person who looks at a whole screen."""

    # Looking.

    @property
    def screen(self) -> str:
        """What stands on the screen, each run of spaces and line ends as one space."""
        self._take_in(0)
        return " ".join("\n".join(self._screen.display).split())

    @property
    def acting(self) -> list[str]:
        """What was written and is neither visible text nor a sequence that moves, colours or sets a mode."""
        left = _SEQUENCE.sub("", self.raw.decode("utf-8", "replace"))
        return [one for one in left if not one.isprintable() and one not in "\r\n" + _JOINERS]

    @property
    def after(self) -> str:
        """What was written after the screen of its own was left."""
        return self.raw.rpartition(b"\x1b[?1049l")[2].decode()

    @property
    def left_clean(self) -> bool:
        """Whether the terminal was left as it was before."""
        last = {
            mode: max(self.raw.rfind(b"\x1b[%b%b" % (mode, how)) for how in (b"h", b"l")) for mode in _AFTER
        }
        return all(self.raw[at:].startswith(b"\x1b[" + mode + _AFTER[mode]) for mode, at in last.items())

    def sees(self, *texts: str) -> Window:
        """Wait until each text stands on the screen, however it was broken into lines."""
        for text in texts:
            said = " ".join(text.split())
            self.waits(lambda said=said: said in self.screen, text)  # type: ignore[misc]
        return self

    def sees_no_more(self, text: str) -> Window:
        """Wait until a text stands on the screen no more."""
        return self.waits(lambda: text not in self.screen, f"the end of {text}")

    def waits(self, holds: Callable[[], bool], what: str) -> Window:
        """Wait until something holds, and look at the screen meanwhile."""
        until(holds, what, wait=lambda: self._take_in(TURN), told=lambda: "\n".join(self._screen.display))
        return self

    def _is_at(self, text: str) -> bool:
        """Whether the first of these words on the screen is underlined: it has the focus."""
        self._take_in(0)
        for row, line in enumerate(self._screen.display):
            if text in line:
                return bool(self._screen.buffer[row][line.index(text)].underscore)
        return False

    # Doing.

    def presses(self, *keys: str) -> Window:
        """Press keys, one after the other."""
        for key in keys:
            self.types(_KEYS.get(key, key))
        return self

    def goes_on(self, way: str) -> Window:
        """Go to a way on and press it."""
        return (
            self.presses("tab").waits(lambda: self._is_at(way), f"{way} to have the focus").presses("enter")
        )

    def _until(self, holds: Callable[[], bool], what: str) -> None:
        self.waits(holds, what)
