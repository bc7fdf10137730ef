"""The app in ASCII, in sixteen colours, in none, and in calm."""

from datetime import UTC, datetime

import pytest
from app_driver import AppDriver, OpenApp
from app_fixture import AppFixture
from past_sessions import add_session
from rich.color import ColorType
from rich.segment import Segment
from textual.widgets import Input

from footcoach_tui.app.app import FootcoachApp
from footcoach_tui.app.appearance.choose import Appearance, ColourDepth
from footcoach_tui.app.appearance.palettes import ANSI_DARK_THEME, ANSI_LIGHT_THEME
from footcoach_tui.app.widgets.phase_bar import PhaseBar
from footcoach_tui.terminal.input_reader import TerminalBackground
from footcoach_tui.terminal.quality import Quality


def segments(person: AppDriver) -> list[Segment]:
    """All that is on the screen, as it would be sent."""
    strips = person.screen._compositor.render_strips()
    return [segment for strip in strips for segment in strip]


def whole(person: AppDriver) -> str:
    strips = person.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in strip) for strip in strips)


def kinds(person: AppDriver) -> set[ColorType]:
    """Types of the colours on the screen."""
    styles = [segment.style for segment in segments(person) if segment.style]
    return {colour.type for style in styles for colour in (style.color, style.bgcolor) if colour}


async def walk(person: AppDriver) -> list[str]:
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
        await person.wait(10)
    return seen


async def test_in_ascii_no_scrollbar_looks_like_a_letter(
    launch_app: OpenApp, app_fixture: AppFixture
) -> None:
    app_fixture.appearance = Appearance(is_ascii=True)
    async with launch_app(size=(60, 20)) as person:
        await person.press("question_mark")  # longer than the screen
        bar = person.screen.query_one("#card-box").vertical_scrollbar
        for rows in range(10):
            await person.press("down")
            column = bar.region.x
            cells = {
                line[column]
                for line in whole(person).splitlines()[bar.region.y :][: bar.region.height]
            }
            assert cells == {" "}, rows


async def test_in_ascii_not_one_sign_is_anything_else(
    launch_app: OpenApp, app_fixture: AppFixture
) -> None:
    add_session(
        app_fixture, at=datetime(2026, 3, 9, 7, 0, tzinfo=UTC), note="Fußsohle très sensible 日本"
    )
    app_fixture.appearance = Appearance(is_ascii=True)
    async with launch_app() as person:
        await person.press("h")
        history = whole(person)
        assert "Fussohle tres sensible ????" in history
        await person.press("t")
        trends = whole(person)
    async with launch_app("test-routine", (120, 36)) as person:
        screens = await walk(person)
    assert all(text.isascii() for text in (history, trends, *screens))
    assert "+- 2 " in screens[0]
    assert ": GET READY" in screens[1]
    assert "both # #" in screens[1]
    assert "enter Save" in screens[-1], "a key by its name, which has letters only"


async def test_sixteen_colours_are_the_terminals_own(
    launch_app: OpenApp, app_fixture: AppFixture
) -> None:
    app_fixture.appearance = Appearance(ColourDepth.SIXTEEN, theme="footcoach-light")
    async with launch_app("test-routine", (80, 24)) as person:
        await person.press("space", "m")
        assert kinds(person) == {ColorType.DEFAULT, ColorType.STANDARD}
        band = next(one for one in segments(person) if "GET READY" in one.text)
        assert band.style
        assert band.style.bgcolor
        assert band.style.bgcolor.type is ColorType.STANDARD
        assert "─" in person.text("#phase-bar"), "what is to come has no ground to be seen by"


async def test_letters_are_read_on_the_ground_that_the_terminal_has(
    launch_app: OpenApp, app_fixture: AppFixture
) -> None:
    app_fixture.appearance = Appearance(ColourDepth.SIXTEEN)
    async with launch_app("test-routine", (80, 24)) as person:
        app = person.pilot.app
        for is_light, theme in ((True, ANSI_LIGHT_THEME), (False, ANSI_DARK_THEME)):
            app.post_message(TerminalBackground(is_light=is_light))
            await person.settle()
            assert app.theme == theme


async def test_colours_that_bring_their_own_ground_stay_as_they_are(launch_app: OpenApp) -> None:
    async with launch_app("test-routine", (80, 24)) as person:
        app = person.pilot.app
        assert isinstance(app, FootcoachApp)
        app.post_message(TerminalBackground(is_light=True))
        await person.settle()
        assert app.theme == "footcoach"
        app.on_quality(Quality.SIXTEEN_COLOURS)  # as on a slow line
        assert app.theme == ANSI_LIGHT_THEME


