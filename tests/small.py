"""A small world for tests: four partners, a few of everything, none of the game's own prose.

Built from records alone, so that the test of a rule never depends on the packs that are shipped.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from game.content import records as r
from game.content.figures import usual_figures
from game.content.usual_world import usual_world
from tests import small_stories as stories
from tests.small_names import LIBRARY, amount, holds

CAMPAIGN, BRIEF = "campaign", "brief"
START = date(2022, 1, 1)


def _table(things: Iterable[Any]) -> dict[str, Any]:
    return {thing.id: thing for thing in sorted(things, key=lambda thing: str(thing.id))}


def _partner(
    id_: str, name: str, segment: str, decides: bool = True, share: int = 0,
    works: tuple[r.Work, ...] = (),
) -> r.Partner:  # fmt: skip
    office = f"Head of {name}"
    return r.Partner(
        id_, name, office, segment, decides, name, "Town", "flyer", "", share=share, works=works
    )


PARTNERS = (
    _partner("nasa", "NASA", "usos", share=766),
    _partner("roscosmos", "Roscosmos", "ros"),
    _partner("esa", "ESA", "usos", share=83, works=(r.Work("The arm", 1, 5),)),
    _partner("jaxa", "JAXA", "usos", decides=False),
)

FACTIONS = (
    r.Faction("congress", "nasa", "Congress", 3, {"money": -1, "people": 1, "defiance": 1}, ""),
    r.Faction("hawks", "nasa", "Hawks", 2, {"defiance": 2, "peace": -1, "power": 1}, ""),
    r.Faction("kremlin", "roscosmos", "Kremlin", 4, {"power": 2, "defiance": 1}, ""),
    r.Faction("corps", "roscosmos", "Corps", 1, {"people": 2, "peace": 1}, ""),
    r.Faction("members", "esa", "Members", 3, {"science": 2, "money": -1, "peace": 1}, ""),
)


def _leader(id_: str, partner: str, real: bool, **persona: int) -> r.Leader:
    return r.Leader(id_, partner, id_.capitalize(), f"Head of {partner}", real, persona, "")


LEADERS = (
    _leader("nelson", "nasa", True, people=120, money=90),
    _leader("nasa_next", "nasa", False, power=140),
    _leader("nasa_third", "nasa", False, peace=130),
    _leader("rogozin", "roscosmos", True, power=150, people=70),
    _leader("roscosmos_next", "roscosmos", False, money=140),
    _leader("aschbacher", "esa", True, science=130),
)


def _people(partner: str, segment: str, real: tuple[str, ...], corps: int) -> list[r.Person]:
    skills = {segment: 4, "eva": 3}
    names = [(name, True) for name in real]
    names += [(f"{partner}_{n}", False) for n in range(corps)]
    return [
        r.Person(name, partner, name.replace("_", " ").title(), known, "flyer", skills)
        for name, known in names
    ]


PEOPLE = (
    *_people("nasa", "usos", ("rubio", "mann", "vande"), 7),
    *_people("roscosmos", "ros", ("anton", "pyotr", "prokop"), 7),
    *_people("esa", "usos", ("samantha",), 2),
    *_people("jaxa", "usos", ("wakata",), 2),
)


def _ship(id_: str, owner: str, use: str, port: str, *pads: str, **more: int) -> r.Vehicle:
    values = {"seats": 0, "life": 200, "price": 10, "supplies": 0, "propellant": 0, "boost": 0}
    values |= {"stay": 0} | more
    return r.Vehicle(
        id_, id_.capitalize(), owner, use, values["seats"], values["life"], values["price"],
        values["supplies"], values["propellant"], values["boost"], port, values["stay"], "", pads,
        sent_empty=f"{id_.capitalize()} sent empty",
    )  # fmt: skip


PADS = (
    r.Pad("steppe", "The steppe", "Kazakhstan", "roscosmos", 10, ""),
    r.Pad("beach", "The beach", "Florida", "nasa", 5, ""),
    r.Pad("island", "The island", "Virginia", "nasa", 5, ""),
)


VEHICLES = (
    _ship("soyuz", "roscosmos", "crew", "ros", "steppe", seats=3),
    _ship("dragon", "nasa", "crew", "usos", "beach", seats=4, life=210, price=60),
    _ship("taxi", "nasa", "crew", "usos", seats=1, price=5),
    _ship("progress", "roscosmos", "cargo", "ros", "steppe", propellant=860, supplies=60, stay=150),
    _ship(
        "cygnus",
        "nasa",
        "cargo",
        "usos",
        "island",
        "beach",
        supplies=120,
        stay=90,
        boost=900,
        price=20,
    ),
)

OPTIONS = (
    r.OutsideOption(
        "us_reboost", "nasa", "US reboost", "", drift=7, invest=30, gain=10,
        milestones=(r.Milestone(40, "A US ship can push.", (r.Shift("nasa.standing", 2),)),),
        eases={"thrust": 100, "attitude": 40, "deorbit": 60},
    ),
    r.OutsideOption("russian_station", "roscosmos", "A station alone", "", 3, 20, 5, (),
                    {"power": 90, "attitude": 80}),
)  # fmt: skip


def _clause(id_: str, **more: Any) -> r.Clause:
    usual: dict[str, Any] = {
        "name": id_.replace("_", " ").capitalize(), "text": "", "mutual": False,
        "givers": ("nasa", "roscosmos", "esa"), "receivers": ("nasa", "roscosmos", "esa"),
        "topic": "peace", "unit": "", "low": 1, "high": 1, "months": 12, "gains": {"any": 2},
        "costs": {"any": 1},
    }  # fmt: skip
    return r.Clause(id=id_, **(usual | more))


CLAUSES = (
    _clause(
        "seat_swap", mutual=True, givers=("nasa", "roscosmos"), receivers=("nasa", "roscosmos"),
        topic="people", unit="flights", high=4, months=24, needs=holds('hatch == "open"'),
        because="The hatch is shut.", gains={"any": amount("6 + amount")},
        costs={"any": amount("1 + tension // 20")}, mood=(("people", 1),),
        sign=(r.Shift("tension", -1), r.Shift("self.people", 1)),
        breach=(r.Shift("cohesion", -5), r.BreakThread("swaps")),
    ),
    _clause(
        "stay_until", topic="power", unit="year", low=2026, high=2032, months=48,
        needs=holds("amount > commitment"), because="Promised already.",
        gains={"any": amount("3 * (amount - target.commitment)")},
        costs={"any": amount("1 + 2 * max(0, amount - commitment)")},
        sign=(r.Assign("commitment", amount("max(commitment, amount)")),),
    ),
    _clause(
        "engines", givers=("roscosmos",), topic="money", unit="engines", high=6, months=18,
        gains={"nasa": amount("2 * amount"), "any": 2}, costs={"any": amount("amount")},
        monthly=(r.Spend(amount("2 * amount"), -1),), mood=(("money", 1), ("power", -1)),
    ),
    _clause(
        "ceremony", mutual=True, months=0, sign=(r.Shift("tension", -2),),
        witness={"esa": r.Watching(1), "outsider": r.Watching(-1, (("power", 1),))},
    ),
    _clause(
        "inspection", mutual=True, months=6, gains={"any": 5},
        monthly=(r.Shift("leak", -10),), breach=(r.Shift("leak", 40),),
    ),
    _clause(
        "alms", givers=("esa", "nasa"), receivers=("roscosmos",), unit="M", high=60, months=0,
        topic="money", needs=holds("treasury >= amount"), because="The purse is empty.",
        gains={"any": amount("amount // 6")}, costs={"any": amount("amount // 4")},
        sign=(r.Spend(amount("amount")), r.Shift("target.treasury", amount("amount"))),
        home={"congress": -7, "kremlin": -4},
    ),
)  # fmt: skip


VOICE = r.Voice(
    ("Take it: {figure} {amount}.", "{figure} {amount}. Yes."),
    ("Leave it: {figure} {amount}.", "{figure} {amount}. No."),
    ("Who knows.", "Ask {office.nasa}."),
)


def _adviser(id_: str, partner: str, desk: str, skill: int, **more: Any) -> r.Adviser:
    usual: dict[str, Any] = {"bias": {}, "reserve": False, "scenarios": (), "voice": VOICE}
    title = id_.replace("_", " ").capitalize()
    return r.Adviser(
        id=id_, partner=partner, title=title, desk=desk, skill=skill, text="", **(usual | more)
    )


ADVISERS = (
    _adviser("flight", "nasa", "station", 5),
    _adviser("flight_spare", "nasa", "station", 1, reserve=True),
    _adviser("purse", "nasa", "money", 2, bias={"treasury": 200, "option": 50}),
    _adviser("envoys", "nasa", "abroad", 3),
    _adviser("polls", "nasa", "home", 3),
    _adviser("polls_brief", "nasa", "home", 2, scenarios=("brief",)),
    _adviser("kremlin_desk", "roscosmos", "home", 3),
    _adviser("ros_spare", "roscosmos", "abroad", 2, reserve=True),
)


def _ending(id_: str, when: str, last: bool, priority: int, headline: str) -> r.Ending:
    text = (r.Variant(f"It ends: {id_}."),)
    return r.Ending(id_, id_.capitalize(), text, holds(when), last, priority, headline)


ENDINGS = (
    _ending("dismissed", "month < 0", False, 0, "Out."),
    _ending("divorce", 'hatch == "gone"', False, 50, "Two halves part."),
    _ending("empty", "aboard == 0 and month > 0", False, 40, "Nobody is aboard."),
    _ending("peace", "tension < 40", True, 10, "They shake hands."),
    _ending("goodbye", "tension >= 0", True, 1, "The time is over."),
)

SLIDES = (
    r.Slide("late", (r.Variant("They stayed."),), holds("aboard > 0"), 2),
    r.Slide("early", (r.Variant("You kept your word."),), holds("broken == 0"), 1),
    r.Slide("never", (r.Variant("No."),), holds("month < 0"), 0),
)

FIGURES = {
    "tension": 58, "war": 30, "sanctions": 20, "altitude": 417_000, "propellant": 6_200,
    "power": 96, "leak": 450, "supplies": 180, "cohesion": 70, "integrity_usos": 92,
    "integrity_ros": 84, "hazard": 20, "nasa.treasury": 320, "nasa.income": 40,
    "roscosmos.treasury": 130, "roscosmos.income": 16, "esa.treasury": 100, "esa.income": 12,
    "nasa.faction.congress": 54, "roscosmos.faction.kremlin": 58, "esa.trust.nasa": 70,
}  # fmt: skip

DOCKED = (
    r.Docked("soyuz", "Soyuz A", date(2021, 10, 1), date(2022, 4, 1), ("anton", "pyotr", "vande")),
    r.Docked("dragon", "Dragon A", date(2021, 11, 1), date(2022, 5, 1), ("mann", "samantha")),
    r.Docked("progress", "Progress A", date(2021, 12, 1), None, ()),
)  # fmt: skip

MANIFEST = (
    r.Planned(
        "soyuz", "Soyuz B", date(2022, 3, 18), date(2022, 9, 20), ("prokop", "rubio"), True,
        {"rubio": "roscosmos_6"},
    ),
    r.Planned("dragon", "Dragon B", date(2022, 4, 20), None, ("nasa_0", "wakata"), False, {}),
)  # fmt: skip

HISTORY = (
    r.HistoricalMove(date(2022, 2, 1), "nasa", action="calm"),
    r.HistoricalMove(date(2022, 5, 1), "nasa", action="mend_faction", target="nasa.faction.hawks"),
    r.HistoricalMove(date(2022, 2, 15), "roscosmos", to="nasa", terms=(("seat_swap", 3),)),
    r.HistoricalMove(date(2022, 8, 15), "esa", to="nasa", terms=(("ceremony", 1),)),
)

LADDER = usual_world().ladder
SCENARIOS = (
    r.Scenario(
        CAMPAIGN, "Campaign", "", START, 8, 3, ("nasa", "roscosmos", "esa"), FIGURES,
        {"nasa": "nelson", "roscosmos": "rogozin"}, DOCKED, MANIFEST,
        {"soyuz": 180, "dragon": 180, "progress": 90, "cygnus": 120}, HISTORY,
        {"nasa": {"peace": 45, "science": 60}}, ladder=LADDER,
    ),
    r.Scenario(
        BRIEF, "Brief", "", date(2022, 12, 14), 4, 1, ("nasa", "roscosmos"), FIGURES,
        {"nasa": "nelson", "roscosmos": "rogozin", "esa": "aschbacher"}, DOCKED, (), {}, (), {},
        ladder=LADDER,
    ),
)  # fmt: skip

# What both factions in Washington mind, but only of a purse that no other test fills so far.
GRIEVANCES = (
    r.Grievance("idle_money", "congress", "money that lies", holds("treasury >= 4000"), None,
                "Spend it.", 6),
    r.Grievance("soft_voice", "hawks", "a soft voice", holds("treasury >= 4000"),
                holds("standing >= 90"), "Stand taller.", 6),
)  # fmt: skip

CONTENT = r.Content(
    own_worlds={"station": usual_world()},
    packs=(r.PackStamp("small", "Small", "1", "a" * 64, "b" * 64),),
    partners=_table(PARTNERS), factions=_table(FACTIONS), leaders=_table(LEADERS),
    people=_table(PEOPLE), vehicles=_table(VEHICLES), pads=_table(PADS),
    events=_table(stories.EVENTS), actions=_table(stories.ACTIONS), clauses=_table(CLAUSES),
    options=_table(OPTIONS),
    endings=_table(ENDINGS), slides=_table(SLIDES), flags={"calls": 0, "pad_lost": 0},
    advisers=_table(ADVISERS), scenarios=_table(SCENARIOS),
    figures={one.id: one for one in usual_figures()}, grievances=_table(GRIEVANCES),
)  # fmt: skip

__all__ = ["BRIEF", "CAMPAIGN", "CONTENT", "LIBRARY", "START", "amount", "holds"]
