"""Safety in words: cautions under the names of their exercises, and gates."""

from collections.abc import Iterator

from footcoach_tui.session.exercise import Tag
from footcoach_tui.session.routine import Gate, GateAnswer, Routine, Step
from footcoach_tui.text.section import Section
from footcoach_tui.text.stop_line import STOP_LINE

_ONLY_IF = "Do this only if all of this is true"
_NOT_WITH = "Do not do this with any of these"
_NOTHING_AGAINST = "none of the second list applies"


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
        Section("Go easy", (STOP_LINE,)),
        *(Section(heading, tuple(lines)) for heading, lines in cautions.items()),
    )


def cautions_by_step(routine: Routine, played: Routine) -> tuple[tuple[str, str], ...]:
    """Return each caution of a routine once, with where it applies, the most common first.

    Steps have their numbers in the routine as it is `played`, others the name of their exercise.
    """
    steps: dict[str, list[int]] = {}
    for number, step in enumerate(played.steps, 1):
        steps.setdefault(step.exercise.id, []).append(number)
    places: dict[str, tuple[set[int], list[str]]] = {}
    for exercise in routine.exercises:
        for caution in exercise.cautions:
            numbers, names = places.setdefault(caution, (set(), []))
            numbers.update(steps.get(exercise.id, ()))
            if exercise.id not in steps:
                names.append(exercise.name)
    order = sorted(places.items(), key=lambda item: -len(item[1][0]) - len(item[1][1]))
    return tuple(
        (caution, _where(numbers, names, len(played.steps))) for caution, (numbers, names) in order
    )


def _where(numbers: set[int], names: list[str], steps: int) -> str:
    """Return where a caution applies: ``steps 1, 3; Toe walk``."""
    if len(numbers) == steps > 1:
        return "; ".join(("every step", *names))
    word = "step" if len(numbers) == 1 else "steps"
    listed = f"{word} {', '.join(map(str, sorted(numbers)))}" if numbers else ""
    return "; ".join(filter(None, (listed, *names)))


def gates_name(routine: Routine) -> str:
    """Return what the conditions of a routine are for: its hops, or the names of the exercises."""
    if routine.gates or not routine.gated:
        return routine.title
    if all(Tag.IMPACT in step.exercise.tags for step in routine.gated):
        return "Hops"
    return _names(routine.gated)


def gate_sections(routine: Routine) -> tuple[Section, ...]:
    """Describe the conditions of the routine, and those of its steps with a gate."""
    sections = [
        section for gate in routine.gates for section in _sections(gate, _ONLY_IF, _NOT_WITH)
    ]
    for gate, steps in _steps_by_gate(routine).items():
        names = _names(steps)
        sections += _sections(
            gate, f"{names}: only if all of this is true", f"{names}: leave out with any of these"
        )
    return tuple(section for section in sections if section.lines)


def answer_line(routine: Routine, answer: GateAnswer) -> str:
    """Return an answer to the gates, and what follows from it."""
    if routine.gates:
        if answer is GateAnswer.MET:
            return f"{_met(routine)}: the session can start."
        return "No answer, or something applies: the session does not start."
    names = _names(routine.gated)
    swaps = tuple(filter(None, (step.after(GateAnswer.READY) for step in routine.gated)))
    instead = _names(swaps) if swaps else "left out"
    return {
        GateAnswer.MET: f"{_met(routine)}: {names}.",
        GateAnswer.READY: f"Not all true yet, but {_NOTHING_AGAINST}: {instead}.",
    }.get(answer, f"No answer, or something of the second list: without {names}.")


def answers_of(routine: Routine) -> tuple[GateAnswer, ...]:
    """Return the answers with a meaning of their own; the first is that of a person who gives none.

    For the whole routine there is no third one: without readiness it does not start.
    """
    answers = (GateAnswer.EXCLUDED, GateAnswer.MET, GateAnswer.READY)
    return answers[:2] if routine.gates else answers


def _met(routine: Routine) -> str:
    """Return the answer that everything is as it must be."""
    return f"All true, and {_NOTHING_AGAINST}" if _has_readiness(routine) else "None of it applies"


def _has_readiness(routine: Routine) -> bool:
    gates = (*routine.gates, *(step.gate for step in routine.gated))
    return any(gate.readiness for gate in gates if gate)


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
