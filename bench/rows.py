"""What a measure tells: a figure, the yardstick beside it, and what it must stay within."""

from dataclasses import dataclass
from enum import Enum, StrEnum

_TOLERANCE = 1e-9


class Pace(Enum):
    """How much time a measure may take: a look, minutes, or as long as it needs."""

    QUICK = 1
    USUAL = 2
    LONG = 3


class Bound(StrEnum):
    """How a figure is bounded: by a number, or by a number and the yardstick."""

    AT_MOST = "at most"
    AT_LEAST = "at least"
    TIMES = "times the yardstick"
    MORE = "more than the yardstick"


@dataclass(frozen=True, slots=True)
class Limit:
    """One bound, in the unit of its row, or in times."""

    bound: Bound
    number: float

    def holds(self, value: float, beside: float | None) -> bool | None:
        """Whether a value stays within; None where there is no yardstick to tell."""
        if self.bound is Bound.AT_LEAST:
            return value >= self.number - _TOLERANCE
        if self.bound is Bound.AT_MOST:
            return value <= self.number + _TOLERANCE
        if beside is None:
            return None
        if self.bound is Bound.TIMES:
            return value <= self.number * beside + _TOLERANCE
        return value <= beside + self.number + _TOLERANCE

    def text(self) -> str:
        """As it stands in the table."""
        number = f"{self.number:g}"
        return {
            Bound.AT_MOST: number,
            Bound.AT_LEAST: f"≥ {number}",
            Bound.TIMES: f"{number} x",
            Bound.MORE: f"+ {number}",
        }[self.bound]


def at_most(number: float) -> Limit:
    """No more than this."""
    return Limit(Bound.AT_MOST, number)


def at_least(number: float) -> Limit:
    """No less than this."""
    return Limit(Bound.AT_LEAST, number)


def times(number: float) -> Limit:
    """No more than so many times the yardstick."""
    return Limit(Bound.TIMES, number)


def at_most_more(number: float) -> Limit:
    """No more than the yardstick and this."""
    return Limit(Bound.MORE, number)


@dataclass(frozen=True, slots=True)
class ResultRow:
    """One line of the table; without a value, `note` says why there is none."""

    label: str
    value: float | None = None
    unit: str = ""
    limits: tuple[Limit, ...] = ()
    yardstick: str = ""
    beside: float | None = None
    note: str = ""

    @property
    def ratio(self) -> float | None:
        """The value by its yardstick."""
        if self.value is None or not self.beside:
            return None
        return self.value / self.beside

    @property
    def holds(self) -> bool | None:
        """Whether it stays within all its limits; None if nobody can tell, or none is set."""
        if self.value is None:
            return None
        found = [limit.holds(self.value, self.beside) for limit in self.limits]
        if False in found:
            return False
        return None if None in found or not found else True

    @property
    def limit(self) -> str:
        """All limits, as they stand in the table."""
        return " and ".join(limit.text() for limit in self.limits)

    def as_json(self) -> dict[str, str | float | bool | None]:
        """All of it, with what follows from it."""
        return {
            "label": self.label,
            "value": self.value,
            "unit": self.unit,
            "yardstick": self.yardstick,
            "yardstick_value": self.beside,
            "ratio": self.ratio,
            "limit": self.limit,
            "holds": self.holds,
            "note": self.note,
        }
