"""What figures between two partners are called."""

from __future__ import annotations

from game.content.records import Content


def loss_title(content: Content, owner: str, other: str, chair: str) -> str:
    """Return whose loss by whose leaving a figure is, from a chair's side."""
    leaver = "you" if other == chair else content.partners[other].name
    whose = "Your" if owner == chair else f"{content.partners[owner].name}'s"
    return f"{whose} loss if {leaver} left"


def trust_title(content: Content, owner: str, other: str, chair: str) -> str:
    """Return whose trust in whom a figure is, from a chair's side."""
    name, towards = content.partners[owner].name, content.partners[other].name
    if owner == chair:
        return f"Trust in {towards}"
    return f"{name}'s trust in you" if other == chair else f"{name}'s trust in {towards}"
