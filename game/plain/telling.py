"""What there is to tell, said line by line: the same items as on the screen, in the same order.

Where the two differ, and why:

* By ear a scene is said where its happening is told; on the screen it is a sheet before the page.
* By ear the figures that a deed moved follow it; the screen adds them up beside the choices, and
  has a page of figures.
* By ear what the others did is said without their reasons unless speech is full, and of what they
  did on their agendas what is aimed at the listener alone; the chronicle has the rest. Terse speech
  leaves what others did, and the ships, to `news`.
* By ear a danger or a due that was said in full before is said in short, and one whose words are
  the same as before isn't said again, unless speech is full or it has come up anew since; `danger`
  says it at any time.
* By ear how home votes on an offer of one's own was said as it was made.
* On the screen what stands in danger is repeated over the agenda and where a turn is left; by ear
  that would be said too often, and `danger` says it at any time.
* On the screen the first page of a game leaves what others did and the ships to the pane beside
  the choices; by ear there is no beside.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import replace

from game.narration.cautions import RESTLESS
from game.plain.console import Console
from game.plain.scenes import scene_lines
from game.plain.speech import Speech
from game.session import Session
from game.session.others import Move
from game.session.telling import Item, Rank, Telling
from game.session.telling.words import (
    Came,
    came_told,
    danger_asks,
    danger_short,
    danger_told,
    happened_in,
    move_told,
)
from game.text.language import _
from game.text.lists import comma_listed, parted


class Teller:
    """Says what one chair is told of a game, each thing once, at a console."""

    def __init__(self, console: Console, session: Session) -> None:
        """Have said nothing yet."""
        self.console = console
        self.session = session
        self.telling = Telling(session)
        self.warned: dict[tuple[str, str], str] = {}

    def say_own(self, chair: str, wish: str, speech: Speech = Speech.FULL) -> None:
        """Say what came of the decision that a chair has just taken, and what figures it moved.

        How its home votes on a paper stood over the question.
        """
        decided = len(self.session.decisions) - 1
        own = [item for item in self._came(chair) if item.decided == decided]
        for item in own:
            told = self._told(chair, item)
            self.console.say_all(told.happened)
            if told.moved:
                self.console.say(f"{comma_listed(told.moved)}.")
        self._say_scenes(chair, wish, speech, own)

    def say_came(self, chair: str, speech: Speech = Speech.FULL) -> None:
        """Say what else came of a chair's doings, as it came: under a title, with the reason.

        Terse speech says what it comes to, and `came` the rest.
        """
        for item in sorted(self._came(chair), key=lambda item: item.place):
            told = self._told(chair, item)
            if speech is Speech.TERSE and told.lines:
                self.console.say(f"{told.title}: {told.lines[0]}")
            else:
                self._say_titled(told if speech is Speech.FULL else replace(told, votes=()))

    def _came(self, chair: str) -> Sequence[Item]:
        return [item for item in self.telling.untold(chair) if item.rank is Rank.CAME]

    def _told(self, chair: str, item: Item) -> Came:
        """Return what came of something, with the figures not said yet; it counts as said."""
        left = self.telling.left(chair, item.moved)
        self.telling.tell(chair, [item])
        self.telling.tell_moves(chair, left)
        return came_told(self.session, chair, item, left)

    def _say_titled(self, told: Came) -> None:
        if told.lines:
            self.console.say(f"{told.title}:")
            self.console.say_all(f"  {line}" for line in told.lines)

    def say_again(self, chair: str) -> None:
        """Say what came of a chair's doings in this turn and the last, the latest first."""
        turn = self.session.state.turn - 1
        items = [i for i in self.telling.items(chair) if i.outcome and i.turn >= turn]
        for item in sorted(items, key=lambda item: -item.place):
            self._say_titled(came_told(self.session, chair, item))
        if not items:
            self.console.say(_("Nothing has come yet of anything that you did."))

    def say_news(self, chair: str, wish: str, speech: Speech = Speech.FULL) -> None:
        """Say all that a chair hasn't been told, the weightiest first; `wish` is for scenes.

        Less is said of what others did and of the ships where less `speech` is wished for.
        """
        untold = self.telling.untold(chair)
        self._say_warnings(chair, [item for item in untold if item.rank is Rank.ALARM], speech)
        self.say_came(chair, speech)
        self._say_scenes(chair, wish, speech)
        left = self.telling.untold(chair)
        self.console.say_all(news_lines(self.session, chair, left, speech))
        self.telling.tell(chair, left)

    def _say_warnings(self, chair: str, alarms: Sequence[Item], speech: Speech) -> None:
        """Say what a chair is warned of: what is new in full, and what was said before in short.

        What a faction asks falls due with every turn, and is never left out.
        """
        for item in alarms:
            name, short = (chair, item.subject), danger_short(self.session, chair, item)
            known = None if speech is Speech.FULL else self.warned.get(name)
            asks = item.subject.startswith(RESTLESS)
            if (
                asks
                and known is None
                and (chair, RESTLESS) in self.warned
                and speech is Speech.NORMAL
            ):
                self.console.say(danger_asks(self.session, chair, item))
            elif asks or short != known:
                much = speech if known is None else Speech.TERSE
                self.console.say_all(warning_lines(self.session, chair, [item], much))
            self.warned[name] = short
            if asks:
                self.warned[chair, RESTLESS] = short
        self.telling.tell(chair, alarms)

    def _say_scenes(
        self, chair: str, wish: str, speech: Speech, of: Container[Item] | None = None
    ) -> None:
        """Say the scenes that have come up, `of` some items alone: with what happened in short."""
        for item, shown in self.telling.due(chair, wish, of):
            apart = item.sort == "move" or self.telling.teller(chair, item)
            told = () if apart else happened_in(self.session, chair, [item])
            self.telling.tell(chair, () if apart else [item])
            self.console.say_all(scene_lines(shown, told, speech))


