"""Change of the stage of a plan, said on the day on which it happens."""

from footcoach_tui.coach.facts.across_sessions import x5_days
from footcoach_tui.coach.facts.facts import ONE_DAY, Facts
from footcoach_tui.coach.facts.flags import stage_down_days
from footcoach_tui.coach.plans.due import Due, DueAnswer
from footcoach_tui.coach.plans.progress import Progress


def stage_line(facts: Facts, progress: Progress | None, due_today: Due) -> str:
    """Return the sentence on a stage that changed today, or "".

    A stage goes up when the next session is led in, so on a day with one. After a break the welcome
    says what changes.
    """
    if progress is None or progress.stages_by_day[0][0] >= facts.today:
        return ""
    before = progress.stage_on(facts.today - ONE_DAY)
    if progress.stage > before:
        is_told = due_today.answer is DueAnswer.YES or facts.day(facts.today).has_training
        return f"You are at stage {progress.stage} now." if is_told else ""
    if progress.stage < before and not progress.break_row:
        return f"Back to stage {progress.stage}: {_why_down(facts, progress)}."
    return ""


def _why_down(facts: Facts, progress: Progress) -> str:
    """Return why the stage went down today, in words."""
    if facts.day(facts.today).is_red:
        return "pain above 5 of 10"
    if progress.held_by == "profile":
        return "your answers about yourself"
    if facts.today in stage_down_days(facts):
        return "the flag that was closed"
    if facts.today in x5_days(facts):
        return "two mornings that were worse"
    return "the last two sessions were too much"
