"""Files nobody meant as a script: findings within reason, and never anything else."""

from __future__ import annotations

import pytest

from partswork.cleaning import clean
from partswork.script.finding import MOST_FINDINGS
from partswork.script.reader import read
from partswork.script.source import MOST_BYTES
from partswork.script.tree_reader import MOST_EVENTS
from partswork.script.words import plain_text
from tests.script.scripts import reading_of, told, with_steps

GOOD = with_steps("- say: Hello.")


def whole(steps: str) -> bytes:
    return with_steps(steps).encode()


def under(key: str, text: str) -> bytes:
    return f"{GOOD}{key}: {text}\n".encode()


BILLION_LAUGHS = "x-a: &a lol\n" + "".join(f"x-{n}: &x{n} [*a, *a, *a]\n" for n in range(30))

# Each with the codes that may be told of it; the first is among them.
FILES: dict[str, tuple[bytes, str]] = {
    "nothing": (b"", "PW012"),
    "blank lines": (b"\n \n\n", "PW012"),
    "only remarks": (b"# one\n# two\n", "PW012"),
    "only a mark": (b"\xef\xbb\xbf", "PW012"),
    "only words": (b"Hello.", "PW012"),
    "only a list": (b"- say: Hello.\n", "PW012"),
    "only a line of dashes": (b"---\n", "PW012"),
    "only three dashes": (b"---", "PW012"),
    "open lists": (b"[" * 100_000, "PW009 PW007"),
    "open tables": (b"{a: " * 15_000, "PW009 PW007"),
    "more open tables": (b"{a: " * 25_000, "PW007"),
    "lists in lists": (b"- " * 50_000, "PW007"),
    "keys of keys": (b"? " * 50_000, "PW014"),
    "closing brackets": (b"]" * 100_000, "PW001"),
    "percent signs": (b"%" * 100_000, "PW001"),
    "exclamation marks": (b"!" * 100_000, "PW008 PW012"),
    "asterisks": (b"*" * 100_000, "PW001"),
    "ampersands": (b"&" * 100_000, "PW001"),
    "one quotation mark": (b'"' + b"a" * 100_000, "PW001"),
    "twenty-one levels of tables": (
        "".join(" " * n + "a:\n" for n in range(21)).encode() + b" " * 21 + b"b",
        "PW007",
    ),
    "1,100 levels of tables": ("".join(" " * n + "a:\n" for n in range(1100)).encode(), "PW007"),
    "1,100 levels of lists": (b"- " * 1100, "PW007"),
    "twenty-one levels of steps": (
        (
            "steps:\n"
            + "".join(f"{'  ' * n}- if: distress is low\n{'  ' * n}  then:\n" for n in range(1, 21))
        ).encode(),
        "PW007",
    ),
    "billion laughs": (GOOD.encode() + BILLION_LAUGHS.encode(), "PW008 PW009"),
    "60,000 keys": (GOOD.encode() + "".join(f"k{n}: v\n" for n in range(60_000)).encode(), "PW007"),
    "20,000 keys": (GOOD.encode() + "".join(f"k{n}: v\n" for n in range(20_000)).encode(), "PW020"),
    "100,000 list items": (GOOD.encode() + b"- x\n" * 100_000, "PW001"),
    "100,000 steps": (GOOD.encode() + b"  - x\n" * 100_000, "PW007"),
    "10,000 steps that are none": (GOOD.encode() + b"  - x\n" * 10_000, "PW018"),
    "the same key 90,000 times": (GOOD.encode() + b"x-a: v\n" * 90_000, "PW011"),
    "40,000 anchors": (GOOD.encode() + "".join(f"x-{n}: &a{n} v\n" for n in range(40_000)).encode(), "PW008"),
    "300,000 items in brackets": (under("x-a", "[" + "a," * 300_000 + "]"), "PW009 PW007"),
    "a megabyte in one line": (under("note", "a" * 980_000), "PW007"),
    "a megabyte of spaces": (under("note", "a" + " " * 980_000 + "b"), "PW007"),
    "a megabyte of line ends": (GOOD.encode() + b"\n" * 980_000, ""),
    "a megabyte of fills": (under("note", "${a}" * 240_000), "PW007"),
    "a megabyte of asterisks in words": (under("note", "a " + "*a " * 320_000), "PW007"),
    "a megabyte of broken fills": (under("note", "a " + "${" * 480_000), "PW007"),
    "many long lines": (GOOD.encode() + b"".join(b"x-%d: %s\n" % (n, b"a" * 60_000) for n in range(16)), ""),
    "many lines of fills": (
        whole("".join(f"- say: {'${a}' * 1_200}\n" for n in range(16))),
        "PW032",
    ),
    "many lines of broken fills": (
        whole("".join(f"- say: a {'${' * 1_200}\n" for n in range(16))),
        "PW037",
    ),
    "more fills than anyone reads": (whole(f"- say: {'${a}' * 15_000}\n" * 2), "PW007"),
    "many lines of asterisks": (whole("".join(f"- say: a {'*a ' * 7_000}\n" for n in range(16))), ""),
    "a megabyte of escapes": (under("note", '"' + "\\n" * 480_000 + "a" + "\\x24{a}" * 1000 + '"'), "PW007"),
    "a key of a megabyte": (GOOD.encode() + b"? " + b"k" * 900_000 + b"\n: v\n", "PW007"),
    "a key of 60,000 letters": (GOOD.encode() + b"? " + b"k" * 60_000 + b"\n: v\n", "PW020"),
    "escapes": (under("note", '"' + "\\n" * 30_000 + "a" + "\\x24{a}" * 1000 + '"'), "PW032"),
    "4,000 names and 200 slips": (
        whole(
            "".join(f"- ask: x\n  save_as: abcdefgh{n}\n" for n in range(4000))
            + "".join(f"- say: ${{abcdefhg_{n}}}\n" for n in range(200))
        ),
        "PW032",
    ),
    "3,500 opening sections": (
        GOOD.encode().replace(b"steps:\n  - say: Hello.\n", b"sections:\n")
        + "".join(f"- id: s{n}\n  opening: yes\n  steps:\n  - say: x\n" for n in range(3500)).encode(),
        "PW028",
    ),
    "20,000 words of a scan": (
        whole(
            "- scan: x\n  save_as: y\n  scales:\n    - a: A\n  words:\n"
            + "".join(f"    - w{n}\n" for n in range(20_000))
        ),
        "PW028",
    ),
    "a condition of 400,000 words": (whole(f"- if: a is {'b ' * 400_000}\n  then:\n    - say: x"), "PW007"),
    "a condition of 900,000 brackets": (whole(f"- if: {'(' * 900_000}\n  then:\n    - say: x"), "PW007"),
    "10,000 shared scripts": (whole("- use: grounding\n" * 10_000), ""),
    "5,000 digits": (GOOD.replace("partswork: 1", "partswork: " + "7" * 5000).encode(), "PW025"),
    "a date there never was": (under("x-a", "2001-99-99"), ""),
    "minutes and seconds and so on": (under("x-a", "1:" * 30_000 + "1"), ""),
    "every kind of tag": (
        GOOD.encode()
        + "".join(
            f"x-{n}: {tag} abc\n"
            for n, tag in enumerate(
                "! !! !a !!str !!int !!float !!bool !!null !!timestamp !!binary !!python/object:os.system "
                "!!python/name:os !<tag:yaml.org,2002:str>".split()
            )
            if tag != "!!"
        ).encode(),
        "PW008",
    ),
    "tags on lists and tables": (GOOD.encode() + b"x-a: !!set\n  a: b\nx-b: !!seq\n  - a\n", "PW008"),
    "merge keys": (GOOD.encode() + b"x-a: &a\n  k: v\nx-b:\n  <<: *a\n", "PW008"),
    "an alias of nothing": (under("x-a", "*nothing"), "PW008"),
    "an alias of itself": (GOOD.encode() + b"x-a: &a\n  - *a\n", "PW008"),
    "an alias as a key": (GOOD.encode() + b"*a : v\n", "PW008"),
    "a list as a key": (GOOD.encode() + b"? - a\n: v\n", "PW014"),
    "a table as a key": (GOOD.encode() + b"? a: b\n: v\n", "PW014"),
    "a list in brackets as a key": (GOOD.encode() + b"? [a]\n: v\n", "PW009"),
    "a tab": (b"partswork:\t1\n", "PW003"),
    "tabs before keys": (GOOD.replace("  -", "\t-").encode(), "PW003"),
    "UTF-16, little end first, marked": (b"\xff\xfe" + GOOD.encode("utf-16-le"), "PW004"),
    "UTF-16, big end first, marked": (b"\xfe\xff" + GOOD.encode("utf-16-be"), "PW004"),
    "UTF-16, little end first": (GOOD.encode("utf-16-le"), "PW004"),
    "UTF-16, big end first": (GOOD.encode("utf-16-be"), "PW004"),
    "UTF-32": (GOOD.encode("utf-32"), "PW004"),
    "Latin-1": (GOOD.replace("Hello", "Grüß dich").encode("latin-1"), "PW004"),
    "half a letter": (GOOD.encode() + "ü".encode()[:1], "PW004"),
    "half an emoji, written out": (under("note", '"\\ud83d"'), "PW001"),
    "a surrogate": (under("note", '"\\ud800"'), "PW001"),
    "a surrogate in bytes": (GOOD.encode() + b"x-a: \xed\xa0\x80\n", "PW004"),
    "NUL": (GOOD.encode() + b"x-a: a\0b\n", "PW015"),
    "NUL, written out": (under("note", '"a\\0b"'), "PW016"),
    "a window title, written out": (under("note", '"\\e]0;hello\\a"'), "PW016"),
    "the clipboard, written out": (under("note", '"\\e]52;c;aGVsbG8=\\a"'), "PW016"),
    "the clipboard": (under("note", "a\x1b]52;c;aGVsbG8=\x07"), "PW016"),
    "the second control block": (under("note", "a\x9b31mb"), "PW016"),
    "letters turned round": (under("note", "a\u202egnp.exe"), "PW016"),
    "letters turned round, written out": (under("note", '"\\u2066a"'), "PW016"),
    "a mark within": (under("note", "a\ufeffb"), ""),
    "what is no letter": (under("note", "a\ufffeb\uffffc"), "PW016"),
    "lines ended in another way": (under("note", "a\u2028b"), "PW016"),
    "lines ended by CR alone": (GOOD.replace("\n", "\r").encode(), ""),
    "lines ended by CR and LF": (GOOD.replace("\n", "\r\n").encode(), ""),
    "emoji and Chinese": (under("note", "👩\u200d👧 你好"), ""),
    "two scripts": (f"{GOOD}---\n{GOOD}".encode(), "PW013"),
    "a directive": (f"%YAML 1.1\n---\n{GOOD}".encode(), "PW008"),
    "a directive of the future": (f"%YAML 9.9\n---\n{GOOD}".encode(), "PW001"),
    "a number of no digits": (
        whole("- rate: x\n  save_as: y\n- if: y is at least ²\n  then:\n    - say: x"),
        "PW034",
    ),
    "what is remembered, on two lines": (
        whole("- name_part: Who?\n  save_as: y\n- ask: x\n  save_as: z\n  remember: |\n    job\n    of y"),
        "",
    ),
    "what is remembered, with a wide space": (
        whole("- name_part: Who?\n  save_as: y\n- ask: x\n  save_as: z\n  remember: job\u00a0of\u00a0y"),
        "",
    ),
    "two inputs without names": (
        GOOD.encode() + b"shared: yes\ntakes:\n  - 1: part\n  - 2: part\n",
        "PW026 PW054",
    ),
    "two scales without names": (
        whole(
            "- scan: x\n  save_as: y\n  words:\n    - a\n    - b\n    - c\n  scales:\n    - 1: A\n    - 2: B"
        ),
        "PW026",
    ),
}


