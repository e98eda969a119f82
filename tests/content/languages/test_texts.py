"""Where content's texts stand: by ids, in any order, all of them, and nothing but them changed."""

from __future__ import annotations

from dataclasses import replace

from game.content.building import BUILDERS
from game.content.fields import Said
from game.content.languages.texts import KINDS, in_language, texts
from game.content.load import Checked
from game.content.records import Content
from game.content.scoping import scoped
from game.text.language import speaking
from tests.pseudo import Pseudo, pseudo

UNTOLD = {
    "flag": ("text",), "unused": ("reason",), "person": ("text",), "scene": ("drawing", "before"),
    "source": ("address",),
}  # fmt: skip
"""What the lint knows as a text and nobody who plays is ever told."""


def test_every_text_that_content_declares_has_a_place(checked: Checked, base: Content) -> None:
    """The markers of definitions, which the lint reads, and of records say the same."""
    held: dict[str, set[str]] = {}
    for text in texts(base):
        held.setdefault(text.context.partition("/")[0], set()).add(_flat(text.english))
    lost = [
        (one.kind, one.id, visit.loc)
        for one in checked.objects.each()
        for visit in one.visits
        if isinstance(visit.marker, Said) and visit.loc[0] not in UNTOLD.get(one.kind, ())
        and _flat(str(visit.value)) not in held.get(f"{one.kind}:{one.id}", set())
    ]  # fmt: skip
    assert lost == []


def _flat(text: str) -> str:
    return " ".join(text.split())


def test_every_kind_is_named_as_content_names_it() -> None:
    named = {field: kind for kind, (field, _) in BUILDERS.items() if kind != "dilemma"}
    assert {field: named[field] for field in KINDS} == dict(KINDS)
    assert set(named) - set(KINDS) == {"flags", "patterns"}


def test_a_place_is_told_by_ids(base: Content) -> None:
    places = {text.context: text for text in texts(base)}
    dragon = "event:the_wrong_ship/desk:nasa/choice:offer_dragon/text"
    assert places[dragon].english == "Offer Dragon at once"
    counted = {(t.english, t.plural) for c, t in places.items() if c.endswith("/unit")}
    assert ("flight", "flights") in counted
    assert not [place for place in places if "[" in place or " " in place]


def test_no_place_holds_two_texts(base: Content) -> None:
    found = texts(base)
    assert len({text.context for text in found}) == len(found)


def test_a_place_outlives_every_change_of_order(base: Content) -> None:
    event = next(e for e in base.events.values() if e.desks and len(e.desks[0].choices) > 1)
    voices = {
        id_: replace(one, says={kind: ways[::-1] for kind, ways in one.says.items()})
        for id_, one in base.voices.items()
    }
    turned = replace(event, desks=tuple(replace(d, choices=d.choices[::-1]) for d in event.desks))
    other = replace(base, events={**base.events, event.id: turned}, voices=voices)
    assert set(texts(other)) == set(texts(base))


def test_only_texts_are_told_in_another_language(base: Content) -> None:
    with speaking(Pseudo()):
        other = in_language(base)
    card, same = other.events["the_wrong_ship"], base.events["the_wrong_ship"]
    assert card.title == pseudo(same.title) != same.title
    assert replace(card, title="", headline="", desks=()) == replace(
        same, title="", headline="", desks=()
    )
    choices = zip(card.desks[0].choices, same.desks[0].choices, strict=True)
    assert all(a.id == b.id and a.capital == b.capital for a, b in choices)


def test_a_world_of_translated_content_is_translated(base: Content) -> None:
    with speaking(Pseudo()):
        own = scoped(in_language(base), "handshake_1975")
    assert own.world == base.scenarios["handshake_1975"].world
    assert all(not event.title.isascii() for event in own.events.values())
    assert scoped(own.original, "handshake_1975").events.keys() == own.events.keys()
