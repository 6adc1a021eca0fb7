"""A program at a terminal, and the moment at which something stands on it."""

from __future__ import annotations

import os
import re
import select
import signal
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

from ptyprocess import PtyProcess

PATIENCE = 20.0
"""Seconds until something that should have been painted is said not to be."""

_ESCAPES = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|[PX^_\]].*?(?:\x07|\x1b\\)|[ -/]*[0-~])", re.DOTALL)


class Seat:
    """One run of a program at a pty of 80 by 24, from the moment it is started until it is ended for it."""

    def __init__(self, command: Sequence[str], around: Mapping[str, str]) -> None:
        """Start."""
        self._asked = time.perf_counter()
        self._process = PtyProcess.spawn(list(command), env=dict(around), dimensions=(24, 80))
        self._written = b""

    # Doing.

    def types(self, keys: str) -> None:
        """Press keys; what is painted from now on is theirs."""
        self.rests(0)
        self._written = b""
        self._asked = time.perf_counter()
        os.write(self._process.fd, keys.encode())

    def rests(self, seconds: float) -> None:
        """Take in what is painted for so long."""
        until = time.perf_counter() + seconds
        while self._reads(until - time.perf_counter()) or time.perf_counter() < until:
            pass

    # Looking.

    def milliseconds_until(self, *texts: str) -> float:
        """Return how long it took, from the start or the last key, until each text was painted.

        Raises:
            TimeoutError: one of them never was.
        """
        wanted = [_bare(text) for text in texts]
        until = time.perf_counter() + PATIENCE
        while time.perf_counter() < until:
            if self._reads(0.1):
                at = time.perf_counter()
                painted = _bare(self._written.decode("utf-8", "ignore"))
                if all(text in painted for text in wanted):
                    return (at - self._asked) * 1000
        raise TimeoutError(f"never painted: {', '.join(texts)}")

    @property
    def processor_seconds(self) -> float:
        """What all its threads have used so far, to a hundredth."""
        # The name in brackets may hold anything; the figures come behind it.
        fields = Path(f"/proc/{self._process.pid}/stat").read_text("utf-8").rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    @property
    def peak_megabytes(self) -> float:
        """The most memory it has had at one time."""
        told = Path(f"/proc/{self._process.pid}/status").read_text("utf-8")
        return int(told.partition("VmHWM:")[2].split()[0]) / 1024

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._process.isalive():
            os.kill(self._process.pid, signal.SIGKILL)
            self._process.wait()
        self._process.fileobj.close()

    def _reads(self, seconds: float) -> bool:
        if not select.select([self._process.fd], [], [], max(seconds, 0))[0]:
            return False
        try:
            some = os.read(self._process.fd, 65_536)
        except OSError:
            # It has ended.
            return False
        self._written += some
        return bool(some)


def _bare(text: str) -> str:
    """Return a text without the terminal's codes and without spaces, which may be painted as a jump."""
    return "".join(_ESCAPES.sub("", text).split())
