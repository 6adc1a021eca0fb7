"""Two homes of one person, as they come to be: sessions in either, deletions, and exports carried across."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from hypothesis import strategies as st

from partswork.journal import Journal, Record
from tests.journal.sitting import LATER, Sitting, record, tables

EVERYTHING = ("record", "gone", "session", "mention", "trait", "relation")
NAMES = ("The Watchman", "The Child", "The Rebel")
SCRIPTS = ("check-in", "eight-cs", "arriving")

# One thing that happens: what, in which home, and three numbers that choose among what there is.
Happening = tuple[str, int, int, int, int]
# What both homes have in common: sessions on one script, which speak of the same parts.
BEFORE: tuple[Happening, ...] = (
    *(("begin", 0, 0, 0, 0), ("meet new", 0, 0, 0, 0), ("meet new", 0, 0, 1, 1)),
    *(("begin", 0, 0, 0, 0), ("meet", 0, 0, 0, 0), ("meet", 0, 1, 0, 0), ("meet", 0, 1, 1, 1)),
    ("carry", 0, 1, 0, 0),
)

_whats = (
    *("begin", "begin", "meet new", "meet", "meet", "answer", "back", "remember", "relate", "end"),
    *("move", "rename outside", "relate outside", "name outside", "newer kind", "delete", "delete"),
    *("carry", "carry"),
)
happenings = st.tuples(
    st.sampled_from(_whats), st.integers(0, 1), st.integers(0, 9), st.integers(0, 9), st.integers(0, 9)
)


@dataclass
class Home:
    """One journal, and an export of it made some time ago."""

    journal: Journal
    old: list[Record] = field(default_factory=list)

    def known(self) -> list[str]:
        return sorted(part.id for part in self.journal.parts())

    def sessions(self) -> list[str]:
        return sorted(one.id for one in self.journal.sessions())


def happen(homes: Sequence[Home], steps: Sequence[Happening]) -> None:
    """Let things happen, each as the app would have it: about parts and sessions that there are."""
    for step in steps:
        _happen(homes, step)


def _happen(homes: Sequence[Home], step: Happening) -> None:
    what, which, one, two, three = step
    home = homes[which]
    journal, known, sessions = home.journal, home.known(), home.sessions()
    if what == "begin":
        Sitting(journal, script=SCRIPTS[one % 3], text=f"id: {SCRIPTS[one % 3]}\nversion: {two % 2}")
        return
    if what == "carry":
        # An old export, or what there is now.
        homes[1 - which].journal.take_in(home.old if one % 3 == 0 else list(journal.everything()))
        home.old = list(journal.everything())
        return
    if what == "name outside":
        journal.append([record("part-named", None, {"part": f"{one:032x}", "name": NAMES[two % 3]})])
        return
    if known and what in ("rename outside", "relate outside"):
        part, other = known[one % len(known)], known[two % len(known)]
        if what == "rename outside":
            journal.append(
                [record("part-changed", None, {"part": part, "name": f"{NAMES[three % 3]} {one}"})]
            )
        else:
            journal.append([record("part-related", None, {"part": part, "kind": "guards", "other": other})])
        return
    if not sessions:
        return
    session = sessions[one % len(sessions)]
    if what == "delete":
        journal.delete(session, at=LATER)
        return
    sitting = again(journal, session)
    answers = [r.id for r in journal.records(session) if r.kind == "answered"]
    match what:
        case "meet new":
            sitting.meet_new(NAMES[two % 3], role=NAMES[three % 3])
        case "meet" if known:
            sitting.meet(known[two % len(known)], NAMES[three % 3])
        case "answer":
            sitting.answer("words", f"{two}")
        case "remember" if known:
            sitting.answer("job", f"{two}", remember={"field": "job", "part": known[three % len(known)]})
        case "relate" if known:
            parts = {"part": known[two % len(known)], "other": known[three % len(known)]}
            sitting.add("part-related", {**parts, "kind": "opposes"})
        case "back" if answers:
            sitting.back(answers[-1])
        case "move" if answers:
            pins = dict(journal.records(session)[0].body)["pins"]
            sitting.add("moved", {"pins": pins, "abandons": answers[-2:]})
        case "newer kind":
            sitting.add("dreamt", {"of": [two, {"and": three}]})
        case "end":
            sitting.end()


def again(journal: Journal, session: str) -> Sitting:
    """Return a session that is there, to go on with."""
    sitting = Sitting.__new__(Sitting)
    sitting.journal, sitting.id = journal, session
    return sitting


def held(journal: Journal) -> object:
    """Return all that a journal holds: its records and projections, row by row, and what is read of them."""
    rows = tables(journal, *EVERYTHING)
    # Which row of the file it is says nothing.
    return rows, journal.sessions(), sorted(map(repr, journal.parts()))
