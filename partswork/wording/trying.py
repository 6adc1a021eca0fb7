"""What is said when a script is gone through at random, and when its tests are run."""

from __future__ import annotations

from collections.abc import Sequence

from partswork.wording.entry import Entry
from partswork.wording.session import in_words

WALK = """Go through a script at random, many times over, in the real guide.

Tells how often each step was shown, how the sessions ended, and whether any could not go on.
"""
TIMES = "How many sessions."
SEED = "The same number gives the same sessions."
WITH_SHARED = "The lines of the shared scripts it uses as well."
TEST = """Run tests of scripts, files that end in .test.yaml.

FILE is one of them, or a folder of them. Without FILE, those that come with partswork and your own.
"""

# Gone through at random.
NEVER = "0 never"
PASSED_OVER = "(passed over)"
STOPPED = "(stopped here)"
CLOSES = {
    "complete": "ended complete",
    "people": "ended with who to call",
    "stopped": "were stopped",
    "refused": "were turned away: something deep came after a no",
    "high": "were turned away: something inward came after high distress",
    "needs": "were turned away: a deep section came without what it needs",
    "left": "were left, as they went on and on",
    "stuck": "could not go on",
}


def walked(times: int, script: str, seed: int) -> str:
    """Say what was done."""
    sessions = "1 session" if times == 1 else f"{times} sessions"
    return f"{sessions} of {script}, at random (seed {seed}). Beside each step, how often it was shown."


def shared_script(id: str) -> str:
    """Say which shared script comes now."""
    return f"The shared script {id}:"


def closed(count: int, how: str) -> str:
    """Say how many sessions closed in one way."""
    return f"{count:>7}  {CLOSES[how]}"


def screens_most(count: int) -> str:
    """Say how long the longest session was."""
    return f"The longest met {count} screens."


def never_shown(script: str, lines: Sequence[int]) -> str:
    """Say which steps were never met."""
    told = ", ".join(map(str, lines))
    one = f"One step of {script} was never shown: line {told}."
    return one if len(lines) == 1 else f"{len(lines)} steps of {script} were never shown: lines {told}."


MORE_TIMES = "More sessions may come there (--times), or no way leads there (partswork check)."


def stuck(name: str | None, section: str) -> str:
    """Say where a session could not go on, and that what leads there follows."""
    why = f'"{name}" is shown or tested there, but was never answered' if name else "it goes round for ever"
    return f'In "{section}" one cannot go on: {why}. What leads there:'


# What a test file cannot be.
TRYING: dict[str, Entry] = {
    "PW201": Entry("There is no test in this file. {told}"),
    "PW202": Entry('There is no script "{script}" to be found from here.'),
    "PW203": Entry('Nothing in {script} saves an answer called "{name}".'),
    "PW204": Entry(
        '"{name}" is what a shared script hands back. A test answers what that one asks, such as "{inside}".'
    ),
}
TEST_BEGINS = "A test begins with a line such as test: the guard says no"
IS_A_SCRIPT = "It is a script; partswork check looks at those."

# What should stand under a key.
ANSWERS = "the names of answers with what is answered, one a line"
EXPECTATIONS = "what is expected, such as: ends: complete"
SECTIONS = "the id of a section, or a list of them"
SEEN = "words that are shown, or a list of them"
STOPS = "after and the name of an answer, such as: after leave"
ONE_ANSWER = "an answer, in one line of its own"
ONE_WORD = "one word of the scan"
FITTING = {
    "empty": "some words",
    "keys": "one or more of its options, with commas between them",
    "words": "scales with a word for each, one a line, such as: calm: some",
    "part": "the name of a part, a few words on one line",
    "places": "one to twelve places, with commas between them",
}

# What is not as a test expects.
_ENDED = {
    "complete": "complete",
    "people": "with who to call",
    "stopped": "stopped",
}
_TURNED = {
    "refused": ", as something deep came after a no",
    "high": ", as something inward came after high distress",
    "needs": ", as a deep section came without what it needs",
}


def tried(tests: int, failed: int) -> str:
    """Say what running tests came to."""
    told = "1 test" if tests == 1 else f"{tests} tests"
    return f"{told}, {failed} not as expected." if failed else f"{told}, all as expected."


def no_tests(where: str) -> str:
    """Say that a folder holds no tests."""
    return f"There are no tests in {where}. Their names end in .test.yaml"


def failed(file: str, line: int, test: str) -> str:
    """Say which test failed, and where."""
    return f"{file}, line {line} ({test})"


def _times(count: int) -> str:
    return {0: "never", 1: "once", 2: "twice"}.get(count, f"{count} times")


def no_answer(name: str, line: int, script: str, visit: int, given: int) -> str:
    """Say that a question came that the test does not answer.

    Args:
        name: what tests call the answer.
        line: where the script asks it.
        script: the id of the script that asks.
        visit: which asking it is, from 1.
        given: how many answers the test has.
    """
    asked = f'"{name}" was asked at line {line} of {script}'
    if given < visit and given:
        return f"{asked} for the {_nth(visit)} time, and the test answers it only {_times(given)}."
    if given:
        return f"{asked} and cannot be passed over, but the test does so."
    return f"{asked} and the test has no answer for it."


def _nth(number: int) -> str:
    return {1: "1st", 2: "2nd", 3: "3rd"}.get(number, f"{number}th")


def not_asked(name: str, asked: int, given: int) -> str:
    """Say that the test answers what was not asked, or not so often."""
    if not asked:
        return f'"{name}" was never asked, but the test has an answer for it.'
    return f'"{name}" was asked {_times(asked)}, but the test has {given} answers for it.'


def never_stopped(name: str) -> str:
    """Say that there was nothing to stop where the test stops."""
    return f'Expected them to stop after "{name}", but the session did not come there, or was over by then.'


def too_long(screens: int) -> str:
    """Say that a session came to no end."""
    return f"Expected the session to end, but it goes on for more than {screens} screens."


def impasse(name: str | None, section: str) -> str:
    """Say that a session could not go on."""
    why = f'"{name}" is shown or tested there, and was never answered' if name else "it goes round for ever"
    return f'Expected the session to end, but in "{section}" it cannot go on: {why}.'


def not_passed(section: str, after: str | None, went: Sequence[str]) -> str:
    """Say that a section was not come through, or not in its turn."""
    turn = f' after "{after}"' if after else ""
    return f'Expected to pass "{section}"{turn}, but the session went through {in_words(went)}.'


def was_entered(section: str, went: Sequence[str]) -> str:
    """Say that a section was come to that should not be."""
    return f'Expected never to come to "{section}", but the session went through {in_words(went)}.'


def not_seen(expected: str, near: str | None) -> str:
    """Say that words were not shown, and which were most like them."""
    told = f"Nearest to it: “{near}”" if near else "Nothing like it was shown."
    return f"Expected to see “{expected}”, but it was not shown. {told}"


def ended(expected: str, how: str, turned: str | None) -> str:
    """Say that a session ended in another way."""
    why = _TURNED[turned] if turned else ""
    return f"Expected the session to end {_ENDED[expected]}, but it ended {_ENDED[how]}{why}."
