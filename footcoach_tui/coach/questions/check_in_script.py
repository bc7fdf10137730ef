"""Script of the check-in: its questions in order, and the answers that they fill in."""

from collections.abc import Callable, Generator
from datetime import date
from typing import NamedTuple, TypeAlias

from footcoach_tui.coach.answers.check_in import CheckIn, Energy, MorningAnswer, Sore
from footcoach_tui.coach.answers.decision import Decision, Question, Verdict
from footcoach_tui.coach.answers.documents import day_of
from footcoach_tui.coach.facts.flag_list import is_flag_list_due
from footcoach_tui.coach.log import TrainingLog
from footcoach_tui.coach.questions import check_in_questions as questions
from footcoach_tui.coach.questions.check_in_questions import FlowQuestion
from footcoach_tui.coach.rules.rules import Rules
from footcoach_tui.coach.rules.sites import Site
from footcoach_tui.session.exercise import Level
from footcoach_tui.session.record import SessionRecord
from footcoach_tui.session.routine import Routine

Decide: TypeAlias = Callable[[CheckIn], Decision]
_Asking: TypeAlias = Generator[FlowQuestion, str, None]

_MAX_SITES = 3
_LIMITED = frozenset(
    {"break", "run-today", "run-tomorrow", "tomorrow-easy", "six-hours", "shoes", "longer-run"}
)
_MAX_LIMITED = 2
"""How many of these are asked in one check-in (1.1); conditions of gates are asked besides."""

_MOBILITY_EFFORT = 3


class SkippedError(Exception):
    """The rest of the questions is skipped; the script catches it."""


class Setting(NamedTuple):
    """Routine, known answers and day that the questions depend on.

    `morning` is the session that the morning question is about. Without `decide` nothing is asked
    beyond the table.
    """

    routine: Routine
    log: TrainingLog
    rules: Rules
    today: date
    morning: SessionRecord | None = None
    context: str = ""
    decide: Decide | None = None


