"""Conditions and amounts: what is read, what is refused, and that they mean what they say."""

from __future__ import annotations

import pickle
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.content.expressions.compiled import Compiled
from game.content.expressions.library import Library
from game.content.expressions.screening import parse_date
from game.content.expressions.tree import LIMIT, Comparison, Constant, compare
from game.content.names import Names
from game.content.paths import Type

NAMES = Names(
    partners=frozenset({"nasa", "roscosmos", "esa"}),
    factions={"congress": "nasa", "kremlin": "roscosmos"},
    options=frozenset({"us_reboost"}),
    vehicles=frozenset({"soyuz"}),
    clauses=frozenset({"seat_swap"}),
    flags={"pad_lost": "bool", "talks": "int"},
    events=frozenset({"coolant_leak", "quiet_word"}),
    scenarios=frozenset({"campaign", "the_leak"}),
    people=frozenset({"mann", "anton"}),
    choices={
        "coolant_leak": {"offer_dragon": ("nasa",), "ride_it_home": ("roscosmos",)},
        "quiet_word": {"agree": ("esa", "nasa")},
    },
    secret=frozenset({"quiet_word"}),
)
DAY = date(2022, 12, 14).toordinal()
FLOWN = {"person/flights/mann": 2}
HAPPENED = (
    "chose/coolant_leak/offer_dragon/nasa",
    "chose/quiet_word/agree/esa", "paper/signed/seat_swap", "paper/signed/seat_swap/nasa",
    "paper/signed/seat_swap/roscosmos", "paper/signed/seat_swap/nasa/roscosmos",
    "paper/broken/seat_swap", "paper/broken/seat_swap/nasa",
    "paper/broken/seat_swap/nasa/roscosmos", "promise/kept/nasa", "promise/kept/nasa/esa",
    "person/rescued/mann",
)  # fmt: skip


@dataclass(frozen=True)
class Somebody:
    """A stand-in for somebody of the crew."""

    place: str


@dataclass
class World:
    """A stand-in for a state."""

    figures: dict[str, int] = field(
        default_factory=lambda: {
            "tension": 60, "war": 40, "nasa.treasury": 90, "roscosmos.treasury": 20, "date": DAY,
            "nasa.trust.roscosmos": 30, "roscosmos.trust.nasa": 50, "docked.soyuz": 2,
            "nasa.faction.congress": 44, "deal.seat_swap": 1, "deal.seat_swap.esa": 0,
            "whole.swaps": 1, "option.us_reboost": 12, "aboard.nasa": 3, "esa.reliance": 70,
        }
    )  # fmt: skip
    words: dict[str, str] = field(
        default_factory=lambda: {
            "hatch": "open",
            "nasa.leader": "nelson",
            "level": "director",
            "scenario": "the_leak",
        }
    )
    flags: dict[str, int] = field(default_factory=lambda: {"talks": 3})
    fired: dict[str, int] = field(default_factory=lambda: {"coolant_leak": 4})
    crew: dict[str, Somebody] = field(default_factory=lambda: {"mann": Somebody("aboard")})
    past: dict[str, int] = field(default_factory=lambda: dict.fromkeys(HAPPENED, DAY) | FLOWN)


def library() -> Library:
    return Library(NAMES)


def read(text: str, wants: Type = "bool") -> Compiled:
    expression, problems = library().check(text, wants)
    assert problems == ()
    assert expression is not None
    return expression


def value(text: str, wants: Type, chair: str = "nasa", target: str = "", **scope: int) -> int:
    return read(text, wants).bind(chair, target)(World(), scope)


