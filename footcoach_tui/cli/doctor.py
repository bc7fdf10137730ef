"""`footcoach doctor`: what there is, and what wants care."""

import argparse
from collections.abc import Iterable

from footcoach_tui.cli.arguments import Commands
from footcoach_tui.cli.exits import Exit
from footcoach_tui.cli.health.checks import Section, examined, is_healthy
from footcoach_tui.cli.health.finding import Finding, State, counted
from footcoach_tui.cli.output import columns, print_json, wrapped

_WIDEST = 100
_MARK = 6
"""Columns of a mark with its space."""


def register(commands: Commands) -> None:
    """Add the command."""
    command = commands.add_parser(
        "doctor", help="what there is and what wants care: exit 0 all is well, 1 something is not"
    )
    command.add_argument("--json", action="store_true", help="as JSON")
    command.add_argument(
        "--thorough",
        action="store_true",
        help="read every month anew, also those unchanged since they were last read",
    )
    command.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Look at everything, write nothing. Exit 1 if something wants care."""
    sections = examined(thorough=chosen.thorough)
    if chosen.json:
        print_json(_as_json(sections))
    else:
        _print(sections)
    return Exit.YES if is_healthy(sections) else Exit.NO


def _print(sections: Iterable[Section]) -> None:
    sections = tuple(sections)
    width = columns(_WIDEST)
    for section in sections:
        print(section.name)
        for finding in section.findings:
            print("\n".join(_lines(finding, width)))
        print()
    cares = sum(one.state is State.CARE for section in sections for one in section.findings)
    print(f"{counted(cares, 'thing wants', 'things want')} care." if cares else "All is well.")


def _lines(finding: Finding, width: int) -> Iterable[str]:
    """A finding behind its mark, its advice below; paths stay whole."""
    mark = f"  {finding.state:<{_MARK - 1}}"
    yield wrapped(finding.sentence, mark, width)
    if finding.advice:
        yield wrapped(finding.advice, f"{'':<{len(mark)}}-> ", width)


def _as_json(sections: Iterable[Section]) -> dict[str, object]:
    sections = tuple(sections)
    return {
        "healthy": is_healthy(sections),
        "findings": [
            {
                "section": section.name,
                "state": str(finding.state),
                "sentence": finding.sentence,
                "advice": finding.advice,
            }
            for section in sections
            for finding in section.findings
        ],
        "facts": {section.name: _facts(section) for section in sections},
    }


def _facts(section: Section) -> dict[str, object]:
    return {name: fact for one in section.findings for name, fact in one.facts.items()}
