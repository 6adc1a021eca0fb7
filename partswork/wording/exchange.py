"""What `export` and `import` say.

No sentence has room for an answer, a name of a part or a name of a file.
"""

from __future__ import annotations

EXPORT = """Write out what is kept, to read elsewhere or to take along.

markdown: a folder, a page for each session and each part. jsonl: every record, which `partswork import`
takes in again. csv: ratings, scans and distress. summary: a text to show to somebody you trust.
"""
IMPORT = """Take in what `partswork export --format jsonl` wrote, here or on another machine.

What is here already is left as it is. What was deleted there or here is deleted in both.
"""
FORMAT = "What to write; see above."
TO = "The folder (markdown) or file to write to; - is standard output."
SINCE = "Only sessions that began on this day or later."
UNTIL = "Only sessions that began on this day or earlier."
PART = "Only sessions in which this part was named."
SCRIPT = "Only sessions of this practice, by its id."
WITH_ANSWERS = "In a summary: every answer, not only what was written for somebody."
FORCE = "Replace what is in the way."
YES = "Do not ask before deleting here what was deleted there."

NOT_ENCRYPTED = "What is exported is not encrypted: whoever has it can read it. Deleting a session later does not reach it."
NEEDS_A_FOLDER = "Markdown is a folder of pages. Please say which: -o FOLDER"
BACKWARDS = "--since is a later day than --until, so nothing can lie between them."
ONLY_SUMMARY = "--with-answers belongs to --format summary."
NO_SUCH_PART = "No part goes by that name."
NOTHING_FITS = "Nothing that is kept fits, so nothing was written."
IN_THE_WAY = "Something with that name is there already. Nothing was written; --force replaces it."
A_FOLDER_IN_THE_WAY = (
    "A folder with that name is there already, and a file was asked for. Nothing was written."
)
NOT_A_FOLDER = "What is there with that name is not a folder, or a link to one, and Markdown needs one. Nothing was written."
PAGES_IN_THE_WAY = (
    "In that folder are pages with the names of some to be written, which partswork did not write, or which were "
    "changed since. Nothing was written; --force replaces them."
)
NO_FOLDER_FOR_IT = "The folder that it would go into is not there. Nothing was written."
DISK_FULL = "The disk is full, so nothing was exported. What had been written was removed again."
NOT_WRITABLE = "That place does not let partswork write there. Nothing was exported."
DISK_TROUBLE = (
    "The disk would not write just now, so nothing was exported. What had been written was removed again."
)

NOT_A_FILE = "Only a file can be imported; that is not one."
NO_SUCH_FILE = "There is no file with that name."
NOT_READABLE = "That file cannot be read just now. Nothing was taken in."
DELETES = (
    "Some sessions that are here were deleted where this file comes from. Importing it deletes them here too, "
    "for good. Go on?"
)
LEFT = "Nothing was taken in."

SCRIPT_MISSING = "the text of a practice that its session ran on is neither in the file nor in the journal."
ODD_TOMBSTONE = "a deletion names a record of a session that is not deleted."
OPEN_WHILE_IMPORTED = (
    "A session that this would change is open in another window or program. Close it, then try again. "
    "Nothing was taken in."
)
NO_HEADER = "it does not say that it is an export of partswork (--format jsonl)."
NEWER = "it was written by a newer partswork. Please use that one."
TOO_LONG = "the line is longer than any that partswork writes."
NOT_UTF_8 = "it is not UTF-8."
NOT_JSON = "it is not one JSON object."
TWICE = "a key stands in it twice."
TOO_DEEP = "it is nested deeper than anything partswork writes."
NO_RECORD = "it is not a record of a journal."
UNKNOWN_KEY = "beside what every record has there is something more, perhaps from a newer partswork."
MISSHAPEN = "the record is not as its kind should be."

EXPORTING = "Exported so far: {count}"
IMPORTING = "Read so far: {count}"

LINE = "A line for later"
PARTS_MET = "Parts met"
DISTRESS = "Distress, as said"
THEN = ", then "
MET_FIRST = "First met"
MET_LAST = "Last met"
ROLE = "Role"
RELATIONS = {"guards": "Guards", "opposes": "Opposes"}
FIELDS = {
    "job": "Job",
    "fear": "Fear",
    "wish": "Wish",
    "place": "Place",
    "look": "Look",
    "age": "Age",
}
SESSIONS = "Sessions"
STATES = {"complete": "complete", "stopped": "stopped early", "paused": "not finished"}
UNNAMED = "part"
SUMMARY = "What was practised"
SUMMARY_ABOUT = (
    "Written by partswork from one person's own journal, at their wish. It holds what they chose to keep for "
    "somebody: it is no assessment, and what is not in it was not left out for a reason."
)
SUMMARY_ABOUT_ALL = "Written by partswork from one person's own journal, at their wish, with every answer. It is no assessment."


def broken_line(number: int, why: str) -> str:
    """Say which line cannot be taken in, and why."""
    return f"Line {number} cannot be taken in: {why} Nothing was taken in."


def same_record(number: int) -> str:
    """Say that a line contradicts what is kept."""
    return (
        f"Line {number} cannot be taken in: the journal, or an earlier line, has something else under the same id. "
        "Nothing was taken in."
    )


def taken_in(records: int, sessions: int, deleted: int) -> str:
    """Say what an import came to."""
    if not records and not deleted:
        return "Everything in it was here already."
    told = []
    if records:
        among = f", {_counted(sessions, 'new session')} among them" if sessions else ""
        told.append(f"{_counted(records, 'record')} taken in{among}.")
    if deleted:
        told.append(
            f"{_counted(deleted, 'session')} deleted there {'is' if deleted == 1 else 'are'} deleted here too."
        )
    return " ".join(told)


def exported(pages: int) -> str:
    """Say how many pages were written."""
    return f"{_counted(pages, 'page')} written."


def between(since: str, until: str) -> str:
    """Say from which day to which."""
    return since if since == until else f"{since} to {until}"


def _counted(number: int, thing: str) -> str:
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"
