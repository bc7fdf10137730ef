"""Files are judged together: sources first, then exercises, then the routines made of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from footcoach_tui.boundary.problems import Problem
from footcoach_tui.boundary.reading import UnreadableError
from footcoach_tui.boundary.toml import TomlError
from footcoach_tui.library.bench import Bench
from footcoach_tui.library.kinds import Kind
from footcoach_tui.library.parse_cache import Readings
from footcoach_tui.library.parsed_file import Draft, open_draft
from footcoach_tui.library.shelf import Shelf

_TURNS = (Kind.SOURCES, Kind.EXERCISE, Kind.ROUTINE)


@dataclass(frozen=True)
class Verdict:
    """What became of a file: its problems, none where all is well.

    `id` and `title` are "" where they are not known. What could not even be read has one
    problem that says so, on line 0.
    """

    path: Path
    problems: tuple[Problem, ...]
    id: str = ""
    title: str = ""
    unreadable: bool = False


def judge(
    paths: Sequence[Path],
    shelf: Shelf,
    readings: Readings,
    *,
    inside: Path | None = None,
    taken: bool = True,
) -> tuple[Shelf, tuple[Verdict, ...]]:
    """Check files, and put what is sound on the shelf beside what is there.

    With `inside`, links must stay in that folder. An id that an earlier file has is a problem;
    with `taken`, so is one that is on the given shelf, and otherwise it takes the place of that.
    The verdicts are in the order of `paths`. Raises nothing.
    """
    verdicts: dict[Path, Verdict] = {}
    drafts: dict[Path, Draft] = {}
    for path in paths:
        try:
            drafts[path] = open_draft(path, readings, inside=inside)
        except UnreadableError as error:
            verdicts[path] = unreadable(path, error)
        except TomlError as error:
            verdicts[path] = Verdict(path, error.problems)
    bench = Bench(shelf, taken=taken)
    in_turn = sorted(drafts.items(), key=lambda item: _TURNS.index(item[1].kind))
    for _, draft in in_turn:
        if draft.kind is Kind.ROUTINE:
            bench.expect(draft)
    for path, draft in in_turn:
        verdicts[path] = Verdict(path, bench.judge(draft), draft.id, draft.title)
    return bench.shelf(), tuple(verdicts[path] for path in paths)


def unreadable(path: Path, error: UnreadableError) -> Verdict:
    """Return the verdict on a file or folder that could not be read."""
    return Verdict(path, (Problem(error.file, 0, "", error.sentence),), unreadable=True)
