"""Sore sites of a check-in: which score counts, in which order, and in words."""

import pytest
from coach_logs import RULES, sore

from footcoach_tui.coach.answers.check_in import CheckIn, Sore
from footcoach_tui.coach.decisions.soreness import SiteScore, site_scores, sore_sites
from footcoach_tui.coach.rules.sites import Site
from footcoach_tui.session.side import Side


def scores(*sores: Sore, lifted: frozenset[Site] = frozenset()) -> tuple[SiteScore, ...]:
    return site_scores(CheckIn(sore=sores), lifted)


def test_the_highest_score_comes_first_and_equal_ones_in_the_order_of_sites() -> None:
    found = scores(sore("shin", 2), sore("heel", 2), sore("ankle", 4))

    assert [(each.site, each.score) for each in found] == [
        (Site.ANKLE, 4),
        (Site.HEEL, 2),
        (Site.SHIN, 2),
    ]


@pytest.mark.parametrize(
    ("left", "right", "side", "score"),
    [(2, 4, Side.RIGHT, 4), (4, 2, Side.LEFT, 4), (3, 3, Side.BOTH, 3)],
)
def test_both_sides_of_a_site_are_one_score(left: int, right: int, side: Side, score: int) -> None:
    found = scores(sore("heel", left, "left"), sore("heel", right, "right"))

    assert [(each.side, each.score) for each in found] == [(side, score)]


def test_a_check_in_that_was_not_answered_has_no_sore_sites() -> None:
    assert site_scores(CheckIn()) == ()
    assert scores() == ()


def test_x2_lifts_scores_of_1_and_2_alone() -> None:
    lifted = frozenset({Site.HEEL, Site.SHIN})
    heel, shin = scores(sore("heel", 4), sore("shin", 2), lifted=lifted)

    assert (heel.rule, heel.is_amber) == ("site:heel", True)
    assert (shin.rule, shin.is_amber) == ("X2:shin", True)


@pytest.mark.parametrize(("score", "is_amber"), [(1, False), (2, False), (3, True), (5, True)])
def test_actions_by_score(score: int, *, is_amber: bool) -> None:
    (found,) = sore_sites(scores(sore("heel", score)), RULES)

    rule = RULES.sites[Site.HEEL]
    assert found.actions == (rule.amber if is_amber else rule.mild)


def test_words_for_brackets_and_for_a_cause() -> None:
    one, both = scores(sore("heel", 4), sore("shin", 1, "both"))

    assert one.words(RULES) == "left heel 4 of 10"
    assert both.words(RULES) == "shin on both sides 1 of 10"
    assert one.cause(RULES) == "your left heel (4 of 10)"
