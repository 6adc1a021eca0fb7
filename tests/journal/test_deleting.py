"""Deleting a session: what it said really goes, and does not come back."""

from __future__ import annotations

import ctypes
import ctypes.util
import json
from pathlib import Path

import pytest

from partswork.errors import JournalError, SessionElsewhere
from partswork.journal import Journal, new_id, script_record
from tests.journal.sitting import AT, LATER, Sitting, record, tables

MARK = "xyzzy-marked-word"
ALL = ("record", "draft", "session", "mention", "trait", "relation")


def _tombstones(journal: Journal) -> list[dict[str, object]]:
    return [json.loads(str(row[5])) for row in tables(journal, "record")["record"] if row[3] == "deleted"]


def test_everything_a_session_said_goes(journal: Journal) -> None:
    other = Sitting(journal, script="eight-cs")
    before = tables(journal, *ALL)
    session = Sitting(journal, title=MARK, text=f"title: {MARK}")
    part = session.meet_new(MARK, role=MARK)
    session.add("part-related", {"part": part, "kind": "opposes", "other": part})
    session.answer("job", MARK, remember={"field": "job", "part": part})
    session.back(session.answer("fear", MARK))
    session.add("dreamt", {"of": MARK})
    journal.keep_draft(session.id, "wish", MARK)
    journal.delete(session.id, at=LATER)

    after = tables(journal, *ALL)
    assert MARK not in repr(after)
    after["record"] = [row for row in after["record"] if row[3] != "deleted"]
    assert after == before
    assert journal.records(session.id) == []
    assert journal.parts() == []
    assert [s.id for s in journal.sessions()] == [other.id]


def test_a_tombstone_keeps_the_ids_and_nothing_else(journal: Journal) -> None:
    session = Sitting(journal)
    ids = sorted([*(r.id for r in journal.records(session.id)), session.answer("words", "x"), session.end()])
    journal.delete(session.id, at=LATER)
    assert _tombstones(journal) == [{"session": session.id, "ids": ids}]


def test_what_was_deleted_is_refused(journal: Journal) -> None:
    session = Sitting(journal)
    answered = record("answered", session.id, {"name": "words", "value": "x"})
    journal.append([answered])
    journal.delete(session.id, at=LATER)
    for refused in (answered, record("stopped", session.id, {}), record("stopped", None, {}, id=answered.id)):
        with pytest.raises(JournalError, match="deleted"):
            journal.append([refused])
    assert journal.records(session.id) == []


def test_deleting_twice_leaves_one_tombstone(journal: Journal) -> None:
    session = Sitting(journal)
    journal.delete(session.id, at=LATER)
    journal.delete(session.id, at=LATER)
    journal.delete(new_id(), at=LATER)
    assert len(_tombstones(journal)) == 1


def test_a_part_that_another_session_speaks_of_stays(journal: Journal) -> None:
    first, second = Sitting(journal), Sitting(journal)
    watchman = first.meet_new("The Watchman", role="manager", at=AT)
    child = first.meet_new("The Child")
    first.add("part-related", {"part": watchman, "kind": "guards", "other": child})
    first.answer("job", "keeps watch", remember={"field": "job", "part": watchman})
    second.meet(watchman, "The Watchman", at=LATER)
    journal.delete(first.id, at=LATER)

    (known,) = journal.parts()
    assert (known.name, known.role, known.fields) == ("The Watchman", "manager", {})
    assert (known.first_met, known.sessions, known.relations) == (LATER, 1, ())
    assert journal.records(first.id) == []
    assert "The Child" not in repr(tables(journal, *ALL))
    journal.delete(second.id, at=LATER)
    assert "The Watchman" not in repr(tables(journal, *ALL))
    assert journal.parts() == []


def test_an_answer_taken_back_is_still_a_reference(journal: Journal) -> None:
    first, second = Sitting(journal), Sitting(journal)
    watchman = first.meet_new("The Watchman", role="manager")
    answer = second.meet(watchman, "The Watchman")
    back = second.back(answer)
    journal.delete(first.id, at=LATER)
    assert journal.parts() == []
    second.add("moved", {"pins": {}, "abandons": [back]})
    assert [(p.name, p.role) for p in journal.parts()] == [("The Watchman", "manager")]


def test_what_was_said_of_a_part_outside_sessions_goes_with_its_last_session(journal: Journal) -> None:
    first, second = Sitting(journal), Sitting(journal)
    watchman, rebel = first.meet_new("The Watchman"), second.meet_new("The Rebel")
    renamed = record("part-changed", None, {"part": watchman, "name": MARK, "other": {"a": "newer key"}})
    related = record("part-related", None, {"part": rebel, "kind": "opposes", "other": watchman})
    kept = record("part-changed", None, {"part": rebel, "role": "firefighter"})
    journal.append([renamed, related, kept])
    journal.delete(first.id, at=LATER)
    assert MARK not in repr(tables(journal, *ALL))
    assert [(p.name, p.role, p.relations) for p in journal.parts()] == [("The Rebel", "firefighter", ())]
    for gone in (renamed, related):
        with pytest.raises(JournalError, match="deleted"):
            journal.append([gone])


