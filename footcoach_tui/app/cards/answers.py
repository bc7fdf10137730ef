"""Answers of a question as lines, each with its key."""

from textual.content import Content

from footcoach_tui.coach.questions.check_in_questions import FlowQuestion


def answer_lines(question: FlowQuestion, place: int = -1) -> list[Content]:
    """Return the answers with their keys, a line each; the chosen one, at `place`, is marked."""
    width = max(len(key) for key in question.keys)
    return [
        _answer_line(f"{key:>{width}}", label, is_chosen=number == place)
        for number, (key, label) in enumerate(question.answers)
    ]


def _answer_line(key: str, label: str, *, is_chosen: bool) -> Content:
    mark = "▶" if is_chosen else " "
    line = Content.assemble((f"{mark} ", "$accent"), (key, "bold $accent"), "  \t", label)
    return line.stylize("bold") if is_chosen else line
