"""What the documentation shows: its scripts pass the check, its commands and options exist."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from partswork.tui.actions import BY_ID
from tests.project.replaying import blocks
from tests.project.tree import ROOT, run, shown

# In a `console` block a command follows a dollar sign, in a `sh` block every line is one.
_PROMPT = {"console": r"\$ ", "sh": ""}
_MAKE = re.compile(r"`make ([a-z-]+)")


def _pages() -> Iterator[Path]:
    """Yield the pages people read; those of the findings show what is wrong, and have their own tests."""
    yield from (ROOT / name for name in ("README.md", "CONTRIBUTING.md"))
    yield from (page for page in (ROOT / "docs").rglob("*.md") if page.parent.name != "findings")


def _commands(program: str) -> Iterator[tuple[str, str]]:
    """Yield each page with what follows `program` on a command line it shows, up to a pipe or a comment."""
    for page in _pages():
        for block in blocks(page):
            language = "".join(block.info[:1])
            if language in _PROMPT:
                line = rf"^{_PROMPT[language]}{program}\b([^#|<>\n]*)"
                yield from ((shown(page), told) for told in re.findall(line, block.text, re.MULTILINE))


@cache
def _partswork(*arguments: str) -> tuple[int, str]:
    told = run(sys.executable, "-m", "partswork", *arguments)
    return told.returncode, told.stdout + told.stderr


def _unknown(words: list[str]) -> str | None:
    """Return what `partswork` followed by `words` names that there is not, or None."""
    path: list[str] = []
    code, told = _partswork("--help")
    for word in words:
        if word.startswith("--"):
            if not re.search(rf"{re.escape(word.split('=')[0])}\b", told):
                return word
        elif re.search(r"^Commands:", told, re.MULTILINE):
            path.append(word)
            code, told = _partswork(*path, "--help")
            if code:
                return word
    return None


def test_every_whole_script_passes_the_check(tmp_path: Path) -> None:
    files: list[str] = []
    for page in _pages():
        before: dict[str, str] = {}
        for block in blocks(page):
            if block.script is None or "bad" in block.info:
                continue
            # Beside it stand those that came before it on the page: it may use them.
            before[block.script] = block.text
            folder = tmp_path / str(len(files))
            folder.mkdir()
            for id, text in before.items():
                (folder / f"{id}.yaml").write_text(text, encoding="utf-8")
            files.append(str(folder / f"{block.script}.yaml"))
    # As the pages themselves show it.
    assert _partswork("check", *files) == (0, f"{len(files)} scripts read, nothing found.\n")


def test_the_settings_page_names_every_action_that_has_a_key() -> None:
    page = (ROOT / "docs" / "settings.md").read_text("utf-8")
    told = dict(re.findall(r"^\| `([a-z-]+)` \| `([^`]+)` \|", page, re.MULTILINE))
    assert told == {action.id: action.key for action in BY_ID.values() if action.key}


def test_every_command_exists() -> None:
    unknown = [
        f"{page}: partswork{arguments}: {word}"
        for page, arguments in _commands("partswork")
        if (word := _unknown(arguments.split()))
    ]
    assert unknown == []


def test_every_make_command_exists() -> None:
    listed = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    named = {name for page in _pages() for name in _MAKE.findall(page.read_text("utf-8"))}
    named |= {arguments.split()[0] for _, arguments in _commands("make") if arguments.strip()}
    assert named - listed == set()
