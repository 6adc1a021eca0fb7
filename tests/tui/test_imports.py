"""What the app loads: home is there at once, so it waits for nothing that only a session needs."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from partswork.paths import places
from partswork.session import Desk
from partswork.wording import app as words
from tests.terminal.person import Person

_TELLING = """
import sys
from pathlib import Path
from partswork.cli import main

told = Path(sys.argv.pop())
try:
    main()
finally:
    told.write_text(" ".join(sys.modules))
"""


def _loaded_for_home(told: Path) -> set[str]:
    """Open the program on its home, leave it there, and return what it has imported by then."""
    # From here on it is not the first time, which has something to say before home.
    with Desk(places()) as desk, desk.begin(desk.find("arriving")):
        pass
    with Person(command=(sys.executable, "-c", _TELLING, str(told))) as person:
        person.sees(words.TODAY[None]).types("\x11")
        assert person.left_with() == 0
    return set(told.read_text().split())


def test_home_with_the_built_in_practices_reads_no_yaml(tmp_path: Path) -> None:
    loaded = _loaded_for_home(tmp_path / "loaded")
    assert "partswork.tui.screens.home" in loaded
    assert "yaml" not in loaded


def test_what_only_a_session_needs_is_not_waited_for() -> None:
    told = "import sys; import partswork.cli.sitting, partswork.tui; print(*sys.modules)"
    ran = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True)
    session = {
        "partswork.guide",
        "partswork.script.model",
        "partswork.tui.screens.sitting",
        "textual.widgets._text_area",
    }
    assert set(ran.stdout.split()) & session == set()
