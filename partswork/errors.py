"""The errors partswork raises on purpose.

PartsworkError                a sentence for the person, and an exit code
├── WrongUsage                asked for in a way that cannot be understood (exit code 2)
├── ScriptUnusable            a script that cannot be run, and why
├── CannotTake                an answer the question cannot take; it is asked again
└── JournalError              the journal could not be opened, read or written
    ├── JournalUnreadable     wrong or missing key, damaged or foreign file
    ├── JournalBusy           another instance held it too long
    └── SessionElsewhere      another instance is in this session
"""

from __future__ import annotations


class PartsworkError(Exception):
    """Something a person should be told about, in one plain sentence.

    The sentence never carries an answer, a name of a part, or any other word of the journal.
    """

    exit_code = 1

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


class WrongUsage(PartsworkError):
    """The command was called in a way it cannot understand."""

    exit_code = 2


class ScriptUnusable(PartsworkError):
    """The script asked for is missing, unreadable or broken."""


class CannotTake(PartsworkError):
    """The question cannot take this answer; it is asked again and nothing was kept."""


class JournalError(PartsworkError):
    """The journal could not be opened, read or written."""


class JournalUnreadable(JournalError):
    """The journal or its key is missing, damaged, or not ours."""


class JournalBusy(JournalError):
    """Another instance kept the journal locked for longer than we wait."""


class SessionElsewhere(JournalError):
    """Another running instance holds the lease of this session."""
