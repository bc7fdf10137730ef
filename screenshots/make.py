"""Makes the pictures of the README: `make screenshots`.

The clock stands still, so the same code makes the same bytes.
"""

import asyncio
import tempfile
from collections.abc import Awaitable, Callable
from pathlib import Path

from studio import NOW, Studio
from textual.pilot import Pilot
from years import sessions

from footcoach_tui.app.looks.look import Depth, Look
from footcoach_tui.app.looks.palettes import PALETTES

HERE = Path(__file__).resolve().parent
SIZES = ((120, 36), (80, 24), (60, 20))
SMALL, LARGE = (40, 12), (200, 60)
AT_BOTH_ENDS = {
    SMALL: ("home", "ready", "playing", "resting", "far", "summary", "history"),
    LARGE: ("home", "playing", "far"),
}
"""What is shown as small and as large as well."""
ROUTINE = "rw-essential-three"
Act = Callable[[Pilot[None], Studio], Awaitable[None]]


async def home(pilot: Pilot[None], _: Studio) -> None:
    """The start screen."""
    await pilot.pause()


async def library(pilot: Pilot[None], studio: Studio) -> None:
    """The library, at the first exercise of the article, half-way through a rep."""
    await pilot.press("l", "j", "j", "j")
    await settled(pilot)
    studio.clock.seconds += 12
    await studio.see(pilot)


async def ready(pilot: Pilot[None], _: Studio) -> None:
    """A routine about to be played: what to have, what to mind, whose it is."""
    await pilot.pause()


async def far(pilot: Pilot[None], studio: Studio) -> None:
    """A long hold, to be read from the mat."""
    await start(pilot, studio, 85 + 10 + 18)
    await pilot.press("f")
    await pilot.pause()


async def how(pilot: Pilot[None], studio: Studio) -> None:
    """How and why of the exercise under way."""
    await start(pilot, studio, 5)
    await pilot.press("i")
    await pilot.pause()


async def leaving(pilot: Pilot[None], studio: Studio) -> None:
    """The question before a session is left."""
    await start(pilot, studio, 20)
    await pilot.press("q")
    await pilot.pause()


async def playing(pilot: Pilot[None], studio: Studio) -> None:
    """Half-way through the hold of the third repetition."""
    await start(pilot, studio, 10 + 2 * 15 + 11 + 1)


async def resting(pilot: Pilot[None], studio: Studio) -> None:
    """Changing from the left foot to the right."""
    await start(pilot, studio, 85 + 10 + 60 + 3)


async def summary(pilot: Pilot[None], studio: Studio) -> None:
    """The end, with one question answered."""
    await start(pilot, studio, 323)
    await pilot.pause()
    await pilot.press("3")
    await pilot.pause()


STATES: dict[str, Act] = {
    "home": home,
    "library": library,
    "ready": ready,
    "playing": playing,
    "resting": resting,
    "summary": summary,
    "far": far,
    "how": how,
    "leaving": leaving,
}


LOOKS = {
    "ascii": Look(ascii=True),
    "16-colours": Look(Depth.SIXTEEN),
    "no-colours": Look(Depth.NONE),
} | {palette.name: Look(theme=palette.name) for palette in PALETTES[1:]}
"""Other looks than the usual one; each is shown by the hold of a session."""

HISTORY = {
    "history": ("h",),
    "pain": ("h", "p", "slash", *"left", "enter", "j"),
    "session": ("h", "p", "enter"),
    "trends": ("h", "t", *"jjjjjjjj"),
}
"""The keys that lead from the start screen to a picture of a year's history."""


async def start(pilot: Pilot[None], studio: Studio, seconds: float) -> None:
    """Start the session and let its clock run, with looks close enough to be no gap."""
    await pilot.press("space")
    for _ in range(int(seconds)):
        studio.clock.seconds += 1
        studio.look(pilot)
    await settled(pilot)
    await studio.see(pilot)


async def settled(pilot: Pilot[None]) -> None:
    """Wait until frames are drawn and the history is read."""
    await pilot.pause()
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


async def picture(state: str, size: tuple[int, int], folder: Path) -> str:
    """One screen as SVG; `folder` takes the made-up history."""
    studio = Studio(folder, wears=LOOKS.get(state, Look()))
    if state in HISTORY:
        studio.history.add_all(sessions(studio.catalogue, NOW), "made up")
    else:
        studio.fill_history()
    app = studio.app("" if state in ("home", "library", *HISTORY) else ROUTINE)
    async with app.run_test(size=size, notifications=False) as pilot:
        await settled(pilot)
        if act := STATES.get("playing" if state in LOOKS else state):
            await act(pilot, studio)
        await pilot.press(*HISTORY.get(state, ()))
        await settled(pilot)
        return app.export_screenshot(title="footcoach")


def names() -> dict[str, tuple[str, tuple[int, int]]]:
    """Every file and what it shows."""
    shown = [(state, size) for state in (*STATES, *HISTORY) for size in SIZES]
    shown += [(look, SIZES[0]) for look in LOOKS]
    shown += [(state, size) for size, states in AT_BOTH_ENDS.items() for state in states]
    return {f"{state}-{size[0]}x{size[1]}.svg": (state, size) for state, size in shown}


async def draw(name: str) -> str:
    """The content of one file."""
    state, size = names()[name]
    with tempfile.TemporaryDirectory() as folder:
        return await picture(state, size, Path(folder))


async def main() -> None:
    """Write all of them."""
    for name in names():
        (HERE / name).write_text(await draw(name), encoding="utf-8")
        print(name)


if __name__ == "__main__":
    asyncio.run(main())