@pytest.mark.parametrize("name", FILES)
def test_a_strange_file_is_told_of_in_few_words(name: str) -> None:
    raw, expected = FILES[name]
    reading = reading_of(raw)
    findings = reading.findings.sorted()
    assert {finding.code for finding in findings} == set(expected.split())
    assert len(findings) <= MOST_FINDINGS
    for finding in findings:
        assert not reading.text or finding.mark.line <= reading.text.count("\n") + 1
        said = finding.message + (finding.suggestion or "")
        assert clean(said) == said
        assert "\n" not in said
        assert len(said) < 1200


def test_what_is_too_large_is_not_looked_at() -> None:
    at_most = GOOD.encode() + b"#" * (MOST_BYTES - len(GOOD))
    assert told(at_most) == []
    assert [code for code, _ in told(at_most + b"#")] == ["PW006"]
    assert [code for code, _ in told(b"[" * 50_000_000)] == ["PW006"]


def test_no_more_is_taken_of_a_file_than_a_script_can_hold(monkeypatch: pytest.MonkeyPatch) -> None:
    import yaml

    taken = 0
    from_yaml = yaml.parse

    def counting(*given: object, **named: object) -> object:
        nonlocal taken
        for event in from_yaml(*given, **named):  # type: ignore[arg-type]
            taken += 1
            yield event

    monkeypatch.setattr(yaml, "parse", counting)
    for name, least in (("open lists", 0), ("lists in lists", 0), ("100,000 steps", MOST_EVENTS)):
        taken = 0
        read(FILES[name][0])
        assert least <= taken <= least + 50


def test_twenty_levels_are_read() -> None:
    deep = "x-a:\n" + "".join(" " * n + "a:\n" for n in range(1, 19)) + " " * 19 + "a: b\n"
    assert told(GOOD + deep) == []
    assert [code for code, _ in told(GOOD + deep.replace("a: b", "a:\n" + " " * 20 + "a: b"))] == ["PW007"]


def test_no_letter_that_acts_on_a_terminal_is_left() -> None:
    script = read(under("note", '"\\e]52;c;x\\a\\u202e\\x9b"') + b"x-b: a\x1b[31m\xe2\x80\xae\n").script
    assert script is not None
    assert script.note is not None
    assert script.note.say is not None
    assert plain_text(script.note.say) == "]52;c;x"
