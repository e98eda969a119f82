"""From files to records: every field arrives, ids are qualified, hashes tell rules from text."""

from __future__ import annotations

import gc
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pytest

from game.content import records as r
from game.content.__main__ import main
from game.content.compiling import Compiler, day
from game.content.coverage import article_items, coverage
from game.content.fields import Strict
from game.content.load import Checked, check_content, load_content, read_content
from game.content.objects import PackNames
from game.content.records import Content
from game.content.records.effects import every
from game.errors import ContentError, PackError
from game.rules.state import Crew
from tests.content.conftest import BASE, BASE_PACK, EXTRA_PACK, Write

EVENT = """\
- event: frost
  title: Frost
  basis: record
  sources: [T-001]
  thread: hardware
  always: true
  date: 2022-12-14
  window: {from: 2022-12, to: 2023-02}
  weight: 3
  once: false
  cooldown: 6
  when: docked.soyuz >= 1
  roles:
    ship: {vehicle: soyuz, carries: nasa}
    who: {person: nasa, in: ship}
  effects: [{shift: {tension: 2, leak: war // 2}}]
  headline: White flakes.
  desks:
    roscosmos:
      text:
        - {when: happened.pad_falls, text: "Again, and there are a good many words to this card so that it is long enough to pass as one, twenty-five at the very least."}
        - {text: "Frost, and there are a good many words to this card so that it is long enough to pass as one, twenty-five at the very least."}
      choices:
        - choice: send
          text: Send a ship
          history: true
          capital: 1
          needs: docked.soyuz < 3
          because: No port.
          effects: [EFFECTS]
          breaks: [swaps]
          outcomes:
            - {chance: 85, text: It docks., effects: []}
            - {chance: 15, text: It waits., effects: [{spend: 3}]}
        - choice: wait
          text: Wait
          result: You wait.
"""  # noqa: E501
EFFECTS = {
    "{shift: {tension: 2, faction.kremlin: -3}}": (
        r.Shift("tension", 2), r.Shift("faction.kremlin", -3)),
    "{assign: {commitment: 2028}}": (r.Assign("commitment", 2028),),
    "{spend: 90}": (r.Spend(90),),
    "{earn: 90}": (r.Spend(90, -1),),
    "{mood: {peace: 3, defiance: -1}}": (r.Mood("peace", 3), r.Mood("defiance", -1)),
    "{flag: {pad_lost: true}}": (r.SetFlag("pad_lost", 1),),
    "{word: {hatch: closed}}": (r.SetWord("hatch", "closed"),),
    "{schedule: {event: pad_falls, in_months: 3}}": (r.Schedule("pad_falls", 3),),
    "{cancel: pad_falls}": (r.Cancel("pad_falls"),),
    "{flight: {vehicle: soyuz, crew: none, as: rescue, in_days: 74}}": (
        r.BookFlight("soyuz", "none", "rescue", 74),),
    "{flight: {vehicle: soyuz, crew: own, in_days: 74}}": (r.BookFlight("soyuz", "own", "", 74),),
    "{delay: {flight: next_crew, of: roscosmos, days: 30}}": (
        r.Delay("next_crew", "roscosmos", 30),),
    "{harm: {vehicle: ship, fault: coolant}}": (r.Harm("ship", "coolant"),),
    "{mend: {vehicle: docked soyuz}}": (r.Mend("docked soyuz"),),
    "{liner: {person: who, vehicle: ship}}": (r.Liner("ship", "who"),),
    "{liner: {people: stranded, vehicle: ship}}": (r.Liner("ship", people="stranded"),),
    "{extend: {vehicle: ship, days: 60}}": (r.Extend("ship", 60),),
    "{recall: {of: self}}": (r.Recall("self"),),
    "{reboost: {km: 2}}": (r.Reboost(2, "ros"),),
    "{reboost: {km: 2, by: usos}}": (r.Reboost(2, "usos"),),
    "{leader: {of: nasa, to: nelson}}": (r.ChangeLeader("nasa", "nelson"),),
    "{sign: {with: nasa, clauses: [{clause: seat_swap, amount: 3}], months: 30}}": (
        r.Sign("nasa", (("seat_swap", 3),), 30),),
    "{propose: {by: nasa, clauses: [{clause: seat_swap, amount: 3}], months: 30}}": (
        r.Propose("nasa", (("seat_swap", 3),), 30),),
    "{propose: {by: nasa, clauses: [{clause: seat_swap}], back: [{clause: seat_swap}]}}": (
        r.Propose("nasa", (("seat_swap", 1),), 0, (("seat_swap", 1),)),),
    "{breach: seat_swap}": (r.Breach("seat_swap"),),
    "{step: -1}": (r.Step(-1),),
    "{break_thread: swaps}": (r.BreakThread("swaps"),),
    "{headline: A line.}": (r.Headline("A line."),),
    "{end: over}": (r.End("over"),),
    "{study: nasa}": (r.Study("nasa"),),
    "{invest: own_station}": (r.Invest("own_station"),),
    "{adviser: money}": (r.CallAdviser("money"),),
    "{wellbeing: {people: unwell, health: 20}}": (
        r.Wellbeing("unwell", health=20),),
    "{wellbeing: {of: self, fatigue: -5, morale: 2}}": (
        r.Wellbeing(of="self", fatigue=-5, morale=2),),
    "{wellbeing: {person: who, morale: 2}}": (r.Wellbeing(person="who", morale=2),),
    "{wellbeing: {vehicle: ship, morale: 2}}": (r.Wellbeing(ship="ship", morale=2),),
    "{train: {of: nasa, skill: other, people: 2, months: 6}}": (
        r.Train("nasa", "other", 2, 6),),
    "{train: {of: nasa, skill: eva}}": (r.Train("nasa", "eva", 1, 4),),
    "{command: nasa}": (r.Command("nasa"),),
    "{walk: joint}": (r.Walk("joint"),),
    "{shelter: usos}": (r.Shelter("usos"),),
    "{bring_home: longest}": (r.BringHome("longest"),),
}  # fmt: skip
ENDING = "- ending: over\n  title: Over\n  when: tension > 99\n  text: All is over.\n"
REST = """\
- dilemma: doors
  title: Doors
  basis: counterfactual
  weight: 1
  lint_ignore: {W101: short}
  between: [nasa, roscosmos]
  desks:
    nasa:
      text: Open?
      choices: [{choice: open, text: Open}, {choice: shut, text: Shut}]
    roscosmos:
      text: Open?
      choices: [{choice: open, text: Open}, {choice: shut, text: Shut}]
  results:
    - {nasa: open, roscosmos: any, text: A draught., effects: [{shift: {tension: -1}}]}
    - {nasa: any, roscosmos: any, text: Stale air.}
- action: aim
  name: Aim
  text: You aim.
  group: abroad
  chairs: [nasa]
  target: partner
  capital: 1
  cooldown: 6
  needs: mandate >= 20
  because: Not now.
  effects: [{shift: {target.trust.self: 4}}]
  outcomes: [{chance: 100, text: It works.}]
- clause: parts
  name: Parts
  text: Parts pass.
  shape: given
  givers: [nasa]
  receivers: [roscosmos]
  topic: money
  amount: {unit: crates, low: 2, high: 4}
  months: 12
  needs: hatch == "open"
  because: No way through.
  gains: {nasa: 3, any: 2 * amount}
  costs: {any: 1 + 1}
  sign: [{shift: {tension: -1}}]
  monthly: [{shift: {self.people: 1}}]
  breach: [{shift: {tension: 3}}]
  mood: {money: 1}
- slide: rich
  when: treasury > 3
  order: 4
  text: Rich.
- codex: orbit
  title: Orbit
  text:
    - text: A fall that misses.
    - {since: 2022-03-05, when: tension > 3, sources: [T-001], text: It has missed.}
  basis: record
  sources: [T-001]
- outside_option: moon
  owner: nasa
  name: The Moon
  text: Far off.
  drift: 3
  invest: 20
  gain: 4
  basis: counterfactual
  milestones: [{at: 50, text: Half way., effects: [{shift: {tension: 1}}]}]
- scenario: short
  name: Short
  text: A short one.
  start: 2022-01-01
  turns: 4
  turn_months: 3
  chairs: [nasa, roscosmos]
  figures: {tension: 50, nasa.trust.roscosmos: 40}
  leaders: {nasa: nelson}
  docked: [{vehicle: soyuz, name: MS-19, launched: 2021-10-05, returns: 2022-03-30, crew: [rubio]}]
  manifest:
    - {vehicle: soyuz, name: MS-21, launches: 2022-03-18, swap: true, substitutes: {rubio: rubio}}
    - {vehicle: soyuz, name: MS-22, launches: 2022-09-21, returns: 2023-03-28, crew: [rubio]}
  cadence: {soyuz: 240}
  deals:
    - {between: [nasa, roscosmos], clauses: [{clause: seat_swap, amount: 3}], signed: 2021-07-14, ends: 2024-12}
  flags: {pad_lost: true}
  happened: [pad_falls]
  broken: [leaders, war]
  history:
    - {date: 2022-02-24, chair: nasa, action: aim, target: roscosmos}
    - {date: 2022-03-24, chair: nasa, action: lobby}
    - {date: 2022-07-14, chair: roscosmos, offer: {to: nasa, clauses: [{clause: seat_swap, amount: 3}]}}
  par: {nasa: {peace: 55}}
"""  # noqa: E501


