"""The small world's events and agenda actions: between them, every effect there is."""

from __future__ import annotations

from datetime import date
from typing import Any

from game.content import records as r
from tests.small_names import amount, holds


def day(year: int, month: int, day_: int) -> int:
    """Return a day as events know it."""
    return date(year, month, day_).toordinal()


def _desk(chair: str, *choices: r.Choice) -> r.Desk:
    return r.Desk(chair, (r.Variant(f"A card for {chair}."),), choices)


def _choice(id_: str, *effects: r.Effect, **more: Any) -> r.Choice:
    return r.Choice(id_, id_.replace("_", " ").capitalize(), effects=effects, **more)


LUCK = (
    r.Outcome(70, "It works.", (r.Shift("standing", 3),)),
    r.Outcome(30, "It fails.", (r.Shift("standing", -3), r.Mood("power", -1))),
)

CALM = (r.Variant("It is quiet."),)
EVENTS = (
    r.Event(
        "cold_morning", "A cold morning", "record", thread="war", day=day(2022, 2, 24),
        effects=(r.Shift("tension", 4), r.Shift("war", 10)), headline="The tanks move.",
        desks=(
            _desk(
                "nasa",
                _choice("protest", r.Mood("defiance", 1), r.Shift("tension", 2), history=True),
                _choice("pay_for_calm", r.Spend(40), r.Shift("tension", -2), result=CALM),
                _choice("gamble", capital=1, outcomes=LUCK, breaks=("war",)),
            ),
            _desk(
                "roscosmos",
                _choice("shrug", r.Mood("power", 1), history=True),
                _choice("threaten", r.Step(1), r.Headline("A threat is heard.")),
                _choice("locked", needs=holds("month > 90"), because="Not in this life."),
            ),
        ),
    ),
    r.Event(
        "letter", "A letter", "counterfactual", weight=4, once=False, cooldown=6,
        desks=(
            _desk(
                "esa",
                _choice("write_back", r.Schedule("reply", 3), r.Shift("trust.roscosmos", 3)),
                _choice("burn_it", r.Cancel("reply"), r.Shift("nasa.trust.esa", 2)),
                _choice(
                    "vow", r.MakePromise("roscosmos", "A quiet year", 6, holds("rung == 0"))
                ),
            ),
        ),
    ),
    r.Event(
        "reply", "A reply", "counterfactual",
        desks=(
            _desk(
                "roscosmos",
                _choice("thank", r.Shift("trust.esa", 4)),
                _choice("sign_at_once", r.Sign("esa", (("inspection", 1),), 9)),
            ),
        ),
    ),
    r.Event(
        "hole", "A hole has two sides", "counterfactual", weight=3, between=("nasa", "roscosmos"),
        desks=(
            _desk("nasa", _choice("look", r.Spend(5)), _choice("blame", r.Mood("defiance", 1))),
            _desk("roscosmos", _choice("look"), _choice("blame", r.Mood("defiance", 1))),
        ),
        results=(
            r.Result(
                (("nasa", "look"), ("roscosmos", "look")), "They find it.",
                (r.Shift("tension", -3), r.Shift("roscosmos.trust.nasa", 4)),
            ),
            r.Result((("nasa", "any"), ("roscosmos", "any")), "They quarrel.",
                     (r.Shift("tension", 3), r.Shift("roscosmos.faction.kremlin", 1))),
        ),
    ),
    r.Event(
        "storm", "A storm", "counterfactual", weight=2, once=False, cooldown=3,
        effects=(r.Shift("hazard", 12), r.SetFlag("calls", 2)), headline="The sun throws a storm.",
    ),
    r.Event(
        "rumour", "A rumour", "counterfactual", weight=2, first_day=day(2022, 6, 1),
        last_day=day(2023, 6, 30), when=holds("tension >= 40"),
        desks=(
            _desk(
                "nasa",
                _choice("deny", r.When(holds("whole.war"), (r.Shift("standing", 1),),
                                       (r.Shift("standing", -1),))),
                _choice("resign", r.ChangeLeader("nasa", "nasa_next"), r.SetFlag("pad_lost", 1)),
            ),
        ),
    ),
    r.Event(
        "parade", "A parade", "record", day=day(2022, 5, 9), always=True, thread="war",
        headline="Boots on wet stone.", effects=(r.Shift("roscosmos.faction.kremlin", 2),),
    ),
    r.Event(
        "frost", "Frost", "record", thread="hardware", day=day(2022, 12, 14),
        roles=(r.Role("ship", vehicle="soyuz", carries="roscosmos"),
               r.Role("who", person="roscosmos", inside="ship")),
        effects=(r.Harm("ship", "coolant"),), headline="White flakes.",
        desks=(
            _desk(
                "roscosmos",
                _choice("send_empty", r.Spend(20), r.BookFlight("soyuz", "none", "rescue", 60),
                        history=True),
                _choice("delay_it", r.Delay("rescue", "roscosmos", 30),
                        r.Delay("next_cargo", "roscosmos", 20), r.Extend("ship", 40)),
            ),
            _desk(
                "nasa",
                _choice("offer_liner", r.Liner("docked dragon", "who"), history=True),
                _choice("wait", r.Shift("nasa.trust.roscosmos", -2)),
            ),
        ),
    ),
    r.Event(
        "archive", "An archive opens", "article", thread="leaders", day=day(2022, 8, 1),
        last_day=day(2022, 8, 31), effects=(r.ChangeLeader("roscosmos", "roscosmos_next"),),
        headline="A new name on the door.",
    ),
)  # fmt: skip


