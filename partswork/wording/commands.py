"""What the command line says."""

from __future__ import annotations

from partswork.wording.session import about_minutes

ABOUT = """A quiet, private guide for parts work.

Without a command, the app opens. What you write stays on this machine.
"""
EPILOG = (
    "Inspired by the Internal Family Systems model created by Richard C. Schwartz; not affiliated with or "
    "endorsed by the IFS Institute. Not a treatment, and not for use alone in a crisis: partswork help-now"
)
TODAY = "Today's check-in; goes on with an unfinished one of today."
RUN = "A session of one practice, by its id or its file."
PLAIN = "Plain lines: for screen readers, pipes and quiet terminals."
DEMO = "A demonstration: nothing is saved, and nothing of the journal is shown."
SECTION = "Begin at one of its sections, as a demonstration; what leads there is answered for you."
CONTINUE = "Go on with an unfinished session of it without asking."
SCRIPTS = "The practices there are: built in, and your own."
SCRIPTS_SHOW = "One practice."
EXPLAIN = "What a finding means, with a bad and a good example."
JOURNAL = "What was written, newest first."
JOURNAL_SHOW = "One session, by its id or the beginning of it."
PATHS = "Where things are."
HELP_NOW = "People to call, now."
AS_JSON = "One JSON document."

BAD_CLOCK = "PARTSWORK_NOW is set, but not to a date and time such as 2026-11-22T08:30."
ONLY_SHARED = "This is a shared script: other scripts use it, and it cannot be run on its own."
UNFINISHED = "An earlier session of this is unfinished and kept. This one begins anew; --continue goes on with the other."
BEGUN_AGAIN = (
    "Today's earlier check-in was left too long ago to go on with. It is kept; this one begins anew."
)
RUNNING_ELSEWHERE = "Another window is in a session of this just now. This one begins anew."
NOTHING_WRITTEN = "Nothing is written yet."
LEFT_OUT = "(left out)"
TAKEN_BACK = "  (taken back)"
PLACES = {
    "data": "What you write, and its key",
    "journal": "The journal",
    "config": "Your settings",
    "settings": "The settings file",
    "scripts": "Your own scripts",
    "library": "The built-in scripts",
}
DEPTHS = {"settling": "settling", "meeting": "meeting parts", "deep": "deep", "": "unknown"}


def script_has_errors(file: str, count: int) -> str:
    """Say that a script cannot be run yet."""
    things = "one thing stands" if count == 1 else f"{count} things stand"
    return f"{file} cannot be run yet: {things} in the way. To see what: partswork check {file}"


def no_such_command(name: str, near: str | None) -> str:
    """Say that there is no command of that name."""
    meant = f" Did you mean {near}?" if near else ""
    return f"No such command '{name}'.{meant}"


def no_such_script(name: str, near: str | None) -> str:
    """Say that no script has that id."""
    meant = f' Did you mean "{near}"?' if near else ""
    return f'There is no practice called "{name}".{meant} To see them all: partswork scripts'


def cannot_be_run(file: str) -> str:
    """Say, in a listing, that a file of one's own cannot be run."""
    return f"{file} cannot be run yet:"


def script_line(id: str, title: str, minutes: tuple[int, int] | None) -> str:
    """Say, in a listing, what can be run and how long it takes."""
    return f"{id:<24}  {title}" + (f" ({about_minutes(minutes[1])})" if minutes else "")


def script_facts(depth: str, company: str, file: str) -> str:
    """Say what kind of practice it is and where it is."""
    where = "with a therapist in the room" if company == "therapist" else "for one person"
    return f"{DEPTHS[depth]}, {where}; {file}"


def no_such_code(code: str, near: str | None) -> str:
    """Say that no finding has that code."""
    meant = f" Did you mean {near}?" if near else ""
    return f'There is no finding "{code}".{meant}'


def no_page(code: str) -> str:
    """Say that a finding has no page."""
    return f"There is no page about {code} yet."


def broken(error: str, place: str) -> str:
    """Say that partswork itself broke; neither part holds anything a person wrote."""
    return f"Something broke in partswork itself ({error} at {place}). What you had answered is kept."
