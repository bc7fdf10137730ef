"""Substitution: actions on steps, where they lead, and with which dose (1.5, 1.6)."""

from collections.abc import Iterable
from dataclasses import replace

import pytest
from bundled import CATALOGUE
from coach_logs import L1, L2, L3, L4, MONDAY, RULES, THREE, profile
from decide_tables import SITE_TABLE, actions, site_rules, substitutes
from hypothesis import given
from hypothesis import strategies as st

from footcoach_tui.coach.answers.decision import Action
from footcoach_tui.coach.answers.profile import Profile
from footcoach_tui.coach.decisions.restrictions import LeftOut, Restrictions, SoreSite, is_loaded
from footcoach_tui.coach.decisions.substitution import (
    PlannedStep,
    halved,
    planned,
    played,
    substitute,
)
from footcoach_tui.coach.facts.screening import screen
from footcoach_tui.coach.rules.sites import Site, SiteActions
from footcoach_tui.session.exercise import Exercise, Tag
from footcoach_tui.session.routine import Step

EXERCISES = CATALOGUE.exercises


def steps(*exercises: str, sets: int | None = None) -> tuple[PlannedStep, ...]:
    return planned(step_of(EXERCISES[each], sets) for each in exercises)


def step_of(exercise: Exercise, sets: int | None = None) -> Step:
    dose = exercise.dose if sets is None else replace(exercise.dose, sets=sets)
    return Step(exercise, dose, exercise.source_status)


def sore(cell: str, site: str = "heel") -> Restrictions:
    return Restrictions(sites=(SoreSite(f"site:{site}", actions(cell)),))


def after(restrictions: Restrictions, *exercises: str) -> list[str]:
    """Return what is played, by exercise, "" for what is left out."""
    left = substitute(steps(*exercises), restrictions, RULES)
    return [each.step.exercise.id if each.step else "" for each in left]


def test_the_rules_hold_the_chains_stand_ins_and_families_of_the_tables() -> None:
    expected, loaded = substitutes(), RULES.substitutes

    assert all(chain in loaded.chains for chain in expected.chains)
    assert loaded.stand_ins.items() >= expected.stand_ins.items()
    assert all(any(family <= known for known in loaded.families) for family in expected.families)


@pytest.mark.parametrize("line", SITE_TABLE.strip().splitlines())
def test_the_rules_hold_the_row_of_each_site(line: str) -> None:
    site = Site(line.split("|", maxsplit=1)[0].strip())
    expected, loaded = site_rules()[site], RULES.sites[site]

    assert (loaded.mild, loaded.amber) == (expected.mild, expected.amber)
    assert loaded.mobility == expected.mobility


# Chains.

DOWN = [
    ("down-1 arch", ["short-foot-single-bend"], ["short-foot-single"]),
    ("down-off one-leg", ["short-foot-single-bend"], ["short-foot-standing"]),
    ("down-1 tendon", ["heel-raise-single"], ["heel-raise-double"]),
    ("down-1 tendon", ["heel-raise-double"], ["heel-raise-seated"]),
    ("down-1 tendon", ["toe-walk"], ["heel-raise-double"]),
    ("down-1 balance", ["single-leg-balance-cushion"], ["single-leg-balance"]),
    ("down-1 balance", ["single-leg-balance"], ["forward-lean"]),
    ("down-1 balance", ["forward-lean"], ["short-foot-standing"]),
    ("down-off one-leg", ["single-leg-balance-cushion"], ["forward-lean"]),
    ("down-1 fascia", ["bear-squat-to-down-dog"], ["toe-tuck-sit"]),
    ("down-off fascia", ["bear-squat-to-down-dog"], ["plantar-fascia-stretch"]),
    ("down-1 grip", ["stone-pickup"], ["towel-curl"]),
    ("down-1 toe", ["toe-yoga"], ["big-toe-lift"]),
    ("down-1 df-end", ["knee-to-wall-rock"], ["ankle-circles"]),
    ("down-1 shin", ["dorsiflexion-hold"], ["ankle-pumps"]),
]


@pytest.mark.parametrize(("cell", "before", "expected"), DOWN)
def test_going_down_a_chain(cell: str, before: list[str], expected: list[str]) -> None:
    assert after(sore(cell), *before) == expected


