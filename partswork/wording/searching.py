"""What is said when the journal is searched, and when a session is deleted from it."""

from __future__ import annotations

SEARCH = "Where words were said, newest first. With - as WORDS you are asked for them."
PART = "Only in sessions that speak of this part."
SCRIPT = "Only in sessions of this practice, by its id or title."
SINCE = "Only in sessions begun on this day or later."
UNTIL = "Only in sessions begun on this day or earlier."
MOST = "At most so many."
DELETE = "Delete one session for good, by its id or the beginning of it."
YES = "Delete without asking."

WHICH_WORDS = "Words: "
NOTHING_FOUND = "Nothing found."
MORE = "There is more; --most shows more of it."

CONFIRM = "delete"
NOT_ASKED = (
    "Deleting is for good, so it is asked about first, and there is nobody at a terminal to answer. To delete "
    "without being asked: --yes. Nothing was deleted."
)
NOT_DELETED = "Nothing was deleted."
DELETED = (
    "Deleted. Backups, snapshots of the disk, synchronised copies and anything exported still have it; "
    "partswork cannot reach those."
)


def will_go(title: str, moment: str) -> str:
    """Say what a deletion takes away."""
    return f"{title}, begun {moment}: every answer in it goes, for good."


def ask_to_confirm() -> str:
    """Ask for the word that confirms."""
    return f'To delete it, type "{CONFIRM}": '
