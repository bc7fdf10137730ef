"""An edited pain puts right what was typed wrong after a session."""

from collections.abc import Mapping

import pytest

from footcoach_tui.coach.questions.after_edit import after_with_pain


def sore(*scores: int) -> list[dict[str, object]]:
    sites = ("heel", "calf")
    return [
        {"site": site, "side": "left", "score": score}
        for site, score in zip(sites, scores, strict=False)
    ]


@pytest.mark.parametrize(
    ("after", "pain", "edited"),
    [
        (None, 3, None),
        ({"sore": sore(7)}, None, {"sore": sore(7)}),
        ({"sore": sore(7)}, 2, {"sore": sore(2)}),
        ({"sore": sore(2)}, 7, {"sore": sore(7)}),
        ({"sore": sore(7)}, 0, {"sore": []}),
        ({"sore": sore(7, 3)}, 4, {"sore": sore(4, 3)}),
        ({"sore": sore(4, 3)}, 7, {"sore": sore(4, 3)}),
        ({"hurt": [{"step": 2, "score": 7}]}, 2, {"hurt": [{"step": 2, "score": 2}]}),
        ({"hurt": [{"step": 2, "score": 3}]}, 7, {"hurt": [{"step": 2, "score": 3}]}),
        ({"flags": [], "later": 1}, 2, {"flags": [], "later": 1}),
    ],
)
def test_no_score_contradicts_the_pain(
    after: Mapping[str, object] | None, pain: int | None, edited: Mapping[str, object] | None
) -> None:
    assert after_with_pain(after, pain) == edited
