"""What is known of one's own scripts: right for just what stands there, kept, and never in the way."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from partswork.catalogue import Catalogue
from partswork.catalogue import verdicts as module
from partswork.catalogue.entries import Entry
from partswork.proof import Proof
from tests.cli.test_proving import KIND, UNKIND, wide
from tests.practices import SETTLE, Own

KIND = KIND.replace("id: unkind", "id: kind")


@pytest.fixture
def own(tmp_path: Path) -> Own:
    return Own(tmp_path / "scripts")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    (tmp_path / "data").mkdir(0o700)
    return tmp_path / "data" / "verdicts.json"


@pytest.fixture
def proved(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The ids of what is proved from here on, in order."""
    from partswork import proof

    seen: list[str] = []
    prove = proof.prove

    def noted(bundle: object, *arguments: object, **more: object) -> Proof:
        seen.append(bundle.script.id)  # type: ignore[attr-defined]
        return prove(bundle, *arguments, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(proof, "prove", noted)
    return seen


def entry(catalogue: Catalogue, id: str) -> Entry:
    return next(one for one in catalogue.entries() if one.id == id)


def test_nothing_is_known_before_it_is_settled(own: Own, file: Path, proved: list[str]) -> None:
    own.put("kind", KIND)
    own.put("unkind", UNKIND)
    listed = Catalogue(own.folder, file)
    assert (entry(listed, "kind").minutes, entry(listed, "unkind").findings) == (None, ())
    assert proved == []
    assert listed.settle()
    assert entry(listed, "kind").minutes == (1, 1)
    assert [one.code for one in entry(listed, "unkind").findings] == ["PW110"]
    assert not listed.settle()
    assert proved == ["kind", "unkind"]


def test_it_is_known_the_next_time(own: Own, file: Path, proved: list[str]) -> None:
    own.put("kind", KIND)
    own.put("unkind", UNKIND)
    first = Catalogue(own.folder, file)
    first.settle()
    told = [entry(first, id) for id in ("kind", "unkind")]
    again = Catalogue(own.folder, file)
    assert [entry(again, id) for id in ("kind", "unkind")] == told
    assert not again.settle()
    assert proved == ["kind", "unkind"]
    assert file.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("what", ["script", "shared", "checker"])
def test_what_has_changed_is_not_known(
    own: Own, file: Path, proved: list[str], what: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    own.put("kind", KIND)
    Catalogue(own.folder, file).settle()
    match what:
        case "script":
            own.put("kind", KIND.replace("You said", "This was said"))
        case "shared":
            own.put_shared("settle", SETTLE.replace("Look", "Look slowly"))
        case "checker":
            monkeypatch.setattr(module, "CHECKER", module.CHECKER + 1)
    listed = Catalogue(own.folder, file)
    assert entry(listed, "kind").minutes is None
    assert listed.settle()
    assert proved == ["kind", "kind"]


def test_what_is_gone_is_forgotten(own: Own, file: Path) -> None:
    own.put("kind", KIND)
    own.put("unkind", UNKIND)
    Catalogue(own.folder, file).settle()
    (own.folder / "unkind.yaml").unlink()
    assert not Catalogue(own.folder, file).settle()
    assert len(json.loads(file.read_text("utf-8"))) == 1


def test_nothing_is_made_where_nothing_is_kept_yet(own: Own, tmp_path: Path) -> None:
    own.put("kind", KIND)
    listed = Catalogue(own.folder, tmp_path / "nowhere" / "verdicts.json")
    assert listed.settle()
    assert entry(listed, "kind").minutes == (1, 1)
    assert not (tmp_path / "nowhere").exists()


@pytest.mark.parametrize(
    "kept",
    [
        b"",
        b"\xff\xfe",
        b"[]",
        b'{"KEY": 3}',
        b'{"KEY": {"minutes": ["a", "b"], "errors": []}}',
        b'{"KEY": {"minutes": null}}',
        b'{"KEY": {"minutes": null, "errors": [{"code": "PW110"}]}}',
        b"[" * 100_000,
    ],
)
def test_a_file_that_is_not_as_it_was_written_holds_nothing(own: Own, file: Path, kept: bytes) -> None:
    own.put("kind", KIND)
    Catalogue(own.folder, file).settle()
    (key,) = json.loads(file.read_bytes())
    file.write_bytes(kept.replace(b"KEY", key.encode()))
    listed = Catalogue(own.folder, file)
    assert entry(listed, "kind").minutes is None
    assert listed.settle()
    assert entry(listed, "kind").minutes == (1, 1)


def test_a_listing_does_not_wait_for_what_is_too_large(own: Own, file: Path) -> None:
    own.put("wide", wide(12))
    listed = Catalogue(own.folder, file)
    listed.settle()
    assert (entry(listed, "wide").minutes, entry(listed, "wide").findings) == (None, ())


def test_a_broken_promise_is_told_though_it_was_only_read_from_the_file(own: Own, file: Path) -> None:
    own.put("unkind", UNKIND)
    Catalogue(own.folder, file).settle()
    (finding,) = entry(Catalogue(own.folder, file), "unkind").findings
    (proved_anew,) = Catalogue(own.folder).find("unkind").errors
    assert finding == proved_anew


def test_shared_scripts_are_not_listed(own: Own, file: Path) -> None:
    (own.folder / "calm.yaml").write_text(SETTLE.replace("id: settle", "id: calm"), "utf-8")
    listed = Catalogue(own.folder, file)
    listed.settle()
    assert "calm" not in [one.id for one in listed.entries()]
