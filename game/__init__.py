"""Orbital Handshake: the public API, loaded when first used.

With it the whole game can be played, tested and searched without a screen. All that its functions
and methods take and return is here too, but for what `Content` holds: `game.content.records`.
Arguments of a wrong kind get a UsageError, in a sentence.
"""

from __future__ import annotations

from importlib import import_module

from game.doors import door, places

TYPE_CHECKING = False  # as in `typing`, which would take longer to load than all else here
if TYPE_CHECKING:
    from typing import Any

    from game.content.cached import load_content as load_content
    from game.content.records import Content as Content
    from game.errors import ContentError as ContentError
    from game.errors import HandshakeError as HandshakeError
    from game.errors import IllegalDecision as IllegalDecision
    from game.errors import PackError as PackError
    from game.errors import SaveError as SaveError
    from game.errors import UsageError as UsageError
    from game.narration.words import say as say
    from game.players.base import Move as Move
    from game.players.base import Player as Player
    from game.players.imagining import imagine as imagine
    from game.rules.decisions import Branch as Branch
    from game.rules.decisions import Change as Change
    from game.rules.decisions import Decision as Decision
    from game.rules.decisions import Line as Line
    from game.rules.decisions import Option as Option
    from game.rules.decisions import Step as Step
    from game.rules.encoding import decode_state as decode_state
    from game.rules.encoding import digest as digest
    from game.rules.encoding import encode_state as encode_state
    from game.rules.endings import Grade as Grade
    from game.rules.endings import grades as grades
    from game.rules.invariants import violations as violations
    from game.rules.legality import options as options
    from game.rules.legality import pending as pending
    from game.rules.legality import possible_terms as possible_terms
    from game.rules.legality import why_not as why_not
    from game.rules.messages import Message as Message
    from game.rules.preview import Preview as Preview
    from game.rules.preview import preview as preview
    from game.rules.setup import Setup as Setup
    from game.rules.setup import bounds as bounds
    from game.rules.setup import new_game as new_game
    from game.rules.state import Belief as Belief
    from game.rules.state import Claim as Claim
    from game.rules.state import Crew as Crew
    from game.rules.state import Deal as Deal
    from game.rules.state import Flight as Flight
    from game.rules.state import Held as Held
    from game.rules.state import Level as Level
    from game.rules.state import Life as Life
    from game.rules.state import Offer as Offer
    from game.rules.state import Promise as Promise
    from game.rules.state import Scheduled as Scheduled
    from game.rules.state import Sealed as Sealed
    from game.rules.state import Ship as Ship
    from game.rules.state import Slot as Slot
    from game.rules.state import State as State
    from game.rules.state import Term as Term
    from game.rules.state import View as View
    from game.rules.turn import apply as apply
    from game.rules.view import view as view
    from game.rules.why import why as why
    from game.session import Page as Page
    from game.session import Session as Session
    from game.session import Waiting as Waiting
    from game.session.disk import load as load
    from game.session.disk import save as save
    from game.session.keeping import Resumed as Resumed
    from game.session.kept import Parent as Parent

    __version__: str

MODULES = {
    "game.content.cached": "load_content",
    "game.content.records": "Content",
    "game.errors": "ContentError HandshakeError IllegalDecision PackError SaveError UsageError",
    "game.narration.words": "say",
    "game.players.base": "Move Player",
    "game.players.imagining": "imagine",
    "game.rules.decisions": "Branch Change Decision Line Option Step",
    "game.rules.encoding": "decode_state digest encode_state",
    "game.rules.endings": "Grade grades",
    "game.rules.invariants": "violations",
    "game.rules.legality": "options pending possible_terms why_not",
    "game.rules.messages": "Message",
    "game.rules.preview": "Preview preview",
    "game.rules.setup": "Setup bounds new_game",
    "game.rules.state": (
        "Belief Claim Crew Deal Flight Held Level Life Offer Promise Scheduled Sealed Ship Slot "
        "State Term View"
    ),
    "game.rules.turn": "apply",
    "game.rules.view": "view",
    "game.rules.why": "why",
    "game.session": "Page Session Waiting",
    "game.session.disk": "load save",
    "game.session.kept": "Parent",
    "game.session.keeping": "Resumed",
}
WHERE = places(MODULES)
__all__ = [
    "Belief", "Branch", "Change", "Claim", "Content", "ContentError", "Crew", "Deal", "Decision",
    "Flight", "Grade", "HandshakeError", "Held", "IllegalDecision", "Level", "Life", "Line",
    "Message", "Move", "Offer", "Option", "PackError", "Page", "Parent", "Player", "Preview",
    "Promise", "Resumed", "SaveError", "Scheduled", "Sealed", "Session",
    "Setup", "Ship", "Slot", "State", "Step", "Term", "UsageError", "View", "Waiting",
    "__version__", "apply", "bounds", "decode_state", "digest", "encode_state", "grades",
    "imagine", "load", "load_content", "new_game", "options", "pending", "possible_terms",
    "preview", "save", "say", "view", "violations", "why", "why_not",
]  # fmt: skip


def __dir__() -> list[str]:
    """Return the public names, those too that haven't been used yet."""
    return sorted({*globals(), *__all__})


def _made(found: Any) -> Any:
    """Return a public thing as it is handed out: a function looks at its arguments."""
    return found if isinstance(found, type) else import_module("game.arguments").checked(found)


if not TYPE_CHECKING:  # else a type checker would take every misspelt name for one
    _of_modules = door("game", WHERE, _made)

    def __getattr__(name: str) -> Any:
        """Load a public name from the module that holds it."""
        if name == "__version__":
            return import_module("game.version").game_version()
        return _of_modules(name)