def warning_lines(
    session: Session, chair: str, items: Iterable[Item], speech: Speech = Speech.FULL
) -> Iterator[str]:
    """Yield what a chair is warned of; terse speech leaves what helps and settles to be asked."""
    words = danger_short if speech is Speech.TERSE else danger_told
    for item in items:
        if item.rank is Rank.ALARM:
            told = words(session, chair, item)
            yield _("In danger: {danger}", danger=told) if item.sort == "alarm" else told


def news_lines(
    session: Session, chair: str, items: Sequence[Item], speech: Speech = Speech.FULL
) -> Iterator[str]:
    """Yield what happened, what others did and why, and the traffic, each once."""
    turn = session.state.turn
    events = [item for item in items if item.rank in (Rank.SCENE, Rank.EVENT)]
    if speech is Speech.TERSE:
        events = [item for item in events if item.moved or item.rank is Rank.SCENE]
    yield from happened_in(session, chair, (item for item in events if item.turn == turn))
    before = happened_in(session, chair, (item for item in events if item.turn < turn))
    if speech is Speech.TERSE:
        yield from _under(_("Before that:"), before)
        return
    moves = (move_lines if speech is Speech.FULL else _in_short)(session, chair, items)
    traffic = happened_in(session, chair, (i for i in items if i.rank is Rank.TRAFFIC))
    if not before:
        yield from (*moves, *traffic)
        return
    yield from (_("Later in the turn before:"), *before)
    yield from _under(_("What the others did:"), tuple(moves))
    yield from _under(_("Up and down:"), traffic)


def _under(title: str, lines: Sequence[str]) -> Sequence[str]:
    return (title, *lines) if lines else ()


def move_lines(session: Session, chair: str, items: Iterable[Item]) -> Iterator[str]:
    """Yield what others have decided and why, a line each."""
    for item in items:
        if item.sort == "move":
            move = move_told(session, chair, item)
            yield f"{_who(session, move)}: {move.title.rstrip('.')}. {move.reason}".rstrip()


def _in_short(session: Session, chair: str, items: Iterable[Item]) -> Iterator[str]:
    """Yield what others have decided that concerns a chair, a line each, without the reasons."""
    done: dict[str, list[str]] = {}
    for item in items:
        if item.sort == "move" and _concerns(session, chair, item):
            move = move_told(session, chair, item)
            title = move.title.rstrip(".")
            told = f"{move.card}: {title}" if move.card else title
            done.setdefault(session.content.partners[move.chair].name, []).append(told)
    for name, titles in done.items():
        yield f"{name}. {parted(titles)}."


def _concerns(session: Session, chair: str, item: Item) -> bool:
    """Return whether what another decided is no business of its own alone."""
    decision = session.decisions[item.decided]
    return decision.kind != "agenda" or chair in (decision.target, *_moved_for(item))


def _moved_for(item: Item) -> Iterator[str]:
    """Yield whose figures something moved."""
    return (change.path.partition(".")[0] for change in item.moved)


def _who(session: Session, move: Move) -> str:
    """Return who has decided something, and on which card."""
    name = session.content.partners[move.chair].name
    return f"{name}, {move.card}" if move.card else name


def chronicle(telling: Telling, session: Session, chair: str, turn: int | None) -> Iterator[str]:
    """Yield what a chair was told of a turn, the present one if None.

    Raises UsageError for a turn that hasn't been played.
    """
    page = session.page(turn)
    yield _("Turn {turn}.", turn=page.turn)
    items = telling.of_turn(chair, page.turn)
    told = list(warning_lines(session, chair, items))
    for item in items:
        if item.rank is Rank.CAME:
            came = came_told(session, chair, item, ())
            told += [f"{came.title.rstrip('.')}: {' '.join(came.lines)}"] if came.lines else []
    events = (item for item in items if item.rank in (Rank.SCENE, Rank.EVENT))
    told += [*happened_in(session, chair, events), *move_lines(session, chair, items)]
    told += happened_in(session, chair, (i for i in items if i.rank is Rank.TRAFFIC))
    yield from told or (_("Nothing worth a line has happened yet."),)
