"""The preview of one section: it begins there, with all that leads there answered."""

from __future__ import annotations

from pathlib import Path

import pytest

from partswork.catalogue import Catalogue
from partswork.catalogue.folders import script_files
from partswork.clock import now
from partswork.errors import ScriptUnusable
from partswork.guide import Beat
from partswork.paths import Places
from partswork.session import Desk
from partswork.session.previewing import preview, way_to
from tests.practices import Own, practice
from tests.script.scripts import ROOT

BUILT_IN = [path.stem for path in script_files(ROOT / "scripts")]

TWO_PARTS = practice(
    "two-parts",
    """\
    sections:
      - id: first
        steps:
          - distress: How is it?
          - name_part: Who is near?
            save_as: first_one
          - name_part: Who else?
            save_as: other_one
          - ask: What is there?
            save_as: what
          - say: Now ${first_one}.
      - id: second
        steps:
          - say: Here are ${first_one} and ${other_one}, ${what}.
          - ask: And now?
            save_as: then
          - go_to: last
      - id: last
        steps:
          - distress: And now?
    """,
)


@pytest.fixture
def own(tmp_path: Path) -> Own:
    return Own(tmp_path / "scripts")


@pytest.mark.parametrize("id", BUILT_IN)
def test_every_section_of_every_built_in_script_can_be_begun_at(id: str, tmp_path: Path) -> None:
    found = Catalogue(tmp_path).find(id)
    script = found.usable().script
    for section in script.sections:
        session = preview(found, way_to(found, section.id), now)
        assert isinstance(session.beat, Beat)
        assert session.beat.section.partition("/")[0] == section.id
        assert session.beat.interlude is None
        assert not session.kept


def test_it_begins_at_the_first_thing_shown_there_with_made_up_answers(own: Own) -> None:
    found = own.put("two-parts", TWO_PARTS)
    session = preview(found, way_to(found, "second"), now)
    assert isinstance(session.beat, Beat)
    assert str(session.beat.words) == "Here are Someone and Another, …."
    session.go_past()
    session.answer("words")
    assert session.beat.section == "last"


def test_the_way_there_is_told(own: Own) -> None:
    found = own.put("two-parts", TWO_PARTS)
    sentence = way_to(found, "second").sentence
    assert sentence.startswith("For example, someone who says distress 0, names a part, ")
    assert sentence.endswith(" comes to “second”. It begins there.")


def test_a_section_that_is_not_there_is_told_with_the_nearest(own: Own) -> None:
    found = own.put("two-parts", TWO_PARTS)
    with pytest.raises(ScriptUnusable) as told:
        way_to(found, "secund")
    assert 'Did you mean "second"?' in told.value.sentence
    assert "first, second, last" in told.value.sentence


def test_a_section_with_nothing_to_see_is_told(own: Own) -> None:
    quiet = TWO_PARTS.replace("      - distress: And now?\n", "      - end: people\n")
    found = own.put("two-parts", quiet)
    with pytest.raises(ScriptUnusable, match="No way to something shown in"):
        way_to(found, "last")


def test_only_the_script_it_is_for_begins_there(own: Own, tmp_path: Path) -> None:
    found = own.put("two-parts", TWO_PARTS)
    here = Places(tmp_path / "data", tmp_path / "config", own.folder)
    with Desk(here, demo=True, way=way_to(found, "last")) as desk:
        begun = desk.begin(found)
        assert isinstance(begun.beat, Beat)
        assert begun.beat.section == "last"
        other = desk.begin(desk.find("looking-around"))
        assert isinstance(other.beat, Beat)
        assert other.beat.section == "main/grounding"
    assert not (tmp_path / "data").exists()