def codes(text: str, wants: Type = "bool") -> list[tuple[str, int]]:
    expression, problems = library().check(text, wants)
    assert (expression is None) == bool(problems)
    return [(problem.code, problem.offset) for problem in problems]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("2 + 3 * 4", 14),
        ("-7 // 2", -4),
        ("-7 % 3", 2),
        ("7 // 0", 0),
        ("7 % 0", 0),
        ("treasury // (tension - 60)", 0),
        ("treasury % (tension - 60)", 0),
        ("treasury // 7 + treasury % 7", 18),
        ("tension - war - treasury", -70),
        ("-tension", -60),
        ("min(tension, war, 50)", 40),
        ("max(tension, war)", 60),
        ("abs(war - tension)", 20),
        ("min(3, 2) + max(3, 2) + abs(0 - 4)", 9),
        ("roscosmos.treasury", 20),
        ("trust.roscosmos", 30),
        ("roscosmos.trust.nasa", 50),
        ("self.treasury", 90),
        ("faction.congress + nasa.faction.congress", 88),
        ("docked.soyuz * option.us_reboost", 24),
        ("aboard.self + aboard.nasa", 6),
        ("esa.reliance", 70),
        ("flag.talks", 3),
        ("1000000000 * 1000000000", LIMIT),
        ("tension * 1000000000", LIMIT),
        ("-1000000000 - tension", -LIMIT),
        ("1000000000 + tension", LIMIT),
        ("(-1000000000 - 5) // -1", LIMIT),
    ],
)
def test_amounts(text: str, wanted: int) -> None:
    assert value(text, "int") == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("tension > 60", False),
        ("tension >= 60", True),
        ("tension < 60", False),
        ("tension <= 60", True),
        ("tension == 60", True),
        ("tension != 60", False),
        ("60 < tension", False),
        ("60 <= tension", True),
        ("61 > tension", True),
        ("60 >= tension", True),
        ("war < tension", True),
        ("war == tension", False),
        ("war != tension", True),
        ("war >= tension", False),
        ("war + 20 <= tension", True),
        ("war + 20 > tension", False),
        ("50 < tension < 70", True),
        ("war < tension < 50", False),
        ("war < tension < 70 < 80", True),
        ("tension in [40, 60]", True),
        ("tension in [61]", False),
        ("tension not in [war, 60]", False),
        ("tension > 70 or war > 30", True),
        ("tension > 70 or war > 50 or treasury > 100", False),
        ("tension > 50 and war > 30 and treasury > 80", True),
        ("tension > 50 and war > 50", False),
        ("not tension > 70", True),
        ("true", True),
        ("false or tension > 3", True),
        ("true and tension > 3", True),
        ("true and not false", True),
        ("true or tension > 3", True),
        ("false and tension > 3", False),
        ("flag.pad_lost", False),
        ("flag.pad_lost == false", True),
        ("flag.talks > 2", True),
        ("happened.coolant_leak", True),
        ("deal.seat_swap and not deal.seat_swap.esa", True),
        ("whole.swaps", True),
        ('hatch == "open"', True),
        ('scenario == "the_leak"', True),
        ('scenario in ["campaign"]', False),
        ('hatch != "open"', False),
        ("'closed' == hatch", False),
        ('hatch in ["closed", "gone"]', False),
        ('leader == "nelson"', True),
        ('nasa.leader != "nelson"', False),
        ("leader == nasa.leader", True),
        ('"a" == "a"', True),
        ('date >= date("2022-12")', True),
        ('date < date("2022-12-14")', False),
        ('date("2022-12") < date < date("2023-01")', True),
        ('date in [date("2022-12-14")]', True),
        ("  tension\n> 50  ", True),
    ],
)
def test_conditions(text: str, wanted: bool) -> None:
    assert bool(value(text, "bool")) is wanted


def test_names_are_bound_to_chair_and_target() -> None:
    assert value("treasury", "int", "roscosmos") == 20
    assert value("target.treasury - self.treasury", "int", "nasa", "roscosmos") == -70
    assert value("target.trust.self", "int", "nasa", "roscosmos") == 50
    assert value("trust.target", "int", "nasa", "roscosmos") == 30
    assert value("self.trust.target", "int", "roscosmos", "nasa") == 50


def test_amount_comes_from_the_scope() -> None:
    assert value("2 * amount", "int", amount=4) == 8
    assert value("2 * amount", "int") == 0


def test_a_binding_is_made_once() -> None:
    expression = read("treasury > 3")
    assert expression.bind("nasa") is expression.bind("nasa")
    assert expression.bind("nasa") is not expression.bind("roscosmos")
    assert expression.bind("nasa", "esa") is not expression.bind("nasa")


def test_an_expression_is_parsed_once() -> None:
    one = library()
    assert one.condition("tension > 3") is one.condition("tension > 3")


def test_reads_are_names_as_written() -> None:
    text = "treasury > min(tension, 3) and not flag.pad_lost or trust.esa in [war, 2]"
    assert read(text).reads() == {"treasury", "tension", "flag.pad_lost", "trust.esa", "war"}
    assert read("1 < 2").reads() == frozenset()


