"""The apps that run now: one a person, a limited number, and none for long without a touch."""

import asyncio
from collections.abc import Callable, Mapping
from pathlib import Path

from footcoach_tui.web.child import Child, Send


class FullError(Exception):
    """As many apps run as are allowed."""


class Place:
    """The app of a person, and when it was last touched."""

    def __init__(self, child: Child, now: float) -> None:
        self.child = child
        self.touched = now
        self.is_free = asyncio.Event()
        """Set once the app has ended."""


class Children:
    """Apps by the person's name; a second page of a person takes over from the first."""

    def __init__(
        self,
        environ: Mapping[str, str],
        folder: Path | None,
        now: Callable[[], float],
        *,
        most: int,
        idle_seconds: float,
    ) -> None:
        """Keep apps; `folder` has one folder per person, None is for the owner of the machine."""
        self._environ = environ
        self._folder = folder
        self._now = now
        self._most = most
        self._idle_seconds = idle_seconds
        self._places: dict[str, Place] = {}

    async def open(self, name: str, send: Send) -> Place:
        """Return a new app, not started yet; the one before has ended. Raises FullError."""
        while before := self._places.get(name):
            await self._end(before)
            await before.is_free.wait()
        if len(self._places) >= self._most:
            raise FullError
        folder = self._folder / name if self._folder else None
        place = Place(Child(self._environ, folder, send), self._now())
        self._places[name] = place
        return place

    async def close(self, name: str, place: Place) -> None:
        """End an app that `open` returned, and make room for another one."""
        await self._end(place)
        if self._places.get(name) is place:
            del self._places[name]
        place.is_free.set()

    async def end_idle(self) -> None:
        """End the apps that nobody has touched for a while; their pages are told."""
        since = self._now() - self._idle_seconds
        await self._end_all([each for each in self._places.values() if each.touched < since])

    async def end_all(self) -> None:
        await self._end_all(list(self._places.values()))

    def touch(self, place: Place) -> None:
        place.touched = self._now()

    async def _end_all(self, places: list[Place]) -> None:
        await asyncio.gather(*(self._end(place) for place in places))

    async def _end(self, place: Place) -> None:
        await place.child.end()
