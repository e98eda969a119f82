"""A game as a list of decisions that can be read and played again, whoever took them.

# scenario: the_leak
# chair: nasa
# seed: 3
# level: director
# hazards: dated
# promise: adds_up
# expected: expected tension 40 > 42 by what was told, not 43

nasa card [frost] offer_liner
esa table offer > nasa + esa alms 5
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast, get_args

from game.content.records import Content
from game.errors import UsageError
from game.rules.decisions import Decision
from game.rules.setup import Setup, new_game
from game.rules.state import SlotKind, State, Term
from game.rules.turn import apply
from game.testing.playing import Game, Moment

SETUP = ("scenario", "chair", "seed", "level", "hazards")
HEAD = (*SETUP, "promise", "expected")
TO, AND = " > ", " + "


@dataclass(frozen=True, slots=True)
class Script:
    """A set-up and its decisions; the last one breaks a promise, in the way that is told."""

    setup: Setup
    decisions: tuple[Decision, ...]
    promise: str = ""
    expected: str = ""

    def text(self, content: Content) -> str:
        """Return it as a text, from which `script_of` makes it again."""
        values = (*(getattr(self.setup, name) for name in SETUP), self.promise, self.expected)
        told = (" ".join(str(value).split()) for value in values)
        head = [f"# {name}: {value}" for name, value in zip(HEAD, told, strict=True)]
        return "\n".join([*head, "", *self._lines(content)]) + "\n"

    def _lines(self, content: Content) -> Iterator[str]:
        state, turn = new_game(content, self.setup)[0], 0
        for number, decision in enumerate(self.decisions):
            if state.turn != turn:
                turn = state.turn
                yield f"# turn {turn}"
            yield line_of(state, decision)
            if number < len(self.decisions) - 1:
                state = apply(content, state, decision).state


def line_of(before: State, decision: Decision) -> str:
    """Return a decision as a line, with what it is about in brackets."""
    subject = before.queue[0].subject if before.queue else ""
    about = f" [{subject}]" if subject else ""
    target = f"{TO}{decision.target}" if decision.target else ""
    terms = "".join(f"{AND}{_term(term)}" for term in decision.terms)
    return f"{decision.chair} {decision.kind}{about} {decision.pick}{target}{terms}"


def _term(term: Term) -> str:
    return f"{term.giver} {term.clause} {term.amount}{f'{TO}{term.to}' if term.to else ''}"


def script_of(text: str) -> Script:
    """Return the script of a text. Raises UsageError for any other text, with the line."""
    lines = [line.strip() for line in text.splitlines()]
    told = dict(line[2:].split(": ", 1) for line in lines if line.startswith("# ") and ": " in line)
    missing = [name for name in SETUP if name not in told]
    if missing or not told["seed"].lstrip("-").isdecimal():
        raise UsageError(
            f"A script begins with its set-up, a line such as `# seed: 3` for each of "
            f"{', '.join(SETUP)}; look at {', '.join(missing) or 'seed'}."
        )
    setup = Setup(
        told["scenario"], told["chair"], int(told["seed"]), told["level"], told["hazards"]
    )
    decisions = tuple(decision_of(line) for line in lines if line and line[0] != "#")
    return Script(setup, decisions, told.get("promise", ""), told.get("expected", ""))


def decision_of(line: str) -> Decision:
    """Return the decision of a line. Raises UsageError for any other line."""
    head, *terms = line.split(AND)
    said, _, target = head.partition(TO)
    words = [word for word in said.split() if not word.startswith("[")]
    if len(words) != 3 or words[1] not in get_args(SlotKind):
        raise UsageError(
            f"{line!r} is no decision of a script: write `nasa card [event] choice`, "
            "`esa agenda action > target`, or `esa table offer > nasa + esa clause 5`."
        )
    kind = cast(SlotKind, words[1])
    return Decision(words[0], kind, words[2], target.strip(), tuple(map(_term_of, terms)))


def _term_of(text: str) -> Term:
    said, _, to = text.partition(TO)
    words = said.split()
    if len(words) != 3 or not words[2].lstrip("-").isdecimal():
        raise UsageError(f"{text!r} is no term of a script: write `giver clause amount`.")
    return Term(words[1], int(words[2]), words[0], to.strip())


def played(content: Content, script: Script) -> Game:
    """Return the game of a script. Raises IllegalDecision where a decision can't be taken."""
    opening, changes = new_game(content, script.setup)
    state, moments = opening, []
    for decision in script.decisions:
        step = apply(content, state, decision)
        moments.append(Moment(state, decision, step))
        state = step.state
    return Game(script.setup, b"", opening, changes, tuple(moments))