@pytest.fixture
def load(root: Path, write: Write) -> Callable[[str], r.Content]:
    """Return a function that loads objects beside the small base pack."""

    def loaded(objects: str) -> r.Content:
        write("base", BASE_PACK, objects=objects)
        return load_content(root=root)

    return loaded


Load = Callable[[str], r.Content]


@pytest.mark.parametrize(("text", "wanted"), EFFECTS.items())
def test_every_effect_compiles(load: Load, text: str, wanted: tuple[r.Effect, ...]) -> None:
    content = load(EVENT.replace("EFFECTS", text) + ENDING)
    (desk,) = content.events["frost"].desks
    assert desk.choices[0].effects == wanted


def test_every_effect_of_the_vocabulary_is_tried_above() -> None:
    made = {type(effect) for effects in EFFECTS.values() for effect in effects}
    assert set(every()) - made == {r.MakePromise, r.When}


def test_promises_and_conditions_compile(load: Load) -> None:
    text = (
        '{promise: {to: nasa, text: A seat., in_months: 6, keep: "trust.nasa > 3", how: Ask.}}, '
        "{when: tension > 3, do: [{spend: 1 + 1}], else: [{spend: tension}]}"
    )
    promise, when = load(EVENT.replace("EFFECTS", text)).events["frost"].desks[0].choices[0].effects
    assert isinstance(promise, r.MakePromise)
    assert (promise.to, promise.text, promise.months) == ("nasa", "A seat.", 6)
    assert promise.keep.text == "trust.nasa > 3"
    assert (promise.how, promise.key) == ("Ask.", "base/A seat./trust.nasa > 3")
    assert isinstance(when, r.When)
    assert when.condition.text == "tension > 3"
    assert when.then == (r.Spend(2),)
    (otherwise,) = when.otherwise
    assert isinstance(otherwise, r.Spend)
    assert not isinstance(otherwise.amount, int)
    assert otherwise.amount.text == "tension"


