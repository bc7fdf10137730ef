"""Situation: everything that a decision about a routine today is made from."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from footcoach_tui.coach.answers.check_in import CheckIn, Energy
from footcoach_tui.coach.log import TrainingLog
from footcoach_tui.coach.red_flags import RedFlag, Urgency
from footcoach_tui.coach.rules.rules import Rules
from footcoach_tui.coach.screening import Screening, screen
from footcoach_tui.coach.soreness import SiteScore, site_scores
from footcoach_tui.session.routine import Routine, Step

BEFORE_RUN, AFTER_RUN, REHAB = "before-run", "after-run", "rehab"


@dataclass(frozen=True, slots=True)
class Situation:
    """Routine asked for, what the person said, and what the log shows."""

    routine: Routine
    check_in: CheckIn
    log: TrainingLog
    rules: Rules
    today: date
    screening: Screening
    scores: tuple[SiteScore, ...]
    flags: tuple[RedFlag, ...]
    """Flags that are true now or still open, the most urgent first."""

    @classmethod
    def of(
        cls, routine: Routine, check_in: CheckIn, log: TrainingLog, rules: Rules, today: date
    ) -> "Situation":
        return cls(
            routine=routine,
            check_in=check_in,
            log=log,
            rules=rules,
            today=today,
            screening=screen(log.profile, rules),
            scores=site_scores(check_in),
            flags=_flags(check_in, rules),
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
        return REHAB in self.routine.context

    @property
    def is_short(self) -> bool:
        return self.check_in.energy is Energy.SHORT

    @property
    def is_before_run(self) -> bool:
        """Whether a run follows: as the person said, or as the routine's only place says."""
        if self.check_in.context:
            return self.check_in.context == BEFORE_RUN
        return BEFORE_RUN in self.routine.context and AFTER_RUN not in self.routine.context

    def notes_for(self, steps: Iterable[Step]) -> tuple[str, ...]:
        """Return the sentences of the profile for a session of these steps."""
        hints = (
            f"{step.exercise.name}: {hint}"
            for step in steps
            for hint in self.screening.hints(step.exercise)
        )
        return tuple(dict.fromkeys((*self.screening.notes, *hints)))


def _flags(check_in: CheckIn, rules: Rules) -> tuple[RedFlag, ...]:
    known = list(rules.flags.values())
    urgencies = list(Urgency)
    flags = [flag for flag in known if flag.id in (check_in.flags or ())]
    return tuple(sorted(flags, key=lambda flag: urgencies.index(flag.urgency)))
