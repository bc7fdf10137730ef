"""Situation: everything that a decision about a routine today is made from."""

from dataclasses import dataclass, replace
from datetime import date

from footcoach_tui.coach.answers.check_in import CheckIn, Energy
from footcoach_tui.coach.decisions.soreness import SiteScore, site_scores
from footcoach_tui.coach.facts.across_sessions import x2_sites
from footcoach_tui.coach.facts.facts import Facts
from footcoach_tui.coach.facts.flags import impact_barred_until, open_flags
from footcoach_tui.coach.facts.morning import with_worse_morning
from footcoach_tui.coach.facts.runs import Runs
from footcoach_tui.coach.facts.screening import Screening, screen
from footcoach_tui.coach.log import TrainingLog
from footcoach_tui.coach.plans.extras import extra_routine, release_routine
from footcoach_tui.coach.plans.progress import Progress
from footcoach_tui.coach.plans.training_days import pain_rule
from footcoach_tui.coach.rules.breaks import FirstSession
from footcoach_tui.coach.rules.red_flags import RedFlag
from footcoach_tui.coach.rules.rules import Rules
from footcoach_tui.session.exercise import Level
from footcoach_tui.session.routine import Routine

_RED_DAYS = 3
"""Row 6a: days without load, that of the red score among them."""

_BEFORE_RUN, _AFTER_RUN = "before-run", "after-run"


@dataclass(frozen=True, slots=True)
class Situation:
    """Routine asked for, what the person said, and what the log shows.

    `facts` are with what the check-in changes. `flags` are true now or still open, the most urgent
    first.
    """

    routine: Routine
    check_in: CheckIn
    log: TrainingLog
    rules: Rules
    today: date
    facts: Facts
    screening: Screening
    scores: tuple[SiteScore, ...]
    flags: tuple[RedFlag, ...]
    runs: Runs
    progress: Progress | None = None
    is_impact_barred: bool = False

    @classmethod
    def of(
        cls, routine: Routine, check_in: CheckIn, log: TrainingLog, rules: Rules, today: date
    ) -> "Situation":
        """Return the situation; a check-in that may raise or close a flag counts as one of today.

        Without one the facts are those that other questions of the day share.
        """
        if check_in.is_morning_worse:
            log = with_worse_morning(log, rules, today)
        known = facts = Facts.of(log, rules, today)
        if check_in.sore or check_in.flags or open_flags(known):
            facts = known.with_check_in(check_in)
        return cls(
            routine=routine,
            check_in=check_in,
            log=log,
            rules=rules,
            today=today,
            facts=facts,
            screening=screen(log.profile, rules),
            scores=site_scores(check_in, x2_sites(facts)),
            flags=tuple(each.flag for each in open_flags(facts)),
            runs=Runs.of(check_in, facts),
            progress=Progress.of(known, check_in),
            is_impact_barred=impact_barred_until(facts) is not None,
        )

    def about(self, routine: Routine) -> "Situation":
        """Return the same day with another routine."""
        return replace(self, routine=routine)

    @property
    def score(self) -> int:
        """Highest score of the check-in; 0 if there is none."""
        return self.check_in.score or 0

    @property
    def is_gentle(self) -> bool:
        return self.routine.id == self.rules.gentle

    @property
    def is_rehab(self) -> bool:
        return self.routine.is_rehab

    @property
    def is_training(self) -> bool:
        return self.facts.routines.is_training(self.routine.id)

    @property
    def level(self) -> Level:
        """Level of the routine for gaps."""
        return self.facts.routines.level_of(self.routine.id)

    @property
    def is_on_one_foot(self) -> bool:
        """Whether the level of the routine is 3 or 4."""
        return self.level >= Level.ONE_FOOT

    @property
    def is_short(self) -> bool:
        return self.check_in.energy is Energy.SHORT

    @property
    def is_before_run(self) -> bool:
        """Whether a run follows: as the person said, or as the routine's only place says."""
        if self.check_in.context:
            return self.check_in.context == _BEFORE_RUN
        return _BEFORE_RUN in self.routine.context and _AFTER_RUN not in self.routine.context

    @property
    def stage(self) -> int:
        """Number of the person's stage, from 1; 0 without a plan."""
        return self.progress.stage if self.progress else 0

    @property
    def stage_routine(self) -> str:
        """Routine of the person's stage, by id; without a plan the one for every day."""
        return self.progress.current.routine if self.progress else self.rules.every_day

    @property
    def light_extras(self) -> tuple[str, ...]:
        """Extra of the plan for a day without training, by routine; none without a plan."""
        return (extra_routine(self.facts, self.progress),) if self.progress else ()

    @property
    def release_extras(self) -> tuple[str, ...]:
        """Extra of the plan after a run, by routine; none without a plan."""
        return (release_routine(self.facts, self.progress),) if self.progress else ()

    @property
    def is_red_recent(self) -> bool:
        """Whether fewer than three days have passed since a red day (row 6a)."""
        return any((self.today - day).days < _RED_DAYS for day in self.facts.red_days)

    @property
    def is_lighter_week(self) -> bool:
        """Whether a lighter week holds (G4)."""
        return self.progress is not None and self.progress.is_lighter

    @property
    def is_sore_day(self) -> bool:
        """Whether pain of the last session puts training off beyond today (row 6b)."""
        return pain_rule(self.facts, self.facts.plan, self.level, self.today) == "sore"

    @property
    def first_session(self) -> FirstSession:
        """How a training session after a break is played, if it is the first (row 8)."""
        if self.progress is None or not self.is_training:
            return FirstSession.AS_PLANNED
        return self.progress.first_session