def test_below_the_end_of_a_chain_and_without_one_it_is_a_drop() -> None:
    assert after(sore("down-1 toe-pull"), "heel-raise-seated") == ["ankle-pumps"]
    assert after(sore("down-1 press"), "ball-roll") == [""]


def test_a_place_of_a_family_in_the_session_is_passed_over() -> None:
    one_foot = sore("down-off one-leg")

    assert after(one_foot, "single-leg-balance", "short-foot-standing") == [
        "forward-lean",
        "short-foot-standing",
    ]
    assert after(sore("down-1 balance"), "forward-lean", "short-foot-seated") == [
        "",
        "short-foot-seated",
    ]


def test_the_own_family_is_no_hindrance_on_the_way_down() -> None:
    cord = sore("down-1 tendon")

    assert after(cord, "heel-raise-single", "heel-raise-double") == [
        "heel-raise-double",
        "heel-raise-seated",
    ]


def test_a_place_with_a_tag_that_is_dropped_or_goes_down_off_is_passed_over() -> None:
    cell = "drop forefoot; down-off one-leg"

    assert after(sore(cell), "single-leg-balance") == ["short-foot-standing"]


def test_a_place_that_the_profile_excludes_is_passed_over() -> None:
    falls = Restrictions(
        screening=screen(profile(falls="yes"), RULES),
        sites=(SoreSite("site:ankle", actions("down-1 invert")),),
    )
    assert after(falls, "single-leg-balance-cushion") == ["single-leg-balance"]


# Stand-ins.

DROPPED = [
    ("fascia", "bear-squat-to-down-dog", "knee-to-wall-rock"),
    ("fascia df-end", "bear-squat-to-down-dog", "plantar-fascia-stretch"),
    ("fascia df-end toe-pull", "bear-squat-to-down-dog", "ankle-circles"),
    ("fascia", "toe-tuck-sit", "plantar-fascia-stretch"),
    ("df-end", "knee-to-wall-rock", "ankle-circles"),
    ("df-end", "calf-stretch-straight", "ankle-pumps"),
    ("df-end", "calf-stretch-bent", "ankle-pumps"),
    ("toe-pull", "plantar-fascia-stretch", "ankle-pumps"),
    ("shin", "dorsiflexion-hold", "ankle-pumps"),
    ("toe-pull", "heel-raise-seated", "ankle-pumps"),
    ("one-leg", "heel-raise-single", "heel-raise-double"),
    ("tendon", "heel-raise-single", "heel-raise-seated"),
    ("tendon", "heel-raise-double", "heel-raise-seated"),
    ("toe-bend toe-pull", "heel-raise-double", ""),
    ("tendon", "toe-walk", "single-leg-balance"),
    ("tendon one-leg", "toe-walk", "short-foot-standing"),
    ("one-leg", "single-leg-balance-cushion", "short-foot-standing"),
    ("forefoot", "forward-lean", "short-foot-standing"),
    ("one-leg", "single-leg-balance", "short-foot-standing"),
    ("one-leg bare", "single-leg-balance", "short-foot-seated"),
    ("one-leg", "short-foot-single", "short-foot-standing"),
    ("one-leg bare", "short-foot-single-bend", "short-foot-seated"),
    ("bare", "short-foot-standing", "short-foot-seated"),
    ("grip", "towel-curl", "short-foot-seated"),
    ("grip", "stone-pickup", "short-foot-seated"),
    ("impact", "pogo-double", ""),
    ("impact", "hop-and-stick", ""),
    ("spread", "toe-spread", ""),
    ("press", "ball-roll", ""),
    ("toe", "toe-yoga", ""),
    ("invert", "band-inversion", ""),
]


@pytest.mark.parametrize(("tags", "before", "expected"), DROPPED)
def test_what_takes_the_place_of_a_dropped_exercise(tags: str, before: str, expected: str) -> None:
    assert after(sore(f"drop {tags}"), before) == [expected]


def test_a_stand_in_of_a_family_in_the_session_is_passed_over_earlier_or_later() -> None:
    cell = "drop tendon"

    assert after(sore(cell), "toe-walk", "single-leg-balance") == [
        "short-foot-standing",
        "single-leg-balance",
    ]
    assert after(sore(cell), "short-foot-seated", "single-leg-balance-cushion", "toe-walk") == [
        "short-foot-seated",
        "single-leg-balance-cushion",
        "",
    ]


