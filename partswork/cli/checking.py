"""`partswork check`: whether scripts are sound."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from partswork.cli.listing import as_json_option, show, show_json
from partswork.cli.scripts import catalogue, found, refuse_parted
from partswork.errors import WrongUsage
from partswork.wording import checking as words

if TYPE_CHECKING:
    from partswork.catalogue import Catalogue
    from partswork.catalogue.found import Found
    from partswork.proof import Proof
    from partswork.script.finding import Finding

Checked = list[tuple[str, "Found"]]


@click.command(help=words.CHECK)
@click.argument("files", nargs=-1, metavar="[FILE ...]")
@click.option("--format", "form", type=click.Choice(["text", "github", "json"]), help=words.FORMAT)
@as_json_option
@click.option("--watch", is_flag=True, help=words.WATCH)
def check(files: tuple[str, ...], form: str | None, as_json: bool, watch: bool) -> int:
    """Read scripts and tell what stands in the way."""
    form = "json" if as_json else form or "text"
    if watch and form != "text":
        raise WrongUsage(words.ONLY_TEXT)
    refuse_parted("check", files)
    _refuse_tests(files)
    listed = catalogue()
    checked = [(name, found(listed, name)) for name in files]
    if not watch:
        code = _tell(checked if files else _library(listed), form)
        _tell_of_here(files, form)
        return code
    # What a name stands for is settled once: a file that is gone for a moment still has it.
    paths = [(name, one.file) for name, one in checked]
    for _ in _saves(listed, [path for _, path in paths]):
        _tell([(name, listed.read(path)) for name, path in paths] if files else _library(listed), form)
        _tell_of_here(files, form)
        show(words.WAITING)
        show()
        sys.stdout.flush()
    return 0


def _refuse_tests(files: tuple[str, ...]) -> None:
    from partswork.catalogue.folders import TEST_ENDINGS

    for name in files:
        if name.endswith(TEST_ENDINGS):
            raise WrongUsage(words.a_test(name))


def _tell_of_here(files: tuple[str, ...], form: str) -> None:
    """Tell whoever checked the library, and stands in a folder of other scripts, how to check those."""
    from partswork.catalogue.folders import is_built_in, script_files
    from partswork.paths import places

    here = Path.cwd()
    if files or form != "text" or is_built_in(here) or here == places().scripts.resolve():
        return
    if script_files(here):
        show(words.NONE_OF_HERE)


def _library(listed: Catalogue) -> Checked:
    return [(str(path), listed.read(path)) for path in listed.files()]


def _saves(listed: Catalogue, paths: list[Path]) -> Iterator[None]:
    """Yield at once and after each save, with a heading; only an interrupt ends it."""
    from partswork.authoring.watching import BETWEEN_LOOKS, Look, changes, look
    from partswork.catalogue.folders import shared_folders
    from partswork.clock import now
    from partswork.paths import places

    own = places().scripts
    folders = {folder for path in paths for folder in shared_folders(path, own)}

    def looked() -> Look:
        return look(paths or listed.files(), folders)

    for _ in changes(looked, lambda: time.sleep(BETWEEN_LOOKS)):
        show(words.heading(f"{now():%H:%M:%S}"))
        yield


def _tell(checked: Checked, form: str) -> int:
    """Tell what was found, and return the exit code."""
    ok = all(not one.errors for _, one in checked)
    if form == "json":
        show_json({"ok": ok, "files": [_checked_as_json(name, one) for name, one in checked]})
    else:
        _show_checked(checked, _annotated if form == "github" else _in_lines)
    return 0 if ok else 1


def _checked_as_json(name: str, one: Found) -> dict[str, Any]:
    from partswork.catalogue.entries import finding_as_json

    script = one.reading.script
    return {
        "file": name,
        "id": script.id if script is not None and script.id else None,
        "ok": not one.errors,
        "findings": [finding_as_json(finding) for finding in one.findings],
        "proof": _proof_as_json(one.proof) if one.proof is not None else None,
    }


def _proof_as_json(proof: Proof) -> dict[str, Any]:
    return {
        "states": proof.states,
        "screens_most": proof.screens_most,
        "seconds_least": proof.seconds_least,
        "seconds_most": proof.seconds_most,
        "promises": dict(proof.promises),
    }


def _in_lines(finding: Finding, name: str) -> str:
    from partswork.cli.telling import told

    return told(finding, name) + "\n"


def _annotated(finding: Finding, name: str) -> str:
    from partswork.cli.annotating import annotation

    return annotation(finding, name)


def _show_checked(checked: Checked, told: Callable[[Finding, str], str]) -> None:
    from partswork.script.finding import MOST_FINDINGS

    count = 0
    for name, one in checked:
        for finding in one.findings:
            show(told(finding, name))
        count += len(one.findings)
        if len(one.findings) >= MOST_FINDINGS:
            show(words.more_unsaid(name, MOST_FINDINGS))
            show()
    show(words.checked(len(checked), count))
