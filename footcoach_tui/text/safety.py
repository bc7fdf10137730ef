"""Safety in words: the stop line, cautions under the names of their exercises, and gates."""

from collections.abc import Iterator

from footcoach_tui.session.routine import Gate, GateAnswer, Routine, Step
from footcoach_tui.text.section import Section

STOP_LINE = (
    "Stop if pain goes above 5 of 10, is sharp or at one point, or you feel numb or dizzy. "
    "A snap or pop: stop for today and get it checked."
)
"""General signs to stop at; the same sentence wherever they are named."""


def caution_sections(routine: Routine) -> tuple[Section, ...]:
    """Describe the cautions of all steps and swaps, each once, under the names of its exercises.

    The stop line comes first, then the cautions that concern most exercises.
    """
    names: dict[str, list[str]] = {}
    for exercise in routine.exercises:
        for caution in exercise.cautions:
            names.setdefault(caution, []).append(exercise.name)
    cautions: dict[str, list[str]] = {}
    for caution, exercises in sorted(names.items(), key=lambda item: -len(item[1])):
        heading = _joined_names(exercises, len(routine.exercises))
        cautions.setdefault(heading, []).append(caution)
    return (
        Section("Take care", (STOP_LINE,)),
        *(Section(heading, tuple(lines)) for heading, lines in cautions.items()),
    )


def gate_sections(routine: Routine) -> tuple[Section, ...]:
    """Describe the conditions of the routine, and those of its steps with a gate."""
    sections = [
        section
        for gate in routine.gates
        for section in _sections(gate, "Do this only if all of this is true", "Do not do this with")
    ]
    for gate, steps in _steps_by_gate(routine).items():
        names = _names(steps)
        sections += _sections(
            gate, f"{names}: only if all of this is true", f"{names}: not with any of this"
        )
    return tuple(section for section in sections if section.lines)


def answer_line(routine: Routine, answer: GateAnswer) -> str:
    """Return an answer to the gates, and what follows from it."""
    if routine.gates:
        return {
            GateAnswer.MET: "All true, and none of the second list: the session can start.",
            GateAnswer.READY: "Not all true yet.",
        }.get(answer, "No answer, sore, or a health reason: the session does not start.")
    names = _names(routine.gated)
    swaps = tuple(filter(None, (step.after(GateAnswer.READY) for step in routine.gated)))
    instead = _names(swaps) if swaps else "left out"
    return {
        GateAnswer.MET: f"All true, and none of the second list: {names}.",
        GateAnswer.READY: f"Not all true yet, but none of the second list: {instead}.",
    }.get(answer, f"No answer, sore, or a health reason: without {names}.")


def _sections(gate: Gate, needed: str, excluded: str) -> Iterator[Section]:
    yield Section(needed, gate.readiness)
    yield Section(excluded, (*gate.pains, *gate.exclude))


def _steps_by_gate(routine: Routine) -> dict[Gate, list[Step]]:
    steps: dict[Gate, list[Step]] = {}
    for step in routine.gated:
        if step.gate:
            steps.setdefault(step.gate, []).append(step)
    return steps


def _names(steps: tuple[Step, ...] | list[Step]) -> str:
    return "; ".join(dict.fromkeys(step.exercise.name for step in steps))


def _joined_names(names: list[str], exercises: int) -> str:
    return "Every exercise" if len(names) == exercises > 1 else "; ".join(names)
