"""The journal: one object through which everything is kept and found again."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from types import TracebackType

from partswork.cleaning import clean
from partswork.errors import JournalError
from partswork.journal import deleting, drafts, exchanging, projections
from partswork.journal.exchanging import TakenIn
from partswork.journal.lease import Lease, Leases
from partswork.journal.reading import answers, finding, parts, sessions
from partswork.journal.reading.answers import AnswerEntry
from partswork.journal.reading.finding import Hit
from partswork.journal.reading.parts import KnownPart
from partswork.journal.reading.sessions import SessionSummary
from partswork.journal.records import kinds, store
from partswork.journal.records.body import text_in
from partswork.journal.records.record import NewRecord, Record
from partswork.journal.records.scripts import script_record
from partswork.journal.vault.connection import Vault
from partswork.journal.vault.copies import remove_copies
from partswork.journal.vault.opening import VAULT_FILE, open_vault, open_vault_in_memory
from partswork.journal.vault.troubles import file_troubles
from partswork.wording import journal as words

_LEASES = "leases"


class Journal:
    """A journal that is open.

    Its methods may be called from any thread, and take turns. Each may raise `JournalError` when
    the disk refuses, and its kind `JournalBusy` when another process writes for too long; both say
    so in a sentence without values. Sessions are given by their whole id (32 hex digits).
    """

    def __init__(self, vault: Vault, leases: Leases, file: Path | None) -> None:
        """Use `Journal.open` or `Journal.in_memory`."""
        self._vault = vault
        self._leases = leases
        self._file = file

    @classmethod
    def open(cls, folder: Path) -> Journal:
        """Open the journal in `folder`, making the folder, the key and the journal where missing.

        A journal of an older form is copied, and brought to the present one.

        Raises:
            JournalUnreadable: damaged, without its key, of a newer version, a link, or not ours.
            JournalError: the disk refused, or has no room for that copy.
        """
        # Another working directory later must not be another journal.
        folder = folder.absolute()
        leases = Leases(folder / _LEASES)
        vault = open_vault(folder, projections.rebuild)
        with contextlib.suppress(JournalError):
            # What cannot be swept now is swept another time; it keeps nobody out.
            leases.sweep()
        return cls(vault, leases, folder / VAULT_FILE)

    @classmethod
    def in_memory(cls) -> Journal:
        """Return an empty journal for a demonstration: nothing of it touches the disk."""
        return cls(open_vault_in_memory(), Leases(None), None)

    def close(self) -> None:
        """Give back all leases and close; a second call does nothing."""
        self._leases.release_all()
        self._vault.close()

    def __enter__(self) -> Journal:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    # Keeping

    def append(self, records: Sequence[NewRecord], *, clears_draft: tuple[str, str] | None = None) -> None:
        """Keep records, all or none, in their order; they are durable when this returns.

        After an error it is not known whether they were kept: try again with the same ids, and what
        is there already is left as it is.

        Args:
            records: what to keep.
            clears_draft: (session, question) whose draft goes in the same commit.

        Raises:
            JournalError: an id is taken by another record, or names something deleted.
        """
        with self._vault.writing() as connection:
            projections.follow(connection, store.insert(connection, records))
            if clears_draft is not None:
                drafts.drop(connection, *clears_draft)

    def pin(self, text: str, *, at: str, script: str) -> str:
        """Store the text of a script once and return its id.

        A session that begins appends `script_record` together with `begun` instead: a stored script
        that no session names goes when the last session that ran on it is deleted.
        """
        record = script_record(text, script, at)
        self.append([record])
        return record.id

    def delete(self, session: str, *, at: str) -> None:
        """Delete a session for good; see docs/journal-format.md for what goes and what stays.

        Raises:
            SessionElsewhere: another process is in it.
        """
        with contextlib.ExitStack() as held:
            if not self._leases.holds(session):
                held.enter_context(self._leases.take(session))
            self._remove_copies()
            with self._vault.writing() as connection:
                deleting.delete_session(connection, session, at)

    def rebuild(self) -> None:
        """Throw away everything derived from the records and derive it again."""
        with self._vault.writing() as connection:
            projections.rebuild(connection)

    # Exchanging

    def everything(self) -> Iterator[Record]:
        """Yield every record in order, a page at a time: nobody who writes meanwhile is kept waiting.

        A session that is deleted meanwhile may come in part; its tombstone comes last.
        """
        last: Record | None = None
        while True:
            with self._vault.reading() as connection:
                page = exchanging.page_after(connection, last)
            if not page:
                return
            yield from page
            last = page[-1]

    def take_in(self, offered: Iterable[Record]) -> TakenIn:
        """Unite records from another journal with those here, all or none; see `exchanging`.

        Args:
            offered: what `is_as_expected`, in any order; known ones among them change nothing.

        Raises:
            NotTaken: one contradicts what is here, or cannot stand alone.
            SessionElsewhere: a session that would change is open.
        """
        with self._vault.writing() as connection:
            taken = exchanging.take_in(connection, offered, self.is_leased)
        if taken.deleted:
            self._remove_copies()
        return taken

    def _remove_copies(self) -> None:
        """Remove a copy of the file in an older form: it would still have what is deleted."""
        if self._file is not None:
            with file_troubles():
                remove_copies(self._file)

    # Reading

    def records(self, session: str) -> list[Record]:
        """Return the records of a session in order; none if it is unknown or deleted."""
        with self._vault.reading() as connection:
            # A deleted session may have had to leave the naming of a part that others speak of.
            return [] if store.is_gone(connection, session) else store.of_session(connection, session)

    def sessions(self, *, most: int | None = None) -> list[SessionSummary]:
        """Return the sessions, newest first by when they began; at most so many."""
        with self._vault.reading() as connection:
            return sessions.newest(connection, most)

    def session(self, id_or_unique_prefix: str) -> SessionSummary:
        """Return a session by its id or the beginning of it, at least four digits.

        Raises:
            SessionNotFound: none or several are meant, or the beginning is too short.
        """
        with self._vault.reading() as connection:
            return sessions.by_prefix(connection, id_or_unique_prefix)

    def latest(self, script: str) -> SessionSummary | None:
        """Return the newest session of the script with this id."""
        with self._vault.reading() as connection:
            return sessions.newest_of(connection, clean(script))

    def answers(self, session: str) -> list[AnswerEntry]:
        """Return the answers of a session in order, abandoned ones marked."""
        return answers.answers_in(self.records(session))

    def parts(self) -> list[KnownPart]:
        """Return the parts met so far, the one met last first."""
        with self._vault.reading() as connection:
            return parts.known_parts(connection)

    def search(
        self,
        words: str,
        *,
        part: str | None = None,
        script: str | None = None,
        since: date | None = None,
        until: date | None = None,
        most: int = 50,
        before: int | None = None,
    ) -> list[Hit]:
        """Return where all of some words were said, newest first.

        What is searched is told in docs/journal-format.md.

        Args:
            words: anything that can be typed. Case and accents make no difference, nor does punctuation, and
                the last word may be the beginning of one unless a space follows it. Of more than 64 words
                the first 64 count.
            part: only in sessions that speak of a part ever called so, or with this id.
            script: only in sessions of the script with this id or title.
            since: only in sessions begun on this day or later.
            until: only in sessions begun on this day or earlier.
            most: at most so many.
            before: the `place` of the last hit so far, to go on from there.
        """
        with self._vault.reading() as connection:
            return finding.found(
                connection,
                words,
                part=part,
                script=script,
                since=since,
                until=until,
                most=most,
                before=before,
            )

    def pinned(self, id: str) -> str:
        """Return the text of a stored script.

        Raises:
            JournalError: there is none with this id.
        """
        with self._vault.reading() as connection:
            record = store.find(connection, id)
        text = text_in(record.body, "text") if record and record.kind == kinds.SCRIPT else None
        if text is None:
            raise JournalError(words.NO_SUCH_SCRIPT)
        return text

    # Drafts

    def keep_draft(self, session: str, question: str, text: str) -> None:
        """Keep what is typed so far; the disk is written only if it changed.

        Raises:
            JournalError: the session was deleted.
        """
        if self.draft(session, question) == clean(text):
            return
        with self._vault.writing() as connection:
            drafts.keep(connection, session, question, text)

    def draft(self, session: str, question: str) -> str | None:
        """Return what was typed for a question and not yet given, `None` if nothing was."""
        with self._vault.reading() as connection:
            return drafts.draft_of(connection, session, question)

    # Leases

    def lease(self, session: str) -> Lease:
        """Hold a session for this process, until the lease is released or the process ends.

        Raises:
            SessionElsewhere: it is held already.
        """
        return self._leases.take(session)

    def is_leased(self, session: str) -> bool:
        """Say whether a session is held, here or elsewhere."""
        return self._leases.is_taken(session)