def test_an_expression_travels_without_its_functions() -> None:
    expression = read("tension > 50")
    assert expression.bind("nasa")(World(), {})
    travelled = pickle.loads(pickle.dumps(expression))
    assert travelled == expression
    assert travelled.bind("nasa")(World(), {})


def test_constants_are_known() -> None:
    one = library()
    assert read("1 < 2").constant == 1
    assert read("tension < 2").constant is None
    assert one.amount(7) == 7
    assert one.amount("3 * 4") == 12
    assert isinstance(one.amount("3 * tension"), Compiled)


def test_only_checked_expressions_compile() -> None:
    with pytest.raises(ValueError, match="tenson"):
        library().condition("tenson > 3")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("", [("E030", 0)]),
        ("   ", [("E030", 0)]),
        ("tension >", [("E030", 0)]),
        ("tension > 3)", [("E030", 11)]),
        ("1 +* 2", [("E030", 3)]),
        ("01 < 2", [("E030", 0)]),
        ("tenson > 60", [("E031", 0)]),
        ("tension > 60 and foo.bar", [("E031", 17)]),
        ("tenson > 1 or wor > 2", [("E031", 0), ("E031", 14)]),
        ("tenson + wor > 2", [("E031", 0), ("E031", 9)]),
        ("tension in [wor, 2]", [("E031", 12)]),
        ("True", [("E031", 0)]),
        ("tension > 3 == False", [("E031", 15)]),
        ("pow(2, 3) > 1", [("E031", 0)]),
        ("tension.real > 1", [("E031", 0)]),
        ("tension.abs(3) > 1", [("E031", 0)]),
        ("__import__ > 1", [("E031", 0)]),
        ("min(tenson, 1) > 1", [("E031", 4)]),
        ("not tenson", [("E031", 4)]),
        ("-tenson > 1", [("E031", 1)]),
        ("tension", [("E032", 0)]),
        ("flag.talks", [("E032", 0)]),
        ("hatch", [("E032", 0)]),
        ("hatch > 3", [("E032", 8)]),
        ("date > 3", [("E032", 7)]),
        ('date > "2022-10"', [("E032", 7)]),
        ('hatch < "open"', [("E032", 8)]),
        ("flag.pad_lost > flag.pad_lost", [("E032", 16)]),
        ("tension and war > 3", [("E032", 0)]),
        ("tension > 3 or war", [("E032", 15)]),
        ("(tension > 3) + 1 > 1", [("E032", 1)]),
        ("not tension", [("E032", 4)]),
        ("min(hatch, 3) > 1", [("E032", 4)]),
        ("-hatch == 1", [("E032", 1)]),
        ("tension in [1, hatch]", [("E032", 15)]),
        ("tension ** 2 > 3", [("E033", 0)]),
        ("tension / 2 > 3", [("E033", 0)]),
        ("tension << 2 > 3", [("E033", 0)]),
        ("+tension > 3", [("E033", 0)]),
        ("tension is war", [("E033", 0)]),
        ("tension > 3 if true else false", [("E033", 0)]),
        ("[1, 2] == 1", [("E033", 0)]),
        ("tension in war", [("E033", 11)]),
        ("tension in []", [("E033", 11)]),
        ("tension, war", [("E033", 0)]),
        ("tension > 1.5", [("E033", 10)]),
        ("tension > 1e5", [("E033", 10)]),
        ("tension > 0x1f", [("E033", 10)]),
        ("tension > 1j", [("E033", 10)]),
        ("1or tension > 2", [("E033", 0)]),
        ("tension > 3; war", [("E033", 11)]),
        ("tension > 3 # why", [("E033", 12)]),
        ("{tension}", [("E033", 0)]),
        ("tension > \\\n3", [("E033", 10)]),
        ("ténsion > 3", [("E033", 1)]),
        ("ｔension > 3", [("E033", 0)]),
        ("f'' == hatch", [("E033", 0)]),
        ("b'' == hatch", [("E033", 0)]),
        ("... == 1", [("E033", 0)]),
        ("None == 1", [("E033", 0)]),
        ("abs(1, 2) > 1", [("E033", 0)]),
        ("min(1) > 1", [("E033", 0)]),
        ("max() > 1", [("E033", 0)]),
        ("min(1, 2, key=3) > 1", [("E033", 0)]),
        ("min(*[1, 2], 3) > 1", [("E033", 4)]),
        ("(1 + 2).real > 3", [("E033", 1)]),
        ("tension[0] > 3", [("E033", 0)]),
        ("x" * 501, [("E034", 0)]),
        ("(" * 250 + "1" + ")" * 250, [("E034", 0)]),
        ("not " * 30 + "true", [("E034", 80)]),
        ("(" * 240 + "1", [("E030", 200)]),
        ('hatch == "ajar"', [("E035", 9)]),
        ('"ajar" != hatch', [("E035", 10)]),
        ('level in ["cold", "warm"]', [("E035", 18)]),
        ("tension > 1000000001", [("E036", 10)]),
        ("date > date(2022)", [("E037", 7)]),
        ('date > date("2022-13")', [("E037", 7)]),
        ('date > date("2022", 10)', [("E037", 7)]),
        ('date > date(x="2022-10")', [("E037", 7)]),
    ],
)
def test_what_is_refused_and_where(text: str, wanted: list[tuple[str, int]]) -> None:
    assert codes(text) == wanted


