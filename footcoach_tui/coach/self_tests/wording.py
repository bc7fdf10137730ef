"""Self-tests in words: results, changes, sides, and what people of an age reached."""

from datetime import date

from footcoach_tui.coach.answers.profile import YES, Profile
from footcoach_tui.coach.answers.self_test_result import SelfTestResult
from footcoach_tui.coach.rules.self_test import Norm, SelfTest
from footcoach_tui.coach.self_tests.comparison import Comparison, Outcome

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_NO_ACTION = "No need to act on it unless it hurts or stays."
_ADULT = 18


def amount(value: float, unit: str) -> str:
    """Return a value with its unit.

    >>> amount(9.5, "cm"), amount(1, "raises")
    ('9.5 cm', '1 raise')
    """
    noun = unit[:-1] if value == 1 and len(unit) > 1 and unit.endswith("s") else unit
    return f"{round(value, 1):g} {noun}".rstrip()


def result_text(result: SelfTestResult | None) -> str:
    return amount(result.value, result.unit) if result else "–"


def comparison_sentence(test: SelfTest, comparison: Comparison) -> str:
    """Return what a comparison says, in one sentence."""
    match comparison.outcome:
        case Outcome.NOT_COMPARABLE:
            return "Not comparable: other shoes, or another floor."
        case Outcome.NO_FIGURE:
            return "No reliable figure: any difference may be chance."
        case Outcome.WITHIN_ERROR:
            return f"About the same: {_chance(test, comparison)} may be chance."
    if not comparison.difference:
        return f"A real change in single moves since {_when(comparison)}."
    more = "more" if comparison.difference > 0 else "less"
    change = amount(abs(comparison.difference), test.unit)
    return f"A real change: {change} {more} than {_in(comparison)}."


def _chance(test: SelfTest, comparison: Comparison) -> str:
    if comparison.is_own:
        own = amount(comparison.limit or 0, test.unit)
        return f"your own first two tests differed by {own}, so a difference up to that"
    if test.is_percent:
        return f"a difference below {test.change:g}%"
    return f"a difference below {amount(test.change or 0, test.unit)}"


def _in(comparison: Comparison) -> str:
    is_near = _month(comparison.earlier.day) == _month(comparison.later.day)
    return f"{'on' if is_near else 'in'} {_when(comparison)}"


def _when(comparison: Comparison) -> str:
    """Return the month of the earlier result, or its day where the later one is of that month."""
    earlier, later = comparison.earlier.day, comparison.later.day
    if _month(earlier) == _month(later):
        return f"{earlier.day} {MONTHS[earlier.month - 1]}"
    year = f" {earlier.year}" if earlier.year != later.year else ""
    return f"{MONTHS[earlier.month - 1]}{year}"


def _month(day: date) -> tuple[int, int]:
    return day.year, day.month


def side_sentence(test: SelfTest, difference: float | None) -> str:
    """Return the difference of the sides, left less right, in words; "" for None."""
    if difference is None:
        return ""
    more, less = ("Left", "right") if difference > 0 else ("Right", "left")
    return f"{more} {amount(abs(difference), test.unit)} more than {less}. {_NO_ACTION}"


def norm_lines(test: SelfTest, profile: Profile | None = None) -> tuple[str, ...]:
    """Return a small table of what people reached by age; nothing for who is under 16.

    The age of a person is not asked: everybody finds the own line.
    """
    is_minor = profile is not None and profile.answers.get("minor") == YES
    if is_minor or not test.norms:
        return ()
    ages: dict[tuple[int, int], list[Norm]] = {}
    for norm in test.norms:
        if norm.ages[0] >= _ADULT:
            ages.setdefault(norm.ages, []).append(norm)
    lines = (
        f"{first} to {last}: {', '.join(_reached(norm, test.unit) for norm in norms)}"
        for (first, last), norms in ages.items()
    )
    return ("People in a study reached about, by age:", *lines, *filter(None, (test.norm_note,)))


def _reached(norm: Norm, unit: str) -> str:
    return f"{amount(norm.value, unit)}{f' ({norm.group})' if norm.group else ''}"
