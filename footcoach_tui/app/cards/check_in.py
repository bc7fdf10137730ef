"""Pages of the check-in as text: the question with its keys, and the decision at the end."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from textual.content import Content

from footcoach_tui.app.cards.decision import decision_lines
from footcoach_tui.coach.answers.check_in import MorningAnswer, Sore
from footcoach_tui.coach.answers.decision import Decision, Verdict
from footcoach_tui.coach.decisions.sentences import routine_words
from footcoach_tui.coach.questions.check_in_flow import (
    ENTER,
    CheckInFlow,
    FlowQuestion,
    QuestionKind,
)
from footcoach_tui.coach.rules.red_flags import Urgency
from footcoach_tui.coach.rules.rules import Rules
from footcoach_tui.coach.rules.sites import Site
from footcoach_tui.session.routine import Routine
from footcoach_tui.session.side import Side
from footcoach_tui.text.stop_line import STOP_LINE

_MORNING = {
    MorningAnswer.NOT_WORSE: "That morning: no worse.",
    MorningAnswer.WORSE: "That morning: worse.",
    MorningAnswer.UNKNOWN: "That morning: not known.",
}
_MARK = "▶"
_SCORES = "0 1 2 3 4 5 6 7 8 9   x = 10"
_SCALE = "0 none · 1-2 mild · 3-5 noticeable · 6 or more: too much"
_HINTS = {
    QuestionKind.SITE: "a letter, or arrows and enter · backspace back · esc skip the rest",
    QuestionKind.FLAGS: "a number and enter, or n · backspace back · esc skip the rest",
    QuestionKind.START: "backspace back · esc leave",
}
_LONG = 150
"""Characters above which a question is a list of conditions."""

_LIST_HEADING = "You have none of these: "
_HINT = "backspace back · esc skip the rest · q leave"


class Page(NamedTuple):
    """Texts of a page, from top to bottom; `hint` is shown in the frame."""

    asked: Content
    text: Content
    keys: Content
    note: Content
    hint: str


def question_page(
    flow: CheckInFlow, question: FlowQuestion, place: int, *, is_narrow: bool = False
) -> Page:
    """Return the page of a question; `place` is that of the chosen answer, -1 for none.

    Where it `is_narrow` the sites have short names, for the picture stands beside them.
    """
    if question.kind is QuestionKind.CONDITION and len(question.text) > _LONG:
        return _conditions_page(flow, question)
    text = Content.styled(question.text, "bold $accent")
    if question.note:
        text += Content.styled(f"\n{question.note}", "$text-muted")
    if is_narrow and question.kind is QuestionKind.SITE:
        short = tuple((key, label.partition(",")[0]) for key, label in question.answers)
        question = question._replace(answers=short)
    keys, hint = _key_lines(question, place), _HINTS.get(question.kind, _HINT)
    return Page(Content(_answered_line(flow)), text, keys, Content(""), hint)


def _conditions_page(flow: CheckInFlow, question: FlowQuestion) -> Page:
    """Return the page of conditions, its keys above them: they may take more than a screen."""
    keys = [key_line(key, label) for key, label in question.answers]
    return Page(
        Content(_answered_line(flow)),
        Content.styled(question.note, "bold $accent"),
        Content("\n").join(keys),
        Content("\n").join(_condition_lines(question.text)),
        _HINT,
    )


def _condition_lines(text: str) -> Iterator[Content]:
    """Yield a line for each sentence, and one for each part of a list."""
    for sentence in text.replace(". ", ".\n").split("\n"):
        heading, colon, listed = sentence.partition(_LIST_HEADING)
        if not colon:
            yield Content.assemble(("· ", "$secondary"), "\t", sentence)
            continue
        yield Content.styled(f"{heading}{colon.strip()}", "bold")
        for each in listed.rstrip(".").split("; "):
            yield Content.assemble(("· ", "$secondary"), "\t", each)


def decision_page(flow: CheckInFlow, decision: Decision, contexts: tuple[str, ...]) -> Page:
    """Return the last page: the decision, and the keys of what may be done.

    `contexts` are the occasions to choose from, the chosen one first.
    """
    if is_emergency(decision, flow.setting.rules):
        text = Content.styled(decision.sentence, "bold $error")
        return Page(Content(""), text, Content(""), Content(""), "esc back")
    lines = [key_line(key, label) for key, label in _start_keys(flow, decision, contexts)]
    return Page(
        Content(_answered_line(flow)),
        decision_lines(decision),
        Content("\n").join(lines),
        Content(STOP_LINE if decision.routine else ""),
        _HINTS[QuestionKind.START],
    )


def is_emergency(decision: Decision, rules: Rules) -> bool:
    """Whether a decision is that of a flag for which emergency help is needed."""
    flag = rules.flags.get(decision.rule.removeprefix("flag:"))
    return decision.verdict is Verdict.STOP and flag is not None and flag.urgency is Urgency.NOW


def _start_keys(
    flow: CheckInFlow, decision: Decision, contexts: tuple[str, ...] = ()
) -> Iterator[tuple[str, str]]:
    """Yield the keys of the last page, each with what it does."""
    for key, label in flow.question.answers if flow.question else ():
        if key == ENTER and decision.routine:
            yield key, f"start {routine_words(decision.routine, flow.setting.routine)}"
        else:
            yield key, label
    for number, routine in enumerate(offered(flow, decision), 1):
        yield str(number), f"instead: {routine_words(routine)}"
    if decision.routine:
        if len(contexts) > 1:
            yield "c", f"occasion: {contexts[0].replace('-', ' ')}; change it"
        yield "d", "look at the steps first"


def offered(flow: CheckInFlow, decision: Decision) -> tuple[Routine, ...]:
    """Return the other routines that are offered; their keys are numbers from 1."""
    routines = flow.setting.rules.routines
    played = decision.routine.id if decision.routine else ""
    return tuple(routines[id_] for id_ in decision.offers if id_ in routines and id_ != played)


def _answered_line(flow: CheckInFlow) -> str:
    """Return the answers so far in a line."""
    return "  ".join(_answers(flow))


def site_keys(flow: CheckInFlow, question: FlowQuestion) -> Mapping[Site, str]:
    """Return the letters shown on the picture of the leg; none without a picture."""
    if question.kind is QuestionKind.SITE:
        return {rule.site: rule.key for rule in flow.setting.rules.sites.values()}
    if question.kind is QuestionKind.ACHILLES:
        return {Site.ACHILLES_CORD: "c", Site.ACHILLES_BONE: "b"}
    return {}


def _answers(flow: CheckInFlow) -> Iterator[str]:
    if flow.morning:
        yield _MORNING[flow.morning]
    if flow.check_in.sore == ():
        yield "Nothing sore."
    for sore in flow.check_in.sore or ():
        yield f"{_sore_name(sore, flow.setting.rules)}: {sore.score} of 10."
    if flow.check_in.flags == ():
        yield "None of the list."


def _sore_name(sore: Sore, rules: Rules) -> str:
    """Return a site with its side, such as "Left heel"."""
    rule = rules.sites.get(sore.site)
    name = rule.name if rule else str(sore.site)
    named = f"{name}, both sides" if sore.side is Side.BOTH else f"{sore.side} {name}"
    return named[:1].upper() + named[1:]


def _key_lines(question: FlowQuestion, place: int) -> Content:
    """Return the answers with their keys, the chosen one marked."""
    if question.kind is QuestionKind.SCORE:
        keys = Content.styled(_SCORES, "bold $accent")
        return Content("\n").join((keys, Content(_SCALE)))
    return Content("\n").join(
        key_line(key, label, is_chosen=number == place)
        for number, (key, label) in enumerate(question.answers)
    )


def key_line(key: str, label: str, *, is_chosen: bool = False) -> Content:
    """Return a key and what it answers."""
    mark = _MARK if is_chosen else " "
    line = Content.assemble((f"{mark} ", "$accent"), (f"{key:>5}", "bold $accent"), "  \t", label)
    return line.stylize("bold") if is_chosen else line


def clicked_key(line: str, column: int) -> str:
    """Return the key of a line that was clicked, or of the score there; "" for none.

    A line that is marked is confirmed by a click.
    """
    if line == _SCORES:
        if column >= _SCORES.index("x"):
            return "x"
        return _SCORES[column - column % 2].strip()  # a score and the blank behind it
    if line.startswith(_MARK):
        return ENTER
    key, tab, _ = line.partition("\t")
    return key.strip() if tab else ""
