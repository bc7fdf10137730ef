"""Key poses as text files: the cells in both glyph sets, and below them the tone of each cell.

`PYTHONPATH=. python tests/support/golden_pictures.py`, in the top folder, draws them all
anew; look at what changed before you commit it.
"""

from pathlib import Path

from sample_figures import SAMPLE_FIGURES

from footcoach_tui.figure.cells import PictureFormat
from footcoach_tui.figure.glyphs import Glyphs
from footcoach_tui.figure.picture import Picture, Tone
from footcoach_tui.figure.render import render_pose

_FOLDER = Path(__file__).parents[1] / "figure" / "golden"
SIZE = (40, 14)
_SIGNS = {
    Tone.BLANK: " ",
    Tone.FLOOR: "_",
    Tone.SEAM: "s",
    Tone.PROP: "p",
    Tone.FAR: "f",
    Tone.NEAR: "n",
    Tone.LIT: "L",
}


def tones_of(picture: Picture) -> tuple[str, ...]:
    """The tone of each cell as a letter, row by row."""
    return tuple("".join(_SIGNS[ink.tone] * len(text) for text, ink in row) for row in picture.rows)


GOLDEN_POSES = tuple(
    (name, pose.name) for name, (figure, _) in SAMPLE_FIGURES.items() for pose in figure.poses
)
"""Sample figure and key pose of each golden file."""


def golden_path(name: str, pose: str) -> Path:
    return _FOLDER / f"{name}-{pose}.txt"


def golden_text(name: str, pose: str) -> str:
    """The content of a golden file; no blanks at the ends of lines."""
    figure, motion = SAMPLE_FIGURES[name]
    braille, ascii_ = (
        render_pose(figure, pose, motion.lit, PictureFormat(*SIZE, glyphs))
        for glyphs in (Glyphs.BRAILLE, Glyphs.ASCII)
    )
    rule = "-" * braille.columns
    lines = (*braille.lines, rule, *ascii_.lines, rule, *tones_of(braille))
    return "".join(line.rstrip() + "\n" for line in lines)


def write_goldens() -> None:
    _FOLDER.mkdir(exist_ok=True)
    for name, pose in GOLDEN_POSES:
        golden_path(name, pose).write_text(golden_text(name, pose), encoding="utf-8")


if __name__ == "__main__":
    write_goldens()
