"""Running a test in the real guide, and telling in sentences what is not as it expects."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from partswork.authoring.trying.answering import NoAnswer, value_of
from partswork.authoring.trying.model import ScriptTest, Written
from partswork.authoring.trying.shown import all_shown, nearest_shown
from partswork.authoring.walking import MOST_SCREENS, answer_name
from partswork.guide import (
    Answered,
    Beat,
    Brought,
    Ending,
    Event,
    Impasse,
    Skipped,
    Value,
    begin,
)
from partswork.script.finding import Findings
from partswork.script.model import Bundle
from partswork.script.steps import Question, may_skip
from partswork.wording import trying as words


@dataclass(frozen=True, slots=True, order=True)
class Failure:
    """One thing that is not as the test expects.

    Attributes:
        line: of the test file, from 1.
        message: what was expected and what happened instead.
    """

    line: int
    message: str


class _CannotGoOn(Exception):
    """The test does not lead to the end of a session.

    Attributes:
        failure: why.
    """

    def __init__(self, failure: Failure) -> None:
        super().__init__()
        self.failure = failure


def run(test: ScriptTest, bundle: Bundle) -> tuple[Failure, ...]:
    """Return what is not as a test expects, by line; a test that fits its script."""
    running = _Running(test, bundle)
    try:
        running.go_through()
    except _CannotGoOn as end:
        return (end.failure,)
    return tuple(sorted((*running.unasked(), *running.unexpected())))


class _Running:
    """One session, as a test has it."""

    def __init__(self, test: ScriptTest, bundle: Bundle) -> None:
        self._test = test
        self._walk = begin(bundle, Brought())
        self._stopped = False
        self._asked: Counter[str] = Counter()
        self._sections: list[str] = []
        self._shown: list[str] = []

    def go_through(self) -> None:
        """Go through the session to its end.

        Raises:
            _CannotGoOn: it has none.
        """
        screens = 0
        while isinstance(self._walk.beat, Beat):
            screens += 1
            if screens > MOST_SCREENS:
                raise _CannotGoOn(Failure(self._test.at.line, words.too_long(MOST_SCREENS)))
            self._note(self._walk.beat)
            if isinstance(self._walk.beat.step, Question):
                self._answer(self._walk.beat, self._walk.beat.step)
            else:
                self._walk = self._walk.passed()
        if isinstance(self._walk.beat, Impasse):
            impasse = self._walk.beat
            raise _CannotGoOn(Failure(self._test.at.line, words.impasse(impasse.name, impasse.section)))

    def _note(self, beat: Beat) -> None:
        section = beat.section.partition("/")[0]
        if self._sections[-1:] != [section]:
            self._sections.append(section)
        self._shown += all_shown(beat)

    def _answer(self, beat: Beat, question: Question) -> None:
        name = answer_name(self._walk)
        self._asked[name] += 1
        self._walk = self._walk.follow(self._event(name, beat, question))
        stop = self._test.stops_after
        if stop is not None and not self._stopped and stop.text == name:
            given = self._test.answers.get(name)
            last = len(given.each) if given is not None else 1
            if self._asked[name] == last and isinstance(self._walk.beat, Beat):
                self._stopped = True
                self._walk = self._walk.follow(self._walk.stopping())

    def _event(self, name: str, beat: Beat, question: Question) -> Event:
        """Return what the test does at a question."""
        assert beat.asked is not None
        id, visit = str(len(self._walk.events)), self._asked[name]
        answers = self._test.answers.get(name)
        given = answers.each if answers is not None else ()
        if visit <= len(given) and given[visit - 1].said:
            return Answered(id, beat.asked, self._value(name, question, given[visit - 1]))
        if may_skip(question):
            return Skipped(id, beat.asked)
        at = answers.at if answers is not None else self._test.answers_at
        script = self._walk.state.scopes[-1].script.id
        raise _CannotGoOn(
            Failure(at.line, words.no_answer(name, question.at.line, script, visit, len(given)))
        )

    def _value(self, name: str, question: Question, written: Written) -> Value:
        try:
            return value_of(name, question, written)
        except NoAnswer as error:
            # It fits another question of the same name: two shared scripts whose results are saved alike.
            findings = Findings([])
            error.tell(findings)
            message = findings.sorted()[0].message
            raise _CannotGoOn(Failure(written.at.line, message)) from None

    def unasked(self) -> Iterator[Failure]:
        """Yield what is answered and was not asked, and a stop that never came."""
        for name, answers in self._test.answers.items():
            asked = self._asked[name]
            if asked < len(answers.each):
                message = words.not_asked(name, asked, len(answers.each))
                yield Failure(answers.each[asked].at.line, message)
        stop = self._test.stops_after
        if stop is not None and not self._stopped:
            yield Failure(stop.at.line, words.never_stopped(stop.text))

    def unexpected(self) -> Iterator[Failure]:
        """Yield what the test expects and was not so."""
        test, ending = self._test, self._walk.beat
        assert isinstance(ending, Ending)
        rest, before = iter(self._sections), None
        for section in test.passes:
            if section.text not in rest:
                yield Failure(section.at.line, words.not_passed(section.text, before, self._sections))
                break
            before = section.text
        for section in test.never:
            if section.text in self._sections:
                yield Failure(section.at.line, words.was_entered(section.text, self._sections))
        for seen in test.sees:
            if not any(seen.text in shown for shown in self._shown):
                near = nearest_shown(seen.text, self._shown)
                yield Failure(seen.at.line, words.not_seen(seen.text, near))
        if test.ends is not None and test.ends.text != ending.how:
            yield Failure(test.ends.at.line, words.ended(test.ends.text, ending.how, ending.turned))
