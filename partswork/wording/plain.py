"""What a session says line by line, besides the script's own words."""

from __future__ import annotations

from collections.abc import Sequence

from partswork.wording.session import time_in_words

COMMANDS = (
    "Enter goes on. At any time, on a line of its own: /help for people to call, /ground for the room around you, "
    "/stop to end. Also /back to the question before, and /pause to leave and come back."
)
PAUSED = "Paused. Everything up to here is kept, and the same command comes back to it."
OUT_OF_INPUT = "There was no more input, so this is paused. Everything up to here is kept."
NOTHING_TAKEN = "Nothing is asked here, so that is not kept. Enter goes on."
TRY_AGAIN = "What you wrote is still here. Enter tries again."
LEFT = "That is all for now."
NOT_SAVED = "Nothing was saved."
DEMONSTRATION = "A demonstration: nothing is saved, and nothing of the journal is shown."
WRITTEN = "Written: "
KNOWN_PARTS = "Parts met before:"
DISTRESS = (
    "0 is calm, 10 is overwhelmed. If no number fits: numb, for numb or far away; unsure, if you can't tell."
)

_HINTS = {
    "ask": "As many lines as you like; an empty line goes on.",
    "choose": "A number, or the words.",
    "distress": "A number, or one of the words.",
    "rate": "A number.",
    "scan": "One of the words for each.",
    "name_part": "Any short name will do, from before or new.",
    "locate": "A place, or several with commas between.",
}
_OPTIONAL_WORDS = "As many lines as you like; an empty line goes on. Nothing at all leaves it out."
_OPTIONAL = "An empty line leaves it out."


def question(number: int) -> str:
    """Say which question this is."""
    return f"Question {number}"


def nobody_is_reading(*, kept: bool, waits: bool) -> str:
    """Say that words alone bring nobody, and where people are who can come."""
    begin = "Kept as you write. " if kept else ""
    where = "/help" if waits else "partswork help-now"
    return f"{begin}Nobody else reads these words, so nobody will come. For people who can come: {where}"


def hint(kind: str, optional: bool) -> str:
    """Say how a question of some kind is answered at a terminal."""
    if not optional:
        return _HINTS[kind]
    return _OPTIONAL_WORDS if kind == "ask" else f"{_HINTS[kind]} {_OPTIONAL}"


def example(text: str) -> str:
    """Say what might be answered."""
    return f"For example: {text}"


def rating(least: int, low: str, most: int, high: str) -> str:
    """Say what a scale goes from and to."""
    ends = [f"{number} ({label})" if label else str(number) for number, label in ((least, low), (most, high))]
    return f"{ends[0]} to {ends[1]}."


def scale(label: str, meaning: str, scale_words: Sequence[str]) -> str:
    """Say one reading of a scan, and the words it may have."""
    about = f" ({meaning})" if meaning else ""
    return f"{label}{about}: {', '.join(scale_words)}"


def quiet(seconds: int | None, waits: bool) -> str:
    """Say how long it is quiet."""
    if seconds is None:
        return "Quiet, as long as you like. Enter goes on." if waits else "(Quiet, as long as you like.)"
    if not waits:
        return f"(Quiet for {time_in_words(seconds)}.)"
    return f"Quiet for {time_in_words(seconds)}. Enter goes on sooner; + and Enter gives as long again."


def breathing(pattern: Sequence[tuple[str, int]], rounds: int, waits: bool) -> str:
    """Say the whole breath that is coming."""
    breath_words = ", ".join(f"{seconds} {phase}" for phase, seconds in pattern)
    times = "once" if rounds == 1 else f"{rounds} times"
    told = f"Breathing: {breath_words}, {times}."
    return f"{told} Enter goes on sooner." if waits else f"({told})"


def breath(phase: str, seconds: int, turn: int, rounds: int) -> str:
    """Say one phase of a breath."""
    return f"{phase}, {seconds}  ({turn} of {rounds})" if phase == "in" else f"{phase}, {seconds}"


def impasse(name: str | None, *, kept: bool) -> str:
    """Say that the script cannot go on."""
    why = (
        "goes round without showing anything"
        if name is None
        else f'needs an answer that was never given ("{name}")'
    )
    end = " Everything you said is kept." if kept else ""
    return f"This script {why}, so it pauses here.{end} Whoever wrote the script can mend it."


def ended(*, stopped: bool, kept: bool, people: bool) -> str:
    """Say how a session closes; `people` is that who to call was just shown."""
    if people:
        return "Take the time you need."
    if stopped:
        return "Stopped here. What was said up to now is kept." if kept else "Stopped here."
    return "That is kept. You can put it down." if kept else "That is all for now."


def saved(id: str) -> str:
    """Say where a session is kept."""
    return f"Saved as {id}."


def which_way(most: int) -> str:
    """Say what can be chosen."""
    return f"A number from 1 to {most}."


def offer(title: str, began: str) -> str:
    """Say that something is unfinished."""
    return f"{title}: begun {began} and not finished. Everything said is kept."


CONTINUE = "Continue where you were"
CLOSE_GENTLY = "Close it gently"
BEGIN_AGAIN = "Begin again; what was said before stays kept"
CONTINUE_NEWER = "Continue in the newer version of the practice"
STALE = "Some time has passed, and you may feel different now. So it closes gently, or begins afresh."
BROKEN_SINCE = "The practice as it was then has been found unkind on some way through, so it closes gently, or begins afresh."
WHICH_WAY = "What would suit you now? Enter alone takes the first."
OWES = "It was left at something tender. Looking around the room comes first."
CHANGED = "The practice has changed since. It goes on as it was then, unless you choose the newer one."


def input_ended(number: int) -> str:
    """Say at which question, counted from 1, a pipe or a file had no more lines."""
    return f"The input ended here, at question {number}. The practice does not end here."
