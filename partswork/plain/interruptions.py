"""Ctrl-C, SIGTERM and SIGHUP: a pause, never half-way through keeping something."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType, TracebackType
from typing import Any


class Interrupted(Exception):
    """The person or the system wants to leave, now."""


class Interruptions:
    """Turns signals into `Interrupted`, raised only while waiting for the person."""

    def __init__(self) -> None:
        self._waiting = False
        self._asked = False
        self._before: dict[int, Any] = {}

    def __enter__(self) -> Interruptions:
        for name in ("SIGINT", "SIGTERM", "SIGHUP"):
            number = getattr(signal, name, None)
            if number is not None:
                self._before[number] = signal.signal(number, self._arrived)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for number, handler in self._before.items():
            signal.signal(number, handler)

    @contextmanager
    def waiting(self) -> Iterator[None]:
        """While inside, a signal interrupts; one that came before interrupts on entering.

        Raises:
            Interrupted: the person or the system wants to leave.
        """
        self._waiting = True
        try:
            if self._asked:
                raise Interrupted
            yield
        finally:
            self._waiting = False

    def _arrived(self, number: int, frame: FrameType | None) -> None:
        self._asked = True
        if self._waiting:
            self._waiting = False
            raise Interrupted
