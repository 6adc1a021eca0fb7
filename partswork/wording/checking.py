"""What `partswork check` says besides its findings."""

from __future__ import annotations

CHECK = "Read scripts and tell what stands in the way.\n\nWithout FILE, the whole library."
FORMAT = "How to tell it: text for people, github for annotations in a workflow, json for programs."
WATCH = "Check again after each save, until Ctrl+C."
ONLY_TEXT = "--watch is for people: it goes with no other format than text."


def checked(files: int, findings: int) -> str:
    """Say what checking came to."""
    read = "1 script read" if files == 1 else f"{files} scripts read"
    if findings == 0:
        return f"{read}, nothing found."
    return f"{read}, 1 finding." if findings == 1 else f"{read}, {findings} findings."


WAITING = "Waiting for the next save; Ctrl+C ends it."
NONE_OF_HERE = "None of them is in this folder; to check those: partswork check *.yaml"
NO_TEST_OF_HERE = "None of them is in this folder; to run those: partswork test ."


def with_blanks(command: str, name: str) -> str:
    """Say that a name with blanks was taken for several."""
    return f'A name with blanks needs quotation marks: partswork {command} "{name}"'


def more_unsaid(file: str, most: int) -> str:
    """Say that there may be more findings than are told."""
    return (
        f"{file}: these are {most} findings, and no more are told of one file. Mend some, then check again."
    )


def a_test(file: str) -> str:
    """Say that a file is no script but tests one."""
    return f"{file} tests a script and is none itself. To run it: partswork test {file}"


def heading(time: str) -> str:
    """Head one round of watching; `time` is when it began."""
    return f"── {time} ──"
