"""Animated SVG of a movement: paths that change along sampled poses, in a loop."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from footcoach_tui.figure.model import Figure, KeyPose, MotionKind, PhaseMotion, View
from footcoach_tui.figure.motion import pose_at
from footcoach_tui.figure.vector import VectorShape, pose_shapes

_SAMPLES_PER_STRETCH = 5
"""Poses between two key poses; in between the browser draws straight on."""
_LONGEST_HOLD = 3.0
"""Seconds of a hold, at most: a picture shows which position, and the text how long."""
_MAX_ROUNDS = 1
_NUMBERS = re.compile(r"-?\d+")


class VectorClip(NamedTuple):
    """A phase to be drawn: its motion and seconds."""

    motion: PhaseMotion
    seconds: float


class _Sample(NamedTuple):
    """Shapes at a time, in seconds from the start of the loop."""

    time: float
    shapes: tuple[VectorShape, ...]

    @property
    def structure(self) -> tuple[tuple[str, str], ...]:
        """Tone and commands of each shape: where they differ, one cannot become the other."""
        return tuple((shape.tone, _NUMBERS.sub("0", shape.outline)) for shape in self.shapes)


def animated_view(figure: Figure, view: View, clips: Sequence[VectorClip]) -> str:
    """Return the elements of one view of a movement, in a loop through the clips."""
    samples = [*_samples(figure, view, clips)]
    total = samples[-1].time
    runs = [tuple(run) for _, run in groupby(samples, key=lambda sample: sample.structure)]
    if len(runs) == 1:
        return _paths(runs[0], total)
    starts = [run[0].time for run in runs[1:]]
    return "".join(
        f"<g>{_visibility(number, starts, total)}{_paths(run, total)}</g>"
        for number, run in enumerate(runs)
    )


def _samples(figure: Figure, view: View, clips: Iterable[VectorClip]) -> Iterator[_Sample]:
    start = 0.0
    for motion, seconds in clips:
        length = _shown_seconds(motion, seconds)
        for moment, pose in _moments(figure, motion, length):
            shapes = pose_shapes(figure, view, pose, motion.lit)
            yield _Sample(start + moment, shapes)
        start += length


def _shown_seconds(motion: PhaseMotion, seconds: float) -> float:
    if motion.every is not None:
        return min(seconds, motion.every * _MAX_ROUNDS)
    return min(seconds, _LONGEST_HOLD) if motion.kind is MotionKind.HOLD else seconds


def _moments(
    figure: Figure, motion: PhaseMotion, seconds: float
) -> Iterator[tuple[float, KeyPose]]:
    """Yield poses with their times; one that is held, at the start and the end."""
    stops = len(motion.poses) + (motion.every is not None)
    if stops == 1 or (motion.kind is MotionKind.HOLD and motion.every is None):
        pose = figure.pose(motion.end)
        yield from ((0.0, pose), (seconds, pose))
        return
    count = _SAMPLES_PER_STRETCH * (stops - 1)
    for number in range(count + 1):
        moment = seconds * number / count
        yield moment, pose_at(figure, motion, seconds, moment)


def _paths(run: tuple[_Sample, ...], total: float) -> str:
    """The shapes of samples of one structure; those that never change are still."""
    times = [sample.time for sample in run]
    return "".join(
        _path(shapes[0].tone, times, [shape.outline for shape in shapes], total)
        for shapes in zip(*(sample.shapes for sample in run), strict=True)
    )


def _path(tone: str, times: list[float], outlines: list[str], total: float) -> str:
    first = f'<path class="{tone}" d="{outlines[0]}"'
    if len(set(outlines)) == 1:
        return first + "/>"
    # The first and the last value also hold before and after the run.
    points = [(0.0, outlines[0]), *zip(times, outlines, strict=True), (total, outlines[-1])]
    needed = [
        point
        for number, point in enumerate(points)
        if number in (0, len(points) - 1)
        or not points[number - 1][1] == point[1] == points[number + 1][1]
    ]
    return f"{first}>{_animate('d', needed, total)}</path>"


def _visibility(number: int, starts: list[float], total: float) -> str:
    """The times at which one of several runs is seen."""
    states = ["visible" if run == number else "hidden" for run in range(len(starts) + 1)]
    points = [*zip([0.0, *starts], states, strict=True)]
    return _animate("visibility", points, total, ' calcMode="discrete"')


def _animate(attribute: str, points: list[tuple[float, str]], total: float, mode: str = "") -> str:
    times = ";".join(f"{time / total:.3f}".rstrip("0").rstrip(".") or "0" for time, _ in points)
    values = ";".join(value for _, value in points)
    return (
        f'<animate attributeName="{attribute}" dur="{total:g}s" repeatCount="indefinite"{mode} '
        f'keyTimes="{times}" values="{values}"/>'
    )
