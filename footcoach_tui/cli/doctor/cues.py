"""Cues: what each channel uses and why, and what fell silent in the last session."""

from collections.abc import Mapping

from footcoach_tui.cli.doctor.findings import Findings, note, ok
from footcoach_tui.cues.plan import CuePlan

_ADVICE = "set it to auto or off, or install what it names; nothing needs it"


def check(plan: CuePlan, failed: Mapping[str, str]) -> Findings:
    """Report the plan; `failed` are reasons by channel. Nothing is played."""
    for one in plan.outcomes:
        facts = {one.channel: one.used or None, f"{one.channel}_why": one.why}
        message = f"{one.channel}: {one.used or 'none'}; {one.why}"
        if one.is_missing:
            yield note(message, _ADVICE, **facts)
        else:
            yield ok(message, **facts)
    for name, why in failed.items():
        yield note(
            f"{name} fell silent in the last session; {why}",
            "footcoach cues tries all of them",
            **{f"{name}_failed": why},
        )
    audible = [one.used for one in plan.outcomes if one.channel != "progress"]
    if audible and not any(audible):
        yield ok("no cue can be heard: follow the screen or the plain lines")
