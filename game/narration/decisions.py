"""From figures, options and changes to words a player reads."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from game.content.records import Content, Prose
from game.narration.crew import TOLD, people_moves
from game.narration.figures import amount_text, figure_title, told_moves
from game.narration.news import happened
from game.narration.words import filled, say
from game.narration.words.own import phrase
from game.narration.words.times import label
from game.rules.agenda import DESK, price
from game.rules.deciding import DECIDING
from game.rules.deciding.table import CONVENE
from game.rules.decisions import Branch, Change, Decision
from game.rules.home.cabinet import seated
from game.rules.index import index_of
from game.rules.kinds import KINDS
from game.rules.ledger import totals
from game.rules.messages import TEXT
from game.rules.outcomes import choice_of
from game.rules.preview import Preview
from game.rules.state import Offer, Slot, SlotKind, State, Term
from game.rules.table.convening import convened
from game.rules.table.deals import entitled
from game.rules.table.parting import PARTINGS
from game.rules.view import visible
from game.rules.wording import variant
from game.text.language import N_, _, pgettext
from game.text.lists import comma_listed, listed, parted

SURE = 100  # per cent


def wording(content: Content, state: State, prose: Prose, chair: str, event: str = "") -> str:
    """Return the first variant that fits, its placeholders filled."""
    found = variant(state, prose, chair)
    return fill(content, state, found.text, event) if found else ""


def fill(
    content: Content,
    state: State,
    text: str,
    event: str = "",
    reason: Mapping[str, str] = MappingProxyType({}),
) -> str:
    """Return a text with its placeholders filled from who stands in for what.

    `reason` are the words for an adviser's `{figure}` and `{amount}`.
    """
    return filled(content, state, text, state.roles.get(event, ()), reason).strip()


def summary(content: Content, changes: Iterable[Change], chair: str) -> tuple[str, ...]:
    """Return what changes come to, one short phrase a figure, then what else happened."""
    seen = visible(changes, chair)
    figures = tuple(
        f"{figure_title(content, path, chair)} {amount_text(content, path, amount)}"
        for path, amount in told_moves(content, totals(seen)).items()
    )
    return figures + people_moves(seen) + happened(content, [c for c in seen if c.kind in TOLD])


def branch_lines(content: Content, branch: Branch, chair: str) -> tuple[str, ...]:
    """Return a branch of a preview in words, its chance first where it isn't sure."""
    told, moved = way_told(content, branch), _joined(summary(content, branch.changes, chair))
    if not 0 < branch.chance < SURE:
        return tuple(line for line in (told, moved) if line)
    if told:
        return tuple(line for line in (_chanced(branch, told), moved) if line)
    return (_chanced(branch, moved or _("nothing more.")),)


def _chanced(branch: Branch, told: str) -> str:
    return pgettext("a way it can go", "{chance} %: {what}", chance=branch.chance, what=told)


def way_told(content: Content, branch: Branch) -> str:
    """Return what a branch of a preview is called; what the content says of it comes afterwards.

    An outcome's sentence is told once it has happened, so that it isn't read before.
    """
    named = branch.told is not None and branch.told.code != TEXT
    return say(content, branch.told) if branch.told and named else ""


def _joined(parts: Iterable[str]) -> str:
    """Return phrases with commas, then whole sentences, each told once."""
    told = tuple(dict.fromkeys(parts))
    phrases = comma_listed([part for part in told if not part.endswith(".")])
    sentences = " ".join(part for part in told if part.endswith("."))
    return f"{phrases}. {sentences}" if phrases and sentences else phrases or sentences


def preview_lines(content: Content, foreseen: Preview, chair: str) -> tuple[str, ...]:
    """Return everything a preview tells, a line each."""
    sure = in_common(foreseen.branches)
    told = _joined(summary(content, sure, chair))
    ways = (
        replace(branch, changes=tuple(c for c in branch.changes if c not in sure))
        for branch in foreseen.branches
    )
    branches = (*ways, *foreseen.answers)
    lines = tuple(line for b in branches for line in branch_lines(content, b, chair))
    return tuple(filter(None, (told, *lines))) or (_("Nothing changes at once."),)


def in_common(branches: Sequence[Branch]) -> list[Change]:
    """Return what all of several ways that a choice can go have in common; of one way nothing."""
    if len(branches) < 2:
        return []
    return [c for c in branches[0].changes if all(c in b.changes for b in branches)]


def card_title(content: Content, slot: Slot) -> str:
    """Return the title of a card."""
    return content.events[slot.subject].title


