"""Output that the commands share."""

from __future__ import annotations

import json
import sys
from typing import Any

import click

from partswork.cleaning import clean
from partswork.wording import commands as words

as_json_option = click.option("--json", "as_json", is_flag=True, help=words.AS_JSON)


def show(text: str = "") -> None:
    """Write a line to standard output, cleaned."""
    _write(sys.stdout, clean(text))


def remark(text: str) -> None:
    """Write a line to standard error, cleaned."""
    _write(sys.stderr, clean(text))


def show_json(document: Any) -> None:
    """Write one JSON document to standard output; what that cannot hold, or would act on, as escapes."""
    text = json.dumps(document, ensure_ascii=False, indent=2)
    encoding = sys.stdout.encoding or "utf-8"
    if clean(text) != text or text.encode(encoding, "replace").decode(encoding) != text:
        text = json.dumps(document, indent=2)
    _write(sys.stdout, text)


def _write(stream: Any, text: str) -> None:
    encoding = stream.encoding or "utf-8"
    stream.write(text.encode(encoding, "replace").decode(encoding) + "\n")
