"""A session of the history, opened to its sets: planned against done."""

from textual.content import Content

from footcoach_tui.session.record import ExerciseRecord, Origin, Outcome, SessionRecord, SetRecord
from footcoach_tui.session.words import SIDE_WORDS, minutes

_STYLES = {Outcome.DONE: "$success", Outcome.CUT: "$warning", Outcome.SKIPPED: "$secondary"}
_WORDS = {Outcome.DONE: "✓ done", Outcome.CUT: "◐ cut short", Outcome.SKIPPED: "– skipped"}


def session_card(record: SessionRecord) -> Content:
    """Everything that is kept of a session."""
    blocks = [
        Content.styled(record.title, "bold $accent"),
        Content("\n".join(_facts(record))),
        *(_exercise(one) for one in record.exercises),
    ]
    if record.note:
        blocks.append(Content.assemble(("Note\n", "bold"), record.note))
    return Content("\n\n").join(blocks)


def _facts(record: SessionRecord) -> list[str]:
    zone = f" {record.zone}" if record.zone else ""
    facts = [
        f"{record.started:%A %Y-%m-%d %H:%M}{zone}",
        f"{minutes(record.seconds)} minutes" + (" · partly done" if record.partial else ""),
    ]
    if record.context:
        facts.append(f"Context: {record.context}")
    if record.origin is Origin.LOGGED:
        facts.append("Logged by hand, taken to be done as planned")
    if record.speed != 1.0:
        facts.append(f"Played at {record.speed:g} times the speed: left out of totals")
    if record.effort is not None:
        facts.append(f"Effort {record.effort} of 10")
    if record.pain is not None:
        facts.append(f"Pain {record.pain} of 10")
    facts.append(f"Id {record.id}")
    return facts


def _exercise(exercise: ExerciseRecord) -> Content:
    rows = [Content.styled(exercise.name, "bold"), *(_set(one) for one in exercise.sets)]
    return Content("\n").join(rows)


def _set(one: SetRecord) -> Content:
    side = SIDE_WORDS[one.side]
    reps = f"{one.reps} of {one.planned_reps}"
    seconds = f"{one.seconds:.0f} of {one.planned_seconds:.0f} s"
    return Content.assemble(
        f"  set {one.number}  {side:<10}  {reps:>9}  {seconds:>13}  ",
        (_WORDS[one.outcome], _STYLES[one.outcome]),
    )
