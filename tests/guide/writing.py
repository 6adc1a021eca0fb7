"""Scripts as their authors write them: nested lists and tables put down as the quiet part of YAML."""

from __future__ import annotations

from collections.abc import Mapping

from partswork.script.linking import link
from partswork.script.model import Bundle
from partswork.script.reader import Reading, read

Node = str | list["Node"] | dict[str, "Node"]


def written(node: Node, indent: str = "") -> str:
    """Return a table or list as YAML, a line each; words with signs in them stand under `|`."""
    if isinstance(node, str):
        return f"{indent}{node}\n"
    if isinstance(node, list):
        items = (written(item, indent + "  ") for item in node)
        return "".join(f"{indent}- {item[len(indent) + 2 :]}" for item in items)
    return "".join(_entry(key, value, indent) for key, value in node.items())


def _entry(key: str, value: Node, indent: str) -> str:
    if not isinstance(value, str):
        return f"{indent}{key}:\n{written(value, indent + '  ')}"
    if set(value) & set("$*{:#\n"):
        lines = value.split("\n")
        return f"{indent}{key}: |\n" + "".join(f"{indent}  {line}\n" for line in lines)
    return f"{indent}{key}: {value}\n"


def joined(script: str, texts: Mapping[str, str]) -> Bundle:
    """Read and link a script with its shared ones, by id; none may have errors."""
    readings = {id: read(text.encode(), id) for id, text in texts.items()}
    shared = {id: reading for id, reading in readings.items() if id != script}
    for id in shared:
        _linked(id, shared, texts)
    return _linked(script, {script: readings[script], **shared}, texts)


def _linked(id: str, readings: Mapping[str, Reading], texts: Mapping[str, str]) -> Bundle:
    others = {other: reading for other, reading in readings.items() if other != id}
    bundle = link(readings[id], others, others)
    told = [f"{error.code} {error.mark} {error.message}" for error in readings[id].errors]
    assert bundle is not None, "\n".join([*told, texts[id]])
    return bundle
