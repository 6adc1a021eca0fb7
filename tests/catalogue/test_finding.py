"""What there is to run, and how it is found."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from partswork.catalogue import Catalogue
from partswork.catalogue.folders import library_folder
from partswork.errors import ScriptUnusable
from tests.practices import SETTLE, TWO_QUESTIONS, Own


def codes(catalogue: Catalogue, path: Path) -> list[str]:
    return [finding.code for finding in catalogue.read(path).reading.findings.sorted()]


def test_built_in_and_own_practices_are_listed_and_shared_ones_are_not(
    catalogue: Catalogue, own: Own
) -> None:
    own.put("two", TWO_QUESTIONS)
    own.put("lantern", SETTLE.replace("id: settle", "id: lantern"))
    listed = {entry.id: entry.source for entry in catalogue.entries()}
    assert listed.pop("two") == "own"
    assert "daily-check-in" in listed
    assert set(listed.values()) == {"built-in"}
    assert {"settle", "lantern", "grounding"} & set(listed) == set()


def test_an_entry_says_what_the_script_says(catalogue: Catalogue, own: Own) -> None:
    own.put(
        "two",
        TWO_QUESTIONS.replace("depth: settling", "depth: meeting\ncompany: therapist\ntags:\n  - quiet"),
    )
    entry = next(entry for entry in catalogue.entries() if entry.id == "two")
    assert (entry.title, entry.about, entry.depth, entry.company, entry.language, entry.tags) == (
        "Two questions",
        "Made for a test.",
        "meeting",
        "therapist",
        "en",
        ("quiet",),
    )
    assert entry.file == own.folder / "two.yaml"
    assert entry.findings == ()


def test_without_a_folder_of_ones_own_there_are_the_built_in_ones(tmp_path: Path) -> None:
    entries = Catalogue(tmp_path / "nowhere").entries()
    assert {entry.source for entry in entries} == {"built-in"}
    assert not (tmp_path / "nowhere").exists()


def test_a_bad_file_is_listed_after_the_good_ones_with_its_finding(catalogue: Catalogue, own: Own) -> None:
    (own.folder / "aa-bad.yaml").write_text("partswork: 1\nid: aa-bad\ntittle: A\n", "utf-8")
    own.put("two", TWO_QUESTIONS)
    entries = catalogue.entries()
    assert [entry.id for entry in entries][-2:] == ["two", "aa-bad"]
    assert "PW020" in {finding.code for finding in entries[-1].findings}
    assert all(not entry.findings for entry in entries[:-1])


@pytest.mark.parametrize("name", ["two.yaml", "two.yml"])
def test_a_practice_is_found_by_its_id_and_by_its_path(catalogue: Catalogue, own: Own, name: str) -> None:
    path = own.folder / name
    path.write_text(TWO_QUESTIONS, "utf-8")
    for said in ("two", str(path), os.path.relpath(path)):
        found = catalogue.find(said)
        assert (found.file.resolve(), found.source) == (path.resolve(), "own")
        assert found.usable().script.id == "two"
    assert set(found.texts) == {"two", "settle"}
    assert found.texts["two"] == TWO_QUESTIONS


def test_a_practice_anywhere_is_found_by_its_path(
    catalogue: Catalogue, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "two.yaml").write_text(TWO_QUESTIONS, "utf-8")
    monkeypatch.chdir(tmp_path / "elsewhere")
    # Its shared script is one's own.
    assert catalogue.find("two.yaml").usable().if_they_stop.id == "settle"
    assert catalogue.find("./two.yaml").usable().script.id == "two"


def test_the_built_in_check_in_is_found_by_its_id(catalogue: Catalogue) -> None:
    found = catalogue.find("daily-check-in")
    assert (found.source, found.file) == ("built-in", library_folder() / "daily-check-in.yaml")
    assert found.usable().if_they_stop.id == "grounding"


@pytest.mark.parametrize(
    ("name", "near"),
    [
        ("daily-chek-in", "daily-check-in"),
        ("Daily_Check_In", "daily-check-in"),
        ("tow", "two"),
        ("xyzzy", None),
    ],
)
def test_what_is_not_there_is_told_with_the_nearest(
    catalogue: Catalogue, own: Own, name: str, near: str | None
) -> None:
    own.put("two", TWO_QUESTIONS)
    with pytest.raises(ScriptUnusable) as told:
        catalogue.find(name)
    assert f'"{name}"' in told.value.sentence
    assert (f'Did you mean "{near}"?' in told.value.sentence) == (near is not None)


@pytest.mark.parametrize("name", ["", ".", "..", "a" * 300, "~", "*", "\u202e", "grounding"])
def test_no_name_is_too_odd_to_be_looked_for(catalogue: Catalogue, name: str) -> None:
    with pytest.raises(ScriptUnusable):
        catalogue.find(name)


@pytest.mark.parametrize("name", ["/", "./", "a" * 300 + ".yaml", "/dev/null", "no/such.yaml", "~/x.yaml"])
def test_a_path_that_is_no_script_has_a_finding(catalogue: Catalogue, name: str) -> None:
    found = catalogue.find(name)
    assert found.bundle is None
    assert len(found.reading.errors) == 1
    with pytest.raises(ScriptUnusable):
        found.usable()


@pytest.mark.parametrize("ending", [".yaml", ".yml"])
def test_a_script_called_like_a_built_in_one_is_told_and_the_built_in_one_runs(
    catalogue: Catalogue, own: Own, ending: str
) -> None:
    path = own.folder / f"daily-check-in{ending}"
    path.write_text(TWO_QUESTIONS.replace("id: two", "id: daily-check-in"), "utf-8")
    assert codes(catalogue, path) == ["PW080"]
    assert catalogue.read(path).bundle is None
    mine = [entry for entry in catalogue.entries() if entry.source == "own"]
    assert [entry.findings[0].code for entry in mine] == ["PW080"]
    assert catalogue.find("daily-check-in").source == "built-in"


def test_a_script_called_like_a_built_in_one_may_lie_anywhere_else(
    catalogue: Catalogue, tmp_path: Path
) -> None:
    path = tmp_path / "daily-check-in.yaml"
    path.write_text(TWO_QUESTIONS.replace("id: two", "id: daily-check-in"), "utf-8")
    assert codes(catalogue, path) == []


def test_the_files_of_the_library_come_first(catalogue: Catalogue, own: Own) -> None:
    own.put("two", TWO_QUESTIONS)
    files = catalogue.files()
    assert files[-2:] == [own.folder / "two.yaml", own.folder / "shared" / "settle.yaml"]
    assert library_folder() / "shared" / "grounding.yaml" in files
    assert all(path.is_relative_to(library_folder()) for path in files[:-2])


def test_a_file_here_is_named_where_only_its_ending_is_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "evening-page.yaml").write_text("", "utf-8")
    with pytest.raises(ScriptUnusable, match=r'Did you mean "evening-page\.yaml"\?'):
        Catalogue(tmp_path / "scripts").find("evening-page")


def test_of_two_files_that_differ_in_their_ending_the_one_that_is_not_used_says_so(
    catalogue: Catalogue, own: Own
) -> None:
    own.put("two", TWO_QUESTIONS)
    other = own.folder / "two.yml"
    other.write_text(TWO_QUESTIONS, "utf-8")
    assert codes(catalogue, other) == ["PW081"]
    assert catalogue.read(other).bundle is None
    assert codes(catalogue, own.folder / "two.yaml") == []
    assert [entry.file.name for entry in catalogue.entries() if entry.id == "two"] == ["two.yaml"]
