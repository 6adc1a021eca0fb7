"""What the program's code never does, found in its syntax tree."""

from __future__ import annotations

import ast
from collections.abc import Iterator

_CALLS = frozenset({"eval", "exec", "__import__"})
_METHODS = frozenset(
    {
        *(("yaml", name) for name in ("load", "load_all", "full_load", "unsafe_load")),
        *(("os", name) for name in ("system", "popen")),
    }
)
_BROAD = frozenset({"Exception", "BaseException"})
# What runs code on reading, what logs, and what reaches the network.
_MODULES = frozenset(
    "pickle marshal shelve dill logging socket ssl http urllib.request ftplib smtplib requests httpx".split()
)


def offences(source: str) -> list[str]:
    """Return `line: what` for every forbidden thing in a module's source."""
    return [f"{line}: {what}" for node in ast.walk(ast.parse(source)) for line, what in _in(node)]


def _in(node: ast.AST) -> Iterator[tuple[int, str]]:
    match node:
        case ast.Call(func=ast.Name(id=name)) if name in _CALLS:
            yield node.lineno, name
        case ast.Call(func=ast.Attribute(value=ast.Name(id=owner), attr=name)) if (owner, name) in _METHODS:
            yield node.lineno, f"{owner}.{name}"
        case ast.Call(keywords=keywords) if any(_through_a_shell(keyword) for keyword in keywords):
            yield node.lineno, "shell=True"
        case ast.Import(names=names):
            yield from ((node.lineno, f"import {alias.name}") for alias in names if _forbidden(alias.name))
        case ast.ImportFrom(module=str(module), names=names):
            if _forbidden(module) or any(_forbidden(f"{module}.{alias.name}") for alias in names):
                yield node.lineno, f"from {module} import"
        case ast.ExceptHandler(type=None):
            yield node.lineno, "except without a class"
        case ast.ExceptHandler(type=ast.expr() as caught, body=[ast.Pass() | ast.Expr(ast.Constant())]):
            if any(isinstance(part, ast.Name) and part.id in _BROAD for part in ast.walk(caught)):
                yield node.lineno, "an error swallowed"


def _forbidden(module: str) -> bool:
    return any(module == name or module.startswith(f"{name}.") for name in _MODULES)


def _through_a_shell(keyword: ast.keyword) -> bool:
    return keyword.arg == "shell" and isinstance(keyword.value, ast.Constant) and bool(keyword.value.value)
