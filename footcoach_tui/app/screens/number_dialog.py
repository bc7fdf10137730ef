"""Dialog that asks for the result of a test."""

from footcoach_tui.app.screens.line_dialog import LineDialog
from footcoach_tui.text.numbers import parse_result, range_hint

_MAX_LENGTH = 10


class NumberDialog(LineDialog[float]):
    """Question for a number from 0 to `most`."""

    def __init__(self, question: str, most: float, error: str = "") -> None:
        """`error` is the error of the measurement."""
        placeholder = f"a number, 0 to {most:g}"
        super().__init__(question, error, max_length=_MAX_LENGTH, placeholder=placeholder)
        self._most = most

    def parse(self, line: str) -> float:
        value = parse_result(line)
        if value is None or value > self._most:
            raise ValueError(f"{range_hint(self._most).capitalize()}.")
        return value
