"""Someone at a terminal: the real program on a real pty, read by poll and never by sleep."""

from __future__ import annotations

import os
import re
import select
import signal
import time
from collections.abc import Callable, Mapping, Sequence
from types import TracebackType
from typing import Self

import pyte
from ptyprocess import PtyProcess

from tests.plain.hostile import unseen
from tests.plain.piping import PROGRAM

PATIENCE = 20.0
"""Seconds until something that should have happened is said not to happen."""
TURN = 0.02
"""Seconds between two looks."""

# What readline needs of the terminal: brackets around a paste, and moving along the line one edits.
_EDITING = re.compile(rb"\x1b\[\?2004[hl]|\x1b\[\d*[ABCDKPJ@]|\x1b\[[HJ]|\x1b\[\d*;?\d*H")
_PASTE_BEGINS, _PASTE_ENDS = b"\x1b[200~", b"\x1b[201~"


class Person:
    """One run of the program at a terminal, until it has ended or is left."""

    def __init__(
        self,
        *arguments: str,
        columns: int = 80,
        rows: int = 24,
        command: Sequence[str] | None = None,
        environment: Mapping[str, str] | None = None,
    ) -> None:
        """Start `partswork` with these arguments, or another command, with more in its environment."""
        # Whoever runs the tests may say how wide their own terminal is; this one says so itself.
        outside = {name: said for name, said in os.environ.items() if name not in ("COLUMNS", "LINES")}
        told = {**outside, "TERM": "xterm-256color", **(environment or {})}
        self._process = PtyProcess.spawn(
            list(command or [*PROGRAM, *arguments]), env=told, dimensions=(rows, columns)
        )
        self._screen = pyte.HistoryScreen(columns, rows, history=10_000)
        self._stream = pyte.ByteStream(self._screen)
        self.raw = b""
        self._seen = 0
        self._gone = False

    @property
    def pid(self) -> int:
        """The id of the process."""
        return int(self._process.pid)

    # Looking.

    @property
    def text(self) -> str:
        """All that was written so far, without what readline needs."""
        return _EDITING.sub(b"", self.raw).decode("utf-8", "replace").replace("\r", "")

    @property
    def unknown(self) -> list[str]:
        """What was written and is neither text nor of readline's making."""
        left = self.text.translate(dict.fromkeys(map(ord, "\n\b")))
        return unseen(left)

    @property
    def line(self) -> str:
        """The line of the screen that the cursor is in."""
        self._take_in(0)
        return str(self._screen.display[self._screen.cursor.y]).rstrip()

    def sees(self, *texts: str) -> Self:
        """Wait until each text was written, one behind the other, however it was broken into lines."""
        for text in texts:
            pattern = re.compile(r"\s+".join(re.escape(word) for word in text.split()))
            self._until(lambda pattern=pattern: self._found(pattern), text)  # type: ignore[misc]
        return self

    def is_asked(self) -> Self:
        """Wait until a line may be typed."""
        self._until(lambda: self._found(re.compile(r"(?:^|\n)> ")), "a prompt")
        return self

    def has_typed(self, line: str) -> Self:
        """Wait until the line at hand holds just this."""
        self._until(lambda: self.line == f"> {line}".rstrip(), f"the line {line!r}")
        return self

    def _found(self, pattern: re.Pattern[str]) -> bool:
        found = pattern.search(self.text, self._seen)
        if found:
            self._seen = found.end()
        return found is not None

    # Doing.

    def types(self, keys: str | bytes) -> Self:
        """Press keys; the line is not entered."""
        rest = keys.encode() if isinstance(keys, str) else keys
        # A pty takes only so much at a time, and the program answers meanwhile.
        os.set_blocking(self._process.fd, False)
        until = time.monotonic() + PATIENCE
        while rest and time.monotonic() < until:
            self._take_in(0)
            try:
                rest = rest[os.write(self._process.fd, rest) :]
            except BlockingIOError:
                self._take_in(0.01)
        assert not rest, "the program took no more keys"
        return self

    def enters(self, line: str = "") -> Self:
        """Type a line and enter it."""
        return self.types(line + "\r")

    def answers(self, line: str = "") -> Self:
        """Wait until a line may be typed, and enter one."""
        return self.is_asked().enters(line)

    def pastes(self, text: str) -> Self:
        """Paste, as terminals do where programs ask for it."""
        return self.types(_PASTE_BEGINS + text.encode() + _PASTE_ENDS)

    def resizes(self, columns: int, rows: int) -> Self:
        """Change the size of the window."""
        row, lost = self._screen.cursor.y, max(0, self._screen.lines - rows)
        self._screen.resize(rows, columns)
        # pyte takes lines away at the top, and leaves the cursor where they were.
        self._screen.cursor.y = max(0, row - lost)
        self._process.setwinsize(rows, columns)
        return self

    def sends(self, number: signal.Signals) -> Self:
        """Send a signal."""
        os.kill(self.pid, number)
        return self

    # Leaving.

    def closes(self) -> None:
        """Close the window: nothing can be read or written any more."""
        self._take_in(0)
        self._process.fileobj.close()
        self._gone = True

    def left_with(self) -> int:
        """Wait until the program has ended; return its exit code, or minus the signal that ended it."""
        self._until(lambda: not self._process.isalive(), "the end")
        self._take_in(0)
        number = self._process.signalstatus
        return -int(number) if number else int(self._process.exitstatus)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._process.isalive():
            os.kill(self.pid, signal.SIGKILL)
            self._process.wait()
        if not self._gone:
            self._process.fileobj.close()

    # Waiting.

    def _until(self, holds: Callable[[], bool], what: str) -> None:
        until(holds, what, wait=lambda: self._take_in(TURN), told=lambda: self.text[-3000:])

    def _take_in(self, seconds: float) -> None:
        """Read what is there; wait so long for it."""
        if self._gone:
            time.sleep(seconds)
            return
        while select.select([self._process.fd], [], [], seconds)[0]:
            try:
                some = os.read(self._process.fd, 65_536)
            except OSError:
                # The other end is closed; what it wrote before has all been read.
                some = b""
            if not some:
                time.sleep(seconds)
                return
            self.raw += some
            self._stream.feed(some)
            seconds = 0


def until(
    holds: Callable[[], bool],
    what: str,
    *,
    wait: Callable[[], None] = lambda: time.sleep(TURN),
    told: Callable[[], str] = lambda: "",
) -> None:
    """Wait until something holds."""
    last = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < last, f"waited for {what}\n{told()}"
        wait()
