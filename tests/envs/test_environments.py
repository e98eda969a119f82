"""The environments pass the suites of those whose they are, and are what they say they are."""

from __future__ import annotations

import pickle
import warnings
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

import game.envs
from game.content.records import Content
from game.errors import UsageError

MISSING = ", of the extra `envs`, isn't installed"
gymnasium = pytest.importorskip("gymnasium", reason=f"Gymnasium{MISSING}")
pytest.importorskip("pettingzoo", reason=f"PettingZoo{MISSING}")
pyspiel = pytest.importorskip("pyspiel", reason=f"OpenSpiel{MISSING}")
np = pytest.importorskip("numpy", reason=f"NumPy{MISSING}")

from gymnasium.utils.env_checker import check_env
from pettingzoo.test import (
    api_test,
    max_cycles_test,
    parallel_api_test,
    parallel_seed_test,
    render_test,
    seed_test,
)

from game.envs.aec import ILLEGAL, raw_env
from game.envs.aec import env as aec_env
from game.envs.chair import ID, ChairEnv
from game.envs.learner import measure, measure_player, train
from game.envs.rewards import legacies
from game.envs.rounds import env as rounds_env
from game.envs.rounds import parallel_env
from game.envs.spiel import NAME
from tests.test_docs import fenced, read

SHORT = "handshake_1975"
GUIDE = Path(game.envs.__file__ or "").parent / "README.md"
EXPECTED = "|".join(  # what PettingZoo minds: names without numbers, observations with a mask
    ("named in the format", "probably should be gymnasium.spaces.box", "is not a NumPy array")
)


@pytest.fixture(autouse=True)
def no_other_warnings() -> Any:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        warnings.filterwarnings("ignore", message=f".*({EXPECTED})")
        warnings.filterwarnings("ignore", category=DeprecationWarning)
        yield


@pytest.fixture
def aec(base: Content) -> Any:

    return lambda **options: aec_env(base, SHORT, **options)


@pytest.fixture
def rounds(base: Content) -> Any:

    return SimpleNamespace(
        env=lambda **options: rounds_env(base, SHORT, **options),
        parallel_env=lambda **options: parallel_env(base, SHORT, **options),
    )


@pytest.fixture
def chair(base: Content) -> Any:

    return lambda **options: ChairEnv(base, SHORT, **options)


# --- PettingZoo


def test_pettingzoo_finds_nothing_wrong(base: Content, aec: Any, rounds: Any) -> None:

    api_test(aec(), num_cycles=300)
    api_test(raw_env(base, "cold_snap_2022"), num_cycles=200)
    api_test(rounds.env(), num_cycles=300)
    parallel_api_test(rounds.parallel_env(), num_cycles=200)


def test_seeds_rounds_and_pictures_are_what_pettingzoo_asks(aec: Any, rounds: Any) -> None:

    seed_test(aec, num_cycles=100)
    parallel_seed_test(rounds.parallel_env, num_cycles=100)
    max_cycles_test(rounds)
    render_test(aec, {"ansi": lambda told: "You are" in told})


def test_a_step_outside_the_mask_is_refused(base: Content, aec: Any, rounds: Any) -> None:

    wrapped = aec()
    wrapped.reset(seed=1)
    agent = wrapped.agent_selection
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        wrapped.step(0)
    assert wrapped.terminations[agent] and wrapped.rewards[agent] == ILLEGAL
    raw = raw_env(base, SHORT)
    raw.reset(seed=1)
    with pytest.raises(UsageError):
        raw.step(0)
    parallel = rounds.parallel_env()
    parallel.reset(seed=1)
    *_, told = parallel.step(dict.fromkeys(parallel.agents, 0))
    assert all(one["refused"] for one in told.values())


def test_rewards_sum_to_what_a_chair_has_gained(base: Content) -> None:

    env = raw_env(base, SHORT)
    env.reset(seed=3)
    opening = {agent: legacies(env.run.state, agent) for agent in env.agents}
    gained = dict.fromkeys(env.agents, 0.0)
    while not env.terminations[env.agent_selection]:
        mask = env.observe(env.agent_selection)["action_mask"]
        env.step(int(np.flatnonzero(mask)[0]))
        for agent, reward in env.rewards.items():
            gained[agent] += reward
    for agent, start in opening.items():
        assert start + gained[agent] == legacies(env.run.state, agent)


def test_a_clone_of_the_table_goes_its_own_way(base: Content) -> None:

    env = raw_env(base, SHORT, turns=2)
    env.reset(seed=3)
    other = env.clone()
    while not other.truncations[other.agent_selection]:
        mask = other.observe(other.agent_selection)["action_mask"]
        other.step(int(np.flatnonzero(mask)[-1]))
    assert other.infos[other.agents[0]]["turn"] == 3 and not other.run.over
    assert env.run.taken == () and not any(env.truncations.values())
    assert env._cumulative_rewards == dict.fromkeys(env.agents, 0.0)


