import pytest

from footcoach_tui.coach.decisions.pain import pain_advice


@pytest.mark.parametrize(
    ("pain", "begins"),
    [
        (0, "No pain"),
        (1, "Up to 2"),
        (2, "Up to 2"),
        (3, "Muscle or tendon: 3 to 5"),
        (5, "Muscle or tendon: 3 to 5"),
        (6, "Above 5"),
        (10, "Above 5"),
    ],
)
def test_every_score_has_its_zone_without_a_gap(pain: int, begins: str) -> None:
    assert pain_advice(pain)[0].startswith(begins)


@pytest.mark.parametrize("pain", range(1, 11))
def test_pain_on_a_bone_or_with_numbness_is_never_acceptable(pain: int) -> None:
    assert "on a bone, at night, or with numbness or swelling: stop" in pain_advice(pain)[-1]


@pytest.mark.parametrize("pain", range(3, 6))
def test_only_muscles_and_tendons_are_trained_on_with_some_pain(pain: int) -> None:
    lines = [line for line in pain_advice(pain) if "acceptable" in line]
    assert [line.partition(":")[0] for line in lines] == ["Muscle or tendon"]


@pytest.mark.parametrize("pain", range(3, 11))
def test_the_advice_can_be_followed_without_levels(pain: int) -> None:
    advice = pain_advice(pain)[0]

    assert "level" not in advice
    assert "an easier exercise or fewer sets" in advice


def test_much_pain_means_rest_and_a_professional_if_it_stays() -> None:
    assert "Rest two days" in pain_advice(7)[0]
    assert "see a physiotherapist or doctor" in pain_advice(7)[0]
