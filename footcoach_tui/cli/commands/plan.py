"""`footcoach plan`: the plan and how far it is, and changes of it."""

import argparse
from pathlib import Path

from footcoach_tui.boundary import local_time
from footcoach_tui.boundary.files import write_durably
from footcoach_tui.boundary.text import clean
from footcoach_tui.cli.coach import arguments
from footcoach_tui.cli.coach.context import CoachContext
from footcoach_tui.cli.coach.plan_changes import CHANGES, present_choice
from footcoach_tui.cli.errors import CliError, ExitCode
from footcoach_tui.cli.output import print_json
from footcoach_tui.cli.parser import Subparsers
from footcoach_tui.coach.answers.plan_choice import PauseReason
from footcoach_tui.history.months.entries import EntryKind
from footcoach_tui.text.durations import counted

_EXAMPLES = """\
examples:
  footcoach plan start foot-core-8wk --on mon,wed,fri
  footcoach plan runs tue=hard,sun=long
  footcoach plan race 2027-04-11
  footcoach plan pause --until 2027-01-05 --why holiday
"""


def register(commands: Subparsers) -> None:
    command = commands.add_parser(
        "plan",
        help="show the plan, begin one, or change it",
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    command.add_argument("--json", action="store_true", help="print as JSON")
    command.add_argument(
        "--calendar", metavar="FILE.ics", type=Path, help="write the days to a calendar file"
    )
    # Without `prog` argparse asks for the terminal's width, which imports the compressors.
    actions = command.add_subparsers(
        title="changes", metavar="CHANGE", dest="action", prog=command.prog
    )
    _add(actions, "list", "list the plans")
    start = _add(actions, "start", "begin a plan today")
    start.add_argument("plan", metavar="ID", help="a plan, as footcoach plan list names them")
    start.add_argument(
        "--on", type=arguments.weekdays, metavar="DAYS", help="such as mon,wed,fri; else proposed"
    )
    start.add_argument(
        "--replace", action="store_true", help="in the place of the plan that is running"
    )
    start.add_argument("--stage", type=_stage, default=1, metavar="N", help="default: 1")
    days = _add(actions, "days", "change the days of the week")
    days.add_argument("weekdays", type=arguments.weekdays, metavar="DAYS", help="mon,wed,fri")
    runs = _add(actions, "runs", "say when you run")
    runs.add_argument(
        "runs", type=arguments.runs, metavar="RUNS", help="such as tue=hard,sun=long, or none"
    )
    race = _add(actions, "race", "say when you race")
    race.add_argument("day", type=arguments.day, metavar="DAY", help="YYYY-MM-DD")
    race.add_argument("--remove", action="store_true", help="there is no race on that day")
    pause = _add(actions, "pause", "pause from today; it costs nothing")
    pause.add_argument("--until", type=arguments.day, metavar="DAY", help="its last day")
    pause.add_argument(
        "--why", choices=[str(reason) for reason in PauseReason], default="holiday", help="reason"
    )
    _add(actions, "resume", "end the pause")
    _add(actions, "lighter", "begin a lighter week: half of each exercise, and no hops")
    _add(actions, "stop", "leave the plan; the history stays")
    if_then = _add(actions, "if-then", "set the sentence that says when and where")
    if_then.add_argument("sentence", metavar="SENTENCE")
    if_then.add_argument("--missed", action="store_true", help="it says what you do otherwise")


def _add(actions: Subparsers, name: str, help_text: str) -> argparse.ArgumentParser:
    action = actions.add_parser(name, help=help_text)
    action.add_argument(
        "--json", action="store_true", default=argparse.SUPPRESS, help="print as JSON"
    )
    return action


def run(args: argparse.Namespace) -> int:
    """Show the plan, or change it first."""
    coach = CoachContext()
    if args.calendar:
        if args.action:
            raise CliError("--calendar writes the plan as it is: give it alone")
        return _write_calendar(coach, args.calendar)
    if args.action == "list":
        return _list(coach, is_json=args.json)
    if args.action == "lighter":
        return _begin_lighter_week(coach, is_json=args.json)
    if args.action:
        choice, said = CHANGES[args.action](coach, args)
        document = choice._replace(chosen=coach.today).document()
        coach.save_entry(EntryKind.PLAN, document)
        if args.json:
            print_json({"choice": document, "sentence": said})
        else:
            print(said)
        return ExitCode.YES
    return _show(coach, is_json=args.json)


def _show(coach: CoachContext, *, is_json: bool) -> int:
    from footcoach_tui.cli.coach.plan_lines import no_plan_lines, plan_document, plan_lines  # noqa: PLC0415 - only here
    from footcoach_tui.coach.plans.progress import Progress  # noqa: PLC0415 - only here

    progress = Progress.of(coach.facts)
    if is_json:
        print_json(plan_document(coach, progress))
    else:
        lines = no_plan_lines(coach) if progress is None else plan_lines(coach, progress)
        print("\n".join(map(clean, lines)))
    return ExitCode.YES


def _begin_lighter_week(coach: CoachContext, *, is_json: bool) -> int:
    """Save that the person asks for a lighter week. Raises CliError if it is one already."""
    from footcoach_tui.coach.plans.lighter_weeks import LIGHTER_WEEK, lighter_week_document  # noqa: PLC0415 - only here
    from footcoach_tui.coach.plans.progress import Progress  # noqa: PLC0415 - only here

    present_choice(coach)
    progress = Progress.of(coach.facts)
    if progress and progress.lighter_until:
        raise CliError(f"it is a lighter week already, until {progress.lighter_until}")
    document = lighter_week_document(coach.today)
    coach.save_entry(EntryKind.CHECK_IN, document)
    sentence = f"A lighter week begins. {LIGHTER_WEEK}"
    if is_json:
        print_json({"checkin": document, "sentence": sentence})
    else:
        print(sentence)
    return ExitCode.YES


def _list(coach: CoachContext, *, is_json: bool) -> int:
    plans = coach.rules.plans.values()
    if is_json:
        documents = [
            {
                "id": plan.id,
                "title": plan.title,
                "summary": plan.summary,
                "kind": str(plan.kind),
                "days": list(plan.days),
                "stages": [stage.routine for stage in plan.stages],
            }
            for plan in plans
        ]
        print_json({"plans": documents})
        return ExitCode.YES
    width = max((len(plan.id) for plan in plans), default=0)
    for plan in plans:
        print(f"{plan.id:<{width}}  {plan.title}: {plan.summary}")
    return ExitCode.YES


def _write_calendar(coach: CoachContext, path: Path) -> int:
    """Write the days of the plan as a calendar file. Raises CliError and WriteError."""
    from footcoach_tui.cli.calendar_file import (  # noqa: PLC0415 - only here
        MISSING_LIBRARY,
        calendar_file,
        can_write_calendar,
    )
    from footcoach_tui.coach.plans.calendar import plan_events  # noqa: PLC0415 - only here
    from footcoach_tui.coach.plans.progress import Progress  # noqa: PLC0415 - only here
    from footcoach_tui.session.length import routine_minutes  # noqa: PLC0415 - only here

    if not can_write_calendar():
        raise CliError(MISSING_LIBRARY)
    choice = present_choice(coach)
    progress = Progress.of(coach.facts)
    plan = coach.rules.plans[choice.plan]
    stage = plan.stages[(progress.stage if progress else choice.stage) - 1]
    minutes = routine_minutes(coach.rules.routines[stage.routine])
    events = plan_events(plan, choice, minutes, coach.today)
    write_durably(path, calendar_file(events, local_time.now()))
    days = sum(len(event.days) for event in events)
    print(f"{counted(days, 'day')} written to {clean(str(path))}")
    return ExitCode.YES


def _stage(text: str) -> int:
    if text.isdecimal() and text.isascii() and int(text[:3]) > 0:
        return int(text[:3])
    raise argparse.ArgumentTypeError("must be a stage: 1 or higher")
