"""Every finding has its page, and every page's scripts show what it says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from partswork.authoring.trying import Bench
from partswork.proof import prove
from partswork.script.finding import Finding
from partswork.script.linking import link
from partswork.script.reader import read
from partswork.wording.findings import FINDINGS
from tests.script.pages import PAGES
from tests.script.scripts import library

# No script on a page can show these: they are of files, of their names, of another script beside this one,
# or of far too many ways.
ONLY_PROSE = (
    {"PW004", "PW006", "PW015", "PW019", "PW052", "PW063", "PW068", "PW080", "PW081"}
    | {f"PW09{n}" for n in range(5)}
    | {"PW126", "PW133", "PW190"}
)
RUN = sorted(set(PAGES) - ONLY_PROSE)
# What stands on these pages is no script, but a test of one that comes with partswork.
OF_TESTS = {code for code in PAGES if code.startswith("PW2")}


def findings_of(text: str) -> tuple[Finding, ...]:
    """Return what is told about a script that stands in a file of its own name, beside itself."""
    raw = text.encode("utf-8")
    first = read(raw).script
    reading = read(raw, first.id or None if first else None)
    beside = {first.id: read(raw)} if first else {}
    bundle = link(reading, {**library(), **beside}, library())
    return (*reading.findings.sorted(), *(prove(bundle).findings if bundle is not None else ()))


def told_of(code: str, text: str, folder: Path) -> tuple[Finding, ...]:
    """Return what is told about what stands on a page; on those of tests, about a test that then runs."""
    if code not in OF_TESTS:
        return findings_of(text)
    file = folder / "as-on-the-page.test.yaml"
    file.write_text(text, "utf-8")
    tried = Bench(folder / "own").try_out(file)
    assert tried.failures == ()
    return tried.findings


def test_every_finding_has_its_page() -> None:
    assert set(PAGES) == set(FINDINGS)


@pytest.mark.parametrize("code", PAGES)
def test_a_page_says_what_the_finding_is(code: str) -> None:
    page, entry = PAGES[code], FINDINGS[code]
    assert (page.code, page.severity, page.promise) == (code, entry.severity, entry.promise)
    assert page.title
    assert page.prose
    assert not re.search(r"\b(scalar|mapping|token|node|pars)", page.title + page.prose, re.IGNORECASE)


@pytest.mark.parametrize("code", PAGES)
def test_a_page_has_two_scripts_or_says_why_not(code: str) -> None:
    page = PAGES[code]
    assert (page.bad is None) == (page.good is None) == (code in ONLY_PROSE)


@pytest.mark.parametrize("code", RUN)
def test_the_bad_script_gives_the_finding_and_nothing_else(code: str, tmp_path: Path) -> None:
    bad = PAGES[code].bad
    assert bad is not None
    assert {(finding.code, finding.severity) for finding in told_of(code, bad, tmp_path)} == {
        (code, PAGES[code].severity)
    }


@pytest.mark.parametrize("code", RUN)
def test_of_the_good_script_there_is_nothing_to_say(code: str, tmp_path: Path) -> None:
    good = PAGES[code].good
    assert good is not None
    assert told_of(code, good, tmp_path) == ()


@pytest.mark.parametrize("code", RUN)
def test_the_good_script_is_the_bad_one_mended(code: str) -> None:
    bad, good = PAGES[code].bad, PAGES[code].good
    assert bad is not None
    assert good is not None
    assert bad != good
    assert len(good.splitlines()) <= 45
