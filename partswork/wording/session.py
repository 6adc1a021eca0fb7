"""What is said in a guided session, in any front end."""

from __future__ import annotations

from collections.abc import Sequence


def in_words(items: Sequence[str]) -> str:
    """Return several things as a list in words: `a, b and c`."""
    if len(items) < 2:
        return "".join(items)
    return ", ".join(items[:-1]) + " and " + items[-1]


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
        "distress": "This one is a number from 0 to 10, or numb, or unsure.",
    }[why]


def which_of(labels: Sequence[str]) -> str:
    """Say what can be chosen."""
    return "That is not one of these: " + "; ".join(labels)


INTERLUDES: dict[str | None, str] = {
    "asked": "First, the room around you. After this you come back to where you were.",
    "owed": "Last time ended close to something tender. First, the room around you.",
    "stopping": "Stopping here. Before you go, the room around you.",
    "ending": "Before this ends, the room around you.",
    "refused": "A no was said today, so it goes no further in. The room around you, and then the end.",
    "high": "It is loud just now, so looking inward rests for today. The room around you, and then the end.",
    "needs": "What comes next needs more calm than there is just now. The room around you, and then the end.",
}


def returned(before: str | None) -> str:
    """Say that grounding which was asked for is over."""
    return "Back to where you were." if before in ("asked", "owed") else ""


PEOPLE = "If it stays this loud, or anything feels unsafe, there are people to call:"
REQUIRED = "What comes next depends on this one, so it cannot be left out. You can go back, or stop."
NOTHING_ASKED = "Nothing is being asked just now."
NO_WAY_BACK = "There is no answer here that can be taken back."
PINNED_UNUSABLE = "The practice this began with can no longer be gone through. Everything written is kept."
