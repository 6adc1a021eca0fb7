"""The key file and its copy: one key, durable before the journal, healed from each other."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from partswork.errors import JournalUnreadable
from partswork.journal import Journal
from partswork.journal.vault import keys
from tests.journal.sitting import Sitting

DAMAGES = [
    b"",
    b"\x00" * 400,
    b"{",
    b"[]",
    b"null",
    b"\xff\xfe",
    b"[" * 100_000,
    b'{"format": 1, "slots": [{"kind": "open", "key": "%s"}]}' % (b"0" * 64),
]


def _contents(folder: Path) -> tuple[bytes, bytes]:
    return (folder / "journal.key").read_bytes(), (folder / "journal.key.copy").read_bytes()


def _begun(folder: Path) -> bytes:
    with Journal.open(folder) as journal:
        Sitting(journal)
    key, copy = _contents(folder)
    assert key == copy
    return key


def _sealed(content: dict[str, object]) -> bytes:
    plain = json.dumps(content, sort_keys=True, separators=(",", ":")).encode()
    return json.dumps(content | {"checksum": hashlib.sha256(plain).hexdigest()}).encode()


def test_every_journal_has_a_key_of_its_own(tmp_path: Path) -> None:
    found = [json.loads(_begun(tmp_path / name))["slots"][0]["key"] for name in ("one", "other")]
    assert found[0] != found[1]
    assert all(len(bytes.fromhex(key)) == 32 for key in found)


@pytest.mark.parametrize("name", ["journal.key", "journal.key.copy"])
@pytest.mark.parametrize("damage", [None, *DAMAGES])
def test_a_damaged_or_missing_file_is_made_good_from_the_other(
    folder: Path, name: str, damage: bytes | None
) -> None:
    whole = _begun(folder)
    (folder / name).unlink()
    if damage is not None:
        (folder / name).write_bytes(damage)
    with Journal.open(folder) as journal:
        assert len(journal.sessions()) == 1
    assert _contents(folder) == (whole, whole)
    assert (folder / name).stat().st_mode & 0o077 == 0


def test_every_flipped_byte_is_seen(folder: Path) -> None:
    whole = _begun(folder)
    key = keys.kept_keys(folder)
    (folder / "journal.key.copy").unlink()
    for place in range(len(whole)):
        flipped = bytearray(whole)
        flipped[place] ^= 0x02
        (folder / "journal.key").write_bytes(bytes(flipped))
        # White space may differ; anything else makes the file unsound.
        assert keys.kept_keys(folder) in ([[], key] if whole[place : place + 1].isspace() else [[]])


@pytest.mark.parametrize("damage", [None, *DAMAGES[:3]])
def test_without_either_key_nothing_is_changed(folder: Path, damage: bytes | None) -> None:
    _begun(folder)
    for name in ("journal.key", "journal.key.copy"):
        (folder / name).unlink()
        if damage is not None:
            (folder / name).write_bytes(damage)
    before = {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}
    with pytest.raises(JournalUnreadable, match="both of its key files"):
        Journal.open(folder)
    assert {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()} == before


def test_a_damaged_key_file_without_a_journal_is_not_thrown_away(folder: Path) -> None:
    folder.mkdir()
    (folder / "journal.key").write_bytes(b"damaged")
    with pytest.raises(JournalUnreadable, match="damaged key file"):
        Journal.open(folder)
    assert [path.name for path in folder.iterdir()] == ["journal.key"]
    assert (folder / "journal.key").read_bytes() == b"damaged"


def test_of_two_different_keys_the_one_that_opens_is_kept_twice(folder: Path, tmp_path: Path) -> None:
    ours, strange = _begun(folder), _begun(tmp_path / "strange")
    for name in ("journal.key", "journal.key.copy"):
        (folder / name).write_bytes(strange)
        with Journal.open(folder) as journal:
            assert len(journal.sessions()) == 1
        assert _contents(folder) == (ours, ours)


def test_a_key_that_does_not_fit_is_told_without_noise(
    folder: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    _begun(folder)
    strange = _begun(tmp_path / "strange")
    for name in ("journal.key", "journal.key.copy"):
        (folder / name).write_bytes(strange)
    before = (folder / "journal.db").read_bytes()
    with pytest.raises(JournalUnreadable, match="does not open it"):
        Journal.open(folder)
    assert capfd.readouterr() == ("", "")
    assert (folder / "journal.db").read_bytes() == before
    assert _contents(folder) == (strange, strange)


@pytest.mark.parametrize(
    "newer",
    [
        {"format": 2, "slots": [{"kind": "open", "key": "0" * 64}]},
        {"format": 1, "slots": [{"kind": "passphrase", "wrapped": "…"}]},
        {"format": 1, "slots": []},
        {"format": 1, "slots": [{"kind": "open", "key": "0"}]},
    ],
)
def test_a_newer_key_file_is_left_alone(folder: Path, newer: dict[str, object]) -> None:
    _begun(folder)
    content = _sealed(newer)
    (folder / "journal.key").write_bytes(content)
    with pytest.raises(JournalUnreadable, match="newer partswork"):
        Journal.open(folder)
    assert (folder / "journal.key").read_bytes() == content


def test_the_first_of_two_makers_wins(folder: Path) -> None:
    folder.mkdir()
    first = keys.make_key(folder)
    assert keys.make_key(folder) == first
    assert [path.name for path in folder.iterdir()] == ["journal.key"]


def test_the_keys_are_durable_before_the_journal_is_there(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # A start that ends just before the file of the journal would be made.
    def interrupted(_: Path) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("partswork.journal.vault.opening.make_private_file", interrupted)
    with pytest.raises(KeyboardInterrupt):
        Journal.open(folder)
    key, copy = _contents(folder)
    assert key == copy
    assert not (folder / "journal.db").exists()
    monkeypatch.undo()
    with Journal.open(folder) as journal:
        assert journal.sessions() == []
    assert _contents(folder) == (key, copy)