@pytest.mark.parametrize("effect", ["spend", "earn"])
def test_what_is_paid_is_never_less_than_nothing(load: Load, effect: str) -> None:
    content = load(EVENT.replace("EFFECTS", f'{{{effect}: "tension - 50"}}'))
    (paid,) = content.events["frost"].desks[0].choices[0].effects
    assert isinstance(paid, r.Spend) and not isinstance(paid.amount, int)
    bound = paid.amount.bind("nasa")
    assert [bound(World({"tension": n}, {}, {}, {}), {}) for n in (80, 50, 20)] == [30, 0, 0]


def test_what_was_never_checked_does_not_compile() -> None:
    with pytest.raises(ValueError, match="never"):
        day("never")


def test_only_effects_of_the_vocabulary_compile(read: Callable[[str], Checked]) -> None:
    checked = read("")
    names = PackNames(checked.objects.names(), checked.objects, "base")
    compiler = Compiler(checked.objects, checked.libraries["base"], names)
    with pytest.raises(TypeError, match="Strict"):
        compiler.effects([Strict()])


def test_an_option_may_be_the_target(load: Load) -> None:
    text = "- action: put\n  name: Put\n  text: Put.\n  group: future\n  target: option\n"
    assert load(text + "  effects: [{invest: target}]\n").actions["put"].effects == (
        r.Invest("target"),
    )


