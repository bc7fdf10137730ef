"""Bundled sites and substitutes: as they were agreed, and sane for every exercise."""

from operator import attrgetter

import pytest
from bundled import CATALOGUE, FOLDER

from footcoach_tui.coach.rules.sites import Site, SiteActions
from footcoach_tui.library.coach_rules import load_rules
from footcoach_tui.session.exercise import Exercise, Tag

RULES = load_rules(FOLDER, None, CATALOGUE)
CHAINS = RULES.substitutes.chains
REHAB = {
    "eccentric-heel-drop-bent",
    "eccentric-heel-drop-straight",
    "towel-heel-raise",
    "towel-heel-raise-double",
    "towel-heel-raise-hold",
}


def cell(drop: str = "", down_off: str = "", down_one: str = "", halve: str = "") -> SiteActions:
    return SiteActions(
        *(frozenset(map(Tag, tags.split())) for tags in (drop, down_off, down_one, halve))
    )


def test_there_is_no_problem() -> None:
    assert RULES.problems == ()


SITES = {
    Site.HEEL: (cell("impact"), cell("impact fascia press below", "one-leg")),
    Site.ARCH: (cell(), cell("impact fascia press", "one-leg", halve="arch grip")),
    Site.BIG_TOE: (cell(), cell("impact toe-bend toe-pull spread", halve="toe")),
    Site.FOREFOOT: (cell("impact"), cell("impact forefoot toe-bend press", "one-leg")),
    Site.ACHILLES_CORD: (cell("impact"), cell("impact", down_one="tendon")),
    Site.ACHILLES_BONE: (
        cell("impact below df-end"),
        cell("impact below df-end", down_one="tendon"),
    ),
    Site.ANKLE: (cell(), cell("impact df-end", down_one="balance", halve="invert evert")),
    Site.CALF: (cell(), cell("impact df-end below", down_one="tendon")),
    Site.SHIN: (cell("impact"), cell("impact shin forefoot", "one-leg")),
}
MORNING, DESK, ANKLE = "morning-first-steps-5min", "desk-break-3min", "ankle-and-big-toe-6min"
MOBILITY = {
    Site.HEEL: MORNING,
    Site.ARCH: MORNING,
    Site.BIG_TOE: DESK,
    Site.FOREFOOT: DESK,
    Site.ACHILLES_BONE: DESK,
    Site.ANKLE: DESK,
    Site.SHIN: DESK,
    Site.ACHILLES_CORD: ANKLE,
    Site.CALF: ANKLE,
}


@pytest.mark.parametrize("site", Site)
def test_what_a_sore_site_changes(site: Site) -> None:
    assert (RULES.sites[site].mild, RULES.sites[site].amber) == SITES[site]
    assert RULES.sites[site].mobility == MOBILITY[site]


def test_the_sites_are_in_order_and_eight_keys_choose_among_them() -> None:
    assert list(RULES.sites) == list(Site)
    keys = [rule.key for rule in RULES.sites.values()]
    assert len(set(keys)) == 8
    assert RULES.sites[Site.ACHILLES_CORD].key == RULES.sites[Site.ACHILLES_BONE].key
    assert {"n", "y"}.isdisjoint(keys), "these answer whether anything is sore"


@pytest.mark.parametrize("chain", CHAINS, ids=" > ".join)
def test_a_chain_goes_from_harder_to_easier(chain: tuple[str, ...]) -> None:
    exercises = [RULES.exercises[name] for name in chain]
    levels = [exercise.level for exercise in exercises]
    assert levels == sorted(levels, reverse=True)
    assert len(set(chain)) == len(chain)
    assert not any(Tag.IMPACT in exercise.tags for exercise in exercises)


@pytest.mark.parametrize("chain", CHAINS, ids=" > ".join)
def test_going_down_needs_no_other_things_but_a_chair_or_wall(chain: tuple[str, ...]) -> None:
    needed = set(RULES.exercises[chain[0]].equipment) | {"chair", "wall"}
    allowed = {"towel-curl": {"towel"}, "bear-squat-to-down-dog": {"mat"}}
    for name in chain[1:]:
        assert set(RULES.exercises[name].equipment) <= needed | allowed.get(name, set())


