"""Playing a session line by line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import assert_never

from partswork.errors import CannotTake, JournalError
from partswork.guide import Beat, Ending, Impasse
from partswork.plain.answering import line_of, reading_of, value_of
from partswork.plain.interruptions import Interrupted
from partswork.plain.lines import Lines
from partswork.plain.showing import show_ending, show_interlude, show_question, show_quiet
from partswork.plain.source import Command, OutOfInput, Source, answer_in, command_in, line_saying
from partswork.script.steps import Ask, Breathe, Locate, NamePart, Pause, Say, Scan
from partswork.session import Session
from partswork.wording import plain as words

DONE, FAILED, INTERRUPTED = 0, 1, 130


class _Commanded(Exception):
    """A line was a command."""

    def __init__(self, command: Command) -> None:
        super().__init__(command.value)
        self.command = command


class _Left(Exception):
    """They asked to pause."""


class Player:
    """Shows a session and takes its answers, until it ends or is left."""

    def __init__(self, session: Session, lines: Lines, source: Source, people: Sequence[str]) -> None:
        """Begin.

        Args:
            session: what is played.
            lines: where to write.
            source: where lines come from.
            people: who to call, in lines.
        """
        self._session, self._lines, self._source, self._people = session, lines, source, people
        self._section = ""
        self._between: str | None = None

    def play(self) -> int:
        """Play to the end; return the exit code: 0 done, 1 out of input or stuck, 130 interrupted."""
        try:
            return self._play()
        except _Left:
            self._session.pause("asked")
            self._lines.write(words.PAUSED if self._session.kept else words.LEFT)
            return DONE
        except OutOfInput:
            if self._between == "stopping":
                # They said stop; having nothing more to say to the grounding does not undo that.
                self._session.stop()
                return self._play()
            self._session.pause("no more input")
            paused = words.PAUSED if self._source.waits else words.OUT_OF_INPUT
            self._lines.write(paused if self._session.kept else words.LEFT)
            return FAILED
        except Interrupted:
            self._session.pause("interrupted")
            self._lines.write(words.PAUSED if self._session.kept else words.LEFT)
            return INTERRUPTED

    def _play(self) -> int:
        while True:
            beat = self._session.beat
            match beat:
                case Ending():
                    show_ending(beat, self._lines, self._people, kept=self._session.kept)
                    return DONE
                case Impasse():
                    self._session.pause("impasse")
                    self._lines.write(words.impasse(beat.name, kept=self._session.kept))
                    return FAILED
                case Beat():
                    self._announce(beat)
                    self._go_through(beat)
                case _:
                    assert_never(beat)

    def _announce(self, beat: Beat) -> None:
        """Say where one has come to, where that has changed."""
        if beat.interlude != self._between:
            show_interlude(self._between, beat.interlude, self._lines)
            self._between = beat.interlude
        # Inside a shared script one is still in the section that uses it.
        section = beat.section.partition("/")[0]
        if beat.interlude is None and section != self._section:
            self._lines.prose(beat.title)
            self._section = section

    def _go_through(self, beat: Beat) -> None:
        self._lines.gap()
        try:
            if beat.asked is None:
                self._rest(beat)
                self._session.go_past()
            else:
                show_question(self._session, beat, self._lines, self._source.waits)
                self._ask(beat)
        except _Commanded as said:
            self._obey(said.command)

    def _obey(self, command: Command) -> None:
        match command:
            case Command.STOP:
                self._session.stop()
            case Command.PAUSE:
                raise _Left
            case Command.HELP:
                self._lines.gap()
                for line in self._people:
                    self._lines.write(line)
            case Command.GROUND:
                self._session.ground()
            case Command.BACK:
                try:
                    self._session.back()
                except CannotTake as refused:
                    self._lines.write(refused.sentence)
            case _:
                assert_never(command)

    # Calm beats.

    def _rest(self, beat: Beat) -> None:
        step = beat.step
        show_quiet(beat, self._lines, self._source.waits)
        match step:
            case Say() if self._source.waits:
                self._go_on()
            case Pause():
                self._wait(step.seconds)
            case Breathe() if self._source.waits:
                self._breathe(step)
            case _:
                pass

    def _go_on(self) -> None:
        """Wait for an empty line; other words are not taken where nothing is asked."""
        while self._command_or(self._source.line("", _nothing)).strip():
            self._lines.write(words.NOTHING_TAKEN)

    def _wait(self, seconds: float | None) -> None:
        """Keep quiet; an empty line goes on, a plus asks for as much time again."""
        while True:
            line = self._source.rest(seconds)
            if line is None or self._command_or(line).strip() != "+":
                return

    def _breathe(self, step: Breathe) -> None:
        for turn in range(step.rounds):
            for phase, seconds in step.pattern:
                self._lines.write(words.breath(phase, seconds, turn + 1, step.rounds))
                line = self._source.rest(seconds)
                if line is not None:
                    self._command_or(line)
                    return

    # Questions.

    def _ask(self, beat: Beat) -> None:
        """Ask until there is an answer that can be taken and kept."""
        text = self._session.draft or self._offered(beat)
        while True:
            try:
                self._answer(beat, text)
                return
            except CannotTake as refused:
                self._lines.write(refused.sentence)
                # Words are mended more easily than written again.
                text = self._given if isinstance(beat.step, NamePart | Locate) else ""
            except JournalError as refused:
                if not self._source.waits:
                    raise
                self._lines.write(refused.sentence)
                self._lines.write(words.TRY_AGAIN)
                text = self._given

    def _answer(self, beat: Beat, text: str) -> None:
        self._given = ""
        if isinstance(beat.step, Scan):
            self._scan(beat, beat.step, text)
            return
        many_lines = isinstance(beat.step, Ask) and self._source.waits
        self._given = self._lines_of_words(text) if many_lines else self._line(text)
        if self._given.strip():
            self._session.answer(value_of(beat, self._given, self._session.part_called))
        else:
            self._session.skip()

    def _offered(self, beat: Beat) -> str:
        """Return the answer that was taken back as it would be typed."""
        if beat.before is None:
            return ""
        *lines, last = line_of(beat, beat.before).split("\n")
        return "\n".join([*lines, line_saying(last, at_terminal=self._source.waits)])

    def _line(self, before: str) -> str:
        return self._answer_or_command(self._source.line(before, self._session.keep_draft), [])

    def _lines_of_words(self, text: str) -> str:
        """Take lines until an empty one; what was written before stands there already."""
        written = text.split("\n")
        before = written.pop()
        for line in written:
            self._lines.write(words.WRITTEN + line)
        while True:
            line = self._source.line(before, partial(self._keep_lines, written))
            before = ""
            if not line.strip():
                return "\n".join(written)
            written.append(self._answer_or_command(line, written))
            self._keep_lines(written, "")

    def _keep_lines(self, written: list[str], typed: str) -> None:
        self._session.keep_draft("\n".join([*written, typed]))

    def _scan(self, beat: Beat, step: Scan, text: str) -> None:
        """Take a word for each scale, a line each; those given before a break need not be given again."""
        *given, half = text.split("\n")
        before = beat.before if isinstance(beat.before, Mapping) else {}
        readings: dict[str, str] = {}
        for n, (scale, label) in enumerate(beat.labels.items()):
            self._lines.write(words.scale(str(label), str(beat.meanings[scale]), step.scale_words))
            if n < len(given):
                self._lines.write(words.WRITTEN + given[n])
            else:
                given.append(self._reading(step, half or before.get(scale, ""), given))
                half = ""
                self._keep_lines(given, "")
            if given[n].strip():
                readings[scale] = reading_of(step, given[n])
        self._given = "\n".join(given)
        if readings:
            self._session.answer(readings)
        else:
            self._session.skip()

    def _reading(self, step: Scan, before: str, given: list[str]) -> str:
        while True:
            said = self._answer_or_command(self._source.line(before, partial(self._keep_lines, given)), given)
            try:
                return said if not said.strip() else reading_of(step, said)
            except CannotTake as refused:
                self._lines.write(refused.sentence)
                before = ""

    def _answer_or_command(self, line: str, written: list[str]) -> str:
        """Return the answer that a line holds; of a command only the lines before it stay kept."""
        if self._source.waits and command_in(line, at_terminal=True) is not None:
            self._keep_lines(written, "")
        return answer_in(self._command_or(line), at_terminal=self._source.waits)

    def _command_or(self, line: str) -> str:
        """Return a line that is no command.

        Raises:
            _Commanded: it is one.
        """
        command = command_in(line, at_terminal=self._source.waits)
        if command is not None:
            raise _Commanded(command)
        return line


def _nothing(typed: str) -> None:
    """Keep nothing: what is typed here is no answer."""
