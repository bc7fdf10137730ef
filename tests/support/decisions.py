"""Builders of decisions for tests: a healthy runner on a Saturday, unless something is said."""

from datetime import timedelta
from typing import Any

from bundled import CATALOGUE
from coach_logs import L3, MONDAY, RULES, dose, log, session

from footcoach_tui.coach.answers.check_in import CheckIn, Sore
from footcoach_tui.coach.answers.decision import Decision
from footcoach_tui.coach.answers.profile import Profile
from footcoach_tui.coach.decisions.decide import decide
from footcoach_tui.session.record import SessionRecord

TODAY_NUMBER = 33
TODAY = MONDAY + timedelta(days=TODAY_NUMBER)
"""Saturday, 4 April 2026: four weeks of sessions fit before it."""

HEALTHY = {each.id: "no" for each in RULES.questions if not each.asked_if} | {"running": "longer"}
YES_TO_HOPS = frozenset({"shoes", "tomorrow-easy"})


def person(**answers: str) -> Profile:
    """Return the profile of a healthy runner but for some answers."""
    given = {question.replace("_", "-"): answer for question, answer in answers.items()}
    return Profile(MONDAY, HEALTHY | given)


def decided(routine: str, *sores: Sore, history: Any = (), **answers: Any) -> Decision:
    """Return the decision on a routine today; with `who` as the profile, None for none."""
    who = answers.pop("who", person())
    today = answers.pop("today", TODAY)
    check_in = CheckIn(**({"sore": sores} | answers))
    entries = [*([who] if who else []), *history]
    return decide(CATALOGUE.routines[routine], check_in, log(*entries), RULES, today)


def exercises(decision: Decision) -> list[str]:
    """Return what is played, by exercise."""
    return [step.exercise.id for step in decision.routine.steps] if decision.routine else []


def changes(decision: Decision) -> list[tuple[int, str, str, tuple[str, ...]]]:
    """Return the changes: step, action, what is done after it, rules."""
    return [(c.step, str(c.action), c.to, c.rules) for c in decision.changes]


def strong(last: int = TODAY_NUMBER - 3) -> list[SessionRecord]:
    """Return sessions of four weeks, up to a day, that show everything hops ask for."""
    raises, balance = dose("heel-raise-single", 3, 12), dose("single-leg-balance", 2, 1, seconds=30)
    steps = (raises, balance)
    return [session(day, L3, exercises=steps) for day in range(last - 9, last + 1, 3)]
