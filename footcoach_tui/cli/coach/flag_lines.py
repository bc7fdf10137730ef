"""An open sign in a line: since when, which one, how soon to have it checked, and the advice."""

from datetime import date

from footcoach_tui.coach.rules.red_flags import RedFlag


def open_flag_line(flag: RedFlag, day: date) -> str:
    """Return the line of a flag that is open since a day."""
    heading = flag.urgency.heading
    urgency = "" if heading in flag.advice else f"{heading}. "
    return f"Open since {day:%Y-%m-%d}: {flag.question} {urgency}{flag.advice}"
