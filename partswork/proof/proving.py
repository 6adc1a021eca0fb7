"""The proof of one script: every promise over every way through it, before the first screen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from partswork.proof.classes import CAREFREE, Care
from partswork.proof.laying import Laying, TooLarge
from partswork.proof.search import MOST_STATES, Searched, search
from partswork.proof.stories import Story
from partswork.proof.telling import Telling
from partswork.proof.times import Left, Where, times
from partswork.proof.verdicts import Verdict, verdicts
from partswork.script.finding import Finding, Findings, Mark
from partswork.script.linking import needed
from partswork.script.model import Bundle, Script


@dataclass(frozen=True)
class Proof:
    """What is known of a script's promises.

    Attributes:
        findings: what is broken, by line; where anything is, the script cannot be run. One warning
            where there was too much to look at.
        promises: for each of G1 to G12, whether it is kept.
        states: how many were looked at.
        screens_most: the most steps that are shown in one session; None where not known.
        seconds_least: the least timed seconds; None where not known.
        seconds_most: the most; None where not known.
        minutes: the least and the most, reading and answering counted in; None where not known.
        stories: how one comes to each finding that has a story, by its code and place.
    """

    findings: tuple[Finding, ...]
    promises: Mapping[str, Verdict]
    states: int
    screens_most: int | None = None
    seconds_least: int | None = None
    seconds_most: int | None = None
    minutes: tuple[int, int] | None = None
    stories: Mapping[tuple[str, Mark], Story] = field(default_factory=dict)
    _ahead: Mapping[Where, Left] = field(default_factory=dict, repr=False)

    def left(self, path: str, at: Mark) -> Left | None:
        """Return what lies ahead of a step that is shown, itself counted in; None where it is not known.

        Args:
            path: where it is shown, as the guide has it: `meeting`, `meeting/unblending`.
            at: where it stands in its own script.
        """
        return self._ahead.get((path, at))

    @property
    def broken(self) -> bool:
        """Whether the script must not be run."""
        return any(finding.severity == "error" for finding in self.findings)


def prove(
    bundle: Bundle, lines: Sequence[str] = (), *, care: Care = CAREFREE, most_states: int = MOST_STATES
) -> Proof:
    """Prove a script, a shared one by itself.

    Args:
        bundle: the script with all the shared ones it reaches.
        lines: the lines of its file, for the findings to quote.
        care: how carefully answers are told apart; the verdict is the same.
        most_states: where to give up, and say so.
    """
    proving = _Proving(bundle, care, most_states)
    for id in _innermost_first(bundle):
        proving.known[id] = proving.prove(bundle.shared[id], [])
    return proving.prove(bundle.script, list(lines))


def _innermost_first(bundle: Bundle) -> list[str]:
    """Return the shared scripts a script reaches, each behind those it uses itself."""
    order: dict[str, None] = {}
    waiting = list(needed(bundle.script))
    while waiting:
        inner = [id for id in needed(bundle.shared[waiting[-1]]) if id not in order]
        if inner:
            waiting += inner
        else:
            order[waiting.pop()] = None
    return list(order)


class _Proving:
    """Proves one script after another, knowing those that came before.

    Attributes:
        known: the proofs of shared scripts so far.
    """

    def __init__(self, bundle: Bundle, care: Care, most_states: int) -> None:
        self._bundle, self._care, self._most_states = bundle, care, most_states
        self.known: dict[str, Proof] = {}

    def prove(self, script: Script, lines: list[str]) -> Proof:
        bundle = Bundle(script, self._bundle.shared)
        used = {id: self.known[id] for id in dict.fromkeys(needed(script))}
        telling = Telling(
            bundle, Findings(lines), frozenset(id for id, proof in used.items() if proof.broken)
        )
        searched: Searched | None
        try:
            searched = search(Laying(bundle).program(), self._care, self._most_states)
        except TooLarge:
            searched = None
        findings = telling.tell(searched)
        finished = searched is not None and searched.finished
        theirs = [proof.promises for proof in used.values()]
        promises = verdicts(bundle, telling.promises, theirs, finished=finished)
        states = len(searched.states) if searched is not None else 0
        if searched is None or not finished:
            return Proof(findings, promises, states, stories=telling.stories)
        whole, ahead = times(searched)
        return Proof(
            findings,
            promises,
            states,
            whole.screens_most,
            whole.seconds_least,
            whole.seconds_most,
            whole.minutes,
            telling.stories,
            ahead,
        )
