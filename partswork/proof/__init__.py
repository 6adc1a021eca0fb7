"""Proving a script: every promise of the language over every way through it. Knows no guide, no disk.

`laying` lays a script out flat, `liveness` and `classes` tell which answers make a difference, `search`
goes every path, and `telling` says what it came to.
"""

from partswork.proof.looks import Part
from partswork.proof.proving import Proof, prove
from partswork.proof.reaching import way_into
from partswork.proof.stories import Story
from partswork.proof.times import Left

__all__ = ["Left", "Part", "Proof", "Story", "prove", "way_into"]
