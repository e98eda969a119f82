"""What the lines of an arithmetic count: offers, votes, stakes, grades."""

from __future__ import annotations

from collections.abc import Mapping

from game.narration.words.plural import Plural, Template

ARITHMETIC: Mapping[str, Template] = {
    "standing.trust": "Trust in your word",
    "standing.broken": "Promises you broke",
    "standing.slighted": "What suited both and you turned down",
    "standing.trust_in": "Trust in {partner:partner}",
    "standing.broken_by": "Promises that {partner:partner} broke",
    "standing.slighted_by": "What suited all and {partner:partner} turned down",
    "standing.threat_of": "{partner:partner}'s threat to leave, as far as it is believed",
    "standing.walk_away": "What walking away is worth",
    "standing.threat": "The threat to leave, as far as it is believed",
    "standing.level": "Everybody signs more readily at this level",
    "gains.ahead": "You gain far more by it",
    "gains.evened": "It evens out what you gained before",
    "want.met": "The office wants it: {clause:clause}",
    "want.red_line": "A red line of the office: {clause:clause}",
    "open.level": "at this level",
    "open.news": "for what you learned",
    "open.adviser": "for an adviser who knows them well",
    "vote.most": "No faction's vote is stronger than {most}",
    "vote.asked": "The office asks for it",
    "vote.loyalty": "What it thinks of the office",
    "stake.joint_flight": "The joint flight, which takes two ships",
    "stake.made_good": "{option:option} makes good ({share} %)",
    "stake.months": Plural(
        "Thrust: {months} month until the orbit is too low",
        "Thrust: {months} months until the orbit is too low",
        "months",
    ),
    "stake.works": "{works:commas}",
    "stake.gyroscopes": "Gyroscopes",
    "stake.thrusters": "Thrusters that unload the gyroscopes",
    "stake.thrust": "Zarya's tanks, under American title",
    "stake.deorbit": "A way to steer the station down",
    "stake.power": "Power from the big wings",
    "stake.life": "Air, water and the second toilet",
    "stake.data": "Data links and tracking",
    "stake.crew": "Hands aboard",
    "stake.seats": "Seats home: people without one",
    "stake.supply": "Freighters on the manifest",
    "stake.money": "Their share of the common costs",
    "stake.clauses": "Clauses in force between the two",
}
