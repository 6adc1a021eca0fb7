"""The shipped index says what reading the built-in scripts says."""

from __future__ import annotations

import json
import subprocess
import sys

from partswork.catalogue.entries import INDEX, shipped_entries
from partswork.catalogue.folders import library_folder, script_files
from partswork.catalogue.indexing import index_text


def test_the_index_is_what_indexing_makes_now() -> None:
    assert (library_folder() / INDEX).read_text("utf-8") == index_text(), (
        "python -m partswork.catalogue.indexing writes it anew"
    )


def test_every_built_in_practice_is_in_it_once() -> None:
    assert [entry.file for entry in shipped_entries()] == script_files(library_folder())
    ids = [entry.id for entry in shipped_entries()]
    assert len(set(ids)) == len(ids)


def test_nothing_in_it_is_of_this_machine() -> None:
    for one in json.loads((library_folder() / INDEX).read_text("utf-8")):
        assert "/" not in one["file"]


def test_listing_the_built_in_ones_reads_no_yaml() -> None:
    told = "import sys; from partswork.catalogue.entries import shipped_entries; assert shipped_entries(); "
    told += "print('yaml' in sys.modules, 'partswork.script.reader' in sys.modules)"
    ran = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True)
    assert ran.stdout.split() == ["False", "False"]
