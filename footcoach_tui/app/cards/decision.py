"""Decision of the coach as text: the sentence, what changed and why, and what it offers."""

from textual.content import Content

from footcoach_tui.coach.answers.decision import Change, Decision, Verdict

_STYLES = {
    Verdict.GO: "$success",
    Verdict.LIGHTER: "$warning",
    Verdict.GENTLE: "$warning",
    Verdict.INSTEAD: "$warning",
    Verdict.REST: "$error",
    Verdict.STOP: "$error",
}


def decision_lines(decision: Decision) -> Content:
    """Return the sentence, a line for each change, and the hints."""
    blocks = [Content.styled(decision.sentence, f"bold {_STYLES[decision.verdict]}")]
    if changes := _change_lines(decision.changes):
        blocks.append(Content("\n").join(changes))
    if decision.notes:
        blocks.append(Content("\n").join(map(Content, decision.notes)))
    return Content("\n\n").join(blocks)


def _change_lines(changes: tuple[Change, ...]) -> list[Content]:
    """Return a line for each change that says something, each text once."""
    texts = dict.fromkeys(change.sentence for change in changes if change.sentence)
    return [Content.assemble(("· ", "$secondary"), "\t", text) for text in texts]