class CheckInScript:
    """Questions of a check-in; `check_in` and `morning` are the answers so far."""

    def __init__(self, setting: Setting) -> None:
        self.setting = setting
        self.check_in = CheckIn(context=setting.context)
        self.morning: MorningAnswer | None = None

    def ask(self) -> _Asking:
        """Yield each question; its answer, a key of the question, is sent in return."""
        try:
            yield from self._ask_morning()
            if not is_mobility(self.setting.routine, self.setting.rules):
                yield from self._ask_sites()
                yield from self._ask_flags()
            yield from self._ask_extras()
        except SkippedError:
            pass
        yield from self._ask_start()

    def decide(self) -> Decision | None:
        return self.setting.decide(self.check_in) if self.setting.decide else None

    def _ask_morning(self) -> _Asking:
        """Ask Q0."""
        day = day_of(self.setting.morning.date) if self.setting.morning else None
        if day:
            self.morning = questions.MORNING_KEYS[(yield questions.morning_question(day))]
            is_worse = self.morning is MorningAnswer.WORSE
            self.check_in = self.check_in._replace(is_morning_worse=is_worse)

    def _ask_sites(self) -> _Asking:
        """Ask Q1 to Q5. A site counts once its score is known."""
        key = yield questions.sore_question()
        if key == "n":
            self.check_in = self.check_in._replace(sore=())
            return
        for number in range(1, _MAX_SITES + 1):
            yield from self._ask_site()
            if number < _MAX_SITES and (yield questions.yes_no("else", "Anywhere else?")) == "n":
                return

    def _ask_site(self) -> _Asking:
        site = yield from self._ask_which_site()
        side = questions.SIDE_KEYS[(yield questions.side_question())]
        score = questions.SCORE_KEYS[(yield questions.score_question())]
        others = tuple(
            sore for sore in self.check_in.sore or () if (sore.site, sore.side) != (site, side)
        )
        sore = (*others, Sore(site, side, score)) if score else others
        self.check_in = self.check_in._replace(sore=sore)

    def _ask_which_site(self) -> Generator[FlowQuestion, str, Site]:
        key = yield questions.site_question(self.setting.rules.sites)
        sites = questions.sites_of_key(self.setting.rules.sites, key)
        if len(sites) == 1:
            return sites[0]
        return questions.ACHILLES_KEYS[(yield questions.achilles_question())]

    def _ask_flags(self) -> _Asking:
        """Ask Q6, if anything in 1.2 says so."""
        if is_flag_list_due(self.check_in, self.setting.log, self.setting.today):
            yield from self._ask_flag_list()

    def _ask_flag_list(self) -> _Asking:
        """Ask for the first sign that is true; it counts once it is said to be true again."""
        flags = questions.asked_flags(self.setting.rules.flags.values())
        while (key := (yield questions.flag_question(flags))) != "n":
            flag = flags[int(key) - 1]
            if (yield questions.flag_check_question(flag)) == "y":
                self.check_in = self.check_in._replace(flags=(flag.id,))
                return
        self.check_in = self.check_in._replace(flags=())

    def _ask_extras(self) -> _Asking:
        """Ask what the decision depends on besides."""
        asked: set[str] = set()
        while question := self._next_extra(asked):
            asked.add(question.id)
            yield from self._ask_extra(question)

    def _next_extra(self, asked: set[str]) -> Question | None:
        decision = self.decide()
        may_ask = len(asked & _LIMITED) < _MAX_LIMITED
        return next(
            (
                question
                for question in (decision.questions if decision else ())
                if question.id not in asked and (may_ask or question.id not in _LIMITED)
            ),
            None,
        )

    def _ask_extra(self, question: Question) -> _Asking:
        identity, text = question
        if identity == "flags":
            yield from self._ask_flag_list()
        elif identity == "run-today":
            run = questions.RUN_KEYS[(yield questions.run_question(identity, text))]
            self.check_in = self.check_in._replace(run_today=run)
        elif identity == "run-tomorrow":
            run = questions.RUN_KEYS[(yield questions.run_question(identity, text))]
            self.check_in = self.check_in._replace(run_tomorrow=run)
        elif identity == "break":
            reason, other = questions.BREAK_KEYS[(yield questions.break_question(text))]
            self.check_in = self.check_in._replace(break_reason=reason, other_training=other)
        elif identity == "six-hours":
            is_yes = (yield questions.yes_no(identity, text)) == "y"
            self.check_in = self.check_in._replace(is_six_hours_later=is_yes)
        elif identity == "longer-run":
            is_yes = (yield questions.yes_no(identity, text)) == "y"
            self.check_in = self.check_in._replace(ran_longer=is_yes)
        elif (yield questions.condition(identity, text)) == "y":
            confirmed = self.check_in.confirmed | {identity}
            self.check_in = self.check_in._replace(confirmed=confirmed)

    def _ask_start(self) -> _Asking:
        """Ask Q7, as long as there is something to start."""
        while True:
            decision = self.decide()
            may_override = bool(decision and decision.may_override)
            if decision and not (decision.routine or may_override):
                return
            rule = decision.rule if decision else ""
            is_light = decision is not None and decision.verdict in (Verdict.REST, Verdict.GENTLE)
            may_change = self.check_in.energy is Energy.FULL and (not is_light or rule == "ill")
            key = yield questions.start_question(
                may_start=decision is None or decision.routine is not None,
                may_change=may_change,
                may_override=may_override,
                anyway=_anyway(decision),
            )
            if key == questions.ANYWAY_KEY:
                self.check_in = self.check_in._replace(is_anyway=True)
                continue
            if key == questions.ENTER:
                return
            self.check_in = self.check_in._replace(energy=questions.ENERGY_KEYS[key])
            if key == "s" or decision is None:
                return


def _anyway(decision: Decision | None) -> str:
    """Return the words of the key that goes on after illness: on its day, and the days after it."""
    if decision is None or decision.rule != "ill":
        return ""
    return questions.NOT_ILL if decision.verdict is Verdict.REST else questions.NO_FEVER


def is_mobility(routine: Routine, rules: Rules) -> bool:
    """Whether a routine is begun without Q1; the gentle one asks, so that flags can close."""
    return (
        routine.id != rules.gentle
        and routine.effort[1] <= _MOBILITY_EFFORT
        and all(step.exercise.level is Level.SEATED for step in routine.steps)
    )
