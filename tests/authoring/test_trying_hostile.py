"""Whatever lies where a test should be: findings, never a traceback, and an end soon."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partswork.authoring.trying import Bench
from partswork.authoring.trying.reading import read_test
from partswork.cleaning import clean
from partswork.script.finding import MOST_FINDINGS
from tests.authoring.bench import WELL, Desk
from tests.script.scripts import ROOT

HEAD = "test: something\nscript: guarded\n"
END = "expect:\n  ends: complete\n"


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


LAUGHS = "a: &a [x, x, x]\n" + "".join(f"b{n}: &b{n} [*a, *a, *a]\n" for n in range(30))

# What lies where a test should be, and what is told of it among other things.
HOSTILE: dict[str, tuple[bytes, str]] = {
    "binary": (bytes(range(256)) * 40, "PW004"),
    "utf-16": (WELL.encode("utf-16"), "PW004"),
    "nul": (WELL.replace("all is", "all\0is").encode(), "PW015"),
    "ten megabytes": (b"a" * 10_000_000, "PW006"),
    "brackets": (b"[" * 100_000, "PW007"),
    "nesting": (("".join("  " * n + "a:\n" for n in range(300))).encode(), "PW007"),
    "lists in lists": (b"- " * 5_000, "PW007"),
    "answers in answers": (
        (HEAD + "answers:\n" + "".join("  " * n + "a:\n" for n in range(1, 60))).encode(),
        "PW007",
    ),
    "laughs": (LAUGHS.encode(), "PW008"),
    "a tag": (b"test: !!python/object/apply:os.system ['true']\n", "PW008"),
    "tabs": (WELL.replace("  guard", "\tguard").encode(), "PW003"),
    "twice": (f"{WELL}test: again\n".encode(), "PW011"),
    "two documents": (f"{WELL}---\n{WELL}".encode(), "PW013"),
    "60,000 keys": ("".join(f"k{n}: v\n" for n in range(60_000)).encode(), "PW007"),
    "20,000 keys": ("".join(f"k{n}: v\n" for n in range(20_000)).encode(), "PW020"),
    "10,000 answers": (
        (HEAD + "answers:\n" + "".join(f"  k{n}: v\n" for n in range(10_000)) + END).encode(),
        "PW203",
    ),
    "a name of dots": ((HEAD + f"answers:\n  {'.' * 500}: v\n" + END).encode(), "PW203"),
    "a long chain": ((HEAD + f"answers:\n  {'space.' * 100}x: v\n" + END).encode(), "PW203"),
    "a script far away": (b"test: it\nscript: /dev/zero\n" + END.encode(), "PW202"),
    "a script with a nul": (b'test: it\nscript: "a\\0b.yaml"\n' + END.encode(), "PW016"),
    "a script of a long name": (f"test: it\nscript: {'a' * 5_000}\n{END}".encode(), "PW202"),
    "escapes": ("\x1b]0;title\x07\x1b[2J\x9b31m\u202e: x\n".encode(), "PW016"),
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_whatever_lies_where_a_test_should_be_is_told(desk: Desk, kind: str) -> None:
    raw, code = HOSTILE[kind]
    tried = desk.tried(raw)
    assert code in {finding.code for finding in tried.findings}
    assert not tried.ok
    assert len(tried.findings) <= MOST_FINDINGS


@pytest.mark.skipif(os.name != "posix", reason="made of what POSIX has")
def test_what_is_no_file_is_told(desk: Desk) -> None:
    os.mkfifo(desk.tests / "pipe.test.yaml")
    (desk.tests / "folder.test.yaml").mkdir()
    (desk.tests / "nowhere.test.yaml").symlink_to("gone")
    (desk.tests / "loop.test.yaml").symlink_to("loop.test.yaml")
    (desk.tests / "endless.test.yaml").symlink_to("/dev/zero")
    bench = Bench(desk.own.folder)
    codes = {
        name: [finding.code for finding in bench.try_out(desk.tests / f"{name}.test.yaml").findings]
        for name in ("pipe", "folder", "nowhere", "loop", "endless")
    }
    assert codes == {
        "pipe": ["PW092"],
        "folder": ["PW091"],
        "nowhere": ["PW090"],
        "loop": ["PW094"],
        "endless": ["PW092"],
    }


SIGNS = st.sampled_from([*"-:|>#*&!%@`'\"[]{}?,$~=<().\\0 9\u00e9\u2028\u202e\x00\t\n", "- ", ": ", "\n  "])
TESTS = tuple(path.read_text("utf-8") for path in sorted((ROOT / "scripts" / "tests").glob("*.yaml")))


@st.composite
def spoiled(draw: st.DrawFn) -> str:
    """Draw a test that comes with partswork with some lines cut, doubled, moved in or out, or typed into."""
    lines = draw(st.sampled_from(TESTS)).split("\n")
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(lines) - 1))
        match draw(st.sampled_from(("cut", "double", "in", "out", "type"))):
            case "cut":
                lines[at] = ""
            case "double":
                lines.insert(at, lines[at])
            case "in":
                lines[at] = "  " + lines[at]
            case "out":
                lines[at] = lines[at].lstrip(" ")
            case _:
                column = draw(st.integers(0, len(lines[at])))
                lines[at] = lines[at][:column] + draw(SIGNS) + lines[at][column:]
    return "\n".join(lines)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("spoiled")


@given(spoiled())
def test_a_spoiled_test_is_told_or_tried_whatever_it_is(folder: Path, text: str) -> None:
    file = folder / "some.test.yaml"
    file.write_bytes(text.encode("utf-8"))
    tried = Bench(folder / "own").try_out(file)
    for finding in tried.findings:
        assert finding.mark.line <= text.count("\n") + text.count("\r") + 1
        assert clean(finding.message) == finding.message
    for failure in tried.failures:
        assert 1 <= failure.line <= text.count("\n") + text.count("\r") + 1
        assert failure.message


@given(st.lists(SIGNS, max_size=60).map(lambda signs: "".join(signs).encode()) | st.binary(max_size=60))
def test_any_bytes_can_be_read(raw: bytes) -> None:
    test, findings = read_test(raw)
    assert test is not None or findings.sorted() != ()
