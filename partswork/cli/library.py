"""`partswork scripts`: what there is to run."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from partswork.cli.listing import as_json_option, show, show_json
from partswork.cli.scripts import catalogue
from partswork.wording import commands as words

if TYPE_CHECKING:
    from partswork.catalogue import Entry


@click.group(invoke_without_command=True, help=words.SCRIPTS)
@as_json_option
@click.pass_context
def scripts(ctx: click.Context, as_json: bool) -> None:
    """List what can be run."""
    if ctx.invoked_subcommand is not None:
        return
    from partswork.catalogue.entries import entry_as_json

    listed = catalogue()
    listed.settle()
    entries = listed.entries()
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
    from partswork.catalogue.verdicts import verdict_on

    found = catalogue().find(id)
    entry = found.entry(verdict_on(found))
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


def _show_entry(entry: Entry) -> None:
    if not entry.findings:
        show(words.script_line(entry.id, entry.title, entry.minutes))
        return
    from partswork.cli.telling import told

    show(words.cannot_be_run(entry.file.name))
    show(told(entry.findings[0], entry.file.name))
