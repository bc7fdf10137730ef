"""A fixed day for the commands of the coach."""

from collections.abc import Callable

import pytest

SetDay = Callable[[str], None]


@pytest.fixture
def set_day(monkeypatch: pytest.MonkeyPatch) -> SetDay:
    """Set the day that footcoach takes for today, at half past seven."""

    def set_to(day: str) -> None:
        monkeypatch.setenv("FOOTCOACH_NOW", f"{day}T07:30")

    set_to("2026-03-02")  # a Monday
    return set_to
