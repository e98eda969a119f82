"""What a saved game holds, and its text: readable JSON, one decision a line, sealed by a hash."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from hashlib import sha256
from typing import Annotated, Any, NoReturn

from msgspec import Meta, ValidationError, convert, to_builtins

from game.errors import SaveError
from game.record import Record as AnyRecord
from game.record import field
from game.rules.decisions import Decision
from game.rules.messages import Arg, Message
from game.rules.state import SlotKind, Term
from game.saves.earlier_formats import migrated
from game.text.language import N_, _

FORMAT = 3  # 2: deals without lives; 1: reasons of players in words, and of flights in both
PERSON = "person"  # who sits in a chair that no computer player has
STATES = ("opening", "snapshot")
MOST_CHARACTERS = 20_000_000
MOST_DIGITS = 20  # with the sign; a state's numbers have at most 19
Name = Annotated[str, Meta(max_length=200)]
Hash = Annotated[str, Meta(pattern=r"^[0-9a-f]{64}$")]
WAY_OUT = N_("The file is left as it is; load another save, or start a new game.")


class Part(AnyRecord, forbid_unknown_fields=True, omit_defaults=True):
    """A part of a save: nothing unknown is read into it, nothing converted."""


class PackMark(Part):
    """A pack the game was played with, and the hashes of its rules and its text."""

    id: str
    title: str
    version: str
    rules: str
    text: str


class Clause(Part):
    """A term of an offer."""

    clause: str
    amount: int
    giver: str
    to: str = ""


class Counted(Part):
    """What a reason speaks of that has arguments of its own: a line of an arithmetic."""

    code: Name
    args: dict[Name, int | Name] = field(default_factory=dict)

    def message(self) -> Message:
        """Return it as the narration takes it."""
        return Message(self.code, tuple(self.args.items()))


class Reason(Part):
    """Why a computer player took a decision: a code and its arguments."""

    code: Name
    args: dict[Name, int | Name | Counted] = field(default_factory=dict)

    @classmethod
    def of(cls, reason: Message) -> Reason:
        """Return a reason as a save holds it."""
        args = {name: _kept(arg) for name, arg in reason.args}
        return convert({"code": reason.code, "args": args}, cls)

    def message(self) -> Message:
        """Return the reason as the narration takes it."""
        told = ((n, a.message() if isinstance(a, Counted) else a) for n, a in self.args.items())
        return Message(self.code, tuple(told))


def _kept(arg: Arg) -> object:
    return {"code": arg.code, "args": dict(arg.args)} if isinstance(arg, Message) else arg


class Taken(Part):
    """A decision as it was taken; `why` is what made a computer player take it.

    Older saves, and players of one's own, give it in words. `after` is the beginning of a hash of
    the state that it led to; older saves have none.
    """

    chair: str
    kind: SlotKind
    pick: str
    target: str = ""
    terms: list[Clause] = field(default_factory=list)
    why: Reason | str = ""
    after: Annotated[str, Meta(pattern=r"^([0-9a-f]{8})?$")] = ""

    @classmethod
    def of(cls, decision: Decision, why: Message | str, after: str = "") -> Taken:
        """Return a decision as a save holds it."""
        terms = [
            Clause(clause=t.clause, amount=t.amount, giver=t.giver, to=t.to) for t in decision.terms
        ]
        kept = Reason.of(why) if isinstance(why, Message) else why
        return cls(chair=decision.chair, kind=decision.kind, pick=decision.pick,
                   target=decision.target, terms=terms, why=kept, after=after)  # fmt: skip

    def reason(self) -> Message | str:
        """Return why it was taken, as a session holds it."""
        return self.why.message() if isinstance(self.why, Reason) else self.why

    def decision(self) -> Decision:
        """Return the decision as the rules take it."""
        terms = tuple(Term(t.clause, t.amount, t.giver, t.to) for t in self.terms)
        return Decision(self.chair, self.kind, self.pick, self.target, terms)


class Branched(Part):
    """Where a branch left another game: that game's save, and the turn it left it at."""

    save: str
    turn: int


class Record(Part):
    """A saved game; `format` is the one its file was written in.

    `snapshot` is the state to go on from. The decisions lead to it from the setup's first state,
    or from `opening` when the history before it was left behind. `chain` has a link for the start
    and for each finished turn. `iron` names a run that has no way back in the register of such
    runs; `parent` is the game that a branch has left. `edited` marks a game that went on from a
    snapshot to which its decisions didn't lead, though game and packs were those it named.
    `met` are the cards of recent campaigns that its setup names.
    """

    format: int
    game: str
    saved_at: str
    scenario: str
    chair: str
    seed: int
    level: str
    hazards: str
    seats: dict[str, str]
    hindsight: bool
    packs: list[PackMark]
    chain: Annotated[list[Hash], Meta(min_length=1)]
    decisions: list[Taken]
    opening: dict[str, Any] | None
    snapshot: dict[str, Any]
    iron: Annotated[str, Meta(pattern=r"^[0-9a-f]{0,32}$")] = ""
    edited: bool = False
    parent: Branched | None = None
    met: list[Name] = field(default_factory=list)


