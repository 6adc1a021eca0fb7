"""`partswork new` and `partswork schema`: what an author begins with."""

from __future__ import annotations

import click

from partswork.cli.listing import show, show_json
from partswork.wording import starting as words


@click.command(help=words.NEW)
@click.argument("file", metavar="FILE")
@click.option("--shared", is_flag=True, help=words.FOR_OTHERS)
def new(file: str, shared: bool) -> None:
    """Write a script to begin with."""
    from partswork.authoring.starting import start

    started = start(file, shared=shared)
    beside = str(started.schema) if started.schema is not None else None
    show(words.written(str(started.script), beside, shared=shared))


@click.command(help=words.SCHEMA)
def schema() -> None:
    """Print the schema of the language."""
    from partswork.script.schema import schema as made

    show_json(made())
