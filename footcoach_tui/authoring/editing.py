"""A file of one's own, edited in the terminal; problems are printed, and asked about."""

# ruff: noqa: T201 - it is a talk with the user in the terminal

import os
import shutil
import sys
from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager, nullcontext, suppress
from functools import partial
from pathlib import Path

from footcoach_tui.authoring.edit_loop import edit_until_sound
from footcoach_tui.authoring.editor import find_editor, run_editor
from footcoach_tui.authoring.figure_beside import figure_beside
from footcoach_tui.authoring.files import AuthoringError, read_bytes
from footcoach_tui.authoring.new_file import own_copy
from footcoach_tui.authoring.own_files import OwnFiles
from footcoach_tui.authoring.schemas import write_schemas
from footcoach_tui.boundary.file_error import FileError
from footcoach_tui.boundary.paths import PathError
from footcoach_tui.boundary.problems import Problem
from footcoach_tui.boundary.text import clean
from footcoach_tui.library.catalogue import Catalogue
from footcoach_tui.library.check import CheckReport
from footcoach_tui.library.kinds import EXERCISES_FOLDER

_PATH_LIMIT = 1000


def edit_by_id(
    name: str,
    open_files: Callable[[], OwnFiles],
    check_all: Callable[[], CheckReport],
    load_catalogue: Callable[[], Catalogue],
) -> str:
    """Open the own file of an id in the editor, in the terminal; of a bundled one, a copy.

    A copy made for it in which nothing was changed is removed again.
    Returns a sentence if nothing can be edited, else "". Call it in the main thread.
    """
    try:
        files = open_files()
        editor = find_editor(os.environ)
        found = files.find(name)
        if found is None:
            return f"{name} has no file any more."
        is_new = False
        if not found.is_own:
            found, is_new = own_copy(files, found, name)
        before = read_bytes(found.path)
        try:
            edit_in_terminal(found.path, editor, check_all, lambda _: None)
        finally:
            if is_new and read_bytes(found.path) == before:
                with suppress(OSError):
                    found.path.unlink()
        write_schemas(files.folder, load_catalogue())
    except (AuthoringError, FileError, PathError) as error:
        return f"{error}."
    return ""


def edit_in_terminal(
    path: Path,
    editor: list[str],
    check_all: Callable[[], CheckReport],
    warn: Callable[[Iterable[str]], object],
) -> tuple[Problem, ...]:
    """Open an own file in the editor until it has no problems, or is kept with them: these.

    In a wide tmux the movement of an exercise is shown beside it.
    `check_all` checks all own files; `warn` gets a sentence for each other file with problems.
    Raises what `edit_until_sound` and `run_editor` raise.
    """
    check = partial(_problems_of, check_all=check_all, warn=warn)
    figure: AbstractContextManager[None] = nullcontext()
    if path.parent.name == EXERCISES_FOLDER:
        figure = figure_beside(path, shutil.get_terminal_size().columns, os.environ)
    with figure:
        return edit_until_sound(path, partial(run_editor, editor), check, _wants_again)


def shown(path: Path) -> str:
    """Path of a file as it is named in problems."""
    return clean(str(path), _PATH_LIMIT)


def _problems_of(
    path: Path,
    check_all: Callable[[], CheckReport],
    warn: Callable[[Iterable[str]], object],
) -> Sequence[Problem]:
    report = check_all()
    problems = (*report.unreadable, *report.problems)
    others = sorted({problem.file for problem in problems if problem.file != shown(path)})
    warn(f"{file} has problems; footcoach check lists them" for file in others)
    return [problem for problem in problems if problem.file == shown(path)]


def _wants_again(problems: Sequence[Problem]) -> bool:
    """Print the problems, and ask whether to open the editor again; no without a terminal."""
    is_terminal = bool(sys.stdin and sys.stdin.isatty() and sys.stdout.isatty())
    for problem in problems:
        print(problem.in_file(os.path.basename(problem.file)) if is_terminal else problem)  # noqa: PTH119 - of a text
    if not is_terminal:
        return False
    print("Each is noted in the file above its line, behind #!")
    while True:
        try:
            answer = input("enter: edit again   k: keep it as it is > ").strip().lower()
        except EOFError:
            return False
        if answer in ("", "e"):
            return True
        if answer == "k":
            return False
