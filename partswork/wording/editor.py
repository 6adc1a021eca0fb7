"""What an editor shows beside a script while it is written: a few words about each key."""

from __future__ import annotations

from collections.abc import Iterable

from partswork.wording.findings import EXPECTED, ONE_OF

TITLE = "A partswork script"
STEP = "One step. Its first key says what kind of step it is, and carries its words."
OWN = "A key of your own, beginning with x-. It is left alone."
ONE_OPTION = "One option: a key that only you see, a colon, and the words that people choose."
ONE_SCALE = "One reading: a name that only you see, a colon, and the word that people read."
ONE_INPUT = "One thing this shared script is given: a name, a colon, and part, text or number."

_ANYWHERE = {
    "note": "Words for the person who guides. They are not shown in a session.",
    "help": "A few more words, shown with the question to whoever asks for them.",
    "save_as": "The name of the answer: letters, digits and _. It is shown again with ${name}.",
    "optional": "yes: people may skip this question. Most questions want it.",
    "remember": "Keeps the answer with a part, as in: job of guard. Also fear, wish, place, look, age.",
    "text": "Words shown meanwhile.",
    "steps": "What happens, from top to bottom. Each step begins with a dash.",
    "title": "What people read in a listing.",
}

_THERE = {
    "script": {
        "partswork": "The version of this language: 1.",
        "id": "Letters, digits and hyphens; the same as the file's name without .yaml.",
        "version": "Your own number, to tell one edition from the next.",
        "language": "The language of its words: en, de, pt-BR.",
        "about": "A sentence or two for the listing: what this practice is.",
        "depth": "settling, meeting (it turns to parts) or deep (it may come near a wounded one).",
        "company": "alone, or therapist: someone is in the room.",
        "if_they_stop": "The shared script that follows when somebody stops. grounding is built in.",
        "tags": "Words to find it by, one a line with a dash.",
        "sections": "Its named stretches, each with an id and steps.",
        "shared": "yes: other scripts use this one, and it is not run by itself.",
        "takes": "What a script that uses this one must give it, one a line.",
        "returns": "The results this one can hand back, one a line.",
        "grounds": "yes: this one brings people back to the room, and asks nothing but distress and choose.",
    },
    "section": {
        "id": "The name that go_to leads to: letters, digits and hyphens.",
        "title": "A name for this stretch.",
        "deep": "yes: this stretch comes near a wounded part. It says what it needs.",
        "needs": "What must hold before anyone comes in, such as: leave is given and distress is low",
        "opening": "yes: practical questions before one begins.",
        "closing": "yes: the way out. Nothing inward is asked here, only distress and choose.",
    },
    "say": {"say": "A few lines to read. People go on when they like."},
    "pause": {"pause": "Quiet: 20 seconds, 2 minutes (at most 10), or: as long as you like"},
    "breathe": {
        "breathe": "A paced breath, such as: 4 in, 6 out",
        "rounds": "How many breaths, 1 to 20.",
    },
    "distress": {"distress": "Asks how stirred up someone is, 0 to 10. Tested as low, raised or high."},
    "ask": {
        "ask": "A question with room for words.",
        "placeholder": "Pale words that stand in the empty room for an answer.",
    },
    "rate": {
        "rate": "A question answered with a number, 0 to 10 if nothing else is said.",
        "from": "The lowest number.",
        "to": "The highest number.",
        "low": "What the lowest number means.",
        "high": "What the highest number means.",
    },
    "scan": {
        "scan": "Several readings on one screen, answered in words.",
        "words": "The 3 to 7 words of each reading, from far to near, one a line.",
        "scales": "What is read, one a line: a name and the word that people see.",
    },
    "choose": {
        "choose": "A question with 2 to 12 answers to choose from.",
        "options": "The answers, one a line: a key that only you see, and its words.",
        "many": "yes: more than one may be chosen.",
    },
    "name_part": {
        "name_part": "Asks for a part: one they have met before, or a new name.",
        "role": "What kind of part it is kept as, such as: protector",
        "guarded_by": "The saved name of the part that guards this one.",
        "opposed_to": "The saved name of the part that wants the other thing.",
    },
    "locate": {"locate": "Asks for places in or around the body."},
    "rotate": {"rotate": "Two or more lists of steps; each session takes the next one."},
    "if": {
        "if": "A condition, such as: distress is not low",
        "then": "What happens if the condition holds.",
        "otherwise": "What happens if it does not.",
    },
    "repeat_until": {
        "repeat_until": "Goes round until this condition holds, such as: leave is not unclear",
        "at_most": "How often it goes round at most, 1 to 10.",
        "steps": "What happens in each round.",
    },
    "use": {
        "use": "Goes through a shared script, such as: grounding",
        "with": "What the shared script is given: its name for it, a colon, your saved name.",
        "save_as": "The name of the result that the shared script hands back.",
    },
    "go_to": {"go_to": "Leads to a later section, by its id."},
    "end": {"end": "Ends the session: complete, or people (closes on who to call)."},
    "return": {"return": "In a shared script: hands one of its results back and leaves it."},
    "option": {
        "refusal": "yes: this is a no. The question is not asked again today, and nothing deep follows.",
        "then": "What happens after this was chosen; then everybody goes on with the next step.",
    },
    "scale": {"meaning": "A few words on what this reading means."},
    "note": {
        "say": "What the person who guides might say.",
        "watch_for": "What to look out for.",
        "if_stuck": "What to try when it does not go on.",
    },
}


def about(place: str, key: str) -> str:
    """Say in a few words what a key is for, "" where nothing is known of it.

    Args:
        place: `script`, `section`, `option`, `scale`, `note`, or a kind of step.
        key: one that can stand there.
    """
    return _THERE.get(place, {}).get(key) or _ANYWHERE.get(key, "")


def there_should_be(expected: str) -> str:
    """Say what should stand here; `expected` is a key of `EXPECTED`, or `language`."""
    what = EXPECTED.get(expected, "a language, such as en, de or pt-BR")
    return f"Here there should be {what}."


def one_of(legal: Iterable[str]) -> str:
    """Say which words can stand here."""
    return ONE_OF.format(words=", ".join(legal))
