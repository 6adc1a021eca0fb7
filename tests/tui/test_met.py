"""Who was met is named when a session ends, and nobody else."""

from __future__ import annotations

import pytest

from partswork.wording import app as words
from partswork.wording import session as session_words
from tests.plain.scripts import own
from tests.tui.at_home import at_home, rows
from tests.tui.someone import lives

MET = """\
- name_part: Who is near?
  save_as: near
- name_part: And who else?
  save_as: other
- end: {end}
"""


def test_who_was_met_is_named() -> None:
    names = ("Ada", "[/ Bo]")
    own("mine", MET.format(end="complete"))

    async def story() -> None:
        async with at_home("mine") as someone:
            for name in names:
                control = await someone.until_asked()
                await someone.types(name)
                await someone.press("enter")
                await someone.until_asked(control)
            await someone.until_sees(session_words.here_with(names))

    lives(story)


@pytest.mark.parametrize("end", ["people", "complete"])
def test_people_to_call_stand_before_anyone_else(end: str) -> None:
    own("mine", MET.format(end=end))

    async def story() -> None:
        async with at_home("mine") as someone:
            for name in ("Ada of the parts", "Bo"):
                control = await someone.until_asked()
                await someone.types(name)
                await someone.press("enter")
                await someone.until_asked(control)
            await someone.until(lambda: words.FINISH in rows(someone), "the end")
            assert someone.sees("Ada: 01") == someone.sees("112") == (end == "people")
            assert someone.sees("Ada of the parts") == (end != "people")

    lives(story)


def test_no_one_is_named_who_was_taken_back_or_not_met() -> None:
    own("mine", "- say: Only this.\n- end: complete\n")
    own("met", MET.format(end="complete"))

    async def nobody() -> None:
        async with at_home("mine") as someone:
            await someone.until_asked()
            await someone.press("enter")
            await someone.until(lambda: words.FINISH in rows(someone), "the end")
            assert not someone.sees("You were here with")

    async def one() -> None:
        async with at_home("met") as someone:
            for key, name in (("enter", "Ada"), ("f7", ""), ("enter", "Cy"), ("enter", "Bo")):
                control = await someone.until_asked()
                if name:
                    await someone.press("end", "ctrl+u")
                    await someone.types(name)
                await someone.press(key)
                await someone.until_asked(control)
            await someone.until_sees(session_words.here_with(["Cy", "Bo"]))

    lives(nobody)
    lives(one)
