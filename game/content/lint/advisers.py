"""Checks of advisers: whose they are, that each desk is held by one, leanings, long phrases."""

from __future__ import annotations

from collections.abc import Iterator

from game.content.definitions.advisers import Adviser
from game.content.desks import DESKS
from game.content.fields import Said
from game.content.findings import Finding
from game.content.lint.subject import Subject
from game.text.counting import counted

PHRASE_LENGTH = 60
NEUTRAL = 100


def check(subject: Subject) -> Iterator[Finding]:
    """Yield what is wrong with an adviser."""
    model = subject.defined.model
    yield from _calls(subject)
    if isinstance(model, Adviser):
        yield from _owner(subject, model)
        yield from _rivals(subject, model)
        yield from _bias(subject, model)
        if model.reserve and model.scenarios:
            said = "a reserve can be called in every scenario"
            yield subject.report("E057", ("scenarios",), said)
        yield from _phrases(subject)
        yield from _asides(subject, model)


def _calls(subject: Subject) -> Iterator[Finding]:
    """An effect that calls somebody to `target` needs an action that is aimed at a desk."""
    for visit in subject.visits:
        called = visit.loc[-1] == "adviser" and visit.value == "target"
        if called and subject.place(visit.loc).target != "desk":
            yield subject.report("E038", visit.loc, '"target" means no desk here')


def _owner(subject: Subject, model: Adviser) -> Iterator[Finding]:
    if subject.find(model.partner, "partner") not in (None, *subject.world.deciding):
        yield subject.report("E047", ("partner",), f"{model.partner} decides nothing")


def _rivals(subject: Subject, model: Adviser) -> Iterator[Finding]:
    """Within a pack a desk is held by one; a pack that comes later takes it over."""
    own = subject.defined
    for other in () if model.reserve else subject.world.objects.of("adviser").values():
        if other.id == own.id:
            return
        rival = other.model
        if isinstance(rival, Adviser) and other.pack == own.pack and _same_desk(model, rival):
            said = f"{other.id} holds the desk {model.desk} of {model.partner} already"
            yield subject.report("E062", ("desk",), said, f"see {other.mark(())}")


def _same_desk(one: Adviser, other: Adviser) -> bool:
    if one.reserve or other.reserve:
        return False
    places = sorted(one.scenarios) == sorted(other.scenarios)
    met = places or bool(set(one.scenarios) & set(other.scenarios))
    return met and (one.partner, one.desk) == (other.partner, other.desk)


def _bias(subject: Subject, model: Adviser) -> Iterator[Finding]:
    for figure, percent in model.bias.items():
        if figure not in DESKS[model.desk]:
            said = f"the desk {model.desk} doesn't watch {figure}, so this changes nothing"
            yield subject.report("W113", ("bias", figure), said, key=True)
        elif percent == NEUTRAL:
            yield subject.report("W113", ("bias", figure), "100 is no leaning")


def _asides(subject: Subject, model: Adviser) -> Iterator[Finding]:
    for faction in model.voice.of if "faction" not in DESKS[model.desk] else ():
        said = f"the desk {model.desk} watches no faction, so this is never said"
        yield subject.report("W113", ("voice", "of", faction), said, key=True)
    own = subject.find(model.partner, "partner")
    for faction in model.voice.of:
        owner = subject.world.owners.get(subject.find(faction, "faction") or "", own)
        if owner != own:
            said = f"{faction} is a faction of {owner}, so this is never said"
            yield subject.report("W113", ("voice", "of", faction), said, key=True)


def _phrases(subject: Subject) -> Iterator[Finding]:
    for visit in subject.visits:
        if isinstance(visit.marker, Said) and visit.marker.sort in ("phrase", "reasoned"):
            size = len(str(visit.value))
            if size > PHRASE_LENGTH:
                said = f"{counted(size, 'character')}; a phrase has at most {PHRASE_LENGTH}"
                yield subject.report("W114", visit.loc, said)
