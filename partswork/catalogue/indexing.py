"""Writes the index of the built-in scripts: `python -m partswork.catalogue.indexing`."""

from __future__ import annotations

import json
from dataclasses import replace

from partswork.catalogue.entries import INDEX, entry_as_json
from partswork.catalogue.folders import library_folder, script_files
from partswork.catalogue.found import read_found


def index_text() -> str:
    """Return the index as it should stand for the scripts that are there.

    Raises:
        ValueError: a built-in script cannot be read, or something was found in it.
    """
    listed = []
    folder = library_folder()
    for path in script_files(folder):
        found = read_found(path, folder)
        proof = found.proof
        if proof is None or found.findings:
            raise ValueError(path.name)
        entry = replace(found.entry(), minutes=proof.minutes)
        told = entry_as_json(entry)
        told["file"] = path.name
        del told["findings"], told["source"]
        listed.append(told)
    return json.dumps(listed, ensure_ascii=False, indent=2) + "\n"


if __name__ == "__main__":
    (library_folder() / INDEX).write_text(index_text(), "utf-8")
