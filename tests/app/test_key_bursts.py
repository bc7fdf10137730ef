"""Bursts of keys, as a stalled line delivers them, find the app as keys typed one by one do.

`python -m bench.keys` types many more into the real app.
"""

import asyncio
import tempfile
from pathlib import Path

import pytest
from app_driver import AppDriver, OpenApp
from app_fixture import AppFixture
from bundled import CATALOGUE
from coach_logs import RULES
from hypothesis import given, settings
from hypothesis import strategies as st
from textual import events
from textual.widgets import Input

from bench.key_presses import WAYS, all_keys, sequence
from footcoach_tui.app.app import FootcoachApp

_STARTS = ("", "rw-essential-three")
_ENDING = {"q", "ctrl+q", "ctrl+c", "ctrl+z"}
PRESSES = st.one_of(
    st.sampled_from(WAYS),
    st.sampled_from([key for key in all_keys() if key not in _ENDING]),
)
"""A key, or keys that lead to a screen."""


def send(app: FootcoachApp, keys: list[str]) -> None:
    """Type keys in one go."""
    for key in keys:
        character = sequence(key)
        app.post_message(events.Key(key, character if len(character) == 1 else None))


async def type_bursts(routine: str, bursts: list[list[str]]) -> None:
    """Type bursts into the app; an error in it is raised."""
    with tempfile.TemporaryDirectory() as name:
        fixture = AppFixture(Path(name), catalogue=CATALOGUE, rules=RULES)
        fixture.fill_history()
        app = fixture.app(routine)
        async with app.run_test(size=(100, 30), notifications=True) as pilot:
            await pilot.pause()
            for burst in bursts:
                send(app, [key for presses in burst for key in presses.split()])
                await handled(app)
                fixture.clock.seconds += 1
                fixture.tick(pilot)
                if app._exit:
                    return


async def handled(app: FootcoachApp) -> None:
    """Wait until no key waits."""
    await asyncio.sleep(0)
    while (app._typed or app._settling or app.message_queue_size) and not app._exit:
        if app._settling:
            await asyncio.wait([app._settling])
        await asyncio.sleep(0)


@settings(max_examples=8, derandomize=True)
@given(
    routine=st.sampled_from(_STARTS),
    bursts=st.lists(st.lists(PRESSES, min_size=5, max_size=15), min_size=1, max_size=2),
)
def test_no_burst_ends_the_app(routine: str, bursts: list[list[str]]) -> None:
    asyncio.run(type_bursts(routine, bursts))


@pytest.mark.parametrize(
    "burst",
    [
        "h a enter enter",  # the second choice finds a form, not the list that is closing
        "l pagedown pageup G pagedown",
        "ctrl+p pagedown pageup",
        "P enter escape escape escape",
        "h e escape escape",
    ],
)
async def test_these_ended_it_once(launch_coach: OpenApp, burst: str) -> None:
    async with launch_coach(size=(100, 30)) as person:
        await person.type_ahead(*burst.split())
        assert person.app.is_running


def fields(person: AppDriver) -> dict[str, str]:
    return {field.id or "": field.value for field in person.screen.query(Input)}


@pytest.mark.parametrize(
    ("keys", "texts"),
    [
        ("tab tab x y", {"pain": "", "context": "xy"}),
        ("ctrl+u l o", {"effort": "lo"}),
        ("ctrl+u 4 tab 3 tab b a d", {"effort": "4", "pain": "3", "context": "bad"}),
        ("7", {"effort": "7"}),
    ],
)
@pytest.mark.parametrize("size", [(120, 36), (50, 20)])
async def test_a_form_is_filled_by_one_burst(
    launch_app: OpenApp,
    year_of_sessions: AppFixture,
    keys: str,
    texts: dict[str, str],
    size: tuple[int, int],
) -> None:
    del year_of_sessions  # filled
    async with launch_app(size=size) as person:
        await person.press("h")
        await person.type_ahead("e", *keys.split())
        assert fields(person) | texts == fields(person)


@pytest.mark.parametrize("size", [(120, 36), (50, 20)])
async def test_a_search_is_typed_by_one_burst(launch_app: OpenApp, size: tuple[int, int]) -> None:
    async with launch_app(size=size) as person:
        await person.type_ahead("slash", *"heel")
        assert fields(person)["filter"] == "heel"
        await person.type_ahead("escape", "l", "slash", *"toe")
        assert fields(person)["find"] == "toe"


async def test_a_paste_comes_behind_the_keys_before_it(
    launch_app: OpenApp, year_of_sessions: AppFixture
) -> None:
    del year_of_sessions  # filled
    async with launch_app() as person:
        await person.press("h", "e")
        assert person.app._driver
        await person.type_ahead("tab", "tab")
        person.app._driver.send_message(events.Key("tab", None))
        person.app._driver.send_message(events.Paste("a sore heel"))
        await person.settle()
        await person.settle()
        assert fields(person)["note"].endswith("a sore heel")
