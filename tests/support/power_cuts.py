"""Power cuts: the states of a disk that one could leave, recorded call by call."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

_SECTOR_BYTES = 512


DiskFiles = dict[str, bytes | None]
"""The content of a disk by path: the bytes of a file, None for a folder."""


@dataclass
class _Node:
    """A file or a folder: its present state, and its state at the last fsync.

    `between` are the names of a folder as they were after each change since then.
    """

    content: bytes = b""
    synced: bytes = b""
    names: dict[str, "_Node"] | None = None
    synced_names: dict[str, "_Node"] = field(default_factory=dict)
    between: list[dict[str, "_Node"]] = field(default_factory=list)


@dataclass(frozen=True)
class PowerCut:
    """A possible state after a power cut, the call before it, and the promise at that time."""

    call: str
    promise: Any
    files: DiskFiles


class PowerCutRecorder:
    """Recorder of the states that a power cut could leave, after each call that changes a folder.

    Data without fsync may be written whole, in part, as zeros, or not at all; names and data
    independently. Set `promise` to the condition that must be true from then on.
    """

    def __init__(self, root: Path) -> None:
        """`root` must exist, empty and synced."""
        self.promise: Any = None
        self.cuts: list[PowerCut] = []
        self._root = str(root)
        self._top = _Node(names={})
        self._handles: dict[int, _Node] = {}
        self._recent: list[tuple[Any, DiskFiles]] = []

    @contextmanager
    def recording(self, patch: pytest.MonkeyPatch) -> Iterator[None]:
        """Record the calls inside the context."""
        real = {name: getattr(os, name) for name in (*_AFTER, "close")}

        def wrapped(name: str) -> Callable[..., Any]:
            def call(*args: Any, **kwargs: Any) -> Any:
                node = self._node(args[0])
                if name == "close":  # before another thread is given the same number
                    self._handles.pop(args[0], None)
                result = real[name](*args, **kwargs)
                if name != "close":
                    _AFTER[name](self, node, result, *args)
                if name not in ("open", "close") or self._node(args[0]) is not node:
                    self._record(name)
                return result

            return call

        with patch.context() as power:
            for name in real:
                power.setattr(os, name, wrapped(name))
            yield

    def _node(self, path: Any) -> _Node | None:
        """The node of a path or file descriptor."""
        return self._handles.get(path) if isinstance(path, int) else self._find(path)

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
        """Set or remove the node of a path; paths outside the root are ignored."""
        parts = self._parts(path)
        if not parts:
            return
        folder = self._find(os.path.join(self._root, *parts[:-1]))  # noqa: PTH118 - not a real one
        assert folder
        assert folder.names is not None
        names = {name: other for name, other in folder.names.items() if name != parts[-1]}
        folder.names = names if node is None else names | {parts[-1]: node}
        folder.between.append(folder.names)

    def _opened(self, node: _Node | None, handle: int, path: Any, *_: Any) -> None:
        if self._parts(path) is None:
            self._handles.pop(handle, None)
            return
        if node is None:
            node = _Node()
            self._put(path, node)
        self._handles[handle] = node

    def _wrote(self, node: _Node | None, count: int, _: int, content: bytes) -> None:
        if node:
            node.content += bytes(content)[:count]

    def _synced(self, node: _Node | None, *_: Any) -> None:
        if node is None:
            return
        node.synced = node.content
        if node.names is not None:
            node.synced_names, node.between = node.names, []

    def _truncated(self, node: _Node | None, _: Any, __: int, size: int) -> None:
        if node:
            node.content = node.content[:size]

    def _replaced(self, node: _Node | None, _: Any, old: Any, new: Any) -> None:
        self._put(new, node)
        self._put(old, None)
        folder = self._find(os.path.dirname(os.fspath(old)))  # noqa: PTH120 - not a real one
        if folder:
            del folder.between[-2]  # both names change at once

    def _unlinked(self, _: _Node | None, __: Any, path: Any, *___: Any) -> None:
        self._put(path, None)

    def _made(self, _: _Node | None, __: Any, path: Any, *___: Any) -> None:
        self._put(path, _Node(names={}))

    def _record(self, call: str) -> None:
        for name_way in _NAMES:
            for data_way in _DATA:
                files: DiskFiles = {}
                _lay_out(self._top, "", files, name_way, data_way)
                if (self.promise, files) not in self._recent:
                    self._recent = [*self._recent[-_RECENT:], (self.promise, files)]
                    self.cuts.append(PowerCut(call, self.promise, files))


_RECENT = 40
"""Number of states compared with a new one, to skip equal ones."""


def _half(node: _Node) -> bytes:
    """The new bytes up to the end of a sector, or of half of them."""
    if not node.content.startswith(node.synced):
        return node.content[: len(node.content) // 2]
    new = len(node.content) - len(node.synced)
    cut = new // 2 // _SECTOR_BYTES * _SECTOR_BYTES or new // 2
    return node.content[: len(node.synced) + cut]


def _zeros(node: _Node) -> bytes:
    """The whole length, with zeros in the sectors that were not synced."""
    return node.synced[: len(node.content)].ljust(len(node.content), b"\0")


def _torn(node: _Node) -> bytes:
    """The last sector written, and those before it not."""
    synced = node.synced[: len(node.content)]
    begin = max(len(synced), (len(node.content) - 1) // _SECTOR_BYTES * _SECTOR_BYTES)
    return synced.ljust(begin, b"\0") + node.content[begin:]


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
    """Add the content of a folder to `files`, with names and data in these states."""
    for name, child in name_way(node).items():
        child_path = f"{path}{name}"
        if child.names is None:
            files[child_path] = data_way(child)
        else:
            files[child_path] = None
            _lay_out(child, f"{child_path}/", files, name_way, data_way)


def write_disk(files: DiskFiles, root: Path) -> Path:
    """Write the files to a new folder."""
    root.mkdir()
    for name, content in files.items():
        path = root / name
        if content is None:
            path.mkdir(mode=0o700)
        else:
            path.write_bytes(content)
            path.chmod(0o600)
    return root
