"""Sentences of decisions: what the person reads about a session today."""

from collections.abc import Iterable

from footcoach_tui.session.length import routine_minutes
from footcoach_tui.session.routine import Routine
from footcoach_tui.text.durations import counted

GO = "Ready."
GO_UNCHANGED = "Ready. Nothing changed today."
GENTLE = "Five gentle minutes instead, or rest. Both are fine."
_RED = "Above 5 of 10: no loaded exercise today and for two days."
RED_LOWER = f"{_RED} Then we go on one stage lower."
RED_FIRST = f"{_RED} Then we go on at the first stage, gently."
RED = f"{_RED} Then we go on gently."
ILL = "Get well first. With fever wait for two days without it."
RECENT = (
    "A fracture, operation or bad sprain in the last three months: "
    "no session until you are cleared."
)
EXCLUDED = "What you told about yourself rules out a part of this routine, so leave all of it out."
GAP = "A day between. Five light minutes?"
NO_KIT = "Nothing of it can be done with what you have. Five gentle minutes instead?"
REST = "Rest today."
WORSE_PUT_OFF = "The morning after was worse: a day more between, then the same again."
WORSE_AGAIN = "The morning after was worse: the same again today."
WORSE_AND_SORE = "The morning after was worse: the same again today, and a day more between."
WORSE_NEXT = "The morning after was worse: the same again next time."

REASONS = {
    "red": "pain above 5 of 10 in the last days",
    "sore": "pain after the last session",
    "short": "short session",
    "break": "first session after a break",
    "R0": "rehabilitation exercises today or yesterday",
    "N1": "new to running, and before a run",
    "N4": "hard run tomorrow",
    "N5": "race within a week",
    "N6": "race or long run yesterday",
    "G4": "lighter week",
    "after-flag": "four weeks without hops after the check",
    "gate:excluded": "not for you at present",
    "gate:sore": "not while something is sore",
    "gate:ready": "not yet",
}
"""Words for a rule, in brackets behind a change."""

_CAUSES = {
    "red": "pain above 5 of 10 in the last days",
    "sore": "pain after the last session",
    "short": "little time",
    "R0": "your rehabilitation exercises",
    "N4": "the run tomorrow",
    "N6": "the run yesterday",
    "G4": "the lighter week",
}


def lighter(rules: Iterable[str], sites: dict[str, str]) -> str:
    """Return why a session is lighter; `sites` are the words for rules of sore sites."""
    known = sites | _CAUSES
    rules = sorted(rules, key=lambda rule: rule not in sites)
    is_first = "break" in rules
    causes = list(dict.fromkeys(known[rule] for rule in rules if rule in known))
    if not causes:
        return f"Lighter today: the {REASONS['break']}." if is_first else "Lighter today."
    *others, last = causes
    words = f"{', '.join(others)} and {last}" if others else last
    first = f" It is the {REASONS['break']}." if is_first else ""
    return f"Lighter today because of {words}.{first}"


def sentence_of(words: str) -> str:
    """Return words as a sentence."""
    return f"{words[:1].upper()}{words[1:]}." if words else ""


def routine_words(routine: Routine, planned: Routine | None = None) -> str:
    """Return a routine with its minutes; those of a changed `planned` one are those of today."""
    words = f"{routine.title}, about {counted(routine_minutes(routine), 'minute')}"
    if planned is None or planned.id != routine.id:
        return words
    return words if routine_minutes(planned) == routine_minutes(routine) else f"{words} today"
