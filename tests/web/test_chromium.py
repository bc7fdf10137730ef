"""A clinic with a real server, the real app, and tablets in a headless Chromium."""

import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from aiohttp.test_utils import unused_port

_BROWSER = shutil.which("chromium") or shutil.which("google-chrome") or ""
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not _BROWSER, reason="Chromium is not installed"),
]
playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
from tablets import Tablet  # noqa: E402 - it imports playwright

PASSWORD = "correct horse"  # noqa: S105 - of a test
SERVE = [sys.executable, "-m", "footcoach_tui", "serve"]
NewTablet = Callable[..., Tablet]


@pytest.fixture
def clinic(tmp_path: Path) -> Iterator[str]:
    """A server for Ann and Ben; its address."""
    environ = os.environ | {"FOOTCOACH_DATA_DIR": str(tmp_path / "nobody")}
    people = ["--people", str(tmp_path / "people")]
    for name in ("ann", "ben"):
        subprocess.run(
            [*SERVE, *people, "--add-person", name],
            input=f"{PASSWORD}\n".encode(),
            env=environ,
            stdout=subprocess.DEVNULL,
            timeout=60,
            check=True,
        )
    options = ["--folder", str(tmp_path / "folders"), "--port", str(unused_port())]
    with subprocess.Popen(
        [*SERVE, *people, *options], env=environ, stdout=subprocess.PIPE, text=True
    ) as server:
        assert server.stdout
        yield server.stdout.readline().removeprefix("footcoach is at ").strip()
        server.send_signal(signal.SIGINT)
        assert server.wait(30) == 0


@pytest.fixture
def new_tablet(clinic: str) -> Iterator[NewTablet]:
    """A tablet of its own, signed in."""
    tablets: list[Tablet] = []
    with playwright.sync_playwright() as driver:
        chromium = driver.chromium.launch(executable_path=_BROWSER, args=["--no-sandbox"])

        def open_one(name: str) -> Tablet:
            context = chromium.new_context(
                viewport={"width": 1180, "height": 740}, has_touch=True, is_mobile=True
            )
            tablets.append(Tablet(context, clinic))
            tablets[-1].sign_in(name, PASSWORD)
            tablets[-1].wait_for("Routines", "Start")
            return tablets[-1]

        yield open_one
        for tablet in tablets:
            assert tablet.errors == []
            outside = [url for url in tablet.requests if not url.startswith((clinic, "data:"))]
            assert outside == []
            tablet.page.context.close()
        chromium.close()


def begin(tablet: Tablet) -> None:
    """Begin the chosen routine with nothing sore."""
    tablet.tap("space Start")
    tablet.tap("n  no")
    tablet.tap("start")
    tablet.wait_for("Pause")


def figure(tablet: Tablet) -> str:
    """Return the middle of the screen, where the figure is."""
    return "\n".join(row[58:98] for row in tablet.rows[8:22])


def score_rows(tablet: Tablet) -> list[int]:
    """Return the rows of the screen with scores to choose from."""
    return [row for row, line in enumerate(tablet.rows) if " 5  6  7  8  9 " in line]


def test_a_session_by_touch_cut_off_and_resumed(new_tablet: NewTablet, tmp_path: Path) -> None:
    ann = new_tablet("ann")
    begin(ann)
    ann.wait_for("rep 2 of 5")
    pictures: set[str] = set()

    def has_moved() -> bool:
        pictures.add(figure(ann))
        return len(pictures) > 3

    ann.wait_until(has_moved, "a figure that moves")
    ann.tap("Pause")
    ann.wait_for("Resume")
    ann.tap("Resume")
    ann.wait_for("Pause")
    ann.page.close()

    again = Tablet(ann.page.context, ann.requests[0])
    again.wait_for("A session was interrupted")
    ben = new_tablet("ben")
    assert "interrupted" not in ben.text
    again.tap("continue where you stopped")
    again.wait_for("Resume")
    again.tap("Leave")
    again.tap("end here, save it and rate it")
    for line, score in enumerate((3, 2)):
        again.wait_until(lambda: len(score_rows(again)) == 2, "effort and pain")
        row = score_rows(again)[line]
        again.tap_cell(again.rows[row].index(f" {score} ") + 1, row)
        again.wait_for(f"[{score}]")
    again.tap("Close")
    again.wait_for("Routines")
    folders = tmp_path / "folders"
    months = (folders / "ann" / "data").rglob("20*.json")
    assert any(re.search(r'"effort": ?3\b.*"pain": ?2\b', month.read_text()) for month in months)
    assert not list((folders / "ben").rglob("20*.json"))
    assert again.errors == []


def test_keys_reach_the_app_at_once_and_not_the_shell_of_the_server(new_tablet: NewTablet) -> None:
    ann = new_tablet("ann")
    ann.page.keyboard.press("Control+z")
    ann.wait_for("no shell behind a browser")
    ann.page.keyboard.press("l")
    ann.wait_for("Library")
    ann.page.keyboard.press("E")
    ann.wait_for("An editor cannot be opened here")
    ann.page.keyboard.press("Escape")
    ann.wait_for("Routines")
    ann.page.keyboard.press("q")
    ann.page.wait_for_selector(".ended", state="visible")
    ann.page.tap("#sign-out button")
    ann.page.wait_for_selector("[name=password]")


def test_the_bell_is_a_tone_once_the_page_was_touched(new_tablet: NewTablet) -> None:
    ann = new_tablet("ann")
    begin(ann)
    ann.page.wait_for_function("Number(document.body.dataset.bells) > 0", timeout=30_000)
