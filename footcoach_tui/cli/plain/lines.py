"""Lines of a plain session."""

from collections.abc import Iterator

from footcoach_tui.session import events
from footcoach_tui.session.length import routine_seconds
from footcoach_tui.session.player import Player
from footcoach_tui.session.record import SessionRecord
from footcoach_tui.session.routine import GateAnswer, Routine
from footcoach_tui.session.timeline import Segment, SegmentKind, Timeline
from footcoach_tui.text.descriptions import source_lines
from footcoach_tui.text.durations import counted, format_minutes
from footcoach_tui.text.labels import (
    BREATH_LABELS,
    SIDE_LABELS,
    coaching_cue,
    rep_and_set_labels,
    segment_title,
)
from footcoach_tui.text.results import results_line
from footcoach_tui.text.safety import answer_line, caution_sections, gate_sections
from footcoach_tui.text.section import Section

_KIND_WORDS = {
    SegmentKind.PREP: "Get ready",
    SegmentKind.MOVE: "Work",
    SegmentKind.RELAX: "Work",
    SegmentKind.HOLD: "Hold",
    SegmentKind.GAP: "Rest",
    SegmentKind.REST: "Rest",
    SegmentKind.SWITCH: "Change side",
    SegmentKind.AFTER_HOLD: "Take your time",
    SegmentKind.COUNT_UP: "Test",
    SegmentKind.WAIT: "Waiting for you",
}
_WORDS: dict[type[events.PlayerEvent], str] = {
    events.HalfWay: "Half-way",
    events.Paused: "Paused",
    events.Resumed: "Resumed",
    events.Undone: "Undone",
    events.Finished: "Finished",
    events.LeftSession: "You left",
}


def opening_lines(routine: Routine) -> Iterator[str]:
    """Lines before the start: the routine with all its steps, its cautions and conditions."""
    yield _summary(routine)
    yield f"You need: {', '.join(routine.equipment) or 'nothing'}."
    take_care, *cautions = caution_sections(routine)
    yield _line(take_care)
    for section in cautions:
        yield f"{take_care.heading}, {_line(section)}"
    yield from map(_line, gate_sections(routine))
    if routine.disclaimer:
        yield f"Please note: {routine.disclaimer}"
    for line in source_lines(routine):
        yield f"Where this comes from: {line}"


def answer_lines(routine: Routine, answer: GateAnswer) -> Iterator[str]:
    """Lines after the answer to the conditions of a routine: what is played."""
    if routine.gates or routine.gated:
        yield answer_line(routine, answer)
        yield _summary(routine.after(answer))


def _summary(routine: Routine) -> str:
    minutes = format_minutes(routine_seconds(routine))
    return f"{routine.title}: {minutes} min, {counted(len(routine.steps), 'exercise')}."


def _line(section: Section) -> str:
    """Return a section in one line: sentences, or a list of conditions."""
    between = " " if section.lines[0].endswith(".") else "; "
    return f"{section.heading}: {between.join(section.lines)}"


def event_line(event: events.PlayerEvent, player: Player) -> str:
    """Line of an event, or "" if it adds nothing to other lines."""
    match event:
        case events.Began(at, index):
            timeline = player.timeline
            return f"{format_minutes(at)} {_segment(timeline.segments[index], timeline)}"
        case events.Counted(_, left):
            return str(left)
        case events.Refused(_, why):
            return why
        case events.Ended() | events.Moved() | events.Beat():
            return ""
    return f"{format_minutes(event.at)} {_words(event)}"


def _words(event: events.PlayerEvent) -> str:
    match event:
        case events.Paused(_, gap) if gap:
            return f"Paused: no input for {format_minutes(gap)}"
        case events.CountIn(_, seconds):
            return f"Resuming in {seconds:g}"
        case events.Adjusted(_, seconds):
            return f"{abs(seconds):g} seconds {'more' if seconds > 0 else 'less'}"
        case events.RepsAdded(_, reps):
            return f"{counted(abs(reps), 'rep')} {'more' if reps > 0 else 'less'}"
    return _WORDS[type(event)]


def closing_lines(record: SessionRecord, routine: Routine) -> Iterator[str]:
    """Lines after the session is saved."""
    for exercise, step in zip(record.exercises, routine.steps, strict=True):
        if results := results_line(exercise, step.dose.work):
            yield f"{exercise.name}: {results}"
            continue
        full = sum(entry.outcome.value == "done" for entry in exercise.sets)
        yield (
            f"{exercise.name}: {full} of {len(exercise.sets)} sets, "
            f"{format_minutes(exercise.seconds)} of work"
        )
    yield f"Saved: {record.id}"


def _segment(segment: Segment, timeline: Timeline) -> str:
    step = timeline.routine.steps[segment.step]
    rep, set_no = rep_and_set_labels(segment, step)
    parts = [_KIND_WORDS[segment.kind]]
    if segment.kind.is_work or segment.kind is SegmentKind.PREP:
        title = segment_title(segment, step)
        if title.casefold() != parts[0].casefold():  # not "Hold, hold"
            parts.append(title)
    parts.append(SIDE_LABELS[segment.side])
    length = f"{segment.seconds:g} s"
    cue = coaching_cue(segment, step)
    if segment.kind is SegmentKind.WAIT:
        parts += [set_no, cue]
    elif segment.kind is SegmentKind.COUNT_UP:
        parts += [set_no, f"at most {length}", "enter ends it", cue]
    elif segment.kind.is_work:
        parts += [length, set_no, rep, cue, BREATH_LABELS[segment.breath]]
    elif segment.kind is SegmentKind.PREP:
        parts += [length, set_no, step.exercise.start]
    elif segment.waits:
        parts += ["enter goes on", set_no]
    else:
        parts += [length, set_no]
    return ", ".join(part for part in parts if part)
