"""Tables of an exercise's figure: key poses and props. Words and units are in `figure.model`."""

from typing import Annotated

from pydantic import Field

from footcoach_tui.figure.model import Contact, Prop, View
from footcoach_tui.library.tables import Choice, Id, TableModel

_Degrees = Annotated[float, Field(ge=-360, le=360, allow_inf_nan=False)]
_Units = Annotated[float, Field(ge=-200, le=200, allow_inf_nan=False)]
_Two = Field(min_length=2, max_length=2)
_Three = Field(min_length=3, max_length=3)
_Four = Field(min_length=4, max_length=4)
_Five = Field(min_length=5, max_length=5)

_Arrow = Annotated[
    Annotated[list[_Units], _Four] | None,
    Field(description="An arrow into the pose: x and y of its tail, x and y of its tip."),
]


class _BodyTable(TableModel):
    """Body from the side, facing right; angles in degrees, lengths in 1/100 of its height."""

    pitch: _Degrees = Field(description="The rearfoot about the ball; + is heel up.")
    df: _Degrees = Field(description="The ankle; + is toes towards the shin.")
    knee: _Degrees = Field(description="The bend of the knee, 0 straight.")
    hip: _Degrees = Field(description="The bend of the hip; - is leg behind.")
    trunk: _Degrees = Field(
        description="The lean of the trunk, + is forward: must be pitch + df - knee + hip."
    )
    arm: Annotated[list[_Degrees], _Two] | None = Field(
        None, description="Shoulder, 0 along the trunk and 90 straight ahead; and elbow bend."
    )
    toe: _Degrees | None = Field(
        None, description="The bend at the toe joint; default pitch: toes flat on the floor."
    )
    far: Annotated[list[_Degrees], _Three] | None = Field(
        None, description="Hip, knee and ankle of the other leg; default those of the near leg."
    )
    root: Annotated[list[_Units], _Two] | None = Field(
        None, description="Place of the ball of the near foot; default [0, 0]."
    )
    look: _Degrees | None = Field(None, description="Turn of the head; + is to the right.")
    sway: _Degrees | None = Field(
        None,
        description="The lean to the side, + towards the near leg. Where it is given, the body is "
        "drawn from behind as well.",
    )
    out: _Degrees | None = Field(
        None, description="Turn of the near knee towards the viewer: the leg looks shorter."
    )
    arrow: _Arrow = None


class _FootTable(TableModel):
    """Foot from its inner side; lengths in 1/100 of the foot."""

    arch: _Units | None = Field(None, description="Height of the arch; default 8.")
    ball: _Units | None = Field(None, description="Place of the ball of the foot; default 72.")
    big_toe: _Degrees | None = Field(None, description="Lift of the big toe.")
    small_toes: _Degrees | None = Field(None, description="Lift of the small toes.")
    curl: _Degrees | None = Field(None, description="Bend of the middle toe joints.")
    heel: _Degrees | None = Field(None, description="Lift of the heel about the ball.")
    lift: Annotated[list[_Units], _Two] | None = Field(
        None, description="Shift of the whole foot, forward and up."
    )
    tilt: _Degrees | None = Field(
        None, description="The whole foot and shin about the ball; + is heel up."
    )
    roller: _Units | None = Field(None, description="Where a ball lies under the foot.")
    shin: _Degrees | None = Field(None, description="The lean of the shin at the ankle.")
    press: Annotated[float, Field(ge=0, le=1)] | None = Field(
        None, description="How hard the big toe presses, 0 to 1."
    )
    stone: Annotated[list[_Units], _Two] | None = Field(
        None,
        description="Where a stone is that is picked up. One lies still wherever a pose has it "
        "on the floor.",
    )
    other: Annotated[list[_Units], _Three] | None = Field(
        None, description="The other foot behind it: how far forward, up, and its heel lift."
    )
    arrow: _Arrow = None


class _FrontTable(TableModel):
    """Right foot from the front, as in a mirror; lengths in 1/100 of the foot."""

    big_toe: _Degrees | None = Field(None, description="Lift of the big toe.")
    small_toes: _Degrees | None = Field(None, description="Lift of the small toes.")
    tilt: _Degrees | None = Field(None, description="The foot on its edge; + is sole inwards.")
    tied: _Units | None = Field(
        None,
        description="Distance from the ankle to the table leg that a band round the forefoot is "
        "tied to; - is on the big-toe side.",
    )
    pair: _Units | None = Field(
        None, description="Distance to the other foot, which does the same."
    )
    beside: _Units | None = Field(
        None,
        description="Distance to the other foot, which stays flat; - is on the big-toe side.",
    )
    arrow: _Arrow = None


class _AboveTable(TableModel):
    """Whole right foot from above, its toes up; lengths in 1/100 of the foot."""

    turn: _Degrees | None = Field(None, description="The foot about its heel; + is inwards.")
    tilt: _Degrees | None = Field(None, description="The foot on its edge; + is sole inwards.")
    big_toe: _Degrees | None = Field(
        None, description="The big toe from straight ahead; + is towards the small toes."
    )
    tied: _Units | None = Field(
        None,
        description="Distance from the heel to the end of a band round the forefoot; - is on the "
        "big-toe side.",
    )
    pair: _Units | None = Field(
        None,
        description="Distance to the heel of the other foot, which is drawn as well; a band "
        "goes round both big toes.",
    )
    roller: Annotated[list[_Units], _Two] | None = Field(
        None,
        description="A ball under the foot: on which line, -1 inner to 1 outer, and where on it, "
        "0 before the heel to 1 behind the toes.",
    )
    arrow: _Arrow = None


class _ToesTable(TableModel):
    """Toes from above, big toe first."""

    angles: Annotated[list[_Degrees], _Five] = Field(
        description="Each toe from straight ahead; + is towards the little toe."
    )
    lift: Annotated[float, Field(ge=0, le=1)] | None = Field(
        None, description="Height off the floor, 0 to 1."
    )
    pair: _Units | None = Field(
        None, description="Distance to the big toe of the other foot, which does the same."
    )


class PoseTable(TableModel):
    """Key pose, in one or more of its views."""

    body: _BodyTable | None = Field(None, description="Seen from the side.")
    foot: _FootTable | None = Field(None, description="The foot from its inner side.")
    front: _FrontTable | None = Field(None, description="The foot from the front.")
    above: _AboveTable | None = Field(None, description="The whole foot from above.")
    toes: _ToesTable | None = Field(None, description="The toes from above.")


class FigureTable(TableModel):
    """Views of the figure, and the props around it."""

    views: Annotated[list[Choice[View]], Field(min_length=1, max_length=2)] = Field(
        description="Views, the main one first."
    )
    props: Annotated[list[Choice[Prop]], Field(max_length=10)] | None = Field(
        None, description="Objects around the figure; the floor is always there."
    )
    wall: Annotated[float, Field(ge=0, le=100)] | None = Field(
        None,
        description="Distance of the wall from the ball of the foot at [0, 0]; default where "
        "the poses reach furthest.",
    )
    planted: Annotated[list[Choice[Contact]], Field(max_length=2)] | None = Field(
        None, description="Contacts that stay in place through a phase."
    )
    ghost: Id | None = Field(
        None, description="The key pose that is faintly seen behind the others."
    )
