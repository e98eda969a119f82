"""Words that a world may replace: they stand in content, in its `world:` or the base's."""

from __future__ import annotations

from collections.abc import Mapping

from game.content.inheriting import world_here
from game.content.placeholders import replaced
from game.content.records import Content
from game.narration.words.plural import Template, Worded
from game.rules.messages import Arg


def phrase(content: Content, code: str, **args: object) -> str:
    """Return a world's words of a code, with what they leave open filled in."""
    return replaced(world_here(content).words[code], lambda one: str(args.get(one.head, one)))


def of_world(code: str) -> Worded:
    """Return the template of a code of the rules that each world words itself."""

    def told(content: Content, args: Mapping[str, Arg]) -> str:
        return phrase(content, code)

    return Worded((), told)


OWN: Mapping[str, Template] = {
    code: of_world(code)
    for code in (
        "channels.unused", "home.begrudged", "legacy.fades", "legacy.turn", "money.income",
        "standing.mood", "trust.follows", "vote.mood", "vote.running", "war.front",
    )
}  # fmt: skip
"""The codes of the rules that each world words itself."""
