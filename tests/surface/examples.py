"""An example of each public name, as it would be typed; all run as tests, after `BEFORE`.

They show shapes, not figures: a change of balance leaves them alone.
"""

from __future__ import annotations

BEFORE = """
>>> from random import Random
>>> import game
>>> content = game.load_content()
>>> setup = game.Setup("the_leak", "nasa", seed=7)
>>> state, opened = game.new_game(content, setup)
>>> chair = state.queue[0].chair
>>> seen = game.view(content, state, chair)
>>> decision = next(o.decision for o in game.options(content, seen) if o.legal)
>>> step = game.apply(content, state, decision)
>>> session = game.Session(content, setup, dict.fromkeys(("nasa", "roscosmos", "esa"), "random"))
>>> ended = session.play_others()
"""

GAME = {
    "Belief": """
>>> belief = next(iter(seen.knowledge[chair].values()))
>>> belief.spread >= 0 and belief.turn == state.turn
True
""",
    "Branch": """
>>> sum(branch.chance for branch in game.preview(content, seen, decision).branches)
100
""",
    "Change": """
>>> {change.kind for change in step.changes} <= {"figure", "story", "news", "headline", "person"}
True
""",
    "Claim": """
>>> game.Claim("deal_3", "nasa", "roscosmos", 40).money
40
""",
    "Content": """
>>> content.scenarios["the_leak"].chairs
('nasa', 'roscosmos', 'esa')
""",
    "ContentError": """
>>> game.ContentError("Two errors.", ["the one", "the other"]).findings
('the one', 'the other')
""",
    "Crew": """
>>> {person.place for person in state.crew.values()} <= {"ground", "training", "aboard"}
True
""",
    "Deal": """
>>> all(deal.signed < deal.ends for deal in state.deals)
True
""",
    "Decision": """
>>> game.Decision("nasa", "table", "offer", "esa", (game.Term("seat_swap", 2, "nasa"),)).target
'esa'
""",
    "Flight": """
>>> [flight.day for flight in state.manifest] == sorted(f.day for f in state.manifest)
True
""",
    "Grade": """
>>> game.Grade("peace", points=61, par=54, letter="B").points
61
""",
    "HandshakeError": """
>>> issubclass(game.UsageError, game.HandshakeError)
True
""",
    "Held": """
>>> game.Held(base=2030, more=0, least=2031).least
2031
""",
    "IllegalDecision": """
>>> try:
...     game.apply(content, state, game.Decision("nasa", "ratify", "fall"))
... except game.IllegalDecision as refused:
...     print(refused.reason.code)
turn.of_other
""",
    "Level": """
>>> game.Level("esa.commitment", by=2031, least=True).least
True
""",
    "Life": """
>>> game.Life(ends=739_251, months=30).rests
''
""",
    "Line": """
>>> lines = session.why("nasa", "tension", turn=2)
>>> sum(line.amount for line in lines) == sum(
...     c.amount for c in session.page(2).changes if c.path == "tension")
True
""",
    "Message": """
>>> step.changes[0].reason.code
'card.chosen'
""",
    "Move": """
>>> game.Move(decision, "Keep calm.").reason
'Keep calm.'
""",
    "Offer": """
>>> paper = game.Offer("", "esa", "nasa", (game.Term("seat_swap", 1, "esa"),), third="roscosmos")
>>> paper.parties
('esa', 'nasa', 'roscosmos')
""",
    "Option": """
>>> game.Option(decision).legal
True
""",
    "PackError": """
>>> issubclass(game.PackError, game.HandshakeError)
True
""",
    "Page": """
>>> [page.turn for page in session.pages[:2]]
[1, 2]
""",
    "Parent": """
>>> game.Parent("my_game", turn=4).turn
4
""",
    "Player": """
>>> class First(game.Player):
...     name, about = "first", "takes the first thing that may be taken"
...     def decide(self, content, seen, options, dice):
...         return game.Move(next(o.decision for o in options if o.legal))
>>> First().decide(content, seen, game.options(content, seen), Random(1)).decision == decision
True
""",
    "Preview": """
>>> game.preview(content, seen, decision).answers
()
""",
    "Promise": """
>>> game.Promise("nasa", "esa", "A quiet year", due=738_900).key
'A quiet year'
""",
    "Resumed": """
>>> game.Resumed(session).warnings
()
""",
    "SaveError": """
>>> try:
...     game.load(content, "/nowhere.json")
... except game.SaveError as missing:
...     print(str(missing).partition(" can't")[0])
/nowhere.json
""",
    "Scheduled": """
>>> game.Scheduled("reply", day=738_600).event
'reply'
""",
    "Sealed": """
>>> game.Sealed("nasa", "a_hole_has_two_sides", "look_together").chair
'nasa'
""",
    "Session": """
>>> len(session.states) == len(session.decisions) + 1 and session.over
True
""",
    "Setup": """
>>> game.Setup("the_leak", "esa", seed=3, level="cold", hazards="seeded").met
()
""",
    "Ship": """
>>> all(ship.launched <= ship.returns for ship in state.ships.values() if ship.returns)
True
""",
    "Slot": """
>>> state.queue[0].kind
'card'
""",
    "State": """
>>> state.turn, state.over, 0 <= state.figures["tension"] <= 100
(1, False, True)
""",
    "Step": """
>>> step.direct <= len(step.changes) and step.turned is None
True
""",
    "Term": """
>>> game.Term("seat_swap", 3, "nasa")
Term(clause='seat_swap', amount=3, giver='nasa', to='')
""",
    "UsageError": """
>>> try:
...     game.new_game(content, game.Setup("the_leek", "nasa", 1))
... except game.UsageError as error:
...     print(str(error).partition(";")[0])
There is no scenario 'the_leek'
""",
    "View": """
>>> seen.scheduled, seen.once("sum", lambda: 1 + 1)
((), 2)
""",
    "Waiting": """
>>> fresh = game.Session(content, setup, dict.fromkeys(("nasa", "roscosmos", "esa"), "person"))
>>> fresh.waiting_for().chair == chair
True
""",
    "apply": """
>>> game.apply(content, state, decision).state.queue != state.queue
True
""",
    "bounds": """
>>> game.bounds(content, "the_leak")["tension"]
(0, 100)
""",
    "decode_state": """
>>> game.decode_state(game.encode_state(state)) == state
True
""",
    "digest": """
>>> len(game.digest(state)), game.digest(state) == game.digest(step.state)
(64, False)
""",
    "encode_state": """
>>> game.encode_state(state)["turn"]
1
""",
    "grades": """
>>> [grade.legacy for grade in game.grades(content, session.state, "nasa")]
['peace', 'science', 'people', 'power_legacy']
""",
    "imagine": """
>>> world = game.imagine(content, seen, chair, Random(1))
>>> game.apply(content, world, decision).state.turn
1
""",
    "load": """
>>> from pathlib import Path
>>> from tempfile import TemporaryDirectory
>>> with TemporaryDirectory() as folder:
...     game.save(session, Path(folder) / "mine.json")
...     game.load(content, Path(folder) / "mine.json").session.state == session.state
True
""",
    "load_content": """
>>> game.load_content().packs[0].id
'base'
""",
    "new_game": """
>>> state.turn, all(isinstance(change, game.Change) for change in opened)
(1, True)
""",
    "options": """
>>> all(o.legal or o.reason.code for o in game.options(content, seen))
True
""",
    "pending": """
>>> game.pending(state) == state.queue[0], game.pending(session.state)
(True, None)
""",
    "possible_terms": """
>>> at_the_table = next(s for s in session.states if s.queue and s.queue[0].kind == "table")
>>> maker = at_the_table.queue[0].chair
>>> sight = game.view(content, at_the_table, maker)
>>> blank = next(o.decision for o in game.options(content, sight) if o.decision.pick == "offer")
>>> terms = game.possible_terms(content, sight, (maker, blank.target))
>>> offer = game.Decision(maker, "table", "offer", blank.target, terms[:1])
>>> blank.terms, len(offer.terms)
((), 1)
""",
    "preview": """
>>> told = game.preview(content, seen, decision).branches[0].changes
>>> all(change in step.changes for change in told)
True
""",
    "save": """
>>> with TemporaryDirectory() as folder:
...     game.save(session, Path(folder) / "mine.json")
...     len(list(Path(folder).iterdir()))
1
""",
    "say": """
>>> told = game.say(content, step.changes[0].reason)
>>> isinstance(told, str) and told != ""
True
""",
    "view": """
>>> game.view(content, state, "esa").seed == state.seed
False
""",
    "violations": """
>>> game.violations(content, step.state)
()
""",
    "why": """
>>> path = step.changes[0].path
>>> sum(line.amount for line in game.why(step.changes, path)) == (
...     step.state.figures[path] - state.figures[path])
True
""",
    "why_not": """
>>> game.why_not(content, seen, decision) is None
True
""",
}

