"""Advice in words: what is said now, how often who was right, what came of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

from game.content.desks import DESKS
from game.content.paths import WORLD
from game.content.records import Adviser, Content
from game.narration.decisions import card_title, decision_title, fill
from game.narration.figures import amount_text, figure_title, figure_words
from game.narration.words.own import phrase
from game.narration.words.times import label
from game.rules.advice import Opinion
from game.rules.decisions import Decision, find_offer
from game.rules.kinds import KINDS
from game.rules.state import State
from game.rules.table.sides import other_side
from game.rules.view import view
from game.session.counsel import Counsel, Given, Tally
from game.session.counsel_phrases import lately, words
from game.text.language import N_, _, ngettext
from game.text.lists import comma_listed, listed

Numbers = Mapping[Decision, str]
"""What each choice is numbered by on the screen that shows it."""

WATCHED_NAMES = {
    "people": N_("the crew's good"), "science": N_("science"), "peace": N_("peace"),
    "option": N_("investments"), "trust": N_("the others' trust"),
    "commitment": N_("promised years"), "faction": N_("moods at home"),
    "power_legacy": N_("our weight"), "integrity_usos": N_("the US segment"),
    "integrity_ros": N_("the Russian segment"), "gyroscopes": N_("the gyroscopes"),
}  # fmt: skip
SAID = {
    "for": N_("For: {choice}; you took it."),
    "against": N_("Warned of: {choice}; you took it."),
    "uneasy": N_("Leant towards: {choice}; you took it."),
}
SAID_ELSE = {
    "for": N_("For: {choice}; you took: {taken}."),
    "against": N_("Warned of: {choice}; you took: {taken}."),
    "uneasy": N_("Leant towards: {choice}; you took: {taken}."),
}
STANDS = {"for": N_("for {choice}"), "against": N_("not {choice}"), "uneasy": N_("maybe {choice}")}
SURE, FAIRLY = 60, 30
NEUTRAL = 100
ENOUGH = 3  # opinions that must have been judged before a record tells anything
LATEST = 8  # opinions that a page shows of each adviser


def spoken(counsel: Counsel, seen: State, opinion: Opinion) -> str:
    """Return an adviser's words, its chief reason filled in."""
    content = counsel.session.content
    told = words(content, seen, opinion, lately(counsel, opinion))
    event = seen.queue[0].subject
    if not opinion.path:
        return fill(content, seen, told, event)
    figure = figure_title(content, opinion.path, opinion.pick.chair).removesuffix(_(" in you"))
    reason = {"figure": figure, "amount": amount_text(content, opinion.path, opinion.amount)}
    return fill(content, seen, told, event, reason)


def stand(content: Content, seen: State, opinion: Opinion, numbers: Numbers) -> str:
    """Return where an adviser stands: `for 2`, `not 3`, `maybe 2`; by name without numbers."""
    called = numbers.get(opinion.about)
    if called is None:
        title = decision_title(content, seen, opinion.about)
        return _("not “{choice}”", choice=title) if opinion.stance == "against" else title
    return _(STANDS[opinion.stance], choice=called)


def sureness(opinion: Opinion) -> str:
    """Return how sure an adviser feels, which is not how right it is."""
    if opinion.stance == "uneasy" or opinion.sure < FAIRLY:
        return _("unsure")
    return _("sure") if opinion.sure >= SURE else _("fairly sure")


def tally_text(tally: Tally) -> str:
    """Return a record in a few words."""
    if not tally.judged:
        return _("no record yet")
    return _("right {right} of {judged}", right=tally.right, judged=tally.judged)


def opinion_lines(counsel: Counsel, seen: State, numbers: Numbers) -> Iterator[str]:
    """Yield what is said about the decision that is due, a line each adviser."""
    content = counsel.session.content
    for opinion in counsel.now():
        title = content.advisers[opinion.adviser].title
        record = tally_text(counsel.tally(opinion.pick.chair, opinion.adviser))
        where = stand(content, seen, opinion, numbers)
        said = spoken(counsel, seen, opinion)
        yield _(
            "{adviser}, {stand}: “{words}” ({how_sure}; {record})",
            adviser=title,
            stand=where,
            words=said,
            how_sure=sureness(opinion),
            record=record,
        )


