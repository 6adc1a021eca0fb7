"""Boxes and arrows in the two languages that other programs draw from: Mermaid, and Graphviz's dot."""

from __future__ import annotations

from collections.abc import Iterator

from partswork.authoring.diagram import Box, Diagram, Kind

_MERMAID: dict[Kind, tuple[str, str]] = {
    "begin": ("([", "])"),
    "calm": ("[", "]"),
    "question": ("(", ")"),
    "test": ("{", "}"),
    "turns": ("{", "}"),
    "shared": ("[[", "]]"),
    "end": ("([", "])"),
}
_DOT: dict[Kind, str] = {
    "begin": "oval",
    "calm": "box",
    "question": "box, style=rounded",
    "test": "diamond",
    "turns": "diamond",
    "shared": "component",
    "end": "oval",
}


def mermaid(drawn: Diagram) -> Iterator[str]:
    """Yield the lines of a Mermaid flowchart."""
    yield "flowchart TD"
    for section, boxes in _by_section(drawn):
        indent = "  "
        if section is not None:
            yield f'  subgraph s{drawn.sections.index(section)}["{_for_mermaid(section)}"]'
            indent = "    "
        for box in boxes:
            left, right = _MERMAID[box.kind]
            yield f'{indent}{box.id}{left}"{_for_mermaid(box.label)}"{right}'
        if section is not None:
            yield "  end"
    for arrow in drawn.arrows:
        label = f'|"{_for_mermaid(arrow.label)}"|' if arrow.label else ""
        yield f"  {arrow.source} -->{label} {arrow.target}"


def dot(drawn: Diagram) -> Iterator[str]:
    """Yield the lines of a dot file."""
    yield "digraph script {"
    yield "  fontname=sans; fontsize=12; node [fontname=sans, fontsize=11]; edge [fontname=sans];"
    for section, boxes in _by_section(drawn):
        indent = "  "
        if section is not None:
            yield f"  subgraph cluster_{drawn.sections.index(section)} {{"
            yield f"    label={_for_dot(section)}; color=gray;"
            indent = "    "
        for box in boxes:
            yield f"{indent}{box.id} [shape={_DOT[box.kind]}, label={_for_dot(box.label)}];"
        if section is not None:
            yield "  }"
    for arrow in drawn.arrows:
        label = f" [label={_for_dot(arrow.label)}]" if arrow.label else ""
        yield f"  {arrow.source} -> {arrow.target}{label};"
    yield "}"


def _by_section(drawn: Diagram) -> Iterator[tuple[str | None, list[Box]]]:
    for section in (None, *drawn.sections):
        boxes = [box for box in drawn.boxes if box.section == section]
        if boxes:
            yield section, boxes


def _for_mermaid(text: str) -> str:
    """Return text with all that Mermaid would read as its own written by number."""
    kept = (
        letter if letter.isalnum() or letter in " .,:'’()?!/_-–…" else f"#{ord(letter)};" for letter in text
    )
    return "<br>".join("".join(kept).split("#10;"))


def _for_dot(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'
