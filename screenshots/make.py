"""Screenshots of the README, made by `make screenshots`, and the scenes they show.

The clock is set by hand, so the output is reproducible.
"""

import asyncio
import tempfile
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path

from app_fixture import NOW, AppFixture
from sample_course import add_coach, add_course
from sample_history import sample_sessions
from sample_self_tests import add_self_tests
from textual.pilot import Pilot

from footcoach_tui.app.screens.play import PlayScreen
from footcoach_tui.boundary.paths import bundled_routines_folder
from footcoach_tui.library.coach_rules import load_rules

FOLDER = Path(__file__).resolve().parent
SIZES = {
    "playing": (120, 36),
    "today": (80, 24),
    "sore-site": (80, 24),
    "lighter": (80, 24),
    "plan": (120, 36),
    "resting": (80, 24),
    "summary": (80, 24),
    "far": (80, 24),
    "library": (80, 24),
    "history": (80, 24),
    "trends": (80, 24),
    "composer": (120, 36),
}
"""Screenshots of the README and their sizes."""
_ROUTINE = "rw-essential-three"
_ROUTINES = {"conditions": "balance-and-hops-9min", "counting": "test-calf"}
"""Routines of scenes that show another one."""
_Scene = Callable[[Pilot[None], AppFixture], Awaitable[None]]


async def home(pilot: Pilot[None], _: AppFixture) -> None:
    """The start screen."""
    await pilot.pause()


async def library(pilot: Pilot[None], fixture: AppFixture) -> None:
    """The library, at the first exercise of the article, half-way through a rep."""
    await pilot.press("l", *"jjjjjjjj")
    await settle(pilot)
    fixture.clock.seconds += 12
    await fixture.show_moment(pilot)


async def ready(pilot: Pilot[None], _: AppFixture) -> None:
    """A routine before its start."""
    await pilot.pause()


async def far(pilot: Pilot[None], fixture: AppFixture) -> None:
    """A long hold in the distance view."""
    await start_session(pilot, fixture, 85 + 10 + 18)
    await pilot.press("f")
    await pilot.pause()


async def how(pilot: Pilot[None], fixture: AppFixture) -> None:
    """How and why of the current exercise."""
    await start_session(pilot, fixture, 5)
    await pilot.press("i")
    await pilot.pause()


async def conditions(pilot: Pilot[None], _: AppFixture) -> None:
    """The conditions of a routine with hops, one of them ticked."""
    await pilot.press("y", "1")
    await pilot.pause()


async def flags(pilot: Pilot[None], _: AppFixture) -> None:
    """When to get it checked."""
    await pilot.press("exclamation_mark")
    await pilot.pause()


async def counting(pilot: Pilot[None], fixture: AppFixture) -> None:
    """A test to a beat, after 12 raises."""
    await pilot.press("y")
    await start_session(pilot, fixture, 10 + 25)


async def leaving(pilot: Pilot[None], fixture: AppFixture) -> None:
    """The question before a session is left."""
    await start_session(pilot, fixture, 20)
    await pilot.press("q")
    await pilot.pause()


async def playing(pilot: Pilot[None], fixture: AppFixture) -> None:
    """Half-way through the hold of the third repetition."""
    await start_session(pilot, fixture, 10 + 2 * 15 + 10 + 1)


async def resting(pilot: Pilot[None], fixture: AppFixture) -> None:
    """Changing from the left foot to the right."""
    await start_session(pilot, fixture, 85 + 10 + 60 + 3)


async def hurting(pilot: Pilot[None], fixture: AppFixture) -> None:
    """The question how much an exercise hurts."""
    await start_session(pilot, fixture, 20)
    await pilot.press("H")
    await pilot.pause()


async def asking_flags(pilot: Pilot[None], fixture: AppFixture) -> None:
    """The red flags after a pain above 5, the second one chosen."""
    await start_session(pilot, fixture, 20)
    await pilot.press("H", "7", "2")
    await pilot.pause()


async def red_flag(pilot: Pilot[None], fixture: AppFixture) -> None:
    """The text of a red flag, alone."""
    await start_session(pilot, fixture, 20)
    await pilot.press("H", "exclamation_mark", "1", "enter")
    await pilot.pause()


async def where(pilot: Pilot[None], fixture: AppFixture) -> None:
    """The question where it hurts, after a session."""
    await _end_with_rules(pilot, fixture)
    await pilot.press("3", "4")
    await pilot.pause()


async def sore_after(pilot: Pilot[None], fixture: AppFixture) -> None:
    """The advice for a sore Achilles, after a session."""
    await _end_with_rules(pilot, fixture)
    await pilot.press("3", "4", "t", "c", "l", "enter")
    await pilot.pause()


async def _end_with_rules(pilot: Pilot[None], fixture: AppFixture) -> None:
    """End a session of an app with the rules of the coach."""
    fixture.rules = load_rules(bundled_routines_folder(), None, fixture.catalogue)
    screen = PlayScreen(fixture.context(), fixture.catalogue.routines[_ROUTINE])
    pilot.app.push_screen(screen)
    await settle(pilot)
    await start_session(pilot, fixture, 323)
    await settle(pilot)


async def summary(pilot: Pilot[None], fixture: AppFixture) -> None:
    """The end, with one question answered."""
    await start_session(pilot, fixture, 323)
    await pilot.pause()
    await pilot.press("3")
    await pilot.pause()


async def check_in(pilot: Pilot[None], _: AppFixture) -> None:
    """The first question before a session."""
    await pilot.press("space")
    await settle(pilot)