def stand_lines(counsel: Counsel, seen: State, numbers: Numbers) -> Iterator[str]:
    """Yield where each adviser stands on the decision that is due, without its words."""
    content = counsel.session.content
    for opinion in counsel.now():
        title = content.advisers[opinion.adviser].title
        where = stand(content, seen, opinion, numbers)
        numbered = opinion.about in numbers
        told = N_("{adviser} {stand}") if numbered else N_("{adviser}: {stand}")
        yield _(told, adviser=title, stand=where)


def title_text(counsel: Counsel, chair: str, adviser: Adviser) -> str:
    """Return what an adviser is called, and whether it has left."""
    here = adviser.id in counsel.seated(chair)
    return adviser.title if here else _("{adviser}, who has left", adviser=adviser.title)


def desk_text(content: Content, adviser: Adviser) -> str:
    """Return which desk an adviser holds, and who that is."""
    return f"{phrase(content, f'answers.{adviser.desk}')} {adviser.text}"


def watches_text(counsel: Counsel, chair: str, adviser: Adviser) -> str:
    """Return by what an adviser is judged: the figures of its desk that there are here."""
    bounds = counsel.index.bounds
    here = (w for w in DESKS[adviser.desk] if w in WATCHED_NAMES or _bounded(bounds, chair, w))
    told = comma_listed(dict.fromkeys(_watched(counsel.session.content, w) for w in here))
    return _("Watches, and is judged by: {figures}.", figures=told)


def _bounded(bounds: Container[str], chair: str, watched: str) -> bool:
    return watched in bounds or f"{chair}.{watched}" in bounds


def record_text(tally: Tally) -> str:
    """Return a record in full: right, wrong which way, still open."""
    if not tally.judged:
        return _("No record yet: an opinion is judged two turns later.") + _open(tally)
    told = _("Right {right} of {judged}.", right=tally.right, judged=tally.judged)
    if tally.hopeful or tally.gloomy:
        told = _(
            "Right {right} of {judged}; too hopeful {hopeful}, too gloomy {gloomy}.",
            right=tally.right,
            judged=tally.judged,
            hopeful=tally.hopeful,
            gloomy=tally.gloomy,
        )
    return told + _open(tally)


def _open(tally: Tally) -> str:
    waiting = tally.waiting
    told = ngettext("{n} not judged yet.", "{n} not judged yet.", waiting)
    return f" {told}" if waiting else ""


def guess_text(counsel: Counsel, chair: str, adviser: str) -> str:
    """Return what the record lets one guess of an adviser; it may be wrong."""
    found = [g for g in counsel.record(chair, adviser) if g.right is not None]
    wrong = [g for g in found if not g.right]
    if len(found) < ENOUGH:
        return _("Too little is known to guess a leaning.")
    guesses = [*_hope(wrong), *_subject(counsel, chair, wrong)]
    return " ".join(guesses) or _("No leaning shows so far.")


def _hope(wrong: Sequence[Given]) -> Iterator[str]:
    hopeful = sum(1 for given in wrong if given.estimate > 0)
    if 2 * hopeful > len(wrong) + 1:
        yield _("Seems to hope too much.")
    elif 2 * (len(wrong) - hopeful) > len(wrong) + 1:
        yield _("Seems to fear too much.")


def _subject(counsel: Counsel, chair: str, wrong: Sequence[Given]) -> Iterator[str]:
    """Yield on what an adviser has most often erred, if it was more than once."""
    named = Counter(given.opinion.path for given in wrong if given.opinion.path)
    for path, times in named.most_common(1):
        if times > 1:
            title = figure_title(counsel.session.content, path, chair)
            yield ngettext(
                "Erred {n} time speaking of {figure}.",
                "Erred {n} times speaking of {figure}.",
                times,
                figure=title,
            )


def leaning_text(content: Content, adviser: Adviser) -> str:
    """Return an adviser's bias in words, for the level that tells it."""
    over = [_watched(content, name) for name, percent in adviser.bias.items() if percent > NEUTRAL]
    under = [_watched(content, name) for name, percent in adviser.bias.items() if percent < NEUTRAL]
    much, little = listed(over), listed(under)
    if over and under:
        return _("Makes too much of {much}, too little of {little}.", much=much, little=little)
    if over:
        return _("Makes too much of {much}.", much=much)
    return _("Makes too little of {little}.", little=little) if under else _("Leans no way.")


