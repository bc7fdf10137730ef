"""Small rules of the coach on the bundled exercises and routines: plans, ladders and breaks."""

from dataclasses import replace
from functools import cache

from bundled import CATALOGUE

from footcoach_tui.coach.rules.breaks import BreakRow, FirstSession
from footcoach_tui.coach.rules.ladders import Ladder, Rung
from footcoach_tui.coach.rules.plan import Extra, ExtraTime, Plan, PlanKind, Stage
from footcoach_tui.coach.rules.questions import Effect, ProfileQuestion
from footcoach_tui.coach.rules.rules import Rules
from footcoach_tui.coach.rules.sites import Site
from footcoach_tui.session.exercise import Level

L1, L2, L3, L4 = (f"foot-core-8wk-l{number}" for number in range(1, 5))
DAILY = "daily-foot-core-7min"
COURSE, HABIT, KEEP = "foot-core-8wk", "minimum", "foot-core-keep"


@cache
def sample_rules() -> Rules:
    """Return the bundled exercises, routines and flags with plans, ladders and breaks."""
    return Rules(
        exercises=CATALOGUE.exercises,
        routines=CATALOGUE.routines,
        sites={},
        questions=_questions(),
        flags={flag.id: flag for flag in CATALOGUE.flags},
        ladders={ladder.id: ladder for ladder in _ladders()},
        plans={plan.id: plan for plan in _plans()},
        breaks=_breaks(),
    )


def _questions() -> tuple[ProfileQuestion, ...]:
    return (
        ProfileQuestion(
            "bone", "", required=True, effects=(Effect({"bone": "yes"}, stage_one=True),)
        ),
        ProfileQuestion("recent", "", required=True),
        ProfileQuestion(
            "recent-cleared",
            "",
            required=True,
            asked_if={"recent": "yes"},
            effects=(Effect({"recent": "yes", "recent-cleared": "no"}, no_session=True),),
        ),
        ProfileQuestion("age65", "", effects=(Effect({"age65": "yes"}, older_return=True),)),
    )


def _plans() -> tuple[Plan, ...]:
    gap = {1: 0, 2: 0, 3: 1, 4: 1}
    course = Plan(
        id=COURSE,
        title="Foot core, eight weeks",
        summary="",
        kind=PlanKind.COURSE,
        days=(3, 4),
        gap=gap,
        minutes=(18, 24),
        stages=(
            Stage("l1", L1, Level.SEATED, (1, 2), 4, 14),
            Stage("l2", L2, Level.TWO_FEET, (3, 4), 4, 14),
            Stage("l3", L3, Level.ONE_FOOT, (5, 6), 4, 14, ("balance-30",)),
            Stage("l4", L4, Level.DYNAMIC, (7, 8), 6),
        ),
        extras=(
            Extra(DAILY, ExtraTime.OTHER_DAYS, 2, 3),
            Extra("toe-yoga-basics-5min", ExtraTime.OTHER_DAYS, 1, 3),
            Extra("post-run-release-6min", ExtraTime.AFTER_RUN, 1, 4),
        ),
        after=KEEP,
    )
    keep = replace(course, id=KEEP, title="Keep", kind=PlanKind.KEEP, days=(2, 3), after="")
    keep = replace(keep, stages=course.stages[2:])
    habit = Plan(
        id=HABIT,
        title="The minimum",
        summary="",
        kind=PlanKind.HABIT,
        days=(3, 5),
        stages=(Stage("three", "rw-essential-three", Level.TWO_FEET),),
        in_a_row=7,
    )
    return course, keep, habit


def _breaks() -> tuple[BreakRow, ...]:
    halved = FirstSession.HALVED
    back = "Welcome back. We begin a step lower for two sessions."
    return (
        BreakRow(0, 0, 0, FirstSession.AS_PLANNED, 0),
        BreakRow(9, 0, 0, FirstSession.FEWER, 1),
        BreakRow(14, 0, 1, halved, 2, 2, sentence=back),
        BreakRow(21, 1, 1, FirstSession.AS_PLANNED, 2, 2, gates=True, sentence=back),
        BreakRow(28, 2, 1, FirstSession.AS_PLANNED, 2, 2, gates=True, profile=True, sentence=back),
        BreakRow(56, 99, 99, FirstSession.AS_PLANNED, 2, 2, gates=True, profile=True),
    )


def _ladders() -> tuple[Ladder, ...]:
    def rungs(*doses: tuple[str, int, int]) -> tuple[Rung, ...]:
        return tuple(
            Rung(n, (name,), sets, amount, "seconds" if "balance" in name else "reps")
            for n, (name, sets, amount) in enumerate(doses, 1)
        )

    seated, standing, single = "short-foot-seated", "short-foot-standing", "short-foot-single"
    two, one = "heel-raise-double", "heel-raise-single"
    arch_sites = frozenset((Site.ARCH, Site.HEEL, Site.FOREFOOT, Site.BIG_TOE))
    calf_sites = frozenset(Site) - {Site.ARCH, Site.ANKLE}
    arch = rungs(
        *((seated, 2, 8), (seated, 2, 10), (seated, 3, 10)),
        *((standing, 2, 8), (standing, 3, 8), (standing, 3, 10)),
        *((single, 2, 6), (single, 2, 8), (single, 3, 8)),
        *(("short-foot-single-bend", 2, 6), ("short-foot-single-bend", 2, 8)),
        ("short-foot-single-bend", 3, 8),
    )
    calf = rungs(
        *(("heel-raise-seated", 2, 12), ("heel-raise-seated", 2, 15)),
        *((two, 2, 10), (two, 3, 12), (two, 3, 15)),
        ("heel-raise-two-up-one-down", 2, 8),
        *((one, 2, 6), (one, 3, 8), (one, 3, 10), (one, 3, 12), (one, 3, 15)),
    )
    floor, cushion = "single-leg-balance", "single-leg-balance-cushion"
    balance = rungs(
        *((floor, 2, 15), (floor, 2, 20), (floor, 2, 30), (floor, 3, 30)),
        *((cushion, 2, 20), (cushion, 2, 30), (cushion, 3, 30)),
    )
    return (
        Ladder("arch", "Arch", is_loaded=False, sites=arch_sites, rungs=arch, caps=(3, 6, 9, 12)),
        Ladder("calf", "Calf", is_loaded=True, sites=calf_sites, rungs=calf, caps=(2, 5, 9, 11)),
        Ladder(
            "balance",
            "Balance",
            is_loaded=True,
            sites=frozenset((Site.ANKLE, Site.ARCH, Site.FOREFOOT, Site.SHIN)),
            rungs=balance,
            caps=(0, 2, 4, 7),
        ),
    )