TESTING = {
    "BYTES": """
>>> from game import testing
>>> testing.BYTES
'bytes'
""",
    "PackText": """
>>> testing.PackText("mine", {"pack.yaml": "pack: mine"}).id
'mine'
""",
    "packs": """
>>> testing.packs(content).validate()
""",
    "patches": """
>>> testing.patches(content).validate()
""",
    "PROMISES": """
>>> sorted(testing.PROMISES)
['adds_up', 'foretold', 'hides', 'refuses', 'repeats', 'sound', 'spares']
""",
    "Broken": """
>>> played = testing.play(content, setup, b"\\x00")
>>> def never(content, moment):
...     raise AssertionError("expected nothing to happen")
>>> try:
...     testing.keep(content, played, {"never": never})
... except testing.Broken as broken:
...     print(broken.example.expected)
expected nothing to happen
""",
    "Example": """
>>> example = testing.Example(content, setup, (decision,), "never", "expected nothing to happen")
>>> next(example.lines())
'never is broken: expected nothing to happen'
""",
    "Game": """
>>> testing.play(content, setup, b"").states == (state,)
True
""",
    "Moment": """
>>> moment = testing.play(content, setup, b"\\x00").moments[0]
>>> moment.before == state, moment.step.state.turn
(True, 1)
""",
    "Reach": """
>>> reach = testing.Reach()
>>> reach.note_state(state)
>>> reach.counts["kind"]["card"]
1
""",
    "Script": """
>>> testing.Script(setup, (decision,)).text(content).splitlines()[0]
'# scenario: the_leak'
""",
    "Start": """
>>> testing.kept(content, "the_leak", 0, 40).state.turn > 1
True
""",
    "Verdict": """
>>> testing.Verdict("rules/the_leak/sound", None, expected=False).line()
'rules/the_leak/sound: holds'
""",
    "check_player": """
>>> from game.players import RandomPlayer
>>> testing.check_player(content, RandomPlayer, seeds=(1,), most_decisions=3)
""",
    "checks": """
>>> "saves/the_leak" in testing.checks(content, games=1)
True
""",
    "conform": """
>>> [verdict.held for verdict in testing.conform({"mine": lambda: None})]
[True]
""",
    "decisions": """
>>> testing.decisions(content, state).validate()
""",
    "drawn": """
>>> testing.drawn(content, 5, "the_leak").counts["kind"].total()
5
""",
    "games": """
>>> from hypothesis import given, settings
>>> @settings(max_examples=3)
... @given(testing.games(content, "the_leak", from_turn=3, most_bytes=20))
... def test_late_games_are_late(game):
...     assert game.opening.turn >= 3
>>> test_late_games_are_late()
""",
    "illegal_decisions": """
>>> testing.illegal_decisions(content, state).validate()
""",
    "keep": """
>>> testing.keep(content, testing.play(content, setup, b"\\x00"))
""",
    "kept": """
>>> len(testing.kept(content, "the_leak", 0, 40).before)
40
""",
    "lookalikes": """
>>> testing.lookalikes(content, state, "nasa").validate()
""",
    "machine": """
>>> testing.machine(content).content is content
True
""",
    "mixed": """
>>> testing.mixed(content, 0, "handshake_1975").last.over
True
""",
    "offers": """
>>> testing.offers(content, state, "esa", "nasa").validate()
""",
    "papers": """
>>> testing.papers(content, state).is_empty in (True, False)
True
""",
    "play": """
>>> testing.play(content, setup, b"", whole=True, seats={"esa": "random"}).last.over
True
""",
    "played": """
>>> testing.played(content, testing.Script(setup, (decision,))).last == step.state
True
""",
    "promised": """
>>> with testing.promised(content, setup, (), "mine"):
...     pass
""",
    "script_of": """
>>> testing.script_of(testing.Script(setup, (decision,)).text(content)).decisions == (decision,)
True
""",
    "seatings": """
>>> testing.seatings(content, "the_leak", ("bytes", "hawk")).validate()
""",
    "setups": """
>>> testing.setups(content, "the_leak").validate()
""",
    "starts": """
>>> testing.starts(content, "the_leak", from_turn=5, until=7).validate()
""",
    "states": """
>>> @settings(max_examples=3)
... @given(testing.states(content, "the_leak"))
... def test_somebody_decides(state):
...     assert state.queue
>>> test_somebody_decides()
""",
    "suite": """
>>> hasattr(testing.suite(content, games=1), "test_saves_the_leak")
True
""",
}

