"""The plan as text: its weeks."""

from datetime import date

from coach_logs import COURSE, L1, RULES, log, session

from footcoach_tui.app.cards.plan import plan_progress
from footcoach_tui.coach.answers.plan_choice import PlanChoice
from footcoach_tui.coach.facts.facts import Facts
from footcoach_tui.coach.plans.progress import Progress

BEGUN = date(2025, 12, 22)


def test_weeks_of_two_years_line_up_and_a_lighter_day_has_its_own_mark() -> None:
    choice = PlanChoice(BEGUN, COURSE, BEGUN, weekdays=frozenset((0, 2, 4)))
    done = [session(BEGUN, L1), session(date(2025, 12, 24), L1, decision="lighter")]
    progress = Progress.of(Facts.of(log(choice, done), RULES, date(2026, 1, 8)))
    assert progress
    lines = plan_progress(progress, choice, (), RULES, "").plain.splitlines()
    weeks = [line[2:].split("  ")[:2] for line in lines if "  stage " in line]
    assert weeks[0] == ["Mon 22 Dec", "■◧"]
    assert [each[0] for each in weeks[:3]] == ["Mon 22 Dec", "Mon 29 Dec", "Mon 05 Jan"]
