"""What lies on the table: in a tray for each side what it gives, in one what they do together."""

from __future__ import annotations

from dataclasses import dataclass

from game.narration.decisions import heading_of, term_text
from game.rules.index import Index
from game.rules.state import Offer, Term
from game.rules.table.sides import others
from game.text.language import _, pgettext


@dataclass(frozen=True, slots=True)
class Tray:
    """One side's tray: whose, and what lies in it, each with its place in the offer."""

    title: str
    terms: tuple[tuple[int, str], ...]


def trays(index: Index, offer: Offer, viewer: str) -> tuple[Tray, ...]:
    """Return the trays of an offer: the viewer's, what is shared, then the others'."""
    names, clauses = index.content.partners, index.content.clauses
    places = tuple(enumerate(offer.terms))
    shared = tuple((n, t) for n, t in places if clauses[t.clause].mutual)
    found = [_tray(index, _("You give"), offer, viewer, _given(index, places, viewer))]
    found.append(_tray(index, _("Together"), offer, viewer, shared))
    for other in others(offer.parties, viewer):
        title = _("{name} gives", name=names[other].name)
        found.append(_tray(index, title, offer, viewer, _given(index, places, other)))
    return tuple(found)


Places = tuple[tuple[int, Term], ...]


def _given(index: Index, places: Places, who: str) -> Places:
    clauses = index.content.clauses
    return tuple((n, t) for n, t in places if t.giver == who and not clauses[t.clause].mutual)


def _tray(index: Index, title: str, offer: Offer, viewer: str, terms: Places) -> Tray:
    return Tray(title, tuple((n, _called(index, offer, term, viewer)) for n, term in terms))


def _called(index: Index, offer: Offer, term: Term, viewer: str) -> str:
    """Return a clause with its amount; in a paper of three with whom it is between."""
    told = term_text(index.content, term)
    if not offer.third:
        return told
    head = heading_of(index.content, term, viewer)
    return pgettext("a clause", "{who}: {line}", who=head, line=told)
