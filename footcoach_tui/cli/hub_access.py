"""The hub for commands: its setting, and its errors as those of the command line."""

from collections.abc import Iterator
from contextlib import contextmanager

from footcoach_tui import wiring
from footcoach_tui.cli.errors import CliError, ExitCode, warn

_NO_HUB = 'no hub is set: put [sync] with hub = "service=footcoach" into the config (docs/hub.md)'
_NO_LIBRARY = "a hub needs psycopg: pip install 'footcoach[hub]'"


class HubUnreachableError(CliError):
    """The hub did not answer; `code` is the exit code."""

    code = ExitCode.OUT_OF_REACH


def hub_setting() -> str:
    """Return the connection string of the config. Raises CliError if there is none."""
    settings, problems = wiring.open_settings()
    warn(problems)
    if not settings.sync.hub:
        raise CliError(_NO_HUB)
    return settings.sync.hub


def week_goal() -> int:
    """Return the number of sessions planned in a week, as the coach works it out."""
    from footcoach_tui.cli.coach.due_cache import due_today  # noqa: PLC0415 - only if shared

    return due_today().goal


@contextmanager
def hub_errors(kept: str = "nothing was changed") -> Iterator[None]:
    """Raise errors of the hub as CliError; `kept` says what becomes of what was to be done."""
    try:
        import psycopg  # noqa: F401, PLC0415 - an extra, 150 ms
    except ImportError:
        raise CliError(_NO_LIBRARY) from None
    from footcoach_tui.hub.errors import HubError, UnreachableError  # noqa: PLC0415 - only here

    try:
        yield
    except UnreachableError as error:
        raise HubUnreachableError(f"{error}; {kept}") from error
    except HubError as error:
        raise CliError(str(error)) from error
