"""Rows of results: a figure, its yardstick and its limits."""

from dataclasses import dataclass
from enum import Enum, StrEnum

_TOLERANCE = 1e-9


class Pace(Enum):
    """Length of a benchmark: about five minutes, about twelve, or more than an hour."""

    QUICK = 1
    USUAL = 2
    LONG = 3


class Bound(StrEnum):
    """Kinds of limits: a number alone, or a number and the yardstick."""

    AT_MOST = "at most"
    AT_LEAST = "at least"
    TIMES = "times the yardstick"
    MORE = "more than the yardstick"


@dataclass(frozen=True, slots=True)
class Limit:
    """A limit; `number` is in the unit of its row, or a factor."""

    bound: Bound
    number: float

    def holds(self, value: float, yardstick: float | None) -> bool | None:
        """Whether a value is within the limit; None if it needs a yardstick and there is none."""
        if self.bound is Bound.AT_LEAST:
            return value >= self.number - _TOLERANCE
        if self.bound is Bound.AT_MOST:
            return value <= self.number + _TOLERANCE
        if yardstick is None:
            return None
        if self.bound is Bound.TIMES:
            return value <= self.number * yardstick + _TOLERANCE
        return value <= yardstick + self.number + _TOLERANCE

    def text(self) -> str:
        """The limit as the table shows it."""
        number = f"{self.number:g}"
        return {
            Bound.AT_MOST: number,
            Bound.AT_LEAST: f"≥ {number}",
            Bound.TIMES: f"{number} x",
            Bound.MORE: f"+ {number}",
        }[self.bound]


def at_most(number: float) -> Limit:
    return Limit(Bound.AT_MOST, number)


def at_least(number: float) -> Limit:
    return Limit(Bound.AT_LEAST, number)


def times(number: float) -> Limit:
    """At most `number` times the yardstick."""
    return Limit(Bound.TIMES, number)


def at_most_more(number: float) -> Limit:
    """At most `number` more than the yardstick."""
    return Limit(Bound.MORE, number)


@dataclass(frozen=True, slots=True)
class ResultRow:
    """A row of the table; `note` says why a value or a yardstick is missing."""

    label: str
    value: float | None = None
    unit: str = ""
    limits: tuple[Limit, ...] = ()
    yardstick: str = ""
    yardstick_value: float | None = None
    note: str = ""

    @classmethod
    def beside(
        cls,
        label: str,
        value: float | None,
        unit: str,
        limits: tuple[Limit, ...],
        yardstick: str,
        yardstick_value: float | None,
        missing: str = "",
    ) -> "ResultRow":
        """A row with a yardstick; without its value, with the note `missing`."""
        if yardstick_value is None:
            return cls(label, value, unit, limits, note=missing)
        return cls(label, value, unit, limits, yardstick, yardstick_value)

    @property
    def ratio(self) -> float | None:
        if self.value is None or not self.yardstick_value:
            return None
        return self.value / self.yardstick_value

    @property
    def holds(self) -> bool | None:
        """Whether the value is within all limits; None if none is set or a yardstick is missing."""
        if self.value is None:
            return None
        results = [limit.holds(self.value, self.yardstick_value) for limit in self.limits]
        if False in results:
            return False
        return None if None in results or not results else True

    @property
    def limit(self) -> str:
        """All limits as the table shows them."""
        return " and ".join(limit.text() for limit in self.limits)

    def as_json(self) -> dict[str, str | float | bool | None]:
        """Fields and results by name."""
        return {
            "label": self.label,
            "value": self.value,
            "unit": self.unit,
            "yardstick": self.yardstick,
            "yardstick_value": self.yardstick_value,
            "ratio": self.ratio,
            "limit": self.limit,
            "holds": self.holds,
            "note": self.note,
        }
