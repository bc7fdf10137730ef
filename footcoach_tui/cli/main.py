"""Command line of footcoach: parses the arguments, runs the command, and prints its error."""

import argparse
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

from footcoach_tui import wiring
from footcoach_tui.boundary.files import WriteError, error_reason
from footcoach_tui.boundary.paths import PathError
from footcoach_tui.boundary.safe_read import UnreadableError
from footcoach_tui.boundary.text import clean
from footcoach_tui.cli.errors import CliError, ExitCode, discard_output, warn
from footcoach_tui.cli.output import can_show_screens, set_up_output
from footcoach_tui.cli.parser import (
    COMMANDS,
    VERSION_LINE,
    appearance_options,
    make_command_parser,
    make_parser,
)
from footcoach_tui.history.errors import HistoryError

if TYPE_CHECKING:  # a name for the type checker only: few commands need it
    from footcoach_tui.app.appearance.choose import AppearanceOptions

_PRIVATE = 0o077
_RECENT_SESSIONS = 5


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command. Returns the exit code: 0 yes, 1 no, 2 usage or configuration."""
    os.umask(_PRIVATE)
    try:
        code = _run(sys.argv[1:] if arguments is None else list(arguments))
        print(end="", flush=True)  # unlike a call of flush, no error where there is no output
    except CliError as error:
        _report(str(error))
        return error.code
    except (PathError, UnreadableError, WriteError, HistoryError) as error:
        return _report(str(error))
    except KeyboardInterrupt:
        return ExitCode.INTERRUPTED
    except BrokenPipeError:
        discard_output()
        return ExitCode.BROKEN_PIPE
    except OSError as error:
        discard_output()
        place = f"{os.fsdecode(error.filename)}: " if error.filename else ""
        return _report(f"{place}could not be read or written: {error_reason(error)}")
    except Exception as error:  # noqa: BLE001 - a user gets a sentence and a log, no traceback
        return _report_crash(error)
    finally:
        _hand_over_saved()
    return code


def _hand_over_saved() -> None:
    """Give a session that was saved to the hook of the user."""
    if "footcoach_tui.hooks.saved" in sys.modules:  # most commands save none
        from footcoach_tui.hooks.saved import hand_over_saved  # noqa: PLC0415 - see above

        with suppress(OSError):  # the standard error is closed
            warn(hand_over_saved())


def _report_crash(error: Exception) -> int:
    """Write an error that footcoach does not know to a log, and print a sentence."""
    try:
        from footcoach_tui.terminal.crash_log import CrashLog  # noqa: PLC0415 - imports Textual

        log = CrashLog(wiring.log_folder())
        log.record(error)
        sentence = log.message(is_session_saved=False)
    except Exception as reason:  # noqa: BLE001 - the folders may be what is wrong
        what = clean(type(error).__name__)
        sentence = (
            f"internal error ({what}): footcoach had to stop; no log of it could be written "
            f"({reason})"
        )
    _report(sentence)
    return ExitCode.INTERNAL_ERROR


def _run(arguments: list[str]) -> int:
    if not arguments:
        return _show_home()
    word = arguments[0]
    if word in COMMANDS:
        chosen = make_command_parser(word).parse_args(arguments[1:])
        return int(chosen.run(chosen))
    if arguments == ["--version"]:  # the whole parser would load all commands
        print(VERSION_LINE)
        return ExitCode.YES
    if word.startswith("-"):
        return _run_with_options(make_parser().parse_args(arguments))
    raise CliError.unknown("command", word, COMMANDS, "--help")


def _run_with_options(chosen: argparse.Namespace) -> int:
    """Open the app, or run a command, with options in front of the command."""
    if chosen.command is None:
        return _show_home(appearance_options(chosen))
    if (chosen.theme or chosen.calm) and chosen.command != "play":
        raise CliError(
            f"footcoach {chosen.command} has no colours or motion: --theme and --calm do not apply"
        )
    if chosen.ascii:
        set_up_output(only_ascii=True)
    return int(chosen.run(chosen))


def _show_home(options: "AppearanceOptions | None" = None) -> int:
    """Open the app; without a terminal, print what is due and the latest sessions."""
    if can_show_screens():
        from footcoach_tui.cli.open_app import open_app  # noqa: PLC0415 - imports Textual

        return open_app(options=options)
    from footcoach_tui.cli.coach.due_cache import due_today  # noqa: PLC0415 - only here
    from footcoach_tui.cli.commands.history import print_sessions  # noqa: PLC0415 - only here
    from footcoach_tui.cli.lookup import report_interrupted_session  # noqa: PLC0415 - only here

    history = wiring.open_history()
    due = due_today()
    print(due.sentence)
    if due.routine:
        print(f"footcoach play {due.routine} --plain leads you through: {due.title}.")
    if records := history.last(_RECENT_SESSIONS):
        print()
        print_sessions(records)
    report_interrupted_session()
    return ExitCode.YES


def _report(sentence: str) -> ExitCode:
    with suppress(OSError):  # the standard error is closed
        print(f"footcoach: {clean(sentence)}", file=sys.stderr)
    return ExitCode.ERROR
