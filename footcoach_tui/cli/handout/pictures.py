"""Pictures of an exercise as SVG: stills of its phases for a page, and a file that moves."""

from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter

from footcoach_tui.app.exercise_view.clips import Animation, Clip
from footcoach_tui.cli.handout.elements import Markup, element
from footcoach_tui.figure.model import Figure, View
from footcoach_tui.figure.vector import HEIGHT, path_elements, pose_shapes, view_fit
from footcoach_tui.figure.vector_animation import VectorClip, animated_view
from footcoach_tui.session.exercise import Exercise
from footcoach_tui.session.routine import Routine, Step
from footcoach_tui.session.timeline import compile_timeline

_GAP = 20
_MAX_STILLS = 4
_MOVING_STYLE = Markup("""
.near{fill:#6f7780}.far{fill:#c3c8cd}.lit{fill:#b4381a}
.prop{fill:#ddd5c2;stroke:#8b8270;stroke-width:2}.floor{fill:#555}
.paper{fill:#fff}.seam{fill:#fff;stroke:#fff;stroke-width:6}
@media (prefers-color-scheme:dark){
.near{fill:#a9b4bd}.far{fill:#545e66}.lit{fill:#f2a65a}
.prop{fill:#6d675a;stroke:#a39b88}.floor{fill:#9db2bd}
.paper{fill:#15191c}.seam{fill:#15191c;stroke:#15191c}}
""")


def still_pictures(step: Step, figure: Figure) -> Iterator[tuple[str, Markup]]:
    """Yield the main view at the end of each phase of a rep, with its name; equal ones once."""
    timeline = compile_timeline(Routine.of_step(step))
    named = Animation(timeline).poses(timeline.segments[0])
    pictures = [(phase, _still(figure, clip)) for phase, clip in named]
    for number, (picture, group) in enumerate(groupby(pictures, key=itemgetter(1))):
        if number == _MAX_STILLS:
            return
        yield ", ".join(dict.fromkeys(phase for phase, _ in group if phase)), picture


def moving_picture(exercise: Exercise, figure: Figure) -> Markup:
    """Return an SVG file of one rep in a loop, for light and for dark paper.

    It has no animation where the exercise has no poses for its phases.
    """
    timeline = compile_timeline(Routine.of_exercise(exercise))
    clips = Animation(timeline).preview(timeline.segments[0])
    mirrored = any(clip.is_mirrored for clip in clips)
    moving = [VectorClip(clip.motion, clip.seconds) for clip in clips]
    parts, x = [], 0
    for view in sorted(figure.views[:2], key=tuple(View).index):
        width = view_fit(figure, view).width
        content = _turned(Markup(animated_view(figure, view, moving)), width, mirrored=mirrored)
        parts.append(_svg(content, width, x=x, width=width, height=HEIGHT))
        x += width + _GAP
    width = x - _GAP
    return element(
        "svg",
        element("title", exercise.name),
        element("style", _MOVING_STYLE),
        element("rect", class_="paper", width="100%", height="100%"),
        *parts,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {width} {HEIGHT}",
        role="img",
    )


def _still(figure: Figure, clip: Clip) -> Markup:
    view = figure.views[0]
    shapes = pose_shapes(figure, view, figure.pose(clip.motion.end), clip.motion.lit)
    width = view_fit(figure, view).width
    content = _turned(Markup(path_elements(shapes)), width, mirrored=clip.is_mirrored)
    return _svg(content, width, width=width, height=HEIGHT)


def _turned(content: Markup, width: int, *, mirrored: bool) -> Markup:
    return (
        element("g", content, transform=f"translate({width})scale(-1 1)") if mirrored else content
    )


def _svg(content: Markup, view_width: int, **attributes: int) -> Markup:
    return element("svg", content, viewBox=f"0 0 {view_width} {HEIGHT}", **attributes)
