"""Which versions run here, and whether they are those that footcoach was made for."""

import platform
import re
from importlib.metadata import PackageNotFoundError, version

from footcoach_tui import __version__
from footcoach_tui.cli.health.finding import Findings, care, ok

REQUIRED = (
    "textual>=8.2.8,<9",
    "rich>=15.0",
    "tinydb>=4.9",
    "pydantic>=2.14",
    "filelock>=4.2",
    "python-ulid>=4.1",
    "platformdirs>=4.14",
    "tzlocal>=5.3",
    "shtab>=1.13",
)
"""As in pyproject.toml. A checkout that was never installed has no list of its own to ask."""

_REINSTALL = "install footcoach anew, in a virtual environment of its own (pipx, uv or make run)"
_NAME = re.compile(r"[a-z-]+")
_BOUND = re.compile(r"(>=|<)([0-9.]+)")


def check(required: tuple[str, ...] = REQUIRED) -> Findings:
    """The versions of footcoach, Python and each library; none of them is imported."""
    python = platform.python_version()
    system = f"{platform.system()} {platform.release()}"
    yield ok(
        f"footcoach {__version__}, Python {python}, {system}",
        footcoach=__version__,
        python=python,
        system=system,
    )
    found: dict[str, str] = {}
    for requirement in required:
        name = _NAME.match(requirement)[0]  # type: ignore[index] # they are all ours
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            yield care(f"{name} is not installed", _REINSTALL, **{name: None})
            continue
        if not suits(found[name], requirement):
            wanted = requirement.removeprefix(name)
            yield care(f"{name} is {found[name]}, and must be {wanted}", _REINSTALL)
    told = ", ".join(f"{name} {number}" for name, number in found.items())
    yield ok(told or "no libraries", **found)


def suits(number: str, requirement: str) -> bool:
    """Whether a version is within the bounds of a requirement; only its numbers count."""
    own = _numbers(number)
    for sign, bound in _BOUND.findall(requirement):
        if (own >= _numbers(bound)) is not (sign == ">="):
            return False
    return True


def _numbers(text: str) -> tuple[int, ...]:
    """``8.2.8`` as numbers; trailing zeros make no difference."""
    leading = re.match(r"[0-9]+(\.[0-9]+)*", text)
    parts = [int(one) for one in leading[0].split(".")] if leading else [0]
    while parts and parts[-1] == 0:
        parts.pop()
    return tuple(parts)
