"""The JSON of each listing: one document on standard output, its keys and types as promised."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Call
from tests.cli.running import run
from tests.practices import EVERY_KIND, TWO_QUESTIONS, Own

ENTRY = {
    "id": str,
    "title": str,
    "about": str,
    "depth": str,
    "company": str,
    "minutes": (dict, type(None)),
    "language": str,
    "source": str,
    "tags": list,
}
FINDING = {
    "code": str,
    "severity": str,
    "promise": (str, type(None)),
    "line": int,
    "column": int,
    "section": (str, type(None)),
    "message": str,
    "suggestion": (str, type(None)),
    "story": (str, type(None)),
}
SESSION = {"id": str, "script": str, "title": str, "started": str, "ended": (str, type(None)), "state": str}
ANSWER = {"name": str, "section": str, "visit": int, "kind": str, "value": object, "abandoned": bool}


def has(document: dict[str, Any], shape: dict[str, Any]) -> bool:
    """Whether a document has these keys with values of these types; it may have more."""
    return all(key in document and isinstance(document[key], kind) for key, kind in shape.items())


def test_scripts(call: Call, own: Own) -> None:
    own.put("two", TWO_QUESTIONS)
    (own.folder / "bad.yaml").write_text("", "utf-8")
    said = call("scripts", "--json")
    entries = json.loads(said.out)
    assert (said.code, said.err) == (0, "")
    assert all(has(entry, ENTRY) for entry in entries)
    by_id = {entry["id"]: entry for entry in entries}
    assert by_id["daily-check-in"]["source"] == "built-in"
    assert by_id["two"]["source"] == "own"
    assert by_id["two"]["depth"] == "settling"
    assert by_id["two"]["company"] == "alone"
    assert [finding["code"] for finding in by_id["bad"]["findings"]] == ["PW012"]
    for entry in entries:
        assert (entry["minutes"] is None) == (entry["id"] == "bad")
        assert entry["minutes"] is None or has(entry["minutes"], {"least": int, "most": int})


def test_one_script(call: Call, own: Own) -> None:
    own.put("two", TWO_QUESTIONS)
    said = call("scripts", "show", "two", "--json")
    assert said.code == 0
    entry = json.loads(said.out)
    assert has(entry, ENTRY)
    assert (entry["id"], entry["title"], entry["about"]) == ("two", "Two questions", "Made for a test.")
    assert has(entry["minutes"], {"least": int, "most": int})


def test_one_script_with_findings(call: Call, own: Own) -> None:
    (own.folder / "bad.yaml").write_text("partswork: 1\n", "utf-8")
    said = call("scripts", "show", "bad", "--json")
    assert said.code == 1
    assert all(has(finding, FINDING) for finding in json.loads(said.out)["findings"])


def test_check_of_the_library_as_it_is(call: Call) -> None:
    said = call("check", "--json")
    document = json.loads(said.out)
    assert (said.code, said.err) == (0, "")
    assert document["ok"] is True
    assert all(
        one["ok"] and has(one, {"file": str, "id": str, "findings": list}) for one in document["files"]
    )
    assert {"daily-check-in", "grounding", "unblending"} <= {one["id"] for one in document["files"]}
    # Null until there is a checker to say more.
    assert all("proof" in one for one in document["files"])


def test_check_of_some_files(call: Call, own: Own, tmp_path: Path) -> None:
    own.put("two", TWO_QUESTIONS)
    (tmp_path / "bad.yaml").write_text("partswork: 1\nid: bad\ntittle: Bad\n", "utf-8")
    said = call(
        "check", "two", str(tmp_path / "bad.yaml"), "daily-check-in", str(tmp_path / "none.yaml"), "--json"
    )
    document = json.loads(said.out)
    assert (said.code, said.err) == (1, "")
    assert document["ok"] is False
    assert [(one["file"], one["id"], one["ok"]) for one in document["files"]] == [
        ("two", "two", True),
        (str(tmp_path / "bad.yaml"), "bad", False),
        ("daily-check-in", "daily-check-in", True),
        (str(tmp_path / "none.yaml"), None, False),
    ]
    findings = document["files"][1]["findings"]
    assert all(has(finding, FINDING) for finding in findings)
    misspelt = next(finding for finding in findings if finding["code"] == "PW020")
    assert (misspelt["line"], misspelt["column"], misspelt["section"]) == (3, 1, None)
    assert misspelt["suggestion"] == 'Did you mean "title"?'
    assert misspelt["severity"] == "error"
    assert [finding["code"] for finding in document["files"][3]["findings"]] == ["PW090"]


def test_a_warning_alone_is_all_right(call: Call, own: Own) -> None:
    path = own.folder / "two.yaml"
    path.write_text(TWO_QUESTIONS.replace("Here we are", "Here\u202e we are"), "utf-8")
    said = call("check", "--json", str(path))
    document = json.loads(said.out)
    assert (said.code, document["ok"]) == (0, True)
    assert [finding["severity"] for finding in document["files"][0]["findings"]] == ["warning"]


def test_the_journal(call: Call, own: Own) -> None:
    own.put("two", TWO_QUESTIONS)
    assert json.loads(call("journal", "--json").out) == []
    for n, lines in enumerate((["a", "b"], ["a", "/stop"], ["a", "/pause"], ["a"])):
        run("run", "--plain", "two", lines=lines, env={"PARTSWORK_NOW": f"2026-11-2{n}T08:30:00+00:00"})
    said = call("journal", "--json")
    assert (said.code, said.err) == (0, "")
    sessions = json.loads(said.out)
    assert all(has(session, SESSION) for session in sessions)
    assert [session["state"] for session in sessions] == ["paused", "paused", "stopped", "complete"]
    assert [session["ended"] is None for session in sessions] == [True, True, False, False]
    # A label for people, in their own time: the moment is what was set.
    assert [session["started"][8:10] for session in sessions] == ["23", "22", "21", "20"]
    assert {session["script"] for session in sessions} == {"two"}


def test_one_session(call: Call, own: Own) -> None:
    own.put("every-kind", EVERY_KIND)
    lines = [
        "3",
        "",
        "5",
        "left",
        "rain, wind",
        "some",
        "",
        "The Watchman",
        "/back",
        "The Watchman",
        "chest, feet",
    ]
    assert run("run", "--plain", "every-kind", lines=lines).returncode == 0
    (session,) = json.loads(call("journal", "--json").out)
    said = call("journal", "show", session["id"][:6], "--json")
    document = json.loads(said.out)
    assert (said.code, said.err) == (0, "")
    assert has(document, SESSION)
    assert all(has(answer, ANSWER) for answer in document["answers"])
    told = [(one["section"], one["name"], one["kind"], one["value"]) for one in document["answers"]]
    assert told == [
        ("first", "distress", "distress", 3),
        ("first", "mind", "ask", None),
        ("first", "warmth", "rate", 5),
        ("first", "way", "choose", "left"),
        ("first", "heard", "choose", ["wind", "rain"]),
        ("second", "weather", "scan", {"calm": "some"}),
        ("second", "near", "name_part", "The Watchman"),
        ("second", "near", "name_part", "The Watchman"),
        ("second", "where", "locate", ["chest", "feet"]),
    ]
    assert [one["abandoned"] for one in document["answers"]] == [False] * 6 + [True, False, False]


def test_paths(call: Call, tmp_path: Path) -> None:
    said = call("paths", "--json")
    document = json.loads(said.out)
    assert said.code == 0
    assert document["data"] == str(tmp_path / "data")
    assert document["journal"] == str(tmp_path / "data" / "journal.db")
    assert document["scripts"] == str(tmp_path / "scripts")
    assert document["settings"] == str(tmp_path / "config" / "settings.toml")
    assert Path(document["library"]).is_dir()
    assert list(tmp_path.iterdir()) == []


def test_who_to_call(call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    assert json.loads(call("help-now", "--json").out) == {"emergency": None, "people": []}
    (tmp_path / "config").mkdir()
    (tmp_path / "config" / "settings.toml").write_text(
        'country = "ie"\n[[people]]\nname = "Sam"\nphone = "555 0100"\n', "utf-8"
    )
    assert json.loads(call("help-now", "--json").out) == {
        "emergency": {"number": "112", "country": "IE"},
        "people": [{"name": "Sam", "phone": "555 0100"}],
    }
