"""What no file of the project may hold."""

from __future__ import annotations

import ast
import re

import pytest

from tests.project.offences import offences
from tests.project.tree import ROOT, package, shown, tracked

# In pieces, so that this file does not hold them.
_REGISTRIES = ("py" + "pi.org", "python" + "hosted.org", "npm" + "js.org", "crates" + ".io", "index" + "-url")
_THIS_MACHINE = re.compile(r"(^|[^a-z./])/(work|root|tmp/v)/", re.MULTILINE)


def test_no_file_names_a_package_registry() -> None:
    holding = [
        f"{shown(path)}: {host}"
        for path in tracked()
        for host in _REGISTRIES
        if host in path.read_text(encoding="utf-8", errors="replace")
    ]
    assert holding == []


def test_no_file_names_a_folder_of_the_machine_it_was_written_on() -> None:
    holding = [
        shown(path)
        for path in tracked()
        if _THIS_MACHINE.search(path.read_text(encoding="utf-8", errors="replace"))
    ]
    assert holding == []


def test_no_module_does_what_is_forbidden() -> None:
    found = {shown(path): found for path in package() if (found := offences(path.read_text("utf-8")))}
    assert found == {}


@pytest.mark.parametrize(
    "source",
    [
        "eval('1')",
        "exec('x = 1')",
        "import pickle",
        "from marshal import loads",
        "import logging",
        "from urllib.request import urlopen",
        "import socket",
        "yaml.load(text)",
        "yaml.unsafe_load(text)",
        "os.system('ls')",
        "subprocess.run('ls', shell=True)",
        "try:\n    f()\nexcept:\n    g()",
        "try:\n    f()\nexcept Exception:\n    pass",
        "try:\n    f()\nexcept (OSError, Exception):\n    ...",
    ],
)
def test_the_forbidden_is_seen(source: str) -> None:
    assert len(offences(source)) == 1


@pytest.mark.parametrize(
    "source",
    [
        "yaml.safe_load(text)",
        "from urllib.parse import quote",
        "regex.evaluate(x)",
        "try:\n    f()\nexcept OSError:\n    pass",
        "try:\n    f()\nexcept Exception:\n    tidy()\n    raise",
    ],
)
def test_the_allowed_is_left_alone(source: str) -> None:
    assert offences(source) == []


def test_every_module_is_short_enough_to_hold_one_idea() -> None:
    lengths = {shown(path): len(path.read_text("utf-8").splitlines()) for path in package()}
    assert {name: length for name, length in lengths.items() if length > 300} == {}


def test_every_module_says_what_it_is() -> None:
    modules = {shown(path): ast.parse(path.read_text("utf-8")) for path in package()}
    assert [name for name, module in modules.items() if not ast.get_docstring(module)] == []


def test_ci_runs_what_the_readme_says() -> None:
    assert "make test" in (ROOT / "README.md").read_text("utf-8")
    run = ROOT / ".ci" / "run"
    assert re.search(r"^make test\b", run.read_text("utf-8"), re.MULTILINE)
    assert run.stat().st_mode & 0o111
