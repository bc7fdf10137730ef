"""Session that is due today, something light, or nothing, and the rule that says so (3.7)."""

from datetime import date
from enum import StrEnum
from typing import Final, NamedTuple

from footcoach_tui.coach.answers.check_in import CheckIn
from footcoach_tui.coach.facts.facts import ONE_DAY, Facts
from footcoach_tui.coach.facts.flags import URGENT, open_flags
from footcoach_tui.coach.facts.illness import ill_day
from footcoach_tui.coach.facts.runs import Runs
from footcoach_tui.coach.facts.screening import screen
from footcoach_tui.coach.log import TrainingLog
from footcoach_tui.coach.plans.days import next_session_day, refusal, wanted_rule
from footcoach_tui.coach.plans.extras import extra_routine, release_routine
from footcoach_tui.coach.plans.progress import Progress
from footcoach_tui.coach.plans.training_days import next_training_day, pain_rule
from footcoach_tui.coach.rules.rules import Rules
from footcoach_tui.session.length import routine_minutes
from footcoach_tui.session.tags import Level
from footcoach_tui.text.day_names import day_name

_SEEN_FIRST = "Not until you have been seen."
_OPEN = "Have it looked at first. Gentle minutes meanwhile, if you like."
_ILL = "Get well first."
_FEVER = "Get well first. With fever wait for two days without it."
_ANY_TIME = "Any time is fine."
_FULL = "Your week is full. Something light, if you like."
_GAP = "A day between. Five light minutes?"
_AFTER_RACE = "Race yesterday: something light today."
_DAYS_TO_RACE: Final = ("today", "tomorrow", "in two days", "in three days")


class DueAnswer(StrEnum):
    """Answer to whether a session is due."""

    YES = "yes"
    NO = "no"
    EXTRA = "extra"
    """Something light beside the plan."""


class Due(NamedTuple):
    """Answer whether a session is due; `routine` is its id, "" if nothing is due.

    `stage` is that of the plan, from 1. `rule` is the id of the deciding rule. `next` is the day of
    the next session: today where one is due, None where it is not known.
    """

    answer: DueAnswer
    routine: str
    stage: int | None
    rule: str
    sentence: str
    next: date | None = None


def due(log: TrainingLog, rules: Rules, today: date) -> Due:
    """Return what is due today."""
    facts = Facts.of(log, rules, today)
    return due_of(facts, Progress.of(facts))


def due_of(facts: Facts, progress: Progress | None) -> Due:
    """Return what is due today, from facts and progress that are known already."""
    return (
        _due_by_health(facts, progress)
        or (_due_by_plan(facts, progress) if progress else None)
        or Due(DueAnswer.YES, _any_routine(facts), None, "any-day", _ANY_TIME, facts.today)
    )


def _due_by_health(facts: Facts, progress: Progress | None) -> Due | None:
    """Return what flags, a pause, today's sessions, illness and pain say; None if nothing."""
    stage = progress.stage if progress else None
    flags = open_flags(facts)
    if flags and flags[0].flag.urgency in URGENT:
        return Due(DueAnswer.NO, "", stage, f"flag:{flags[0].flag.id}", _SEEN_FIRST)
    if screen(facts.profile, facts.rules).no_session:
        return Due(DueAnswer.NO, "", stage, "recent", _SEEN_FIRST)
    gentle = facts.rules.gentle
    if flags:
        return Due(DueAnswer.EXTRA, gentle, stage, f"open:{flags[0].flag.id}", _OPEN)
    if pause := _pause(facts, progress):
        return pause
    today = facts.day(facts.today)
    if any(s.is_week_session and (s.is_of_plan or not progress) for s in today.sessions):
        return _done(facts, progress)
    if today.is_ill:
        following = next_session_day(facts, progress) if progress else None
        return Due(DueAnswer.NO, "", stage, "ill", _ILL, following)
    if progress and ill_day(facts):
        return _extra(facts, progress, "ill", _FEVER, gentle)
    level = progress.level if progress else Level.SEATED
    rule = pain_rule(facts, progress.plan if progress else None, level, facts.today)
    if not rule:
        return None
    day, _ = next_training_day(facts, progress, level)
    sentence = f"Rest day. Next session from {day_name(day, facts.today)} on."
    if progress is None:
        return Due(DueAnswer.NO, "", None, rule, sentence, day)
    return _extra(facts, progress, rule, sentence, gentle)


