"""How offices speak where the content gives them no voice, and how a way of saying is filled."""

from __future__ import annotations

from collections.abc import Mapping

from game.content import placeholders
from game.content.placeholders import Placeholder
from game.content.records import Content
from game.text.language import unfilled

KINDS = ("offer", "accept", "decline", "counter", "press", "fall", "breach")
"""What offices speak of."""
FAMILIES = ("hawk", "trader", "builder", "peacemaker")

NEUTRAL: Mapping[str, tuple[str, ...]] = {
    "offer": (
        "{city} comes forward. Behind it stands {reason}.",
        "An offer comes from {city}. What it rests on is {reason}.",
        "{city} has something to propose. What moves it: {reason}.",
        "{city} puts a paper on the table. What weighs most there is {reason}.",
        "A proposal is sent from {city}. It builds on {reason}.",
        "{city} writes first this time. What it has in view is {reason}.",
        "From {city}, a paper to sign. It turns on {reason}.",
        "{city} would like an agreement. At the root of it lies {reason}.",
    ),
    "accept": (
        "{city} gives its hand to it. What decided it was {reason}.",
        "A signature from {city}. What spoke for it: {reason}.",
        "{city} agrees. What weighed most was {reason}.",
        "Yes, says {city}. What carried it was {reason}.",
        "{city} takes the offer. It went by {reason}.",
        "The paper comes back signed from {city}. What settled it was {reason}.",
        "{city} accepts. What counted there: {reason}.",
        "{city} puts its name to it. What tipped it was {reason}.",
    ),
    "decline": (
        "{city} will have none of it. What stood against it was {reason}.",
        "A no from {city}. What decided it: {reason}.",
        "{city} won't sign. In the way stands {reason}.",
        "The paper comes back unsigned from {city}. What spoke against it was {reason}.",
        "{city} refuses the offer. It came down to {reason}.",
        "No, says {city}. What weighed most was {reason}.",
        "{city} sends its regrets. They concern {reason}.",
        "{city} turns the offer down. What it could not accept was {reason}.",
    ),
    "counter": (
        "What {city} would sign looks otherwise. Against the first stood {reason}.",
        "Another paper comes back from {city}. What was wrong with the first: {reason}.",
        "{city} would sign something else. What it could not sign for was {reason}.",
        "{city} changes the terms. What made it do so was {reason}.",
        "Not so, but so, says {city}. It objected to {reason}.",
        "{city} returns the paper with changes. They were made because of {reason}.",
        "{city} asks for more. What had to be made good was {reason}.",
        "A counter-offer from {city}. In the first it minded {reason}.",
    ),
    "press": (
        "{city} signs against its own home. What it goes by is {reason}.",
        "{city} holds its course. It points to {reason}.",
        "Home is against it, and {city} goes ahead. What it stands on: {reason}.",
        "{city} overrules its home. Behind that stands {reason}.",
        "The paper holds in {city}, against the vote. It was done for {reason}.",
        "{city} takes the quarrel at home upon itself. What makes it worth that is {reason}.",
        "{city} won't let the paper fall. It holds to {reason}.",
        "A lost vote does not stop {city}. What outweighed it was {reason}.",
    ),
    "fall": (
        "{city} lets the paper fall. What felled it was {reason}.",
        "The paper falls in {city}. In the way stood {reason}.",
        "{city} takes its signature back. It names {reason}.",
        "Home was against it, and {city} gives in. What it came down to: {reason}.",
        "{city} does not fight for the paper at home. What kept it from that was {reason}.",
        "The signed paper is dead in {city}. It died of {reason}.",
        "{city} can't get it past its home. It could not get round {reason}.",
        "{city} withdraws. What it gives as its ground is {reason}.",
    ),
    "breach": (
        "{city} breaks its word.",
        "What {city} promised holds no longer.",
        "The word given in {city} is broken.",
        "{city} is bound by it no more, and did not ask.",
        "{city} does not do what it said it would do.",
        "A promise from {city} has come to nothing.",
        "{city} goes back on its word, and all can see it.",
        "The others had relied on {city}. They had its word.",
    ),
}  # fmt: skip
"""Eight ways of saying for each kind, for worlds and partners without voices of their own."""


def family_of(persona: Mapping[str, int]) -> str:
    """Return to which family a persona belongs, by what it weighs most; empty for no persona."""
    if not persona:
        return ""
    weighs = {topic: persona.get(topic, 100) for topic in ("power", "defiance", "money", "peace")}
    works = (persona.get("science", 100) + persona.get("people", 100)) // 2
    most = {
        "hawk": max(weighs["power"], weighs["defiance"]),
        "trader": weighs["money"],
        "builder": works,
        "peacemaker": weighs["peace"],
    }
    return max(FAMILIES, key=lambda family: most[family])


def ways(content: Content, partner: str, family: str, kind: str) -> tuple[str, ...]:
    """Return the ways in which a partner's office may say something: its own, else the neutral."""
    voices = content.voices.values()
    mine = (v for v in voices if v.partner in ("", partner) and v.family in ("", family))
    found = tuple(way for voice in mine for way in voice.says[kind])
    return found or tuple(unfilled(f"voice.{kind}", way) for way in NEUTRAL[kind])


def spoken(way: str, city: str, clause: str, reason: str) -> str:
    """Return a way of saying with its placeholders filled."""
    words = {"city": city, "clause": clause, "reason": reason}

    def filled(one: Placeholder) -> str:
        return words.get(one.head, str(one)) if not one.about else str(one)

    told = placeholders.replaced(way, filled)
    return told[:1].upper() + told[1:]
