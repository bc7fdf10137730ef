"""Draft of a routine as text: its steps, the values of one, totals, notes and reasons."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from textual.content import Content

from footcoach_tui.text.occasions import occasion_label

if TYPE_CHECKING:  # they import pydantic, which is loaded in a worker
    from footcoach_tui.authoring.composition import Composition
    from footcoach_tui.authoring.draft_fields import StepField

_LABEL_COLUMNS = 11
_GAP = " · "
MOST_LINES = 4
"""Lines for the values of a step; the one of the chosen value is always among them."""

_NO_STEPS = """\
No steps yet. Choose an exercise on the left (/ finds one) and press enter.

B builds a routine for you.

2 goes to the steps, where the arrows choose a value, and + and - change it."""
NO_STEPS = Content(_NO_STEPS)


def field_lines(fields: "Sequence[StepField]", chosen: int, columns: int) -> Content:
    """Return the values of a step in lines of so many columns, the chosen one marked."""
    lines: list[Content] = []
    line, seen = Content(""), 0
    for place, field in enumerate(fields):
        text = Content(field.text)
        if place == chosen:
            text = Content.styled(f"[{field.text}]", "bold $accent")
        joined = line + Content(_GAP) + text if line else text
        if line and joined.cell_length > columns:
            lines.append(line)
            joined = text
        line = joined
        if place == chosen:
            seen = len(lines)
    first = max(0, seen + 1 - MOST_LINES)
    return Content("\n").join([*lines, line][first : first + MOST_LINES])


def draft_card(composition: "Composition") -> Content:
    """Return totals, notes, and the reasons of what was built."""
    blocks = [Content("\n").join(_lines(composition))]
    if composition.notes:
        blocks.append(_section("Notes", composition.notes, "$warning"))
    built = composition.built
    if built and built.steps:
        blocks.append(_section("Why these", [step.reason for step in built.steps], "bold"))
        blocks.append(_section("Not in it", built.notes, "bold"))
    return Content("\n\n").join(blocks)


def _lines(composition: "Composition") -> Iterator[Content]:
    totals = composition.totals
    lines = [*totals.lines()] if totals else []
    if composition.occasion:
        lines.append(("When", occasion_label(composition.occasion)))
    for label, text in lines:
        yield Content.assemble((f"{label:<{_LABEL_COLUMNS}}", "bold"), "\t", text)


def _section(heading: str, sentences: Sequence[str], style: str) -> Content:
    lines = (Content.assemble(("· ", "$secondary"), "\t", each) for each in sentences)
    return Content("\n").join([Content.styled(heading, style), *lines])
