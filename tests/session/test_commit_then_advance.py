"""Nothing is shown that is not on the disk yet; what the disk refused can be done again."""

from __future__ import annotations

import resource
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest

from partswork.errors import JournalError
from partswork.guide import Beat
from partswork.journal import JSON, Journal
from partswork.journal.vault.connection import Vault
from partswork.journal.vault.keys import kept_keys
from partswork.journal.vault.schema import VERSION
from partswork.session import Session, begin, resume, unfinished
from tests.practices import ACROSS, TWO_QUESTIONS, Own
from tests.session.sitting import Clock, give, kinds, live_values, to_end, to_question, words

Trouble = Callable[[Journal, Path], AbstractContextManager[None]]


@contextmanager
def locked(journal: Journal, folder: Path) -> Iterator[None]:
    """Another connection is writing, and this one has no patience."""
    with journal._vault.reading() as connection:
        connection.execute("PRAGMA busy_timeout = 0")
    other = Vault.open(folder / "journal.db", kept_keys(folder)[0], newest=VERSION)
    with other.writing():
        yield
    other.close()


@contextmanager
def full(journal: Journal, folder: Path) -> Iterator[None]:  # noqa: ARG001
    """No file may grow by a single byte."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@contextmanager
def unplugged(journal: Journal, folder: Path) -> Iterator[None]:  # noqa: ARG001
    """The folder is gone for a while."""
    elsewhere = folder.rename(folder.with_name("elsewhere"))
    try:
        yield
    finally:
        elsewhere.rename(folder)


TROUBLES: list[Trouble] = [locked, full, unplugged]


def _answer(session: Session) -> None:
    session.answer("a door")


def _enter_deep(session: Session) -> None:
    session.answer("given")


def _go_past(session: Session) -> None:
    session.go_past()


def _skip(session: Session) -> None:
    session.skip()


def _back(session: Session) -> None:
    session.back()


def _ground(session: Session) -> None:
    session.ground()


def _stop(session: Session) -> None:
    session.stop()


def _pause(session: Session) -> None:
    session.pause("asked")


Act = Callable[[Session], None]
# What is done, and the answers before it that lead there.
ACTS: list[tuple[Act, list[int | str | None]]] = [
    (_answer, [2, "given"]),
    (_enter_deep, [2]),
    (_skip, [2, "given"]),
    (_back, [2, "given", "a door"]),
    (_ground, [2, "given", "a door"]),
    (_stop, [2, "given", "a door"]),
    (_pause, [2, "given", "a door"]),
]


@pytest.mark.parametrize("trouble", TROUBLES)
@pytest.mark.parametrize(("act", "before"), ACTS)
def test_what_is_not_kept_does_not_happen_and_can_be_done_again(
    journal: Journal,
    folder: Path,
    own: Own,
    now: Clock,
    trouble: Trouble,
    act: Act,
    before: list[int | str | None],
) -> None:
    found = own.put("across", ACROSS)
    smooth, rough = begin(journal, found, now), begin(journal, found, now)
    for session in (smooth, rough):
        give(session, *before)
        to_question(session)
    act(smooth)

    beat, kept = rough.beat, journal.records(rough.id)
    with trouble(journal, folder), pytest.raises(JournalError):
        act(rough)
    assert rough.beat == beat
    assert journal.records(rough.id) == kept
    act(rough)
    assert rough.beat == smooth.beat
    assert _without_ids(journal, rough.id) == _without_ids(journal, smooth.id)


@pytest.mark.parametrize("trouble", TROUBLES)
def test_the_end_of_grounding_too_is_kept_before_one_goes_on(
    journal: Journal, folder: Path, own: Own, now: Clock, trouble: Trouble
) -> None:
    session = begin(journal, own.put("two", TWO_QUESTIONS), now)
    session.ground()
    beat = session.beat
    with trouble(journal, folder), pytest.raises(JournalError):
        session.go_past()
    assert session.beat == beat
    session.go_past()
    assert words(session) == "Here we are."
    assert kinds(journal, session.id) == ["begun", "grounding", "grounded"]


@pytest.mark.parametrize("trouble", [locked, full])
def test_a_session_that_cannot_be_kept_does_not_begin(
    journal: Journal, folder: Path, own: Own, now: Clock, trouble: Trouble
) -> None:
    found = own.put("two", TWO_QUESTIONS)
    with trouble(journal, folder), pytest.raises(JournalError):
        begin(journal, found, now)
    assert journal.sessions() == []
    assert list((folder / "leases").glob("*")) == []
    give(begin(journal, found, now), "a")
    assert len(journal.sessions()) == 1


def test_another_answer_may_be_given_the_second_time(
    journal: Journal, folder: Path, own: Own, now: Clock
) -> None:
    session = begin(journal, own.put("two", TWO_QUESTIONS), now)
    to_question(session)
    with locked(journal, folder), pytest.raises(JournalError):
        session.answer("one thing")
    session.answer("another")
    assert live_values(journal, session.id) == [("mind", "another")]
    assert words(session) == "You said: another. And now?"


class KeptButSaidNot(Journal):
    """A journal whose disk fails just after a commit: what was written is there, but nobody can know."""

    failing = False

    def append(self, *given: object, **named: object) -> None:
        super().append(*given, **named)  # type: ignore[arg-type]
        if self.failing:
            raise JournalError("The disk would not say.")


@pytest.fixture
def doubtful(folder: Path) -> Iterator[KeptButSaidNot]:
    opened = KeptButSaidNot.open(folder)
    assert isinstance(opened, KeptButSaidNot)
    with opened:
        yield opened


@pytest.mark.parametrize(("act", "before"), ACTS)
def test_what_was_kept_all_the_same_is_not_kept_twice(
    doubtful: KeptButSaidNot, own: Own, now: Clock, act: Act, before: list[int | str | None]
) -> None:
    found = own.put("across", ACROSS)
    smooth, rough = begin(doubtful, found, now), begin(doubtful, found, now)
    for session in (smooth, rough):
        give(session, *before)
        to_question(session)
    act(smooth)
    _fail(doubtful, rough, act)
    act(rough)
    assert rough.beat == smooth.beat
    assert _without_ids(doubtful, rough.id) == _without_ids(doubtful, smooth.id)


def test_the_end_of_grounding_kept_all_the_same_is_not_gone_past_twice(
    doubtful: KeptButSaidNot, own: Own, now: Clock
) -> None:
    session = begin(doubtful, own.put("two", TWO_QUESTIONS), now)
    session.ground()
    _fail(doubtful, session, _go_past)
    session.go_past()
    assert words(session) == "Here we are."
    assert kinds(doubtful, session.id) == ["begun", "grounding", "grounded"]


def test_an_answer_kept_all_the_same_gives_way_to_another(
    doubtful: KeptButSaidNot, own: Own, now: Clock
) -> None:
    found = own.put("two", TWO_QUESTIONS)
    session = begin(doubtful, found, now)
    to_question(session)
    _fail(doubtful, session, lambda session: session.answer("one thing"))
    session.answer("another")
    assert live_values(doubtful, session.id) == [("mind", "another")]
    assert kinds(doubtful, session.id) == ["begun", "answered", "back", "answered"]
    with session:
        session.pause("asked")
    left = unfinished(doubtful, found, now)
    assert left is not None
    assert words(resume(doubtful, left, now)) == "You said: another. And now?"


def test_stopping_after_an_answer_kept_all_the_same_leaves_it_kept(
    doubtful: KeptButSaidNot, own: Own, now: Clock
) -> None:
    session = begin(doubtful, own.put("two", TWO_QUESTIONS), now)
    to_question(session)
    _fail(doubtful, session, lambda session: session.answer("one thing"))
    session.stop()
    to_end(session)
    assert kinds(doubtful, session.id) == ["begun", "answered", "stopped", "grounded", "ended"]


def _fail(journal: KeptButSaidNot, session: Session, act: Act) -> None:
    beat = session.beat
    assert isinstance(beat, Beat)
    journal.failing = True
    with pytest.raises(JournalError):
        act(session)
    journal.failing = False
    assert session.beat == beat


def _without_ids(journal: Journal, session: str) -> list[tuple[str, dict[str, JSON]]]:
    """Return what a session's records say, ids of answers by their place."""
    records = journal.records(session)
    place = {record.id: n for n, record in enumerate(records)}
    told = []
    for record in records:
        body = dict(record.body)
        if record.kind == "back":
            body["withdraws"] = place[str(body["withdraws"])]
        told.append((record.kind, body))
    return told
