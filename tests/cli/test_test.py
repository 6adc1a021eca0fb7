"""`partswork test`: which tests are run, and what their author is told."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.authoring.bench import WELL, Desk
from tests.cli.conftest import Call
from tests.script.scripts import ROOT

WRONG = WELL.replace("all is answered", "all is wrong").replace("ends: complete", "ends: people")


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def test_without_a_file_all_that_come_with_partswork_and_ones_own_are_run(call: Call, desk: Desk) -> None:
    shipped = len(list((ROOT / "scripts" / "tests").glob("*.test.yaml")))
    desk.write(WELL)
    (desk.own.folder / "beside.test.yaml").write_text(WELL, "utf-8")
    (desk.own.folder / "no-test.yaml").write_text("partswork: 1\n", "utf-8")
    (desk.tests / ".hidden.test.yaml").write_text("odd", "utf-8")
    said = call("test")
    assert (said.code, said.err) == (0, "")
    assert said.out == f"{shipped + 2} tests, all as expected.\n"


def test_a_file_or_a_folder_with_what_is_in_its_tests_can_be_named(call: Call, desk: Desk) -> None:
    path = desk.write(WELL)
    desk.write(WELL, "other.test.yaml")
    assert call("test", str(path)).out == "1 test, all as expected.\n"
    assert call("test", str(desk.tests)).out == "2 tests, all as expected.\n"
    assert call("test", str(desk.own.folder)).out == "2 tests, all as expected.\n"
    assert call("test", str(path), str(desk.tests)).out == "3 tests, all as expected.\n"


def test_what_is_not_as_expected_is_told_with_file_line_and_test(call: Call, desk: Desk) -> None:
    desk.write(WELL)
    path = desk.write(WRONG, "wrong.test.yaml")
    said = call("test", str(desk.tests))
    assert (said.code, said.err) == (1, "")
    line = WRONG.split("\n").index("  ends: people") + 1
    assert said.out == (
        f"{path}, line {line} (all is wrong)\n"
        "Expected the session to end with who to call, but it ended complete.\n"
        "\n"
        "2 tests, 1 not as expected.\n"
    )


def test_a_fault_in_a_test_file_is_told_as_of_a_script(call: Call, desk: Desk) -> None:
    path = desk.write(WELL.replace("leave:", "leaf:"))
    said = call("test", str(path))
    assert said.code == 1
    assert said.out.startswith(f"{path}, line 10, column 3")
    assert 'Nothing in guarded saves an answer called "leaf".\nDid you mean "leave"?' in said.out
    assert "More: partswork explain PW203" in said.out
    assert said.out.endswith("1 test, 1 not as expected.\n")


def test_as_json(call: Call, desk: Desk) -> None:
    well, wrong = desk.write(WELL, "a.test.yaml"), desk.write(WRONG, "b.test.yaml")
    odd = desk.write("test: odd\nscript: gone\nexpect:\n  ends: complete\n", "c.test.yaml")
    empty = desk.write("", "d.test.yaml")
    said = call("test", "--json", str(desk.tests))
    assert (said.code, said.err) == (1, "")
    document = json.loads(said.out)
    assert document["ok"] is False
    tests = {one.pop("file"): one for one in document["tests"]}
    assert tests[str(well)] == {"test": "all is answered", "script": "guarded", "ok": True, "failures": []}
    (failure,) = tests[str(wrong)]["failures"]
    assert failure["code"] is None
    assert failure["message"].startswith("Expected the session to end")
    assert WRONG.split("\n")[failure["line"] - 1] == "  ends: people"
    assert [failure["code"] for failure in tests[str(odd)]["failures"]] == ["PW202"]
    assert tests[str(odd)]["failures"][0]["line"] == 2
    assert (tests[str(empty)]["test"], tests[str(empty)]["script"]) == (None, None)
    assert json.loads(call("test", "--json", str(well)).out)["ok"] is True


def test_a_file_that_is_not_there_and_a_folder_without_tests_are_told(call: Call, tmp_path: Path) -> None:
    said = call("test", str(tmp_path / "gone.test.yaml"))
    assert said.code == 1
    assert "There is no file here." in said.out
    said = call("test", str(tmp_path))
    assert (said.code, said.out) == (1, "")
    assert said.err == f"There are no tests in {tmp_path}. Their names end in .test.yaml\n"


def test_what_a_file_holds_never_acts_on_the_terminal(call: Call, desk: Desk) -> None:
    path = desk.write(b'test: "\\x1b[2J"\nscript: guarded\nexpect:\n  sees: "\\x1b]0;t\\x07 \\u202e"\n')
    said = call("test", str(path))
    assert said.code == 1
    assert not set(said.out) & set("\x1b\x07\u202e")
