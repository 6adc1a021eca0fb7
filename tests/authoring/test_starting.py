"""The script an author begins with: sound as it is, kindly told, and never written over another."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path

import pytest
from jsonschema import Draft7Validator

from partswork.authoring.starting import Started, schema_text, start, start_text
from partswork.catalogue import Catalogue
from partswork.errors import PartsworkError, WrongUsage
from partswork.script.schema import schema
from partswork.script.steps import DISTRESS, Choose, If, Use
from tests.script.written import plain

LEGAL = ["tea", "a", "A-", "x--1", "null", "yes", "No", "true", "e1", "end", "x-mine", "CON", "a" * 64]


def found_beside(folder: Path, name: str) -> tuple[str, ...]:
    found = Catalogue(folder / "own").read((folder / name).absolute())
    assert found.bundle is not None
    assert found.proof is not None
    assert set(found.proof.promises.values()) == {"proved"}
    return tuple(finding.code for finding in found.findings)


@pytest.mark.parametrize("id", LEGAL)
@pytest.mark.parametrize("shared", [False, True])
def test_nothing_is_found_in_it_whatever_it_is_called(tmp_path: Path, id: str, shared: bool) -> None:
    path = tmp_path / f"{id}.yaml"
    assert start(str(path), shared=shared) == Started(path, tmp_path / "partswork-1.schema.json")
    assert found_beside(tmp_path, path.name) == ()


@pytest.mark.parametrize("shared", [False, True])
def test_an_editor_finds_nothing_either(shared: bool) -> None:
    text = start_text("tea", "tea.yaml", shared=shared)
    assert text.startswith("# yaml-language-server: $schema=./partswork-1.schema.json\n")
    assert Draft7Validator(schema()).is_valid(plain(text.encode()))


def test_it_has_what_a_first_practice_wants(tmp_path: Path) -> None:
    path = tmp_path / "tea.yaml"
    start(str(path))
    script = Catalogue(tmp_path).read(path).reading.script
    assert script is not None
    steps = script.sections[0].steps
    assert sum(isinstance(step, If) for step in steps) == 1
    assert any(isinstance(step, Choose) and any(one.then for one in step.options) for step in steps)
    assert any(isinstance(step, Use) and step.script.text == "grounding" for step in steps)
    assert f"- {DISTRESS}:" in path.read_text("utf-8")


@pytest.mark.parametrize("shared", [False, True])
def test_its_notes_name_its_own_file(shared: bool) -> None:
    text = start_text("tea", "tea.yml", shared=shared)
    assert "partswork check tea.yml " in text
    assert not re.search(r"a-(first|shared)-script", text)
    assert max(map(len, text.splitlines())) <= 80


def test_the_title_is_made_of_the_name() -> None:
    assert "\ntitle: While the kettle boils\n" in start_text("while-the-kettle-boils", "x.yaml")


def test_the_ending_may_be_left_out(tmp_path: Path) -> None:
    assert start(str(tmp_path / "tea")).script == tmp_path / "tea.yaml"


def test_the_schema_beside_it_is_that_of_the_language(tmp_path: Path) -> None:
    start(str(tmp_path / "tea.yaml"))
    beside = tmp_path / "partswork-1.schema.json"
    assert beside.read_text("utf-8") == schema_text()
    assert json.loads(schema_text()) == schema()


def test_a_schema_that_is_there_is_left_as_it_is(tmp_path: Path) -> None:
    beside = tmp_path / "partswork-1.schema.json"
    beside.write_text("{}", "utf-8")
    assert start(str(tmp_path / "tea.yaml")).schema is None
    assert beside.read_text("utf-8") == "{}"


def test_nothing_is_written_over(tmp_path: Path) -> None:
    path = tmp_path / "tea.yaml"
    path.write_text("mine", "utf-8")
    with pytest.raises(PartsworkError, match="is there already and was left as it is"):
        start(str(path))
    assert path.read_text("utf-8") == "mine"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.skipif(os.name != "posix", reason="made of what POSIX has")
def test_nor_is_what_a_link_points_to(tmp_path: Path) -> None:
    path = tmp_path / "tea.yaml"
    path.symlink_to(tmp_path / "elsewhere.yaml")
    with pytest.raises(PartsworkError, match="is there already"):
        start(str(path))
    assert not (tmp_path / "elsewhere.yaml").exists()


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("", "The new script needs a name"),
        ("  ", "The new script needs a name"),
        (".", "is a folder"),
        ("sub/", "is a folder"),
        ("tea.txt", r"and tea.txt does not. It could be called tea.yaml"),
        ("Über Tee.md", r"It could be called uber-tee.yaml"),
        ("tea.test.yaml", "would be a test of a script"),
        (".yaml", r"^The name of a script .*[^l]\.$"),
        ("1-tea.yaml", r"It could be called tea.yaml"),
        ("morning tea.yaml", r"It could be called morning-tea.yaml"),
        ("tea #1.yaml", r"It could be called tea-1.yaml"),
        ("tea: 1.yaml", r"It could be called tea-1.yaml"),
        ("tea\nshared: yes.yaml", r"It could be called tea-shared-yes.yaml"),
        ("お茶.yaml", "cannot be one.$"),
        ("a" * 65, "at most 64"),
        ("a" * 300, "at most 64"),
    ],
)
def test_what_is_no_name_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, sentence: str
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(WrongUsage, match=sentence):
        start(name)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("id", ["arriving", "Arriving", "grounding"])
def test_the_name_of_a_built_in_practice_is_refused(tmp_path: Path, id: str) -> None:
    with pytest.raises(PartsworkError, match=f'A built-in practice is already called "{id}"'):
        start(str(tmp_path / f"{id}.yaml"))
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_missing_is_told_and_not_made(tmp_path: Path) -> None:
    with pytest.raises(PartsworkError, match="There is no folder"):
        start(str(tmp_path / "no" / "tea.yaml"))
    assert list(tmp_path.iterdir()) == []
