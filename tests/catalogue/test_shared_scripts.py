"""Which shared script a `use` means, and what stands in the way of one."""

from __future__ import annotations

from pathlib import Path

import pytest

from partswork.catalogue import Catalogue
from partswork.catalogue.folders import library_folder, shared_folders
from partswork.catalogue.found import Found
from tests.practices import SETTLE, TWO_QUESTIONS, Own, practice, shared

USES = practice("uses", "- use: weather\n")


def weather(said: str) -> str:
    return shared("weather", f"- say: |\n    {said}\n")


def used(found: Found) -> str:
    return found.texts["weather"].rsplit("|\n", 1)[-1].strip()


def codes(found: Found) -> list[str]:
    return [finding.code for finding in found.reading.findings.sorted()]


def test_beside_the_file_comes_first_then_ones_own_then_the_built_in(catalogue: Catalogue, own: Own) -> None:
    path = own.folder / "uses.yaml"
    path.write_text(USES, "utf-8")
    assert codes(catalogue.read(path)) == ["PW050"]
    own.put_shared("weather", weather("One's own."))
    assert used(catalogue.read(path)) == "One's own."
    (own.folder / "weather.yml").write_text(weather("Beside it."), "utf-8")
    assert used(catalogue.read(path)) == "Beside it."


def test_one_of_ones_own_stands_before_the_built_in_one(own: Own) -> None:
    text = TWO_QUESTIONS.replace("if_they_stop: settle", "if_they_stop: grounding")
    built_in = (library_folder() / "shared" / "grounding.yaml").read_text("utf-8")
    assert own.put("two", text).texts["grounding"] == built_in
    own.put_shared("grounding", SETTLE.replace("id: settle", "id: grounding"))
    assert own.put("two", text).texts["grounding"] != built_in


def test_a_built_in_script_sees_built_in_ones_only(catalogue: Catalogue, own: Own) -> None:
    own.put_shared("grounding", SETTLE.replace("id: settle", "id: grounding"))
    found = catalogue.find("daily-check-in")
    assert found.texts["grounding"] == (library_folder() / "shared" / "grounding.yaml").read_text("utf-8")
    assert shared_folders(library_folder() / "daily-check-in.yaml", own.folder) == (
        library_folder() / "shared",
    )


def test_a_path_that_only_begins_like_the_library_is_ones_own(catalogue: Catalogue, own: Own) -> None:
    own.put("two", TWO_QUESTIONS)
    up = Path(*[".."] * len(library_folder().parts[1:]))
    found = catalogue.find(f"{library_folder() / up}/{(own.folder / 'two.yaml').relative_to('/')}")
    assert (found.source, codes(found)) == ("own", [])


@pytest.fixture
def far(tmp_path: Path, own: Own) -> Path:
    """A script far from one's own folder: it has a `weather` beside it, and uses one's own `outside`."""
    folder = tmp_path / "far"
    folder.mkdir()
    (folder / "weather.yaml").write_text(weather("Beside it."), "utf-8")
    own.put_shared("outside", shared("outside", "- use: weather\n"))
    path = folder / "uses.yaml"
    path.write_text(practice("uses", "- use: weather\n- use: outside\n"), "utf-8")
    return path


def test_two_that_would_meet_under_one_name_are_told(catalogue: Catalogue, own: Own, far: Path) -> None:
    own.put_shared("weather", weather("One's own."))
    assert codes(catalogue.read(own.folder / "shared" / "outside.yaml")) == []
    found = catalogue.read(far)
    assert codes(found) == ["PW052"]
    assert found.bundle is None


def test_a_shared_script_borrows_none_from_the_folder_of_its_caller(catalogue: Catalogue, far: Path) -> None:
    assert codes(catalogue.read(far)) == ["PW052"]


def test_a_script_uses_none_that_is_called_like_itself(catalogue: Catalogue, own: Own) -> None:
    own.put_shared("weather", weather("Shared."))
    path = own.folder / "weather.yaml"
    path.write_text(practice("weather", "- use: weather\n"), "utf-8")
    assert codes(catalogue.read(path)) == ["PW051"]


CHAIN = {"aa": "bb", "bb": "cc", "cc": "dd", "dd": "ee"}


@pytest.mark.parametrize("broken", list(CHAIN))
def test_what_stands_in_the_way_of_one_stands_in_the_way_of_all_that_use_it(
    catalogue: Catalogue, own: Own, broken: str
) -> None:
    for id, used in CHAIN.items():
        own.put_shared(id, shared(id, f"- use: {used if id != broken else 'missing'}\n"))
    own.put_shared("ee", shared("ee", "- say: |\n    Here.\n"))
    path = own.folder / "uses.yaml"
    path.write_text(practice("uses", "- use: aa\n"), "utf-8")
    found = catalogue.read(path)
    assert codes(found) == ["PW052"]
    assert found.bundle is None


def test_a_long_way_through_shared_scripts_is_gone(own: Own) -> None:
    for id, used in CHAIN.items():
        own.put_shared(id, shared(id, f"- use: {used}\n"))
    own.put_shared("ee", shared("ee", "- say: |\n    Here.\n"))
    found = own.put("uses", practice("uses", "- use: aa\n"))
    assert set(found.usable().shared) == {"settle", *CHAIN, "ee"}


def test_shared_scripts_that_come_round_are_told(catalogue: Catalogue, own: Own) -> None:
    own.put_shared("aa", shared("aa", "- use: bb\n"))
    own.put_shared("bb", shared("bb", "- use: aa\n"))
    path = own.folder / "uses.yaml"
    path.write_text(practice("uses", "- use: aa\n"), "utf-8")
    assert codes(catalogue.read(path)) == ["PW052"]


def test_each_of_those_that_come_round_is_told_so(catalogue: Catalogue, own: Own) -> None:
    own.put_shared("aa", shared("aa", "- use: bb\n"))
    own.put_shared("bb", shared("bb", "- use: aa\n"))
    for id in ("aa", "bb"):
        assert codes(catalogue.read(own.folder / "shared" / f"{id}.yaml")) == ["PW051"]


def test_one_that_uses_itself_is_told_so(catalogue: Catalogue, own: Own) -> None:
    own.put_shared("aa", shared("aa", "- use: aa\n"))
    assert codes(catalogue.read(own.folder / "shared" / "aa.yaml")) == ["PW051"]


def test_a_shared_script_is_checked_on_its_own_but_not_run(catalogue: Catalogue, own: Own) -> None:
    found = catalogue.read(own.folder / "shared" / "settle.yaml")
    assert codes(found) == []
    assert found.bundle is not None
    assert found.bundle.script.shared


@pytest.mark.parametrize("what", ["folder", "dangling", "loop"])
def test_what_only_looks_like_a_shared_script_is_passed_by_or_told(
    catalogue: Catalogue, own: Own, what: str
) -> None:
    place = own.folder / "weather.yaml"
    if what == "folder":
        place.mkdir()
    else:
        place.symlink_to(own.folder / ("nowhere" if what == "dangling" else "weather.yaml"))
    path = own.folder / "uses.yaml"
    path.write_text(USES, "utf-8")
    assert codes(catalogue.read(path)) == ["PW050"]
    own.put_shared("weather", weather("One's own."))
    assert used(catalogue.read(path)) == "One's own."
