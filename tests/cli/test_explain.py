"""`explain`: every finding that has a page shows it."""

from __future__ import annotations

import pytest

from partswork.wording.findings import FINDINGS
from tests.cli.conftest import Call
from tests.cli.running import ROOT

PAGES = sorted((ROOT / "docs" / "findings").glob("PW*.md"))


@pytest.mark.parametrize("code", [page.stem for page in PAGES])
def test_a_finding_is_explained_by_its_page(call: Call, code: str) -> None:
    said = call("explain", code)
    assert (said.code, said.err) == (0, "")
    page = (ROOT / "docs" / "findings" / f"{code}.md").read_text("utf-8")
    assert said.out.startswith(f"{code}\n")
    assert said.out.strip().endswith(page.rstrip().split("\n")[-1])
    # What is for the tests and the documentation is not shown.
    assert said.out.split("\n")[1] != "---"
    assert page.split("---\n")[1] not in said.out


def test_no_page_is_of_a_finding_that_is_none() -> None:
    assert {page.stem for page in PAGES} <= set(FINDINGS)


@pytest.mark.skipif(not PAGES, reason="no page is written yet")
@pytest.mark.parametrize("said", ["{0}", " {0} ", "{1}", "{2}"])
def test_a_code_may_be_said_in_several_ways(call: Call, said: str) -> None:
    code = PAGES[0].stem
    assert call("explain", said.format(code, code.lower(), code.removeprefix("PW"))).out.startswith(
        f"{code}\n"
    )