# --- Gymnasium


def test_gymnasium_finds_nothing_wrong(base: Content) -> None:

    made = gymnasium.make(ID, content=base, scenario=SHORT)
    check_env(made.unwrapped, skip_render_check=True)
    check_env(gymnasium.make(ID, content=base, chair="esa").unwrapped, skip_render_check=True)


def test_a_chair_plays_against_whom_it_is_told(chair: Any, capsys: Any) -> None:
    def played(**options: Any) -> Any:
        env = chair(**options)
        seen, told = env.reset(seed=5)
        over = cut = False
        while not (over or cut):
            seen, _, over, cut, told = env.step(int(np.flatnonzero(seen["action_mask"])[0]))
        return env, told

    env, told = played(others="random", worth=lambda state, chair: float(state.turn))
    assert told["seed"] == 5 and told["ending"] == env.run.state.ending != ""
    assert {type(player).__name__ for player in env.run.players.values()} == {"RandomPlayer"}
    assert env.worth(env.run.state, env.chair) == env.run.state.turn
    cut, told = played(others={"soviet_academy": "hawk"}, turns=2, render_mode="human")
    assert told["turn"] == 3 and not cut.run.over
    assert "You are NASA." in capsys.readouterr().out
    assert env.step(1)[-1]["refused"]


def test_what_does_not_exist_is_told_at_once(base: Content) -> None:
    wrong: tuple[dict[str, Any], ...] = (
        {"levle": "cold"}, {"level": "hot"}, {"chair": "esa"}, {"scenario": "nowhere"}
    )  # fmt: skip
    for options in wrong:
        with pytest.raises(UsageError, match="Choose from"):
            ChairEnv(base, **{"scenario": SHORT, **options})


def test_games_follow_each_other_by_the_seed(chair: Any) -> None:
    one, other = chair(), chair()
    seeds = [[env.reset(seed=s)[1]["seed"] for s in (8, None, None)] for env in (one, other)]
    assert seeds[0] == seeds[1] and len({*seeds[0]}) == 3


# --- OpenSpiel


@pytest.fixture
def spiel() -> Any:

    return lambda seeds: pyspiel.load_game(NAME, {"scenario": SHORT, "seeds": seeds})


def test_openspiel_finds_nothing_wrong(spiel: Any) -> None:

    pyspiel.random_sim_test(spiel(10), num_sims=2, serialize=True, verbose=False)


def test_a_state_of_openspiel_branches_and_comes_back(spiel: Any) -> None:
    state = spiel(3).new_initial_state()
    assert [chance for _, chance in state.chance_outcomes()] == [1 / 3] * 3
    assert state.action_to_string(2) == "seed/2"
    state.apply_action(2)
    for _ in range(12):
        state.apply_action(state.legal_actions()[-1])
    other, back = state.clone(), pickle.loads(pickle.dumps(state))
    assert str(other) == str(back) == str(state)
    assert back.observation_string(0) == state.observation_string(0)
    other.apply_action(other.legal_actions()[0])
    assert str(other) != str(state) and back.legal_actions() == state.legal_actions()
    while not state.is_terminal():
        state.apply_action(state.legal_actions()[0])
    assert all(0 < value < 100 for value in state.returns())


# --- the guide and its example


def test_what_the_guide_shows_runs(base: Content, capsys: Any) -> None:
    shown = fenced(read(GUIDE), "python")
    assert len(shown) == 4
    for number, block in enumerate(shown):
        exec(compile(block, f"example {number} of the guide", "exec"), {})
    assert " in turn " in capsys.readouterr().out


def test_the_guide_names_what_there_is(base: Content) -> None:
    seat = ChairEnv(base)
    seat.reset(seed=1)
    told = read(GUIDE)
    for name in (
        "tension",
        "roscosmos.treasury.spread",
        "leader.borisov",
        "sum.nasa",
        "asked.card",
    ):
        assert name in seat.run.features.places and f"`{name}`" in told
    kinds = {name.partition("/")[0] for name in seat.run.numbering.names}
    assert all(f"`{kind}" in told for kind in kinds)


def test_the_learner_beats_random_on_fresh_seeds(base: Content) -> None:

    seat = ChairEnv(base, SHORT, "random")
    learnt = measure(seat, train(seat, games=250), games=20)
    random = measure_player(seat, "random", games=20)
    assert learnt.mean() > random.mean() + 2


def test_the_core_needs_no_extra() -> None:
    for name in ("acts", "steps", "features", "rewards", "run", "telling"):
        text = (GUIDE.parent / f"{name}.py").read_text(encoding="utf-8")
        assert "numpy" not in text and "gymnasium" not in text