def _pause(facts: Facts, progress: Progress | None) -> Due | None:
    pause = facts.choice.pause_on(facts.today) if progress and facts.choice else None
    if pause is None or progress is None:
        return None
    sentence = "Paused."
    if pause.last is not None:
        sentence = f"Paused until {day_name(pause.last + ONE_DAY, facts.today)}."
    following = next_session_day(facts, progress)
    return Due(DueAnswer.NO, "", progress.stage, "pause", sentence, following)


def _done(facts: Facts, progress: Progress | None) -> Due:
    if progress is None:
        return Due(DueAnswer.NO, "", None, "done", "Done for today.", facts.today + ONE_DAY)
    following = next_session_day(facts, progress)
    sentence = f"Done for today.{_next_words(facts, following)}"
    return Due(DueAnswer.NO, "", progress.stage, "done", sentence, following)


def _next_words(facts: Facts, day: date | None) -> str:
    return f" Next: {day_name(day, facts.today)}." if day else ""


def _due_by_plan(facts: Facts, progress: Progress) -> Due:
    today = facts.today
    said = [*facts.day(today).check_ins] or [CheckIn()]
    rule = refusal(facts, progress, today, said[-1])
    if rule == "N6":
        return _extra(facts, progress, rule, _AFTER_RACE, release_routine(facts, progress))
    if rule:
        sentences = {"full": _FULL, "G1": _GAP}
        sentence = sentences.get(rule) or _race_words(Runs.of(said[-1], facts).days_to_race)
        return _extra(facts, progress, rule, sentence, extra_routine(facts, progress))
    rule = wanted_rule(facts, today)
    if not rule:
        following = next_session_day(facts, progress)
        sentence = f"Nothing due.{_next_words(facts, following)}"
        return Due(DueAnswer.NO, "", progress.stage, "nothing", sentence, following)
    any_day = "" if rule == "weekday" else " Any day works."
    sentence = f"Today: {_session_words(facts, progress)}.{any_day}"
    return Due(DueAnswer.YES, progress.current.routine, progress.stage, rule, sentence, facts.today)


def _extra(facts: Facts, progress: Progress, rule: str, sentence: str, routine: str) -> Due:
    """Return something light; after a session today, nothing more."""
    if any(s.is_week_session for s in facts.day(facts.today).sessions):
        return _done(facts, progress)
    following = next_session_day(facts, progress)
    return Due(DueAnswer.EXTRA, routine, progress.stage, rule, sentence, following)


def _race_words(days: int | None) -> str:
    when = _DAYS_TO_RACE[days] if days is not None else "soon"
    return f"Race {when}: something light today." if days else "Race today: something light."


def _session_words(facts: Facts, progress: Progress) -> str:
    """Return the stage, or the title where a plan has one stage, with the minutes."""
    routine = facts.rules.routines.get(progress.current.routine)
    name = f"stage {progress.stage}"
    if routine is None:
        return name
    if len(progress.plan.stages) == 1:
        name = routine.title
    return f"{name}, about {routine_minutes(routine)} minutes"


def _any_routine(facts: Facts) -> str:
    """Return the routine to begin without a plan: the last one of its own accord, or the first."""
    for day in facts.back():
        for session in reversed(day.sessions):
            if session.is_counted and _may_repeat(facts, session.record.routine):
                return session.record.routine
    return facts.rules.newcomer


def _may_repeat(facts: Facts, routine: str) -> bool:
    known = facts.rules.routines.get(routine)
    is_repeatable = known is not None and not (known.is_rehab or known.is_test)
    return is_repeatable and routine != facts.rules.gentle
