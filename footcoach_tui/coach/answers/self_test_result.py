"""Result of a self-test on one side."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple, Self

from footcoach_tui.coach.answers.documents import day_of, text, word
from footcoach_tui.session.side import Side


class SelfTestResult(NamedTuple):
    """Value of a side on a day. `tries` are the single ones.

    `conditions` are the shoes and the floor: only results of the same ones are compared. The value
    of toe control is the sum of its four points, which are in `tries`.
    """

    test: str
    day: date
    side: Side
    value: float
    unit: str = ""
    tries: tuple[float, ...] = ()
    conditions: str = ""

    @classmethod
    def read(cls, document: Mapping[str, object]) -> Self | None:
        """Return the result in an entry of the history; None for what is none."""
        day, side = day_of(document.get("day")), word(Side, document.get("side"))
        value, tries = document.get("value"), document.get("tries")
        if day is None or side is None or not _is_number(value):
            return None
        return cls(
            test=text(document.get("test")),
            day=day,
            side=side,
            value=float(value),  # type: ignore[arg-type] # it is a number
            unit=text(document.get("unit")),
            tries=tuple(
                float(each)
                for each in (tries if isinstance(tries, list) else ())
                if _is_number(each)
            ),
            conditions=text(document.get("conditions")),
        )

    def document(self) -> dict[str, object]:
        return {
            "day": self.day.isoformat(),
            "test": self.test,
            "side": str(self.side),
            "value": self.value,
            "unit": self.unit,
            "tries": list(self.tries),
            "conditions": self.conditions,
        }


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)
