"""Figures built from the tables of sound exercise files."""

from typing import Any

from footcoach_tui.figure.model import Contact, Figure, KeyPose, Prop, View
from footcoach_tui.figure.poses import AbovePose, BodyPose, FootPose, FrontPose, ToesPose
from footcoach_tui.library.kinds import TomlTable


def build_figure(table: TomlTable) -> Figure:
    figure = table["figure"]
    return Figure(
        views=tuple(map(View, figure["views"])),
        poses=tuple(build_key_pose(name, pose) for name, pose in table.get("poses", {}).items()),
        props=frozenset(map(Prop, figure.get("props", ()))),
        planted=frozenset(map(Contact, figure.get("planted", ()))),
        wall=figure.get("wall"),
        ghost=figure.get("ghost"),
    )


def build_key_pose(name: str, table: TomlTable) -> KeyPose:
    poses: dict[str, Any] = {
        "body": BodyPose,
        "foot": FootPose,
        "front": FrontPose,
        "above": AbovePose,
        "toes": ToesPose,
    }
    return KeyPose(
        name,
        **{view: pose(**_tuples(table[view])) for view, pose in poses.items() if view in table},
    )


def _tuples(table: TomlTable) -> dict[str, Any]:
    return {key: tuple(value) if isinstance(value, list) else value for key, value in table.items()}
