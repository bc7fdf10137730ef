"""`footcoach doctor`: checks of the environment, the terminal, the files and the settings."""

import argparse
from collections.abc import Sequence

from footcoach_tui.cli.doctor.checks import run_checks
from footcoach_tui.cli.doctor.findings import FindingState, ReportSection
from footcoach_tui.cli.errors import ExitCode
from footcoach_tui.cli.output import print_json, wrap
from footcoach_tui.cli.parser import Subparsers
from footcoach_tui.text.durations import counted

_MAX_WIDTH = 100
_STATE_WIDTH = 5


def register(commands: Subparsers) -> None:
    command = commands.add_parser(
        "doctor",
        help="check the installation, files and settings; exit 0 all is well, 1 problems",
    )
    command.add_argument("--json", action="store_true", help="print as JSON")
    command.add_argument(
        "--thorough",
        action="store_true",
        help="also read months that have not changed since they were last read",
    )


def run(args: argparse.Namespace) -> int:
    """Run all checks and print their findings; exit 1 if there is a problem."""
    sections = run_checks(thorough=args.thorough)
    states = [finding.state for section in sections for finding in section.findings]
    count = states.count(FindingState.CARE)
    if args.json:
        print_json(_as_json(sections, is_healthy=not count))
    else:
        _print(sections)
        needs = counted(count, "thing needs", "things need")
        print(f"{needs} attention." if count else "All is well.")
    return ExitCode.NO if count else ExitCode.YES


def _print(sections: Sequence[ReportSection]) -> None:
    for section in sections:
        print(section.name)
        for finding in section.findings:
            start = f"  {finding.state:<{_STATE_WIDTH}}"
            print(wrap(finding.sentence, start, _MAX_WIDTH))
            if finding.advice:
                print(wrap(finding.advice, f"{'':<{len(start)}}-> ", _MAX_WIDTH))
        print()


def _as_json(sections: Sequence[ReportSection], *, is_healthy: bool) -> dict[str, object]:
    return {
        "healthy": is_healthy,
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
    return {name: fact for finding in section.findings for name, fact in finding.facts.items()}