def test_an_event_arrives_whole(load: Load) -> None:
    event = load(EVENT.replace("EFFECTS", "{spend: 1}")).events["frost"]
    assert (event.id, event.title, event.basis) == ("frost", "Frost", "record")
    assert (event.sources, event.thread, event.always) == (("T-001",), "hardware", True)
    assert event.day == date(2022, 12, 14).toordinal()
    assert event.first_day == date(2022, 12, 1).toordinal()
    assert event.last_day == date(2023, 2, 28).toordinal()
    assert (event.weight, event.once, event.cooldown) == (3, False, 6)
    assert event.when is not None
    assert event.when.reads() == {"docked.soyuz"}
    assert event.roles == (r.Role("ship", "soyuz", "nasa"), r.Role("who", "", "", "nasa", "ship"))
    assert event.headline == "White flakes."
    shift, leak = event.effects
    assert shift == r.Shift("tension", 2)
    assert isinstance(leak, r.Shift)
    assert not isinstance(leak.by, int)
    (desk,) = event.desks
    assert desk.chair == "roscosmos"
    assert [variant.when is None for variant in desk.text] == [False, True]
    send, wait = desk.choices
    assert (send.id, send.history, send.capital, send.because) == ("send", True, 1, "No port.")
    assert send.breaks == ("swaps",)
    assert [(x.chance, x.text, x.effects) for x in send.outcomes] == [
        (85, "It docks.", ()),
        (15, "It waits.", (r.Spend(3),)),
    ]
    assert (wait.history, wait.needs, wait.outcomes) == (False, None, ())
    assert wait.result == (r.Variant("You wait."),)


def test_a_last_day_may_be_named(load: Load) -> None:
    text = EVENT.replace("EFFECTS", "{spend: 1}").replace("to: 2023-02}", "to: 2023-02-03}")
    assert load(text).events["frost"].last_day == date(2023, 2, 3).toordinal()


def test_the_other_kinds_arrive_whole(load: Load) -> None:
    content = load(REST + ENDING)
    doors = content.events["doors"]
    assert doors.between == ("nasa", "roscosmos")
    assert doors.results[0].answers == (("nasa", "open"), ("roscosmos", "any"))
    assert doors.results[0].effects == (r.Shift("tension", -1),)
    assert (doors.day, doors.first_day, doors.last_day) == (None, None, None)
    aim = content.actions["aim"]
    assert (aim.group, aim.chairs, aim.target, aim.capital) == ("abroad", ("nasa",), "partner", 1)
    assert (aim.cooldown, aim.because, len(aim.outcomes)) == (6, "Not now.", 1)
    assert aim.effects == (r.Shift("target.trust.self", 4),)
    parts = content.clauses["parts"]
    assert (parts.mutual, parts.givers, parts.receivers) == (False, ("nasa",), ("roscosmos",))
    assert (parts.unit, parts.low, parts.high, parts.months) == ("crates", 2, 4, 12)
    assert parts.gains["nasa"] == 3
    assert parts.costs == {"any": 2}
    assert (parts.mood, parts.monthly) == ((("money", 1),), (r.Shift("self.people", 1),))
    swap = content.clauses["seat_swap"]
    assert (swap.mutual, swap.unit, swap.low, swap.high) == (True, "deal", 1, 1)
    assert content.slides["rich"].order == 4
    fall = r.Passage("A fall that misses.", ("T-001",))
    later = date(2022, 3, 5).toordinal()
    missed = r.Passage("It has missed.", ("T-001",), later, content.codex["orbit"].text[1].when)
    assert content.codex["orbit"].text == (fall, missed)
    assert content.options["moon"].milestones[0].effects == (r.Shift("tension", 1),)
    over = content.endings["over"]
    assert (over.headline, over.last, over.priority) == ("Over", False, 0)
    assert over.text == (r.Variant("All is over."),)


