"""The questions before a game: which scenario, which partner, how hard, which dice."""

from __future__ import annotations

import secrets
from collections.abc import Sequence

from game.content.records import Content, Scenario
from game.content.scoping import in_order
from game.narration.figures import LEVEL_TEXTS, level_name
from game.plain.console import Console, Left
from game.plain.wishes import Wishes
from game.plain.words import pick
from game.rules.setup import LEVELS, Setup
from game.text.language import N_, _, ngettext
from game.text.lists import comma_listed
from game.text.typed import BEYOND, DIGITS, whole_number

MOST_SEED = 1_000_000
MODES = {
    "ordinary": N_("ordinary: undo, and branches from past turns"),
    "iron": N_(
        "iron: one save, written after each decision; nothing can be taken back. It is evident "
        "among honest players, and no proof against somebody who copies the folder"
    ),
}
LEAVING = ("quit", "exit", "q")


def ask_setup(
    console: Console, content: Content, wishes: Wishes, met: tuple[str, ...] = ()
) -> Setup:
    """Return the setup of a new game; what isn't wished for is asked. Raises Left at the end.

    `met` are the cards of recent campaigns; a run whose seed is named doesn't know them.
    """
    scenario = wishes.scenario
    if scenario is None:
        ordered = [content.scenarios[name] for name in in_order(content)]
        scenario = _choice(console, _("Which scenario?"), {s.id: _scenario(s) for s in ordered})
    chair = wishes.chair
    if chair is None:
        chair = _choice(console, _("Which partner do you run?"), _chairs(content, scenario))
    level = wishes.level or _choice(
        console,
        _("Which level?"),
        {name: f"{level_name(name)}. {_(LEVEL_TEXTS[name])}" for name in LEVELS},
    )
    named = wishes.seed if wishes.seed is not None else _seed(console)
    if named is not None:
        return Setup(scenario, chair, named, level, wishes.hazards)
    return Setup(scenario, chair, secrets.randbelow(MOST_SEED), level, wishes.hazards, met)


def ask_iron(console: Console, wishes: Wishes) -> bool:
    """Return whether the game has no way back; asked only of who has wished for nothing."""
    if wishes != Wishes():
        return bool(wishes.iron)
    choices = {mode: _(text) for mode, text in MODES.items()}
    return _choice(console, _("Which mode?"), choices) == "iron"


def _scenario(scenario: Scenario) -> str:
    """Return a scenario as it is chosen: its name, how long it is, its text."""
    turns = ngettext("{n} turn.", "{n} turns.", scenario.turns)
    return f"{scenario.name}, {turns} {scenario.text}"


def _chairs(content: Content, scenario: str) -> dict[str, str]:
    chosen = content.scenarios.get(scenario)
    chairs: Sequence[str] = chosen.chairs if chosen else ()
    briefs = chosen.briefs if chosen else {}
    partners = {chair: content.partners[chair] for chair in chairs}
    return {chair: f"{p.name}. {briefs.get(chair, p.text)}" for chair, p in partners.items()}


def _choice(console: Console, question: str, names: dict[str, str]) -> str:
    """Let the player choose by number, name or id; a single thing is chosen without asking."""
    ids = list(names)
    typed = comma_listed((*ids, "quit"))
    if len(ids) == 1:
        return ids[0]
    for number, text in enumerate(names.values(), 1):
        console.say(f"{number}. {text}")
    while True:
        answer = _asked(console, question)
        place = pick(answer, list(names.values()))
        place = pick(answer, ids) if place is None else place
        if place is not None:
            return ids[place]
        told = _("Type a number from 1 to {most}, or one of: {names}.", most=len(ids), names=typed)
        console.say(told)


def _seed(console: Console) -> int | None:
    """Ask for a seed; None lets the game draw one."""
    while True:
        asked = _("Which seed? A number makes the run repeatable; empty draws one.")
        answer = _asked(console, asked)
        if not answer:
            return None
        seed = whole_number(answer)
        if seed is not None and seed < BEYOND:
            return seed
        console.say(_("Type a number of at most {digits} digits, or nothing.", digits=DIGITS))


def _asked(console: Console, question: str) -> str:
    """Return an answer. Raises Left when it is to leave, or there is none."""
    answer = console.ask(question)
    if answer.lower() in LEAVING:
        raise Left
    return answer
