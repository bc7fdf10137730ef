"""Contact sheet: every key pose of every exercise, as a terminal shows it.

`python screenshots/sheet.py` writes figures.svg; with ids of exercises it writes only those, to
look at while poses are written: `python screenshots/sheet.py ball-roll --out /tmp/sheet.svg`.
"""

import argparse
import io
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from rich.columns import Columns
from rich.console import Console
from rich.panel import Panel
from rich.text import Text

from footcoach_tui.boundary.paths import bundled_routines_folder
from footcoach_tui.figure.cells import PictureFormat
from footcoach_tui.figure.glyphs import Glyphs
from footcoach_tui.figure.model import Figure, Part
from footcoach_tui.figure.picture import Ink, Picture, Tone
from footcoach_tui.figure.render import render_pose
from footcoach_tui.library.catalogue import Catalogue, load_catalogue
from footcoach_tui.session.dose import Bouts, Hold, Motion, Reps, Timed
from footcoach_tui.session.exercise import Exercise

_OUTPUT = Path(__file__).resolve().parent / "figures.svg"
_COLUMNS, _ROWS = 30, 11
_FORMAT = PictureFormat(_COLUMNS, _ROWS, Glyphs.BLOCKS)
_STYLES = {
    Tone.BLANK: "",
    Tone.FLOOR: "grey42",
    Tone.SEAM: "grey70",
    Tone.PROP: "cyan3",
    Tone.FAR: "grey54",
    Tone.NEAR: "grey93",
    Tone.LIT: "orange1",
}


def phase_motions(exercise: Exercise) -> tuple[Motion, ...]:
    work = exercise.dose.work
    if isinstance(work, Reps):
        return tuple(phase.motion for phase in work.phases)
    if isinstance(work, Timed):
        return tuple(segment.motion for segment in work.segments)
    return (work.motion,) if isinstance(work, Hold | Bouts) else ()


def pose_panels(exercise: Exercise, figure: Figure) -> Iterator[Panel]:
    """A picture a key pose, lit as in the phase that ends in it, or else passes through it."""
    motions = phase_motions(exercise)
    for pose in figure.poses:
        ending = (motion.lit for motion in motions if motion.poses[-1:] == (pose.name,))
        passing = (motion.lit for motion in motions if pose.name in motion.poses)
        parts = frozenset(Part(part) for part in next(chain(ending, passing), ()))
        picture = render_pose(figure, pose.name, parts, _FORMAT)
        yield Panel(
            coloured_text(picture), title=exercise.id, subtitle=pose.name, width=_COLUMNS + 4
        )


def coloured_text(picture: Picture) -> Text:
    """A picture in the sheet's colours."""
    rows = (Text.assemble(*((run, _style(ink)) for run, ink in row)) for row in picture.rows)
    return Text("\n").join(rows)


def _style(ink: Ink) -> str:
    ground = _STYLES[ink.ground]
    return f"{_STYLES[ink.tone]} on {ground}" if ground else _STYLES[ink.tone]


def contact_sheet(catalogue: Catalogue, exercises: tuple[str, ...] = ()) -> str:
    """The sheet as SVG."""
    console = Console(
        record=True, width=5 * (_COLUMNS + 5), file=io.StringIO(), force_terminal=True
    )
    panels = [
        panel
        for name in exercises or sorted(catalogue.figures)
        for panel in pose_panels(catalogue.exercises[name], catalogue.figures[name])
    ]
    console.print(Columns(panels))
    return console.export_svg(title="footcoach: key poses", unique_id="footcoach-figures")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("exercises", nargs="*")
    parser.add_argument("--out", type=Path, default=_OUTPUT)
    options = parser.parse_args()
    svg = contact_sheet(load_catalogue(bundled_routines_folder()), tuple(options.exercises))
    options.out.write_text(svg, encoding="utf-8")


if __name__ == "__main__":
    main()
