"""A plan played through the scripted lines, as a pipe would."""

from __future__ import annotations

from io import BytesIO, StringIO

from partswork.guide import Beat
from partswork.plain import Interruptions, Lines, Player, Scripted
from partswork.session import Session
from tests.tui.plan import Deed, Plan


class Piped(BytesIO):
    """Lines that are thought of when they are read."""

    def __init__(self, session: Session, plan: Plan) -> None:
        super().__init__()
        self._session, self._plan = session, plan
        self._waiting: list[str] = []

    def readline(self, size: int | None = -1, /) -> bytes:
        """Return the next line."""
        if not self._waiting:
            self._waiting = lines_of(self._plan.next(self._session), self._session)
        return f"{self._waiting.pop(0)}\n".encode()


def lines_of(deed: Deed, session: Session) -> list[str]:
    """Return the lines that do one thing."""
    beat = session.beat
    assert isinstance(beat, Beat)
    assert beat.asked is not None
    if deed.what not in ("answer", "skip"):
        return [f"/{deed.what}"]
    value = deed.value if deed.what == "answer" else {} if beat.asked.kind == "scan" else ""
    match value:
        case dict():
            return [value.get(scale, "") for scale in beat.labels]
        case tuple():
            return [", ".join(value)]
        case _:
            return [str(value)]


def play(session: Session, plan: Plan) -> int:
    """Play a session to its end; return the exit code."""
    with session:
        source = Scripted(Piped(session, plan), Interruptions())
        return Player(session, Lines(StringIO()), source, []).play()
