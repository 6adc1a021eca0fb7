"""Tests of scripts, as their authors write them: read, held against the script, and run in the real guide."""

from partswork.authoring.trying.bench import Bench, Tried
from partswork.authoring.trying.running import Failure

__all__ = ["Bench", "Failure", "Tried"]
