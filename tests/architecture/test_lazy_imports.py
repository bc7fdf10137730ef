"""Commands load only the modules they need: `due` runs in shell prompts and must be quick."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Loaded = Callable[..., set[str]]

_RUN = """\
import sys
from footcoach_tui.cli.main import main
try:
    main(sys.argv[1:])
except SystemExit:
    pass
print("\\n\\t".join(["", *sys.modules]))
"""
_NEEDED_BY_NO_READER = {
    *("textual", "rich", "pydantic", "tinydb", "tomlkit", "tzlocal"),
    *("asyncio", "dataclasses", "inspect", "shutil", "signal", "subprocess", "threading"),
    *("footcoach_tui.app", "footcoach_tui.library", "footcoach_tui.playback"),
}
"""Modules that no command needs that only reads the history; dataclasses alone take 8 ms."""
_NEEDED_BY_NO_PROMPT = _NEEDED_BY_NO_READER | {
    *("json", "sqlite3", "footcoach_tui.history.store", "footcoach_tui.history.reader"),
    *("footcoach_tui.coach", "footcoach_tui.session", "footcoach_tui.settings"),
}
"""Modules that no prompt needs once the answer is stored: neither the history nor the coach."""

_EXTRAS = {"psycopg", "aiohttp", "argon2", "textual_serve"}
"""Libraries of extras, which a command loads only when it needs them."""


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Loaded:
    """A function that runs a command and returns the modules loaded at its end.

    The history holds a session.
    """
    environ = os.environ | {"FOOTCOACH_DATA_DIR": str(tmp_path_factory.mktemp("data"))}

    def modules(*arguments: str) -> set[str]:
        process = subprocess.run(
            [sys.executable, "-c", _RUN, *arguments],
            env=environ,
            capture_output=True,
            text=True,
            timeout=60,
            check=True,
        )
        return {line.strip() for line in process.stdout.splitlines() if line.startswith("\t")}

    for _ in range(2):  # the index of routines is written once its folder exists
        modules("log", "desk-break-3min")
    modules("due")  # stores the answer
    return modules


@pytest.mark.parametrize(
    ("arguments", "needless"),
    [
        (["due"], _NEEDED_BY_NO_PROMPT),
        (["due", "--json"], _NEEDED_BY_NO_PROMPT - {"json"}),
        (["status"], _NEEDED_BY_NO_PROMPT),
        (["status", "--format", "{due} {next}"], _NEEDED_BY_NO_PROMPT),
        (["history"], _NEEDED_BY_NO_READER | {"footcoach_tui.cli.query_args"}),
        (["history", "--json"], _NEEDED_BY_NO_READER),
        ([], _NEEDED_BY_NO_READER),
        (["history", "toe", "since:1y"], _NEEDED_BY_NO_READER),
        (["history", "toe", "since:1y", "--json"], _NEEDED_BY_NO_READER),
        (["history", "--help"], _NEEDED_BY_NO_READER | {"footcoach_tui.history.store", "json"}),
        (
            ["export", "--format", "csv"],
            {"textual", "rich", "pydantic", "tinydb", "asyncio", "fit_tool"},
        ),
        (["export", "--help"], {"textual", "rich", "pydantic", "tinydb", "asyncio", "fit_tool"}),
        (["import", "no-such.csv"], {"textual", "rich", "pydantic", "asyncio", "fit_tool"}),
        (["undo", "--list"], {"textual", "rich", "pydantic", "tinydb", "asyncio"}),
        (["list"], {"textual", "rich", "pydantic", "tinydb", "asyncio"}),
        (["show", "ball-roll"], {"textual", "rich", "pydantic", "tinydb", "asyncio"}),
        (
            ["show", "desk-break-3min", "--html"],
            {"textual", "rich", "pydantic", "tinydb", "asyncio"},
        ),
        (["show", "toe-yoga", "--svg"], {"textual", "rich", "pydantic", "tinydb", "asyncio"}),
        (["timeline", "desk-break-3min"], {"textual", "rich", "pydantic", "tinydb", "asyncio"}),
        (["schema", "routine"], {"textual", "rich", "tinydb", "asyncio"}),
        (["new", "--help"], _NEEDED_BY_NO_READER - {"footcoach_tui.authoring"}),
        (["new", "mine"], {"textual", "rich", "tinydb", "asyncio"}),
        (["edit", "no-such"], {"textual", "rich", "tinydb", "asyncio"}),
        (["fmt"], {"textual", "rich", "tinydb", "asyncio"}),
        (["pack", "no-such"], {"textual", "rich", "tinydb", "asyncio"}),
        (["add", "--help"], _NEEDED_BY_NO_READER - {"footcoach_tui.authoring"}),
        (["add", "no-such.zip"], {"textual", "rich", "tinydb", "asyncio"}),
        (["check"], {"textual", "rich", "tinydb", "asyncio"}),
        (["today"], {"textual", "rich", "tinydb", "asyncio"}),
        (["plan"], {"textual", "rich", "tinydb", "asyncio"}),
        (["checkin", "--nothing-sore"], {"textual", "rich", "tinydb", "asyncio"}),
        (["sync"], {"textual", "rich", "pydantic", "tinydb", "asyncio"}),
        (["sync", "--help"], _NEEDED_BY_NO_READER),
        (["hub", "--help"], _NEEDED_BY_NO_READER),
        (["serve", "--help"], _NEEDED_BY_NO_READER),
        (["serve", "--add-person", "ann"], _NEEDED_BY_NO_READER),
        (["club", "--help"], _NEEDED_BY_NO_READER - {"footcoach_tui.coach"}),
        (["log", "desk-break-3min"], {"textual", "rich", "pydantic"}),
        (
            ["play", "desk-break-3min", "--plain", "--ready", "--speed", "1000"],
            {"textual", "rich", "pydantic"},
        ),
        (["--version"], _NEEDED_BY_NO_PROMPT | {"footcoach_tui.cli.commands.due"}),
        (["--help"], {"textual", "rich", "pydantic", "tinydb", "asyncio"}),
    ],
    ids=lambda value: " ".join(value[:2]) if isinstance(value, list) else "",
)
def test_a_command_loads_nothing_it_does_not_need(
    loaded: Loaded, arguments: list[str], needless: set[str]
) -> None:
    assert (
        loaded(*arguments) & (needless | {"psycopg", "aiohttp", "argon2", "textual_serve"}) == set()
    )


@pytest.mark.parametrize(
    "module",
    [
        "footcoach_tui.app.appearance.choose",  # on a terminal every command looks for its glyphs
        "footcoach_tui.cli.query_args",
        "footcoach_tui.cli.coach.due_today",
        "footcoach_tui.coach.practice.exercise_totals",
    ],
)
def test_a_module_of_quick_commands_loads_nothing_slow(module: str) -> None:
    code = f"import sys, {module}; print(*sys.modules)"
    process = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True
    )
    loaded = set(process.stdout.split())
    assert module in loaded
    slow = _NEEDED_BY_NO_READER | {"json", "footcoach_tui.history.store"}
    assert loaded & slow - {"footcoach_tui.app"} == set()


def test_the_history_is_written_through_tinydb_all_the_same(loaded: Loaded) -> None:
    """Guards the test above, which a program that does nothing would pass."""
    assert "footcoach_tui.history.store" in loaded("history")
    assert "tinydb" in loaded("log", "desk-break-3min")


def test_a_fit_file_is_made_with_its_library(loaded: Loaded, tmp_path: Path) -> None:
    """Guards the test above: only this command loads it."""
    assert "fit_tool" in loaded("export", "--format", "fit", "--output", str(tmp_path / "fits"))


def test_the_first_picture_needs_no_more_than_textual() -> None:
    """Slow packages are loaded while the first picture is on the screen."""
    code = "import sys, footcoach_tui.cli.open_app, footcoach_tui.app.app; print(*sys.modules)"
    process = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True
    )
    loaded = set(process.stdout.split())
    assert "textual.app" in loaded
    assert loaded & {"pydantic", "tinydb", "tzlocal"} == set()
    names = {"footcoach_tui.figure", "footcoach_tui.figure.glyphs"}
    own = {name for name in loaded - names if name.startswith("footcoach_tui.")}
    packages = {name.split(".")[1] for name in own}
    pure = {"session", "text"}
    assert packages <= {"app", "boundary", "cli", "settings", "terminal", "wiring"} | pure


def test_the_start_screen_needs_neither_the_coach_nor_a_session() -> None:
    """What comes after the lists is loaded once they are on the screen."""
    code = "import sys, footcoach_tui.app.launch; print(*sys.modules)"
    process = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True
    )
    loaded = set(process.stdout.split())
    assert "footcoach_tui.app.screens.home" in loaded
    screens = {"play", "check_in", "history", "library", "plan", "watch", "dialogs"}
    needless = {f"footcoach_tui.app.screens.{name}" for name in screens} | {
        *("footcoach_tui.figure.model", "footcoach_tui.session.player"),
        *("footcoach_tui.coach.plans", "footcoach_tui.coach.decisions", "footcoach_tui.playback"),
        *("footcoach_tui.cues", "footcoach_tui.library.semantics", "pydantic", "tinydb"),
    }
    assert loaded & needless == set()


def test_the_first_word_needs_nothing_but_python() -> None:
    code = (
        "import sys; before = {*sys.modules}; import footcoach_tui.cli.entry\n"
        "print(*({*sys.modules} - before))"
    )
    process = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True
    )
    loaded = set(process.stdout.split())
    own = {"footcoach_tui", "footcoach_tui.cli", "footcoach_tui.cli.entry"}
    assert loaded - set(sys.builtin_module_names) == own


def test_importing_does_nothing(tmp_path: Path) -> None:
    """Every module can be imported without a file, folder, output, or library of an extra."""
    home = tmp_path / "home"
    home.mkdir()
    code = (
        "import importlib, json, pkgutil, sys, footcoach_tui\n"
        "modules = pkgutil.walk_packages(footcoach_tui.__path__, 'footcoach_tui.')\n"
        "names = [module.name for module in modules]\n"
        "[importlib.import_module(name) for name in names]\n"
        "json.dump([names, [*sys.modules]], sys.stdout)"
    )
    clean = {"PATH": os.environ["PATH"], "HOME": str(home), "PYTHONDONTWRITEBYTECODE": "1"}
    process = subprocess.run(
        [sys.executable, "-c", code],
        env=clean | {"PYTHONPATH": str(Path(__file__).parents[2])},
        cwd=home,
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    names, loaded = json.loads(process.stdout)
    assert {"footcoach_tui.cli.main", "footcoach_tui.app.app"} <= set(names)
    assert set(loaded) & {"fit_tool", "icalendar"} == set()
    assert process.stderr == ""
    assert list(home.iterdir()) == []
