"""Areas of the body in which the muscles of an exercise lie."""

from footcoach_tui.session.exercise import Exercise

_MUSCLE_AREAS = {
    "GAS": "calf",
    "SOL": "calf",
    "TP": "ankle",
    "TA": "shin",
    "PER": "ankle",
    "EHL": "toes",
    "EDL": "toes",
    "EHB": "toes",
    "EDB": "toes",
    "FHL": "toes",
    "FDL": "toes",
}
"""Area of a muscle; all others belong to the sole and arch."""


def areas_of(exercise: Exercise) -> tuple[str, ...]:
    """Return the areas of an exercise, each once; "other" without muscles."""
    areas = (_MUSCLE_AREAS.get(muscle, "sole and arch") for muscle in exercise.muscles)
    return tuple(dict.fromkeys(areas)) or ("other",)
