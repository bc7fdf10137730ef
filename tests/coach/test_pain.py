import pytest

from footcoach_tui.coach.pain import pain_advice


@pytest.mark.parametrize(
    ("pain", "begins"),
    [(0, "0 to 2"), (2, "0 to 2"), (3, "3 to 5"), (5, "3 to 5"), (6, "Above 5"), (10, "Above 5")],
)
def test_every_score_has_its_zone_without_a_gap(pain: int, begins: str) -> None:
    assert pain_advice(pain).startswith(begins)


def test_much_pain_means_rest_and_a_professional_if_it_stays() -> None:
    assert "rest two days" in pain_advice(7)
    assert "professional" in pain_advice(7)
