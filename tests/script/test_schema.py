"""The schema for editors refuses a script just where the reader finds something wrong with its shape."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from jsonschema import Draft7Validator

from partswork.script.reader import read
from partswork.script.schema import schema
from partswork.script.shapes import NOTE, OPTION, SCALE, SCRIPT, SECTION, STEPS
from partswork.wording.editor import about
from partswork.wording.findings import FINDINGS
from tests.script.pages import PAGES
from tests.script.scripts import ROOT
from tests.script.written import VIEWS, plain, seen, written

SHAPE = frozenset(
    "PW010 PW012 PW018 PW020 PW021 PW022 PW023 PW024 PW025 PW026 PW027 PW028 PW029 PW041".split()
)
"""What a schema sees. It sees no order of keys, nothing that stands there twice, nothing of what conditions,
fills and names mean, and no way through."""

OF_KEYS = frozenset({"PW054", "PW055"})
"""It sees these where they are of a script's own keys, and not where they are of steps."""

OF_YAML = frozenset(f"PW{n:03}" for n in (*range(1, 17), 86, 87)) - SHAPE
"""These are about how YAML is written, of which a schema sees nothing; an editor's YAML has its own words."""

# Those of PW2 are of tests of scripts.
OF_SCRIPTS = {code: page for code, page in PAGES.items() if not code.startswith("PW2")}

VALIDATOR = Draft7Validator(schema())
SHIPPED = {path.stem: path.read_bytes() for path in sorted((ROOT / "scripts").rglob("*.yaml"))}
WHOLE = {stem: plain(raw) for stem, raw in SHIPPED.items() if not stem.endswith(".test")}

EVERY_KEY = sorted({key for keys in (*STEPS.values(), OPTION, SCALE, NOTE, SECTION, SCRIPT) for key in keys})


def fits(script: Any) -> bool:
    """Return whether an editor finds nothing, in whatever way it takes texts for other things."""
    found = {VALIDATOR.is_valid(seen(script, scalar)) for scalar in VIEWS}
    assert len(found) == 1
    return found.pop()


def shape_findings(script: Any) -> set[str]:
    reading = read(written(script).encode("utf-8"))
    return {
        finding.code
        for finding in reading.findings.sorted()
        if finding.code in SHAPE or (finding.code in OF_KEYS and finding.mark.column == 1)
    }


def test_the_schema_is_one() -> None:
    Draft7Validator.check_schema(schema())


@pytest.mark.parametrize("stem", WHOLE)
def test_every_script_of_the_library_fits(stem: str) -> None:
    assert fits(WHOLE[stem])


@pytest.mark.parametrize("code", [code for code, page in OF_SCRIPTS.items() if page.good])
def test_every_good_example_fits(code: str) -> None:
    assert fits(plain((PAGES[code].good or "").encode()))


@pytest.mark.parametrize(
    "code", [code for code, page in OF_SCRIPTS.items() if page.bad and code not in OF_YAML]
)
def test_a_bad_example_is_refused_if_its_shape_is_what_is_wrong(code: str) -> None:
    bad = plain((PAGES[code].bad or "").encode())
    assert fits(bad) == (code not in SHAPE)


def test_every_code_of_shape_is_one() -> None:
    assert set(FINDINGS) >= SHAPE | OF_KEYS | OF_YAML


@pytest.mark.parametrize(
    ("place", "keys"),
    [
        ("script", SCRIPT),
        ("section", SECTION),
        ("option", OPTION),
        ("scale", SCALE),
        ("note", NOTE),
        *STEPS.items(),
    ],
)
def test_an_editor_has_words_for_every_key(place: str, keys: dict[str, Any]) -> None:
    assert [key for key in keys if not about(place, key)] == []


def test_no_key_of_a_step_is_a_kind() -> None:
    assert [(kind, key) for kind, keys in STEPS.items() for key in keys if key in STEPS and key != kind] == []


