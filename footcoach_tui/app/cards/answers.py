"""Answers of a question as lines, each with its key."""

from textual.content import Content

from footcoach_tui.coach.check_in_questions import FlowQuestion, QuestionKind

_SCALE = "0-9, x = 10"


def answer_lines(question: FlowQuestion, place: int = -1) -> Content:
    """Return the answers with their keys; the chosen one, at `place`, is marked."""
    scores = {str(score) for score in range(10)} | {"x"}
    is_score = question.kind is QuestionKind.SCORE
    answers = [answer for answer in question.answers if not (is_score and answer[0] in scores)]
    lines = [
        _answer_line(key, label, is_chosen=number == place)
        for number, (key, label) in enumerate(answers)
    ]
    return Content("\n").join([Content.styled(_SCALE, "bold $accent")] * is_score + lines)


def _answer_line(key: str, label: str, *, is_chosen: bool) -> Content:
    mark = "▶" if is_chosen else " "
    line = Content.assemble((f"{mark} ", "$accent"), (f"{key:>2}", "bold $accent"), "  \t", label)
    return line.stylize("bold") if is_chosen else line