def test_a_stored_script_goes_with_the_last_session_on_it_and_is_welcome_again(journal: Journal) -> None:
    first, second = Sitting(journal, text="version: 1"), Sitting(journal, text="version: 1")
    newer = script_record("version: 2", "check-in", AT)
    journal.append([newer])
    first.add("moved", {"pins": {"check-in": newer.id}, "abandons": []})
    older = script_record("version: 1", "check-in", AT).id
    journal.delete(first.id, at=LATER)
    assert journal.pinned(older) == "version: 1"
    with pytest.raises(JournalError):
        journal.pinned(newer.id)
    journal.delete(second.id, at=LATER)
    with pytest.raises(JournalError):
        journal.pinned(older)
    third = Sitting(journal, text="version: 1")
    assert journal.pinned(older) == "version: 1"
    assert journal.session(third.id).state == "paused"


def test_a_script_that_a_session_moved_away_from_goes_with_it(journal: Journal) -> None:
    session = Sitting(journal, text="version: 1")
    newer = script_record("version: 2", "check-in", AT)
    journal.append([newer])
    session.add("moved", {"pins": {"check-in": newer.id}, "abandons": []})
    journal.delete(session.id, at=LATER)
    assert {row[3] for row in tables(journal, "record")["record"]} == {"deleted"}


def test_only_who_holds_a_session_deletes_it(folder: Path) -> None:
    with Journal.open(folder) as one, Journal.open(folder) as other:
        session = Sitting(one)
        with one.lease(session.id):
            with pytest.raises(SessionElsewhere):
                other.delete(session.id, at=LATER)
            assert len(other.records(session.id)) == 1
            one.delete(session.id, at=LATER)
            assert one.is_leased(session.id)
        assert other.sessions() == []
    assert list((folder / "leases").iterdir()) == []


def test_a_deletion_holds_after_a_rebuild(journal: Journal) -> None:
    first, second = Sitting(journal), Sitting(journal)
    watchman = first.meet_new("The Watchman")
    second.meet(watchman, "The Watchman")
    journal.delete(first.id, at=LATER)
    before = tables(journal, *ALL, "gone"), journal.parts(), journal.sessions()
    journal.rebuild()
    assert (tables(journal, *ALL, "gone"), journal.parts(), journal.sessions()) == before
    with pytest.raises(JournalError, match="deleted"):
        first.end()


def _pages(folder: Path) -> bytes:
    """Decrypt every page of a vault with the system's own libcrypto, free pages and all."""
    name = ctypes.util.find_library("crypto")
    if name is None:
        pytest.skip("there is no libcrypto here")
    crypto = ctypes.CDLL(name)
    crypto.EVP_aes_256_cbc.restype = crypto.EVP_CIPHER_CTX_new.restype = ctypes.c_void_p
    key = bytes.fromhex(json.loads((folder / "journal.key").read_bytes())["slots"][0]["key"])
    stored = (folder / "journal.db").read_bytes()
    plain = b""
    for start in range(0, len(stored), 4096):
        page = stored[start : start + 4096]
        # 80 bytes at the end of a page: its IV of 16, its HMAC of 64. The first begins with the salt.
        sealed = page[16 if start == 0 else 0 : 4016]
        out, length = ctypes.create_string_buffer(len(sealed) + 16), ctypes.c_int()
        context = ctypes.c_void_p(crypto.EVP_CIPHER_CTX_new())
        cipher = ctypes.c_void_p(crypto.EVP_aes_256_cbc())
        assert crypto.EVP_DecryptInit_ex(context, cipher, None, key, page[4016:4032])
        crypto.EVP_CIPHER_CTX_set_padding(context, 0)
        assert crypto.EVP_DecryptUpdate(context, out, ctypes.byref(length), sealed, len(sealed))
        crypto.EVP_CIPHER_CTX_free(context)
        plain += out.raw[: length.value]
    return plain


def test_the_deleted_is_in_no_page_of_the_file(folder: Path) -> None:
    with Journal.open(folder) as journal:
        Sitting(journal).answer("words", "something-else-stays")
        session = Sitting(journal, title=MARK)
        part = session.meet_new(MARK)
        for number in range(40):
            session.answer(f"q{number}", f"{MARK} " * 300, remember={"field": "job", "part": part})
            journal.keep_draft(session.id, "next", f"{MARK} {number} " * 300)
        before = _pages(folder)
        assert before.count(MARK.encode()) > 1000
        journal.delete(session.id, at=LATER)
    after = _pages(folder)
    assert b"something-else-stays" in after
    assert after.count(MARK.encode()) == 0
