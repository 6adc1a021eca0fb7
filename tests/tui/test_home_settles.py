"""Home gets to know one's own scripts while it is looked at: how long they take, and what they break."""

from __future__ import annotations

from partswork.catalogue.verdicts import Verdicts
from partswork.paths import places
from tests.cli.test_proving import KIND, UNKIND
from tests.plain.scripts import own
from tests.tui.at_home import STEPS, at, at_home, goes_down_to, marked, rows, set_up
from tests.tui.someone import lives


def test_minutes_and_broken_promises_come_by_themselves() -> None:
    set_up("")
    own("mine", STEPS, title="Of my own")
    folder = places().scripts
    (folder / "unkind.yaml").write_text(UNKIND.replace("settle\n", "grounding\n"), "utf-8")

    async def story() -> None:
        async with at_home(size=(100, 30)) as someone:
            await someone.until_sees("unkind.yaml: cannot be run yet.")
            assert "“found”" in rows(someone)[-1] or '"found"' in rows(someone)[-1]
            await goes_down_to(someone, "Of my own")
            await someone.until_sees("About a minute.")
            assert places().verdicts.exists()

    lives(story)


def test_one_stays_where_one_is_while_more_is_known() -> None:
    set_up("")
    own("mine", STEPS, title="Of my own")
    (places().scripts / "kind.yaml").write_text(
        KIND.replace("id: unkind", "id: kind").replace("settle\n", "grounding\n"), "utf-8"
    )

    async def story() -> None:
        async with at_home(size=(100, 30)) as someone:
            await goes_down_to(someone, "Of my own")
            # A script comes while they are away.
            (places().scripts / "unkind.yaml").write_text(UNKIND.replace("settle\n", "grounding\n"), "utf-8")
            await someone.press("f2")
            await someone.press("escape")
            await someone.until_sees("unkind.yaml: cannot be run yet.")
            assert "Of my own" in marked(someone)
            assert at(rows(someone), "unkind.yaml") > at(rows(someone), "Of my own")

    lives(story)


def test_a_demonstration_keeps_nothing_of_it() -> None:
    set_up("")
    own("mine", STEPS, title="Of my own")

    async def story() -> None:
        async with at_home(demo=True, size=(100, 30)) as someone:
            await goes_down_to(someone, "Of my own")
            await someone.until_sees("About a minute.")
            assert not places().verdicts.exists()
            assert Verdicts(places().verdicts).settle([]) is False

    lives(story)


def test_one_that_would_be_hidden_is_hidden_too_when_it_cannot_be_run() -> None:
    set_up("")
    own("going-near", "- ask: What?\n  save_as: it\n- end: complete\n", depth="deep", title="Going near")

    async def story() -> None:
        async with at_home(size=(100, 30)) as someone:
            await someone.until(places().verdicts.exists, "the verdict")
            await someone.press("down", "up")
            assert not someone.sees("going-near")
        set_up('show = ["deep"]')
        async with at_home(size=(100, 30)) as someone:
            await someone.until_sees("going-near.yaml: cannot be run yet.")

    lives(story)
