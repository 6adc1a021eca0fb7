"""The shortest way into a section."""

from __future__ import annotations

from partswork.proof.instructions import Put, Show
from partswork.proof.laying import Laying, TooLarge
from partswork.proof.search import MOST_STATES, Searched, search
from partswork.proof.stories import Story, story
from partswork.script.model import Bundle
from partswork.wording.promises import comes_to


def way_into(bundle: Bundle, section: str, *, most_states: int = MOST_STATES) -> Story | None:
    """Return what someone says who comes to where a section first shows something.

    Args:
        bundle: a script that can be run.
        section: the id of one of its sections.
        most_states: where to give up.

    Returns:
        None where nobody is found to come there.
    """
    try:
        searched = search(Laying(bundle).program(), most_states=most_states)
    except TooLarge:
        return None
    for state, edges in enumerate(searched.edges):
        for _, trail, _, said in edges:
            shown = next((place for place in trail if _is_in(searched, place, section)), None)
            if shown is not None:
                # A question that is asked right here has nothing said to it yet.
                here = shown == searched.states[state].place
                return story(searched, state, None if here else said, comes_to(section))
    return None


def _is_in(searched: Searched, place: int, section: str) -> bool:
    one = searched.program.instructions[place]
    return isinstance(one, Show | Put) and one.scene.section.id == section and not one.scene.stopping
