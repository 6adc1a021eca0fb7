"""At a terminal: no byte that comes from anyone's words acts on it, wherever they are shown."""

from __future__ import annotations

import json
import re

import pytest

from partswork.journal import projections
from partswork.journal.vault.opening import open_vault
from partswork.paths import places
from partswork.session import Desk
from partswork.wording import app as app_words
from partswork.wording import people as people_words
from partswork.wording import plain as words
from tests.plain.hostile import MARKUP, unseen
from tests.plain.kept import draft, state
from tests.plain.piping import runs
from tests.plain.scripts import TWO_WORDS, own
from tests.tui.window import CTRL_P, CTRL_Q, END, ENTER, ESCAPE, F2, F3, F4, Window

ACTING = (
    "\x1b]0;both\x07",
    "\x1b]2;title\x1b\\",
    "\x1b]52;c;aGk=\x07",
    "\x1b]8;;http://there\x1b\\",
    "\x1bP1$r0m\x1b\\",
    "\x1b_program\x1b\\",
    "\x1b^private\x1b\\",
    "\x1bc",
    "\x1b#8",
    "\x1b(0",
    "\x1b[2J",
    "\x1b[6n",
    "\x1b[21t",
    "\x1b[?5h",
    "\x1b[5;8m",
    "s\x0ehift",
    "b\x08ack",
    "r\x07ing",
    "\x7fgone",
    "\x9b8m",
    "\x9d2;title\x9c",
    "\x90q\x9c",
    "next\x85line",
    "over\u202eride\u2066d",
)
"""Titles, the clipboard, a link, strings for the terminal, resets, questions to it, styles of no app."""

HARM = f"{MARKUP} {' '.join(ACTING)}"
SEEN = "".join(one for one in HARM if not unseen(one))
SHORT = f"{MARKUP} \x1b]52;c;aGk=\x07 \x9d2;title\x9c"
SHORT_SEEN = "".join(one for one in SHORT if not unseen(one))
BROKEN = SHORT_SEEN.replace("/", "")
"""The name of a file."""
PASTED, SHORT_PASTED = (text.replace("\x1b", "") for text in (HARM, SHORT))
"""As they come out of a terminal, which leaves the escape out of what is pasted."""

EVERYWHERE = """
- say: {a-line}
- pause: 5 minutes
  text: {a-pause}
- breathe: 20 in, 20 out
  text: {a-breath}
- distress: {a-distress}
  help: {its-help}
- ask: {a-question}
  save_as: word
  help: {its-help}
  placeholder: {its-placeholder}
- rate: {a-scale}
  save_as: far
  low: {its-low}
  high: {its-high}
- scan: {the-weather}
  save_as: weather
  words:
    - {far-off}
    - {some}
    - {near}
  scales:
    - calm: {calm}
      meaning: {its-meaning}
    - warmth: {warmth}
- choose: {a-choice}
  save_as: way
  options:
    - stay: {stay}
    - leave: {leave}
- choose: {many}
  save_as: ways
  many: yes
  options:
    - red: {red}
    - blue: {blue}
- name_part: {a-part}
  save_as: who
- name_part: {another}
  save_as: other
- locate: {a-place}
  save_as: place
- say: "the-answers ${{word}} ${{weather.calm|none}} ${{way}} ${{ways|none}} ${{who}} ${{place}}"
- end: people
"""

_COLOUR = r"[34]8;(?:5;\d+|2;\d+;\d+;\d+)"
_STYLE = rf"(?:0|[1-4]|7|9|39|49|{_COLOUR})"
_KNOWN = re.compile(
    rf"\x1b\[(?:{_STYLE}(?:;{_STYLE})*)?m"
    r"|\x1b\[\d+;\d+H"
    r"|\x1b\[\?(?:7|25|1000|1002|1003|1004|1006|1015|1016|1049|2004|2026|2048)[hl]"
    r"|\x1b\[\?(?:2026|2048)\$p"
    r"|\x1b\[>\d+u|\x1b\[<u"
    r"|\x1b\]22;[a-z-]*\x07"
    r"|\r\n"
)
"""All that the app sends besides text: styles, where to write, its modes of the screen, mouse and keyboard,
and the shape of the mouse pointer."""


def acting(raw: bytes) -> list[str]:
    """Return what was written that is neither text nor of the app's own making, each with what follows it."""
    left = _KNOWN.sub("", raw.decode("utf-8", "surrogateescape"))
    return [left[at : at + 20] for at, one in enumerate(left) if not one.isprintable() and unseen(one)]


def quoted(text: str) -> str:
    """Return text as both YAML and TOML take it within quotation marks."""
    return json.dumps(text).replace("\x7f", "\\u007f")


def hostile() -> str:
    """Write words that do harm wherever words can be: a script, one that is broken, the settings."""
    marks = re.findall(r"{([\w-]+)}", EVERYWHERE.replace("{{", "").replace("}}", ""))
    said = {mark: quoted(f"{mark} {HARM}") for mark in marks}
    own("hostile", EVERYWHERE.format_map(said), title=quoted(f"a-title {HARM}"))
    broken = own("broken", f"- {quoted(HARM)}: {quoted(HARM)}\n", title=quoted(f"broken {HARM}"))
    broken.rename(broken.with_name(f"{SHORT}.yaml".replace("/", "")))
    person = f"[[people]]\nname = {quoted(f'a-person {HARM}')}\nphone = {quoted(f'a-phone {HARM}')}\n"
    settings(f"{quoted(f'a-key {HARM}')} = 1\n{person}")
    return "hostile"