def _watched(content: Content, name: str) -> str:
    path = name if name in WORLD else f"<partner>.{name}"
    if name in WATCHED_NAMES:
        return _(WATCHED_NAMES[name])
    return figure_words(content, path).title.lower()


def given_lines(counsel: Counsel, chair: str, adviser: str) -> Iterator[tuple[str, str]]:
    """Yield the latest opinions of an adviser, newest first: what about, and what came of it."""
    for given in reversed(counsel.record(chair, adviser)[-LATEST:]):
        yield _about(counsel, given), _outcome(counsel, chair, given)


def _about(counsel: Counsel, given: Given) -> str:
    """Return when an opinion was given and what about."""
    state, content = counsel.session.states[given.number], counsel.session.content
    when = label(counsel.index.scenario, state.figures["date"])
    slot = state.queue[0]
    if KINDS[slot.kind].of_a_card:
        return _("{turn}, {card}", turn=when, card=card_title(content, slot))
    if slot.kind == "agenda":
        return _("{turn}, the agenda", turn=when)
    offer = find_offer(state, slot.subject)
    other = other_side(offer, slot.chair)
    return _("{turn}, an offer of {name}", turn=when, name=content.partners[other].name)


def _outcome(counsel: Counsel, chair: str, given: Given) -> str:
    """Return what was said, what was taken, what was expected of that and what came."""
    content = counsel.session.content
    seen = view(content, counsel.session.states[given.number], chair)
    about = decision_title(content, seen, given.opinion.about)
    taken = decision_title(content, seen, given.taken)
    stance, same = given.opinion.stance, given.taken == given.opinion.about
    said = (
        _(SAID[stance], choice=about) if same else _(SAID_ELSE[stance], choice=about, taken=taken)
    )
    return f"{said} {_judged(counsel, chair, given)}"


def _judged(counsel: Counsel, chair: str, given: Given) -> str:
    way = _sign(given.estimate)
    if given.came is None:
        return _(EXPECTS[way], turn=given.due)
    if given.right is None:
        return _("Nothing to judge came of it.")
    told = _(EXPECTED[way], figures=_moved(counsel.session.content, chair, given.came))
    return f"{told} {_('Right.') if given.right else _('Wrong.')}"


EXPECTS = {
    1: N_("Expects better of it; judged in turn {turn}."),
    -1: N_("Expects worse of it; judged in turn {turn}."),
    0: N_("Expects nothing of it; judged in turn {turn}."),
}
EXPECTED = {
    1: N_("Expected better of it; came: {figures}."),
    -1: N_("Expected worse of it; came: {figures}."),
    0: N_("Expected nothing of it; came: {figures}."),
}


def _sign(amount: int) -> int:
    return (amount > 0) - (amount < 0)


def _moved(content: Content, chair: str, came: Iterable[tuple[str, int, int]]) -> str:
    return comma_listed(
        [
            f"{figure_title(content, path, chair)} {amount_text(content, path, by)}"
            for path, by, _worth in came
        ]
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
        yield _("Nobody advises this chair.")
    elif named and not wanted:
        desks = comma_listed(adviser.desk for adviser in team)
        yield _("Nobody is called {name}. Ask for one of: {desks}.", name=repr(named), desks=desks)
    elif wanted:
        for adviser in wanted:
            yield from _in_full(counsel, chair, adviser)
    else:
        for adviser in team:
            tally = counsel.tally(chair, adviser.id)
            title = title_text(counsel, chair, adviser)
            yield f"{title} ({adviser.desk}). {record_text(tally)}"
        yield _("Type advice and a desk, as in: advice station, for every opinion of it.")


def _in_full(counsel: Counsel, chair: str, adviser: Adviser) -> Iterator[str]:
    yield f"{title_text(counsel, chair, adviser)}. {desk_text(counsel.session.content, adviser)}"
    yield watches_text(counsel, chair, adviser)
    yield record_text(counsel.tally(chair, adviser.id))
    yield guess_text(counsel, chair, adviser.id)
    if told_leaning(counsel.session.state):
        yield leaning_text(counsel.session.content, adviser)
    for about, came in given_lines(counsel, chair, adviser.id):
        yield f"{about}. {came}"
