"""Phases of the running rep in one line, the present one in capitals."""

from collections.abc import Iterator
from itertools import takewhile

from textual.content import Content

from footcoach_tui.session.timeline import Segment, SegmentKind, Timeline

_BETWEEN = " · "
_LITTLE_WORDS = frozenset(["a", "an", "and", "the", "then", "to", "of", "your", "on", "in", "with"])
_SHORTEST = 3
"""Least letters of a name that is cut."""
_NAMED = frozenset({SegmentKind.MOVE, SegmentKind.HOLD, SegmentKind.RELAX})


def rep_phases(timeline: Timeline, segment: Segment) -> tuple[Segment, ...]:
    """Phases of the rep that a segment belongs to, or leads to; empty in a wait for the person."""
    segments = timeline.segments

    def is_same_rep(other: Segment) -> bool:
        return (other.set_key, other.rep) == (segment.set_key, segment.rep)

    before = list(takewhile(is_same_rep, reversed(segments[: segment.index])))
    after = takewhile(is_same_rep, segments[segment.index :])
    return tuple(each for each in (*reversed(before), *after) if each.kind in _NAMED)


def phase_map(timeline: Timeline, segment: Segment, width: int) -> Content:
    """The line; empty for fewer than two phases, or where `width` is too narrow for it."""
    phases = rep_phases(timeline, segment)
    if len(phases) < 2:  # noqa: PLR2004 - one phase is named above
        return Content("")
    for names in _shorter([phase.phase for phase in phases]):
        if len(_BETWEEN.join(names)) <= width:
            return Content(_BETWEEN).join(
                _styled(name, phase.index - segment.index)
                for name, phase in zip(names, phases, strict=True)
            )
    return Content("")


def _styled(name: str, place: int) -> Content:
    """A name; `place` is negative for a phase that is over, 0 for the present one."""
    if place == 0:
        return Content.styled(name.upper(), "bold $accent")
    return Content.styled(name, "$text-muted" if place < 0 else "")


def _shorter(names: list[str]) -> Iterator[list[str]]:
    """The names, then without little words, of two words, of one, and cut ever shorter."""
    yield names
    words = [_words(name) for name in names]
    yield [" ".join(each) for each in words]
    yield [" ".join(each[:2]) for each in words]
    firsts = [each[0] for each in words]
    # Of two phases that begin alike, as with left and right, the last word tells them apart.
    single = [each[-1] if firsts.count(each[0]) > 1 else each[0] for each in words]
    for length in range(max(map(len, single)), _SHORTEST - 1, -1):
        yield [name[:length] for name in single]


def _words(name: str) -> list[str]:
    words = [word.strip(",;:") for word in name.split()]
    return [word for word in words if word.lower() not in _LITTLE_WORDS] or words
