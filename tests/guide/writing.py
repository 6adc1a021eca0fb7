"""Scripts as their authors write them: nested lists and tables put down as the quiet part of YAML."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

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
    shared = _read(tuple((id, text) for id, text in texts.items() if id != script))
    return _linked(script, read(texts[script].encode(), script), shared)


@lru_cache(maxsize=256)
def _read(texts: tuple[tuple[str, str], ...]) -> Mapping[str, Reading]:
    """Read and link shared scripts; many scripts share the same ones."""
    shared = {id: read(text.encode(), id) for id, text in texts}
    for id, reading in shared.items():
        _linked(id, reading, {other: one for other, one in shared.items() if other != id})
    return shared


def _linked(id: str, reading: Reading, shared: Mapping[str, Reading]) -> Bundle:
    bundle = link(reading, shared, shared)
    told = [f"{id}: {error.code} {error.mark} {error.message}" for error in reading.errors]
    assert bundle is not None, "\n".join([*told, reading.text])
    return bundle
