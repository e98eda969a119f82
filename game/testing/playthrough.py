"""A game as readable text, in two files: what was decided and came of it, and how it was told.

The decisions of a game (by their ids), its figures and hashes stand in one file, its headlines,
titles and told sentences in another: a change of words shows in the second alone. Each starts
with its recipe, which says what the file holds, so that it can be written again after content or
rules changed: `python -m game.testing.playthrough tests/playthroughs/*.words.txt` rewrites the
files named, and a file that holds nothing but a recipe gets its game.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from game.content.load import load_content
from game.content.records import Content
from game.errors import HandshakeError, UsageError
from game.narration.decisions import date_text, decision_title, term_text
from game.narration.words import say
from game.rules.decisions import Decision
from game.rules.index import index_of
from game.rules.kinds import KINDS
from game.rules.ledger import MOVES
from game.rules.setup import Setup
from game.rules.state import State
from game.session import Page, Session
from game.session.voices import reason_told

DECISIONS = "decisions"
WORDS = "words"
FIELDS = ("holds", "scenario", "chair", "seed", "level", "hazards", "seats", "turns")
HASH_LENGTH = 16
WIDTH = 100


@dataclass(frozen=True, slots=True)
class Recipe:
    """What a playthrough is made from: a set-up, who sits where, and how many turns.

    `holds` says what its text is of: the decisions with their figures, or the words.
    """

    setup: Setup
    seats: dict[str, str]
    turns: int
    holds: str = DECISIONS

    def head(self) -> str:
        """Return the recipe as the first lines of a playthrough."""
        setup = self.setup
        seats = " ".join(f"{chair}={player}" for chair, player in self.seats.items())
        values = (setup.scenario, setup.chair, setup.seed, setup.level, setup.hazards, seats)
        pairs = zip(FIELDS, (self.holds, *values, self.turns), strict=True)
        return "".join(f"# {name}: {value}\n" for name, value in pairs)


def recipe_of(text: str) -> Recipe:
    """Return the recipe in a playthrough's first lines. Raises UsageError for any other text."""
    lines = [line[2:].partition(": ") for line in text.splitlines() if line.startswith("# ")]
    found = {name: value for name, _, value in lines}
    missing = [name for name in FIELDS if name not in found]
    if missing:
        raise UsageError(f"A playthrough starts with its recipe; it lacks {', '.join(missing)}.")
    seats = dict(seat.split("=", 1) for seat in found["seats"].split() if "=" in seat)
    if not (found["seed"].isdecimal() and found["turns"].isdecimal()):
        raise UsageError("In a playthrough's recipe, seed and turns are numbers.")
    if found["holds"] not in TURNS:
        raise UsageError(f"A playthrough holds {' or '.join(TURNS)}, not {found['holds']!r}.")
    setup = Setup(
        found["scenario"], found["chair"], int(found["seed"]), found["level"], found["hazards"]
    )
    return Recipe(setup, seats, int(found["turns"]), found["holds"])


def played(content: Content, recipe: Recipe) -> Session:
    """Return the game that computer players play by a recipe, with all its turns behind it."""
    session = Session(content, recipe.setup, recipe.seats)
    while not session.over and session.state.turn <= recipe.turns:
        session.play_one()
    return session


def text_of(session: Session, recipe: Recipe) -> str:
    """Return the text that a recipe asks for of the game that was played by it."""
    tell = TURNS[recipe.holds]
    pages = [page for page in session.pages if page.turn <= recipe.turns]
    lines = (line for page in pages for line in tell(session, page))
    return recipe.head() + "".join(f"\n{line}" for line in lines) + "\n"


def playthrough(content: Content, recipe: Recipe) -> str:
    """Return the whole text of a game that computer players play by a recipe."""
    return text_of(played(content, recipe), recipe)


def _taken(session: Session, turn: int) -> Iterator[tuple[State, Decision, str]]:
    """Yield the decisions of a turn; whoever only passes isn't worth a line."""
    rows = zip(session.states, session.decisions, strict=False)
    for place, (before, decision) in enumerate(rows):
        passes = KINDS[decision.kind].open_ended and decision.pick == "end"
        if before.turn == turn and not passes:
            yield before, decision, reason_told(session, decision.chair, place)


