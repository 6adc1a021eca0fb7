"""Sessions for the tests to write: what a front end would have appended."""

from __future__ import annotations

from collections.abc import Mapping

from partswork.journal import JSON, Journal, NewRecord, new_id, script_record

AT = "2026-11-22T08:30:00+01:00"
LATER = "2026-11-22T08:45:00+01:00"


def record(
    kind: str, session: str | None, body: Mapping[str, JSON], *, at: str = AT, id: str | None = None
) -> NewRecord:
    """Return a record to append, with an id of its own unless one is given."""
    return NewRecord(id or new_id(), at, kind, session, body)


class Sitting:
    """A session in a journal; each method appends one record and returns its id."""

    def __init__(
        self,
        journal: Journal,
        script: str = "check-in",
        title: str = "Check-in",
        *,
        text: str = "",
        at: str = AT,
    ) -> None:
        self.journal = journal
        self.id = new_id()
        pinned = script_record(text or f"id: {script}", script, at)
        begun: dict[str, JSON] = {
            "script": script,
            "title": title,
            "version": "1.0",
            "language": "en",
            "pins": {script: pinned.id},
            "brought": {"turns": {}},
        }
        journal.append([pinned, record("begun", self.id, begun, at=at)])

    def add(self, kind: str, body: Mapping[str, JSON], *, at: str = AT) -> str:
        made = record(kind, self.id, body, at=at)
        self.journal.append([made])
        return made.id

    def answer(
        self,
        name: str,
        value: JSON,
        *,
        kind: str = "ask",
        section: str = "main",
        visit: int = 1,
        remember: Mapping[str, JSON] | None = None,
        at: str = AT,
    ) -> str:
        body: dict[str, JSON] = {
            "section": section,
            "name": name,
            "visit": visit,
            "kind": kind,
            "value": value,
        }
        return self.add("answered", body | ({"remember": remember} if remember else {}), at=at)

    def skip(self, name: str, *, kind: str = "ask", section: str = "main", visit: int = 1) -> str:
        return self.add("skipped", {"section": section, "name": name, "visit": visit, "kind": kind})

    def back(self, answer: str) -> str:
        return self.add("back", {"withdraws": answer})

    def end(self, how: str = "complete", *, at: str = AT) -> str:
        return self.add("ended", {"how": how}, at=at)

    def meet(self, part: str, name: str, *, at: str = AT) -> str:
        """Answer who is near with a part."""
        return self.answer("who", {"part": part, "name": name}, kind="name_part", at=at)

    def meet_new(self, name: str, role: str | None = None, *, at: str = AT) -> str:
        """Answer who is near with a part never met before, and return the part's id."""
        part = new_id()
        answered: dict[str, JSON] = {
            "section": "main",
            "name": "who",
            "visit": 1,
            "kind": "name_part",
            "value": {"part": part, "name": name},
        }
        named: dict[str, JSON] = {"part": part, "name": name, "role": role}
        self.journal.append(
            [record("answered", self.id, answered, at=at), record("part-named", self.id, named, at=at)]
        )
        return part


def live(journal: Journal, pragma: str) -> object:
    """Return what a setting is on the journal's own connection."""
    with journal._vault.reading() as connection:
        return connection.execute(f"PRAGMA {pragma}").fetchall()[0][0]


def tables(journal: Journal, *names: str) -> dict[str, list[tuple[object, ...]]]:
    """Return all rows of some tables."""
    with journal._vault.reading() as connection:
        return {
            name: sorted(connection.execute(f"SELECT * FROM {name}").fetchall(), key=repr)  # noqa: S608
            for name in names
        }