def settings(said: str) -> None:
    places().config.mkdir(parents=True, exist_ok=True)
    places().settings.write_text(said, "utf-8")


def shown(*marks: str) -> list[str]:
    return [f"{mark} {SEEN}" for mark in marks]


def tells_keys(window: Window) -> bool:
    """Whether the keys are told; in their narrow column a sentence is in many pieces."""
    return set(app_words.BACK_HELP.split()) <= set(window.screen.split())


@pytest.mark.parametrize("one", [*ACTING, "\x1b[31;8m", "\x9bm", "\udc9b"])
def test_what_acts_is_found(one: str) -> None:
    assert acting(b"\x1b[1;38;5;3mwords\x1b[0m" + one.encode("utf-8", "surrogateescape")) != []


def test_no_word_of_anyone_acts_on_the_terminal() -> None:
    own("before", "- name_part: Who?\n  save_as: who\n- end: complete\n")
    assert runs("run", "before", said=[f"before {SHORT}"]).code == 0
    script = hostile()
    with Window("run", script, columns=90, rows=45) as window:
        window.sees("a-key", *shown("a-line")).types(ENTER).sees(*shown("a-pause")).types(ENTER)
        window.sees(*shown("a-breath")).types(ENTER).sees(*shown("a-distress", "its-help")).types("2" + ENTER)
        window.sees(*shown("a-question", "its-help", "its-placeholder"))
        window.types(F3).waits(lambda: tells_keys(window), "the keys")
        window.types(F3).waits(lambda: not tells_keys(window), "the end of the keys")
        window.types("\x9bm").pastes(f"a-draft {PASTED} its-end")
        window.sees(*shown("a-draft")).waits(lambda: "its-end" in (draft("main|word|1") or ""), "the draft")
        window.types(F2).sees(people_words.INTRODUCTION, "a-person", "a-phone").types(ENTER)
        window.sees(*shown("a-draft")).types(F4).sees_no_more("a-draft").types(F4).sees(*shown("a-draft"))
        window.types(CTRL_P).sees(app_words.BACK_HELP).pastes(f"{SHORT_PASTED} sought").sees("sought")
        window.types(ESCAPE).sees_no_more("sought").types(ESCAPE).sees(app_words.LEAVING).types(CTRL_Q)
        assert window.left_with() == 0
        assert acting(window.raw) == []
    # What is said about a key nobody knows would stand before the lowest lines for a while.
    settings(places().settings.read_text("utf-8").partition("\n")[2])
    with Window("run", script, columns=90, rows=45) as window:
        window.sees(words.CONTINUE).types(ENTER)
        window.sees(*shown("a-question", "a-draft")).goes_on(app_words.GO_ON)
        window.sees(*shown("a-scale"), "its-low", "its-high").types("3" + ENTER)
        window.sees(*shown("the-weather"), "calm", "warmth", "far-off", "its-meaning").types("2" + ENTER)
        window.sees(*shown("a-choice", "stay", "leave")).types("1" + ENTER)
        window.sees(*shown("many", "red", "blue")).types(" ").goes_on(app_words.GO_ON)
        window.sees(*shown("a-part"), f"before {SHORT_SEEN}").pastes(f"one {SHORT_PASTED}")
        window.sees(f"one {SHORT_SEEN}").types(ENTER).sees(*shown("another"), f"one {SHORT_SEEN}")
        window.pastes(f"two {SHORT_PASTED}").sees(f"two {SHORT_SEEN}").types(ENTER)
        window.sees(*shown("a-place")).moves_to(app_words.OWN_PLACE).pastes(f"three {SHORT_PASTED}")
        window.sees(f"three {SHORT_SEEN}").types(ENTER)
        window.sees("the-answers", *shown("a-draft", "stay", "red"), f"three {SHORT_SEEN}").types(ENTER)
        window.sees("a-person").waits(lambda: state() == "complete", "the end").types("1" + ENTER)
        window.sees("Daily check-in", "a-title").moves_to(BROKEN, END).types(ENTER).sees(app_words.CLOSE)
        window.types(ESCAPE).sees_no_more(app_words.CLOSE).types("j").sees_no_more("Daily check-in")
        window.types(ENTER).sees(*shown("a-question", "a-draft"))
        window.types(END).sees(f"three {SHORT_SEEN}").types(CTRL_Q)
        assert window.left_with() == 0
        assert acting(window.raw) == []


def test_words_of_a_journal_that_was_changed_elsewhere() -> None:
    """Whatever keeps such words out of the journal, they are cleaned once more where they are shown."""
    own("mine", TWO_WORDS)
    with Desk(places()) as desk, desk.begin(desk.find("mine")) as session:
        session.keep_draft("half")
        session.pause("asked")
    vault = open_vault(places().data, projections.rebuild)
    with vault.writing() as connection:
        connection.execute("UPDATE draft SET text = text || ?", (f" {HARM}",))
    vault.close()
    with Window("run", "mine") as window:
        window.sees(words.CONTINUE).types(ENTER).sees("The first?", "half").types(CTRL_Q)
        assert window.left_with() == 0
        assert acting(window.raw) == []
