"""kill -9 at a real terminal at random moments: once the next question is there, the answer is kept.

`PARTSWORK_SOAK=2000` goes through a twentieth of so many rounds; `make soak` does.
"""

from __future__ import annotations

import os
import signal
import time
from random import Random

from partswork.journal import Journal
from partswork.journal.reading.answers import AnswerEntry
from partswork.paths import places
from partswork.wording import plain as words
from tests.plain.scripts import own
from tests.terminal.person import Person

ROUNDS = max(5, int(os.environ.get("PARTSWORK_SOAK", "0")) // 20)
SEED = int(os.environ.get("PARTSWORK_SEED", "1"))
QUESTIONS = 6
STEPS = "".join(f"- ask: What is number {n}?\n  save_as: words_{n}\n" for n in range(QUESTIONS))


def test_what_the_next_question_stands_behind_is_kept_once() -> None:
    own("mine", STEPS + "- end: complete\n")
    random = Random(SEED)  # noqa: S311 - nothing secret hangs on it
    told: list[tuple[int, str]] = []
    at = QUESTIONS
    for number in range(ROUNDS):
        with Person("run", "mine", "--plain") as person:
            if at < QUESTIONS:
                person.sees(words.CONTINUE).answers()
            else:
                at = 0
            person.sees(f"What is number {at}?")
            for _ in range(random.randrange(4)):
                said = f"word {number} {random.randrange(10**9)}"
                person.answers(said).answers()
                at += 1
                if at == QUESTIONS:
                    person.sees("Saved as")
                    told.append((at - 1, said))
                    break
                person.sees(f"What is number {at}?")
                told.append((at - 1, said))
            else:
                # At any moment of the next one.
                person.is_asked().types("half a w\r" if random.random() < 0.5 else "half a w")
                time.sleep(random.random() * 0.05)
            person.sends(signal.SIGKILL).left_with()
    # What was half typed when it ended stands on the line again, before what is typed now.
    kept = [(int(one.name.removeprefix("words_")), str(one.value)) for one in _answers()]
    counts = [sum(n == at and said in value for n, value in kept) for at, said in told]
    assert counts == [1] * len(told)
    assert len(told) > ROUNDS / 2


def _answers() -> list[AnswerEntry]:
    with Journal.open(places().data) as journal:
        return [one for session in journal.sessions() for one in journal.answers(session.id)]
