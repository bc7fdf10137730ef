"""Pages and moving pictures in a real browser."""

import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from bundled import CATALOGUE

from footcoach_tui.cli.handout.page import handout_page
from footcoach_tui.cli.handout.pictures import moving_picture

_BROWSER = shutil.which("chromium") or shutil.which("google-chrome") or ""
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not _BROWSER, reason="Chromium is not installed"),
]
Browse = Callable[..., None]
_A4 = "<style>@page{size:A4}</style></head>"
_LONGEST = {"foot-core-8wk-l1": 3, "pre-run-activation-4min": 3}
"""Pages of routines that take more than two: many steps, or the conditions of hops."""


@pytest.fixture
def browse(tmp_path: Path) -> Browse:
    def run(*arguments: str) -> None:
        subprocess.run(
            [
                *(_BROWSER, "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"),
                *("--no-pdf-header-footer", f"--user-data-dir={tmp_path}/profile", *arguments),
            ],
            capture_output=True,
            timeout=120,
            check=True,
        )

    return run


@pytest.mark.parametrize("paper", ["letter", "a4"])
@pytest.mark.parametrize(
    "name",
    [
        *("daily-foot-core-7min", "big-toe-and-arch", "one-leg-strength", "achilles-heavy-slow-c"),
        *("morning-first-steps-5min", *_LONGEST),
    ],
)
def test_a_routine_of_usual_length_prints_on_two_pages(
    browse: Browse, tmp_path: Path, name: str, paper: str
) -> None:
    page = handout_page(CATALOGUE.routines[name], CATALOGUE.figures)
    if paper == "a4":
        page = page.replace("</head>", _A4)  # type: ignore[assignment] # a text again
    (tmp_path / "page.html").write_text(page, encoding="utf-8")
    browse(f"--print-to-pdf={tmp_path}/page.pdf", str(tmp_path / "page.html"))
    pdf = (tmp_path / "page.pdf").read_bytes()
    assert 1 <= len(re.findall(rb"/Type\s*/Page\b", pdf)) <= _LONGEST.get(name, 2)


def test_a_moving_picture_moves(browse: Browse, tmp_path: Path) -> None:
    """Drawn as at two times of the loop, it is not the same; at the same time, it is."""
    exercise = CATALOGUE.exercises["heel-raise-single"]
    picture = moving_picture(exercise, CATALOGUE.figures[exercise.id])
    assert "<animate" in picture
    shots = []
    for number, start in enumerate((0, 3, 3)):
        # So slow that the time until the picture is taken does not count.
        slow = re.sub(
            r'dur="([\d.]+)s"',
            lambda match: f'begin="-{start}300000s" dur="{match[1]}000000s"',  # noqa: B023 - called at once
            picture,
        )
        (tmp_path / "moving.svg").write_text(slow, encoding="utf-8")
        target = tmp_path / f"{number}.png"
        browse("--window-size=400,300", f"--screenshot={target}", str(tmp_path / "moving.svg"))
        shots.append(target.read_bytes())
    assert shots[0] != shots[1]
    assert shots[1] == shots[2]
