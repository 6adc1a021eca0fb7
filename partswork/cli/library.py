"""`partswork scripts` and `partswork check`: what there is to run, and whether it is sound."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from partswork.cli.listing import as_json_option, show, show_json
from partswork.wording import commands as words

if TYPE_CHECKING:
    from partswork.catalogue import Catalogue, Entry
    from partswork.catalogue.found import Found
    from partswork.proof import Proof


@click.group(invoke_without_command=True, help=words.SCRIPTS)
@as_json_option
@click.pass_context
def scripts(ctx: click.Context, as_json: bool) -> None:
    """List what can be run."""
    if ctx.invoked_subcommand is not None:
        return
    from partswork.catalogue.entries import entry_as_json

    entries = _catalogue().entries()
    if as_json:
        show_json([entry_as_json(entry) for entry in entries])
        return
    for entry in entries:
        _show_entry(entry)


@scripts.command("show", help=words.SCRIPTS_SHOW)
@click.argument("id")
@as_json_option
def show_script(id: str, as_json: bool) -> int:
    """Show one script."""
    from partswork.catalogue.entries import entry_as_json

    entry = _catalogue().find(id).entry()
    if as_json:
        show_json(entry_as_json(entry))
    else:
        _show_entry(entry)
        if entry.about:
            show()
            show(entry.about)
            show()
        show(words.script_facts(entry.depth, entry.company, str(entry.file)))
    return 1 if entry.findings else 0


@click.command(help=words.CHECK)
@click.argument("files", nargs=-1, metavar="[FILE ...]")
@as_json_option
def check(files: tuple[str, ...], as_json: bool) -> int:
    """Read scripts and tell what stands in the way."""
    catalogue = _catalogue()
    if files:
        checked = [(name, _found(catalogue, name)) for name in files]
    else:
        checked = [(str(path), catalogue.read(path)) for path in catalogue.files()]
    ok = all(not found.errors for _, found in checked)
    if as_json:
        show_json({"ok": ok, "files": [_checked_as_json(name, found) for name, found in checked]})
    else:
        _show_checked(checked)
    return 0 if ok else 1


def _catalogue() -> Catalogue:
    from partswork.catalogue import Catalogue
    from partswork.paths import places

    return Catalogue(places().scripts)


def _found(catalogue: Catalogue, name: str) -> Found:
    """Return the script in a file, or by id where there is no such file."""
    from partswork.catalogue.folders import ENDINGS

    if os.path.lexists(name) or name.endswith(ENDINGS) or Path(name).name != name:
        return catalogue.read(Path(name).absolute())
    return catalogue.find(name)


def _show_entry(entry: Entry) -> None:
    show(f"{entry.id:<24}  {entry.title}" if not entry.findings else words.cannot_be_run(entry.file.name))
    for finding in entry.findings[:1]:
        from partswork.cli.telling import told

        show(told(finding, entry.file.name))


def _checked_as_json(name: str, found: Found) -> dict[str, Any]:
    from partswork.catalogue.entries import finding_as_json

    script = found.reading.script
    return {
        "file": name,
        "id": script.id if script is not None and script.id else None,
        "ok": not found.errors,
        "findings": [finding_as_json(finding) for finding in found.findings],
        "proof": _proof_as_json(found.proof) if found.proof is not None else None,
    }


def _proof_as_json(proof: Proof) -> dict[str, Any]:
    return {
        "states": proof.states,
        "screens_most": proof.screens_most,
        "seconds_least": proof.seconds_least,
        "seconds_most": proof.seconds_most,
        "promises": dict(proof.promises),
    }


def _show_checked(checked: list[tuple[str, Found]]) -> None:
    from partswork.cli.telling import told

    count = 0
    for name, found in checked:
        for finding in found.findings:
            count += 1
            show(told(finding, name))
            show()
    show(words.checked(len(checked), count))
