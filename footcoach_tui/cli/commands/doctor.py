"""`footcoach doctor`: checks of the environment, the terminal, the files and the settings."""

import argparse
from collections.abc import Iterable, Sequence

from footcoach_tui.cli.arguments import Subparsers
from footcoach_tui.cli.doctor.checks import run_checks
from footcoach_tui.cli.doctor.findings import Finding, FindingState, ReportSection, is_healthy
from footcoach_tui.cli.errors import ExitCode
from footcoach_tui.cli.output import columns, print_json, wrapped
from footcoach_tui.text.durations import counted

_WIDEST = 100
_MARK = 6
"""Columns of a mark and its space."""


def register(commands: Subparsers) -> None:
    """Add the command."""
    command = commands.add_parser(
        "doctor",
        help="what there is and what needs attention: exit 0 all is well, 1 something does",
    )
    command.add_argument("--json", action="store_true", help="as JSON")
    command.add_argument(
        "--thorough",
        action="store_true",
        help="read every month again, also those unchanged since they were last read",
    )
    command.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Run all checks and print their findings; exit 1 if there is a problem."""
    sections = run_checks(thorough=chosen.thorough)
    if chosen.json:
        print_json(_as_json(sections))
    else:
        _print(sections)
    return ExitCode.YES if is_healthy(sections) else ExitCode.NO


def _print(sections: Sequence[ReportSection]) -> None:
    width = columns(_WIDEST)
    for section in sections:
        print(section.name)
        for finding in section.findings:
            print("\n".join(_lines(finding, width)))
        print()
    cares = sum(one.state is FindingState.CARE for section in sections for one in section.findings)
    print(f"{counted(cares, 'thing needs', 'things need')} attention." if cares else "All is well.")


def _lines(finding: Finding, width: int) -> Iterable[str]:
    """Lines of a finding: its mark and sentence, its advice below; paths are not broken."""
    mark = f"  {finding.state:<{_MARK - 1}}"
    yield wrapped(finding.sentence, mark, width)
    if finding.advice:
        yield wrapped(finding.advice, f"{'':<{len(mark)}}-> ", width)


def _as_json(sections: Sequence[ReportSection]) -> dict[str, object]:
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


def _facts(section: ReportSection) -> dict[str, object]:
    return {name: fact for one in section.findings for name, fact in one.facts.items()}
