"""Whether the figure of an exercise can be drawn, and the figure itself."""

from collections.abc import Collection, Iterator
from typing import Any

from footcoach_tui.boundary.problems import suggestion
from footcoach_tui.boundary.text import quoted
from footcoach_tui.boundary.toml import KeyPath
from footcoach_tui.figure.faults import faults
from footcoach_tui.figure.model import (
    AbovePose,
    BodyPose,
    Contact,
    Figure,
    FootPose,
    KeyPose,
    Prop,
    ToesPose,
    View,
)
from footcoach_tui.library.dose_modes import ROWS
from footcoach_tui.library.faults import UNKNOWN, Fault, Table, is_whole

STEP_HEIGHT = 20.0
"""How far a heel may go below the edge of a step, in units of 1/100 of the body."""


def figure_of(table: Table) -> Figure:
    """Return the figure of an exercise file without faults."""
    figure = table["figure"]
    return Figure(
        views=tuple(View(view) for view in figure["views"]),
        poses=tuple(key_pose(name, pose) for name, pose in table.get("poses", {}).items()),
        props=frozenset(Prop(prop) for prop in figure.get("props", ())),
        planted=frozenset(Contact(contact) for contact in figure.get("planted", ())),
        wall=figure.get("wall"),
    )


def key_pose(name: str, table: Table) -> KeyPose:
    """Return one key pose of a file; what it does not say has the model's default."""
    body, foot, above, toes = (table.get(view) for view in ("body", "foot", "above", "toes"))
    return KeyPose(
        name,
        BodyPose(**_tupled(body)) if body is not None else None,
        FootPose(**_tupled(foot)) if foot is not None else None,
        AbovePose(**_tupled(above)) if above is not None else None,
        ToesPose(**_tupled(toes)) if toes is not None else None,
    )


def known_poses(figure: Figure | None) -> tuple[str, ...]:
    """Return the names of a figure's key poses; none where there is no figure."""
    return tuple(pose.name for pose in figure.poses) if figure else ()


def figure_faults(table: Table) -> Iterator[Fault]:
    """Tell what is wrong with the figure of an exercise, its poses, and what moves through them."""
    figure, poses = table.get("figure", {}), table.get("poses", {})
    if UNKNOWN in (figure, poses):
        return
    if poses and not figure:
        yield Fault(("poses",), "are not drawn without a [figure] that names its views")
    for place, view in enumerate(_known(figure, "views")):
        if view is not UNKNOWN and not any(_has(pose, view) for pose in poses.values()):
            yield Fault(("figure", "views", place), f"no pose has a table called {view}")
    floor = -STEP_HEIGHT if Prop.STEP in _known(figure, "props") else 0.0
    for name, pose in poses.items():
        if is_whole(pose):
            told = faults(key_pose(name, pose), floor)
            yield from (Fault(("poses", name), sentence.rstrip(".")) for sentence in told)
    dose = table.get("dose", UNKNOWN)
    if dose is not UNKNOWN:
        yield from motion_faults(dose, poses, ("dose",))


def motion_faults(dose: Table, poses: Collection[str], at: KeyPath) -> Iterator[Fault]:
    """Tell of poses that a dose or step goes through and the figure has not."""
    yield from _pose_faults(dose, poses, at)
    for row in ROWS.values():
        parts = dose.get(row, UNKNOWN)
        if parts is not UNKNOWN:
            for place, part in enumerate(parts):
                yield from _pose_faults(part, poses, (*at, row, place))


def _pose_faults(table: Any, poses: Collection[str], at: KeyPath) -> Iterator[Fault]:
    named = UNKNOWN if table is UNKNOWN else table.get("poses", UNKNOWN)
    if named is UNKNOWN:
        return
    for place, name in enumerate(named):
        if name is not UNKNOWN and name not in poses:
            meant = suggestion(name, poses)
            told = f"there is no pose {quoted(name)}" + (f"; {meant}" if meant else "")
            yield Fault((*at, "poses", place), told)


def _known(figure: Table, key: str) -> Collection[Any]:
    """The entries of a list, none where it is at fault or missing."""
    entries = figure.get(key, UNKNOWN)
    return () if entries is UNKNOWN else entries


def _has(pose: Any, view: str) -> bool:
    return pose is UNKNOWN or view in pose


def _tupled(table: Table) -> dict[str, Any]:
    return {key: tuple(value) if isinstance(value, list) else value for key, value in table.items()}
