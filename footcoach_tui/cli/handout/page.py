"""Printable page of a routine: pictures, doses, cues, cautions, sources, and boxes to tick.

One file, which asks for nothing from outside. It says of each dose whether it is from an article
or a trial, or our choice, in the same words as the app.
"""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from footcoach_tui.cli.handout.elements import Markup, element, joined
from footcoach_tui.cli.handout.pictures import still_pictures
from footcoach_tui.figure.model import Figure
from footcoach_tui.session.exercise import DoseSource, Equipment, Exercise, Grade, Source
from footcoach_tui.session.routine import Routine, Step
from footcoach_tui.session.timeline import compile_timeline
from footcoach_tui.text.descriptions import (
    VERIFICATION_LABELS,
    credit,
    dose_line,
    effort_range,
)
from footcoach_tui.text.durations import format_minutes
from footcoach_tui.text.safety import answer_line, answers_of, cautions_by_step, gate_sections
from footcoach_tui.text.section import Section
from footcoach_tui.text.stop_line import STOP_LINE

_STYLE = Path(__file__).with_name("handout.css")
_DAYS = 14
_ROWS = ("Done", "Effort, 0 to 10", "Pain, 0 to 10", "Next morning, 0 to 10")
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def handout_page(routine: Routine, figures: Mapping[str, Figure]) -> Markup:
    """Return the page; `figures` are by the id of their exercise."""
    body = (
        _head(routine),
        _conditions(routine),
        element("ol", *(_step(step, figures) for step in routine.steps), class_="steps"),
        _cautions(routine),
        _two_weeks(),
        _origin(routine),
    )
    head = element(
        "head",
        Markup('<meta charset="utf-8">'),
        Markup(f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'),
        Markup('<meta name="viewport" content="width=device-width">'),
        element("title", routine.title),
        element("style", Markup(_STYLE.read_text(encoding="utf-8"))),
    )
    page = element("html", head, element("body", *body), lang="en")
    return Markup(f"<!doctype html>\n{page}\n")


def _head(routine: Routine) -> Markup:
    minutes = format_minutes(compile_timeline(routine).total)
    facts = (
        ("Length", f"{minutes} min"),
        ("When", routine.frequency),
        ("Effort", effort_range(routine.effort) if any(routine.effort) else ""),
        ("You need", ", ".join(_equipment(routine)) or "nothing"),
    )
    return element(
        "header",
        element("h1", routine.title),
        element("p", routine.summary),
        element("p", *_joined(" · ", (_fact(*fact) for fact in facts if fact[1]))),
    )


def _equipment(routine: Routine) -> Iterator[str]:
    """Yield the equipment of all steps and swaps, each once, with its stand-ins."""
    stand_ins: dict[Equipment, list[str]] = {}
    for exercise in routine.exercises:
        for kit in exercise.equipment:
            stand_ins.setdefault(kit, [])
        for kit, other in exercise.stand_ins:
            stand_ins.setdefault(kit, []).append(other)
    for kit, others in stand_ins.items():
        listed = "; ".join(f"or {other}" for other in dict.fromkeys(others))
        yield f"{kit} ({listed})" if listed else str(kit)


def _fact(name: str, text: str) -> Markup:
    return joined(element("b", name), f" {text}")


def _conditions(routine: Routine) -> Markup:
    sections = gate_sections(routine)
    if not sections:
        return Markup()
    answers = (element("p", answer_line(routine, answer)) for answer in answers_of(routine))
    return element(
        "section",
        element("div", *map(_section, sections), class_="columns"),
        *answers,
        class_="box",
    )


def _step(step: Step, figures: Mapping[str, Figure]) -> Markup:
    exercise = step.exercise
    figure = figures.get(exercise.id)
    stills = still_pictures(step, figure) if figure else ()
    lines = (
        ("Remember", " · ".join(exercise.cues)),
        ("Stop if", " · ".join(exercise.stop_if)),
    )
    return element(
        "li",
        element("h2", exercise.name, " ", element("span", dose_line(step.dose))),
        element("div", *(_still(*still) for still in stills), class_="stills"),
        _how(exercise),
        *(_labelled(label, text) for label, text in lines if text),
        _instead(step.swap) if step.swap else "",
        _labelled(f"{step.source_status.sentence}.", step.source_note, class_="origin"),
    )


def _how(exercise: Exercise) -> Markup:
    return element(
        "ol", *_joined(" ", (element("li", line) for line in exercise.how)), class_="how"
    )


def _instead(step: Step) -> Markup:
    """The step for a person who is not ready yet for the conditions."""
    name, dose = step.exercise.name, dose_line(step.dose)
    return element(
        "div", _labelled("Not ready yet?", f"Instead {name}: {dose}."), _how(step.exercise)
    )


def _still(name: str, picture: Markup) -> Markup:
    return element("figure", picture, element("figcaption", name))


def _labelled(label: str, text: str, **attributes: str) -> Markup:
    return element("p", _fact(label, text), **attributes)


def _cautions(routine: Routine) -> Markup:
    """The stop line, the cautions of all steps, each once with its steps, and the disclaimer."""
    cautions = (
        element("li", f"{caution} ", element("i", f"({where})"))
        for caution, where in cautions_by_step(routine, routine)
    )
    return element(
        "section",
        element("h3", "Take care"),
        element("p", STOP_LINE),
        element("ul", *cautions, class_="columns"),
        _section(Section("Please note", (routine.disclaimer,) if routine.disclaimer else ())),
        class_="box",
    )


def _section(section: Section) -> Markup:
    if not section.lines:
        return Markup()
    lines = section.lines
    content = (
        element("p", lines[0])
        if len(lines) == 1
        else element("ol" if section.numbered else "ul", *(element("li", line) for line in lines))
    )
    return element("div", element("h3", section.heading), content)


def _two_weeks() -> Markup:
    """Boxes to tick, a column for each day of two weeks."""
    days = (element("th", str(day), scope="col") for day in range(1, _DAYS + 1))
    rows = (
        element("tr", element("th", name, scope="row"), *[element("td")] * _DAYS) for name in _ROWS
    )
    return element(
        "section",
        element("h3", "Two weeks"),
        element("table", element("tr", element("th", "Day", scope="row"), *days), *rows),
        class_="weeks",
    )


def _origin(routine: Routine) -> Markup:
    """Where the routine and each dose come from, and the works that are cited."""
    about = (routine.source_note or f"{routine.source_status.sentence}.", *credit(routine))
    grades = "; ".join(f"{grade.value} {grade.sentence}" for grade in Grade)
    cited = _sources(routine)
    numbers = {source: number for number, source in enumerate(cited, 1)}
    doses = (
        Section(
            exercise.name,
            (*(_dose_source(entry, numbers) for entry in exercise.dose_sources), *credit(exercise)),
        )
        for exercise in routine.exercises
    )
    works = Section("Sources", tuple(map(_citation, cited)), numbered=True)
    return element(
        "section",
        element("h3", "Where this comes from"),
        *(element("p", line) for line in about),
        element("p", f"In brackets: {grades}; a number is that of the source."),
        element("div", *map(_section, (*doses, works)), class_="columns"),
        class_="sources",
    )


def _dose_source(entry: DoseSource, numbers: Mapping[Source, int]) -> str:
    """Return what a source says about a dose, with its grade, how it was read, and its number."""
    parts = [entry.grade.value]
    if entry.source:
        parts += [VERIFICATION_LABELS[entry.read], str(numbers[entry.source])]
    return f"{entry.text} [{', '.join(filter(None, parts))}]"


def _sources(routine: Routine) -> list[Source]:
    entries = (entry for exercise in routine.exercises for entry in exercise.dose_sources)
    cited = {entry.source.id: entry.source for entry in entries if entry.source}
    cited |= {source.id: source for source in routine.sources}
    return [cited[name] for name in sorted(cited)]


def _citation(source: Source) -> str:
    return f"{source.citation} {source.link.removeprefix('https://')}".rstrip()


def _joined(between: str, parts: Iterable[str]) -> Iterator[str]:
    """Yield parts with a text between them."""
    for number, part in enumerate(parts):
        if number:
            yield between
        yield part
