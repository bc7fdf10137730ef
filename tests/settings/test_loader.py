"""Config files: which values are accepted, and the problems of others."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from footcoach_tui.session.equipment import Equipment
from footcoach_tui.session.side import Side
from footcoach_tui.settings.loader import load_settings
from footcoach_tui.settings.pace import PACE_FAULT
from footcoach_tui.settings.settings import Settings

Load = Callable[[str], Any]
Read = Callable[[], Any]


def test_without_a_file_the_defaults_hold_and_nothing_is_told(read: Read) -> None:
    loaded = read()
    assert loaded.settings == Settings(
        bell=True, first_side=Side.LEFT, theme="", week_goal=3, keys={}
    )
    assert loaded.problems == ()


def test_an_empty_file_is_like_none(load: Load) -> None:
    loaded = load("# nothing chosen yet\n")
    assert (loaded.settings, loaded.problems) == (Settings(), ())


def test_reading_makes_no_file(read: Read, config: Path) -> None:
    read()
    assert not config.exists()


@pytest.mark.parametrize(
    ("line", "field", "value"),
    [
        ("bell = false", "bell", False),
        ('notify = "osc99"', "notify", "osc99"),
        ('progress = "on"', "progress", "on"),
        ('sound = "off"', "sound", "off"),
        ('speech = "espeak-ng"', "speech", "espeak-ng"),
        ('first_side = "right"', "first_side", Side.RIGHT),
        ('theme = "nord"', "theme", "nord"),
        ('glyphs = "ascii"', "glyphs", "ascii"),
        ("calm = true", "calm", True),
        ("week_goal = 1", "week_goal", 1),
        ("week_goal = 21", "week_goal", 21),
        ('pace = "timer"', "pace", None),
        ('pace = "wait"', "pace", 0.0),
        ('pace = "wait 20"', "pace", 20.0),
        ("kit = []", "kit", frozenset()),
        ('kit = ["mat", "ball"]', "kit", frozenset({Equipment.MAT, Equipment.BALL})),
        ('keys."session.next" = "x"', "keys", {"session.next": ("x",)}),
        ('[keys]\n"session.mute" = ["x", "f1"]', "keys", {"session.mute": ("x", "f1")}),
    ],
)
def test_each_key_is_taken(load: Load, line: str, field: str, value: object) -> None:
    loaded = load(line)
    assert loaded.problems == ()
    assert getattr(loaded.settings, field) == value
    others = {name: getattr(Settings(), name) for name in Settings.__slots__ if name != field}
    assert {name: getattr(loaded.settings, name) for name in others} == others


def test_the_first_side_is_a_side_and_no_mere_text(load: Load) -> None:
    assert load('first_side = "right"').settings.first_side.other is Side.LEFT


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("bell = 1", "1: bell: must be true or false"),
        ('bell = "yes"', "1: bell: must be true or false"),
        ('notify = "on"', "1: notify: must be one of auto, off, osc9, osc777, osc99"),
        ("progress = true", "1: progress: must be one of auto, off, on"),
        ('sound = ["auto"]', "1: sound: must be one of auto, off"),
        ('speech = "spd-say"', "1: speech: must be one of auto, off, espeak-ng, say"),
        *[
            (f"pace = {value}", f"1: pace: {PACE_FAULT}")
            for value in ('"waits"', '"wait 0"', '"wait 601"', '"wait 1.5"', '"wait 20\\n"', "20")
        ],
        ('kit = "mat"', '1: kit: must be a list of things, such as ["mat", "ball", "chair"]'),
        ('kit = ["mat", "bal"]', "1: kit: did you mean “ball”?"),
        ("kit = [1]", f"1: kit: must be of {', '.join(Equipment)}"),
        ("kit = [['mat']]", f"1: kit: must be of {', '.join(Equipment)}"),
        ('first_side = "both"', "1: first_side: must be left or right"),
        ('first_side = ["left"]', "1: first_side: must be left or right"),
        ("week_goal = 0", "1: week_goal: must be a whole number from 1 to 21"),
        ("week_goal = 22", "1: week_goal: must be a whole number from 1 to 21"),
        ("week_goal = 3.0", "1: week_goal: must be a whole number from 1 to 21"),
        ("week_goal = true", "1: week_goal: must be a whole number from 1 to 21"),
        ('glyphs = "braille"', "1: glyphs: must be one of auto, unicode, ascii"),
        ("calm = 1", "1: calm: must be true or false"),
        ("theme = 3", "1: theme: must be the name of a theme, in quotes"),
        ('theme = "footcoach-lite"', "1: theme: did you mean “footcoach-light”?"),
        ('theme = "x"', "1: theme: must be one of footcoach, footcoach-light, nord"),
        ("weekgoal = 3", "1: weekgoal: unknown key; did you mean “week_goal”?"),
        ("zzz = 3", "1: zzz: unknown key"),
    ],
)
def test_a_wrong_value_is_told_and_left_at_its_default(load: Load, line: str, message: str) -> None:
    loaded = load(line)
    assert loaded.lines == [message]
    assert loaded.settings == Settings()


def test_all_problems_are_told_at_once_in_the_order_of_the_lines(load: Load) -> None:
    loaded = load(
        "# mine\n"
        "week_goal = 99\n"
        "colour = 'blue'\n"
        "bell = 0\n"
        "first_side = 'right'\n"
        "\n"
        "[keys]\n"
        "'session.nxt' = 'x'\n"
        "'session.back' = 7\n"
    )
    assert loaded.lines == [
        "2: week_goal: must be a whole number from 1 to 21",
        "3: colour: unknown key",
        "4: bell: must be true or false",
        '8: keys."session.nxt": unknown command; did you mean “session.next”?',
        '9: keys."session.back": must be a key or a list of keys, such as ["n", "right"]',
    ]
    assert loaded.settings == Settings(first_side=Side.RIGHT), "what is right still holds"


def test_a_text_that_is_no_toml_is_told_with_its_line(load: Load) -> None:
    loaded = load("bell = true\nweek_goal = three\n")
    assert loaded.lines == ["2: this is not a TOML value; text needs quotes"]
    assert loaded.settings == Settings()


def test_where_nothing_is_drawn_any_theme_will_do(load: Load, config: Path) -> None:
    load('theme = "of-the-app"')
    settings, problems = load_settings(config, {}, ())
    assert (settings.theme, problems) == ("of-the-app", ())
