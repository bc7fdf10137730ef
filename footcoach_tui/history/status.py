"""Status of the history for `footcoach doctor`: counts and problems."""

from typing import NamedTuple, Self

from footcoach_tui.boundary.problems import Problem
from footcoach_tui.history.index.answers import file_problems, files_read, training_days
from footcoach_tui.history.index.index import HistoryIndex
from footcoach_tui.history.index.schema import ProblemKind
from footcoach_tui.history.months.files import MonthFile
from footcoach_tui.history.reader import HistoryReader


class HistoryStatus(NamedTuple):
    """Counts and problems of the history.

    `months` are YYYY-MM and `devices` the names of folders, both sorted; `latest` is the day of
    the newest session that counts, or "". `newer` are problems with files of a newer footcoach,
    `problems` all others.
    """

    sessions: int
    months: tuple[str, ...]
    devices: tuple[str, ...]
    latest: str
    problems: tuple[Problem, ...]
    newer: tuple[Problem, ...]

    @classmethod
    def read(cls, history: HistoryReader, *, thorough: bool = False) -> Self:
        """Check every month. Raises nothing for file contents.

        A month whose files have not changed in size and time since they were read is not read
        again, unless `thorough`.
        """
        if thorough:
            history.index = HistoryIndex(history.folders.data, None)
        files = map(MonthFile._make, history.index.ask(files_read))
        own = [file for file in files if not file.is_copy]
        days = history.index.ask(training_days)
        newer_files = {
            str(problem.file.path(history.folders.data))
            for problem in history.index.ask(file_problems)
            if problem.kind is ProblemKind.NEWER
        }
        problems = history.problems
        return cls(
            sessions=history.count(),
            months=tuple(sorted({file.month for file in own})),
            devices=tuple(sorted({file.device for file in own})),
            latest=days[-1].day.isoformat() if days else "",
            problems=tuple(each for each in problems if each.file not in newer_files),
            newer=tuple(each for each in problems if each.file in newer_files),
        )
