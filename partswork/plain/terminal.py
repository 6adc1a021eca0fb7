"""Lines typed at a terminal, kept while they are typed.

Python's own `readline` does the editing. Its signal handlers run between keys, so a timer may look
at the half-typed line and keep it; that needs no threads and no terminal modes of our own. Windows
has neither, and there a line is kept once it is entered.
"""

from __future__ import annotations

import os
import select
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from io import TextIOWrapper
from types import ModuleType

from partswork.cleaning import clean
from partswork.errors import JournalError
from partswork.plain.interruptions import Interrupted, Interruptions
from partswork.plain.source import OutOfInput, command_in

PROMPT = "> "
EVERY = 0.4
"""Seconds between two looks at the half-typed line."""


class Terminal:
    """Lines typed by a person who is there."""

    waits = True

    def __init__(self, interruptions: Interruptions) -> None:
        self._interruptions = interruptions
        self._readline = _editor()
        if isinstance(sys.stdin, TextIOWrapper):
            # One byte that is no UTF-8 must not lose the line it stands in.
            sys.stdin.reconfigure(errors="replace")

    def line(self, before: str, keep: Callable[[str], None]) -> str:
        """Return the line they enter, keeping it while it is typed."""
        with self._editing(before, keep), self._taking():
            typed = clean(input(PROMPT))
        # A command typed behind words that stood there already is meant as one, not as part of them.
        added = typed.removeprefix(before).strip() if before else ""
        return added if command_in(added, at_terminal=True) is not None else typed

    def rest(self, seconds: float | None) -> str | None:
        """Wait, until the time is over or they enter a line."""
        with self._taking():
            ready, _, _ = select.select([sys.stdin], [], [], seconds)
            if not ready:
                return None
            raw = os.read(sys.stdin.fileno(), 4096)
            if not raw:
                raise EOFError
            return raw.decode("utf-8", "replace").strip("\r\n")

    @contextmanager
    def _taking(self) -> Iterator[None]:
        """Wait for the person; where that breaks off, what follows begins on a line of its own."""
        try:
            with self._interruptions.waiting():
                yield
        except EOFError:
            _break_off()
            raise OutOfInput from None
        except Interrupted:
            _break_off()
            raise
        except OSError:
            # The terminal is gone.
            raise Interrupted from None

    @contextmanager
    def _editing(self, before: str, keep: Callable[[str], None]) -> Iterator[None]:
        editor = self._readline
        if editor is None or not hasattr(signal, "setitimer"):
            yield
            return
        kept = ""

        def look(*_: object) -> None:
            nonlocal kept
            typed: str = editor.get_line_buffer()
            if typed != kept:
                # Entering the line will say what is wrong; typing is not the moment.
                with suppress(JournalError):
                    keep(typed)
                    kept = typed

        editor.set_startup_hook(lambda: editor.insert_text(before))
        handler = signal.signal(signal.SIGALRM, look)
        signal.setitimer(signal.ITIMER_REAL, EVERY, EVERY)
        try:
            yield
        except Interrupted:
            signal.setitimer(signal.ITIMER_REAL, 0)
            # Before the line is open, and once the terminal is gone, it seems to be empty.
            if editor.get_line_buffer():
                look()
            raise
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)
            signal.signal(signal.SIGALRM, handler)
            editor.set_startup_hook(None)


def _editor() -> ModuleType | None:
    """Return `readline`, which `input` then edits with; no line is ever added to a history."""
    try:
        import readline
    except ImportError:
        return None
    readline.set_auto_history(False)
    readline.set_completer(None)
    readline.parse_and_bind("tab: self-insert")
    # Else, where the language is "C", a letter of two bytes is taken for two keys.
    readline.parse_and_bind("set convert-meta off")
    if os.environ.get("TERM", "dumb") != "dumb":
        # Python turns this off; then the empty line between two pasted paragraphs would end an answer.
        readline.parse_and_bind("set enable-bracketed-paste on")
        # What was pasted is not shown in other colours; this comes along with the line above.
        readline.parse_and_bind("set enable-active-region off")
    return readline


def _break_off() -> None:
    with suppress(OSError):
        sys.stdout.write("\n")
        sys.stdout.flush()