ENVS = {
    "ChairEnv": """
>>> from game import envs
>>> chair_env = envs.ChairEnv(scenario="the_leak", others="random", chair="esa", turns=2)
>>> noted, told = chair_env.reset(seed=7)
>>> over = cut = False
>>> while not (over or cut):
...     number = chair_env.action_space.sample(noted["action_mask"])
...     noted, reward, over, cut, told = chair_env.step(number)
>>> sorted(noted), told["refused"], chair_env.run.state.turn
(['action_mask', 'observation'], False, 3)
""",
    "Features": """
>>> from game import envs
>>> from game import envs
>>> run = envs.Run(content, setup, {"roscosmos": "random", "esa": "random"})
>>> low, high = run.features.bounds[run.features.places["tension"]]
>>> low, high
(0, 100)
""",
    "Numbering": """
>>> run.numbering.names[0]
'wait'
""",
    "Run": """
>>> run.chair, run.steps != ()
('nasa', True)
""",
    "Speaker": """
>>> envs.Speaker(run).tell(run, "nasa") != ""
True
""",
    "as_table": """
>>> 0 <= envs.as_table(run.features, run.observe("nasa"))["tension"] <= 100
True
""",
    "legacies": """
>>> 0 <= envs.legacies(state, "nasa") <= 100
True
""",
    "numbering": """
>>> envs.numbering(content, "the_leak") is envs.numbering(content, "cold_snap_2022")
True
""",
    "session_of": """
>>> envs.session_of(run).state == run.state
True
""",
}