def test_a_scenario_arrives_whole(load: Load) -> None:
    short = load(REST).scenarios["short"]
    assert (short.start, short.turns, short.turn_months) == (date(2022, 1, 1), 4, 3)
    assert short.figures == {"tension": 50, "nasa.trust.roscosmos": 40}
    assert short.leaders == {"nasa": "nelson"}
    (docked,) = short.docked
    assert (docked.returns, docked.crew) == (date(2022, 3, 30), ("rubio",))
    first, second = short.manifest
    assert (first.returns, first.swap, first.substitutes) == (None, True, {"rubio": "rubio"})
    assert (second.returns, second.swap) == (date(2023, 3, 28), False)
    assert short.cadence == {"soyuz": 240}
    aim, lobby, offer = short.history
    assert (aim.day, aim.action, aim.target) == (date(2022, 2, 24), "aim", "roscosmos")
    assert (lobby.action, lobby.target) == ("lobby", "")
    assert (offer.action, offer.to, offer.terms) == ("", "nasa", (("seat_swap", 3),))
    assert short.par == {"nasa": {"peace": 55}}
    (swap,) = short.deals
    assert (swap.between, swap.terms) == (("nasa", "roscosmos"), (("seat_swap", 3),))
    assert (swap.signed, swap.ends) == (date(2021, 7, 14), date(2024, 12, 1))
    assert (short.flags, short.happened) == ({"pad_lost": 1}, ("pad_falls",))
    assert short.broken == ("leaders", "war")


def test_the_world_arrives_whole(load: Load) -> None:
    content = load("")
    assert list(content.partners) == sorted(content.partners)
    assert content.partners["nasa"].decides
    assert not content.partners["jaxa"].decides
    assert content.factions["congress"].likes == {"money": -1}
    assert content.leaders["nelson"].persona["peace"] == 100
    assert content.leaders["nelson"].persona["bluff"] == 30
    assert content.people["rubio"].skills["eva"] == 0
    assert content.vehicles["soyuz"].seats == 3
    assert content.sources["T-001"].publisher == "NASA"
    assert content.flags == {"pad_lost": 0}
    (stamp,) = content.packs
    assert (stamp.id, stamp.title, stamp.version) == ("base", "Small", "0.1")


# Hashes --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("old", "new", "changes"),
    [
        ("The pad is lost.", "The pad is gone.", "text"),
        ("title: The pad falls", "title: A pad falls", "text"),
        ("likes: {money: -1}", "likes: {money: -2}", "rules"),
        ("seats: 3", "seats: 4", "rules"),
        ("  weight: 1\n", "  weight: 2\n", "rules"),
        ("city: Moscow", "city: Moskva", "text"),
        ("publisher: NASA", "publisher: ESA", "text"),
        ("# nothing", "# something", ""),
    ],
)
def test_hashes_tell_rules_from_text(
    root: Path, write: Write, old: str, new: str, changes: str
) -> None:
    base = BASE + "# nothing\n"
    write("base", BASE_PACK, world=base)
    (before,) = load_content(root=root).packs
    write("base", BASE_PACK, world=base.replace(old, new))
    (after,) = load_content(root=root).packs
    assert (before.rules != after.rules) == (changes == "rules")
    assert (before.text != after.text) == (changes == "text")


def test_a_promises_words_are_rules(load: Load) -> None:
    text = "{promise: {to: nasa, text: A seat., in_months: 6, keep: tension > 3}}"
    one = load(EVENT.replace("EFFECTS", text)).packs[0]
    two = load(EVENT.replace("EFFECTS", text.replace("A seat", "A bunk"))).packs[0]
    assert one.rules != two.rules


def test_the_order_of_files_changes_no_hash(root: Path, write: Write) -> None:
    (before,) = load_content(root=root).packs
    (root / "base" / "world.yaml").rename(root / "base" / "other.yaml")
    (after,) = load_content(root=root).packs
    assert before == after


# Packs beside the base -----------------------------------------------------------------------