@pytest.mark.parametrize(
    ("exercise", "below"),
    [
        ("short-foot-single-bend", "short-foot-single short-foot-standing short-foot-seated"),
        ("short-foot-single", "short-foot-standing short-foot-seated"),
        ("heel-raise-single", "heel-raise-double heel-raise-seated"),
        ("heel-raise-double", "heel-raise-seated"),
        ("toe-walk", "heel-raise-double"),
        ("single-leg-balance-cushion", "single-leg-balance forward-lean short-foot-standing"),
        ("single-leg-balance", "forward-lean short-foot-standing"),
        ("short-foot-standing", "short-foot-seated"),
        ("bear-squat-to-down-dog", "toe-tuck-sit plantar-fascia-stretch"),
        ("stone-pickup", "towel-curl short-foot-seated"),
        ("toe-yoga", "big-toe-lift"),
        ("knee-to-wall-rock", "ankle-circles"),
        ("dorsiflexion-hold", "ankle-pumps"),
        ("pogo-double", ""),
        ("hop-and-stick", ""),
    ],
)
def test_the_chain_below_an_exercise(exercise: str, below: str) -> None:
    assert RULES.substitutes.chain_below(exercise) == tuple(below.split())


@pytest.mark.parametrize("exercise", CATALOGUE.exercises.values(), ids=attrgetter("id"))
def test_no_exercise_is_followed_by_a_hop_or_by_a_harder_one(exercise: Exercise) -> None:
    name = exercise.id
    level = RULES.exercises[name].level
    for other in (
        *RULES.substitutes.chain_below(name),
        *RULES.substitutes.stand_ins.get(name, ()),
    ):
        assert RULES.exercises[other].level <= level or other == "knee-to-wall-rock"
        assert Tag.IMPACT not in RULES.exercises[other].tags


def test_hops_and_rehabilitation_have_neither_chain_nor_stand_in() -> None:
    hops = {name for name, exercise in RULES.exercises.items() if Tag.IMPACT in exercise.tags}
    for name in hops | REHAB:
        assert RULES.substitutes.chain_below(name) == ()
        assert name not in RULES.substitutes.stand_ins


@pytest.mark.parametrize(
    ("exercise", "others"),
    [
        ("bear-squat-to-down-dog", "knee-to-wall-rock plantar-fascia-stretch ankle-circles"),
        ("toe-tuck-sit", "plantar-fascia-stretch ankle-circles"),
        ("knee-to-wall-rock", "ankle-circles"),
        ("calf-stretch-straight", "ankle-pumps"),
        ("calf-stretch-bent", "ankle-pumps"),
        ("plantar-fascia-stretch", "ankle-pumps"),
        ("dorsiflexion-hold", "ankle-pumps"),
        ("heel-raise-seated", "ankle-pumps"),
        ("heel-raise-single", "heel-raise-double heel-raise-seated"),
        ("heel-raise-double", "heel-raise-seated"),
        ("toe-walk", "single-leg-balance short-foot-standing"),
        (
            "single-leg-balance-cushion",
            "single-leg-balance short-foot-standing short-foot-seated",
        ),
        ("forward-lean", "short-foot-standing short-foot-seated"),
        ("single-leg-balance", "short-foot-standing short-foot-seated"),
        ("short-foot-single", "short-foot-standing short-foot-seated"),
        ("short-foot-single-bend", "short-foot-standing short-foot-seated"),
        ("short-foot-standing", "short-foot-seated"),
        ("towel-curl", "short-foot-seated"),
        ("stone-pickup", "short-foot-seated"),
    ],
)
def test_the_stand_ins_of_an_exercise(exercise: str, others: str) -> None:
    assert RULES.substitutes.stand_ins[exercise] == tuple(others.split())


@pytest.mark.parametrize("word", ["short-foot", "heel-raise"])
def test_a_family_has_every_version_but_seated_raises(word: str) -> None:
    versions = {name for name in RULES.exercises if word in name}
    if word == "heel-raise":
        versions -= {"heel-raise-seated", "heel-raise-seated-weight"}
    assert any(versions <= family for family in RULES.substitutes.families)
    assert not any("heel-raise-seated" in family for family in RULES.substitutes.families)


@pytest.mark.parametrize("exercise", CATALOGUE.exercises.values(), ids=attrgetter("id"))
def test_an_exercise_that_moves_anything_but_the_ankle_has_tags(exercise: Exercise) -> None:
    if exercise.id not in ("ankle-circles", "ankle-pumps"):
        assert exercise.tags
