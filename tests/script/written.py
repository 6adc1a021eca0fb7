"""A script as plain lists, tables and texts: as the reader sees it, as editors see it, and written again."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any

from partswork.script.source import take_in
from partswork.script.tree import Items, Text, Tree
from partswork.script.tree_reader import read_tree

Scalar = Callable[[str], Any]

_INTEGER, _FRACTION = re.compile(r"[-+]?[0-9]+"), re.compile(r"[-+]?[0-9]+\.[0-9]+")


def as_text(said: str) -> Any:
    return said


def as_newer_yaml(said: str) -> Any:
    """Return what an editor takes some text for: YAML 1.2."""
    if said in ("true", "True", "TRUE", "false", "False", "FALSE"):
        return said.lower() == "true"
    if said in ("", "~", "null"):
        return None
    if _INTEGER.fullmatch(said):
        return int(said)
    return float(said) if _FRACTION.fullmatch(said) else said


def as_older_yaml(said: str) -> Any:
    """Return what an editor set to YAML 1.1 takes some text for."""
    return said.lower() == "yes" if said.lower() in ("yes", "no") else as_newer_yaml(said)


VIEWS: tuple[Scalar, ...] = (as_text, as_newer_yaml, as_older_yaml)


def plain(raw: bytes) -> Any:
    """Return a script as lists, tables and texts, None where it cannot be read to its end."""
    source, findings = take_in(raw)
    tree = read_tree(source.text, source.lines, findings) if source.usable else None
    return _plain(tree) if tree is not None else None


def _plain(tree: Tree) -> Any:
    if isinstance(tree, Text):
        return tree.value
    if isinstance(tree, Items):
        return [_plain(item) for item in tree.items]
    return {key: _plain(held) for key, (_, held) in tree.entries.items()}


def seen(script: Any, scalar: Scalar) -> Any:
    """Return a script with each text as an editor takes it."""
    if isinstance(script, dict):
        return {key: seen(held, scalar) for key, held in script.items()}
    return [seen(item, scalar) for item in script] if isinstance(script, list) else scalar(script)


def written(script: Any, indent: str = "") -> str:
    """Return a script as a file has it; an empty list or table is written as nothing at all."""
    if isinstance(script, dict):
        return "".join(f"{indent}{_key(key)}:{_held(held, indent)}" for key, held in script.items())
    return "".join(f"{indent}-{_held(item, indent)}" for item in script)


def _key(key: str) -> str:
    return key if re.fullmatch("[A-Za-z_-]+", key) else json.dumps(key)


def _held(held: Any, indent: str) -> str:
    if isinstance(held, str):
        return f" {json.dumps(held)}\n"
    return f"\n{written(held, indent + '  ')}" if held else "\n"
