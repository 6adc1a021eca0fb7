"""`partswork explain`: what a finding means, with a bad and a good example."""

from __future__ import annotations

from pathlib import Path

import click

from partswork.cli.listing import show
from partswork.errors import PartsworkError, WrongUsage
from partswork.wording import commands as words
from partswork.wording.findings import FINDINGS


@click.command(help=words.EXPLAIN)
@click.argument("code")
def explain(code: str) -> None:
    """Explain a finding."""
    code = code.strip().upper()
    if code.isascii() and code.isdigit():
        code = f"PW{int(code[:6]):03}"
    if code not in FINDINGS:
        from partswork.near import nearest

        raise WrongUsage(words.no_such_code(code, nearest(code, list(FINDINGS))))
    page = _folder() / f"{code}.md"
    if not page.is_file():
        raise PartsworkError(words.no_page(code))
    # Front matter is for the tests and the documentation; a reader wants what stands behind it.
    _, _, text = page.read_text("utf-8").partition("---\n")[2].partition("---\n")
    show(f"{code}\n{text.rstrip()}")


def _folder() -> Path:
    """Return the folder of the pages: in the package once installed, else in the documentation."""
    package = Path(__file__).parent.parent
    shipped = package / "findings"
    return shipped if shipped.is_dir() else package.parent / "docs" / "findings"
