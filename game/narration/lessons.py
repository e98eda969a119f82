"""What a lesson asks to be taken, in words that hold on the screen and line by line."""

from __future__ import annotations

from game.content.records import Content, Lesson
from game.text.language import N_, _

ANY = {
    "card": N_("take the choice that you want."),
    "dilemma": N_("take the answer that you want."),
    "agenda": N_("do one thing of the agenda, or close it."),
    "table": N_("do what you want at the table, or leave it."),
    "answer": N_("sign it, decline it or counter it."),
    "counter": N_("sign it or decline it."),
    "ratify": N_("take the way that you want."),
}
NAMED = {
    "end": N_("close the agenda, or leave the table."),
    "offer": N_("send an offer."),
    "convene": N_("send a paper of three."),
    "step_up": N_("step up the ladder."),
    "step_down": N_("step down the ladder."),
    "accept": N_("sign it."),
    "decline": N_("decline it."),
    "counter": N_("counter it with an offer of your own."),
    "pay": N_("win one over."),
    "press": N_("press on."),
    "fall": N_("let it fall."),
}


def taken_told(content: Content, lesson: Lesson) -> str:
    """Return what a lesson asks to be taken, after "Now"."""
    what = lesson.deed.what
    if what in content.actions:
        return _("choose “{action}” on your agenda.", action=content.actions[what].name)
    if what in NAMED:
        return _(NAMED[what])
    if what:
        return _("take “{choice}”.", choice=_choice(content, what))
    return _(ANY[lesson.at])


def _choice(content: Content, what: str) -> str:
    """Return the words of a card's choice."""
    desks = (desk for event in content.events.values() for desk in event.desks)
    found = (choice.text for desk in desks for choice in desk.choices if choice.id == what)
    return next(found, what)
