from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest
from builders import three_steps
from past import keep
from person import Opened, Person
from studio import Studio

from footcoach_tui.library.catalogue import Catalogue


@pytest.fixture
def studio(tmp_path: Path) -> Studio:
    """A studio whose only routine is three short steps: 32 s, 75 s and 63 s."""
    made = three_steps()
    exercises = {step.exercise.id: step.exercise for step in made.steps}
    catalogue = Catalogue(exercises=exercises, routines={made.id: made}, sources={})
    return Studio(tmp_path / "data", catalogue=catalogue)


@pytest.fixture
def opened(studio: Studio) -> Opened:
    """Open the app, at its start screen or at a routine."""

    @asynccontextmanager
    async def open_app(
        routine: str = "", size: tuple[int, int] = (120, 36)
    ) -> AsyncIterator[Person]:
        app = studio.app(routine)
        async with app.run_test(size=size, notifications=True) as pilot:
            person = Person(pilot, studio)
            await person.settle()
            yield person

    return open_app


@pytest.fixture
def playing(opened: Opened) -> Opened:
    """Open the app in a session that was just started."""

    @asynccontextmanager
    async def start(size: tuple[int, int] = (120, 36)) -> AsyncIterator[Person]:
        async with opened("test-routine", size) as person:
            await person.press("space")
            yield person

    return start


@pytest.fixture
def year(studio: Studio) -> Studio:
    """Five sessions, two of them with pain, over the end of a year."""
    keep(studio, at=datetime(2025, 12, 31, 18, 0, tzinfo=UTC), pain=4, note="right heel")
    keep(studio, at=datetime(2026, 1, 1, 9, 0, tzinfo=UTC), pain=0)
    keep(studio, at=datetime(2026, 2, 20, 7, 0, tzinfo=UTC), pain=3, note="left arch, sore")
    keep(studio, at=datetime(2026, 3, 9, 7, 0, tzinfo=UTC), context="after-run")
    keep(studio, days=0)
    return studio
