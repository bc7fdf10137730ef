"""Easier and harder exercises: links have a counterpart, and agree with the ladders."""

import re
from itertools import pairwise

import pytest
from bundled import CATALOGUE

LADDERS = [
    "short-foot-seated short-foot-standing short-foot-single short-foot-single-bend",
    "short-foot-single-bend short-foot-heel-raise",
    "heel-raise-seated heel-raise-double heel-raise-two-up-one-down heel-raise-single",
    "heel-raise-single heel-raise-step",
    "heel-raise-seated heel-raise-seated-weight heel-raise-bent-double heel-raise-bent-single",
    "soleus-wall-hold heel-raise-bent-double heel-raise-bent-single",
    "heel-raise-double heel-raise-ball",
    "heel-raise-double toe-walk",
    "single-leg-balance single-leg-balance-cushion balance-head-turns balance-eyes-closed",
    "single-leg-balance balance-reach step-down",
    "pogo-double line-hops pogo-single",
    "pogo-double hop-and-stick",
    "big-toe-lift small-toes-lift toe-yoga toe-yoga-standing",
    "toe-spread toe-spread-standing",
    "towel-curl stone-pickup",
    "big-toe-press big-toe-band-curl",
    "ankle-pumps dorsiflexion-hold wall-shin-raise heel-walk",
    "ankle-circles knee-to-wall-rock",
    "plantar-fascia-stretch toes-up-wall-stretch toe-tuck-sit bear-squat-to-down-dog",
    "towel-heel-raise-double towel-heel-raise",
    "towel-heel-raise-hold towel-heel-raise",
]
"""Exercises from easy to hard. Walking on the toes does not lead to hops: a gate does."""

TO_MORE_WEIGHT_ON_THE_TOES = {"short-foot-heel-raise", "toe-tuck-sit"}
"""Harder exercises of a lower level: on two feet, or kneeling."""

ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def steps_up() -> set[tuple[str, str]]:
    """Each pair of neighbours in a ladder, the easier one first."""
    return {pair for ladder in LADDERS for pair in pairwise(ladder.split())}


def test_the_links_of_the_files_are_those_of_the_ladders() -> None:
    exercises = CATALOGUE.exercises.values()
    harder = {(one.id, link) for one in exercises for link in one.harder if ID.fullmatch(link)}
    assert harder == steps_up()


def test_every_link_has_a_counterpart() -> None:
    exercises = CATALOGUE.exercises.values()
    easier = {(link, one.id) for one in exercises for link in one.easier if ID.fullmatch(link)}
    assert easier == steps_up()


@pytest.mark.parametrize(("easier", "harder"), sorted(steps_up()))
def test_a_step_up_is_never_to_an_easier_level(easier: str, harder: str) -> None:
    exercises = CATALOGUE.exercises
    if harder in TO_MORE_WEIGHT_ON_THE_TOES:
        return
    assert exercises[easier].level <= exercises[harder].level
