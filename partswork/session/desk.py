"""All that a front end needs besides a running session: what there is, what was left, what was kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from types import TracebackType
from typing import TYPE_CHECKING, Literal

from partswork.catalogue import Catalogue, Entry
from partswork.clock import now
from partswork.journal import Hit, Journal, SessionSummary
from partswork.paths import Places

if TYPE_CHECKING:
    from partswork.catalogue.found import Found
    from partswork.session.opening import Unfinished
    from partswork.session.previewing import Way
    from partswork.session.retelling import Told
    from partswork.session.session import Session

State = Literal["complete", "stopped", "paused"]

TODAY = "daily-check-in"
"""The practice that is done day by day."""
LATELY, LATELY_DAYS = 20, 7
"""How many sessions, and how many days, a look at what was left goes back."""


class Desk:
    """The journal and the catalogue, opened together. With `demo` the journal is never touched.

    Attributes:
        demo: nothing is kept.
        here: where things are.
        first_time: no session was ever begun here.
        way: where a demonstration of one script begins, None for its beginning.
    """

    def __init__(self, here: Places, *, demo: bool = False, way: Way | None = None) -> None:
        """Open.

        Raises:
            JournalError: the journal cannot be opened.
        """
        self.demo, self.here, self.way = demo, here, way
        self._catalogue = Catalogue(here.scripts, None if demo else here.verdicts)
        self._journal = Journal.in_memory() if demo else Journal.open(here.data)
        self.first_time = not demo and not self._journal.sessions(most=1)

    def __enter__(self) -> Desk:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._journal.close()

    def practices(self) -> list[Entry]:
        """Return every practice that can be run, then own scripts that cannot."""
        return self._catalogue.entries()

    def settle(self) -> bool:
        """Prove what of one's own is not proved yet; return whether `practices` has anything new."""
        return self._catalogue.settle()

    def find(self, name: str) -> Found:
        """Return a script by id or file; raises `ScriptUnusable` where there is none."""
        return self._catalogue.find(name)

    def left(self, found: Found) -> Unfinished | None:
        """Return the newest session of a script where it was left unfinished; raises `SessionElsewhere`."""
        from partswork.session.opening import unfinished

        return None if self.demo else unfinished(self._journal, found, now)

    def left_today(self, found: Found) -> Unfinished | None:
        """Return the unfinished session of a script that began today."""
        left = self.left(found)
        return left if left is not None and _day(left.summary.started) == now().date() else None

    def today(self, script: str) -> State | None:
        """Return how the newest session of a script stands if it began today; a cheap look, for a listing."""
        newest = None if self.demo else self._journal.latest(script)
        return newest.state if newest is not None and _day(newest.started) == now().date() else None

    def left_lately(self) -> list[SessionSummary]:
        """Return what was left unfinished in the last days, newest first; a cheap look, for a listing.

        At most two, each the newest session of its practice; never the one that is done day by day.
        """
        if self.demo:
            return []
        newest: dict[str, SessionSummary] = {}
        for one in self._journal.sessions(most=LATELY):
            newest.setdefault(one.script, one)
        oldest = now().date() - timedelta(days=LATELY_DAYS)
        left = [one for one in newest.values() if one.state == "paused" and one.script != TODAY]
        return [one for one in left if _day(one.started) >= oldest][:2]

    def begin(self, found: Found) -> Session:
        """Begin a session; see `opening.begin`."""
        from partswork.session.opening import begin, demonstrate

        if not self.demo:
            return begin(self._journal, found, now)
        way = self.way_into(found)
        if way is None:
            return demonstrate(found, now)
        from partswork.session.previewing import preview

        return preview(found, way, now)

    def way_into(self, found: Found) -> Way | None:
        """Return the way to where a session of this script begins, None where that is its beginning."""
        script = found.reading.script
        return self.way if self.way is not None and script and script.id == self.way.script else None

    def resume(self, left: Unfinished, *, into: Found | None = None) -> Session:
        """Take a session up again; see `opening.resume`."""
        from partswork.session.opening import resume

        return resume(self._journal, left, now, into=into)

    def close_gently(self, left: Unfinished) -> Session:
        """Take a session up again only to ground and end it."""
        from partswork.session.opening import resume

        return resume(self._journal, replace(left, stale=True), now)

    def sessions(self) -> list[SessionSummary]:
        """Return what was written, newest first."""
        return self._journal.sessions()

    def search(self, words: str) -> list[Hit]:
        """Return where all of these words were said, newest first; any string may be looked for."""
        return self._journal.search(words)

    def summary(self, id: str) -> SessionSummary:
        """Return what a listing says of one session."""
        return self._journal.session(id)

    def retold(self, session: str) -> list[Told]:
        """Return a session's questions and answers in order."""
        from partswork.session.retelling import retell

        return retell(self._journal, session)


def _day(at: str) -> date:
    return datetime.fromisoformat(at).astimezone().date()
