"""`partswork paths` and `partswork help-now`: where things are, and who to call."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from partswork.cli.listing import as_json_option, remark, show, show_json
from partswork.wording import commands as words

if TYPE_CHECKING:
    from partswork.settings import Settings


@click.command(help=words.PATHS)
@as_json_option
def paths(as_json: bool) -> None:
    """Say where things are."""
    from partswork.catalogue.folders import library_folder
    from partswork.paths import places

    here = places()
    told = {
        "data": str(here.data),
        "journal": str(here.journal),
        "config": str(here.config),
        "settings": str(here.settings),
        "scripts": str(here.scripts),
        "library": str(library_folder()),
    }
    if as_json:
        show_json(told)
        return
    for name, place in told.items():
        show(f"{words.PLACES[name]:<28}  {place}")


@click.command("help-now", help=words.HELP_NOW)
@as_json_option
def help_now(as_json: bool) -> None:
    """Say who to call."""
    from partswork.people import to_call
    from partswork.wording import people as people_words

    settings = _settings()
    people = to_call(settings)
    if as_json:
        own = [{"name": person.name, "phone": person.phone} for person in people.people]
        emergency = {"number": people.number, "country": people.country} if people.number else None
        show_json({"emergency": emergency, "people": own})
    else:
        show(people_words.INTRODUCTION)
        show()
        for line in people.lines():
            show(line)
        show()
        show(people_words.PARTSWORK_CANNOT)
        if not people.people:
            show(people_words.KEEP_PEOPLE)
    for sentence in settings.remarks:
        remark(sentence)


def _settings() -> Settings:
    """Return the settings; there is someone to call even where no folder for them can be made out."""
    from partswork.paths import places
    from partswork.settings import Settings, read_settings

    try:
        return read_settings(places().settings)
    except (OSError, RuntimeError):
        return Settings()
