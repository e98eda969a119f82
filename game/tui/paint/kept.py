"""What a list tells of a saved game: its line, and where it stands, from what is kept of it."""

from __future__ import annotations

from collections.abc import Iterator

from game.content.records import Content
from game.narration.figures import figure_title, value_text
from game.rules.endings import ending_called
from game.saves.summary import Did, Summary
from game.saves.times import shown
from game.text.language import _
from game.text.lists import comma_listed, parted

OFFERS = {"offer", "convene"}


def kept_line(kept: Summary, content: Content | None) -> str:
    """Return in a line what a save is; without its scenario's content by ids."""
    when = shown(kept.saved_at)
    told = _("{chair}, turn {turn} ({when})", chair=kept.chair.upper(), turn=kept.turn, when=when)
    if content is not None and kept.scenario in content.scenarios:
        told = _(
            "{chair}, turn {turn} of {scenario} ({when})",
            chair=_name(content, kept.chair),
            turn=kept.turn,
            scenario=content.scenarios[kept.scenario].name,
            when=when,
        )
    return comma_listed((told, *_kinds(kept)))


def kept_told(kept: Summary, content: Content | None) -> str:
    """Return where a save stands, how it has ended, and what was decided last."""
    if content is None or kept.scenario not in content.scenarios:
        return _("Played with packs that aren't enabled now; those that are kept come along.")
    lines = [_stand(kept, content), *_ended(kept, content)]
    if kept.latest:
        done = parted(_what(content, one) for one in reversed(kept.latest))
        lines.append(_("Decided last: {decisions}.", decisions=done))
    return "\n".join(line for line in lines if line)


def _stand(kept: Summary, content: Content) -> str:
    """Return the header's figures."""
    return comma_listed(
        _("{figure} {value}", figure=figure_title(content, path, kept.chair), value=value)
        for path, value in (
            (path, value_text(content, path, number)) for path, number in kept.figures.items()
        )
    )


def _ended(kept: Summary, content: Content) -> Iterator[str]:
    if kept.ending:
        ending = ending_called(content, kept.ending)
        told = ending.title if ending else _("the term is over")
        yield _("The run has ended: {ending}.", ending=told)


def _kinds(kept: Summary) -> Iterator[str]:
    """Yield what sort of run a save is, in a word or two each."""
    if kept.iron:
        yield _("iron")
    if kept.edited:
        yield _("edited")
    if kept.left:
        yield _("branch at turn {turn}", turn=kept.left)


def _what(content: Content, did: Did) -> str:
    if did.pick in content.actions:
        return content.actions[did.pick].name
    if did.pick in OFFERS:
        return _("an offer to {name}", name=_name(content, did.target))
    return {
        "step_up": _("a step up the ladder"),
        "step_down": _("a step down the ladder"),
        "accept": _("signs"),
        "decline": _("declines"),
        "counter": _("answers with an offer"),
    }.get(did.pick) or _choice(content, did)


def _choice(content: Content, did: Did) -> str:
    """Return the words of a card's choice; the choice of a dilemma is told by nobody here."""
    if did.kind != "card":
        return _("a decision")
    desks = (d for e in content.events.values() for d in e.desks if d.chair == did.chair)
    texts = (choice.text for desk in desks for choice in desk.choices if choice.id == did.pick)
    return next(texts, _("a decision"))


def _name(content: Content, chair: str) -> str:
    partner = content.partners.get(chair)
    return partner.name if partner else chair