def test_a_stand_in_may_not_have_a_tag_that_goes_down_one() -> None:
    assert after(sore("drop one-leg; down-1 tendon"), "heel-raise-single") == ["heel-raise-seated"]


def test_an_exercise_that_is_left_out_today_stands_in_for_nothing() -> None:
    red = Restrictions(
        sites=(SoreSite("site:arch", actions("drop grip; down-1 toe")),),
        left_out=(LeftOut("red", is_loaded),),
    )
    assert after(red, "heel-raise-double", "towel-curl", "toe-yoga") == [
        "",
        "short-foot-seated",
        "big-toe-lift",
    ]


# Strength and rules.


def test_the_strongest_action_decides_and_gives_its_rules() -> None:
    both = Restrictions(
        sites=(
            SoreSite("site:heel", actions("down-off one-leg")),
            SoreSite("site:shin", actions("drop forefoot")),
            SoreSite("site:forefoot", actions("drop toe-bend; halve balance")),
        )
    )
    (changed,) = substitute(steps("heel-raise-single"), both, RULES)

    assert [(c.action, c.to, c.rules) for c in changed.changes] == [
        (Action.DROP, "heel-raise-seated", ("site:shin", "site:forefoot"))
    ]


def test_a_rule_of_the_day_leaves_out_without_a_stand_in() -> None:
    day = Restrictions(
        sites=(SoreSite("site:heel", actions("drop tendon")),),
        left_out=(LeftOut("R0", lambda exercise: Tag.TENDON in exercise.tags),),
    )
    (changed,) = substitute(steps("heel-raise-single"), day, RULES)

    assert changed.step is None
    assert [(c.action, c.to, c.rules) for c in changed.changes] == [(Action.LEAVE, "", ("R0",))]


def test_a_change_says_what_and_why() -> None:
    why = Restrictions(
        sites=(SoreSite("site:heel", actions("down-1 tendon")),),
        reasons={"site:heel": "left heel 3 of 10"},
    )
    down, out = substitute(steps("heel-raise-single", "eccentric-heel-drop-bent"), why, RULES)

    assert down.changes[0].sentence == (
        "Heel raise, one leg: heel raise, both feet instead (left heel 3 of 10)"
    )
    assert out.changes[0].sentence == "Heel lowering, knee bent: left out (left heel 3 of 10)"


# Doses.


def test_going_down_takes_the_dose_of_the_lower_exercise_with_no_more_sets() -> None:
    own = EXERCISES["short-foot-standing"].dose
    assert own.sets == 2

    for sets, expected in ((1, 1), (2, 2), (3, 2)):
        (each,) = substitute(steps("short-foot-single", sets=sets), sore("down-1 arch"), RULES)
        assert each.step
        assert each.step.dose.sets == expected
        assert each.step.dose.work == own.work


def test_a_drop_for_a_site_gives_one_set_and_for_the_profile_alone_as_many_as_there_were() -> None:
    knees = Restrictions(screening=screen(profile(achilles_bone="yes"), RULES))
    site = sore("drop df-end")
    both = Restrictions(screening=knees.screening, sites=site.sites)

    def sets(restrictions: Restrictions) -> int:
        (each,) = substitute(steps("calf-stretch-bent", sets=3), restrictions, RULES)
        assert each.step
        assert each.step.exercise.id == "ankle-pumps"
        return each.step.dose.sets

    assert (sets(site), sets(both)) == (1, 1)
    assert sets(knees) == EXERCISES["ankle-pumps"].dose.sets


# Halving.


def halve(
    restrictions: Restrictions,
    exercises: Iterable[str],
    day_rules: dict[int, tuple[str, ...]] | None = None,
    fewer: tuple[str, ...] = (),
) -> tuple[PlannedStep, ...]:
    left = substitute(steps(*exercises), restrictions, RULES)
    return halved(left, restrictions, day_rules or {}, fewer)


def test_a_site_halves_what_it_does_not_replace() -> None:
    (each,) = halve(sore("halve toe"), ["toe-yoga-standing"])

    assert [(c.action, c.to, c.rules) for c in each.changes] == [
        (Action.HALVE, "toe-yoga-standing", ("site:heel",))
    ]


