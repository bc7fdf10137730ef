import pytest

from footcoach_tui.text.durations import (
    format_countdown,
    format_duration,
    format_minutes,
    spoken_duration,
)


@pytest.mark.parametrize(
    ("seconds", "text"),
    [(0, "0:00"), (0.2, "0:01"), (59.5, "1:00"), (323, "5:23"), (3600, "60:00"), (-4, "0:00")],
)
def test_minutes_round_up_and_are_never_negative(seconds: float, text: str) -> None:
    assert format_minutes(seconds) == text


@pytest.mark.parametrize(
    ("seconds", "text"), [(0.1, "1"), (41.2, "42"), (59, "59"), (59.5, "1:00"), (61, "1:01")]
)
def test_a_countdown_is_whole_seconds_below_a_minute(seconds: float, text: str) -> None:
    assert format_countdown(seconds) == text


def test_a_duration_has_its_shortest_form() -> None:
    assert (format_duration(1.5), format_duration(30), format_duration(90)) == (
        "1.5 s",
        "30 s",
        "1:30",
    )


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0, "0 seconds"),
        (1, "1 second"),
        (59.6, "1 minute"),
        (60, "1 minute"),
        (150, "2 minutes 30"),
    ],
)
def test_a_spoken_duration_is_in_whole_words(seconds: float, words: str) -> None:
    assert spoken_duration(seconds) == words
