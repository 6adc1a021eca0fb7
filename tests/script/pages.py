"""The pages of the findings: what each says of itself, and its two scripts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import yaml

from tests.script.scripts import ROOT

FOLDER = ROOT / "docs" / "findings"

_FRONT = re.compile(r"---\n(.*?)^---\n(.*)", re.DOTALL | re.MULTILINE)
_FENCE = re.compile(r"^```yaml (bad|good)\n(.*?)^```$", re.DOTALL | re.MULTILINE)


@dataclass(frozen=True)
class Page:
    """One page; `bad` and `good` are None where no script in a page can show it."""

    code: str
    title: str
    severity: str
    promise: str | None
    prose: str
    bad: str | None
    good: str | None


def read_page(path: Path) -> Page:
    found = _FRONT.fullmatch(path.read_text("utf-8"))
    assert found is not None
    front = yaml.safe_load(found.group(1))
    assert list(front) == ["code", "title", "severity", "promise"]
    blocks = dict(_FENCE.findall(found.group(2)))
    prose = found.group(2).partition("\nWhat goes wrong:\n")[0]
    return Page(**front, prose=prose.strip(), bad=blocks.get("bad"), good=blocks.get("good"))


PAGES = {path.stem: read_page(path) for path in sorted(FOLDER.glob("*.md"))}
