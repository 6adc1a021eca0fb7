"""Writes the index of the built-in scripts: `python -m partswork.catalogue.indexing`."""

from __future__ import annotations

import json

from partswork.catalogue.entries import entry_of
from partswork.catalogue.files import read_file, script_files
from partswork.catalogue.index import FILE, library_folder


def index_text() -> str:
    """Return the index as it should stand for the scripts that are there.

    Raises:
        ValueError: a built-in script cannot be read.
    """
    listed = []
    for path in script_files(library_folder()):
        reading = read_file(path)
        if reading.script is None or reading.errors:
            raise ValueError(path.name)
        told = entry_of(reading.script, "built-in", path).as_json()
        told["file"] = path.name
        del told["findings"], told["source"]
        listed.append(told)
    return json.dumps(listed, ensure_ascii=False, indent=2) + "\n"


if __name__ == "__main__":
    (library_folder() / FILE).write_text(index_text(), "utf-8")
