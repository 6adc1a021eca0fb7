"""A script joined again from the texts kept when its session began."""

from __future__ import annotations

from partswork.catalogue.found import join
from tests.practices import EVERY_KIND, SETTLE, Own, practice, shared


def test_texts_kept_give_the_same_script_again(own: Own) -> None:
    found = own.put("every-kind", EVERY_KIND)
    assert join("every-kind", found.texts) == found.usable()


def test_no_text_of_it_may_be_missing() -> None:
    texts = {"every-kind": EVERY_KIND, "settle": SETTLE}
    for id in texts:
        assert join("every-kind", {other: text for other, text in texts.items() if other != id}) is None
    assert join("every-kind", {}) is None


def test_a_text_that_is_no_script_any_more_is_not_joined() -> None:
    for broken in ("", "partswork: 2\n", "[" * 1000, EVERY_KIND.replace("save_as: mind", "")):
        assert join("every-kind", {"every-kind": broken, "settle": SETTLE}) is None
        assert join("every-kind", {"every-kind": EVERY_KIND, "settle": broken}) is None


def test_an_error_however_deep_keeps_it_from_being_joined() -> None:
    main = practice("uses", "- use: aa\n")
    texts = {
        "uses": main,
        "settle": SETTLE,
        "aa": shared("aa", "- use: bb\n"),
        "bb": shared("bb", "- use: cc\n"),
        "cc": shared("cc", "- say: |\n    Here.\n"),
    }
    assert join("uses", texts) is not None
    del texts["cc"]
    assert join("uses", texts) is None
