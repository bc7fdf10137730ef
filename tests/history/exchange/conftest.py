"""Files to import."""

from collections.abc import Callable
from pathlib import Path

import pytest

from footcoach_tui.history.exchange.formats import Format
from footcoach_tui.history.exchange.importer import ImportedFile, import_file


@pytest.fixture
def take(tmp_path: Path) -> Callable[[Format, str | bytes], ImportedFile]:
    """Function that writes a file and reads it as an import does."""

    def import_content(kind: Format, content: str | bytes) -> ImportedFile:
        path = tmp_path / "x"
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return import_file(path, kind)

    return import_content