MOD = """\
- flag: pad_lost
  text: Our own pad.
- partner: csa
  name: CSA
  office: President
  segment: usos
  decides: true
  adjective: Canadian
  city: Longueuil
  people: astronaut
  text: An arm.
  basis: record
  sources: [T-001]
- faction: voters
  partner: csa
  name: Voters
  weight: 1
  likes: {}
  text: They vote.
- vehicle: sled
  name: Sled
  owner: csa
  use: cargo
  price: 3
  port: usos
  stay: 3
  text: A sled.
  basis: counterfactual
- event: dawn
  title: Dawn
  basis: counterfactual
  weight: 1
  when: >
    flag.pad_lost and happened.dawn and happened.pad_falls and docked.sled > 0 and docked.soyuz > 0
    and csa.trust.nasa > nasa.trust.csa and csa.faction.voters > 3 and nasa.faction.congress > 3
  effects:
    - flag: {pad_lost: true}
    - shift: {csa.treasury: 3, nasa.treasury: -3}
    - schedule: {event: base:pad_falls, in_months: 2}
    - schedule: {event: dawn, in_months: 2}
    - mend: {vehicle: docked sled}
  headline: "{office.csa} and {office.nasa} meet."
"""


@dataclass
class World:
    """A stand-in for a state."""

    figures: dict[str, int]
    words: dict[str, str]
    flags: dict[str, int]
    fired: dict[str, int]
    past: dict[str, int] = field(default_factory=dict)
    crew: dict[str, Crew] = field(default_factory=dict)


@pytest.fixture
def mod(write: Write) -> Path:
    """Return a pack that defines things of its own and uses the base's."""
    return write("north", EXTRA_PACK.replace("pack: extra", "pack: north"), things=MOD)


def test_a_packs_ids_have_its_prefix(root: Path, mod: Path) -> None:
    content = load_content([mod], root=root)
    assert content.flags == {"pad_lost": 0, "north:pad_lost": 0}
    dawn = content.events["north:dawn"]
    assert dawn.effects == (
        r.SetFlag("north:pad_lost", 1),
        r.Shift("north:csa.treasury", 3),
        r.Shift("nasa.treasury", -3),
        r.Schedule("pad_falls", 2),
        r.Schedule("north:dawn", 2),
        r.Mend("docked north:sled"),
    )
    assert content.vehicles["north:sled"].owner == "north:csa"
    assert dawn.headline == "{office.north:csa} and {office.nasa} meet."
    assert [stamp.id for stamp in content.packs] == ["base", "north"]


def test_a_packs_expressions_read_its_own_things_first(root: Path, mod: Path) -> None:
    dawn = load_content([mod], root=root).events["north:dawn"]
    assert dawn.when is not None

    figures = {
        "docked.north:sled": 1, "docked.soyuz": 1, "north:csa.trust.nasa": 9,
        "nasa.trust.north:csa": 3, "north:csa.faction.north:voters": 4,
        "nasa.faction.congress": 4,
    }  # fmt: skip
    fired = {"north:dawn": 1, "pad_falls": 1}
    lost = World(figures, {}, {"north:pad_lost": 1, "pad_lost": 0}, fired)
    kept = World(figures, {}, {"north:pad_lost": 0, "pad_lost": 1}, fired)
    assert dawn.when.bind("")(lost, {})
    assert not dawn.when.bind("")(kept, {})


def test_a_pack_is_hinted_at_its_own_names_without_prefix(root: Path, mod: Path) -> None:
    file = mod / "things.yaml"
    file.write_text(
        file.read_text().replace("when: >\n    flag.pad_lost", "when: >\n    flag.padlost")
    )
    (found,) = [x for x in check_content([mod], root=root) if x.is_error]
    assert (found.code, found.hint) == ("E031", 'did you mean "flag.pad_lost"?')


# Refusals ------------------------------------------------------------------------------------


def test_errors_stop_the_load_and_are_carried(load: Load) -> None:
    broken = "".join(f"- codex: c{n}\n" for n in range(30))
    with pytest.raises(ContentError, match="60 errors; mend them") as refused:
        load(broken)
    assert len(refused.value.findings) == 60
    assert str(refused.value).endswith("… and 40 more")
    with pytest.raises(ContentError, match="has 1 error; mend") as refused:
        load("codex: c\n")
    assert "… and" not in str(refused.value)


