"""What content's texts leave open, and who stands for it in a state.

The rules say a text as it was written, with names beside it that the narration knows the words
for; only so can it be told in another language.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from game.content import placeholders
from game.content.placeholders import Placeholder, replaced
from game.content.records import Content, Prose, Variant
from game.rules.messages import TEXT, Message, message, text
from game.rules.state import Roles, State

RECORD_ENDS = date(2026, 7, 1).toordinal()  # from here on nobody real is named
ARTICLE = "the "  # that an office's name begins with, where it has one of its own
NOBODY = message("name.gone")


def variant(state: State, prose: Prose, chair: str) -> Variant | None:
    """Return the first wording that fits, if any does."""
    for one in prose:
        if one.when is None or one.when.bind(chair)(state, {}):
            return one
    return None


def worded(content: Content, state: State, words: str, roles: Roles = ()) -> Message:
    """Return what content says, with whoever stands for its placeholders as things stand.

    `roles` are those of the text's event.
    """
    if "{" not in words:
        return text(words)
    found = {b.written[1:-1]: b.placeholder for b in placeholders.read(words) if b.placeholder}
    stands = dict(roles)
    named = {written: _named(content, state, stands, one) for written, one in found.items()}
    told = {written: name for written, name in named.items() if name is not None}
    return Message(TEXT, ((TEXT, words), *told.items()))


def with_roles(content: Content, state: State, words: str, roles: Roles) -> str:
    """Return a text with the names of its event's roles; what else it leaves open stays so."""
    stands = dict(roles)

    def filled(one: Placeholder) -> str:
        stand_in = stands.get(one.head, "") if one.about and not one.partner else ""
        if stand_in in content.people:
            return content.people[stand_in].name
        return state.ships[stand_in].name if stand_in in state.ships else str(one)

    return replaced(words, filled)


def _named(
    content: Content, state: State, roles: Mapping[str, str], one: Placeholder
) -> Message | None:
    """Return who stands for a placeholder; None where only its text's teller knows."""
    if one.partner:
        return _of_partner(content, state, one)
    if not one.about:
        return None
    stand_in = roles.get(one.head, "")
    if stand_in in content.people:
        return message("name.person", person=stand_in)
    ship = state.ships.get(stand_in)
    return message("name.ship", ship=ship.name) if ship else NOBODY


def _of_partner(content: Content, state: State, one: Placeholder) -> Message:
    if one.head == "partner":
        return message("name.partner", partner=one.partner)
    if one.head == "office":
        return message("name.office", partner=one.partner)
    return leader_named(content, state, one.partner)


def leader_named(content: Content, state: State, partner: str) -> Message:
    """Return the name of who leads a partner as long as the record runs, then the office."""
    content = content.original  # an article is English's
    holder = content.leaders.get(state.words.get(f"{partner}.leader", ""))
    if holder is None:
        if _has_article(content.partners[partner].office):
            return message("name.office", partner=partner)
        return message("name.the_office", partner=partner)
    on_record = state.figures["whole.leaders"] and state.figures["date"] < RECORD_ENDS
    if holder.real and on_record:
        return message("name.leader", leader=holder.id)
    if _has_article(holder.office):
        return message("name.held", leader=holder.id)
    return message("name.the_held", leader=holder.id)


def _has_article(office: str) -> bool:
    return office.lower().startswith(ARTICLE)