def test_a_step_that_a_site_has_replaced_is_not_halved_for_a_site_but_for_the_day() -> None:
    arch = sore("down-off one-leg; halve arch")

    (replaced,) = halve(arch, ["short-foot-single"])
    (short,) = halve(arch, ["short-foot-single"], {1: ("short",)})

    assert [c.action for c in replaced.changes] == [Action.DOWN]
    assert [(c.action, c.rules) for c in short.changes] == [
        (Action.DOWN, ("site:heel",)),
        (Action.HALVE, ("short",)),
    ]


def test_a_step_that_the_profile_has_replaced_is_halved_for_a_site() -> None:
    both = Restrictions(
        screening=screen(profile(bone="yes"), RULES),
        sites=(SoreSite("site:arch", actions("halve arch")),),
    )
    (each,) = halve(both, ["short-foot-single"])

    assert [(c.action, c.rules) for c in each.changes] == [
        (Action.DROP, ("profile:bone",)),
        (Action.HALVE, ("site:arch",)),
    ]


def test_each_step_is_halved_once_with_all_its_rules() -> None:
    (each,) = halve(sore("halve tendon"), ["heel-raise-single"], {1: ("N4", "short")}, ("break",))

    assert [(c.action, c.rules) for c in each.changes] == [
        (Action.HALVE, ("site:heel", "N4", "short"))
    ]
    assert each.step
    assert each.step.dose.sets == EXERCISES["heel-raise-single"].dose.sets // 2


def test_one_set_fewer_is_a_change_only_where_there_are_two() -> None:
    many, one = halve(Restrictions(), ["heel-raise-single", "toe-yoga"], fewer=("break",))

    assert [(c.action, c.rules) for c in many.changes] == [(Action.FEWER, ("break",))]
    assert one.changes == ()


# In general.

TAGS = st.frozensets(st.sampled_from(list(Tag)), max_size=4)
CELLS = st.builds(SiteActions, TAGS, TAGS, TAGS, TAGS)
SITES = st.lists(CELLS, max_size=3)
SESSIONS = st.one_of(
    st.sampled_from([L1, L2, L3, L4, THREE]).map(lambda each: CATALOGUE.routines[each].steps),
    st.lists(st.sampled_from(list(EXERCISES.values())), min_size=1, max_size=6).map(
        lambda chosen: tuple(map(step_of, chosen))
    ),
)
ANSWERS = st.dictionaries(
    st.sampled_from([q.id for q in RULES.questions if not q.choices]), st.just("yes"), max_size=3
)


@given(session=SESSIONS, cells=SITES, answers=ANSWERS)
def test_nothing_excluded_dropped_or_under_down_off_is_played(
    session: tuple[Step, ...], cells: list[SiteActions], answers: dict[str, str]
) -> None:
    screening = screen(Profile(MONDAY, answers), RULES)
    sites = tuple(SoreSite(f"site:{n}", cell) for n, cell in enumerate(cells))
    before = planned(session)
    left = substitute(before, Restrictions(screening, sites), RULES)

    gone = frozenset[Tag]().union(*(cell.drop | cell.down_off for cell in cells))
    for step in played(left):
        assert not screening.excluded(step.exercise)
        assert gone.isdisjoint(step.exercise.tags)
    for old, new in zip(before, left, strict=True):
        assert (old.step == new.step) is (new.changes == ())
        assert all(change.rules for change in new.changes)
        if new.step and old.step and old.step != new.step:
            assert new.step.dose.sets <= old.step.dose.sets


@given(session=SESSIONS, cells=SITES, answers=ANSWERS)
def test_what_is_excluded_and_dropped_changes_once(
    session: tuple[Step, ...], cells: list[SiteActions], answers: dict[str, str]
) -> None:
    only_drops = (SiteActions(drop=cell.drop, down_off=cell.down_off) for cell in cells)
    sites = tuple(SoreSite(f"site:{n}", cell) for n, cell in enumerate(only_drops))
    restrictions = Restrictions(screen(Profile(MONDAY, answers), RULES), sites)
    once = played(substitute(planned(session), restrictions, RULES))

    assert played(substitute(planned(once), restrictions, RULES)) == once
