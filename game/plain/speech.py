"""How much is said: terse, normal, full. What isn't said can always be asked for."""

from __future__ import annotations

from enum import IntEnum

from game.errors import SaveError
from game.plain.console import Console
from game.saves.settings import SPEECH, keep_setting, load_settings, settings_file
from game.text.language import N_, _


class Speech(IntEnum):
    """How much is said of what there is to say; more says all that less does."""

    TERSE = 1
    NORMAL = 2
    FULL = 3


MEANT = {
    Speech.TERSE: N_("Speech is terse: what happened, what is in danger, what is asked."),
    Speech.NORMAL: N_("Speech is normal: reasons, lists and arithmetic when you ask."),
    Speech.FULL: N_("Speech is full: everything is read out."),
}
WISHES = {"one": "speech terse", "other": "speech normal", "last": "speech full"}


def wished_speech() -> Speech:
    """Return how much a player wishes to be told; the usual where nothing can be read."""
    try:
        return Speech[load_settings(settings_file()).speech.upper()]
    except SaveError:
        return Speech[SPEECH[0].upper()]


def switch_speech(console: Console, now: Speech, wish: str) -> Speech:
    """Say how much is told, or let a wish hold from now on; return what holds."""
    if wish not in SPEECH:
        console.say(f"{_(MEANT[now])} {_('Type {one}, {other} or {last}.', **WISHES)}")
        return now
    console.say(_(MEANT[Speech[wish.upper()]]))
    try:
        keep_setting(settings_file(), "speech", wish)
    except SaveError as error:
        console.say(f"{_('It holds for this sitting alone.')} {error}")
    return Speech[wish.upper()]
