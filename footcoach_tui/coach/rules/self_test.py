"""Self-tests: what is measured, the error of it, and what people of an age reached."""

from collections.abc import Mapping
from typing import NamedTuple

from footcoach_tui.coach.rules.sites import NOTHING, Site


class Norm(NamedTuple):
    """Average that people of an age reached in a study; `group` is "" or such as "women"."""

    ages: tuple[int, int]
    value: float
    group: str = ""


class SelfTest(NamedTuple):
    """Test of one foot or leg, measured with an exercise of its own.

    `change` is the least difference that is a real change, None where no figure is known; with
    `is_percent` it is in percent of the earlier value. `side` is the least difference between the
    sides that is mentioned. `sites` must score below 3 on the day. `best` is how tries are joined:
    "best", "mean" or "sum". `not_with` are the questions of the profile with which it is left out.
    `parts` are those of which the value is the sum; `part_change` is the least difference of one
    of them that is a real change. `after_test` is another test with the value that is asked for
    first on each side.
    """

    id: str
    name: str
    exercise: str
    unit: str
    step: float
    change: float | None
    sites: frozenset[Site]
    is_percent: bool = False
    side: float | None = None
    tries: int = 1
    best: str = "best"
    norms: tuple[Norm, ...] = ()
    norm_note: str = ""
    not_with: tuple[str, ...] = ()
    from_stage: int = 1
    extra: Mapping[str, str] = NOTHING
    """Statements, with the source of each or ""."""

    parts: tuple[str, ...] = ()
    part_change: float | None = None
    after_test: tuple[str, float] | None = None
