"""`partswork graph` and `partswork routes`: a script to look at before anybody goes through it."""

from __future__ import annotations

import textwrap
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import click

from partswork.cli.listing import as_json_option, remark, show, show_json
from partswork.cli.scripts import catalogue, found, joined
from partswork.wording import drawing as words

if TYPE_CHECKING:
    from partswork.catalogue.found import Found
    from partswork.proof.routes import Route
    from partswork.script.model import Bundle

WIDTH = 96


@click.command(help=words.GRAPH)
@click.argument("script")
@click.option(
    "--format",
    "form",
    type=click.Choice(["outline", "mermaid", "dot"]),
    default="outline",
    help=words.GRAPH_FORMAT,
)
@click.option("--without-shared", is_flag=True, help=words.WITHOUT_SHARED)
@as_json_option
def graph(script: str, form: str, without_shared: bool, as_json: bool) -> None:
    """Draw a script."""
    from partswork.authoring.diagram import diagram

    one = found(catalogue(), script)
    bundle = joined(one)
    if as_json:
        show_json(asdict(diagram(bundle)))
    elif form == "outline":
        _show_outline(one, bundle, with_shared=not without_shared)
    else:
        from partswork.authoring import drawings

        drawn = diagram(bundle)
        for line in drawings.mermaid(drawn) if form == "mermaid" else drawings.dot(drawn):
            show(line)


@click.command(help=words.ROUTES)
@click.argument("script")
@click.option("--most", type=click.IntRange(min=1), default=20, show_default=True, help=words.ROUTES_MOST)
@as_json_option
def routes(script: str, most: int, as_json: bool) -> int:
    """List the ways through a script."""
    from partswork.errors import ScriptUnusable
    from partswork.proof import routes as proof_routes

    one = found(catalogue(), script)
    bundle = joined(one)
    if bundle.script.shared:
        raise ScriptUnusable(words.WAYS_OF_SHARED)
    ways = proof_routes.routes(bundle)
    if ways is None:
        raise ScriptUnusable(words.TOO_MANY_WAYS)
    if one.errors:
        remark(words.ROUTES_BROKEN)
    if as_json:
        show_json(_as_json(bundle.script.id, ways))
        return 0
    show(words.ways(bundle.script.id, sum(way.ways for way in ways), len(ways)))
    if ways and not ways[0].sections:
        show(words.NO_SECTIONS)
    for number, way in enumerate(ways[:most], 1):
        show()
        screens = (way.screens_least, way.screens_most)
        show(words.kind_of_way(number, way.sections, way.ends, way.line, way.ways, screens))
        _show_wrapped(way.story.sentence, " " * (len(str(number)) + 2))
    if len(ways) > most:
        show()
        show(words.more_kinds(len(ways) - most, sum(way.ways for way in ways[most:]), len(ways)))
    return 0


def _show_outline(one: Found, bundle: Bundle, *, with_shared: bool) -> None:
    from partswork.authoring.outline import outline

    minutes = one.proof.minutes if one.proof is not None else None
    for line in outline(bundle, minutes, with_shared=with_shared):
        margin = f"{line.at:>5}  " if line.at is not None else " " * 7
        _show_wrapped(line.text, margin + "  " * line.deep, " " * 7 + "  " * line.deep)


def _show_wrapped(text: str, first: str, other: str | None = None) -> None:
    if not text:
        show()
        return
    later = first if other is None else other
    show(textwrap.fill(text, WIDTH, initial_indent=first, subsequent_indent=later, break_long_words=False))


def _as_json(script: str, ways: tuple[Route, ...]) -> dict[str, Any]:
    return {
        "script": script,
        "ways": sum(way.ways for way in ways),
        "kinds": [
            {
                "sections": list(way.sections),
                "ends": way.ends,
                "line": way.line,
                "ways": way.ways,
                "screens_least": way.screens_least,
                "screens_most": way.screens_most,
                "story": way.story.sentence,
            }
            for way in ways
        ],
    }