def _decided(session: Session, page: Page) -> Iterator[str]:
    """Yield what was decided in a turn and what figures that left, without a word for people."""
    yield f"== turn {page.turn} =="
    rows = [_by_id(before, decision) for before, decision, _ in _taken(session, page.turn)]
    yield from _listed(rows)
    yield "figures"
    yield from _figures(session, page.opening, _closing(session, page))
    if page.turn < len(session.chain):
        yield f"hash {session.chain[page.turn][:HASH_LENGTH]}"
    if session.over and page is session.pages[-1]:
        yield f"ending {session.state.ending}"
    yield ""


def _by_id(before: State, decision: Decision) -> str:
    """Return a decision as ids: of what was asked, what was picked, about whom, on what terms."""
    asked = before.queue[0].subject if before.queue else ""
    terms = (f"{t.giver}:{t.clause}:{t.amount}" for t in decision.terms)
    parts = filter(None, (asked, decision.pick, decision.target, *terms))
    return f"  {decision.chair:<10} {decision.kind:<8} {' '.join(parts)}"


def _told(session: Session, page: Page) -> Iterator[str]:
    """Yield how a turn was told: what happened, what was decided and what was said of it."""
    content = session.content
    opening = next(s for s in session.states if s.turn == page.turn)
    yield f"== turn {page.turn} · {date_text(content, opening)} =="
    for change in page.changes:
        told = say(content, change.reason)
        if change.kind not in MOVES and told:
            secret = f" [{', '.join(change.seen)}]" if change.seen else ""
            yield f"  {change.kind}: {told}{secret}"
    taken = _taken(session, page.turn)
    yield from _listed([line for row in taken for line in _titled(content, *row)])
    yield ""


def _titled(content: Content, state: State, decision: Decision, reason: str) -> Iterator[str]:
    """Yield a decision in a line or two, by its title and with what its player said."""
    title = decision_title(content, state, decision)
    if KINDS[decision.kind].of_a_card:
        title = f"{content.events[state.queue[0].subject].title}: {title}"
    if decision.terms:
        title += f": {', '.join(f'{t.giver} {term_text(content, t)}' for t in decision.terms)}"
    yield f"  {decision.chair:<10} {decision.kind:<8} {title}"
    if reason:
        yield f"{'':<22}({reason})"


def _listed(rows: Sequence[str]) -> Sequence[str]:
    return ("decisions", *rows) if rows else ("nobody decided anything",)


TURNS: dict[str, Callable[[Session, Page], Iterator[str]]] = {DECISIONS: _decided, WORDS: _told}
"""What a file may hold, and how a turn stands in it."""


def _closing(session: Session, page: Page) -> dict[str, int]:
    """Return the figures with which a turn ended."""
    later = (p.opening for p in session.pages if p.turn == page.turn + 1)
    return next(later, session.state.figures)


def _figures(session: Session, before: dict[str, int], after: dict[str, int]) -> Iterator[str]:
    """Yield the figures that moved in a turn, the world's first, then each partner's."""
    index = index_of(session.content, session.setup.scenario)
    owners = {path: path.partition(".")[0] for path in index.bounds}
    for owner in ("", *index.partners):
        mine = [
            p for p in index.bounds if (owners[p] if owners[p] in index.partners else "") == owner
        ]
        moved = [p for p in mine if before[p] != after[p]]
        words = (f"{p.removeprefix(f'{owner}.')} {before[p]}>{after[p]}" for p in moved)
        yield from _wrapped(f"  {owner or 'world'}:", words)


def _wrapped(head: str, words: Iterator[str]) -> Iterator[str]:
    """Yield words after a head, in lines of a readable width."""
    line = f"{head:<12}"
    for word in words:
        if len(line) + len(word) + 2 > WIDTH:
            yield line.rstrip()
            line = " " * 12
        line += f" {word},"
    if line.strip() not in ("", head.strip()):
        yield line.rstrip(" ,")


def regenerate(content: Content, path: Path) -> bool:
    """Write a playthrough again from its own recipe; return whether its text changed."""
    text = path.read_text(encoding="utf-8")
    fresh = playthrough(content, recipe_of(text))
    path.write_text(fresh, encoding="utf-8")
    return fresh != text


def main(paths: Sequence[str]) -> int:
    """Write the playthroughs named again; return 2 when one can't be."""
    try:
        content = load_content()
        for path in paths:
            changed = regenerate(content, Path(path))
            print(f"{path}: {'written anew' if changed else 'unchanged'}")
    except (HandshakeError, OSError) as error:
        print(error, file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
