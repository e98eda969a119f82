"""Advice in words: what is said now, how often who was right, what came of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from game.content.paths import WORLD
from game.content.records import Adviser, Content
from game.narration.decisions import card_title, decision_title, fill
from game.narration.figures import amount_text, figure_title, figure_words
from game.rules.advice import Opinion, phrase
from game.rules.calendar import label
from game.rules.decisions import Decision
from game.rules.legality import find_offer
from game.rules.state import State
from game.rules.view import view
from game.session.counsel import Counsel, Given, Tally
from game.text.counting import counted

Numbers = Mapping[Decision, str]
"""What each choice is numbered by on the screen that shows it."""

DESK_NAMES = {"station": "the station", "money": "money",
              "abroad": "the other partners", "home": "the mood at home"}  # fmt: skip
WATCHED_NAMES = {
    "people": "the crew's good", "science": "science", "peace": "peace", "option": "investments",
    "trust": "the others' trust", "commitment": "promised years", "faction": "moods at home",
    "power_legacy": "our weight", "integrity_usos": "the US segment",
    "integrity_ros": "the Russian segment", "gyroscopes": "the gyroscopes",
}  # fmt: skip
SAID = {"for": "For", "against": "Warned of", "uneasy": "Leant towards"}
SURE, FAIRLY = 60, 30
NEUTRAL = 100
ENOUGH = 3  # opinions that must have been judged before a record tells anything
LATEST = 8  # opinions that a page shows of each adviser


def spoken(content: Content, seen: State, opinion: Opinion) -> str:
    """Return an adviser's words, its chief reason filled in."""
    words = phrase(content.advisers[opinion.adviser], opinion)
    if not opinion.path:
        return fill(content, seen, words)
    figure = figure_title(content, opinion.path, opinion.pick.chair).removesuffix(" in you")
    reason = {"figure": figure, "amount": amount_text(content, opinion.path, opinion.amount)}
    return fill(content, seen, words, reason=reason)


def stand(content: Content, seen: State, opinion: Opinion, numbers: Numbers) -> str:
    """Return where an adviser stands: `for 2`, `not 3`, `maybe 2`; by name without numbers."""
    called = numbers.get(opinion.about)
    if called is None:
        title = decision_title(content, seen, opinion.about)
        return f"not “{title}”" if opinion.stance == "against" else title
    words = {"for": "for {}", "against": "not {}", "uneasy": "maybe {}"}
    return words[opinion.stance].format(called)


def sureness(opinion: Opinion) -> str:
    """Return how sure an adviser feels, which is not how right it is."""
    if opinion.stance == "uneasy" or opinion.sure < FAIRLY:
        return "unsure"
    return "sure" if opinion.sure >= SURE else "fairly sure"


def tally_text(tally: Tally) -> str:
    """Return a record in a few words."""
    return f"right {tally.right} of {tally.judged}" if tally.judged else "no record yet"


def opinion_lines(counsel: Counsel, seen: State, numbers: Numbers) -> Iterator[str]:
    """Yield what is said about the decision that is due, a line each adviser."""
    content = counsel.session.content
    for opinion in counsel.now():
        title = content.advisers[opinion.adviser].title
        record = tally_text(counsel.tally(opinion.pick.chair, opinion.adviser))
        where = stand(content, seen, opinion, numbers)
        words = spoken(content, seen, opinion)
        yield f"{title}, {where}: “{words}” ({sureness(opinion)}; {record})"


def title_text(counsel: Counsel, chair: str, adviser: Adviser) -> str:
    """Return what an adviser is called, and whether it has left."""
    here = adviser.id in counsel.seated(chair)
    return adviser.title if here else f"{adviser.title}, who has left"


def desk_text(adviser: Adviser) -> str:
    """Return which desk an adviser holds, and who that is."""
    return f"Answers for {DESK_NAMES[adviser.desk]}. {adviser.text}"


def record_text(tally: Tally) -> str:
    """Return a record in full: right, wrong which way, still open."""
    if not tally.judged:
        return "No record yet: an opinion is judged two turns later." + _open(tally)
    ways = [f"too hopeful {tally.hopeful}", f"too gloomy {tally.gloomy}"]
    wrong = f"; {', '.join(ways)}" if tally.hopeful or tally.gloomy else ""
    return f"Right {tally.right} of {tally.judged}{wrong}.{_open(tally)}"


def _open(tally: Tally) -> str:
    return f" {tally.waiting} not judged yet." if tally.waiting else ""


def guess_text(counsel: Counsel, chair: str, adviser: str) -> str:
    """Return what the record lets one guess of an adviser; it may be wrong."""
    found = [g for g in counsel.record(chair, adviser) if g.right is not None]
    wrong = [g for g in found if not g.right]
    if len(found) < ENOUGH:
        return "Too little is known to guess a leaning."
    guesses = [*_hope(wrong), *_subject(counsel, chair, wrong)]
    return " ".join(guesses) or "No leaning shows so far."


def _hope(wrong: Sequence[Given]) -> Iterator[str]:
    hopeful = sum(1 for given in wrong if given.estimate > 0)
    if 2 * hopeful > len(wrong) + 1:
        yield "Seems to hope too much."
    elif 2 * (len(wrong) - hopeful) > len(wrong) + 1:
        yield "Seems to fear too much."


