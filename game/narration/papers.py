"""Ways with a paper in force: draft it again, claim, cancel, break; what each means."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from game.narration.deals import blank_anew, parting_lines, renewable
from game.narration.decisions import decision_title, term_text
from game.narration.words import lock_told
from game.rules.deciding.table import CONVENE
from game.rules.decisions import Decision, Option
from game.rules.index import Index
from game.rules.legality import options
from game.rules.state import Deal, Slot, State
from game.rules.table.convening import guests
from game.rules.table.parting import PARTINGS
from game.text.language import N_, _
from game.text.lists import comma_listed

AWAY = N_("This is done at your own table, as your turn ends.")
NEARLY = N_(
    "All of it still runs: it can be signed again when less than about half a year is left."
)


@dataclass(frozen=True, slots=True)
class Way:
    """What can be done with a paper: the decision, its title, its meaning, why not now."""

    decision: Decision
    title: str
    meant: tuple[str, ...]
    lock: str


def at_table(seen: State, chair: str) -> bool:
    """Return whether a chair sits at its own table now."""
    return seen.queue[:1] == (Slot("table", chair),)


def ways(index: Index, seen: State, chair: str, deal: str) -> tuple[Way, ...]:
    """Return what a chair can do with a paper of its own, or with what is still owed for one."""
    table = seen.copy()
    table.queue = (Slot("table", chair),)
    found = options(index.content, table)
    out = (o for o in found if o.decision.pick in PARTINGS and o.decision.target == deal)
    return (*_renewals(index, seen, chair, deal, found), *(_way(index, seen, o) for o in out))


def _way(index: Index, seen: State, option: Option) -> Way:
    decision = option.decision
    meant = tuple(parting_lines(index, seen, decision.chair, decision))
    title = decision_title(index.content, seen, decision)
    return Way(decision, title, meant, _lock(index, seen, option))


def _lock(index: Index, seen: State, option: Option) -> str:
    """Return why a way can't be taken now: the rules' reason, or that it isn't the moment."""
    if option.reason is not None:
        return lock_told(index.content, option.reason)
    return "" if at_table(seen, option.decision.chair) else _(AWAY)


def _renewals(
    index: Index, seen: State, chair: str, deal: str, found: tuple[Option, ...]
) -> Iterator[Way]:
    """Yield the way to draft a paper again, with what of it may be signed anew."""
    paper = next((d for d in seen.deals if d.id == deal and chair in d.parties), None)
    blank = blank_anew(index, paper, chair) if paper is not None else None
    if paper is None or blank is None:
        return
    wanted = (CONVENE, guests(blank)) if blank.third else ("offer", blank.to)
    option = next((o for o in found if (o.decision.pick, o.decision.target) == wanted), None)
    if option is not None:
        yield _renewal(index, seen, paper, option)


def _renewal(index: Index, seen: State, paper: Deal, option: Option) -> Way:
    terms = renewable(index, seen, paper, option.decision.chair)
    told = comma_listed(term_text(index.content, term) for term in terms or paper.terms)
    decision = replace(option.decision, terms=terms)
    meant = (_("A draft opens with what may be signed anew; nothing is sent until you send it."),)
    lock = _lock(index, seen, option) if terms else _(NEARLY)
    return Way(decision, _("Draft it again: {terms}", terms=told), meant, lock)
