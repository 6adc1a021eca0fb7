"""`partswork graph` and `partswork routes`, as somebody calls them."""

from __future__ import annotations

import json

import pytest

from partswork.wording import drawing as words
from tests.cli.conftest import Call
from tests.cli.test_proving import UNKIND, wide
from tests.practices import Own


def test_an_outline_is_what_one_gets(call: Call) -> None:
    code, out, err = call("graph", "protector-permission")
    assert (code, err) == (0, "")
    assert "(a no: it is kept, and nothing deep follows)" in out
    assert "[closing] (closing)" in out
    assert "A shared script: Back to the room" in out
    assert max(map(len, out.splitlines())) <= 96


def test_drawings(call: Call) -> None:
    assert call("graph", "arriving", "--format", "mermaid").out.startswith("flowchart TD\n")
    assert call("graph", "arriving", "--format", "dot").out.startswith("digraph script {\n")
    drawn = json.loads(call("graph", "arriving", "--json").out)
    assert {"boxes", "arrows", "sections"} == set(drawn)
    assert {"id", "kind", "label", "section", "line"} == set(drawn["boxes"][0])


def test_a_shared_script_is_drawn_too(call: Call, own: Own) -> None:
    code, out, _ = call("graph", str(own.folder / "shared" / "settle.yaml"))
    assert code == 0
    assert "It brings one back to the room." in out


def test_ways_are_told_with_a_story_each(call: Call) -> None:
    code, out, err = call("routes", "looking-around")
    assert (code, err) == (0, "")
    assert "1. main → the end" in out
    assert out.count("For example, someone who") == 2


def test_only_so_many_kinds_are_told_and_the_rest_counted(call: Call) -> None:
    everything = json.loads(call("routes", "daily-check-in", "--json").out)
    kinds = len(everything["kinds"])
    out = call("routes", "daily-check-in", "--most", "2").out
    rest = sum(kind["ways"] for kind in everything["kinds"][2:])
    assert words.more_kinds(kinds - 2, rest, kinds) in out
    assert out.count("For example") == 2
    assert everything["ways"] == sum(kind["ways"] for kind in everything["kinds"])
    assert "more kind" not in call("routes", "daily-check-in", "--most", str(kinds)).out


def test_a_broken_script_is_drawn_and_told_as_far_as_it_goes(call: Call, own: Own) -> None:
    own.put("unkind", UNKIND)
    code, out, err = call("routes", "unkind")
    assert (code, err) == (0, words.ROUTES_BROKEN + "\n")
    assert "1 screens" not in out
    assert call("graph", "unkind").code == 0


@pytest.mark.parametrize("command", ["graph", "routes"])
def test_what_cannot_be_read_is_told(call: Call, own: Own, command: str) -> None:
    (own.folder / "torn.yaml").write_text("partswork: 1\nid: torn\n", "utf-8")
    code, out, err = call(command, "torn")
    assert (code, out) == (1, "")
    assert "torn.yaml, line 1" in err
    assert "cannot be run yet" in err
    code, out, err = call(command, "no-such-thing")
    assert code == 1


def test_ways_that_cannot_be_told_are_not(call: Call, own: Own) -> None:
    own.put("wide", wide(12))
    assert call("routes", "wide") == (1, "", words.TOO_MANY_WAYS + "\n")
    shared = str(own.folder / "shared" / "settle.yaml")
    assert call("routes", shared) == (1, "", words.WAYS_OF_SHARED + "\n")