def _changed(more: dict[str, Any], steps: list[Any] | None = None) -> Any:
    script = {**deepcopy(WHOLE["arriving"]), **more}
    if steps is not None:
        script.pop("sections", None)
        script["steps"] = [*steps, {"end": "complete"}]
    return {key: held for key, held in script.items() if held is not None}


ASK = {"ask": "Hm?", "save_as": "x"}
CHOOSE = {"choose": "Hm?", "save_as": "x"}
TWO: list[Any] = [{"a": "One"}, {"b": "Two"}]


@pytest.mark.parametrize(
    ("more", "steps", "right"),
    [
        ({"partswork": " 01 "}, None, True),
        ({"partswork": "2"}, None, False),
        ({"language": "no"}, None, True),
        ({"language": "english language"}, None, False),
        ({"version": "1.0"}, None, True),
        ({"title": "2026"}, None, True),
        ({"title": ""}, None, False),
        ({"depth": None}, None, False),
        ({"takes": [{"a": "part"}]}, None, False),
        ({"shared": "Yes"}, None, False),
        ({"shared": "yes", "depth": None, "if_they_stop": None}, [], True),
        ({"shared": "yes", "depth": None}, [], False),
        ({"steps": [{"end": "complete"}]}, None, False),
        ({"shared": "FALSE"}, None, True),
        ({"x-mine": {"any": ["thing"]}}, None, True),
        ({}, [{"say": "12"}], True),
        ({}, [{"say": "Hello.", "note": {"watch_for": "Tea."}}], True),
        ({}, [{"say": "Hello.", "note": {"watchfor": "Tea."}}], False),
        ({}, [{"say": "Hello.", "note": ["Tea."]}], False),
        ({}, [{"say": "Hello.", "x-mine": "yes"}], True),
        ({}, [{"x-mine": "yes"}], False),
        ({}, ["say"], False),
        ({}, [{"say": "Hello.", "ask": "Hm?", "save_as": "x"}], False),
        ({}, [{**ASK, "optional": "TRUE"}], True),
        ({}, [{**ASK, "optional": "1"}], False),
        ({}, [{**ASK, "save_as": "yes"}], True),
        ({}, [{**ASK, "save_as": "distress"}], False),
        ({}, [{**ASK, "save_as": "isnot"}], True),
        ({}, [{**ASK, "remember": "job of x"}], True),
        ({}, [{**ASK, "remember": "jobs of x"}], False),
        ({}, [{**CHOOSE, "options": TWO}], True),
        ({}, [{**CHOOSE, "options": TWO[:1]}], False),
        ({}, [{**CHOOSE, "options": [*TWO, {"one": "Three"}]}], False),
        ({}, [{**CHOOSE, "options": [*TWO, {"c": "C", "refusal": "yes"}]}], True),
        ({}, [{**CHOOSE, "options": [*TWO, {"c": "C", "refusl": "yes"}]}], False),
        ({}, [{**CHOOSE, "options": [*TWO, {"refusal": "yes"}]}], False),
        ({}, [{**CHOOSE, "options": [*TWO, {"c": "C", "x-mine": "D"}]}], True),
        ({}, [{**CHOOSE, "options": [*TWO, {"c": "C", "refusal": "yes"}], "many": "yes"}], False),
        ({}, [{**CHOOSE, "options": [*TWO, {"c": "C", "refusal": "yes"}], "many": "no"}], True),
        ({}, [{"pause": "10 minutes"}], True),
        ({}, [{"pause": "11 minutes"}], False),
        ({}, [{"pause": "0600  seconds"}], True),
        ({}, [{"pause": "601 seconds"}], False),
        ({}, [{"pause": "as long as you\n like"}], True),
        ({}, [{"breathe": "4 in ,4 hold, 6 out,2 hold", "rounds": "20"}], True),
        ({}, [{"breathe": "4 in, 4 hold"}], False),
        ({}, [{"breathe": "4 in, 6 out", "rounds": "21"}], False),
        ({}, [{"end": " people "}], True),
        ({}, [{"end": "peeple"}], False),
        ({}, [{"rotate": [{"steps": [{"say": "A"}]}, {"steps": [{"say": "B"}]}]}], True),
        ({}, [{"rotate": [{"steps": [{"say": "A"}]}]}], False),
        ({}, [{"rotate": [{"steps": [{"say": "A"}]}, [{"say": "B"}]]}], False),
        ({}, [{"repeat_until": "x is a", "steps": [{"say": "A"}]}], False),
        ({}, [{"use": "grounding", "with": {"part": "yes"}}], True),
        ({}, [{"use": "grounding", "with": "part"}], False),
    ],
)
def test_reader_and_schema_agree(more: dict[str, Any], steps: list[Any] | None, right: bool) -> None:
    script = _changed(more, steps)
    assert (fits(script), shape_findings(script) == set()) == (right, right)


