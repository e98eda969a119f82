"""What home makes of a deal, and what a promise takes to keep, in words both screens share."""

from __future__ import annotations

from collections.abc import Iterator

from game.content.lines import DISMISSAL
from game.narration.words import filled, say
from game.narration.words.times import label, turn_told
from game.rules.calendar import due_turn, settling, turn_start
from game.rules.draft import ANGRY
from game.rules.fading import fading
from game.rules.home.factions import about_of, is_settled, left, restless
from game.rules.index import Index
from game.rules.state import Offer, Promise, State
from game.rules.table.ratification import Payment, Stance, chance, payments, pressed, stances, tally
from game.rules.table.sides import bound, others
from game.rules.table.signing import FELL_DAYS
from game.rules.table.treaties import watching
from game.text.language import _, ngettext, pgettext
from game.text.lists import comma_listed, listed

LIKELY = 50  # per cent from which another's home is taken to pass a deal
NEAR_DISMISSAL = 40  # the mandate under which it is said when an office falls


def backing(index: Index, seen: State, chair: str) -> Iterator[tuple[str, str]]:
    """Yield each of a chair's own factions with its weight, and where its approval stands."""
    if f"{chair}.mandate" not in seen.figures or chair not in index.mandates:
        return
    for path, weight in index.mandates[chair][2]:
        approval = seen.figures[path]
        name = faction_name(index, path)
        if approval < ANGRY:
            told = _("{faction} (weight {weight}, fights the office)", faction=name, weight=weight)
        else:
            told = _("{faction} (weight {weight})", faction=name, weight=weight)
        yield told, str(approval)


def home_line(index: Index, seen: State, offer: Offer, who: str, viewer: str) -> str:
    """Return in a line how a party's home takes an offer: exactly for the viewer's own."""
    own = who == viewer
    found = stances(index, seen, offer, who, "" if own else viewer)
    told = comma_listed([f"{faction_name(index, s.path)} {points_told(s)}" for s in found])
    if own:
        fated = fate(index, seen, offer, who)
        return _("Home votes: {votes}: {outcome}.", votes=told, outcome=fated)
    return _(
        "{city} votes, as far as you know: {votes}: {chance} % to pass.",
        city=index.content.partners[who].city,
        votes=told,
        chance=chance(found),
    )


def home_short(index: Index, seen: State, offer: Offer, who: str, viewer: str) -> str:
    """Return in a few words whether a party's home would pass an offer."""
    if who == viewer:
        return _("Your home: {outcome}.", outcome=fate(index, seen, offer, who))
    city = index.content.partners[who].city
    odds = chance(stances(index, seen, offer, who, viewer))
    return _("{city}, as far as you know: {chance} % to pass.", city=city, chance=odds)


def home_lines(
    index: Index, seen: State, offer: Offer, viewer: str, *, short: bool = False
) -> tuple[str, ...]:
    """Return in a line each what fades, how all homes take an offer, and what its fall means.

    How homes take it is told faction by faction, or in `short` what it comes to.
    """
    across, told = others(offer.parties, viewer), home_short if short else home_line
    return (
        *fading_lines(index, seen, offer),
        *(told(index, seen, offer, who, viewer) for who in (viewer, *across)),
        *after_lines(index, seen, offer, viewer),
    )


def after_lines(index: Index, seen: State, offer: Offer, viewer: str) -> tuple[str, ...]:
    """Return what an offer's fall at a home means, where one is against it or as likely as not."""
    across = others(offer.parties, viewer)
    against = tally(stances(index, seen, offer, viewer)) < 0
    chances = [chance(stances(index, seen, offer, other, viewer)) for other in across]
    if not against and min(chances) >= LIKELY:
        return ()
    rest = rest_text(index, seen, across)
    return (_("Should it fall at a home: {what_follows}", what_follows=rest),)


def fading_lines(index: Index, seen: State, offer: Offer) -> tuple[str, ...]:
    """Return in a line each of which terms little would soon be left, and why."""
    key = ("fading", offer.parties, offer.terms)
    found = seen.once(key, lambda: fading(index, seen, offer))
    return tuple(say(index.content, one) for one in found)


def fall_told(index: Index, seen: State, offer: Offer, viewer: str) -> str:
    """Return what letting a signed deal fall means for its parties."""
    rest = rest_text(index, seen, others(offer.parties, viewer))
    return _(
        "The deal lapses. They had signed, and all three will know: {what_follows}",
        what_follows=rest,
    )


