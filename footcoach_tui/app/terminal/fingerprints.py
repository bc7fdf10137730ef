"""What tells the Textual we know from the next one: checksums of the source we lean on.

`inspect.getsource` finds the source of a function too, but takes whole modules apart for it, which
is a twentieth of the start. A checksum is enough: nobody forges Textual.
"""

import zlib
from collections.abc import Callable, Iterable, Iterator
from importlib.util import find_spec
from pathlib import Path
from types import CodeType
from typing import Any


def of_functions(functions: Iterable[Callable[..., Any] | None]) -> str:
    """Eight hexadecimal digits for the source of functions, without the decorators above them.

    Raises OSError where there is no source to look at.
    """
    files: dict[str, list[bytes]] = {}
    total = 0
    for function in functions:
        code = getattr(function, "__code__", None)
        if not isinstance(code, CodeType):
            raise FileNotFoundError(str(function))
        name = code.co_filename
        if name not in files:
            files[name] = Path(name).read_bytes().splitlines()
        total = zlib.crc32(b"\n".join(_block(files[name], code)), total)
    return f"{total:08x}"


def of_modules(names: Iterable[str]) -> str:
    """Eight hexadecimal digits for modules, which are not imported. Raises OSError as above."""
    total = 0
    for name in names:
        spec = find_spec(name)
        if spec is None or spec.origin is None:
            raise FileNotFoundError(name)
        total = zlib.crc32(Path(spec.origin).read_bytes(), total)
    return f"{total:08x}"


def is_that(found: Callable[[], str], known: str) -> bool:
    """Whether a fingerprint is the one that is known; not where there is no source to look at."""
    try:
        return found() == known
    except OSError:
        return False


def _block(lines: list[bytes], code: CodeType) -> list[bytes]:
    """The lines of a function: to the last that Python counts, and all that stand as deep."""
    first, last = code.co_firstlineno - 1, max(_lines(code))
    depth = _indent(lines[first])
    while last < len(lines) and (not lines[last].strip() or _indent(lines[last]) > depth):
        last += 1
    return [line for line in lines[first:last] if line.strip()]


def _indent(line: bytes) -> int:
    return len(line) - len(line.lstrip())


def _lines(code: CodeType) -> Iterator[int]:
    """The numbers of the lines of a function, of those inside it as well."""
    yield code.co_firstlineno
    yield from (line for _, _, line in code.co_lines() if line)
    for inner in code.co_consts:
        if isinstance(inner, CodeType):
            yield from _lines(inner)
