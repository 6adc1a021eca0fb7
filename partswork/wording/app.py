"""What the app says, besides what a session says in any front end."""

from __future__ import annotations

LEAVE, LEAVE_HELP = "leave", "Pause and keep, stop, or discard; nothing is lost unless you say so"
GROUND, GROUND_HELP = "ground", "The room around you, now; then back to where you were"
BACK, BACK_HELP = "back", "Take the last answer back; it is offered again"
PEOPLE, PEOPLE_HELP = "help now", "People to call"
BLANK, BLANK_HELP = "blank", "Hide everything until a key is pressed"
KEYS, KEYS_HELP = "keys", "The keys that work here"
QUIT, QUIT_HELP = "quit", "Leave partswork; a session in progress is paused"
THEME, THEME_HELP = "theme", "Other colours, for now"
JOURNAL, JOURNAL_HELP = "journal", "What you wrote"

GREETINGS = ((5, "Good night."), (12, "Good morning."), (18, "Good afternoon."), (24, "Good evening."))
TODAY: dict[str | None, str] = {
    None: "Daily check-in",
    "paused": "Daily check-in, where you left it",
    "complete": "Daily check-in   done today",
    "stopped": "Daily check-in   done today",
}
DEPTHS = {"settling": "Settling", "meeting": "Meeting", "deep": "Deep"}
CANNOT_BE_RUN = "cannot be run yet"

GOES_ON = "enter goes on"
QUIET_GOES_ON = "enter goes on   + stays longer"
GO_ON = "Go on"
LEAVE_OUT = "Leave it out"
WRITING = "kept as you type · tab, then enter, goes on\nnobody is reading, so nobody will come · f2 shows people who can"
WRITING_DEMO = (
    "not kept · tab, then enter, goes on\nnobody is reading, so nobody will come · f2 shows people who can"
)
SCALE = "arrows or a digit, then enter"
DISTRESS_SCALE = "arrows, a digit, n or c, then enter"
CALM, OVERWHELMED = "calm", "overwhelmed"
NUMB, UNSURE = "numb or far away", "can't tell"
CHOOSING = "arrows or a digit, then enter"
CHOOSING_MANY = "arrows, space to choose, tab and enter go on"
READING_KEYS = "arrows or digits; any may stay empty; enter goes on"
NAMING = "a name, then enter; or one from before, below"
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
LEAVE_UNKEPT = "Leave all the same; what stands on the screen would be lost"
DISCARD = "Discard it all"
DISCARD_SURE = "Everything said in this session would be gone for good."
DISCARD_NOW = "Discard it"

FINISH = "Finish"
READ_IT = "Read what you wrote"
TAKE_UP = "This was begun and not finished."
CLOSE = "enter or escape closes"
JOURNAL_EMPTY = "Nothing is written yet."
LEFT_OUT = "left out"
TAKEN_BACK = "taken back"
STATES = {"complete": "", "stopped": "stopped", "paused": "not finished"}
UNDERSTOOD = "I have read this"
IMPASSE_LEAVE = "Leave it here"
BROKEN = "Something broke in partswork itself ({error} at {place}). What you had answered is kept."
SCREENSHOT = "A picture of this screen would be saved as a file that anyone could open. Save it?"


def greeting(hour: int) -> str:
    """Return a greeting by the hour of the day."""
    return next(words for until, words in GREETINGS if hour < until)
