"""docs/journal-format.md says what is so: its reader reads, its examples are kept."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

from partswork.journal import Journal, script_record
from partswork.journal.records import kinds
from partswork.journal.vault import keys, schema
from tests.journal.sitting import AT, Sitting, record

PAGE = (Path(__file__).parents[2] / "docs" / "journal-format.md").read_text("utf-8")
BLOCKS = re.findall(r"^```(\w+)\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)
EXAMPLES = {
    kind: json.loads(body)
    for kind, body in re.findall(r"^#### `([a-z-]+)`\n.*?^```json\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)
}
OF_NO_SESSION = {"script", "deleted"}


def test_the_reader_lists_the_answers_that_count(folder: Path, tmp_path: Path) -> None:
    with Journal.open(folder) as journal:
        session = Sitting(journal, title="Beside the one who guards")
        session.answer("job", "It keeps watch, 見張り.", section="meeting")
        session.back(session.answer("fear", "nothing", section="meeting"))
        session.skip("fear", section="meeting")
        back = session.back(session.answer("near", 3, kind="rate"))
        left = session.answer("near", 4, kind="rate")
        session.add("moved", {"pins": {}, "abandons": [back, left]})
        session.meet_new("The Watchman")
        expected = [entry for entry in journal.answers(session.id) if entry.value and not entry.abandoned]
    reader = tmp_path / "reader.py"
    (code,) = (body for language, body in BLOCKS if language == "python")
    reader.write_text(code, "utf-8")
    told = subprocess.run(
        [sys.executable, str(reader), str(folder)], check=True, capture_output=True, encoding="utf-8"
    ).stdout.splitlines()
    assert told[:3] == [
        f"# Beside the one who guards, {AT}",
        'meeting, job: "It keeps watch, 見張り."',
        "main, near: 3",
    ]
    assert "The Watchman" in told[3]
    assert len(told) - 1 == len(expected) == 3


def test_every_kind_has_an_example_that_is_kept(memory: Journal) -> None:
    looked_into = {
        value for name, value in vars(kinds).items() if name.isupper() and value != kinds.NAME_PART
    }
    assert looked_into <= EXAMPLES.keys()
    session = "ab" * 16
    for kind, body in EXAMPLES.items():
        memory.append([record(kind, None if kind in OF_NO_SESSION else session, body)])
    kept = memory.records(session)
    assert [(r.kind, r.body) for r in kept] == [
        (kind, body) for kind, body in EXAMPLES.items() if kind not in OF_NO_SESSION
    ]
    assert [entry.name for entry in memory.answers(session)] == ["job", "fear"]
    assert memory.sessions()[0].title == EXAMPLES["begun"]["title"]


def test_a_scripts_record_is_as_described() -> None:
    example = EXAMPLES["script"]
    assert script_record(example["text"], example["script"], AT).body == example


def test_the_key_files_example_is_sound(folder: Path) -> None:
    folder.mkdir()
    example = next(body for language, body in BLOCKS if language == "json")
    (folder / "journal.key").write_text(example, "utf-8")
    assert keys.kept_keys(folder) == ["".join(f"{byte:02x}" for byte in range(32))]


def test_the_table_is_the_one_that_is_made() -> None:
    (table,) = (body for language, body in BLOCKS if language == "sql")
    assert table.strip() == schema._FIRST[0]