async def test_of_sixteen_colours_black_is_never_bold(
    launch_app: OpenApp, app_fixture: AppFixture
) -> None:
    """Bold black is grey on a Linux console, in xterm and in others: unreadable on a band."""
    app_fixture.appearance = Appearance(ColourDepth.SIXTEEN)
    black = []
    async with launch_app("test-routine", (80, 24)) as person:
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
    launch_app: OpenApp, app_fixture: AppFixture
) -> None:
    app_fixture.appearance = Appearance(ColourDepth.NONE)
    async with launch_app("test-routine", (80, 24)) as person:
        await person.press("space", "m")
        assert kinds(person) == set()
        band = next(one for one in segments(person) if "GET READY" in one.text)
        assert "▷ GET READY" in band.text
        assert band.style
        assert band.style.reverse
        await person.press("1")
        row = next(one for one in segments(person) if "▶ " in one.text)
        assert row.style
        assert row.style.reverse, "the row one is at"


async def test_no_color_set_to_nothing_asks_for_nothing(
    launch_app: OpenApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "")
    async with launch_app() as person:
        colours = {segment.style.color for segment in segments(person) if segment.style}
    assert any(one and one.triplet and len(set(one.triplet)) > 1 for one in colours)


async def test_colours_and_motion_can_be_fewer_for_a_while(
    launch_app: OpenApp, app_fixture: AppFixture
) -> None:
    app_fixture.appearance = Appearance(theme="dusk")
    async with launch_app("", (60, 20)) as person:
        app = person.app
        assert isinstance(app, FootcoachApp)
        app.on_quality(Quality.STILLS)
        await person.settle()
        assert (app.theme, app.animation_level) == (ANSI_DARK_THEME, "none")
        assert kinds(person) <= {ColorType.DEFAULT, ColorType.STANDARD}
        app.on_quality(Quality.FULL)
        assert (app.theme, app.animation_level) == ("dusk", "full")
        app.on_quality(Quality.SIXTEEN_COLOURS)
        app.theme = "trail"  # chosen meanwhile, it is worn when there are colours for it
        assert app.theme == ANSI_DARK_THEME
        app.on_quality(Quality.FULL)
        assert app.theme == "trail"
        assert app.animation_level == "full"


async def test_in_calm_the_bar_goes_by_seconds(
    launch_app: OpenApp, app_fixture: AppFixture
) -> None:
    app_fixture.appearance = Appearance(is_calm=True)
    async with launch_app("test-routine", (80, 24)) as person:
        await person.press("space")
        await person.wait(1.0)
        before = person.screen.query_one(PhaseBar)._fraction
        await person.wait(0.9)
        assert person.screen.query_one(PhaseBar)._fraction == before
        await person.wait(0.2)
        assert person.screen.query_one(PhaseBar)._fraction > before


async def test_in_calm_no_cursor_blinks(launch_app: OpenApp, app_fixture: AppFixture) -> None:
    app_fixture.appearance = Appearance(is_calm=True)
    async with launch_app() as person:
        await person.press("3", "slash")
        assert not person.screen.query_one("#find", Input).cursor_blink


@pytest.mark.parametrize(
    ("theme", "plain"), [("footcoach", "footcoach-16"), ("footcoach-light", "footcoach-16-light")]
)
async def test_a_slow_line_has_sixteen_colours_then_stills_and_later_all_again(
    app_fixture: AppFixture, theme: str, plain: str
) -> None:
    app = app_fixture.app()
    async with app.run_test():
        app.theme = theme
        app.on_quality(Quality.FEWER_FRAMES)
        assert (app.theme, app.animation_level) == (theme, "full")
        app.on_quality(Quality.SIXTEEN_COLOURS)
        assert (app.theme, app.animation_level) == (plain, "full")
        app.on_quality(Quality.STILLS)
        assert (app.theme, app.animation_level) == (plain, "none")
        app.on_quality(Quality.FULL)
        assert (app.theme, app.animation_level) == (theme, "full")


async def test_a_theme_that_was_chosen_on_a_slow_line_stays(app_fixture: AppFixture) -> None:
    app = app_fixture.app()
    async with app.run_test():
        app.on_quality(Quality.SIXTEEN_COLOURS)
        app.theme = "dusk"
        app.on_quality(Quality.FULL)
        assert app.theme == "dusk"
