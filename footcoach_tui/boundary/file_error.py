"""Base of the errors of files."""

from pathlib import Path

from footcoach_tui.boundary.text import clean

_PATH_LIMIT = 1000


class FileError(Exception):
    """Error at a file or folder.

    `file` is its path, safe to show, and `sentence` says why; the message is both.
    """

    def __init__(self, path: Path, sentence: str) -> None:
        self.file = clean(str(path), _PATH_LIMIT)
        self.sentence = sentence
        super().__init__(f"{self.file}: {sentence}")
