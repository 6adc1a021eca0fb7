"""Nothing is ever sent anywhere: whole runs of the program with every door to a network watched."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from partswork.wording import app as app_words
from partswork.wording import session as session_words
from tests.cli.running import ROOT, run
from tests.plain.scripts import TWO_WORDS, own
from tests.tui.window import CTRL_Q, ENTER, Window

# Loaded by Python itself before anything else. What asks for a network is written down, and ends.
_WATCH = """
import os, sys

SEEN = {seen!r}
DOORS = (
    "socket.connect", "socket.bind", "socket.send", "socket.gethostby", "socket.getaddrinfo",
    "urllib.Request", "http.client.", "ftplib.", "smtplib.", "imaplib.", "webbrowser.",
)

def watch(event, arguments):
    if event.startswith(DOORS):
        with open(SEEN, "a", encoding="utf-8") as file:
            file.write(event + "\\n")
        os._exit(97)

sys.addaudithook(watch)
with open(SEEN + ".watching", "a", encoding="utf-8") as file:
    file.write("on\\n")
"""


class Watch:
    """Where a watched program writes what it asked a network for.

    Attributes:
        around: what has to be set for a program to be watched.
    """

    def __init__(self, folder: Path) -> None:
        folder.mkdir()
        self._seen = folder / "seen"
        (folder / "sitecustomize.py").write_text(_WATCH.format(seen=str(self._seen)), "utf-8")
        self.around: Mapping[str, str] = {"PYTHONPATH": os.pathsep.join((str(folder), str(ROOT)))}

    @property
    def seen(self) -> list[str]:
        """What was asked for; the program has been watched."""
        assert self._seen.with_name("seen.watching").exists()
        return self._seen.read_text("utf-8").splitlines() if self._seen.exists() else []


@pytest.fixture
def watch(tmp_path: Path) -> Watch:
    return Watch(tmp_path / "watch")


CHECK_IN = ["1", "2", "2", "", "2", "", ""]


@pytest.mark.parametrize(
    "arguments",
    [
        ["--version"],
        ["--help"],
        ["scripts", "--json"],
        ["check"],
        ["explain", "PW032"],
        ["schema"],
        ["graph", "arriving"],
        ["routes", "arriving"],
        ["walk", "arriving", "--times", "5"],
        ["test"],
        ["journal", "--json"],
        ["paths", "--json"],
        ["help-now"],
        ["run", "daily-check-in", "--plain"],
        ["run", "witnessing-an-exile", "--plain", "--demo"],
    ],
    ids=" ".join,
)
def test_a_command_asks_no_network_for_anything(arguments: list[str], watch: Watch) -> None:
    said = run(*arguments, lines=CHECK_IN, env={**os.environ, **watch.around})
    assert said.returncode in (0, 1), said.stderr
    assert watch.seen == []


def test_the_app_asks_no_network_for_anything(watch: Watch) -> None:
    own("mine", TWO_WORDS)
    with Window("run", "mine", environment=watch.around) as window:
        window.sees(session_words.BEFORE_THE_FIRST[0]).types("1" + ENTER)
        window.sees("The first?").types("a stone").sees("a stone").goes_on(app_words.GO_ON)
        window.sees("The second?").types("a light").sees("a light").goes_on(app_words.GO_ON)
        window.sees("Read what you wrote")
        window.types(CTRL_Q)
        assert window.left_with() == 0
    assert watch.seen == []


@pytest.mark.parametrize(
    "asking",
    [
        "import socket; socket.create_connection(('127.0.0.1', 9))",
        "import socket; socket.getaddrinfo('localhost', 80)",
        "import socket; socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(b'', ('127.0.0.1', 9))",
        "import urllib.request; urllib.request.urlopen('http://127.0.0.1:9/')",
    ],
)
def test_what_asks_for_a_network_is_seen(asking: str, watch: Watch) -> None:
    window = Window(command=(sys.executable, "-c", asking), environment=watch.around)
    with window:
        assert window.left_with() == 97
    assert watch.seen