def card_text(content: Content, state: State, slot: Slot) -> str:
    """Return what a card says to its chair, and below it what the run has made of it."""
    event = content.events[slot.subject]
    desk = next(desk for desk in event.desks if desk.chair == slot.chair)
    parts = (
        wording(content, state, said, slot.chair, event.id) for said in (desk.text, desk.recalls)
    )
    return "\n\n".join(part for part in parts if part)


def decision_title(content: Content, state: State, decision: Decision) -> str:
    """Return what a decision is called in a list of options."""
    return TITLES[decision.kind](content, state, decision)


def _choice_title(content: Content, state: State, decision: Decision) -> str:
    event = content.events[state.queue[0].subject]
    choice = choice_of(event, decision.chair, decision.pick)
    return fill(content, state, choice.text, event.id)


def _action_title(content: Content, state: State, decision: Decision) -> str:
    if decision.pick == "end":
        return _plain_title(content, state, decision)
    action = content.actions[decision.pick]
    aim = target_title(content, state, decision.target, decision.chair)
    if not aim:
        return action.name
    return pgettext("an action", "{action}: {aim}", action=action.name, aim=aim)


def _table_title(content: Content, state: State, decision: Decision) -> str:
    if decision.pick in PARTINGS:
        told = deal_title(content, state, decision.target)
        return _(WAYS_OUT[decision.pick], deal=told)
    if decision.pick == "offer":
        return _("Make {name} an offer", name=content.partners[decision.target].name)
    if decision.pick == CONVENE:
        asked = convened(decision.chair, decision.target).parties[1:]
        names = listed([content.partners[partner].name for partner in asked])
        return _("Convene {names}", names=names)
    return _plain_title(content, state, decision)


def _ratify_title(content: Content, state: State, decision: Decision) -> str:
    if decision.pick == "pay":
        return _("Win over {faction}", faction=_faction(content, decision.target))
    return _plain_title(content, state, decision)


WAYS_OUT = {
    "claim": N_("Claim what is owed: {deal}"),
    "cancel": N_("Cancel with notice: {deal}"),
    "break": N_("Break openly: {deal}"),
}


def deal_title(content: Content, state: State, deal: str) -> str:
    """Return what a deal is called: its clauses, or, when it is over, what is still owed for it.

    What both sides give each other is named once.
    """
    found = next((d for d in state.deals if d.id == deal), None)
    if found is not None:
        return comma_listed(dict.fromkeys(term_text(content, term) for term in found.terms))
    owed = sum(claim.money for claim in state.claims if claim.deal == deal)
    return _("{money} M from a deal that is over", money=owed)


DEEDS = {
    "offer": N_("Makes an offer"), "convene": N_("Puts a paper of three on the table"),
    "accept": N_("Signs"), "decline": N_("Declines"),
    "counter": N_("Answers with terms of its own"),
    "press": N_("Presses on against its own home"), "fall": N_("Lets the signed deal fall"),
    "step_up": N_("Steps up the ladder"), "step_down": N_("Steps down the ladder"),
    "claim": N_("Claims what it is owed"), "cancel": N_("Cancels a deal"),
    "break": N_("Breaks a deal"),
}  # fmt: skip
"""What somebody else did at the table, by the decision's pick."""


def deed_title(content: Content, state: State, decision: Decision) -> str:
    """Return what a decision is called in what is told of somebody else."""
    if not KINDS[decision.kind].on_the_desk and decision.pick in DEEDS:
        return _(DEEDS[decision.pick])
    return decision_title(content, state, decision)


PLAIN = {
    ("agenda", "end"): N_("Close the agenda"),
    ("table", "end"): N_("Leave the table"),
    ("table", "step_up"): N_("Step up the ladder"),
    ("table", "step_down"): N_("Step down the ladder"),
    ("answer", "accept"): N_("Sign"),
    ("answer", "decline"): N_("Decline"),
    ("answer", "counter"): N_("Answer with terms of your own"),
    ("counter", "accept"): N_("Sign"),
    ("counter", "decline"): N_("Decline"),
    ("ratify", "press"): N_("Press on against them"),
    ("ratify", "fall"): N_("Let it fall"),
}
"""What decisions are called whose pick says it all."""


def _plain_title(content: Content, state: State, decision: Decision) -> str:
    return _(PLAIN[decision.kind, decision.pick])


TITLES: Mapping[SlotKind, Callable[[Content, State, Decision], str]] = {
    "card": _choice_title, "dilemma": _choice_title, "agenda": _action_title,
    "table": _table_title, "answer": _plain_title, "counter": _plain_title,
    "ratify": _ratify_title,
}  # fmt: skip
"""What the decisions of each kind are called."""


