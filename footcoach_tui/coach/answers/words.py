"""Answers before, in and after a session, in words."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from footcoach_tui.coach.answers.check_in import (
    After,
    CheckIn,
    Energy,
    MorningAnswer,
    Sore,
    StepPain,
    read_morning,
)
from footcoach_tui.coach.answers.decision import Action
from footcoach_tui.coach.answers.documents import mapping, rows, text
from footcoach_tui.coach.rules.sites import Site
from footcoach_tui.session.record import SessionRecord
from footcoach_tui.session.side import Side

_SITE_NAMES = {
    Site.HEEL: "heel",
    Site.ARCH: "arch",
    Site.BIG_TOE: "big toe",
    Site.FOREFOOT: "forefoot",
    Site.ACHILLES_CORD: "Achilles (cord)",
    Site.ACHILLES_BONE: "Achilles (heel bone)",
    Site.ANKLE: "ankle",
    Site.CALF: "calf",
    Site.SHIN: "shin",
}
_ENERGY = {Energy.SHORT: "short of time", Energy.ILL: "ill"}
_MORNING = {MorningAnswer.NOT_WORSE: "no worse than usual", MorningAnswer.WORSE: "worse"}
_NO_NAMES: Mapping[str, str] = {}


def sore_name(sore: Sore) -> str:
    """Return a site with its side, such as "left heel"."""
    name = _SITE_NAMES[sore.site]
    return f"{name}, both sides" if sore.side is Side.BOTH else f"{sore.side} {name}"


def scored_sites(sore: Iterable[Sore]) -> str:
    """Return the sites with their scores, such as "left heel 3 of 10, right calf 1 of 10"."""
    return ", ".join(f"{sore_name(each)} {each.score} of 10" for each in sore)


def pain_line(record: SessionRecord) -> str:
    """Return the pain of a session: that during it and that at its end where they differ."""
    if record.pain is None:
        return ""
    after = After.read(record.after)
    sites = scored_sites(after.sore or ())
    at_end = max((each.score for each in after.sore or ()), default=0)
    hurts = [each for each in after.hurt if each.score > at_end]
    if after.sore is None or not hurts:
        return f"Pain {record.pain} of 10{sites and ': '}{sites}"
    given = max((each.score for each in hurts if not each.is_sharp), default=0)
    is_sharp = any(each.is_sharp for each in hurts)
    during = f"Pain {given} of 10{' and sharp' if is_sharp else ''}" if given else "Sharp pain"
    return f"{during} during it; at the end {sites or 'none'}."


def answer_lines(record: SessionRecord, names: Mapping[str, str] = _NO_NAMES) -> tuple[str, ...]:
    """Return what a person said around a session, a line each.

    `names` are those of exercises that the session may not have, by id.
    """
    names = {each.exercise: each.name for each in record.exercises} | {**names}
    lines = (_before(record, names), _after(record), _morning(record))
    return tuple(line for line in lines if line)


def _before(record: SessionRecord, names: Mapping[str, str]) -> str:
    if record.checkin is None:
        return ""
    check_in = CheckIn.read(record.checkin)
    answers = [] if check_in.sore is None else [scored_sites(check_in.sore) or "nothing sore"]
    if check_in.energy in _ENERGY:
        answers.append(_ENERGY[check_in.energy])
    answers += [f"flag {flag}" for flag in check_in.flags or ()]
    if check_in.is_anyway:
        answers.append("done anyway")
    said = f"Before: {'; '.join(answers) or 'not answered'}."
    changes = "; ".join(_changes(record.checkin, names))
    verdict = "Lighter" if record.checkin.get("decision") == "lighter" else "Changed"
    return f"{said} {verdict}: {changes}." if changes else said


def _changes(document: Mapping[str, object], names: Mapping[str, str]) -> Iterator[str]:
    """Yield the changes of steps, each once."""
    said: dict[str, None] = {}
    for row in rows(document.get("changes")):
        exercise, to = text(row.get("exercise")), text(row.get("to"))
        name, other = _name(exercise, names), _name(to, names)
        word = _CHANGES.get(text(row.get("action")))
        if to and to != exercise:
            said[f"{other} instead of {name}"] = None
        elif exercise and word:
            said[word(name)] = None
    yield from said


def _name(exercise: str, names: Mapping[str, str]) -> str:
    """Return the name of an exercise, or its id in words."""
    return names.get(exercise, exercise.replace("-", " "))


_CHANGES: Mapping[str, Callable[[str], str]] = {
    Action.HALVE: "half of {}".format,
    Action.FEWER: "one set fewer of {}".format,
    Action.STAND_IN: "{} with a stand-in".format,
    Action.RUNG: "{} at its own dose".format,
    Action.LEAVE: "no {}".format,
    Action.DROP: "no {}".format,
    Action.DOWN: "no {}".format,
    Action.SWAP: "no {}".format,
}


def _after(record: SessionRecord) -> str:
    after = After.read(record.after)
    parts = [_hurt(hurt) for hurt in after.hurt if hurt.score]
    if after.sore is not None:
        parts.append(scored_sites(after.sore) or "nothing sore")
    parts += [f"flag {flag}" for flag in after.flags]
    return f"After: {'; '.join(parts)}." if parts else ""


def _hurt(hurt: StepPain) -> str:
    if hurt.is_sharp:
        return f"sharp pain in step {hurt.step}"
    return f"in step {hurt.step} it hurt {hurt.score} of 10"


def _morning(record: SessionRecord) -> str:
    answer = _MORNING.get(read_morning(mapping(record.morning)))
    return f"The morning after: {answer}." if answer else ""
