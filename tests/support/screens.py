"""Screens as text files, one a screen and size; `make goldens` draws them all anew."""

import asyncio
import tempfile
from pathlib import Path

import make
from app_fixture import AppFixture
from bundled import CATALOGUE

from footcoach_tui.app.appearance.choose import Appearance

FOLDER = Path(__file__).parents[1] / "screenshots" / "golden"
SIZES = ((120, 36), (80, 24), (60, 20))
NAMES = (*make._SCENES, *make._HISTORY_KEYS)


def path(name: str, size: tuple[int, int]) -> Path:
    """The golden file of a screen at a size."""
    return FOLDER / f"{name}-{size[0]}x{size[1]}.txt"


async def texts(name: str, folder: Path) -> dict[Path, str]:
    """What should stand in the files of a screen; `folder` takes the history."""
    look = Appearance(is_ascii=True) if name == "ascii" else Appearance()
    studio = AppFixture(folder, appearance=look, catalogue=CATALOGUE)
    found = {}
    async with make.shown(name, SIZES[0], studio) as pilot:
        for size in SIZES:
            await pilot.resize_terminal(*size)
            await make.settle(pilot)
            await studio.show_moment(pilot)
            strips = pilot.app.screen._compositor.render_strips()
            found[path(name, size)] = "".join(f"{strip.text.rstrip()}\n" for strip in strips)
    return found


def write() -> None:
    """Draw all screens anew."""
    FOLDER.mkdir(exist_ok=True)
    for name in NAMES:
        with tempfile.TemporaryDirectory() as folder:
            for file, text in asyncio.run(texts(name, Path(folder))).items():
                file.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write()
