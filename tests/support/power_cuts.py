"""Disks whose power is cut: what Python asks of the file system, watched."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

_SECTOR_BYTES = 512


DiskFiles = dict[str, bytes | None]
"""What a disk holds, by path: the bytes of a file, None for a folder."""


@dataclass
class _Node:
    """A file or a folder: as it is, and as the disk was last made sure of.

    `between` are the names of a folder as they were after each change since then.
    """

    content: bytes = b""
    synced: bytes = b""
    names: dict[str, "_Node"] | None = None
    synced_names: dict[str, "_Node"] = field(default_factory=dict)
    between: list[dict[str, "_Node"]] = field(default_factory=list)


@dataclass(frozen=True)
class PowerCut:
    """What could be found after a power cut, behind which call, and what was promised by then."""

    call: str
    promise: Any
    files: DiskFiles


class PowerCutRecorder:
    """Notes, behind each call that changes a folder, all that a power cut could leave of it.

    What was not synced may be there, in part, as zeros, or not at all; names and data go each
    their own way. Set `promise` to whatever must hold from now on.
    """

    def __init__(self, root: Path) -> None:
        """`root` is there, empty and safe on disk."""
        self.promise: Any = None
        self.cuts: list[PowerCut] = []
        self._root = str(root)
        self._top = _Node(names={})
        self._handles: dict[int, _Node] = {}
        self._seen: list[tuple[Any, DiskFiles]] = []

    @contextmanager
    def recording(self, patch: pytest.MonkeyPatch) -> Iterator[None]:
        """While entered, calls are noted."""
        real = {name: getattr(os, name) for name in (*_AFTER, "close")}

        def wrapped(name: str) -> Callable[..., Any]:
            def call(*args: Any, **kwargs: Any) -> Any:
                was = self._meant(args[0])
                if name == "close":  # before another thread is given the same number
                    self._handles.pop(args[0], None)
                result = real[name](*args, **kwargs)
                if name != "close":
                    _AFTER[name](self, was, result, *args)
                if name not in ("open", "close") or self._meant(args[0]) is not was:
                    self._note(name)
                return result

            return call

        with patch.context() as power:
            for name in real:
                power.setattr(os, name, wrapped(name))
            yield

    def _meant(self, what: Any) -> _Node | None:
        """The node that a path or handle means now."""
        return self._handles.get(what) if isinstance(what, int) else self._find(what)

    def _parts(self, path: Any) -> list[str] | None:
        whole = os.fspath(path)
        if whole == self._root:
            return []
        if not isinstance(whole, str) or not whole.startswith(f"{self._root}/"):
            return None
        return whole.removeprefix(f"{self._root}/").split("/")

    def _find(self, path: Any) -> _Node | None:
        parts = self._parts(path)
        node: _Node | None = self._top if parts is not None else None
        for part in parts or ():
            node = (node.names or {}).get(part) if node else None
        return node

    def _put(self, path: Any, node: _Node | None) -> None:
        """Give a name to a node, or take it away; nothing outside the folder is of interest."""
        parts = self._parts(path)
        if not parts:
            return
        folder = self._find(os.path.join(self._root, *parts[:-1]))  # noqa: PTH118 - not a real one
        assert folder
        assert folder.names is not None
        names = {name: one for name, one in folder.names.items() if name != parts[-1]}
        folder.names = names if node is None else names | {parts[-1]: node}
        folder.between.append(folder.names)

    def _opened(self, was: _Node | None, handle: int, path: Any, *_: Any) -> None:
        if self._parts(path) is None:
            self._handles.pop(handle, None)
            return
        if was is None:
            was = _Node()
            self._put(path, was)
        self._handles[handle] = was

    def _wrote(self, was: _Node | None, count: int, _: int, content: bytes) -> None:
        if was:
            was.content += bytes(content)[:count]

    def _synced(self, was: _Node | None, *_: Any) -> None:
        if was is None:
            return
        was.synced = was.content
        if was.names is not None:
            was.synced_names, was.between = was.names, []

    def _truncated(self, was: _Node | None, _: Any, __: int, size: int) -> None:
        if was:
            was.content = was.content[:size]

    def _replaced(self, was: _Node | None, _: Any, old: Any, new: Any) -> None:
        self._put(new, was)
        self._put(old, None)
        folder = self._find(os.path.dirname(os.fspath(old)))  # noqa: PTH120 - not a real one
        if folder:
            del folder.between[-2]  # both names change at once

    def _unlinked(self, _: _Node | None, __: Any, path: Any, *___: Any) -> None:
        self._put(path, None)

    def _made(self, _: _Node | None, __: Any, path: Any, *___: Any) -> None:
        self._put(path, _Node(names={}))

    def _note(self, call: str) -> None:
        for name_way in _NAMES:
            for data_way in _DATA:
                files: DiskFiles = {}
                _lay_out(self._top, "", files, name_way, data_way)
                if (self.promise, files) not in self._seen:
                    self._seen = [*self._seen[-_RECENT:], (self.promise, files)]
                    self.cuts.append(PowerCut(call, self.promise, files))


_RECENT = 40
"""States among which one that was noted already is looked for."""


def _half(node: _Node) -> bytes:
    """The new bytes up to the end of a sector, or of half of them."""
    if not node.content.startswith(node.synced):
        return node.content[: len(node.content) // 2]
    new = len(node.content) - len(node.synced)
    cut = new // 2 // _SECTOR_BYTES * _SECTOR_BYTES or new // 2
    return node.content[: len(node.synced) + cut]


def _zeros(node: _Node) -> bytes:
    """As long as it should be, but what was not synced never reached its sectors."""
    return node.synced[: len(node.content)].ljust(len(node.content), b"\0")


def _torn(node: _Node) -> bytes:
    """The last sector is there, and those before it are not."""
    kept = node.synced[: len(node.content)]
    begin = max(len(kept), (len(node.content) - 1) // _SECTOR_BYTES * _SECTOR_BYTES)
    return kept.ljust(begin, b"\0") + node.content[begin:]


_DATA: tuple[Callable[[_Node], bytes], ...] = (
    lambda node: node.synced,
    lambda node: node.content,
    _half,
    _zeros,
    _torn,
)
_NAMES: tuple[Callable[[_Node], dict[str, _Node]], ...] = (
    lambda node: node.synced_names,
    lambda node: node.names or {},
    lambda node: node.between[len(node.between) // 2] if node.between else node.synced_names,
)
_AFTER: dict[str, Callable[..., None]] = {
    "open": PowerCutRecorder._opened,
    "write": PowerCutRecorder._wrote,
    "fsync": PowerCutRecorder._synced,
    "ftruncate": PowerCutRecorder._truncated,
    "replace": PowerCutRecorder._replaced,
    "unlink": PowerCutRecorder._unlinked,
    "mkdir": PowerCutRecorder._made,
}


def _lay_out(
    node: _Node,
    path: str,
    files: DiskFiles,
    name_way: Callable[[_Node], dict[str, _Node]],
    data_way: Callable[[_Node], bytes],
) -> None:
    """All that is below a folder, if names and data come out in these ways."""
    for name, one in name_way(node).items():
        here = f"{path}{name}"
        if one.names is None:
            files[here] = data_way(one)
        else:
            files[here] = None
            _lay_out(one, f"{here}/", files, name_way, data_way)


def write_disk(files: DiskFiles, root: Path) -> Path:
    """A new folder with just these files in it."""
    root.mkdir()
    for name, content in files.items():
        path = root / name
        if content is None:
            path.mkdir(mode=0o700)
        else:
            path.write_bytes(content)
            path.chmod(0o600)
    return root