async def sore_site(pilot: Pilot[None], _: AppFixture) -> None:
    """Where it is sore, chosen on the picture."""
    await pilot.press("space")
    await settle(pilot)
    await pilot.press("y", *["down", "left", "up"])


async def lighter(pilot: Pilot[None], _: AppFixture) -> None:
    """What a sore site changes, before the start."""
    await pilot.press("space")
    await settle(pilot)
    await pilot.press("y", "b", "l", "3", "n", "n")


async def rest(pilot: Pilot[None], _: AppFixture) -> None:
    """Too much pain for a session."""
    await pilot.press("space")
    await settle(pilot)
    await pilot.press("y", "h", "l", "7", "n", "n")


async def red_flags(pilot: Pilot[None], _: AppFixture) -> None:
    """The red flags, one of them chosen."""
    await pilot.press("space")
    await settle(pilot)
    await pilot.press("y", "c", "l", "4", "n", "1", "2")


async def plan(pilot: Pilot[None], _: AppFixture) -> None:
    """How far a plan is."""
    await pilot.press("P")
    await settle(pilot)


async def plans(pilot: Pilot[None], _: AppFixture) -> None:
    """Plans to choose from."""
    await pilot.press("P")
    await settle(pilot)
    await pilot.press("j")


async def plan_days(pilot: Pilot[None], _: AppFixture) -> None:
    """Days of a plan."""
    await pilot.press("P")
    await settle(pilot)
    await pilot.press("W", "3", "3", "6", "enter")


async def profile(pilot: Pilot[None], _: AppFixture) -> None:
    """A question about the person."""
    await pilot.press("P")
    await settle(pilot)
    await pilot.press("v", "n")


async def self_tests(pilot: Pilot[None], _: AppFixture) -> None:
    """Self-tests, with the ankle bend of three months."""
    await pilot.press("T")
    await pilot.pause()


async def composer(pilot: Pilot[None], _: AppFixture) -> None:
    """A routine that is composed: three steps, and the holds of the last one chosen."""
    await pilot.press("n")
    await settle(pilot)
    await pilot.press("a", "j", "a", "a", "d", *"jjjjj", "a", "2", "plus", "right")
    await settle(pilot)


_SCENES: dict[str, _Scene] = {
    "home": home,
    "composer": composer,
    "library": library,
    "ready": ready,
    "playing": playing,
    "resting": resting,
    "summary": summary,
    "far": far,
    "how": how,
    "leaving": leaving,
    "conditions": conditions,
    "flags": flags,
    "counting": counting,
    "ascii": playing,
    "self-tests": self_tests,
    "hurting": hurting,
    "asking-flags": asking_flags,
    "red-flag": red_flag,
    "where": where,
    "sore-after": sore_after,
}
_COACH_SCENES: dict[str, _Scene] = {
    "today": home,
    "newcomer": home,
    "check-in": check_in,
    "sore-site": sore_site,
    "lighter": lighter,
    "rest": rest,
    "red-flags": red_flags,
    "plan": plan,
    "plans": plans,
    "plan-days": plan_days,
    "profile": profile,
}
"""Scenes with a coach, from the start screen."""
_HISTORY_KEYS = {
    "history": ("h",),
    "pain": ("h", "p", "slash", *"left", "enter", "j"),
    "session": ("h", "p", "enter"),
    "trends": ("h", "t", *"jjjjjjjj"),
}
"""Keys from the start screen to each scene of a year's history."""


async def start_session(pilot: Pilot[None], fixture: AppFixture, seconds: float) -> None:
    """Start the session and run its clock for `seconds`, with ticks too close to count as a gap."""
    await pilot.press("space")
    for _ in range(int(seconds)):
        fixture.clock.seconds += 1
        fixture.tick(pilot)
    await settle(pilot)
    await fixture.show_moment(pilot)


async def settle(pilot: Pilot[None]) -> None:
    """Wait until frames are rendered and the history is read."""
    await pilot.pause()
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


@asynccontextmanager
async def shown(
    state: str, size: tuple[int, int], fixture: AppFixture
) -> AsyncIterator[Pilot[None]]:
    """App at the scene of a state, with a sample history."""
    if state == "newcomer":
        add_coach(fixture)
    elif state == "plans":
        add_coach(fixture)
        fixture.fill_history()
    elif state in _COACH_SCENES:
        add_course(fixture)
    elif state in _HISTORY_KEYS:
        fixture.history.add_all(sample_sessions(fixture.catalogue, NOW), "sample")
    else:
        fixture.fill_history()
    if state == "self-tests":
        add_self_tests(fixture)
    is_home = state in (
        "home",
        "composer",
        "library",
        "flags",
        "self-tests",
        *_COACH_SCENES,
        *_HISTORY_KEYS,
    )
    app = fixture.app("" if is_home else _ROUTINES.get(state, _ROUTINE))
    async with app.run_test(size=size, notifications=False) as pilot:
        await settle(pilot)
        if scene := (_SCENES | _COACH_SCENES).get(state):
            await scene(pilot, fixture)
        await pilot.press(*_HISTORY_KEYS.get(state, ()))
        await settle(pilot)
        yield pilot


def name(state: str) -> str:
    """File name of a screenshot."""
    columns, rows = SIZES[state]
    return f"{state}-{columns}x{rows}.svg"


async def main() -> None:
    """Save all screenshots."""
    for state, size in SIZES.items():
        with tempfile.TemporaryDirectory() as folder:
            async with shown(state, size, AppFixture(Path(folder))) as pilot:
                svg = pilot.app.export_screenshot(title="footcoach")
        (FOLDER / name(state)).write_text(svg, encoding="utf-8")
        print(name(state))


if __name__ == "__main__":
    asyncio.run(main())
