"""A game as readable text: headlines, decisions, figures and hash of every turn.

A file starts with its recipe, so that it can be written again after content or rules changed:
`python -m game.testing.playthrough tests/playthroughs/*.txt` rewrites the files named, and a file
that holds nothing but a recipe gets its game.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from game.content.load import load_content
from game.content.records import Content
from game.errors import HandshakeError, UsageError
from game.narration.decisions import date_text, decision_title, term_text
from game.narration.words import say
from game.rules.decisions import Decision
from game.rules.index import index_of
from game.rules.ledger import MOVES
from game.rules.setup import Setup
from game.rules.state import State
from game.session import Page, Session
from game.session.voices import reason_told

FIELDS = ("scenario", "chair", "seed", "level", "hazards", "seats", "turns")
HASH_LENGTH = 16
WIDTH = 100
TALK = ("agenda", "table")


@dataclass(frozen=True, slots=True)
class Recipe:
    """What a playthrough is made from: a set-up, who sits where, and how many turns."""

    setup: Setup
    seats: dict[str, str]
    turns: int

    def head(self) -> str:
        """Return the recipe as the first lines of a playthrough."""
        setup = self.setup
        seats = " ".join(f"{chair}={player}" for chair, player in self.seats.items())
        values = (setup.scenario, setup.chair, setup.seed, setup.level, setup.hazards, seats)
        pairs = zip(FIELDS, (*values, self.turns), strict=True)
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
    setup = Setup(
        found["scenario"], found["chair"], int(found["seed"]), found["level"], found["hazards"]
    )
    return Recipe(setup, seats, int(found["turns"]))


def playthrough(content: Content, recipe: Recipe) -> str:
    """Return the whole text of a game that computer players play by a recipe."""
    session = Session(content, recipe.setup, recipe.seats)
    told: dict[int, list[str]] = {}
    while not session.over and session.state.turn <= recipe.turns:
        before, taken = session.state, len(session.decisions)
        session.play_one()
        decision = session.decisions[taken]
        lines = _decision(content, before, decision, reason_told(session, decision.chair, taken))
        told.setdefault(before.turn, []).extend(lines)
    played = [page for page in session.pages if page.turn <= recipe.turns]
    turns = (_turn(session, page, told.get(page.turn, [])) for page in played)
    return recipe.head() + "".join(f"\n{line}" for turn in turns for line in turn) + "\n"


def _decision(content: Content, state: State, decision: Decision, reason: str) -> Iterator[str]:
    """Yield a decision in a line or two; whoever only passes isn't worth one."""
    if decision.kind in TALK and decision.pick == "end":
        return
    title = decision_title(content, state, decision)
    if decision.kind in ("card", "dilemma"):
        title = f"{content.events[state.queue[0].subject].title}: {title}"
    if decision.terms:
        title += f": {', '.join(f'{t.giver} {term_text(content, t)}' for t in decision.terms)}"
    yield f"  {decision.chair:<10} {decision.kind:<8} {title}"
    if reason:
        yield f"{'':<22}({reason})"


def _turn(session: Session, page: Page, decisions: Sequence[str]) -> Iterator[str]:
    """Yield everything about one turn."""
    after = _closing(session, page)
    opening = next(s for s in session.states if s.turn == page.turn)
    yield f"== turn {page.turn} · {date_text(session.content, opening)} =="
    for change in page.changes:
        told = say(session.content, change.reason)
        if change.kind not in MOVES and told:
            secret = f" [{', '.join(change.seen)}]" if change.seen else ""
            yield f"  {change.kind}: {told}{secret}"
    yield from ("decisions", *decisions) if decisions else ("nobody decided anything",)
    yield "figures"
    yield from _figures(session, page.opening, after)
    if page.turn < len(session.chain):
        yield f"hash {session.chain[page.turn][:HASH_LENGTH]}"
    if session.over and page is session.pages[-1]:
        yield f"ending {session.state.ending}"
    yield ""


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
