"""Texts reach whoever plays without a placeholder left in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from game.content.checking import Defined
from game.content.fields import Said
from game.content.load import Checked, load_content
from game.content.records import Content
from game.content.scoping import scoped
from game.narration.decisions import card_text, decision_title, fill
from game.narration.words import lock_told, say
from game.rules.decisions import Decision
from game.rules.setup import Setup, new_game
from game.session import Session
from tests.content.conftest import EXTRA_PACK

SAYS = "{leader.agency}, {office.nasa}, {partner.agency}"
IN_ROLE = f"{SAYS}, {{ship2.name}} and {{who.name}}"
PACK = f"""\
- partner: agency
  name: The Moon Agency
  office: Keeper of the Moon
  segment: usos
  decides: false
  adjective: Lunar
  city: Tycho
  people: lunarian
  text: Far away.
  basis: counterfactual
- event: call
  title: A call
  basis: counterfactual
  date: 2022-01-10
  always: true
  roles: {{ship2: {{vehicle: soyuz}}, who: {{person: nasa, in: ship2}}}}
  headline: "1 {IN_ROLE}"
  effects: [{{headline: "2 {IN_ROLE}"}}]
  desks:
    nasa:
      text: "3 {IN_ROLE}"
      choices:
        - choice: a
          text: "4 {{leader.agency}} on {{ship2.name}}"
          result: "5 {IN_ROLE}"
          effects:
            - promise: {{to: roscosmos, text: "6 {IN_ROLE}", in_months: 6, keep: 1 < tension}}
        - choice: b
          text: "4 {{who.name}}"
          outcomes: [{{chance: 50, text: "7 {IN_ROLE}"}}, {{text: "8 {IN_ROLE}"}}]
- event: news
  title: News
  basis: counterfactual
  date: 2022-01-11
  roles: {{ship2: {{vehicle: soyuz}}, who: {{person: nasa, in: ship2}}}}
  headline: "9 {IN_ROLE}"
"""


def _told_of_turn(session: Session) -> Iterator[str]:
    """Yield all that is told while a turn's cards are answered in every possible way."""
    yield from (
        say(session.content, change.reason) for page in session.pages for change in page.changes
    )
    while (waiting := session.waiting_for()) and session.state.turn == 1:
        if waiting.slot.subject.startswith("extra:"):
            yield from _told_of_card(session, [one.decision for one in waiting.options])
        yield from (say(session.content, c.reason) for c in session.play_one())


def _told_of_card(session: Session, decisions: Iterable[Decision]) -> Iterator[str]:
    seen, place = session.view("nasa"), len(session.decisions)
    yield card_text(session.content, seen, seen.queue[0])
    for decision in decisions:
        foreseen = session.preview(decision)
        yield decision_title(session.content, seen, decision)
        yield from (lock_told(session.content, branch.told) for branch in foreseen.branches)
        foretold = [c for branch in foreseen.branches for c in branch.changes]
        yield from (say(session.content, change.reason) for change in foretold)
        yield from (say(session.content, c.reason) for c in session.submit(decision))
        told = (promise.text for promise in session.state.promises)
        yield from (fill(session.content, session.state, one) for one in told)
        session.rewind(place)


def test_a_packs_placeholders_are_filled_wherever_they_may_stand(tmp_path: Path) -> None:
    (tmp_path / "pack.yaml").write_text(EXTRA_PACK, encoding="utf-8")
    (tmp_path / "all.yaml").write_text(PACK, encoding="utf-8")
    content = load_content([tmp_path])
    seats = dict.fromkeys(("nasa", "roscosmos", "esa"), "random")
    session = Session(content, Setup("cold_snap_2022", "nasa", 7), seats)
    told = list(_told_of_turn(session))
    assert [text for text in told if "{" in text or "}" in text] == []
    for place in "123456789":
        found = [text for text in told if text.startswith((f"{place} ", f"A call: {place} "))]
        assert found, place
        assert any("Keeper of the Moon" in text or "Vande Hei" in text for text in found), place


def test_every_text_of_the_games_own_is_filled_in_every_scenario(
    checked: Checked, base: Content
) -> None:
    told = [(one.id, text) for one in checked.objects.each() for text in _texts(one)]
    assert len([text for _, text in told if "{" in text]) > 10
    for scenario in base.scenarios.values():
        content = scoped(base, scenario.id)
        state = new_game(content, Setup(scenario.id, scenario.chairs[0], 1))[0]
        there = {*content.events, *content.endings, *content.slides}
        for id_, text in told:
            assert id_ not in there or "{" not in fill(content, state, text, id_), (id_, text)


def _texts(defined: Defined) -> Iterator[str]:
    for visit in defined.visits:
        if isinstance(visit.marker, Said) and visit.marker.fills == "story":
            yield str(visit.value)
