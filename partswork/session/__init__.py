"""One sitting: the guide, the journal and the catalogue brought together.

A front end needs only this and `wording`: it shows `session.beat`, and hands over what the person
did. Every answer is on disk before the next beat is there to be shown.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from partswork.journal import Hit, KnownPart, SessionSummary
from partswork.session.desk import TODAY, Desk

if TYPE_CHECKING:
    from partswork.session.opening import Unfinished, begin, demonstrate, resume, unfinished
    from partswork.session.session import Session

__all__ = [
    "TODAY",
    "Desk",
    "Hit",
    "KnownPart",
    "Session",
    "SessionSummary",
    "Unfinished",
    "begin",
    "demonstrate",
    "resume",
    "unfinished",
]

_LATER = {
    "Session": "session",
    **dict.fromkeys(("Unfinished", "begin", "demonstrate", "resume", "unfinished"), "opening"),
}


def __getattr__(name: str) -> object:
    """Import what only a running session needs when it is asked for: the guide and the language."""
    if name not in _LATER:
        raise AttributeError(name)
    return getattr(import_module(f"partswork.session.{_LATER[name]}"), name)