def _action(id_: str, *effects: r.Effect, **more: Any) -> r.Action:
    usual: dict[str, Any] = {"text": "", "group": "home", "chairs": (), "capital": 1}
    return r.Action(id_, id_.replace("_", " ").capitalize(), effects=effects, **(usual | more))


ACTIONS = (
    _action("lobby", cooldown=6, outcomes=(
        r.Outcome(65, "It stays.", (r.Spend(amount("income * 2"), -1),)),
        r.Outcome(35, "It goes.", (r.Spend(amount("income // 2"), -1), r.Mood("money", -1))),
    )),
    _action("calm", r.Shift("tension", -2), r.Mood("peace", 1), results=("It is quieter.",)),
    _action("mend_faction", r.Spend(amount("income // 5")), r.Shift("target", 7), target="faction"),
    _action("read_them", r.Study("target"), r.Shift("target.trust.self", -1), target="partner"),
    _action("read_esa", r.Study("esa"), chairs=("nasa",)),
    _action("invest", r.Invest("target"), target="option", cooldown=3),
    _action("swap_desk", r.CallAdviser("target"), target="desk"),
    _action("push_on", r.Invest("us_reboost"), chairs=("nasa",), capital=2),
    _action("mend_ship", r.Mend("target"), r.Spend(15), target="ship", needs=holds("treasury > 20"),
            because="No money for tools."),
    _action("seat_all", r.Liner("docked dragon", people="stranded"), needs=holds("stranded > 0")),
    _action("call_home", r.Recall("self"), r.BreakThread("crews"), needs=holds("rung >= 4"),
            because="Only a partner that leaves calls its crew."),
    _action("pack_up", r.Recall("roscosmos"), chairs=("roscosmos",), needs=holds("rung >= 2")),
    _action("train", r.Shift("cohesion", 1), target="person", capital=0, cooldown=3),
    _action("raise_orbit", r.Reboost(2, "ros"), needs=holds("propellant > 900")),
    _action("push_orbit", r.Reboost(amount("1 + option.us_reboost // 50"), "usos")),
    _action("tear_up", r.Breach("inspection"), r.Breach("seat_swap"),
            needs=holds("deal.inspection.self or deal.seat_swap.self"), capital=0),
    _action("shut_hatch", r.SetWord("hatch", "closed"), capital=3, chairs=("roscosmos",)),
    _action("book", r.BookFlight("dragon", "own", "", 40), r.Spend(60), chairs=("nasa",)),
    _action("end_it", r.End("divorce"), capital=6, needs=holds("tension > 98")),
)  # fmt: skip
