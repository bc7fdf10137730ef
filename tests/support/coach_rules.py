"""Bundled rules of the coach, read only once."""

from functools import cache

from bundled import CATALOGUE, FOLDER

from footcoach_tui.coach.rules.rules import Rules
from footcoach_tui.library.coach_rules import load_rules


@cache
def bundled_rules() -> Rules:
    rules = load_rules(FOLDER, None, CATALOGUE)
    assert not rules.problems
    return rules