def test_what_the_parser_itself_cannot_bear(monkeypatch: pytest.MonkeyPatch) -> None:
    def burst(*_: object, **__: object) -> None:
        raise MemoryError

    monkeypatch.setattr("ast.parse", burst)
    assert codes("tension > 3") == [("E034", 0)]


def test_too_many_parts() -> None:
    many = " or ".join(["war<1"] * 55)
    assert len(many) <= 500
    assert codes(many) == []
    crowded = "war in [" + ",".join("1" * 240) + "]"
    assert codes(crowded)[0][0] == "E034"


def test_a_wrong_name_brings_the_nearest() -> None:
    def hint(text: str) -> str:
        return library().check(text, "bool")[1][0].hint

    assert hint("tenson > 3") == 'did you mean "tension"?'
    assert hint("roscosmos.trust.nsa > 3") == 'did you mean "roscosmos.trust.nasa"?'
    assert hint("flag.padlost") == 'did you mean "flag.pad_lost"?'
    assert hint("mix(1, 2) > 1") == 'did you mean "min"?'
    assert hint("True") == 'write "true"'
    assert hint("flag.talks") == "compare it, as in `> 0`"


def test_texts_have_no_order() -> None:
    with pytest.raises(TypeError):
        compare("<", "a", "b")


def test_dates() -> None:
    assert parse_date("2022-10") == date(2022, 10, 1)
    assert parse_date("2024-02-29") == date(2024, 2, 29)
    for wrong in ("2023-02-29", "2022-1", "2022", "22-10", "2022-10-5", "0000-01", "2022-10-05 "):
        assert parse_date(wrong) is None


# A second, naive reading of the language, written for the tests alone.

Words = Mapping[str, int]
FIGURES = ("tension", "war", "treasury", "roscosmos.treasury", "flag.talks", "trust.roscosmos")
KEYS = {"treasury": "nasa.treasury", "trust.roscosmos": "nasa.trust.roscosmos"}


@dataclass(frozen=True)
class Node:
    """A random expression: its text, and its parts for the naive evaluator."""

    op: str
    text: str
    parts: tuple[Any, ...] = ()


def lookup(name: str, world: World) -> int:
    if name == "flag.talks":
        return world.flags.get("talks", 0)
    return world.figures[KEYS.get(name, name)]


def held(number: int) -> int:
    return min(max(number, -LIMIT), LIMIT)


def naive(node: Node, world: World) -> Any:
    values = [naive(part, world) for part in node.parts if isinstance(part, Node)]
    match node.op:
        case "number":
            return int(node.text)
        case "name":
            return lookup(node.text, world)
        case "word":
            return world.words["hatch"] == node.parts[0]
        case "true" | "false":
            return node.op == "true"
        case "negative":
            return held(-values[0])
        case "+":
            return held(values[0] + values[1])
        case "-":
            return held(values[0] - values[1])
        case "*":
            return held(values[0] * values[1])
        case "//" | "%":
            if values[1] == 0:
                return 0
            quotient, rest = divmod(values[0], values[1])
            return held(quotient if node.op == "//" else rest)
        case "min" | "max":
            return min(values) if node.op == "min" else max(values)
        case "abs":
            return abs(values[0])
        case "not":
            return not values[0]
        case "and" | "or":
            return all(values) if node.op == "and" else any(values)
        case "in":
            return values[0] in values[1:]
        case "not in":
            return values[0] not in values[1:]
        case "chain":
            signs = node.parts[1::2]
            return all(
                {"<": a < b, "<=": a <= b, ">": a > b, ">=": a >= b, "==": a == b, "!=": a != b}[
                    sign
                ]
                for a, sign, b in zip(values, signs, values[1:], strict=False)
            )
    raise AssertionError(node.op)


