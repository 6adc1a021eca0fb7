"""The pages for authors: every script passes, every command says what is shown, every table is whole."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from partswork.script.shapes import NOTE, OPTION, SCALE, SCRIPT, SECTION, STEPS, Key
from partswork.wording.findings import FINDINGS
from partswork.wording.promises import ALL_PROMISES
from tests.project.replaying import Block, blocks, commands, fits, lay_out, replay
from tests.project.tree import ROOT, shown
from tests.script.scripts import library
from tests.script.test_finding_pages import findings_of

AUTHORS = ROOT / "docs" / "authors"
PAGES = sorted(AUTHORS.rglob("*.md"))
FIRST = (ROOT / "docs" / "first-script.md", ROOT / "README.md")
FRAME = """\
partswork: 1
id: frame
title: A frame
version: 1.0
language: en
depth: settling
about: |
  A frame.
if_they_stop: grounding

"""
_FINDING = re.compile(r"findings/(PW\d{3})\.md")
_OF_SCRIPTS = re.compile(r"^\$ partswork (?:check|run) ", re.MULTILINE)
_ROW = re.compile(r"^\|(.*)\|$", re.MULTILINE)
_CODE = re.compile(r"`([^`]+)`")
_LINK = re.compile(r"\]\(([^)#:\s]*)(?:#([^)\s]+))?\)")


def _tables(page: Path, heading: str) -> Iterator[list[list[str]]]:
    """Yield the rows of each table of a page whose first column is called `heading`."""
    for table in re.findall(r"(?:^\|.*\|\n)+", page.read_text("utf-8"), re.MULTILINE):
        rows = [[cell.strip() for cell in row.split("|")] for row in _ROW.findall(table)]
        if rows[0][0] == heading:
            yield rows[2:]


def _bounds(key: Key) -> str:
    """Return what a table says in its second column of what a key must be."""
    told = ["required"] if key.required else []
    if key.most > key.least:
        told.append(f"{key.least} to {key.most}")
    return ", ".join(told)


def _told(rows: list[list[str]]) -> dict[str, str]:
    return {_CODE.findall(row[0])[0]: row[1] if len(row) > 2 else "" for row in rows}


def _fragments(page: Path, kind: str) -> Iterator[tuple[Block, set[str]]]:
    """Yield the fragments of a kind, each with the codes it is said to be told."""
    for block in blocks(page):
        if block.info[:2] == ("yaml", kind):
            yield block, set(block.info[2:])


def _shown_commands(page: Path) -> list[Block]:
    """Return the blocks that show commands; of the first pages only those about scripts."""
    return [
        block
        for block in blocks(page)
        if block.info == ("console",) and (page not in FIRST or _OF_SCRIPTS.search(block.text))
    ]


@pytest.mark.parametrize("page", [page for page in (*PAGES, *FIRST) if _shown_commands(page)], ids=shown)
def test_every_command_says_what_is_shown(
    page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "scripts-of-the-page"
    folder.mkdir()
    monkeypatch.chdir(folder)
    replayed = _shown_commands(page)
    for block in blocks(page):
        lay_out(block, folder)
        if block in replayed:
            for command, lines in commands(block):
                told = replay(command, lines, folder)
                assert fits(lines, told), f"{command}\n{told}"


@pytest.mark.parametrize("page", PAGES, ids=shown)
def test_every_fragment_is_told_what_the_page_says(page: Path) -> None:
    for block, codes in _fragments(page, "steps"):
        text = FRAME + "steps:\n" + block.text
        if not re.search(r"^  - end: ", block.text, re.MULTILINE):
            text += "  - end: complete\n"
        assert {finding.code for finding in findings_of(text)} == codes, block.text
        assert codes <= set(_FINDING.findall(page.read_text("utf-8")))


@pytest.mark.parametrize("kind", STEPS)
def test_every_kind_has_a_page_with_all_its_keys(kind: str) -> None:
    (rows,) = _tables(AUTHORS / "steps" / f"{kind}.md", "key") if kind != "choose" else _own_keys(kind)
    assert _told(rows) == {name: _bounds(key) for name, key in STEPS[kind].items()}
    for name, key in STEPS[kind].items():
        row = next(row for row in rows if row[0] == f"`{name}`")
        assert set(key.words) <= set(_CODE.findall(row[2]))


def _own_keys(kind: str) -> list[list[list[str]]]:
    """Return the first table of a page that also has one of what an option may carry."""
    own, options = _tables(AUTHORS / "steps" / f"{kind}.md", "key")
    assert set(_told(options)) == set(OPTION)
    return [own]


def test_every_page_of_a_step_has_a_script_that_is_run() -> None:
    for kind in STEPS:
        page = list(blocks(AUTHORS / "steps" / f"{kind}.md"))
        scripts = [block for block in page if block.script]
        assert any(re.search(rf"^ *- {kind}:", block.text, re.MULTILINE) for block in scripts), kind
        assert any(f"run {scripts[-1].script}.yaml --plain --demo" in block.text for block in page), kind


def test_the_page_of_the_language_has_all_the_keys() -> None:
    script, section, note = _tables(AUTHORS / "language.md", "key")
    assert set(_told(script)) == set(SCRIPT)
    assert set(_told(section)) == set(SECTION)
    assert set(_told(note)) == set(NOTE)
    for rows, table in ((script, SCRIPT), (section, SECTION)):
        for name, said in _told(rows).items():
            assert said.startswith("required") == table[name].required, name
            row = next(row for row in rows if row[0] == f"`{name}`")
            assert set(table[name].words) <= set(_CODE.findall(row[2])), name
    scan = (AUTHORS / "steps" / "scan.md").read_text("utf-8")
    assert all(f"`{name}`" in scan for name in SCALE)


def test_every_condition_holds_up_in_the_script_of_its_page() -> None:
    page = AUTHORS / "conditions.md"
    frame = next(block.text for block in blocks(page) if block.script)
    seen = 0
    for heading in ("condition", "not"):
        for rows in _tables(page, heading):
            for row in rows:
                (condition,) = _CODE.findall(row[0])
                codes = set(re.findall(r"PW\d{3}", row[-1])) if heading == "not" else set()
                step = f"  - if: {condition}\n    then:\n      - say: Then this.\n"
                text = frame.replace("  - end: complete\n", f"{step}  - end: complete\n")
                assert {finding.code for finding in findings_of(text)} == codes, condition
                seen += 1
    assert seen > 20


def test_the_page_of_use_has_every_shared_script_that_is_built_in() -> None:
    (rows,) = _tables(AUTHORS / "steps" / "use.md", "shared script")
    told = {_CODE.findall(row[0])[0]: (_CODE.findall(row[1]), _CODE.findall(row[2])) for row in rows}
    built_in = {id: reading.script for id, reading in library().items() if reading.script is not None}
    assert told == {id: (list(script.takes), list(script.returns)) for id, script in built_in.items()}


def test_every_promise_is_told() -> None:
    page = (AUTHORS / "promises.md").read_text("utf-8")
    headed = re.findall(r"^## (G\d+): ", page, re.MULTILINE)
    assert headed == list(ALL_PROMISES)
    for section in re.split(r"^## ", page, flags=re.MULTILINE)[1:]:
        promise = section.partition(":")[0]
        codes = {code for code, entry in FINDINGS.items() if entry.promise == promise}
        assert codes <= set(re.findall(r"PW\d{3}", section)), promise


@pytest.mark.parametrize("page", PAGES, ids=shown)
def test_a_page_speaks_as_people_do(page: Path) -> None:
    prose = re.sub(r"```.*?```|`[^`]*`", "", page.read_text("utf-8"), flags=re.DOTALL)
    assert not re.search(r"\b(scalar|mapping|token|node|pars)|!(?!\[)", prose, re.IGNORECASE)


def test_every_link_of_the_documentation_leads_somewhere() -> None:
    lost = []
    for page in (ROOT / "README.md", *(ROOT / "docs").rglob("*.md")):
        text = re.sub(r"^```.*?^```$|`[^`\n]*`", "", page.read_text("utf-8"), flags=re.DOTALL | re.MULTILINE)
        for place, anchor in _LINK.findall(text):
            target = (page.parent / place).resolve() if place else page
            if not target.exists() or (anchor and anchor not in _anchors(target)):
                lost.append(f"{shown(page)}: {place}#{anchor}")
    assert lost == []


def _anchors(page: Path) -> set[str]:
    """Return what a heading of a page is linked by."""
    headings = re.findall(r"^#+ (.+)$", page.read_text("utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}
