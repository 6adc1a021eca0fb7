"""Beginning a session, and taking one up again."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from partswork.catalogue.found import Found, join
from partswork.errors import ScriptUnusable
from partswork.guide import Brought, CannotFollow, DoesNotFit, EnteredDeep, Grounded, Stopped, Walk, replay
from partswork.guide import begin as begin_walk
from partswork.journal import JSON, Journal, NewRecord, Record, SessionSummary, new_id, script_record
from partswork.script.model import Bundle, every_step
from partswork.script.steps import Rotate
from partswork.session.recording import abandoned, event_of, events_of, record_of
from partswork.session.session import Session
from partswork.wording import session as words

STALE_AFTER = timedelta(minutes=30)
"""After so long away, what was consented to, and how stirred up one was, no longer tells."""

_STAYS = EnteredDeep | Grounded | Stopped

Now = Callable[[], datetime]


@dataclass(frozen=True, slots=True)
class Unfinished:
    """A session that was left and may be taken up.

    Attributes:
        stale: a gate was answered too long ago: it may be closed gently or begun again, not continued.
        owes: something deep was left without grounding, which comes first.
        changed: the script has changed since it began.
        broken: what it began on breaks a promise, as is known today: it may be closed gently or begun again.
    """

    summary: SessionSummary
    stale: bool
    owes: bool
    changed: bool
    broken: bool = False

    @property
    def only_closes(self) -> bool:
        """Whether it may be closed gently or begun again, and not be continued."""
        return self.stale or self.broken


def begin(journal: Journal, found: Found, now: Now) -> Session:
    """Begin a session.

    Raises:
        ScriptUnusable: the script cannot be run.
        JournalError: the journal refuses; nothing has begun.
    """
    bundle = found.usable()
    return _begin(journal, bundle, found.texts, Brought(_turns(journal, bundle)), now, kept=True)


def demonstrate(found: Found, now: Now, brought: Brought | None = None) -> Session:
    """Begin a session whose journal is in memory and gone when it ends.

    Args:
        found: the script.
        now: the clock.
        brought: what it brings with it; None is as on the first day.

    Raises:
        ScriptUnusable: the script cannot be run.
    """
    bundle = found.usable()
    return _begin(Journal.in_memory(), bundle, found.texts, brought or Brought(), now, kept=False)


def unfinished(journal: Journal, found: Found, now: Now) -> Unfinished | None:
    """Return the newest session of a script where it was left unfinished, None where it was not.

    Raises:
        SessionElsewhere: another instance is in it.
    """
    script = found.reading.script
    summary = journal.latest(script.id) if script is not None else None
    if summary is None or summary.state != "paused":
        return None
    with journal.lease(summary.id):
        records = journal.records(summary.id)
    walk = replayed(journal, records)
    if walk is None:
        return None
    pins = _pins(records)
    installed = {id: script_record(text, id, summary.started).id for id, text in found.texts.items()}
    changed = bool(installed) and pins != installed
    broken = found.is_broken_as(walk.bundle)
    return Unfinished(summary, _is_stale(walk, summary, now), walk.state.pending, changed, broken)


def resume(journal: Journal, left: Unfinished, now: Now, *, into: Found | None = None) -> Session:
    """Take a session up again; to close it gently where that is all that is left, or a no would be forgotten.

    Args:
        journal: where it is kept.
        left: from `unfinished`.
        now: the clock.
        into: continue in this newer version of the script; None for the one it began on.

    Raises:
        SessionElsewhere: another instance is in it.
        ScriptUnusable: the script it began on can no longer be run.
    """
    id = left.summary.id
    lease = journal.lease(id)
    try:
        walk = _walk(journal, id)
        refusals = walk.state.facts.sealing
        if into is not None:
            at = now().isoformat(timespec="seconds")
            journal.append(_move(id, journal.records(id), into, at))
            walk = _walk(journal, id)
        # Asked again: between being told what is left and choosing to go on, a night may have passed.
        stale = left.only_closes or _is_stale(walk, left.summary, now)
        session = Session(id, walk, journal, lease, now)
        # A no that was said stands for the session, also where a newer version has no place for it.
        session.take_up(stale=stale or not refusals <= walk.state.facts.sealing)
    except BaseException:
        lease.release()
        raise
    return session


def _is_stale(walk: Walk, summary: SessionSummary, now: Now) -> bool:
    return walk.state.facts.gate and now() - datetime.fromisoformat(summary.last) > STALE_AFTER


def _walk(journal: Journal, session: str) -> Walk:
    walk = replayed(journal, journal.records(session))
    if walk is None:
        raise ScriptUnusable(words.PINNED_UNUSABLE)
    return walk


def _begin(
    journal: Journal, bundle: Bundle, texts: Mapping[str, str], brought: Brought, now: Now, *, kept: bool
) -> Session:
    id, at = new_id(), now().isoformat(timespec="seconds")
    scripts = {name: script_record(text, name, at) for name, text in texts.items()}
    body: dict[str, JSON] = {
        "script": bundle.script.id,
        "title": bundle.script.title,
        "version": bundle.script.version,
        "language": bundle.script.language,
        "pins": {name: record.id for name, record in scripts.items()},
        "brought": {"turns": dict(brought.turns)},
    }
    walk = begin_walk(bundle, brought)
    lease = journal.lease(id)
    begun = NewRecord(id, at, "begun", id, body)
    arisen = [record_of(event, id, at) for event in walk.arisen]
    try:
        journal.append([*scripts.values(), begun, *arisen])
    except BaseException:
        lease.release()
        raise
    return Session(id, walk, journal, lease, now, kept=kept)


def _pins(records: list[Record]) -> dict[str, str]:
    """Return the pinned scripts of a session, by id the record that keeps each."""
    pins: Any = {}
    for record in records:
        if record.kind in ("begun", "moved"):
            pins = record.body["pins"]
    return dict(pins)


def brought_to(records: list[Record]) -> Brought:
    """Return what a kept session brought with it."""
    body: Any = next((record.body for record in records if record.kind == "begun"), {})
    return Brought(dict(body.get("brought", {}).get("turns", {})))


def replayed(journal: Journal, records: list[Record]) -> Walk | None:
    """Return the walk of a kept session, None where its script can no longer be walked."""
    script: Any = next((record.body["script"] for record in records if record.kind == "begun"), None)
    if script is None:
        return None
    bundle = join(script, {id: journal.pinned(pin) for id, pin in _pins(records).items()})
    if bundle is None:
        return None
    try:
        return replay(bundle, brought_to(records), events_of(records))
    except (CannotFollow, DoesNotFit):
        return None


def _move(session: str, records: list[Record], into: Found, at: str) -> list[NewRecord]:
    """Return the records of continuing in a newer version: what does not fit there is abandoned.

    What was entered deep, what was grounded, and that they stopped stays, whatever is abandoned.
    """
    bundle, gone = into.usable(), abandoned(records)
    live = [record for record in records if record.id not in gone]
    happened = [(record.id, event) for record in live if (event := event_of(record)) is not None]
    kept = len(happened)
    for n in range(1, len(happened) + 1):
        try:
            replay(bundle, brought_to(records), [event for _, event in happened[:n]])
        except (CannotFollow, DoesNotFit):
            kept = n - 1
            break
    abandons = [id for id, event in happened[kept:] if not isinstance(event, _STAYS)]
    scripts = {name: script_record(text, name, at) for name, text in into.texts.items()}
    pins = {name: record.id for name, record in scripts.items()}
    moved = NewRecord(new_id(), at, "moved", session, {"pins": pins, "abandons": abandons})
    return [*scripts.values(), moved]


def _turns(journal: Journal, bundle: Bundle) -> dict[str, int]:
    """Return whose turn it is in each `rotate`: one further for each that the last session reached."""
    turns = {
        step.key: 0
        for script in (bundle.script, *bundle.shared.values())
        for section in script.sections
        for step in every_step(section.steps)
        if isinstance(step, Rotate)
    }
    last = journal.latest(bundle.script.id) if turns else None
    if last is None:
        return turns
    records = journal.records(last.id)
    before = brought_to(records).turns
    walk = replayed(journal, records)
    gone = walk.state.facts.rotated if walk is not None else frozenset()
    return {key: before.get(key, 0) + (key in gone) for key in turns}
