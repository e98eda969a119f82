"""What content's texts leave open, filled from who stands for what in a state."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from game.content.placeholders import GONE, Placeholder, replaced
from game.content.records import Content, Prose, Variant
from game.rules.state import Roles, State

RECORD_ENDS = date(2026, 7, 1).toordinal()  # from here on nobody real is named
NOTHING: Mapping[str, str] = {}


def variant(state: State, prose: Prose, chair: str) -> Variant | None:
    """Return the first wording that fits, if any does."""
    for one in prose:
        if one.when is None or one.when.bind(chair)(state, {}):
            return one
    return None


def filled(
    content: Content,
    state: State,
    text: str,
    roles: Roles = (),
    reason: Mapping[str, str] = NOTHING,
) -> str:
    """Return a text with every placeholder filled.

    `roles` are those of the text's event; `reason` are the words for an adviser's `{figure}` and
    `{amount}`.
    """
    if "{" not in text:
        return text
    return replaced(text, lambda one: _words(content, state, dict(roles), reason, one))


def _words(
    content: Content,
    state: State,
    roles: Mapping[str, str],
    reason: Mapping[str, str],
    one: Placeholder,
) -> str:
    if one.partner:
        return _of_partner(content, state, one)
    if not one.about:
        return reason.get(one.head, "")
    stand_in = roles.get(one.head, "")
    if stand_in in content.people:
        return content.people[stand_in].name
    ship = state.ships.get(stand_in)
    return ship.name if ship else GONE


def _of_partner(content: Content, state: State, one: Placeholder) -> str:
    partner = content.partners[one.partner]
    if one.head == "partner":
        return partner.name
    return partner.office if one.head == "office" else leader_name(content, state, partner.id)


def leader_name(content: Content, state: State, partner: str) -> str:
    """Return the name of who leads a partner as long as the record runs, then the office."""
    holder = content.leaders.get(state.words.get(f"{partner}.leader", ""))
    on_record = state.figures["whole.leaders"] and state.figures["date"] < RECORD_ENDS
    if holder is not None and holder.real and on_record:
        return holder.name
    office = holder.office if holder else content.partners[partner].office
    return f"the {office}" if not office.lower().startswith("the ") else office