def _subject(counsel: Counsel, chair: str, wrong: Sequence[Given]) -> Iterator[str]:
    """Yield on what an adviser has most often erred, if it was more than once."""
    named = Counter(given.opinion.path for given in wrong if given.opinion.path)
    for path, times in named.most_common(1):
        if times > 1:
            title = figure_title(counsel.session.content, path, chair)
            yield f"Erred {counted(times, 'time')} speaking of {title}."


def leaning_text(content: Content, adviser: Adviser) -> str:
    """Return an adviser's bias in words, for the level that tells it."""
    over = [_watched(content, name) for name, percent in adviser.bias.items() if percent > NEUTRAL]
    under = [_watched(content, name) for name, percent in adviser.bias.items() if percent < NEUTRAL]
    parts = [
        f"{how} {' and '.join(names)}"
        for how, names in (("too much of", over), ("too little of", under))
        if names
    ]
    return f"Makes {', '.join(parts)}." if parts else "Leans no way."


def _watched(content: Content, name: str) -> str:
    path = name if name in WORLD else f"<partner>.{name}"
    return WATCHED_NAMES.get(name) or figure_words(content, path).title.lower()


def given_lines(counsel: Counsel, chair: str, adviser: str) -> Iterator[tuple[str, str]]:
    """Yield the latest opinions of an adviser, newest first: what about, and what came of it."""
    for given in reversed(counsel.record(chair, adviser)[-LATEST:]):
        yield _about(counsel, given), _outcome(counsel, chair, given)


def _about(counsel: Counsel, given: Given) -> str:
    """Return when an opinion was given and what about."""
    state, content = counsel.session.states[given.number], counsel.session.content
    when = label(counsel.index.scenario, state.figures["date"])
    slot = state.queue[0]
    if slot.kind in ("card", "dilemma"):
        return f"{when}, {card_title(content, slot)}"
    if slot.kind == "agenda":
        return f"{when}, the agenda"
    offer = find_offer(state, slot.subject)
    other = offer.maker if offer.to == slot.chair else offer.to
    return f"{when}, an offer of {content.partners[other].name}"


def _outcome(counsel: Counsel, chair: str, given: Given) -> str:
    """Return what was said, what was taken, what was expected of that and what came."""
    content = counsel.session.content
    seen = view(content, counsel.session.states[given.number], chair)
    about = decision_title(content, seen, given.opinion.about)
    taken = decision_title(content, seen, given.taken)
    did = "you took it" if given.taken == given.opinion.about else f"you took: {taken}"
    said = f"{SAID[given.opinion.stance]}: {about}; {did}"
    return f"{said}. {_judged(counsel, chair, given)}"


def _judged(counsel: Counsel, chair: str, given: Given) -> str:
    expected = {1: "better", -1: "worse", 0: "nothing"}[_sign(given.estimate)]
    if given.came is None:
        return f"Expects {expected} of it; judged in turn {given.due}."
    if given.right is None:
        return "Nothing to judge came of it."
    moved = _moved(counsel.session.content, chair, given.came)
    return f"Expected {expected} of it; came: {moved}. {'Right' if given.right else 'Wrong'}."


def _sign(amount: int) -> int:
    return (amount > 0) - (amount < 0)


def _moved(content: Content, chair: str, came: Iterable[tuple[str, int, int]]) -> str:
    return ", ".join(
        f"{figure_title(content, path, chair)} {amount_text(content, path, by)}"
        for path, by, _ in came
    )


def told_leaning(seen: State) -> bool:
    """Return whether the level tells biases in words."""
    return seen.words["level"] == "liaison"


def advice_report(counsel: Counsel, chair: str, named: str = "") -> Iterator[str]:
    """Yield what a listener is told of the advisers, or in full of those of a name or desk."""
    content = counsel.session.content
    team = [content.advisers[name] for name in counsel.team(chair)]
    wanted = [a for a in team if named and named in (a.desk, a.title.lower())]
    if not team:
        yield "Nobody advises this chair."
    elif named and not wanted:
        desks = ", ".join(adviser.desk for adviser in team)
        yield f"Nobody is called {named!r}. Ask for one of: {desks}."
    elif wanted:
        for adviser in wanted:
            yield from _in_full(counsel, chair, adviser)
    else:
        for adviser in team:
            tally = counsel.tally(chair, adviser.id)
            title = title_text(counsel, chair, adviser)
            yield f"{title} ({adviser.desk}). {record_text(tally)}"
        yield "Type advice and a desk, as in: advice station, for every opinion of it."


def _in_full(counsel: Counsel, chair: str, adviser: Adviser) -> Iterator[str]:
    yield f"{title_text(counsel, chair, adviser)}. {desk_text(adviser)}"
    yield record_text(counsel.tally(chair, adviser.id))
    yield guess_text(counsel, chair, adviser.id)
    if told_leaning(counsel.session.state):
        yield leaning_text(counsel.session.content, adviser)
    for about, came in given_lines(counsel, chair, adviser.id):
        yield f"{about}. {came}"
