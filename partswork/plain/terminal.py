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
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import ModuleType

from partswork.errors import JournalError
from partswork.plain.interruptions import Interrupted, Interruptions
from partswork.plain.source import OutOfInput

PROMPT = "> "
EVERY = 0.4
"""Seconds between two looks at the half-typed line."""


class Terminal:
    """Lines typed by a person who is there."""

    waits = True

    def __init__(self, interruptions: Interruptions) -> None:
        self._interruptions = interruptions
        self._readline = _editor()

    def line(self, before: str, keep: Callable[[str], None]) -> str:
        """Return the line they enter, keeping it while it is typed."""
        with self._editing(before, keep):
            try:
                with self._interruptions.waiting():
                    return input(PROMPT)
            except EOFError:
                raise OutOfInput from None
            except OSError:
                # The terminal is gone.
                raise Interrupted from None

    def rest(self, seconds: float | None) -> str | None:
        """Wait, until the time is over or they enter a line."""
        until = None if seconds is None else time.monotonic() + seconds
        try:
            with self._interruptions.waiting():
                left = None if until is None else max(0.0, until - time.monotonic())
                ready, _, _ = select.select([sys.stdin], [], [], left)
                if not ready:
                    return None
                raw = os.read(sys.stdin.fileno(), 4096)
        except OSError:
            raise Interrupted from None
        if not raw:
            raise OutOfInput
        return raw.decode("utf-8", "replace").strip("\r\n")

    @contextmanager
    def _editing(self, before: str, keep: Callable[[str], None]) -> Iterator[None]:
        editor = self._readline
        if editor is None or not hasattr(signal, "setitimer"):
            yield
            return
        kept = before

        def look(*_: object) -> None:
            nonlocal kept
            typed: str = editor.get_line_buffer()
            if typed != kept:
                try:
                    keep(typed)
                    kept = typed
                except JournalError:
                    # Entering the line will say so; typing is not the moment.
                    kept = before

        editor.set_startup_hook(lambda: editor.insert_text(before))
        handler = signal.signal(signal.SIGALRM, look)
        signal.setitimer(signal.ITIMER_REAL, EVERY, EVERY)
        try:
            yield
        except Interrupted:
            signal.setitimer(signal.ITIMER_REAL, 0)
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
    # Python turns this off. Without it the empty line between two pasted paragraphs would end the answer.
    readline.parse_and_bind("set enable-bracketed-paste on")
    return readline
