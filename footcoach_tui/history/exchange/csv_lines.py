"""Lines of a CSV file as text, and what is wrong with a file that is no CSV."""

import csv
from io import BytesIO

from footcoach_tui.history.exchange.import_results import MAX_SESSION_CHARACTERS

MAX_CELL_CHARACTERS = 1 << 20


class CsvLines:
    """Lines of a file as text, counted; `is_sound` is False after a line that is not UTF-8."""

    def __init__(self, content: bytes) -> None:
        self.count = 0
        self.is_sound = True
        self._file = BytesIO(content)

    def __iter__(self) -> "CsvLines":
        return self

    def __next__(self) -> str:
        line = self._file.readline(MAX_SESSION_CHARACTERS)
        if not line:
            raise StopIteration
        self.count += 1
        try:
            return line.decode("utf-8")
        except UnicodeDecodeError:
            self.is_sound = False
            return line.decode("utf-8", errors="replace")


def csv_error(error: csv.Error) -> str:
    """The library's message as a clause for the user."""
    message = str(error)
    if message.startswith("field larger"):
        return f"a cell is larger than {MAX_CELL_CHARACTERS >> 20} MiB"
    if message.startswith("unexpected end"):
        return "a quote is opened but never closed"
    return "is not CSV: a quote or a line break is misplaced"
