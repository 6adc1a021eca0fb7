"""A script that breaks a promise is told, not run; one too large to prove is run, once that is told."""

from __future__ import annotations

import json

from partswork.wording import session as session_words
from tests.cli.conftest import Call
from tests.plain.piping import runs
from tests.practices import Own, practice

UNKIND = practice(
    "unkind",
    """\
    - choose: |
        Which way?
      save_as: way
      options:
        - short: Short
        - long: Long
          then:
            - ask: |
                What is there?
              save_as: found
    - say: |
        You said ${found}.
    """,
)
KIND = UNKIND.replace("${found}", "${found|nothing}")


def wide(questions: int) -> str:
    """Return a script that asks so many choices first, and tests them all at the end."""
    asked, tested = "", ""
    for n in range(questions):
        asked += f"- choose: Which, {n}?\n  save_as: way_{n}\n  options:\n"
        asked += "".join(f"    - {key}: {key}\n" for key in "abcd")
        tested += "".join(
            f"- if: way_{n} is {key}\n  then:\n    - say: It was {key}, {n}.\n" for key in "abcd"
        )
    return practice("wide", asked + tested)


def test_a_broken_promise_is_told_with_its_story(call: Call, own: Own) -> None:
    own.put("unkind", UNKIND)
    code, out, _ = call("check", "unkind")
    assert code == 1
    assert "PW110" in out
    assert "For example, someone who" in out
    assert "“Short”" in out


def test_a_broken_promise_is_told_in_json(call: Call, own: Own) -> None:
    own.put("unkind", UNKIND)
    own.put("kind", KIND.replace("id: unkind", "id: kind"))
    (unkind,) = json.loads(call("check", "unkind", "--json").out)["files"]
    assert (unkind["ok"], unkind["proof"]["promises"]["G4"]) == (False, "broken")
    assert [(one["code"], one["promise"], bool(one["story"])) for one in unkind["findings"]] == [
        ("PW110", "G4", True)
    ]
    (kind,) = json.loads(call("check", "kind", "--json").out)["files"]
    assert kind["ok"]
    assert set(kind["proof"]["promises"].values()) == {"proved"}
    assert kind["proof"]["screens_most"] == 3


def test_a_broken_promise_is_not_run(own: Own) -> None:
    own.put("unkind", UNKIND)
    told = runs("run", "unkind", said=["1"])
    assert told.code == 1
    assert "Which way?" not in told.out
    assert "PW110" in told.errors


def test_what_is_too_large_to_prove_is_run_once_that_is_told(own: Own) -> None:
    own.put("wide", wide(12))
    told = runs("run", "wide", said=["1"] * 12)
    assert told.code == 0
    assert session_words.NOT_PROVED in told.errors
    assert "It was a, 11." in told.out
