"""Scenes by ear: what is shown in a line, what is told, and the wish for fewer of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from game.errors import SaveError
from game.narration.scenes import Shown
from game.plain.console import Console
from game.plain.speech import Speech
from game.saves.settings import SCENES, keep_setting, load_settings, settings_file
from game.session import Session
from game.session.telling import ALL, Telling
from game.session.telling.words import happened_in, scene_told, turn_label
from game.text.language import N_, _
from game.text.lists import comma_listed

MEANT = {
    "all": N_("Scenes: all of them."),
    "great": N_("Scenes: the great ones alone."),
    "none": N_("Scenes: none of them."),
}
FROM_NOW = {
    "all": N_("Scenes from now on: all of them."),
    "great": N_("Scenes from now on: the great ones alone."),
    "none": N_("Scenes from now on: none of them."),
}
NO_SUCH = N_("There is no such scene. Type {scenes} to hear which there are.")
WISHES = {"one": "scenes all", "other": "scenes great", "last": "scenes none"}


def wanted() -> str:
    """Return which scenes a player has wished for; all where nothing can be read."""
    try:
        return load_settings(settings_file()).scenes
    except SaveError:
        return ALL


def scene_lines(
    one: Shown, happened: Sequence[str] = (), speech: Speech = Speech.FULL
) -> Iterator[str]:
    """Yield a scene: its title, what would be seen, who speaks and what is told.

    Then what `happened`, in short, and what it moved, unless that has been told already. Terse
    speech tells of a scene that isn't a great one what happened alone; `scenes` has it in full.
    """
    if speech > Speech.TERSE or one.scene.great or not happened:
        yield ""
        yield f"{one.scene.title}."
    if speech > Speech.TERSE or one.scene.great:
        yield _("You see: {what}", what=one.scene.shows)
        yield f"{one.speaker}: {one.text}" if one.speaker else one.text
    yield from happened
    if one.moved:
        yield _("It moved: {figures}.", figures=comma_listed(one.moved))


def scenes_again(console: Console, telling: Telling, session: Session, chair: str) -> None:
    """Say which scenes have come up in the run, to be heard again by their numbers."""
    found = telling.scenes(chair)
    for number, (item, cue) in enumerate(found, 1):
        when = turn_label(session, item.turn)
        console.say(f"{number}. {cue.scene.title} ({when})")
    if found:
        console.say(_("Type {scene} and a number to hear one again.", scene="scene"))


def scene_again(
    console: Console, telling: Telling, session: Session, chair: str, number: int | None
) -> None:
    """Say one of the scenes again that have come up."""
    found = telling.scenes(chair)
    if number is None or not 1 <= number <= len(found):
        console.say(_(NO_SUCH, scenes="scenes"))
        return
    item, cue = found[number - 1]
    shown = scene_told(session, chair, item, cue)
    console.say_all(scene_lines(shown, happened_in(session, chair, [item])))


def switch(console: Console, now: str, wish: str) -> str:
    """Say which scenes are told, or let a wish hold from now on; return what holds."""
    if wish not in SCENES:
        console.say(f"{_(MEANT[now])} {_('Type {one}, {other} or {last}.', **WISHES)}")
        return now
    console.say(_(FROM_NOW[wish]))
    try:
        keep_setting(settings_file(), "scenes", wish)
    except SaveError as error:
        console.say(f"{_('It holds for this sitting alone.')} {error}")
    return wish
