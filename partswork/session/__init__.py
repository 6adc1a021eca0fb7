"""One sitting: the guide, the journal and the catalogue brought together.

A front end needs only this and `wording`: it shows `session.beat`, and hands over what the person
did. Every answer is on disk before the next beat is there to be shown.
"""

from partswork.journal import KnownPart
from partswork.session.desk import TODAY, Desk
from partswork.session.opening import Unfinished, begin, demonstrate, resume, unfinished
from partswork.session.session import Session

__all__ = [
    "TODAY",
    "Desk",
    "KnownPart",
    "Session",
    "Unfinished",
    "begin",
    "demonstrate",
    "resume",
    "unfinished",
]
