"""Figures of exercises, built from their tables, and rules of whether they can be drawn."""

from collections.abc import Collection, Iterator
from typing import Any

from footcoach_tui.boundary.toml import KeyPath
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
from footcoach_tui.figure.validation import pose_errors
from footcoach_tui.library.dose_rules import ROWS
from footcoach_tui.library.faults import UNKNOWN, Fault, TomlTable, entries, is_whole, missing_name

_STEP_HEIGHT = 20.0
"""Depth that a heel may go below the edge of a step, in 1/100 of the body."""


def build_figure(table: TomlTable) -> Figure:
    """Return the figure of a sound exercise file."""
    figure = table["figure"]
    return Figure(
        views=tuple(View(view) for view in figure["views"]),
        poses=tuple(_key_pose(name, pose) for name, pose in table.get("poses", {}).items()),
        props=frozenset(Prop(prop) for prop in figure.get("props", ())),
        planted=frozenset(Contact(contact) for contact in figure.get("planted", ())),
        wall=figure.get("wall"),
    )


def figure_faults(table: TomlTable) -> Iterator[Fault]:
    """Yield the faults of an exercise's figure, its poses, and the poses its dose names."""
    figure, poses = table.get("figure", {}), table.get("poses", {})
    if UNKNOWN in (figure, poses):
        return
    if poses and not figure:
        yield Fault(("poses",), "are not drawn without a [figure] that names its views")
    for place, view in entries(figure, "views"):
        if not any(pose is UNKNOWN or view in pose for pose in poses.values()):
            yield Fault(("figure", "views", place), f"no pose has a table called {view}")
    has_step = any(prop == Prop.STEP for _, prop in entries(figure, "props"))
    for name, pose in poses.items():
        if is_whole(pose):
            sentences = pose_errors(_key_pose(name, pose), -_STEP_HEIGHT if has_step else 0.0)
            yield from (Fault(("poses", name), sentence.rstrip(".")) for sentence in sentences)
    dose = table.get("dose", UNKNOWN)
    if dose is not UNKNOWN:
        yield from motion_faults(dose, poses, ("dose",))


def motion_faults(dose: TomlTable, poses: Collection[str], at: KeyPath) -> Iterator[Fault]:
    """Yield a fault for each pose that a dose or step names and the figure has not."""
    yield from _pose_faults(dose, poses, at)
    for row in ROWS.values():
        for place, part in entries(dose, row):
            yield from _pose_faults(part, poses, (*at, row, place))


def _pose_faults(table: TomlTable, poses: Collection[str], at: KeyPath) -> Iterator[Fault]:
    for place, name in entries(table, "poses"):
        yield from missing_name("pose", name, poses, (*at, "poses", place))


def _key_pose(name: str, table: TomlTable) -> KeyPose:
    body, foot, above, toes = (table.get(view) for view in ("body", "foot", "above", "toes"))
    return KeyPose(
        name,
        BodyPose(**_tupled(body)) if body is not None else None,
        FootPose(**_tupled(foot)) if foot is not None else None,
        AbovePose(**_tupled(above)) if above is not None else None,
        ToesPose(**_tupled(toes)) if toes is not None else None,
    )


def _tupled(table: TomlTable) -> dict[str, Any]:
    return {key: tuple(value) if isinstance(value, list) else value for key, value in table.items()}
