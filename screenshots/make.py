"""The pictures of the README, drawn by `make screenshots`, and the screens that they show.

The clock does not move, so the same code makes the same bytes.
"""

import asyncio
import tempfile
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path

from app_fixture import NOW, AppFixture
from sample_history import sample_sessions
from textual.pilot import Pilot

FOLDER = Path(__file__).resolve().parent
PICTURES = {
    "playing": (120, 36),
    "home": (80, 24),
    "resting": (80, 24),
    "summary": (80, 24),
    "far": (80, 24),
    "library": (80, 24),
    "ready": (80, 24),
    "history": (80, 24),
    "trends": (80, 24),
}
"""What the README shows, each at one size."""
_ROUTINE = "rw-essential-three"
_Scene = Callable[[Pilot[None], AppFixture], Awaitable[None]]


async def home(pilot: Pilot[None], _: AppFixture) -> None:
    """The start screen."""
    await pilot.pause()


async def library(pilot: Pilot[None], studio: AppFixture) -> None:
    """The library, at the first exercise of the article, half-way through a rep."""
    await pilot.press("l", "j", "j", "j")
    await settle(pilot)
    studio.clock.seconds += 12
    await studio.show_moment(pilot)


async def ready(pilot: Pilot[None], _: AppFixture) -> None:
    """A routine about to be played: what to have, what to mind, whose it is."""
    await pilot.pause()


async def far(pilot: Pilot[None], studio: AppFixture) -> None:
    """A long hold, to be read from the mat."""
    await start_session(pilot, studio, 85 + 10 + 18)
    await pilot.press("f")
    await pilot.pause()


async def how(pilot: Pilot[None], studio: AppFixture) -> None:
    """How and why of the exercise under way."""
    await start_session(pilot, studio, 5)
    await pilot.press("i")
    await pilot.pause()


async def leaving(pilot: Pilot[None], studio: AppFixture) -> None:
    """The question before a session is left."""
    await start_session(pilot, studio, 20)
    await pilot.press("q")
    await pilot.pause()


async def playing(pilot: Pilot[None], studio: AppFixture) -> None:
    """Half-way through the hold of the third repetition."""
    await start_session(pilot, studio, 10 + 2 * 15 + 11 + 1)


async def resting(pilot: Pilot[None], studio: AppFixture) -> None:
    """Changing from the left foot to the right."""
    await start_session(pilot, studio, 85 + 10 + 60 + 3)


async def summary(pilot: Pilot[None], studio: AppFixture) -> None:
    """The end, with one question answered."""
    await start_session(pilot, studio, 323)
    await pilot.pause()
    await pilot.press("3")
    await pilot.pause()


_SCENES: dict[str, _Scene] = {
    "home": home,
    "library": library,
    "ready": ready,
    "playing": playing,
    "resting": resting,
    "summary": summary,
    "far": far,
    "how": how,
    "leaving": leaving,
    "ascii": playing,
}
_HISTORY_KEYS = {
    "history": ("h",),
    "pain": ("h", "p", "slash", *"left", "enter", "j"),
    "session": ("h", "p", "enter"),
    "trends": ("h", "t", *"jjjjjjjj"),
}
"""The keys that lead from the start screen to a picture of a year's history."""


async def start_session(pilot: Pilot[None], studio: AppFixture, seconds: float) -> None:
    """Start the session and let its clock run, with looks close enough to be no gap."""
    await pilot.press("space")
    for _ in range(int(seconds)):
        studio.clock.seconds += 1
        studio.tick(pilot)
    await settle(pilot)
    await studio.show_moment(pilot)


async def settle(pilot: Pilot[None]) -> None:
    """Wait until frames are drawn and the history is read."""
    await pilot.pause()
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


@asynccontextmanager
async def shown(
    state: str, size: tuple[int, int], studio: AppFixture
) -> AsyncIterator[Pilot[None]]:
    """The app with one screen open; the studio takes the made-up history."""
    if state in _HISTORY_KEYS:
        studio.history.add_all(sample_sessions(studio.catalogue, NOW), "made up")
    else:
        studio.fill_history()
    app = studio.app("" if state in ("home", "library", *_HISTORY_KEYS) else _ROUTINE)
    async with app.run_test(size=size, notifications=False) as pilot:
        await settle(pilot)
        if act := _SCENES.get(state):
            await act(pilot, studio)
        await pilot.press(*_HISTORY_KEYS.get(state, ()))
        await settle(pilot)
        yield pilot


def name(state: str) -> str:
    """The file of a picture."""
    columns, rows = PICTURES[state]
    return f"{state}-{columns}x{rows}.svg"


async def main() -> None:
    """Draw all pictures."""
    for state, size in PICTURES.items():
        with tempfile.TemporaryDirectory() as folder:
            async with shown(state, size, AppFixture(Path(folder))) as pilot:
                drawn = pilot.app.export_screenshot(title="footcoach")
        (FOLDER / name(state)).write_text(drawn, encoding="utf-8")
        print(name(state))


if __name__ == "__main__":
    asyncio.run(main())
