"""What the journal says when it cannot do what was asked.

No sentence has room for a value: an answer, a name or a path can never slip into one.
"""

from __future__ import annotations

NOT_OURS = (
    "The journal's folder, or a file in it, belongs to another account on this computer. "
    "Nothing in it was opened."
)
IS_LINK = (
    "The journal's folder, or a file in it, is a link to somewhere else. Nothing in it was opened. "
    "PARTSWORK_HOME can name another folder."
)
NOT_A_FILE = "Something that is not a file of the journal stands in its place. Nothing was opened or changed."

KEY_GONE = (
    "The journal is here, but both of its key files, journal.key and journal.key.copy, are missing or "
    "damaged. Without one of them it cannot be read. If you have a copy of either file, put it back beside "
    "the journal; nothing was changed."
)
KEY_DOES_NOT_FIT = (
    "The key beside the journal does not open it: the key belongs to another journal, or the journal's "
    "file is damaged. Nothing was changed."
)
KEY_DAMAGED = (
    "A damaged key file, journal.key, lies where the journal would begin, and there is no journal beside it. "
    "Move it somewhere else if you do not need it; nothing was changed."
)
KEY_NEWER = (
    "The journal's key file was written by a newer partswork. Please use that one; nothing was changed."
)
JOURNAL_NEWER = "The journal was written by a newer partswork. Please use that one; nothing was changed."
DAMAGED = (
    "A part of the journal's file is damaged and could not be read. A copy of it, if you have one, may be "
    "whole."
)

BUSY = (
    "Another partswork has been writing in the journal for a while, so this did not get its turn. "
    "Please try again in a moment."
)
DISK_FULL = "The disk is full, so this could not be kept. Free a little room, then try again."
NOT_WRITABLE = "The journal's folder does not let partswork read or write in it."
DISK_TROUBLE = (
    "The disk would not read or write just now, so it is not certain that this was kept. Please try again."
)
CLOSED = "The journal is closed."

NO_ROOM_FOR_COPY = (
    "This partswork keeps the journal in a newer form, and first wants to keep a copy of it as it is. The "
    "disk is too full for that. Nothing was changed. Free about as much room as the journal takes, then start "
    "again."
)
NOT_COPIED = (
    "This partswork keeps the journal in a newer form, and first wants to keep a copy of it as it is. That copy "
    "could not be made. Nothing was changed. See that its folder can be written in and that the disk has "
    "room, then start again."
)

DIFFERENT_RECORD = "The journal already keeps something else in this very place. Nothing was changed."
SESSION_DELETED = "This session was deleted. Nothing more can be kept in it."
SESSION_ELSEWHERE = (
    "This session is open in another window or program. It can be looked at here, but not continued."
)
NO_SUCH_SESSION = "There is no session with that id in the journal."
SEVERAL_SESSIONS = "More than one session's id begins like that. A few more characters will tell them apart."
SHORT_PREFIX = "Please give at least the first four characters of the session's id."
NO_SUCH_SCRIPT = "The journal does not have the script that this session began on."

KEY_NOTE = (
    "This is the key of the partswork journal (journal.db) in this folder. Without it the journal cannot "
    "be read; whoever has both can read everything. docs/journal-format.md explains the format."
)
