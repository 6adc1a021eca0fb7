"""Markdown: what was put and said, and nothing of it read as anything but words."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from partswork.cleaning import clean
from partswork.exchange.escaping import in_a_line, paragraphs, quoted, scalar
from partswork.exchange.pages import Page, is_own, pages
from partswork.guide import PartGiven, Value
from partswork.journal import Journal, new_id
from partswork.session import Session, begin
from tests.journal.sitting import Sitting
from tests.practices import EVERY_KIND, TWO_QUESTIONS, Own
from tests.session.sitting import Clock, give, to_end

HOSTILE = [
    "# a heading",
    "- a list\n- of two",
    "1. first\n2) second",
    "> a quotation\n>> and one in it",
    "    code\n\tcode",
    "```\ncode\n```",
    "~~~\ncode",
    "---\ntitle: other\n---",
    "words\n===\nwords\n---",
    "***",
    "| a | b |\n|---|---|\n| 1 | 2 |",
    "<script>alert(1)</script>",
    "<!-- gone",
    "[a](javascript:alert(1)) ![b](c) [d]: e",
    "[[Somebody else]] ![[file]]",
    "*strong* __strong__ `code` ~~not~~ ==lit== $x^2$ %%gone%% #tag ^block",
    "https://example.org www.example.org someone@example.org",
    "&lt;b&gt; &#35; \\# a\\",
    "key:: value",
    "a  \nb\\\nc",
    "- [ ] task\n> [!note] callout",
]
text = st.text(st.characters(codec="utf-8"), max_size=60)
shown_text = st.lists(
    st.sampled_from([*HOSTILE, "\n", " ", "\t", "-", "+", "1.", "\\", "#", "a", "é"]), max_size=6
).map("".join)


@pytest.fixture
def own(tmp_path: Path) -> Own:
    return Own(tmp_path / "scripts")


def _session(journal: Journal, own: Own, text: str, *values: Value | None, id: str = "two") -> Session:
    session = begin(journal, own.put(id, text), Clock())
    give(session, *values)
    to_end(session)
    return session


def _all(journal: Journal) -> list[Page]:
    return list(pages(journal, list(reversed(journal.sessions()))))


def _front(page: Page) -> dict[str, object]:
    _, front, _ = page.text.split("---\n", 2)
    read = yaml.safe_load(front)
    assert isinstance(read, dict)
    return read


def _body(page: Page) -> str:
    return page.text.split("---\n", 2)[2]


def test_a_session_is_told_as_it_was_put_and_said(journal: Journal, own: Own) -> None:
    session = _session(journal, own, TWO_QUESTIONS, "first thing", "another")
    (page,) = _all(journal)
    assert page.place == (f"2026-11-22 two {session.id[:8]}.md",)
    assert _body(page) == (
        "\n# Two questions\n\n"
        "What is on your mind?\n\n> first thing\n\n"
        "You said: first thing. And now?\n\n> another\n"
    )
    front = _front(page)
    del front["partswork"]
    assert front == {
        "id": session.id,
        "script": "two",
        "title": "Two questions",
        "started": "2026-11-22T08:30:00+01:00",
        "ended": "2026-11-22T08:30:00+01:00",
        "state": "complete",
        "parts": [],
        "distress": [],
    }


def test_what_was_taken_back_or_left_out_is_on_no_page(journal: Journal, own: Own) -> None:
    session = begin(journal, own.put("two", TWO_QUESTIONS), Clock())
    give(session, "first of all")
    session.back()
    give(session, "second thoughts", None)
    to_end(session)
    (page,) = _all(journal)
    assert "first of all" not in page.text
    assert "second thoughts" in page.text
    assert "And now?" not in page.text


def test_parts_have_pages_and_links_to_them(journal: Journal, own: Own) -> None:
    watchman = PartGiven(new_id(), "The Watchman")
    session = _session(
        journal,
        own,
        EVERY_KIND,
        *(6, "rain", 3, "left", ("wind",), {"calm": "near"}, watchman, ("the chest",)),
        id="every-kind",
    )
    page, part = _all(journal)
    front = _front(page)
    assert front["parts"] == ["[[The Watchman]]"]
    assert front["distress"] == [6]
    assert part.place == ("parts", "The Watchman.md")
    about = _front(part)
    assert (about["id"], about["name"], about["role"]) == (watchman.id, "The Watchman", "protector")
    assert about["place"] == "the chest"
    assert f"- [[2026-11-22 every-kind {session.id[:8]}]]\n" in part.text


@pytest.mark.parametrize("said", HOSTILE)
def test_nothing_somebody_wrote_is_read_as_more_than_words(journal: Journal, said: str) -> None:
    sitting = Sitting(journal, title=said)
    sitting.answer(said, said)
    part = sitting.meet_new(said, role=said)
    sitting.answer("job", said, remember={"field": "job", "part": part})
    sitting.add("part-related", {"part": part, "kind": "guards", "other": part})
    session, about = _all(journal)
    assert _front(session)["title"] == said
    assert _front(about)["role"] == said
    for page in (session, about):
        tokens = MarkdownIt("gfm-like", {"linkify": False, "html": True}).parse(_body(page))
        kinds = {token.type for token in tokens} | {
            child.type for token in tokens for child in token.children or ()
        }
        assert kinds <= {
            *("heading_open", "heading_close", "paragraph_open", "paragraph_close", "inline", "text"),
            *("blockquote_open", "blockquote_close", "softbreak", "hardbreak", "text_special"),
            *("bullet_list_open", "bullet_list_close", "list_item_open", "list_item_close"),
        }
        assert sum(token.type == "heading_open" for token in tokens) == 1


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ("https://example.org", "https\\://example.org"),
        ("www.example.org", "www\\.example.org"),
        ("someone@example.org", "someone\\@example.org"),
        ("key:: value", "key\\:: value"),
        ("#tag ^block %%gone%%", "\\#tag \\^block \\%\\%gone\\%\\%"),
        ("at 8:30. Well-known: yes", "at 8:30. Well-known: yes"),
    ],
)
def test_no_address_and_no_tag_is_made_of_words(said: str, written: str) -> None:
    assert in_a_line(said) == written


def _read(markdown: str) -> str:
    """Return what a reader of Markdown shows of some lines; raise where it sees more than words."""
    shown = []
    for token in MarkdownIt("gfm-like", {"linkify": False, "html": True}).parse(markdown):
        assert token.type in ("paragraph_open", "paragraph_close", "inline"), token.type
        if token.type == "paragraph_close":
            shown.append("\n\n")
        for child in token.children or ():
            assert child.type in ("text", "text_special", "softbreak", "hardbreak"), child.type
            shown.append("\n" if child.type.endswith("break") else child.content)
    return "".join(shown)


@given(st.one_of(text, shown_text))
@example("0\n\n\n- a")
def test_words_come_out_of_markdown_as_they_went_in(said: str) -> None:
    def words(shown: str) -> list[list[str]]:
        lines = (line.replace("\u00a0", " ").strip() for line in shown.split("\n"))
        return [line.split() for line in lines if line]

    assert words(_read("\n".join(paragraphs(said)))) == words(clean(said))
    assert _read("\n".join(line[2:] for line in quoted(said))) == _read("\n".join(paragraphs(said)))
    assert words(_read(in_a_line(said))) in ([], [clean(said).replace("\u00a0", " ").split()])


@given(text)
@example("\ufffe\uffff\ufeff")
@example('"\\ \n: - [')
def test_a_scalar_is_read_as_the_text_it_was(said: str) -> None:
    read = yaml.safe_load(f"---\nkey: {scalar(said)}\nlist: [{scalar(said)}, {scalar(said)}]\n")
    assert read == {"key": clean(said), "list": [clean(said)] * 2}


def test_a_page_knows_itself_until_somebody_changes_it(journal: Journal) -> None:
    sitting = Sitting(journal)
    sitting.answer("words", "---\npartswork: x\n---")
    (page,) = _all(journal)
    assert is_own(page.text, sitting.id)
    assert not is_own(page.text, new_id())
    assert not is_own(page.text + "my own thoughts\n", sitting.id)
    assert not is_own("", sitting.id)