def rest_text(index: Index, seen: State, across: tuple[str, ...]) -> str:
    """Return until when a deal let fall now keeps its parties from making each other offers."""
    scenario, turn = index.scenario, seen.turn + 1
    while turn_start(scenario, turn) - seen.figures["date"] < FELL_DAYS:
        turn += 1
    name = listed([index.content.partners[other].name for other in across])
    until = label(scenario, turn_start(scenario, turn))
    return _("no new offer between you and {name} before {turn}.", name=name, turn=until)


def fate(index: Index, seen: State, offer: Offer, who: str) -> str:
    """Return what comes of an offer at a viewer's own home: it passes, or what it would take."""
    if tally(stances(index, seen, offer, who)) >= 0:
        return pgettext("an offer at home", "passes")
    found = payments(index, seen, offer, who)
    if not found:
        return _("no side payment would turn it; you would have to press on")
    return _("it takes a side payment of {price}", price=price_text(found[0]))


def price_text(payment: Payment) -> str:
    """Return what a side payment costs."""
    if payment.money:
        return _("{money} M", money=payment.money)
    return _("{capital} capital", capital=payment.capital)


def faction_name(index: Index, path: str) -> str:
    """Return what a faction is called, without whose it is."""
    return index.content.factions[path.rpartition(".")[2]].name


def points_told(stance: Stance) -> str:
    """Return what a faction makes of an offer, with how far off that may be."""
    return f"{stance.points:+d}" + (f" ±{stance.spread}" if stance.spread else "")


def sum_line(found: tuple[Stance, ...]) -> tuple[int, int]:
    """Return the weighted sum, and how far off it may be."""
    total = tally(found)
    spread = sum(stance.weight * stance.spread for stance in found)
    return total, spread


def price_of_pressing(index: Index, found: tuple[Stance, ...]) -> str:
    """Return what pressing on would cost with each faction that is against."""
    against = [(faction_name(index, s.path), pressed(s)) for s in found if pressed(s)]
    return comma_listed([f"{name} -{loss}" for name, loss in against])


def witness_lines(index: Index, offer: Offer, viewer: str) -> tuple[str, ...]:
    """Return what those who only watch make of an offer, as far as everybody may tell: trust."""
    parties = offer.parties
    found = ((w, _watched(index, offer, w)) for w in index.chairs if w not in parties)
    names = {p: _("you") if p == viewer else index.content.partners[p].name for p in parties}
    both = listed(sorted(names.values(), reverse=True))
    return tuple(
        _(
            "{name} watches: its trust in {both} {by:+d}.",
            name=index.content.partners[witness].name,
            both=both,
            by=by,
        )
        for witness, by in found
        if by
    )


def _watched(index: Index, offer: Offer, witness: str) -> int:
    rows = [(index.content.clauses[t.clause], bound(offer.parties, t)) for t in offer.terms]
    seen = (watching(index, clause, witness, between) for clause, between in rows)
    return sum(one.trust for one in seen if one is not None)


def promise_text(index: Index, seen: State, promise: Promise, viewer: str) -> str:
    """Return a promise with the turn whose end calls it in; to its keeper, how it stands."""
    names = index.content.partners
    what = filled(index.content, seen, promise.text)
    due = f"{turn_told(settling(index.scenario, promise.due))}{_soon(index, seen, promise)}"
    if promise.maker != viewer:
        maker = names[promise.maker].name
        if promise.to == viewer:
            return _("{name} has promised you, by the end of {turn}: {promise}",
                     name=maker, turn=due, promise=what)  # fmt: skip
        return _("{name} has promised {to}, by the end of {turn}: {promise}",
                 name=maker, to=names[promise.to].name, turn=due, promise=what)  # fmt: skip
    told = _("You have promised {to}, by the end of {turn}: {promise}",
             to=names[promise.to].name, turn=due, promise=what)  # fmt: skip
    return f"{told.rstrip('.')}. {way_to_keep(index, seen, promise)}"


def _soon(index: Index, seen: State, promise: Promise) -> str:
    """Return whether a promise is called in when this turn ends, or the next one."""
    turns = due_turn(index.scenario, promise.due) - seen.turn
    if turns > 1:
        return ""
    return _(" (this turn)") if turns <= 0 else _(" (next turn)")


def due_soon(index: Index, seen: State, viewer: str) -> tuple[Promise, ...]:
    """Return the viewer's own promises that are called in this turn or the next."""
    return tuple(p for p in seen.promises if p.maker == viewer and _soon(index, seen, p))


