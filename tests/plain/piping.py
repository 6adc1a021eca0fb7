"""The real program with its lines from a pipe."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass

PROGRAM = (sys.executable, "-m", "partswork")


@dataclass(frozen=True)
class Told:
    """What one run told."""

    code: int
    out: str
    errors: str

    @property
    def last(self) -> str:
        """The last line."""
        return self.out.splitlines()[-1]


def runs(*arguments: str, said: Sequence[str] | bytes = (), **environment: str) -> Told:
    """Run the program to its end, with these lines to read."""
    typed = said if isinstance(said, bytes) else "".join(f"{line}\n" for line in said).encode()
    done = subprocess.run(
        [*PROGRAM, *arguments],
        input=typed,
        capture_output=True,
        env={**os.environ, "PYTHONUTF8": "1", **environment},
        timeout=60,
        check=False,
    )
    return Told(done.returncode, done.stdout.decode(), done.stderr.decode())
