"""Questions of the check-in as they are shown, each with its keys."""

from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from footcoach_tui.coach.answers.check_in import BreakReason, Energy, MorningAnswer, RunKind
from footcoach_tui.coach.rules.red_flags import RedFlag, Urgency
from footcoach_tui.coach.rules.sites import Site, SiteRule
from footcoach_tui.session.side import Side

ENTER = "enter"
MORNING_KEYS = {
    "n": MorningAnswer.NOT_WORSE,
    "w": MorningAnswer.WORSE,
    ENTER: MorningAnswer.UNKNOWN,
}
ACHILLES_KEYS = {"c": Site.ACHILLES_CORD, "b": Site.ACHILLES_BONE, "u": Site.ACHILLES_BONE}
"""Keys of the two sites at the Achilles; unsure counts as the one that is eased more."""

SIDE_KEYS = {"l": Side.LEFT, "r": Side.RIGHT, "b": Side.BOTH}
SCORE_KEYS = {**{str(score): score for score in range(10)}, "x": 10}
RUN_KEYS = {
    "n": RunKind.NONE,
    "e": RunKind.EASY,
    "l": RunKind.LONG,
    "h": RunKind.HARD,
    "r": RunKind.RACE,
}
BREAK_KEYS = {
    "l": (BreakReason.LIFE, False),
    "o": (BreakReason.LIFE, True),
    "i": (BreakReason.ILL, False),
    "h": (BreakReason.HURT, False),
}
"""Reasons of a break, and whether other training went on in it."""

ENERGY_KEYS = {"s": Energy.SHORT, "i": Energy.ILL}
ANYWAY_KEY = "y"
_ANYWAY = "I know; do it anyway"
NOT_ILL = "I am not ill: it was a wrong key"
NO_FEVER = "I have had no fever for two days"
"""Words of the key that goes on against the advice; those of the rule `ill` are an answer."""

_YES_NO = (("n", "no"), ("y", "yes"))
_TRUE = (("n", "no, or not sure"), ("y", "yes, all of it"))
_FLAG_IS_TRUE = (("y", "yes, this is true"), ("n", "no, back to the list"))
_URGENCIES = tuple(Urgency)


class QuestionKind(StrEnum):
    """Kind of a question, by which it is drawn."""

    MORNING = "morning"
    YES_NO = "yes-no"
    CONDITION = "condition"
    """Sentences that are true of the person or not."""

    SITE = "site"
    ACHILLES = "achilles"
    SIDE = "side"
    SCORE = "score"
    FLAGS = "flags"
    RUN = "run"
    BREAK = "break"
    START = "start"


class FlowQuestion(NamedTuple):
    """Question with its answers, each a key and a label.

    The keys of red flags are numbers, which may have two digits. `note` is shown beside it.
    """

    id: str
    kind: QuestionKind
    text: str
    answers: tuple[tuple[str, str], ...]
    note: str = ""

    @property
    def keys(self) -> tuple[str, ...]:
        return tuple(key for key, _ in self.answers)


def morning_question(day: date) -> FlowQuestion:
    """Return question Q0, on the morning after the session of a day."""
    return FlowQuestion(
        "morning",
        QuestionKind.MORNING,
        f"The morning after {day:%A}’s session: how were your feet?",
        (("n", "no worse than usual"), ("w", "worse"), (ENTER, "don’t know")),
    )


def sore_question() -> FlowQuestion:
    """Return question Q1."""
    return yes_no("sore", "Sore anywhere in foot or lower leg today?")


def site_question(sites: Mapping[Site, SiteRule]) -> FlowQuestion:
    """Return question Q2: a key for each site, one for both at the Achilles."""
    labels: dict[str, str] = {}
    for rule in sites.values():  # what two sites have in common stands before the comma
        is_shared = rule.key in labels
        labels[rule.key] = rule.question.partition(",")[0] if is_shared else rule.question
    return FlowQuestion("site", QuestionKind.SITE, "Where?", tuple(labels.items()))


def sites_of_key(sites: Mapping[Site, SiteRule], key: str) -> tuple[Site, ...]:
    """Return the sites that a key of question Q2 stands for."""
    return tuple(rule.site for rule in sites.values() if rule.key == key)


def achilles_question() -> FlowQuestion:
    return FlowQuestion(
        "achilles",
        QuestionKind.ACHILLES,
        "In the cord, above the heel, or where it joins the heel bone?",
        (("c", "in the cord"), ("b", "at the heel bone"), ("u", "not sure")),
    )


def side_question() -> FlowQuestion:
    """Return question Q3."""
    return FlowQuestion(
        "side", QuestionKind.SIDE, "Which side?", (("l", "left"), ("r", "right"), ("b", "both"))
    )


def score_question() -> FlowQuestion:
    """Return question Q4."""
    answers = tuple((key, str(score)) for key, score in SCORE_KEYS.items())
    return FlowQuestion("score", QuestionKind.SCORE, "How much, 0 to 10?", answers)


def flag_question(flags: Iterable[RedFlag]) -> FlowQuestion:
    """Return question Q6: the red flags by number, the most urgent first."""
    numbered = enumerate(asked_flags(flags), 1)
    return FlowQuestion(
        "flags",
        QuestionKind.FLAGS,
        "Is any of these true? Choose the first that is.",
        (("n", "none of these"), *((str(number), flag.question) for number, flag in numbered)),
        "footcoach cannot examine you.",
    )


def flag_check_question(flag: RedFlag) -> FlowQuestion:
    """Return the question whether the flag that was chosen is true: a number is soon mistyped."""
    return FlowQuestion("flag-check", QuestionKind.YES_NO, flag.question, _FLAG_IS_TRUE)


def asked_flags(flags: Iterable[RedFlag]) -> tuple[RedFlag, ...]:
    """Return the flags that are asked, the most urgent first."""
    asked = (flag for flag in flags if not flag.is_derived)
    return tuple(sorted(asked, key=lambda flag: _URGENCIES.index(flag.urgency)))


def run_question(identity: str, text: str) -> FlowQuestion:
    labels = {
        "n": "none",
        "e": "easy",
        "l": "long, 90 minutes or more",
        "h": "hard: intervals, tempo or hills",
        "r": "race",
    }
    return FlowQuestion(identity, QuestionKind.RUN, text, tuple(labels.items()))


def break_question(text: str) -> FlowQuestion:
    labels = {
        "l": "life",
        "o": "life, and I went on with other training",
        "i": "ill",
        "h": "hurt",
    }
    return FlowQuestion("break", QuestionKind.BREAK, text, tuple(labels.items()))


def condition(identity: str, text: str) -> FlowQuestion:
    return FlowQuestion(identity, QuestionKind.CONDITION, text, _TRUE, "Is all of this true?")


def yes_no(identity: str, text: str) -> FlowQuestion:
    return FlowQuestion(identity, QuestionKind.YES_NO, text, _YES_NO)


def start_question(
    *, may_start: bool = True, may_change: bool = True, may_override: bool = False, anyway: str = ""
) -> FlowQuestion:
    """Return question Q7: the key that starts. With `may_change`, short and ill are keys too.

    `anyway` are the words of the key that goes on against the advice.
    """
    answers = [(ENTER, "start")] if may_start else []
    if may_change:
        answers += [("s", "short"), ("i", "ill or feverish")]
    if may_override:
        answers.append((ANYWAY_KEY, anyway or _ANYWAY))
    return FlowQuestion("start", QuestionKind.START, "Begin?", tuple(answers))
