"""What is said in a guided session, in any front end."""

from __future__ import annotations

from collections.abc import Sequence


def in_words(items: Sequence[str]) -> str:
    """Return several things as a list in words: `a, b and c`."""
    if len(items) < 2:
        return "".join(items)
    return ", ".join(items[:-1]) + " and " + items[-1]


def time_in_words(seconds: int) -> str:
    """Return a time as it may be written in a script: whole minutes as minutes."""
    minutes, rest = divmod(seconds, 60)
    if minutes and not rest:
        return "1 minute" if minutes == 1 else f"{minutes} minutes"
    return "1 second" if seconds == 1 else f"{seconds} seconds"


def about_minutes(most: int) -> str:
    """Say about how long something takes at most."""
    return "about a minute" if most == 1 else f"up to about {most} minutes"


def misfit(why: str, least: int = 0, most: int = 10) -> str:
    """Say what a question can take; `least` and `most` are the ends of a scale."""
    return {
        "empty": "There are no words yet. Write a few, or go back.",
        "number": f"This one is a whole number from {least} to {most}.",
        "key": "That is not one of the choices here.",
        "keys": "That is not among the choices here.",
        "words": "That is not one of the words here.",
        "part": "A name is a few words on one line.",
        "places": "Name up to twelve places, with commas between them.",
        "distress": "numb or unsure will do, or the nearest number from 0 to 10.",
    }[why]


def with_slash(command: str) -> str:
    """Say how a command is given."""
    return f"If you meant the command, it begins with a slash: {command}."


def which_of(labels: Sequence[str]) -> str:
    """Say what can be chosen."""
    return f"That one did not match. A number from 1 to {len(labels)} will do, or the words: " + "; ".join(
        labels
    )


STAND_INS = ("Someone", "Another", "A Third")
"""Names for parts that nobody named, in the preview of a section."""


def stand_in(number: int) -> str:
    """Return a name for a part that nobody named: one of its own for each number, from 0."""
    return STAND_INS[number] if number < len(STAND_INS) else f"{STAND_INS[0]} {number + 1}"


def preview(story: str) -> str:
    """Say that a demonstration begins at one section, and what was answered before it."""
    return f"{story} It begins there."


def no_such_section(section: str, near: str | None, known: Sequence[str]) -> str:
    """Say that a script has no section of that name."""
    meant = f' Did you mean "{near}"?' if near else ""
    return f'There is no section "{section}" in it.{meant} Its sections: {", ".join(known)}.'


def no_way_to(section: str) -> str:
    """Say that nobody comes to a section."""
    return f'No way to something shown in "{section}" was found, so it cannot be begun there.'


INTERLUDES: dict[str | None, str] = {
    "asked": "First, the room around you. After it, you can go on from here if that suits.",
    "owed": "Last time ended close to something tender. First, the room around you.",
    "stopping": "Stopping here. You might look around the room before you go. To stop once more ends it at once.",
    "ending": "Before this ends, the room around you.",
    "refused": "The no that was said today is kept, so nothing goes further in. The room around you, and then the end.",
    "high": "Looking inward rests for today. The room around you, and then the end.",
    "needs": "The next step can wait for another day. The room around you, and then the end.",
}


def returned(before: str | None) -> str:
    """Say that grounding which was asked for is over."""
    return "Back to where you were." if before in ("asked", "owed") else ""


def here_with(names: Sequence[str]) -> str:
    """Say which parts were met."""
    return f"You were here with {in_words(names)}."


TURNED_BY_HIGH = "Looking inward rests for today. You did nothing wrong."
PEOPLE = "You can call now. It does not have to get worse first."
BEFORE_THE_FIRST = (
    "This is a quiet guide to the parts of you, one question at a time. It is not therapy.",
    "Please don't use it alone if you are in a crisis, think of dying or of hurting anyone, hear or see things others "
    "don't, feel so sped up that you hardly sleep, lose stretches of time, feel unreal a lot, or are under 18. A doctor "
    "or therapist can use it with you. After trauma, self-harm or a hospital stay, ask one first.",
    "What you write stays on this machine, in one file. Until there is a passphrase, whoever can use this machine as "
    "you could read it. Nobody reads it for you, so nobody will come because of it.",
)
NOT_PROVED = (
    "This practice is too large to be proved: some way through it may be unkind. partswork itself still keeps every no "
    "that is said, and still stops inner work when it gets too much."
)
LINE_ADDED = "For later"
REQUIRED = (
    "This one needs some answer before going on. If none fits, you can go back, or stop. Either is fine."
)
DONE_TODAY = "You have been here today. That is enough, and more is fine too."
NOT_NOW = "Leave it at that"
ANOTHER = "Begin another"
NOTHING_ASKED = "Nothing is being asked just now."
NO_WAY_BACK = "There is no answer here that can be taken back."
PINNED_UNUSABLE = "The practice this began with can no longer be gone through. Everything written is kept."
