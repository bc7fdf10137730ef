"""Category and name of each exercise among the exercises that the FIT format knows.

A name is a number within its category. Only categories 0 to 32 are used: some readers do not know
the later ones. The true name of an exercise goes into the file as text, so a neighbour is enough.
"""

from typing import NamedTuple


class FitExercise(NamedTuple):
    """Numbers of an exercise in the FIT profile: its category, and its name in that category."""

    category: int
    name: int


_STANDING_RAISE = FitExercise(1, 18)
_SEATED_RAISE = FitExercise(1, 6)
_ONE_LEG_RAISE = FitExercise(1, 15)
_BENT_KNEE_RAISE = FitExercise(1, 9)
_WALK_ON_TOES = FitExercise(3, 2)
_HOP = FitExercise(20, 17)
_JUMP = FitExercise(20, 3)
_ROCKING = FitExercise(31, 0)
_ANKLE_CIRCLES = FitExercise(31, 2)
_ANKLE_WITH_BAND = FitExercise(31, 3)
_ANKLE_ROTATION = FitExercise(31, 4)
_BALANCE = FitExercise(31, 14)
_CALF_STRETCH = FitExercise(31, 37)
_ANKLE_LUNGE = FitExercise(31, 77)
_MOBILISATION = FitExercise(31, 73)
_ANKLE_STRETCH = FitExercise(31, 87)

OTHER_EXERCISE = _ANKLE_STRETCH
"""Exercise that stands for those which are not in the table."""
FIT_EXERCISES = {
    # Heel raises and heel lowering.
    "heel-raise-double": _STANDING_RAISE,
    "heel-raise-ball": _STANDING_RAISE,
    "heel-raise-bent-double": _STANDING_RAISE,
    "heel-raise-two-up-one-down": _STANDING_RAISE,
    "towel-heel-raise-double": _STANDING_RAISE,
    "soleus-wall-hold": _STANDING_RAISE,
    "short-foot-heel-raise": _STANDING_RAISE,
    "heel-raise-seated": _SEATED_RAISE,
    "heel-raise-seated-weight": _SEATED_RAISE,
    "heel-raise-single": _ONE_LEG_RAISE,
    "heel-raise-step": _ONE_LEG_RAISE,
    "heel-raise-test": _ONE_LEG_RAISE,
    "eccentric-heel-drop-straight": _ONE_LEG_RAISE,
    "towel-heel-raise": _ONE_LEG_RAISE,
    "towel-heel-raise-hold": _ONE_LEG_RAISE,
    "heel-raise-bent-single": _BENT_KNEE_RAISE,
    "eccentric-heel-drop-bent": _BENT_KNEE_RAISE,
    # Walking and hopping.
    "toe-walk": _WALK_ON_TOES,
    "heel-walk": _WALK_ON_TOES,
    "hop-and-stick": _HOP,
    "hop-distance-test": _HOP,
    "line-hops": _HOP,
    "pogo-double": _JUMP,
    "pogo-single": _JUMP,
    # Balance.
    "single-leg-balance": _BALANCE,
    "single-leg-balance-cushion": _BALANCE,
    "balance-closed-test": _BALANCE,
    "balance-eyes-closed": _BALANCE,
    "balance-head-turns": _BALANCE,
    "balance-open-test": _BALANCE,
    "balance-reach": _BALANCE,
    # Ankle.
    "ankle-circles": _ANKLE_CIRCLES,
    "ankle-pumps": _MOBILISATION,
    "band-inversion": _ANKLE_ROTATION,
    "band-adduction": _ANKLE_ROTATION,
    "band-eversion": _ANKLE_WITH_BAND,
    "knee-to-wall-rock": _ANKLE_LUNGE,
    "knee-to-wall-test": _ANKLE_LUNGE,
    "bear-squat-to-down-dog": _ROCKING,
    # Toes and arch.
    "big-toe-lift": _MOBILISATION,
    "big-toe-press": _MOBILISATION,
    "big-toe-band-curl": _MOBILISATION,
    "small-toes-lift": _MOBILISATION,
    "short-foot-seated": _MOBILISATION,
    "short-foot-single": _MOBILISATION,
    "short-foot-single-bend": _MOBILISATION,
    "short-foot-standing": _MOBILISATION,
    "toe-control-test": _MOBILISATION,
    "toe-spread": _MOBILISATION,
    "toe-spread-standing": _MOBILISATION,
    "toe-yoga": _MOBILISATION,
    "toe-yoga-standing": _MOBILISATION,
    "dorsiflexion-hold": _ANKLE_STRETCH,
    "forward-lean": _ANKLE_STRETCH,
    "step-down": _ANKLE_STRETCH,
    "stone-pickup": _ANKLE_STRETCH,
    "towel-curl": _ANKLE_STRETCH,
    "wall-shin-raise": _ANKLE_STRETCH,
    # Stretches.
    "ball-roll": _ANKLE_STRETCH,
    "big-toe-band-stretch": _ANKLE_STRETCH,
    "calf-stretch-bent": _CALF_STRETCH,
    "calf-stretch-straight": _CALF_STRETCH,
    "plantar-fascia-stretch": _ANKLE_STRETCH,
    "toe-tuck-sit": _ANKLE_STRETCH,
    "toes-up-wall-stretch": _ANKLE_STRETCH,
}
STRETCHES = frozenset(
    {"ball-roll", "big-toe-band-stretch", "calf-stretch-bent", "calf-stretch-straight"}
    | {"plantar-fascia-stretch", "toe-tuck-sit", "toes-up-wall-stretch"}
)
"""A session of nothing else is flexibility training; every other one is strength training."""
