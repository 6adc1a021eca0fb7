"""Sessions killed at random moments: `python -m tests.session.being_killed FOLDER ROUNDS SEED [WHEN]`.

One journal goes through all rounds. In each, a process of its own begins a session or takes up the one
that was left, answers, and tells of each answer as soon as the session has taken it. It is killed at any
moment. What it had told of must then be in the journal, once. WHEN is `early` for a session that tells of
an answer before it has it, which is to be found out.

Prints what came of it as JSON: answers told of, how many of them are lost or doubled, sessions.
"""

from __future__ import annotations

import json
import os
import signal
import sys
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from partswork.catalogue.found import Found
from partswork.clock import now
from partswork.guide import Beat, PartGiven, Value
from partswork.journal import Journal
from partswork.script.steps import Ask, Choose, Distress, NamePart, Question
from partswork.session import begin, resume, unfinished
from partswork.session.session import Session
from tests.practices import Own, practice

_FIVE = """\
- ask: What is there, {n}?
  save_as: words_{n}
- choose: Which way, {n}?
  save_as: way_{n}
  options:
    - left: Left
    - right: Right
- distress: How is it, {n}?
- name_part: Who is near, {n}?
  save_as: near_{n}
- pause: 1 seconds
"""
LONG = practice("long", "".join(_FIVE.format(n=n) for n in range(12)))

Told = tuple[str, str, int, str]
"""Session, name, visit, and the value as JSON."""


@dataclass
class Rounds:
    """What was told of in all rounds."""

    folder: Path
    found: Found
    told: list[Told] = field(default_factory=list)

    def go_through(self, random: Random, *, early: bool) -> None:
        """Let one process answer, and kill it."""
        reading, writing = os.pipe()
        after = random.choice((0, 0, 1, 2, 5, 20))
        delay = random.random() * 0.02
        pid = os.fork()
        if pid == 0:
            os.close(reading)
            try:
                _answer(self.folder, self.found, random, writing, early=early)
            finally:
                # A session that came to its end before it was killed.
                os._exit(0)
        os.close(writing)
        with os.fdopen(reading, encoding="utf-8") as lines:
            for _ in range(after):
                if not self._take(lines.readline()):
                    break
            time.sleep(0 if early else delay)
            os.kill(pid, signal.SIGKILL)
            os.waitpid(pid, 0)
            while self._take(lines.readline()):
                pass

    def _take(self, line: str) -> bool:
        # The last line may be torn: nobody has read it as told.
        if not line.endswith("\n"):
            return False
        session, name, visit, value = json.loads(line)
        self.told.append((session, name, visit, value))
        return True

    def outcome(self) -> dict[str, int]:
        """Open the journal and look for all that was told of."""
        with Journal.open(self.folder) as journal:
            sessions = [one.id for one in journal.sessions()]
            kept = Counter(
                (id, one.name, one.visit, json.dumps(one.value))
                for id in sessions
                for one in journal.answers(id)
            )
        lost = sum(kept[one] == 0 for one in self.told)
        doubled = sum(count > 1 for count in kept.values())
        return {"told": len(self.told), "lost": lost, "doubled": doubled, "sessions": len(sessions)}


def _answer(folder: Path, found: Found, random: Random, told: int, *, early: bool) -> None:
    """Answer until the end of a session, and tell of each answer once it is taken."""
    with Journal.open(folder) as journal:
        left = unfinished(journal, found, now)
        with resume(journal, left, now) if left is not None else begin(journal, found, now) as session:
            while isinstance(beat := session.beat, Beat):
                if beat.asked is None:
                    session.go_past()
                    continue
                assert isinstance(beat.step, Question)
                value = _value(session, beat.step, random)
                shown = value.name if isinstance(value, PartGiven) else value
                asked = (session.id, beat.asked.name, beat.asked.visit, json.dumps(shown))
                line = f"{json.dumps(asked)}\n".encode()
                if early:
                    os.write(told, line)
                if random.random() < 0.3:
                    session.keep_draft("half a w")
                session.answer(value)
                if not early:
                    os.write(told, line)


def _value(session: Session, question: Question, random: Random) -> Value:
    match question:
        case Ask():
            return f"word {random.randrange(10**12)}"
        case Choose():
            return random.choice(question.keys)
        case Distress():
            return random.randrange(3)
        case NamePart():
            return session.part_called(f"Part {random.randrange(40)}")
        case _:
            raise TypeError(question)


def main() -> None:
    """Go through all rounds, and print what came of it."""
    folder, rounds, seed, when = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]), sys.argv[4:]
    through = Rounds(folder / "data", Own(folder / "scripts").put("long", LONG))
    random = Random(seed)  # noqa: S311 - nothing secret hangs on it
    for _ in range(rounds):
        through.go_through(Random(random.random()), early="early" in when)  # noqa: S311
    sys.stdout.write(json.dumps(through.outcome()) + "\n")


if __name__ == "__main__":
    main()
