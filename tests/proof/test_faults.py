"""Faults sown by hand: each is told, at its line, alone, and its story leads to it in the real guide."""

from __future__ import annotations

from collections import Counter

import pytest

from partswork.proof import prove
from partswork.proof.laying import Laying
from partswork.proof.search import search
from partswork.proof.stories import story
from partswork.script.model import Bundle
from partswork.wording.promises import PROMISES
from tests.proof import faults_of_answers, faults_of_distress, faults_of_safety, faults_of_ways
from tests.proof.sessions import told_again
from tests.proof.sowing import GUARD, WAY, Fault, scripts, sown
from tests.proof.watching import keys_of

FAULTS = (
    *faults_of_ways.FAULTS,
    *faults_of_answers.FAULTS,
    *faults_of_safety.FAULTS,
    *faults_of_distress.FAULTS,
)

# Only a whole script can be walked.
WALKED = [fault for fault in FAULTS if fault.main or fault.script in (GUARD, WAY)]


@pytest.mark.parametrize("id", [GUARD, WAY])
def test_without_faults_every_promise_is_proved(id: str) -> None:
    bundle = sown(id, scripts())
    for script in (bundle.script, *bundle.shared.values()):
        proof = prove(Bundle(script, bundle.shared))
        assert proof.findings == ()
        assert set(proof.promises.values()) == {"proved"}


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_a_fault_is_told_at_its_line_and_nothing_else(fault: Fault) -> None:
    bundle = fault.bundle()
    lines = fault.texts()[bundle.script.id].split("\n")
    proof = prove(bundle, lines)
    told = sorted((finding.code, finding.excerpt) for finding in proof.findings)
    wanted = sorted([(fault.code, fault.line), *fault.also])
    assert [code for code, _ in told] == [code for code, _ in wanted]
    for (_, line), (_, words) in zip(told, wanted, strict=True):
        assert words in line
    promise = PROMISES[fault.code].promise
    assert promise is None or proof.promises[promise] == "broken"
    assert proof.broken


@pytest.mark.parametrize("fault", WALKED, ids=lambda fault: fault.name)
def test_its_story_leads_to_it_in_the_real_guide(fault: Fault) -> None:
    bundle = fault.bundle()
    searched = search(Laying(bundle).program())
    for key, broken in keys_of(searched).items():
        told = story(searched, broken.source, broken.said, "comes to it")
        assert key in told_again(bundle, told)


def test_each_promise_is_broken_in_several_ways() -> None:
    ways = Counter(PROMISES[fault.code].promise for fault in FAULTS)
    # G2 and G9 cannot be broken by a script that can be read; G10 only in one way beyond the reader's.
    assert {promise for promise, count in ways.items() if count >= 4} >= {
        *("G1", "G3", "G4", "G5", "G6", "G7", "G8", "G11", "G12")
    }, ways
    assert len(FAULTS) >= 70
    assert len({fault.name for fault in FAULTS}) == len(FAULTS)