def _faction(content: Content, path: str) -> str:
    """Return what a faction is called within a sentence."""
    name = content.factions[path.rpartition(".")[2]].name
    return f"the {name.removeprefix('The ')}" if name.startswith("The ") else name


def target_title(content: Content, state: State, target: str, chair: str) -> str:
    """Return what an action's target is called."""
    if not target:
        return ""
    if target in content.partners:
        return content.partners[target].name
    if target in content.people:
        return content.people[target].name
    if target.startswith(DESK):
        return _desk_title(content, state, target.removeprefix(DESK), chair)
    ship = state.ships.get(target)
    return ship.name if ship else figure_title(content, target, chair)


def _desk_title(content: Content, state: State, desk: str, chair: str) -> str:
    """Return who sits at a desk now, or that it is empty."""
    adviser = seated(index_of(content, state.scenario), state, chair, desk)
    return (
        adviser.title if adviser else _("Empty desk ({desk})", desk=phrase(content, f"desk.{desk}"))
    )


def cost_text(content: Content, state: State, decision: Decision) -> str:
    """Return what a decision costs at once: capital and money, or nothing."""
    index = index_of(content, state.scenario)
    capital, money = DECIDING[decision.kind].cost(index, state, decision)
    parts = (
        _("capital {capital}", capital=capital) if capital else "",
        _("{money} M", money=money) if money > 0 else "",
    )
    return " · ".join(part for part in parts if part)


def credit_text(content: Content, state: State, decision: Decision) -> str:
    """Return that a card's choice is taken on credit, where what is left open is too dear."""
    if not KINDS[decision.kind].of_a_card:
        return ""
    chosen = choice_of(content.events[state.queue[0].subject], decision.chair, decision.pick)
    held = state.figures[f"{decision.chair}.treasury"]
    capital = state.figures[f"{decision.chair}.capital"]
    if chosen.capital > capital:
        return _("on credit that home will hold against you, for you have {n}", n=capital)
    short = price(content, state, decision.chair, chosen.effects) > max(0, held)
    return _("on credit, for the treasury holds {n} M", n=held) if short else ""


def term_text(content: Content, term: Term) -> str:
    """Return a clause with its amount."""
    return say(content, entitled(term))


def offer_lines(content: Content, offer: Offer, chair: str) -> tuple[str, ...]:
    """Return an offer as its reader sees it: what both do, what they give, what they ask."""
    return tuple(_given(content, term, chair) for term in offer.terms)


def _given(content: Content, term: Term, chair: str) -> str:
    """Return a clause with who gives it, as a reader sees it."""
    head = heading_of(content, term, chair)
    return pgettext("a clause", "{who}: {line}", who=head, line=term_text(content, term))


def heading_of(content: Content, term: Term, chair: str) -> str:
    """Return who gives a clause, and of three to whom, as a reader sees it."""
    clause, giver = content.clauses[term.clause], content.partners[term.giver].name
    if clause.joint:
        return _("All three")
    if term.to:
        return _of_three(content, term, chair)
    if clause.mutual:
        return _("Both")
    return _("You give") if term.giver == chair else _("{name} gives", name=giver)


def _of_three(content: Content, term: Term, chair: str) -> str:
    """Return between whom of three a clause stands, as a reader sees it."""
    giver, to = content.partners[term.giver].name, content.partners[term.to].name
    if content.clauses[term.clause].mutual:
        return _("{one} and {other}", one=giver, other=to)
    if term.giver == chair:
        return _("You give {to}", to=to)
    if term.to == chair:
        return _("{name} gives you", name=giver)
    return _("{name} gives {to}", name=giver, to=to)


def change_told(
    content: Content, before: tuple[Term, ...], after: tuple[Term, ...], chair: str
) -> str:
    """Return what was added to an offer's terms, changed in them or dropped, as its reader sees it.

    A clause that stays with another amount is changed; both amounts are told.
    """
    stood = {(term.clause, term.giver, term.to): term for term in before}
    stands = {(term.clause, term.giver, term.to): term for term in after}
    gone = (_given(content, t, chair) for key, t in stood.items() if key not in stands)
    new = (_given(content, t, chair) for key, t in stands.items() if key not in stood)
    told = [_("Dropped {line}", line=line) for line in gone]
    told += [_("Added {line}", line=line) for line in new]
    told += [
        _("Changed {line} to {n}", line=_given(content, stood[key], chair), n=term.amount)
        for key, term in stands.items()
        if key in stood and stood[key] != term
    ]
    return parted(told)


def date_text(content: Content, state: State) -> str:
    """Return what the present turn is called, such as `2022 Q4`."""
    return label(index_of(content, state.scenario).scenario, state.figures["date"])
