"""What is deleted is in no page of the file, the search index's included, whole or in its beginnings."""

from __future__ import annotations

import random
from pathlib import Path

from partswork.journal import Journal
from partswork.journal.projections import said
from tests.journal.sitting import LATER, Sitting
from tests.journal.test_deleting import _pages

_WORDS = 40


def _word(chance: random.Random) -> str:
    # Long enough that its end comes by no chance, and stands in the index as it is: there a word is kept
    # without the letters that it begins with like the one before.
    return "".join(chance.choices("abcdefghijklmnopqrstuvwxyz", k=20))


def _written(journal: Journal, chance: random.Random) -> dict[str, list[str]]:
    """Write sessions, each with words of its own between words of all; return those of its own by session."""
    of_all = [_word(chance) for _ in range(60)]
    its_own: dict[str, list[str]] = {}
    for _ in range(60):
        sitting = Sitting(journal)
        its_own[sitting.id] = [_word(chance) for _ in range(_WORDS)]
        sitting.answer("mind", " ".join([*its_own[sitting.id], *of_all]))
    return its_own


def _left(folder: Path, words: list[str]) -> list[str]:
    pages = _pages(folder)
    return [word for word in words if word[-12:].encode() in pages]


def test_deleted_words_are_in_no_page(folder: Path) -> None:
    chance = random.Random(11)  # noqa: S311
    with Journal.open(folder) as journal:
        its_own = _written(journal, chance)
        doomed, stays = list(its_own)[::2], list(its_own)[1::2]
        for session in doomed:
            journal.delete(session, at=LATER)
        gone = [word for session in doomed for word in its_own[session]]
        kept = [word for session in stays for word in its_own[session]]
        assert _left(folder, gone) == []
        assert _left(folder, kept) == kept
        assert all(journal.search(f"{word} ") == [] for word in gone[::50])
        assert all(len(journal.search(f"{word} ")) == 1 for word in kept[::50])
        with journal._vault.reading() as connection:
            connection.execute("INSERT INTO said_words (said_words, rank) VALUES ('integrity-check', 1)")


def test_no_page_of_the_index_is_divided_by_a_deleted_word(folder: Path) -> None:
    chance = random.Random(12)  # noqa: S311
    with Journal.open(folder) as journal:
        its_own = _written(journal, chance)
        doomed = list(its_own)[::2]
        gone = [word for session in doomed for word in its_own[session]]
        assert _dividers(journal, gone) != []
        for session in doomed:
            journal.delete(session, at=LATER)
        alive = {word.decode() for word in _alive(journal)}
        assert [
            word for word in _dividers(journal, gone) if not any(one.startswith(word) for one in alive)
        ] == []


def test_what_was_deleted_elsewhere_is_in_no_page_here(folder: Path, tmp_path: Path) -> None:
    chance = random.Random(13)  # noqa: S311
    with Journal.open(folder) as journal, Journal.open(tmp_path / "elsewhere") as elsewhere:
        its_own = _written(elsewhere, chance)
        doomed, stays = list(its_own)[::2], list(its_own)[1::2]
        journal.take_in(elsewhere.everything())
        for session in doomed:
            elsewhere.delete(session, at=LATER)
        gone = [word for session in doomed for word in its_own[session]]
        assert _dividers(journal, gone) != []
        assert journal.take_in(elsewhere.everything()).deleted == len(doomed)
        alive = {word.decode() for word in _alive(journal)}
        left = [word for word in _dividers(journal, gone) if not any(one.startswith(word) for one in alive)]
        assert left == []
        assert _left(folder, gone) == []
        assert _left(folder, [word for session in stays for word in its_own[session]]) != []


def test_the_last_word_of_the_index_goes_too(journal: Journal) -> None:
    Sitting(journal).answer("mind", "aaa")
    many = Sitting(journal)
    many.answer("mind", " ".join(f"zz{number:05d}" for number in range(3000)))
    journal.delete(many.id, at=LATER)
    assert _dividers(journal, ["zz"]) == []
    assert _alive(journal) == {b"aaa"}
    assert len(journal.search("aaa")) == 1


def test_what_is_taken_back_leaves_the_index_and_stays_in_the_journal(folder: Path) -> None:
    with Journal.open(folder) as journal:
        sitting = Sitting(journal)
        sitting.back(sitting.answer("mind", "taken-back"))
        assert [row[1] for row in _index(journal)] == []
        assert len(journal.answers(sitting.id)) == 1
    assert b"taken-back" in _pages(folder)


def _index(journal: Journal) -> list[tuple[object, ...]]:
    with journal._vault.reading() as connection:
        return connection.execute("SELECT * FROM said_terms").fetchall()


def _alive(journal: Journal) -> set[bytes]:
    return {str(term).encode() for term, *_ in _index(journal)}


def _dividers(journal: Journal, words: list[str]) -> list[str]:
    """Return what divides the pages of the index and begins like one of `words`, or one of them like it."""
    with journal._vault.reading() as connection:
        found = connection.execute("SELECT term FROM said_words_idx").fetchall()
    texts = [bytes(term)[1:].decode() for (term,) in found if bytes(term)[:1] == said._OF_WORDS]
    return [
        text
        for text in texts
        if text and any(word.startswith(text) or text.startswith(word) for word in words)
    ]