def two(op: str, left: Node, right: Node) -> Node:
    return Node(op, f"({left.text} {op} {right.text})", (left, right))


def several(op: str, parts: list[Node]) -> Node:
    if op in ("and", "or"):
        return Node(op, "(" + f" {op} ".join(part.text for part in parts) + ")", tuple(parts))
    return Node(op, f"{op}({', '.join(part.text for part in parts)})", tuple(parts))


def chain(parts: list[Node], signs: list[str]) -> Node:
    mixed: list[Any] = [parts[0]]
    for sign, part in zip(signs, parts[1:], strict=False):
        mixed += [sign, part]
    text = " ".join(part.text if isinstance(part, Node) else part for part in mixed)
    return Node("chain", f"({text})", tuple(mixed))


def member(op: str, parts: list[Node]) -> Node:
    listed = ", ".join(part.text for part in parts[1:])
    return Node(op, f"({parts[0].text} {op} [{listed}])", tuple(parts))


LEAVES = st.one_of(
    st.integers(0, 100).map(lambda n: Node("number", str(n))),
    st.sampled_from([0, 1, LIMIT]).map(lambda n: Node("number", str(n))),
    st.sampled_from(FIGURES).map(lambda name: Node("name", name)),
)
AMOUNTS = st.recursive(
    LEAVES,
    lambda inner: st.one_of(
        st.builds(two, st.sampled_from(["+", "-", "*", "//", "%"]), inner, inner),
        st.builds(
            several, st.sampled_from(["min", "max"]), st.lists(inner, min_size=2, max_size=3)
        ),
        st.builds(several, st.just("abs"), st.lists(inner, min_size=1, max_size=1)),
        inner.map(lambda node: Node("negative", f"(-{node.text})", (node,))),
    ),
    max_leaves=6,
)
SIGNS = st.sampled_from(["==", "!=", "<", "<=", ">", ">="])
TESTS = st.one_of(
    st.builds(
        chain, st.lists(AMOUNTS, min_size=2, max_size=2), st.lists(SIGNS, min_size=1, max_size=1)
    ),
    st.builds(
        chain, st.lists(AMOUNTS, min_size=3, max_size=3), st.lists(SIGNS, min_size=2, max_size=2)
    ),
    st.builds(member, st.sampled_from(["in", "not in"]), st.lists(AMOUNTS, min_size=2, max_size=4)),
    st.sampled_from(["open", "gone"]).map(
        lambda word: Node("word", f'(hatch == "{word}")', (word,))
    ),
    st.sampled_from(["true", "false"]).map(lambda word: Node(word, word)),
)
CONDITIONS = st.recursive(
    TESTS,
    lambda inner: st.one_of(
        st.builds(several, st.sampled_from(["and", "or"]), st.lists(inner, min_size=2, max_size=3)),
        inner.map(lambda node: Node("not", f"(not {node.text})", (node,))),
    ),
    max_leaves=4,
)
WORLDS = st.builds(
    lambda tension, war, own, theirs, talks, hatch: World(
        figures={"tension": tension, "war": war, "nasa.treasury": own,
                 "roscosmos.treasury": theirs, "nasa.trust.roscosmos": 30},
        words={"hatch": hatch},
        flags={"talks": talks} if talks else {},
    ),
    st.integers(0, 100), st.integers(0, 3), st.integers(-500, 5000), st.integers(-LIMIT, LIMIT),
    st.integers(0, 2), st.sampled_from(["open", "closed", "gone"]),
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(CONDITIONS | AMOUNTS, WORLDS)
def test_compiled_means_what_the_naive_reading_means(node: Node, world: World) -> None:
    if len(node.text) > 500:
        return
    wanted = naive(node, world)
    expression = read(node.text, "bool" if isinstance(wanted, bool) else "int")
    assert expression.bind("nasa")(world, {}) == wanted


@settings(max_examples=300, deadline=None)
@given(AMOUNTS, WORLDS, st.lists(st.integers(0, 120), min_size=1, max_size=4))
def test_every_amount_at_once_is_each_by_itself(node: Node, world: World, sizes: list[int]) -> None:
    text = node.text.replace("war", "amount")
    if len(text) > 500:
        return
    expression = read(text, "int")
    one = expression.bind("nasa")
    row = expression.at_every(sizes, "nasa")
    for _ in range(2):
        assert row(world) == tuple(one(world, {"amount": size}) for size in sizes)


@settings(max_examples=300, deadline=1000)
@given(st.text(max_size=60) | st.lists(
    st.sampled_from(["(", ")", "[", "]", "tension", "and ", "not ", "in ", "1", ".", ",", "<", "=",
                     "-", "*", "date", '"', "min", "lambda ", "for ", "\n", " "]),
    max_size=30,
).map("".join))  # fmt: skip
def test_any_text_is_an_expression_or_a_problem(text: str) -> None:
    for wants in ("bool", "int"):
        expression, problems = library().check(text, wants)
        assert (expression is None) == bool(problems)
        for problem in problems:
            assert 0 <= problem.offset <= max(len(text), 1)


def test_a_comparison_keeps_its_parts() -> None:
    tree = read("tension > 60").tree
    assert isinstance(tree, Comparison)
    assert tree.right == Constant(60, "int")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ('chose("coolant_leak", "offer_dragon")', True),
        ('chose("coolant_leak", "offer_dragon", "nasa")', True),
        ('chose("coolant_leak", "offer_dragon", "self")', True),
        ('chose("coolant_leak", "ride_it_home")', False),
        ('chose("quiet_word", "agree", "esa")', True),
        ('chose("quiet_word", "agree", "self")', False),
        ('paper("seat_swap", "signed")', True),
        ('paper("seat_swap", "signed", "roscosmos", "nasa")', True),
        ('paper("seat_swap", "signed", "roscosmos", "self")', True),
        ('paper("seat_swap", "signed", "esa")', False),
        ('paper("seat_swap", "broken", "nasa", "roscosmos")', True),
        ('paper("seat_swap", "broken", "roscosmos")', False),
        ('paper("seat_swap", "fallen")', False),
        ('deal("seat_swap")', True),
        ('deal("seat_swap", "esa")', False),
        ('deal("seat_swap", "nasa", "roscosmos")', False),
        ('promise("nasa", "kept", "esa")', True),
        ('promise("self", "kept") and not promise("nasa", "broken")', True),
        ('person("mann", "aboard")', True),
        ('person("mann", "ground") or person("anton", "aboard")', False),
        ('person("mann", "rescued") and not person("anton", "rescued")', True),
        ('person("mann", "flights") == 2 and person("anton", "flights") < 1', True),
    ],
)
def test_the_past_is_asked_by_what_was_done_and_by_whom(text: str, wanted: bool) -> None:
    assert bool(value(text, "bool")) is wanted


