"""Where the person's lines come from: a terminal, or a file or pipe."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from typing import Protocol


class Command(Enum):
    """A line that is not an answer."""

    STOP = "/stop"
    BACK = "/back"
    PAUSE = "/pause"
    GROUND = "/ground"
    HELP = "/help"


HELP_NOW = "partswork help-now"


class OutOfInput(Exception):
    """There are no more lines."""


class Source(Protocol):
    """Gives lines, and waits."""

    waits: bool
    """Whether a person is there to wait for: silence and breath take their time."""

    def line(self, before: str, keep: Callable[[str], None]) -> str:
        """Return the next line, without its end.

        Args:
            before: what stands in the line already, where lines can be edited.
            keep: told now and then what the line holds so far.

        Raises:
            OutOfInput: there are no more lines.
            Interrupted: the person or the system wants to leave.
        """

    def rest(self, seconds: float | None) -> str | None:
        """Wait so many seconds, None for as long as they like; return a line that comes meanwhile.

        Raises:
            OutOfInput, Interrupted: as for `line`.
        """


def command_in(line: str, *, at_terminal: bool) -> Command | None:
    """Return the command that a line is, None for an answer; `//stop` is the answer `/stop`.

    A person who types what the help sentences name means it, wherever they are, and spaces around a
    command too; elsewhere it is exactly the command or no command.
    """
    return _commands(at_terminal).get(_meant(line, at_terminal))


def answer_in(line: str, *, at_terminal: bool) -> str:
    """Return the answer a line holds."""
    said = _meant(line, at_terminal)
    return said[1:] if said[:1] == "/" and said[1:] in _commands(at_terminal) else line


def line_saying(answer: str, *, at_terminal: bool) -> str:
    """Return the line that holds an answer."""
    said = _meant(answer, at_terminal)
    return f"/{said}" if said in _commands(at_terminal) else answer


def _meant(line: str, at_terminal: bool) -> str:
    return line.strip() if at_terminal else line


def _commands(at_terminal: bool) -> dict[str, Command]:
    # The scripted interface is a contract of four commands; help is for a person.
    every = {command.value: command for command in Command} | {HELP_NOW: Command.HELP}
    return {said: command for said, command in every.items() if at_terminal or command is not Command.HELP}