def to_text(record: Record) -> str:
    """Return a record as the text of its file."""
    body = to_builtins(record)
    return "{\n" + ",\n".join(_lines({**body, "seal": seal_of(body)})) + "\n}\n"


def seal_of(body: Mapping[str, Any]) -> str:
    """Return the hash that tells a whole file from a damaged one.

    It has no key: it notices damage, and can't prove that nobody has changed the file on purpose.
    """
    whole = json.dumps(body, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return sha256(whole.encode("utf-8", "surrogatepass")).hexdigest()


def _lines(body: Mapping[str, Any]) -> Iterator[str]:
    """Yield a line or a block for each field: lists of things one a line, tables one level deep."""
    for name, value in body.items():
        head = f"  {json.dumps(name)}: "
        if isinstance(value, list) and value:
            rows = ",\n".join(f"    {_compact(row)}" for row in value)
            yield f"{head}[\n{rows}\n  ]"
        elif isinstance(value, dict) and value:
            rows = ",\n".join(f"    {json.dumps(k)}: {_compact(v)}" for k, v in value.items())
            yield f"{head}{{\n{rows}\n  }}"
        else:
            yield head + _compact(value)


def _compact(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def from_text(text: str, where: str) -> Record:
    """Return the record in a save's text, of this format or an earlier one.

    `where` names the file in what goes wrong.

    Raises SaveError for a file that is damaged, foreign, or of a newer game.
    """
    body = _parsed(text, where)
    if not isinstance(body, dict) or "snapshot" not in body or "format" not in body:
        told = _("{save} isn't a saved game of Orbital Handshake.", save=where)
        raise SaveError(f"{told} {_(WAY_OUT)}")
    _check_format(body["format"], where)
    seal = body.pop("seal", None)
    if seal != seal_of(body):
        raise SaveError(damaged(where, _("its contents don't match its seal")))
    kept = {name: migrated(body["format"], body.get(name)) for name in STATES if name in body}
    try:
        _compact(body).encode()  # halves of letters stand in no save
        return convert({**body, **kept}, Record)
    except (ValidationError, ValueError) as error:
        raise SaveError(damaged(where, _first(error))) from error


def _parsed(text: str, where: str) -> Any:
    if len(text) > MOST_CHARACTERS:
        told = _("{save} is too long to be a saved game.", save=where)
        raise SaveError(f"{told} {_(WAY_OUT)}")
    try:
        return json.loads(
            text, parse_constant=_refuse, parse_int=_numbered, object_pairs_hook=_table
        )
    except (ValueError, RecursionError) as error:
        told = _("{save} can't be read as a saved game: {why}.", save=where, why=error)
        raise SaveError(f"{told} {_(WAY_OUT)}") from error


def _refuse(word: str) -> NoReturn:
    raise ValueError(_("{word} is no number of a game", word=word))


def _numbered(digits: str) -> int:
    if len(digits) > MOST_DIGITS:
        raise ValueError(_("a number in it is far too long"))
    return int(digits)


def _table(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    table = dict(pairs)
    if len(table) < len(pairs):
        raise ValueError(_("a name stands twice in the same place"))
    return table


def _check_format(number: Any, where: str) -> None:
    if type(number) is not int or number < 1:
        raise SaveError(damaged(where, _("its format is {number}", number=repr(number))))
    if number > FORMAT:
        raise SaveError(
            _(
                "{save} was saved by a newer game (format {number}; this game reads up to {most}). "
                "Update the game to load it; the file is left as it is.",
                save=where,
                number=number,
                most=FORMAT,
            )
        )


def damaged(where: str, why: object) -> str:
    """Return what is said of a save that is damaged, and the way out."""
    return f"{_('{save} is damaged: {why}.', save=where, why=why)} {_(WAY_OUT)}"


def _first(error: Exception) -> str:
    """Return the first thing that is wrong, with its place."""
    if not isinstance(error, ValidationError):
        return str(error)
    said, _at, place = str(error).partition(" - at `")
    return f"{place.strip('$.`') or _('the whole')}: {said[0].lower()}{said[1:]}"
