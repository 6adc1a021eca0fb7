"""What the command line says."""

from __future__ import annotations

BAD_CLOCK = "PARTSWORK_NOW is set, but not to a date and time such as 2026-11-22T08:30."
ONLY_SHARED = "This is a shared script: other scripts use it, and it cannot be run on its own."


def script_has_errors(file: str, count: int) -> str:
    """Say that a script cannot be run yet."""
    things = "one thing stands" if count == 1 else f"{count} things stand"
    return f"{file} cannot be run yet: {things} in the way. To see what: partswork check {file}"


def no_such_script(name: str, near: str | None) -> str:
    """Say that no script has that id."""
    meant = f' Did you mean "{near}"?' if near else ""
    return f'There is no practice called "{name}".{meant} To see them all: partswork scripts'
