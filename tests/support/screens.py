"""Golden files: screens as text, one file a screen and size; `make goldens` writes them."""

import asyncio
import tempfile
from pathlib import Path

import make
from app_fixture import AppFixture
from bundled import CATALOGUE

from footcoach_tui.app.appearance.choose import Appearance

FOLDER = Path(__file__).parents[1] / "screenshots" / "golden"
SIZES = ((120, 36), (80, 24), (60, 20))
NAMES = (*make._SCENES, *make._COACH_SCENES, *make._HISTORY_KEYS)


def path(name: str, size: tuple[int, int]) -> Path:
    """Golden file of a screen at a size."""
    return FOLDER / f"{name}-{size[0]}x{size[1]}.txt"


async def texts(name: str, folder: Path) -> dict[Path, str]:
    """Expected texts of the golden files of a screen; the history is in `folder`."""
    appearance = Appearance(is_ascii=True) if name == "ascii" else Appearance()
    fixture = AppFixture(folder, appearance=appearance, catalogue=CATALOGUE)
    screen_texts = {}
    async with make.shown(name, SIZES[0], fixture) as pilot:
        for size in SIZES:
            await pilot.resize_terminal(*size)
            await make.settle(pilot)
            await fixture.show_moment(pilot)
            strips = pilot.app.screen._compositor.render_strips()
            screen_texts[path(name, size)] = "".join(f"{strip.text.rstrip()}\n" for strip in strips)
    return screen_texts


def write() -> None:
    """Write all golden files."""
    FOLDER.mkdir(exist_ok=True)
    for name in NAMES:
        with tempfile.TemporaryDirectory() as folder:
            for file, text in asyncio.run(texts(name, Path(folder))).items():
                file.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write()
