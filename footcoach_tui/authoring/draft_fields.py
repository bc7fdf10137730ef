"""Values of a step that can be made more or less: what they are, and the next value of each."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, NamedTuple

from footcoach_tui.authoring.draft import DraftStep
from footcoach_tui.boundary.text import clean
from footcoach_tui.library.build import CatalogueDraft
from footcoach_tui.library.dose_rules import ROWS
from footcoach_tui.library.kinds import TomlTable
from footcoach_tui.library.modes import Mode
from footcoach_tui.session.dose import SideOrder, Sides
from footcoach_tui.session.exercise import Exercise, SourceStatus, Tag

_DOSE_KEYS = (
    *("sets", "reps", "hold", "gap", "bouts", "bout", "pause", "limit", "prep", "rest"),
    *("sides", "order", "switch", "tempo"),
)
_TEMPO = "tempo"
_COUNTS = ("reps", "sets", "bouts")
_CHOICES: dict[str, tuple[str, ...]] = {"sides": (*Sides,), "order": (*SideOrder,)}
_LABELS = {
    "gap": "between holds",
    "bout": "a bout",
    "prep": "get ready",
    "switch": "change sides",
}
_WORDS = {
    "both": "both sides",
    "each": "each side",
    "alternating": "sides in turn",
    "alternate": "sides in every set",
    "side-first": "all sets of a side first",
}
_DEFAULTS: dict[str, Any] = {
    "sets": 1,
    "reps": 1,
    "gap": 0,
    "prep": 8,
    "rest": 20,
    "switch": 0,
    "sides": Sides.BOTH.value,
    "order": SideOrder.ALTERNATE.value,
}
_SWITCH = 5
"""Seconds to change sides, where a step comes to need them."""

_BIG_STEP, _BIG_FROM = 5, 10
"""Seconds by which a time is changed, and from which on."""

_HALF, _WHOLE_FROM = 0.5, 2
"""Parts of a tempo are changed by half a second below two seconds."""


class StepField(NamedTuple):
    """Value of a step: the `key` of its table, and for a tempo the `part`, counted from 0."""

    label: str
    key: str
    value: float | str
    part: int | None = None

    @property
    def text(self) -> str:
        """Value in words, such as “rest 20 s” or “8 reps”."""
        if isinstance(self.value, str):
            return _WORDS.get(self.value, self.value)
        if self.key in _COUNTS:
            word = self.label if self.value != 1 else self.label.removesuffix("s")
            return f"{self.value:g} {word}"
        return f"{self.label} {self.value:g} s"


def fields_of(step: DraftStep, content: CatalogueDraft) -> tuple[StepField, ...]:
    """Return the values of a step, the amount of work first."""
    dose = step.dose(content)
    mode = Mode(dose["mode"])
    return (
        *_work_fields(mode, dose),
        *_tempo_fields(step, mode, content),
        *_wait_fields(dose),
    )


def _work_fields(mode: Mode, dose: TomlTable) -> Iterator[StepField]:
    keys = {
        Mode.REPS: ("reps",),
        Mode.SELF_PACED: ("reps",),
        Mode.HOLD: ("hold", "reps"),
        Mode.BOUTS: ("bout", "bouts", "pause"),
        Mode.COUNT_UP: ("limit",),
    }.get(mode, ())
    for key in keys:
        label = "holds" if mode is Mode.HOLD and key == "reps" else _LABELS.get(key, key)
        yield _field(key, dose, label)
    if mode is Mode.HOLD and dose.get("reps", 1) > 1:
        yield _field("gap", dose)


def _tempo_fields(step: DraftStep, mode: Mode, content: CatalogueDraft) -> Iterator[StepField]:
    """Yield the parts of the tempo; none where a step has parts of its own."""
    usual = content.tables[step.exercise]["dose"]
    row = ROWS.get(mode)
    if row is None or row in step.table or mode != usual["mode"]:
        return
    for part, (piece, seconds) in enumerate(zip(usual[row], _tempo(step, usual), strict=True)):
        yield StepField(clean(piece["name"]), _TEMPO, seconds, part)


def _wait_fields(dose: TomlTable) -> Iterator[StepField]:
    yield _field("sets", dose)
    if dose.get("sets", 1) > 1:
        yield _field("rest", dose)
    yield _field("sides", dose)
    if dose.get("sides", Sides.BOTH) != Sides.BOTH:
        yield _field("switch", dose)
    if dose.get("sides") == Sides.EACH and dose.get("sets", 1) > 1:
        yield _field("order", dose)
    yield _field("prep", dose)


def _field(key: str, dose: TomlTable, label: str = "") -> StepField:
    value = dose.get(key, _DEFAULTS.get(key))
    return StepField(label or _LABELS.get(key, key), key, value if value is not None else 0)


def adjusted(step: DraftStep, field: StepField, sign: int, content: CatalogueDraft) -> DraftStep:
    """Return the step with the next value of a field (`sign` 1), or the one before (-1).

    Whether it is allowed is for `check_draft` to say.
    """
    exercise = content.exercises[step.exercise]
    usual = content.tables[step.exercise]["dose"]
    table = dict(step.table)
    if field.part is not None:
        tempo = list(_tempo(step, usual))
        tempo[field.part] = _next_length(tempo[field.part], sign)
        table[_TEMPO] = tempo
    elif field.key in _CHOICES:
        table[field.key] = _next_choice(field, sign, exercise, usual)
        if table[field.key] == Sides.EACH and not step.dose(content).get("switch", 0):
            table["switch"] = _SWITCH
    elif not isinstance(field.value, str):
        table[field.key] = _next_number(field.key, field.value, sign)
    if step.origin is None:
        table.pop("source_status", None)
        table = {key: value for key, value in table.items() if value != _usual(key, usual)}
    return replace(step, table=_with_status(table, exercise, usual))


def _tempo(step: DraftStep, usual: TomlTable) -> list[float]:
    row = ROWS[Mode(usual["mode"])]
    tempo: list[float] = step.table.get(_TEMPO) or [part["seconds"] for part in usual[row]]
    return [_short(seconds) for seconds in tempo]


def _usual(key: str, usual: TomlTable) -> Any:
    """Return the usual value of a key, None without one: then a step needs its own."""
    row = ROWS.get(Mode(usual["mode"]))
    if key == _TEMPO and row:
        return [part["seconds"] for part in usual[row]]
    return usual.get(key, _DEFAULTS.get(key)) if key in _DOSE_KEYS else None


def _next_number(key: str, value: float, sign: int) -> float:
    """Return the next value, which may be out of bounds."""
    if key in _COUNTS:
        return int(value) + sign
    is_big = value >= _BIG_FROM if sign > 0 else value > _BIG_FROM
    return int(value) + sign * (_BIG_STEP if is_big else 1)


def _next_length(seconds: float, sign: int) -> float:
    if seconds >= _BIG_FROM if sign > 0 else seconds > _BIG_FROM:
        return _short(seconds + sign * _BIG_STEP)
    is_whole = seconds >= _WHOLE_FROM if sign > 0 else seconds > _WHOLE_FROM
    return _short(seconds + sign * (1 if is_whole else _HALF))


def _short(seconds: float) -> float:
    """Return a whole number as one: files have 2, not 2.0."""
    return int(seconds) if seconds == int(seconds) else seconds


def _next_choice(field: StepField, sign: int, exercise: Exercise, usual: TomlTable) -> str:
    """Return the next choice; what is done on one leg is never done on both sides at once."""
    choices = list(_CHOICES[field.key])
    is_one_leg = Tag.ONE_LEG in exercise.tags and usual.get("sides", Sides.BOTH) != Sides.BOTH
    if field.key == "sides" and is_one_leg:
        choices.remove(Sides.BOTH)
    place = choices.index(str(field.value)) if field.value in choices else 0
    return str(choices[(place + sign) % len(choices)])


def _with_status(table: dict[str, Any], exercise: Exercise, usual: TomlTable) -> dict[str, Any]:
    """Return the table, marked as adapted where a published dose was changed."""
    if exercise.source_status is not SourceStatus.PUBLISHED:
        return table
    if all(table.get(key, _usual(key, usual)) == _usual(key, usual) for key in _DOSE_KEYS):
        return table
    return {**table, "source_status": SourceStatus.ADAPTED.value}
