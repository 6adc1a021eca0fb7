"""Words that could do harm are shown as typed, never live, and end nothing, wherever they stand."""

from __future__ import annotations

import json

import pytest

from partswork.cleaning import clean
from partswork.guide import Beat
from partswork.tui.screens.reading import Reading
from tests.plain.hostile import C1, ESCAPES, LONG, MARKUP, WIDE, unseen
from tests.plain.scripts import own
from tests.tui import in_the_app
from tests.tui.plan import Deed, Meant
from tests.tui.someone import Someone, at_the_app, lives

HARM = {"markup": MARKUP, "escapes": ESCAPES, "c1": C1.replace("\x85", ""), "wide": WIDE, "long": LONG}

EVERYWHERE = """
- say: {say}
- pause: 5 minutes
  text: {text}
- breathe: 4 in, 6 out
  text: {text}
- distress: {text}
  help: {text}
- ask: {text}
  save_as: word
  help: {text}
  placeholder: {text}
- rate: {text}
  save_as: far
  help: {text}
  low: {text}
  high: {text}
- scan: {text}
  save_as: weather
  help: {text}
  words:
    - {first}
    - {second}
    - {third}
  scales:
    - calm: {text}
      meaning: {text}
    - warmth: {text_too}
- choose: {text}
  save_as: way
  help: {text}
  options:
    - stay: {text}
    - leave: {text_too}
- choose: {text}
  save_as: ways
  many: yes
  options:
    - stay: {text}
    - leave: {text_too}
- name_part: {text}
  save_as: near
- locate: "${{near}} {{text}}"
  save_as: place
- say: "${{word}} ${{far}} ${{weather.calm}} ${{way}} ${{ways}} ${{near}} ${{place}}"
- end: people
"""


def hostile(text: str) -> str:
    """Write a practice with a text in every place; return its id."""
    said = text.replace("*", "")
    words = {"say": said, "text": said, "text_too": f"{said} too"}
    words |= {name: said[:100] + name for name in ("first", "second", "third")}
    quoted = {name: json.dumps(one, ensure_ascii=False) for name, one in words.items()}
    own("hostile", EVERYWHERE.format(**quoted), title=quoted["text"])
    return "hostile"


def harmless(someone: Someone) -> None:
    """Assert that nothing on the screen acts, neither on the terminal nor when it is clicked."""
    for strip in someone.strips:
        for segment in strip:
            assert unseen(segment.text) == []
            assert "@click" not in (segment.style.meta if segment.style else {})
    assert someone.app.is_running


@pytest.mark.parametrize("harm", HARM)
def test_in_every_place_of_a_script_and_in_every_answer(harm: str) -> None:
    text = HARM[harm]
    script = hostile(text)
    seen = clean(text)[:60]
    answers: dict[str, Meant] = {
        "distress": 2,
        "word": text,
        "far": 3,
        "way": "stay",
        "ways": ("leave",),
        "near": text[:150],
        "place": ("chest", text[:150].replace(",", " ")),
        "weather": {"calm": clean(text[:100] + "second"), "warmth": clean(text[:100] + "first")},
    }

    async def story() -> None:
        async with at_the_app(script) as someone:
            control = await someone.until_asked()
            while isinstance(beat := someone.session.beat, Beat):
                await someone.until_sees(seen)
                harmless(someone)
                if beat.asked is None:
                    await someone.press("enter")
                else:
                    await in_the_app.do(someone, Deed("answer", answers[beat.asked.name]))
                control = await someone.until_asked(control)
            await someone.press("1", "enter")
            await someone.until(lambda: someone.control is None, "home")
            await someone.until_sees(seen)
            harmless(someone)
            await someone.press("j", "enter")
            await someone.until(lambda: isinstance(someone.app.screen, Reading), "the session")
            await someone.until_sees(seen)
            harmless(someone)

    lives(story)
