"""`partswork schema`: one JSON document, and the file an editor asks for."""

from __future__ import annotations

import json

from partswork.authoring.starting import schema_text
from partswork.script.schema import schema
from tests.cli.conftest import Call


def test_it_prints_the_schema_and_nothing_else(call: Call) -> None:
    said = call("schema")
    assert (said.code, said.err) == (0, "")
    assert json.loads(said.out) == schema()


def test_it_is_the_file_that_new_writes(call: Call) -> None:
    assert call("schema").out == schema_text()


def test_it_names_no_address() -> None:
    assert "://" not in schema_text()
