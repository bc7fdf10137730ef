"""All rules of the coach, as read from their files."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from footcoach_tui.coach.rules.breaks import BreakRow
from footcoach_tui.coach.rules.ladders import Ladder
from footcoach_tui.coach.rules.plan import Plan
from footcoach_tui.coach.rules.questions import ProfileQuestion, Reason
from footcoach_tui.coach.rules.self_test import SelfTest
from footcoach_tui.coach.rules.sites import NOTHING, Site, SiteRule, Substitutes

if TYPE_CHECKING:  # they take longer to import than all rules
    from footcoach_tui.coach.rules.red_flags import RedFlag
    from footcoach_tui.session.equipment import Kit
    from footcoach_tui.session.exercise import Exercise
    from footcoach_tui.session.routine import Routine


class Rules(NamedTuple):
    """Rules of the coach, with the exercises and routines that they speak of, all by id.

    `gentle` is the routine for days without training, `newcomer` the first one, `every_day` the
    one that takes the place of a refused one where there is no plan, `before_run` that before a
    run. `kit` is the equipment that the person has.
    `needs` are the conditions of gates as sentences, by id. `reasons` say where the rules come
    from that have no table of their own, by the id of the rule. `problems` are those of the
    person's own plans, which are left out.
    """

    exercises: Mapping[str, "Exercise"]
    routines: Mapping[str, "Routine"]
    sites: Mapping[Site, SiteRule]
    substitutes: Substitutes = Substitutes()
    questions: tuple[ProfileQuestion, ...] = ()
    flags: Mapping[str, "RedFlag"] = NOTHING
    ladders: Mapping[str, Ladder] = NOTHING
    plans: Mapping[str, Plan] = NOTHING
    tests: Mapping[str, SelfTest] = NOTHING
    breaks: tuple[BreakRow, ...] = ()
    needs: Mapping[str, str] = NOTHING
    problems: tuple[str, ...] = ()
    reasons: Mapping[str, Reason] = NOTHING
    gentle: str = "gentle-4min"
    newcomer: str = "rw-essential-three"
    every_day: str = "daily-foot-core-7min"
    before_run: str = "pre-run-activation-4min"
    kit: "Kit" = None
