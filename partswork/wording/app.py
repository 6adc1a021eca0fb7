"""What the app says, besides what a session says in any front end."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from partswork.wording.session import about_minutes

LEAVE, LEAVE_HELP = "leave", "Pause and keep, stop, or discard; nothing is lost unless you say so"
GROUND, GROUND_HELP = "the room", "Look around the room, then come back to where you were"
ROOM_HELP = "Look around the room: nothing inward, a few minutes"
BACK, BACK_HELP = "back", "Take the last answer back; it is offered again"
PEOPLE, PEOPLE_HELP = "help now", "People to call"
BLANK, BLANK_HELP = "hide", "Hide everything until a key is pressed"
BLANK_BACK = "any key brings it back"
KEYS, KEYS_HELP = "keys", "The keys that work here"
PALETTE, PALETTE_HELP = "more", "Everything that can be done, to search through"
QUIT, QUIT_HELP = "quit", "Leave partswork; a session in progress is paused"
INTERRUPT_HELP = "Copy what is marked; where nothing is, leave partswork as above"
BEGIN, BEGIN_HELP = "begin", "Begin what is marked, or take it up where you left it"
JOURNAL, JOURNAL_HELP = "journal", "What you wrote"
READ, READ_HELP = "read", "Read what is marked"
SEARCH, SEARCH_HELP = "search", "Look for words you said, as you type them; the newest first"
CLOSE_HELP = "Back to what was there before"
THEME, THEME_HELP = "theme", "Other colours"
MOTION, MOTION_HELP = "motion", "Let nothing move by itself but words and counts, or let it move again"
BELL, BELL_HELP = "bell", "A bell when a quiet or a breath is over, or none again"
PICTURE, PICTURE_HELP = "picture", "Save a picture of this screen as a file"
BEFORE, BEFORE_HELP = (
    "before you begin",
    "What partswork is, who should not use it alone, where words are kept",
)

MOTION_LESS = "Nothing moves by itself now but words and counts."
MOTION_MORE = "The breath is drawn again."
BELL_ON = "A bell sounds when a quiet or a breath is over."
BELL_OFF = "No bell."
PALETTE_SEARCH = "What would you like to do?"

GREETINGS = ((5, "Hello."), (12, "Good morning."), (18, "Good afternoon."), (24, "Good evening."))
TODAY: dict[str | None, str] = {
    None: "Daily check-in",
    "paused": "Daily check-in, where you left it",
    "complete": "Daily check-in   done today",
    "stopped": "Daily check-in   done today",
}
CONTINUE = "Continue: {title}"
GROUPS = {"settling": "settling", "meeting": "meeting", "deep": "deep", "ketamine": "medicine"}
MORE, MORE_TITLE = "more", "Practices that are shown when you ask"
MORE_ASKED: dict[Literal["deep", "ketamine"], str] = {
    "deep": (
        "Deep practices go near young or hurt parts. Best with a therapist. After trauma, self-harm, a hospital stay or "
        "lost time, wait until your therapist says yes. Not seeing them is fine."
    ),
    "ketamine": (
        "Practices around ketamine-assisted therapy belong beside a clinic and a therapist, and never on the medicine "
        "day. Not seeing them is fine."
    ),
}
MORE_NOT = "Leave it as it is"
MORE_WAYS: dict[Literal["deep", "ketamine"], tuple[str, str]] = {
    "deep": (
        "Show deep practices",
        "Hide deep practices again",
    ),
    "ketamine": (
        "Show those around ketamine-assisted therapy",
        "Hide those around ketamine-assisted therapy again",
    ),
}
CANNOT_BE_RUN = "cannot be run yet"

GOES_ON = "enter goes on"
QUIET_GOES_ON = "enter goes on   + stays longer"
GO_ON = "Go on"
LEAVE_OUT = "Skip this"
SCALE = "arrows or a digit, then enter"
DISTRESS_SCALE = "arrows or a number; n numb or far away, c can't tell; then enter"
CALM, OVERWHELMED = "calm", "overwhelmed"
NUMB, UNSURE = "numb or far away", "can't tell"
CHOOSING = "arrows or a digit, then enter"
CHOOSING_OR_NOT = "arrows or a digit, then enter · tab, then enter, skips"
NOTHING_CHOSEN = "Nothing is chosen yet."
CHOOSING_MANY = "arrows, space to choose, tab and enter go on"
READING_KEYS = "arrows or digits; any may stay empty; enter goes on"
READING_KEYS_NARROW = "arrows or digits; any may stay empty\nw shows the wheel; enter goes on"
NAMING = "a name, then enter"
NAMING_KNOWN = "a name, then enter; or one from before, below"
PLACING = "arrows, space to choose; tab goes on from there"
OWN_PLACE = "another place, in your words"
PLACES = (
    "head",
    "face",
    "throat",
    "shoulders",
    "chest",
    "back",
    "arms",
    "hands",
    "belly",
    "hips",
    "legs",
    "feet",
    "in front of me",
    "behind me",
    "all around",
)

LEAVING = "What would suit you now?"
STAY = "Stay here"
PAUSE = "Pause and keep; come back when you like"
STOP = "Stop, with the room around you first"
STOP_NOW = "Stop now"
LEAVE_UNKEPT = "Leave all the same; what stands on the screen would be lost"
DISCARD = "Delete this session"
DISCARD_SURE = "Everything said in this session would be gone for good."
DISCARD_NOW = "Delete it"

FINISH = "Finish"
READ_IT = "Read what you wrote"
ADD_LINE = "Add a line for later"
LINE_ASKED = "A line for later, for when you read this again."
TAKE_UP = "You were here before. What you said is kept."
ELSEWHERE = "Another window is in this just now. What is kept so far can be read in the journal."
NOT_PROVED_LEAVE, NOT_PROVED_BEGIN = "Leave it", "Begin all the same"
LEAVE_THERE, BEGIN_HERE = "Leave it there", "Begin another here"
CLOSE = "enter or escape closes"
KEYS_TITLE = "Keys that work here"
JOURNAL_TITLE = "Journal"
JOURNAL_EMPTY = "Nothing is written yet."
SEARCH_FOR = "words you said, or the beginning of one"
NONE_FOUND = "Nothing you said has these words."
READING_EMPTY = "Nothing was said in it."
LEFT_OUT = "left out"
TAKEN_BACK = "taken back"
STATES = {"complete": "", "stopped": "stopped", "paused": "not finished"}
BEGIN_WAYS = ("Go on", "Only look around the room", "See who I can call", "Leave for now")
NEW_HERE = "New here, or is it a lot? Looking around you is a good first one."
BROKEN = (
    "Something in partswork broke. It was not you. What you had answered is kept, and partswork help-now shows people "
    "to call. (For whoever mends it: {error} at {place}.)"
)
PICTURE_SURE = "The picture shows every word on this screen, and whoever can open the file can read it."
PICTURE_SAVE, PICTURE_NOT = "Save it", "Leave it"
PICTURE_SAVED = "Saved: {path}"
PICTURE_NOT_SAVED = "The picture could not be saved."


def greeting(hour: int) -> str:
    """Return a greeting by the hour of the day."""
    return next(words for until, words in GREETINGS if hour < until)


def leaving(people: str) -> str:
    """Say how to choose a way to leave; `people` is a key."""
    return f"arrows, then enter · esc stays here · {people} people to call"


def minutes(most: int) -> str:
    """Say about how long a practice takes at most."""
    about = about_minutes(most)
    return f"{about[0].upper()}{about[1:]}."


def minutes_left(most: int) -> str:
    """Say about how long it may still take at most."""
    return f"{about_minutes(most)} left"


def people_again(key: str) -> str:
    """Say that who to call is a key away."""
    return f"{key} shows people you can call, here and on every page."


def read_again(title: str, began: str, state: str) -> str:
    """Say which session this is."""
    return "   ".join(one for one in (title, began, STATES[state]) if one)


def writing(*, kept: bool, people: str) -> str:
    """Say how a room for words is left, and that words alone bring nobody; `people` is a key."""
    begin = "kept as you type" if kept else "not kept"
    return f"{begin} · tab, then enter, goes on\nnobody is reading, so nobody will come · {people} shows people who can"


def broken(file: str, findings: Sequence[tuple[int, str]]) -> list[str]:
    """Say why a script cannot be run: in which lines, and what is wrong there."""
    lines = [f"Line {line}: {told}" for line, told in findings]
    return [
        f"{file} {CANNOT_BE_RUN}.",
        "\n".join(lines),
        f"partswork check {file} shows the lines themselves.",
    ]