def places(script: Any) -> Iterator[tuple[Any, Any]]:
    """Yield every list and table with each of its keys or positions."""
    for at in list(script) if isinstance(script, dict) else range(len(script)):
        yield script, at
        if isinstance(script[at], dict | list):
            yield from places(script[at])


SOME_TEXT = st.one_of(
    st.sampled_from(
        ["", " ", "yes", "No", "TRUE", "perhaps", "3", "0", "400", "1.5", "-1", "x" * 65, "Ünder"]
    ),
    st.sampled_from(["20 seconds", "4 in, 6 out", "job of guard", "settling", "people", "part", "en-IE"]),
    st.sampled_from(["is", "more", "a b", "low is"]),
    st.text("aZ09_- ,\n\u00e9", max_size=6),
)
SOMETHING = SOME_TEXT | st.sampled_from(
    [["A"], {"a": "B"}, [{"say": "A"}], [{"a": "A"}, {"b": "B"}], [{"steps": [{"say": "A"}]}] * 2, [[]], {}]
)


def change(data: st.DataObject, script: Any) -> None:
    """Change one thing in a script. Keys are added behind the others: their order no schema sees."""
    held, at = data.draw(st.sampled_from(list(places(script))))
    how = data.draw(st.sampled_from(["drop", "rename", "add", "put", "more"]))
    key = data.draw(st.sampled_from([*EVERY_KEY, "notes", "sayy", "x-mine"]))
    if how == "drop":
        del held[at]
    elif how == "rename" and isinstance(held, dict) and key not in held and not key.startswith("x-"):
        entries = [(key if word == at else word, value) for word, value in held.items()]
        held.clear()
        held.update(entries)
    elif how == "add" and isinstance(held, dict):
        # With a key of one's own, a schema cannot count the labels of an option.
        assume(key != "x-mine" or held.keys() & {"partswork", "steps", *STEPS})
        held.setdefault(key, deepcopy(data.draw(SOMETHING)))
    elif how == "more" and isinstance(held, list):
        held += [deepcopy(held[at]) for _ in range(data.draw(st.integers(1, 12)))]
    else:
        held[at] = deepcopy(data.draw(SOMETHING))


def without_nothing(script: Any) -> Any:
    """Return a script with an empty text in place of each empty list and table: as a file has it."""
    if isinstance(script, dict):
        return {key: without_nothing(held) for key, held in script.items()} or ""
    return ([without_nothing(item) for item in script] or "") if isinstance(script, list) else script


@given(stem=st.sampled_from(sorted(WHOLE)), data=st.data())
def test_whatever_is_changed_reader_and_schema_agree(stem: str, data: st.DataObject) -> None:
    script = deepcopy(WHOLE[stem])
    change(data, script)
    script = without_nothing(script)
    assume(isinstance(script, dict))
    assert fits(script) == (shape_findings(script) == set())
