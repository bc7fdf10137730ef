"""The lines of a plain session."""

from collections.abc import Iterator

from footcoach_tui.session.events import (
    Adjusted,
    Began,
    Counted,
    CountIn,
    Ended,
    Finished,
    HalfWay,
    LeftSession,
    Moved,
    Paused,
    PlayerEvent,
    Refused,
    Resumed,
    Undone,
)
from footcoach_tui.session.player import Player
from footcoach_tui.session.record import SessionRecord
from footcoach_tui.session.routine import Routine
from footcoach_tui.session.timeline import Segment, SegmentKind, Timeline
from footcoach_tui.text.descriptions import gate_lines, source_lines
from footcoach_tui.text.durations import format_minutes
from footcoach_tui.text.labels import (
    BREATH_LABELS,
    SIDE_LABELS,
    coaching_cue,
    rep_and_set_labels,
    segment_title,
)

_KIND_WORDS = {
    SegmentKind.PREP: "Get ready",
    SegmentKind.MOVE: "Work",
    SegmentKind.RELAX: "Work",
    SegmentKind.HOLD: "Hold",
    SegmentKind.GAP: "Rest",
    SegmentKind.REST: "Rest",
    SegmentKind.SWITCH: "Change side",
    SegmentKind.WAIT: "Waiting for you",
}
_WORDS: dict[type[PlayerEvent], str] = {
    HalfWay: "Half-way",
    Paused: "Paused",
    Resumed: "Go on",
    Undone: "Taken back",
    Finished: "Finished",
    LeftSession: "Left",
}


def opening_lines(asked: Routine, timeline: Timeline) -> Iterator[str]:
    """What a person should know before the clock starts."""
    routine = timeline.routine
    minutes = format_minutes(timeline.total)
    yield f"{routine.title}: {minutes} minutes, {len(routine.steps)} exercises."
    yield f"Have at hand: {', '.join(routine.equipment) or 'nothing'}."
    for line in source_lines(routine):
        yield f"Whose it is: {line}"
    for place in asked.gated:
        yield "Conditions: " + "; ".join(gate_lines(asked.steps[place]))
    for gate in asked.gates:
        yield "Only if: " + "; ".join(gate.conditions)
    for caution in routine.cautions:
        yield f"Take care: {caution}"
    yield "Stop if pain goes above 5 of 10, is sharp, or you feel numb or dizzy."
    if routine.disclaimer:
        yield f"Please note: {routine.disclaimer}"


def event_line(event: PlayerEvent, player: Player) -> str:
    """One line for one event, or "" for those that say nothing new."""
    match event:
        case Began(at, index):
            return (
                f"{format_minutes(at)} {_segment(player.timeline.segments[index], player.timeline)}"
            )
        case Counted(_, left):
            return str(left)
        case Refused(_, why):
            return why
        case Ended() | Moved():
            return ""
    return f"{format_minutes(event.at)} {_words(event)}"


def _words(event: PlayerEvent) -> str:
    match event:
        case Paused(_, gap) if gap:
            return f"Paused: nobody was here for {format_minutes(gap)}"
        case CountIn(_, seconds):
            return f"Going on in {seconds:g}"
        case Adjusted(_, seconds):
            return f"{abs(seconds):g} seconds {'more' if seconds > 0 else 'less'}"
    return _WORDS[type(event)]


def closing_lines(record: SessionRecord) -> Iterator[str]:
    """What was done, once it is saved."""
    for exercise in record.exercises:
        full = sum(one.outcome.value == "done" for one in exercise.sets)
        yield (
            f"{exercise.name}: {full} of {len(exercise.sets)} sets, "
            f"{format_minutes(exercise.seconds)} of work"
        )
    yield f"Saved: {record.id}"


def _segment(segment: Segment, timeline: Timeline) -> str:
    step = timeline.routine.steps[segment.step]
    rep, set_no = rep_and_set_labels(segment, step)
    parts = [_KIND_WORDS[segment.kind]]
    named = (
        segment_title(segment, step)
        if segment.kind.is_work or segment.kind is SegmentKind.PREP
        else ""
    )
    if named.casefold() != parts[0].casefold():  # nobody wants to hear "Hold, hold"
        parts.append(named)
    parts.append(SIDE_LABELS[segment.side])
    if segment.kind is SegmentKind.WAIT:
        parts += [set_no, coaching_cue(segment, step)]
    elif segment.kind.is_work:
        parts += [
            _seconds(segment),
            set_no,
            rep,
            coaching_cue(segment, step),
            BREATH_LABELS[segment.breath],
        ]
    else:
        parts += [_seconds(segment), set_no]
    return ", ".join(part for part in parts if part)


def _seconds(segment: Segment) -> str:
    return f"{segment.seconds:g} s"
