"""kill -9 at random moments loses nothing that was told to be kept, and doubles nothing.

`PARTSWORK_SOAK=2000` goes through so many rounds; `make soak` does.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ROUNDS = int(os.environ.get("PARTSWORK_SOAK", "50"))
SEED = int(os.environ.get("PARTSWORK_SEED", "1"))

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a process is forked")


def being_killed(folder: Path, rounds: int, *when: str) -> dict[str, int]:
    command = (sys.executable, "-m", "tests.session.being_killed", str(folder), str(rounds), str(SEED), *when)
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    outcome: dict[str, int] = json.loads(done.stdout)
    return outcome


def test_nothing_told_is_lost_or_doubled(tmp_path: Path) -> None:
    outcome = being_killed(tmp_path, ROUNDS)
    assert (outcome["lost"], outcome["doubled"]) == (0, 0)
    assert outcome["told"] > 2 * ROUNDS


def test_an_answer_told_of_too_early_is_found_out(tmp_path: Path) -> None:
    assert being_killed(tmp_path, 50, "early")["lost"] > 0
