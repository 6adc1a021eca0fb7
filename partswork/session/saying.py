"""An answer in the words it was given in."""

from __future__ import annotations

from collections.abc import Mapping

from partswork.guide import Value
from partswork.guide.held import shown
from partswork.script.words import Prose


def in_words(value: Value, labels: Mapping[str, Prose]) -> str:
    """Return an answer in words, a line for each reading of a scan.

    Args:
        value: the answer.
        labels: the label of each option or scale by key, as the question had them.
    """
    said = {key: str(label) for key, label in labels.items()}
    if isinstance(value, Mapping):
        return "\n".join(f"{said.get(scale, scale)}: {word}" for scale, word in value.items())
    return shown(value, said)
