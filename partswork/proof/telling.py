"""Broken promises as findings: each where its cause is, with a story."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from partswork.proof.breaks import Break
from partswork.proof.coverage import idle
from partswork.proof.search import Searched
from partswork.proof.stories import Story, passed_over, story
from partswork.script.finding import Finding, Findings, Mark
from partswork.script.linking import UNBURDENING, uses
from partswork.script.model import Bundle, every_step
from partswork.script.steps import Ask, Choose, End, GoTo, Rate, Return
from partswork.wording.promises import (
    PRACTICAL_CHOICE,
    PRACTICAL_QUESTION,
    PROMISES,
    REACHES,
    everybody_leaves,
    inside,
    may_be_skipped,
)

_UNANSWERED = frozenset(("PW110", "PW111", "PW112", "PW132"))
"""What comes of a missing answer, which may have been asked for and passed over."""


@dataclass(slots=True)
class Telling:
    """Gathers the findings of one script, and the stories behind them.

    Attributes:
        broken: the ids of shared scripts that break a promise of their own.
        promises: those that are broken.
    """

    bundle: Bundle
    findings: Findings
    broken: frozenset[str]
    stories: dict[tuple[str, Mark], Story] = field(default_factory=dict)
    promises: set[str | None] = field(default_factory=set)

    def tell(self, searched: Searched | None) -> tuple[Finding, ...]:
        """Return every finding, by line; None is a script too large to be searched."""
        self._shared()
        entered: set[str | None] = set()
        for one in searched.breaks if searched is not None else ():
            code = "PW126" if one.scene.stopping else one.code
            self.promises.add(PROMISES[code].promise)
            # One gate that is missing lets all sorts of people into a deep section.
            if one.entering in entered or self.broken & set(one.scene.through):
                continue
            if one.entering is not None:
                entered.add(one.entering)
            assert searched is not None
            self._tell(one, searched)
        if searched is not None and searched.finished:
            # Where a way hands nothing back, a result that is never handed back is most often missing there.
            lacking = any(one.code == "PW130" for one in searched.breaks)
            for still in idle(searched):
                if not (lacking and still.code == "PW131"):
                    told = _everybody_leaves(still.leaves) if still.leaves is not None else ""
                    self._add(still.code, still.at, still.section, told=told, name=still.name)
        else:
            self._add("PW190", Mark(1, 1), None)
        script = self.bundle.script
        if UNBURDENING in script.tags and script.company != "therapist" and not script.shared:
            self._add("PW135", Mark(1, 1), None)
        return self.findings.sorted()

    def _shared(self) -> None:
        """Tell of shared scripts with broken promises, at the first place that names each."""
        script = self.bundle.script
        named: dict[str, tuple[Mark, str | None]] = {}
        for section, use in uses(script):
            named.setdefault(use.script.text, (use.script.at, section.id))
        if script.if_they_stop is not None:
            named.setdefault(script.if_they_stop, (script.if_they_stop_at, None))
        for id, (at, section_id) in named.items():
            if id in self.broken:
                self._add("PW133", at, section_id, id=id)

    def _tell(self, one: Break, searched: Searched) -> None:
        scene, at, code, told = one.scene, one.at, one.code, ""
        if scene.use is not None and not one.own:
            at, told = scene.use.script.at, inside(scene.through[-1])
        quoted = dict(one.quoted)
        reaches = REACHES[code].format(**quoted)
        section: str | None = scene.section.id
        if scene.stopping:
            code, at, section = "PW126", self.bundle.script.if_they_stop_at, None
            quoted = {"id": self.bundle.script.if_they_stop or ""}
            told = inside(scene.through[-1]) if len(scene.through) > 1 else ""
        told += _advice(one, searched) if scene.use is None and not scene.stopping else ""
        found = story(searched, one.source, one.said, reaches)
        self._add(code, at, section, told=told, story=found, **quoted)

    def _add(
        self,
        code: str,
        at: Mark,
        within: str | None,
        *,
        told: str = "",
        story: Story | None = None,
        **quoted: str,
    ) -> None:
        if PROMISES[code].severity == "error":
            self.promises.add(PROMISES[code].promise)
        self.findings.section = None if self.bundle.script.shared else within
        if story is not None:
            self.stories.setdefault((code, at), story)
        sentence = story.sentence if story is not None else None
        given: dict[str, Any] = dict(quoted)
        self.findings.add(code, at, told=told, story=sentence, **given)


def _advice(one: Break, searched: Searched) -> str:
    """Return what may help with a promise that is broken in the script itself."""
    if one.code in _UNANSWERED:
        name = dict(one.quoted)["name"].partition(".")[0]
        at = passed_over(searched, one.source, one.said, name)
        return may_be_skipped(at.line) if at is not None else ""
    if one.code == "PW140":
        step = next((step for step in every_step(one.scene.section.steps) if step.at == one.at), None)
        if isinstance(step, Choose):
            return PRACTICAL_CHOICE
        return PRACTICAL_QUESTION if isinstance(step, Ask | Rate) else ""
    return ""


def _everybody_leaves(by: GoTo | End | Return) -> str:
    match by:
        case GoTo():
            return everybody_leaves(by.at.line, "go_to", by.section.text)
        case End():
            return everybody_leaves(by.at.line, "end", by.how)
        case Return():
            return everybody_leaves(by.at.line, "return", by.result.text)
