"""Texts of new files, with comments for a newcomer; each passes `footcoach check`."""

import json
from collections.abc import Mapping
from string import Template
from typing import Any

from footcoach_tui.authoring.names import NewName

_ROUTINE = Template("""\
#:schema ./routine.schema.json

# A routine of yours. What stands behind a # is a note, which footcoach skips.
#
#   footcoach edit $id    opens it in your editor, and says what is wrong
#   footcoach play $id    plays it

id = "$id"
title = $title
summary = "What it is good for, in a sentence or two."
context = ["daily"]             # when: before-run, after-run, daily, desk, or words of yours
level = 1                       # 1 seated, 2 two feet, 3 one foot, 4 dynamic or loaded
frequency = "Once a day"        # how often, in words
effort = [1, 3]                 # how hard it should feel, from and to, 0 to 10
source_status = "footcoach"     # keep this for what you have put together yourself

# The steps, in order. Copy one to add one, and delete those that you do not want.
# footcoach list --exercises names all exercises; footcoach show toe-yoga describes one.
# An exercise has a usual dose: a step needs only what differs from it.

[[steps]]
exercise = "ankle-circles"

[[steps]]
exercise = "toe-yoga"
reps = 6                        # how often in a set
effort = [1, 3]

[[steps]]
exercise = "heel-raise-seated"
prep = 10                       # seconds to get into place
sets = 2
reps = 10
rest = 30                       # seconds between sets
tempo = [2, 1, 3]               # seconds up, held, down; 0 leaves one out
""")
_EXERCISE = Template("""\
#:schema ./exercise.schema.json

# An exercise of yours. What stands behind a # is a note, which footcoach skips.
#
#   footcoach edit $id             opens it in your editor, and says what is wrong
#   footcoach show $id --figure    shows how it moves
#
# To play it, give a routine a step: exercise = "$id"

id = "$id"
name = $title
purpose = "$purpose"
why = "Why it should work, in a sentence or two."
how = [
    "Sit with both feet flat on the floor.",
    "Lift all toes. The balls of the feet stay down.",
    "Lay the toes down one by one.",
]
cues = [                           # two or three short reminders, shown during the work
    "Heels stay down",
    "Slowly",
]
errors = ["The whole foot lifts."]
stop_if = []                       # its own signs to stop at; the usual ones are always shown
cautions = ["numb-feet-ask"]       # who should ask first: your words, or an id as in this case
position = "seated"                # seated, standing, kneeling, hands-knees or lying
level = 1                          # 1 seated, 2 two feet, 3 one foot, 4 dynamic or loaded
equipment = []                     # such as "chair", "wall", "ball", "towel", "mat", "band"
tags = []                          # what it loads, such as "impact" for hops, "tendon", "balance"
source_status = "footcoach"        # keep this for an exercise of your own
evidence = "My own exercise. It has not been tested."

# The usual dose. Other modes: hold, timed, bouts, self-paced.
[dose]
mode = "reps"
reps = 8
sets = 1
prep = 8                           # seconds to get into place
rest = 20                          # seconds between sets
sides = "both"                     # or "each", with switch = 5: seconds to change sides
effort = [1, 3]

# One rep is these phases, in order. The kind is move, hold or relax.
[[dose.phases]]
name = "lift"
seconds = 2
kind = "move"
breath = "in"
poses = ["flat", "lifted"]         # the figure moves from one pose to the other
lit = ["toes"]                     # what works is lit

[[dose.phases]]
name = "hold"
seconds = 1
kind = "hold"
poses = ["lifted"]
lit = ["toes"]

[[dose.phases]]
name = "lay down"
seconds = 3
kind = "move"
cue = "Little toe first"           # shown and spoken in this phase
breath = "out"
poses = ["lifted", "flat"]
lit = ["toes"]

[[dose_sources]]
text = "Our choice: 8 reps."
grade = "F"                        # F: your own. T, E and P are for published ones

# The poses that the phases name. "foot" is a foot seen from its inner side; what else it can
# do is in the output of footcoach schema exercise, under FootTable. For the whole body, begin
# with a copy of an exercise that shows it:
#   footcoach new NAME --exercise --from heel-raise-double
[figure]
views = ["foot"]

[poses.flat.foot]
big_toe = 0                        # degrees up
small_toes = 0
heel = 0                           # degrees the heel is lifted

[poses.lifted.foot]
big_toe = 40
small_toes = 35
heel = 0
""")


_COMPOSED = Template("""\
#:schema ./routine.schema.json

# A routine of yours, put together by footcoach. What stands behind a # is a note for you.
#
#   E on the start screen opens it in the composer; your notes stay.
#   footcoach edit $id opens it in your editor.

id = "$id"
title = $title
summary = "A routine of your own."
context = ["daily"]
level = 1                       # 1 seated, 2 two feet, 3 one foot, 4 dynamic or loaded
frequency = "When you like"
effort = [1, 3]                 # how hard it should feel, from and to, 0 to 10
source_status = "footcoach"
""")


UNWRITTEN_PURPOSE = "What it is for, in a sentence."
"""Purpose of an exercise whose texts are not written yet."""


def routine_text(name: NewName) -> str:
    return _ROUTINE.substitute(id=name.id, title=quoted(name.title))


def exercise_text(name: NewName) -> str:
    return _EXERCISE.substitute(id=name.id, title=quoted(name.title), purpose=UNWRITTEN_PURPOSE)


def composed_text(name: NewName) -> str:
    """Return the text of a routine without steps, to which a draft adds them."""
    return _COMPOSED.substitute(id=name.id, title=quoted(name.title))


def toml_value(value: Any) -> str:
    """Return a value as TOML writes it: a number, a text, or a list or table of them."""
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(toml_value, value))}]"
    if isinstance(value, Mapping):
        return f"{{ {', '.join(f'{key} = {toml_value(each)}' for key, each in value.items())} }}"
    if isinstance(value, bool):
        return str(value).lower()
    return quoted(value) if isinstance(value, str) else str(value)


def quoted(text: str) -> str:
    """Return a text as TOML writes it; it has no control characters."""
    return json.dumps(text, ensure_ascii=False)
