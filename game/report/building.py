"""From a game in progress or at its end to its report, as far as its reader may know it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from game.content.records import Content, Event
from game.narration.decisions import fill, term_text, wording
from game.narration.figures import figure_title
from game.narration.leaving import alone_lines
from game.narration.words import rung_told, say
from game.narration.words.own import phrase
from game.narration.words.times import day_told, turn_told
from game.report import curves
from game.report.decisions import UNTOLD, decided, flow, weighty, when
from game.report.records import Legacy, Lines, Report, Turn
from game.rules.calendar import settling, turn_of
from game.rules.endings import ending_of, grades, slides
from game.rules.index import Index, index_of
from game.rules.messages import Message
from game.rules.rungs import rungs
from game.session import PERSON, Session
from game.session.causes import causes
from game.session.telling import Item, Telling
from game.session.telling.words import happened_in
from game.text.language import N_, _, ngettext
from game.text.lists import comma_listed, listed

TITLE = "Orbital Handshake: "
RECORD = "record"
RUN_OUT = "deal.ends"
IRON = N_(
    "Iron mode: one save, no way back, as the register beside it has it; among honest players "
    "that is evidence. It can't know of a folder that was copied and put back."
)
EDITED = N_(
    "Edited: its state didn't follow from its decisions, with the versions that it named itself."
)
VOUCHES = N_(
    "This report vouches for no more than its save can show: the save's seal notices damage, not "
    "what somebody has changed on purpose."
)


def report_of(session: Session, chair: str = "", doubts: Iterable[str] = ()) -> Report:
    """Return the report of a run as a chair tells it, the set-up's own without one.

    A run that has ended is told whole; before that, only what the chair may know. `doubts` are
    what its teller doesn't believe of it, a sentence each.
    """
    chair = chair or session.setup.chair
    items = Telling(session).items(chair)
    index = index_of(session.content, session.state.scenario)
    return Report(
        title=f"{TITLE}{index.scenario.name}",
        facts=(*_facts(session, index, chair), *doubts, _(VOUCHES)),
        headline=_headline(session, index),
        ending=tuple(_ending(session, index, chair)),
        legacies=tuple(_legacies(session, chair)),
        line=_line(session.content),
        charts=curves.charts(session, chair),
        weighty=weighty(session, chair),
        deals=tuple(_deals(session, items)),
        promises=tuple(_promises(session, items)),
        ladder=tuple(_ladder(session)),
        turns=tuple(_turns(session, index, chair, items)),
    )


def _facts(session: Session, index: Index, chair: str) -> Iterator[str]:
    setup, names = session.setup, session.content.partners
    last = when(session, session.state.turn)
    yield ngettext(
        "{name}, level {level}, from {start} to {end}: {turn} of {n} turn.",
        "{name}, level {level}, from {start} to {end}: {turn} of {n} turns.",
        index.scenario.turns,
        name=names[chair].name,
        level=setup.level,
        start=when(session, 1),
        end=last,
        turn=session.state.turn,
    )
    seats = [
        _("{name} by a person", name=names[c].name)
        if who == PERSON
        else _("{name} by {player}", name=names[c].name, player=who)
        for c, who in session.seats.items()
    ]
    yield _("Played: {seats}.", seats=comma_listed(seats))
    yield from marks(session)
    if session.over:
        yield _("Seed {seed}, faults {faults}.", seed=setup.seed, faults=setup.hazards)
    else:
        yield _("Seed told at the end, faults {faults}.", faults=setup.hazards)


def marks(session: Session) -> Iterator[str]:
    """Yield what sort of run it is, a sentence each: iron, hindsight, a branch, edited, anew."""
    if session.iron:
        yield _(IRON)
    if session.parent is not None:
        yield _(
            "A branch of {save}, left at turn {turn}.",
            save=session.parent.save,
            turn=session.parent.turn,
        )
    if session.hindsight:
        yield _("Played with hindsight: something was taken back.")
    if session.edited:
        yield _(EDITED)
    if session.opening is not None:
        yield _("Its history before that was left behind in an update.")


def _headline(session: Session, index: Index) -> str:
    if not session.over:
        return _("So far")
    ending = ending_of(index, session.state)
    return ending.title if ending else _("The term is over")


def _ending(session: Session, index: Index, chair: str) -> Iterator[str]:
    """Yield how it ended and the epilogue, a paragraph each."""
    if not session.over:
        yield _(
            "The run has not ended. This is told from one chair, with what that chair may know."
        )
        return
    content, state = session.content, session.state
    ending = ending_of(index, state)
    texts = []
    if ending:
        texts = [
            fill(content, state, ending.headline),
            wording(content, state, ending.text, chair),
        ]
    if told := causes(session, chair):
        texts.append(f"{_('How it came to this.')} {' '.join(told)}")
    if state.words["hatch"] == "gone":
        texts.append(" ".join(line.strip() for line in alone_lines(index, state)))
    texts += [wording(content, state, slide.text, chair) for slide in slides(content, state)]
    yield from (flow(text) for text in texts if text)


def _line(content: Content) -> Lines:
    """Return what the world calls the line that legacies are graded against."""
    return Lines(
        phrase(content, "legacy.against"),
        phrase(content, "legacy.column"),
        phrase(content, "legacy.two_lines"),
        phrase(content, "chart.dashed"),
    )


def _legacies(session: Session, chair: str) -> Iterator[Legacy]:
    """Yield a chair's grades, and at the end every other person's."""
    others = [other for other in session.people if other != chair and session.over]
    for who in (chair, *others):
        name = session.content.partners[who].name
        for grade in grades(session.content, session.state, who):
            title = figure_title(session.content, f"{who}.{grade.legacy}", who)
            title = title.removeprefix(_("Legacy: ")).capitalize()
            yield Legacy(name, title, grade.points, grade.par, grade.letter)


def _noted(items: Sequence[Item], kind: str) -> Iterator[tuple[int, str, Message]]:
    """Yield what was told of one kind of change: turn, whose or what it is, in words."""
    for item in sorted(items, key=lambda item: item.place):
        for change in item.happened:
            if change.kind == kind:
                yield item.turn, change.path, change.reason


def _deals(session: Session, items: Sequence[Item]) -> Iterator[str]:
    by_turn: dict[int, list[str]] = {}
    for turn, whose, told in _noted(items, "deal"):
        if whose not in session.content.partners and told.code != RUN_OUT:
            by_turn.setdefault(turn, []).append(say(session.content, told))
    for turn, lines in by_turn.items():
        yield f"{when(session, turn)}: {' '.join(lines)}"
    for deal in session.state.deals:
        names = listed([session.content.partners[p].name for p in deal.parties])
        terms = comma_listed([term_text(session.content, term) for term in deal.terms])
        day = day_told(deal.ends)
        yield _("In force: {names}, {terms}, until {day}", names=names, terms=terms, day=day)


def _promises(session: Session, items: Sequence[Item]) -> Iterator[str]:
    for turn, whose, told in _noted(items, "deal"):
        if whose in session.content.partners:
            yield f"{when(session, turn)}: {say(session.content, told)}"
    for promise in session.state.promises:
        maker, to = (session.content.partners[p].name for p in (promise.maker, promise.to))
        day = settling(index_of(session.content, session.state.scenario).scenario, promise.due)
        vow = fill(session.content, session.state, promise.text)
        yield _(
            "Open: {name} to {to}, by the end of {turn}: {promise}",
            name=maker,
            to=to,
            turn=turn_told(day),
            promise=vow,
        )


def _ladder(session: Session) -> Iterator[str]:
    """Yield every step on the ladder, and where each partner stands."""
    for page in session.pages:
        moved = [c for c in page.changes if c.kind == "figure" and c.path.endswith(".rung")]
        for change in moved:
            name = session.content.partners[change.path.partition(".")[0]].name
            turn, steps = when(session, page.turn), abs(change.amount)
            if change.amount > 0:
                yield _("{turn}: {name} up by {steps}", turn=turn, name=name, steps=steps)
            else:
                yield _("{turn}: {name} down by {steps}", turn=turn, name=name, steps=steps)
    names = rungs(session.content.scenarios[session.state.scenario])
    for chair in session.seats:
        rung = session.state.figures[f"{chair}.rung"]
        yield _(
            "Now: {name} on rung {n}, {rung}",
            name=session.content.partners[chair].name,
            n=rung,
            rung=rung_told(session.content, names[rung]),
        )


def _turns(session: Session, index: Index, chair: str, items: Sequence[Item]) -> Iterator[Turn]:
    choices = decided(session, chair, items)
    record = _by_turn(session, index)
    for page in session.pages:
        taken = choices.get(page.turn, ())
        led = {text for one in taken for text in one.led}
        told = (item for item in items if item.turn == page.turn)
        lines = happened_in(session, chair, told, UNTOLD)
        yield Turn(
            when(session, page.turn),
            page.turn,
            tuple(line for line in lines if line not in led),
            taken,
            tuple(line for text, line in record.get(page.turn, ()) if text not in lines),
        )


def _by_turn(session: Session, index: Index) -> dict[int, list[tuple[str, str]]]:
    """Return what really happened, by the turn that holds its day, each with its dated line.

    Nothing that is yet to come is among it.
    """
    found: dict[int, list[tuple[str, str]]] = {}
    events = sorted(_on_record(session.content.events.values()), key=lambda e: (e.day or 0, e.id))
    for event in events:
        turn = turn_of(index.scenario, event.day or 0)
        if 1 <= turn <= session.state.turn:
            fixed = "{" not in event.headline  # whoever it names may be another one by now
            text = flow((event.headline if fixed else "") or event.title)
            line = f"{day_told(event.day or 0)}: {text}"
            if event.id not in session.state.fired:
                line = _("{what} (not in this run)", what=line)
            found.setdefault(turn, []).append((text, line))
    return found


def _on_record(events: Iterable[Event]) -> Iterator[Event]:
    return (event for event in events if event.basis == RECORD and event.day is not None)
