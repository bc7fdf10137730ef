"""Figures built from the tables of sound exercise files."""

from typing import Any

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
from footcoach_tui.library.kinds import TomlTable


def build_figure(table: TomlTable) -> Figure:
    figure = table["figure"]
    return Figure(
        views=tuple(map(View, figure["views"])),
        poses=tuple(build_key_pose(name, pose) for name, pose in table.get("poses", {}).items()),
        props=frozenset(map(Prop, figure.get("props", ()))),
        planted=frozenset(map(Contact, figure.get("planted", ()))),
        wall=figure.get("wall"),
    )


def build_key_pose(name: str, table: TomlTable) -> KeyPose:
    poses: dict[str, Any] = {
        "body": BodyPose, "foot": FootPose, "above": AbovePose, "toes": ToesPose,
    }  # fmt: skip
    return KeyPose(
        name,
        **{view: pose(**_tuples(table[view])) for view, pose in poses.items() if view in table},
    )


def _tuples(table: TomlTable) -> dict[str, Any]:
    return {key: tuple(value) if isinstance(value, list) else value for key, value in table.items()}