@pytest.mark.parametrize(
    ("text", "code", "at"),
    [
        ('chose("coolant_lek", "offer_dragon")', "E040", "coolant_lek"),
        ('chose("coolant_leak", "offer_dargon")', "E040", "offer_dargon"),
        ('chose("coolant_leak", "offer_dragon", "esa")', "E040", "esa"),
        ('chose("quiet_word", "agree")', "E048", "quiet_word"),
        ('chose("coolant_leak")', "E033", "chose"),
        ("chose(coolant_leak, offer_dragon)", "E033", "chose"),
        ('paper("seat_swop", "signed")', "E040", "seat_swop"),
        ('paper("seat_swap", "lost")', "E040", "lost"),
        ('deal("seat_swap", "jaxa")', "E040", "jaxa"),
        ('promise("nasa", "kept", "csa")', "E040", "csa"),
        ('person("man", "aboard")', "E040", "man"),
        ('person("mann", "abord")', "E040", "abord"),
        ('person("mann", "flights")', "E032", "person"),
    ],
)
def test_what_the_past_can_t_hold_is_refused(text: str, code: str, at: str) -> None:
    ((found, offset),) = codes(text)
    assert found == code
    assert text[offset:].strip("'\"").startswith(at)


def test_what_only_its_chooser_knows_is_private() -> None:
    (read_,) = read('chose("quiet_word", "agree", "esa")').lookups()
    assert read_.name.private
    (read_,) = read('chose("coolant_leak", "offer_dragon", "nasa")').lookups()
    assert not read_.name.private