def restless_text(index: Index, seen: State, viewer: str) -> str:
    """Return who at the viewer's home is restless, why, and what goes as the turn ends."""
    path, points = restless(seen, viewer)
    if not points:
        return ""
    approval, mandate = seen.figures[path], seen.figures[f"{viewer}.mandate"]
    about = about_of(index, seen, viewer)
    if about is None:
        return ""
    told = restless_asks(index, seen, viewer)
    if is_settled(index, seen, about, viewer):
        return told
    goes = ngettext(
        "Unanswered, it withdraws {n} point as the turn ends: its approval {old} > {new}, your "
        "mandate {old_mandate} > {new_mandate}. What it gains until then settles as much.",
        "Unanswered, it withdraws {n} points as the turn ends: its approval {old} > {new}, your "
        "mandate {old_mandate} > {new_mandate}. What it gains until then settles as much.",
        points,
        old=approval,
        new=max(0, approval - points),
        old_mandate=mandate,
        new_mandate=left(index, seen, viewer),
    )
    return f"{told} {goes}"


def restless_asks(index: Index, seen: State, viewer: str) -> str:
    """Return who at the viewer's home is restless, about what, and what settles it; or nothing."""
    about = about_of(index, seen, viewer)
    if about is None:
        return ""
    settles = filled(index.content, seen, about.settles)
    told = f"{restless_short(index, seen, viewer)} {_('What settles it: {what}', what=settles)}"
    if is_settled(index, seen, about, viewer):
        return f"{told} {_('As things stand it is settled.')}"
    return told


def restless_short(index: Index, seen: State, viewer: str) -> str:
    """Return who at the viewer's home is restless and about what; nothing where nobody is."""
    path, points = restless(seen, viewer)
    about = about_of(index, seen, viewer)
    if not points or about is None:
        return ""
    faction = index.content.factions[path.rpartition(".")[2]]
    return _("Restless: {faction}, about {about}.", faction=faction.name, about=about.name)


def grievance(index: Index, seen: State, viewer: str) -> str:
    """Return the id of what somebody at the viewer's home is restless about; empty: nothing."""
    about = about_of(index, seen, viewer)
    return about.id if about else ""


def office_text(index: Index, seen: State, viewer: str) -> str:
    """Return how the office comes to stand as the turn ends, where that puts it in danger."""
    mandate = left(index, seen, viewer) if viewer in index.mandates else DISMISSAL
    if mandate >= DISMISSAL:
        return ""
    if seen.figures[f"{viewer}.low"]:
        return _(
            "As things stand, your mandate is {mandate} when the turn ends: under {line} for the "
            "second turn, and the office falls.",
            mandate=mandate,
            line=DISMISSAL,
        )
    return _(
        "As things stand, your mandate is {mandate} when the turn ends. Two turns in a row under "
        "{line}, and the office falls.",
        mandate=mandate,
        line=DISMISSAL,
    )


def fall_text(index: Index, seen: State, viewer: str) -> str:
    """Return under which mandate the office falls, where it isn't far and isn't said anyhow."""
    near = viewer in index.mandates and seen.figures[f"{viewer}.mandate"] < NEAR_DISMISSAL
    if not near or office_text(index, seen, viewer):
        return ""
    return _("The office falls under a mandate of {line}, two turns running.", line=DISMISSAL)


def way_to_keep(index: Index, seen: State, promise: Promise) -> str:
    """Return what a promise takes, and whether it would be kept as things stand."""
    vow = index.promises[promise.key]
    stands = vow.keep.bind(promise.maker, promise.to)(seen, {})
    way = _("Kept if {condition} holds then.", condition=vow.keep.text)
    if vow.how:
        way = filled(index.content, seen, vow.how)
    now = _("As things stand it would be kept.")
    return f"{way} {now if stands else _('As things stand it would be broken.')}"


def word_kept(index: Index, seen: State, chair: str, viewer: str) -> str:
    """Return how a partner has kept its word, and how far each of the others trusts it."""
    names = index.content.partners
    trust = comma_listed(
        [
            f"{names[other].name} {seen.figures[f'{other}.trust.{chair}']}"
            for other in index.chairs
            if other != chair
        ]
    )
    kept, broken = seen.figures[f"{chair}.kept"], seen.figures[f"{chair}.broken"]
    if chair == viewer:
        return _("You kept {kept} and broke {broken} so far; trusted by {trust}",
                 kept=kept, broken=broken, trust=trust)  # fmt: skip
    return _("{name} kept {kept} and broke {broken} so far; trusted by {trust}",
             name=names[chair].name, kept=kept, broken=broken, trust=trust)  # fmt: skip
