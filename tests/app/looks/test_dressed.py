"""The app in ASCII, in sixteen colours, in none, and in calm."""

from datetime import UTC, datetime

import pytest
from past import keep
from person import Opened, Person
from rich.color import ColorType
from rich.segment import Segment
from studio import Studio
from textual.widgets import Input

from footcoach_tui.app.app import FootcoachApp
from footcoach_tui.app.looks.look import Depth, Look
from footcoach_tui.app.looks.palettes import SIXTEEN, SIXTEEN_LIGHT
from footcoach_tui.app.terminal.ground import Ground
from footcoach_tui.app.widgets.phase_bar import PhaseBar


def segments(person: Person) -> list[Segment]:
    """All that is on the screen, as it would be sent."""
    strips = person.screen._compositor.render_strips()
    return [segment for strip in strips for segment in strip]


def whole(person: Person) -> str:
    strips = person.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in strip) for strip in strips)


def kinds(person: Person) -> set[ColorType]:
    """What sorts of colours stand on the screen."""
    styles = [segment.style for segment in segments(person) if segment.style]
    return {colour.type for style in styles for colour in (style.color, style.bgcolor) if colour}


async def walk(person: Person) -> list[str]:
    """The screens of a session as text."""
    seen = [whole(person)]
    for keys in (
        ("space", "m"),  # a message
        ("f",),
        ("f", "q"),
        ("escape", "question_mark"),
        ("escape", "q", "s"),  # the summary
    ):
        await person.press(*keys)
        seen.append(whole(person))
    return seen


async def test_in_ascii_not_one_sign_is_anything_else(opened: Opened, studio: Studio) -> None:
    keep(studio, at=datetime(2026, 3, 9, 7, 0, tzinfo=UTC), note="Fußsohle très sensible 日本")
    studio.wears = Look(ascii=True)
    async with opened() as person:
        await person.press("h")
        history = whole(person)
        assert "Fussohle tres sensible ????" in history
        await person.press("t")
        trends = whole(person)
    async with opened("test-routine", (120, 36)) as person:
        screens = await walk(person)
    assert all(text.isascii() for text in (history, trends, *screens))
    assert "+- 2 " in screens[0]
    assert ": GET READY" in screens[1]
    assert "o # >  right" in screens[1] or "< # o  left" in screens[1] or "# #  both" in screens[1]
    assert "enter Skip" in screens[-1], "a key by its name, which has letters only"


async def test_sixteen_colours_are_the_terminals_own(opened: Opened, studio: Studio) -> None:
    studio.wears = Look(Depth.SIXTEEN, theme="footcoach-light")
    async with opened("test-routine", (80, 24)) as person:
        await person.press("space", "m")
        assert kinds(person) == {ColorType.DEFAULT, ColorType.STANDARD}
        band = next(one for one in segments(person) if "GET READY" in one.text)
        assert band.style
        assert band.style.bgcolor
        assert band.style.bgcolor.type is ColorType.STANDARD
        assert "─" in person.text("#phase-bar"), "what is to come has no ground to be seen by"


async def test_letters_are_read_on_the_ground_that_the_terminal_has(
    opened: Opened, studio: Studio
) -> None:
    studio.wears = Look(Depth.SIXTEEN)
    async with opened("test-routine", (80, 24)) as person:
        app = person.pilot.app
        for is_light, theme in ((True, SIXTEEN_LIGHT), (False, SIXTEEN)):
            app.post_message(Ground(is_light=is_light))
            await person.settle()
            assert app.theme == theme


async def test_colours_that_bring_their_own_ground_stay_as_they_are(opened: Opened) -> None:
    async with opened("test-routine", (80, 24)) as person:
        app = person.pilot.app
        assert isinstance(app, FootcoachApp)
        app.post_message(Ground(is_light=True))
        await person.settle()
        assert app.theme == "footcoach"
        app.wear(depth=Depth.SIXTEEN)  # as on a slow line
        assert app.theme == SIXTEEN_LIGHT


async def test_of_sixteen_colours_black_is_never_bold(opened: Opened, studio: Studio) -> None:
    """Bold black is grey on a Linux console, in xterm and in others: unreadable on a band."""
    studio.wears = Look(Depth.SIXTEEN)
    black = []
    async with opened("test-routine", (80, 24)) as person:
        await person.press("space")
        black += [one.style for one in segments(person) if is_black(one)]
        await person.press("f")
        black += [one.style for one in segments(person) if is_black(one)]
    assert black, "the letters on the band of a state"
    assert not any(style.bold for style in black if style)


def is_black(segment: Segment) -> bool:
    colour = segment.style and segment.style.color
    return bool(colour and colour.number == 0)


async def test_without_colours_states_are_told_by_shape_and_words(
    opened: Opened, studio: Studio
) -> None:
    studio.wears = Look(Depth.NONE)
    async with opened("test-routine", (80, 24)) as person:
        await person.press("space", "m")
        assert kinds(person) == set()
        band = next(one for one in segments(person) if "GET READY" in one.text)
        assert band.text.strip() == "▷ GET READY"
        assert band.style
        assert band.style.reverse
        await person.press("1")
        row = next(one for one in segments(person) if "▶ " in one.text)
        assert row.style
        assert row.style.reverse, "the row one is at"


async def test_no_color_set_to_nothing_asks_for_nothing(
    opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "")
    async with opened() as person:
        colours = {segment.style.color for segment in segments(person) if segment.style}
    assert any(one and one.triplet and len(set(one.triplet)) > 1 for one in colours)


async def test_colours_and_motion_can_be_fewer_for_a_while(opened: Opened, studio: Studio) -> None:
    studio.wears = Look(theme="dusk")
    async with opened("", (60, 20)) as person:
        app = person.app
        assert isinstance(app, FootcoachApp)
        app.wear(depth=Depth.SIXTEEN, calm=True)
        await person.settle()
        assert (app.theme, app.animation_level) == (SIXTEEN, "none")
        assert kinds(person) <= {ColorType.DEFAULT, ColorType.STANDARD}
        app.wear(depth=Depth.TRUE)
        assert (app.theme, app.animation_level) == ("dusk", "none")
        app.wear(depth=Depth.SIXTEEN)
        app.theme = "trail"  # chosen meanwhile, it is worn when there are colours for it
        assert app.theme == SIXTEEN
        app.wear(depth=Depth.MANY, calm=False)
        assert app.theme == "trail"
        assert app.animation_level == "full"


async def test_in_calm_the_bar_goes_by_seconds_and_no_cursor_blinks(
    opened: Opened, studio: Studio
) -> None:
    studio.wears = Look(calm=True)
    async with opened("test-routine", (80, 24)) as person:
        await person.press("space")
        await person.wait(1.0)
        before = person.screen.query_one(PhaseBar)._fraction
        await person.wait(0.9)
        assert person.screen.query_one(PhaseBar)._fraction == before
        await person.wait(0.2)
        assert person.screen.query_one(PhaseBar)._fraction > before
        await person.press("slash")
        assert not person.screen.query_one("#find", Input).cursor_blink