def test_warnings_do_not_stop_the_load(load: Load) -> None:
    assert "lone" in load("- flag: lone\n  text: Alone.\n").flags


def test_packs_at_odds_are_a_pack_error(root: Path, tmp_path: Path) -> None:
    with pytest.raises(PackError, match=r"nowhere.pack\.yaml:1:1 E070"):
        load_content([tmp_path / "nowhere"], root=root)


def test_the_collector_is_left_as_it_was(root: Path) -> None:
    assert gc.isenabled()
    read_content(root=root)
    assert gc.isenabled()
    gc.disable()
    try:
        read_content(root=root)
        assert not gc.isenabled()
    finally:
        gc.enable()


# The game's own pack -------------------------------------------------------------------------


def test_the_games_own_pack_has_no_errors(checked: Checked) -> None:
    assert [found.render() for found in checked.findings if found.is_error] == []


def test_every_load_gives_the_same(base: Content) -> None:
    assert load_content().packs == base.packs


def test_the_command_prints_findings(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert main([str(tmp_path / "nowhere")]) == 1
    assert "E070" in capsys.readouterr().out


# Coverage of the articles --------------------------------------------------------------------


def test_the_articles_hold_112_items() -> None:
    items = article_items()
    assert len(items) == len(set(items)) == 112
    assert (items[0], items[17], items[18], items[-1]) == ("A0-01", "A0-18", "A1-01", "A4-23")


def test_coverage(read: Callable[[str], Checked]) -> None:
    source = "- source: {}\n  publisher: P\n  date: D\n  text: T.\n"
    text = "".join(source.format(f"A0-0{n}") for n in (1, 2, 3))
    text += "- codex: orbit\n  title: O\n  text: T.\n  basis: article\n  sources: [A0-01, T-001]\n"
    text += "- codex: apse\n  title: A\n  basis: record\n  sources: [T-001]\n"
    text += "  text: [{text: T.}, {since: 2023-02, sources: [A0-03], text: U.}]\n"
    text += "- unused: A0-01\n  reason: Used all the same.\n- unused: A0-02\n  reason: A slip.\n"
    found = coverage(read(text))
    assert found.cited["A0-01"] == ("codex orbit",)
    assert found.cited["A0-03"] == ("codex apse",)
    assert found.excused == {"A0-02": "A slip."}
    assert len(found.missing) == 109
    report = found.render().split("\n")
    assert report[:3] == [
        "2 of 112 article items are cited.",
        "A0-01: codex orbit",
        "A0-03: codex apse",
    ]
    assert report[3] == "A0-02: not used. A slip."
    assert report[4] == "A0-04: neither cited nor excused"


@pytest.mark.parametrize(
    ("target", "kind"),
    [("own_crowd", "faction"), ("own_way", "option"), ("nasa", "partner")],
)
def test_a_move_of_history_aims_at_what_its_own_pack_means(
    root: Path, write: Write, target: str, kind: str
) -> None:
    objects = f"""\
- {{outside_option: own_way, owner: nasa, name: A way, text: Far., drift: 1, invest: 2, gain: 3,
   basis: counterfactual}}
- {{faction: own_crowd, partner: nasa, name: A crowd, text: People.,
   likes: {{peace: 1}}, weight: 2}}
- {{action: aim, name: Aim, text: Aim., group: home, target: {kind}, effects: [{{spend: 1}}]}}
- scenario: short
  name: Short
  text: A short one.
  start: 2022-01-01
  turns: 4
  turn_months: 3
  chairs: [nasa, roscosmos]
  figures: {{tension: 50}}
  leaders: {{nasa: nelson}}
  history: [{{date: 2022-02, chair: nasa, action: aim, target: {target}}}]
"""
    content = load_content([write("extra", EXTRA_PACK, all=objects)], root=root)
    (move,) = content.scenarios["extra:short"].history
    own = target if kind == "partner" else f"extra:{target}"
    assert (move.action, move.target) == ("extra:aim", own)
