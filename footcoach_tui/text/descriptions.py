"""Descriptions of exercises and routines in sections, the same on a screen and in the shell."""

from footcoach_tui.session.dose import (
    Bouts,
    CountUp,
    Dose,
    Hold,
    Measurement,
    Reps,
    SelfPaced,
    Sides,
    Timed,
)
from footcoach_tui.session.exercise import DoseSource, Exercise, Verification
from footcoach_tui.session.routine import Routine
from footcoach_tui.session.timeline import SegmentKind, Timeline
from footcoach_tui.text.durations import format_minutes
from footcoach_tui.text.results import error_of
from footcoach_tui.text.safety import caution_sections, gate_sections
from footcoach_tui.text.section import Section
from footcoach_tui.text.stop_line import STOP_LINE

VERIFICATION_LABELS = {
    Verification.VERIFIED: "",
    Verification.SECOND_HAND: "from a summary",
    Verification.FROM_MEMORY: "not checked",
}

_EFFORT_WORDS = ((2, "light"), (4, "moderate"), (6, "hard"), (10, "very hard"))
"""Highest score of each word."""


def describe_exercise(
    exercise: Exercise, names: dict[str, str] | None = None
) -> tuple[Section, ...]:
    """Describe an exercise. `names` are the names of exercises by id."""
    known = names or {}
    ladder = tuple(
        (heading, tuple(known.get(entry, entry) for entry in entries))
        for heading, entries in (("Easier", exercise.easier), ("Harder", exercise.harder))
    )
    sections = (
        Section("Purpose", (exercise.purpose,)),
        Section("Why", (exercise.why,)),
        Section("How to do it", exercise.how, numbered=True),
        Section("Cues", exercise.cues),
        Section("Common errors", exercise.errors),
        Section("Stop if", (*exercise.stop_if, STOP_LINE)),
        Section("Before you do it", exercise.cautions),
        Section("You need", _equipment_lines(exercise)),
        *(Section(heading, lines) for heading, lines in ladder),
        Section("Dose", (dose_line(exercise.dose), *map(source_line, exercise.dose_sources))),
        Section("Error of the test", tuple(filter(None, [error_of(exercise.dose.work)]))),
        Section("Where this comes from", (exercise.source_status.sentence,)),
        Section("Evidence", (exercise.evidence,) if exercise.evidence else ()),
        Section("Sources", _citations(exercise)),
        Section("Author and licence", credit(exercise)),
    )
    return tuple(section for section in sections if section.lines)


def describe_routine(routine: Routine, timeline: Timeline) -> tuple[Section, ...]:
    """Describe a routine for the choice of one."""
    sections = (
        Section("", (routine.summary,)),
        Section(
            "",
            (
                " · ".join(
                    (
                        f"{format_minutes(timeline.total)} min{_and_own_time(timeline)}",
                        _effort_words(routine.effort),
                        f"level {routine.level.value}",
                    )
                ),
                f"When: {routine.frequency}",
                f"You need: {', '.join(routine.equipment) or 'nothing'}",
            ),
        ),
        Section(
            "Steps",
            tuple(
                f"{step.exercise.name} · {format_minutes(timeline.seconds_of(place))}"
                for place, step in enumerate(routine.steps)
            ),
            numbered=True,
        ),
        *gate_sections(routine),
        *caution_sections(routine),
        Section("Where this comes from", source_lines(routine)),
        Section("Please note", (routine.disclaimer,) if routine.disclaimer else ()),
        Section("Author and licence", credit(routine)),
    )
    return tuple(section for section in sections if section.lines)


def _and_own_time(timeline: Timeline) -> str:
    waits = any(segment.kind is SegmentKind.WAIT for segment in timeline.segments)
    return " and the time you take" if waits else ""


def source_lines(routine: Routine) -> tuple[str, ...]:
    """Return the origin of the routine and of each step: published, adapted or our own."""
    return (
        routine.source_note or f"{routine.source_status.sentence}.",
        *(
            f"{step.exercise.name}: {_lower_first(step.source_status.sentence)}."
            + (f" {step.source_note}" if step.source_note else "")
            for step in routine.steps
        ),
    )


def credit(item: Exercise | Routine) -> tuple[str, ...]:
    """Return the author and the licence of a file, as far as it names them."""
    licence = f"Licence: {item.licence}" if item.licence else ""
    return tuple(filter(None, (item.author, licence)))


def _equipment_lines(exercise: Exercise) -> tuple[str, ...]:
    stand_ins = dict(exercise.stand_ins)
    return tuple(
        f"{kit} (or {stand_ins[kit]})" if kit in stand_ins else str(kit)
        for kit in exercise.equipment
    )


def dose_line(dose: Dose) -> str:
    """Return a dose in one line, such as ``2 x 8 reps of 9 s, left and right, rest 20 s``."""
    sets = f"{dose.sets} x " if dose.sets > 1 else ""
    parts = [sets + _work_words(dose)]
    if dose.sides is Sides.EACH:
        parts.append("left and right")
    elif dose.sides is Sides.ALTERNATING:
        parts.append("left and right in turn")
    if dose.sets > 1 and dose.rest:
        parts.append(f"rest {dose.rest:g} s")
    if dose.effort:
        parts.append(f"effort {effort_range(dose.effort)}")
    if dose.load:
        parts.append(dose.load)
    return ", ".join(parts)


def effort_range(effort: tuple[int, int]) -> str:
    low, high = effort
    return f"{low} of 10" if low == high else f"{low}-{high} of 10"


def _effort_words(effort: tuple[int, int]) -> str:
    """Return an effort by a word of the scale that is shown after a session, and its scores.

    >>> _effort_words((2, 4))
    'moderate effort (2-4 of 10)'
    """
    middle = sum(effort) / 2
    word = next(word for most, word in _EFFORT_WORDS if middle <= most)
    return f"{word} effort ({effort_range(effort)})"


def _work_words(dose: Dose) -> str:
    match dose.work:
        case Reps(reps, phases):
            return f"{reps} reps of {sum(phase.seconds for phase in phases):g} s"
        case Hold(seconds, reps):
            return f"hold {seconds:g} s" if reps == 1 else f"{reps} holds of {seconds:g} s"
        case Timed(segments):
            return " + ".join(f"{part.name} {part.seconds:g} s" for part in segments)
        case Bouts(bouts, seconds, gap):
            return f"{bouts} bouts of {seconds:g} s, pause {gap:g} s"
        case SelfPaced(reps):
            return f"{reps} reps at your own pace"
        case CountUp(limit, beat):
            to_beat = f" to a beat of {beat:g}" if beat else ""
            return f"as long as you can{to_beat}, at most {limit:g} s"
        case Measurement(_, question):
            return question


def source_line(source: DoseSource) -> str:
    grade = source.grade.sentence
    if source.source is None:
        return f"{source.text} [{grade}]"
    read = f"; {VERIFICATION_LABELS[source.read]}" if VERIFICATION_LABELS[source.read] else ""
    return f"{source.text} [{grade}{read}; {source.source.id}]"


def _citations(exercise: Exercise) -> tuple[str, ...]:
    works = dict.fromkeys(entry.source for entry in exercise.dose_sources if entry.source)
    return tuple(f"{work.id}: {work.citation} {work.link}".rstrip() for work in works)


def _lower_first(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:]
