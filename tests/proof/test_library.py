"""The built-in scripts keep every promise, and their figures are what they are."""

from __future__ import annotations

import pytest

from partswork.proof import Proof, prove
from tests.proof.sowing import LIBRARY, library, sown
from tests.script.scripts import ROOT

SHARED = sorted(path.stem for path in (ROOT / "scripts" / "shared").glob("*.yaml"))


def proof_of(id: str) -> Proof:
    return prove(sown(id, library()))


@pytest.mark.parametrize("id", [*LIBRARY, *SHARED])
def test_a_built_in_script_keeps_every_promise(id: str) -> None:
    proof = proof_of(id)
    assert [(finding.code, finding.mark, finding.story) for finding in proof.findings] == []
    assert set(proof.promises.values()) == {"proved"}
    assert not proof.broken


@pytest.mark.parametrize("id", [*LIBRARY, *SHARED])
def test_its_figures_are_known_and_small(id: str) -> None:
    proof = proof_of(id)
    assert proof.states < 1_000
    assert proof.screens_most is not None
    assert proof.seconds_least is not None
    assert proof.seconds_most is not None
    assert 0 < proof.screens_most < 80
    assert 0 <= proof.seconds_least <= proof.seconds_most <= 15 * 60