LAB = {
    "Bargain": """
>>> from game import lab
>>> lab.Bargain(possible=3, offered=1).signed
0
""",
    "Edge": """
>>> lab.Edge(floor=0.0, ceiling=0.25).ceiling
0.25
""",
    "Experiment": """
>>> seats = dict.fromkeys(("nasa", "soviet_academy"), "random")
>>> trial = lab.Experiment(game.Setup("handshake_1975", "nasa", 1), seats, games=2)
>>> trial.seeds
range(1, 3)
""",
    "Firing": """
>>> lab.Firing(games=3, times=4).times
4
""",
    "Mean": """
>>> lab.Mean(54.5, error=0.6).error
0.6
""",
    "Measures": """
>>> rows = lab.run_games(trial)
>>> isinstance(lab.measure(rows, content, "handshake_1975"), lab.Measures)
True
""",
    "Packs": """
>>> lab.Packs()().packs[0].id
'base'
""",
    "Point": """
>>> points = lab.measure(rows, content, "handshake_1975").curves["tension"]
>>> points[0].turn, points[0].low <= points[0].middle <= points[0].high
(1, True)
""",
    "Row": """
>>> [row.seed for row in rows]
[1, 2]
""",
    "Tally": """
>>> lab.Tally(open=4, taken=1).alone
0
""",
    "Verdict": """
>>> rows[0].verdicts
{}
""",
    "measure": """
>>> sum(lab.measure(rows, content, "handshake_1975").endings.values())
2
""",
    "play_into": """
>>> from pathlib import Path
>>> from tempfile import mkdtemp
>>> folder = Path(mkdtemp()) / "mine"
>>> lab.play_into(folder, trial, chunk=1)
>>> lab.play_into(folder, trial, resume=True)  # nothing is missing
>>> sorted(path.name for path in folder.glob("*.parquet"))[0]
'games-000000000000000001-000000000000000001.parquet'
""",
    "rows_in": """
>>> [row.seed for row in lab.rows_in(folder)]
[1, 2]
""",
    "run_games": """
>>> len(lab.run_games(trial, tick=lambda done: None))
2
""",
}

EXAMPLES = {
    f"{package}.{name}": text
    for package, table in (
        ("game", GAME),
        ("game.testing", TESTING),
        ("game.envs", ENVS),
        ("game.lab", LAB),
    )
    for name, text in table.items()
}
"""By whole name, in the order in which they run."""
