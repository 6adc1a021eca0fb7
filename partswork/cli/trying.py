"""`partswork walk` and `partswork test`: scripts tried out in the real guide."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from partswork.cli.listing import as_json_option, show, show_json
from partswork.cli.scripts import catalogue, found, joined, refuse_parted
from partswork.wording import checking as checking_words
from partswork.wording import trying as words

if TYPE_CHECKING:
    from partswork.authoring.playing import Played, Stuck
    from partswork.authoring.trying import Tried
    from partswork.catalogue.found import Found
    from partswork.script.model import Bundle

MOST_TIMES = 1_000_000


@click.command(help=words.WALK)
@click.argument("script")
@click.option("--times", type=click.IntRange(1, MOST_TIMES), default=200, show_default=True, help=words.TIMES)
@click.option("--seed", type=int, default=1, show_default=True, help=words.SEED)
@click.option("--shared", "with_shared", is_flag=True, help=words.WITH_SHARED)
@as_json_option
def walk(script: str, times: int, seed: int, with_shared: bool, as_json: bool) -> int:
    """Go through a script at random."""
    from partswork.authoring.playing import play

    one = found(catalogue(), script)
    bundle = joined(one)
    if bundle.script.shared:
        one.usable()
    played = play(bundle, times, seed)
    if as_json:
        show_json(_played_as_json(bundle.script.id, times, seed, played))
    else:
        show(words.walked(times, bundle.script.id, seed))
        _show_played(one, bundle, played, with_shared=with_shared)
    return 1 if played.stuck else 0


@click.command(name="test", help=words.TEST)
@click.argument("files", nargs=-1, metavar="[FILE ...]")
@as_json_option
def test(files: tuple[str, ...], as_json: bool) -> int:
    """Run tests of scripts."""
    from partswork.authoring.trying import Bench
    from partswork.paths import places

    refuse_parted("test", files)
    own = places().scripts
    bench = Bench(own)
    tried = [bench.try_out(path) for path in _test_files(files, own)]
    if as_json:
        show_json({"ok": all(one.ok for one in tried), "tests": [_tried_as_json(one) for one in tried]})
    else:
        for one in tried:
            _show_tried(one)
        show(words.tried(len(tried), sum(not one.ok for one in tried)))
        if not files and _others_here(own):
            show(checking_words.NO_TEST_OF_HERE)
    return 0 if all(one.ok for one in tried) else 1


def _others_here(own: Path) -> bool:
    """Whether the current folder has tests that are neither one's own nor come with partswork."""
    from partswork.authoring.trying.files import all_tests, tests_in

    known = {path.resolve() for path in all_tests(own)}
    return any(path.resolve() not in known for path in tests_in(Path.cwd()))


def _test_files(names: tuple[str, ...], own: Path) -> list[Path]:
    """Return the tests that are named.

    Raises:
        PartsworkError: a folder holds none.
    """
    from partswork.authoring.trying.files import all_tests, tests_in
    from partswork.errors import PartsworkError

    if not names:
        return all_tests(own)
    paths = []
    for name in names:
        if not Path(name).is_dir():
            paths.append(Path(name))
            continue
        inside = tests_in(Path(name))
        if not inside:
            raise PartsworkError(words.no_tests(name))
        paths += inside
    return paths


def _show_tried(one: Tried) -> None:
    from partswork.cli.telling import told

    for finding in one.findings:
        show(told(finding, str(one.file)))
        show()
    shows = one.test.shows if one.test is not None else ""
    for failure in one.failures:
        show(words.failed(str(one.file), failure.line, shows))
        show(failure.message)
        show()


def _tried_as_json(one: Tried) -> dict[str, Any]:
    """Return what came of a test; what is wrong with its file is a failure as well."""
    found = [
        {"line": finding.mark.line, "message": finding.message, "code": finding.code}
        for finding in one.findings
    ]
    failed = [{"line": failure.line, "message": failure.message, "code": None} for failure in one.failures]
    return {
        "file": str(one.file),
        "test": one.test.shows if one.test is not None else None,
        "script": one.test.script.text if one.test is not None else None,
        "ok": one.ok,
        "failures": [*found, *failed],
    }


def _show_played(one: Found, bundle: Bundle, played: Played, *, with_shared: bool) -> None:
    show()
    _show_beside(one.reading.text, played.of(bundle.script.id))
    for id in bundle.shared if with_shared else ():
        show()
        show(words.shared_script(id))
        show()
        _show_beside(one.texts[id], played.of(id))
    show()
    for id in (bundle.script.id, *bundle.shared):
        never = [line for line, count in played.of(id).items() if not count]
        if never:
            show(words.never_shown(id, never))
    if not all(played.shown.values()):
        show(words.MORE_TIMES)
        show()
    for how, count in played.closes.items():
        show(words.closed(count, how))
    show(words.screens_most(played.screens_most))
    for stuck in played.stuck:
        show()
        show(words.stuck(stuck.name, stuck.section))
        _show_said(stuck)


def _show_beside(text: str, counts: Mapping[int, int]) -> None:
    """Show a script, and beside the line each step begins at, how often it was shown."""
    for number, line in enumerate(text.rstrip("\n").split("\n"), 1):
        count = counts.get(number)
        margin = "" if count is None else str(count or words.NEVER)
        show(f"{margin:>7} {number:>5} | {line}".rstrip())


def _show_said(stuck: Stuck) -> None:
    from partswork.authoring.playing import in_a_line

    for said in stuck.said:
        if said.name is None:
            show(f"  {words.STOPPED}")
        else:
            show(f"  {said.name}: {words.PASSED_OVER if said.value is None else in_a_line(said.value)}")


def _played_as_json(script: str, times: int, seed: int, played: Played) -> dict[str, Any]:
    from partswork.authoring.playing import in_a_line

    return {
        "script": script,
        "times": times,
        "seed": seed,
        "ended": dict(played.closes),
        "screens_most": played.screens_most,
        "stuck": [
            {
                "name": stuck.name,
                "section": stuck.section,
                "answers": [
                    {"name": said.name, "value": None if said.value is None else in_a_line(said.value)}
                    for said in stuck.said
                ],
            }
            for stuck in played.stuck
        ],
        "steps": [{"script": id, "line": line, "shown": count} for (id, line), count in played.shown.items()],
    }
