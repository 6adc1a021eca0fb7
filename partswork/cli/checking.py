"""`partswork check`: whether scripts are sound."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from partswork.cli.listing import as_json_option, show, show_json
from partswork.cli.scripts import catalogue, found
from partswork.wording import commands as words

if TYPE_CHECKING:
    from partswork.catalogue.found import Found
    from partswork.proof import Proof


@click.command(help=words.CHECK)
@click.argument("files", nargs=-1, metavar="[FILE ...]")
@as_json_option
def check(files: tuple[str, ...], as_json: bool) -> int:
    """Read scripts and tell what stands in the way."""
    listed = catalogue()
    if files:
        checked = [(name, found(listed, name)) for name in files]
    else:
        checked = [(str(path), listed.read(path)) for path in listed.files()]
    ok = all(not one.errors for _, one in checked)
    if as_json:
        show_json({"ok": ok, "files": [_checked_as_json(name, one) for name, one in checked]})
    else:
        _show_checked(checked)
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


def _show_checked(checked: list[tuple[str, Found]]) -> None:
    from partswork.cli.telling import told

    count = 0
    for name, one in checked:
        for finding in one.findings:
            count += 1
            show(told(finding, name))
            show()
    show(words.checked(len(checked), count))
