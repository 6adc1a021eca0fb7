"""The shipped index of the built-in scripts, so that listing them reads no YAML."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from partswork.catalogue.entries import Entry

FILE = "index.json"


def library_folder() -> Path:
    """Return the folder of the built-in scripts: in the package once installed, else beside it."""
    package = Path(__file__).parent.parent
    shipped = package / "library"
    return shipped if shipped.is_dir() else package.parent / "scripts"


def shipped_entries() -> list[Entry]:
    """Return the built-in scripts in the order they are listed."""
    folder = library_folder()
    listed: list[dict[str, Any]] = json.loads((folder / FILE).read_text("utf-8"))
    return [
        Entry(
            id=one["id"],
            title=one["title"],
            about=one["about"],
            depth=one["depth"],
            company=one["company"],
            language=one["language"],
            source="built-in",
            tags=tuple(one["tags"]),
            file=folder / one["file"],
            minutes=(one["minutes"]["least"], one["minutes"]["most"]) if one["minutes"] else None,
        )
        for one in listed
    ]
