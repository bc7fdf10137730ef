"""Cues: what each channel uses here and why, and what fell silent in the last session."""

from collections.abc import Mapping

from footcoach_tui.cli.health.finding import Findings, note, ok
from footcoach_tui.cues.channels import Plan

_ADVICE = "set it to auto or off, or install what it names; nothing needs it"


def check(plan: Plan, failed: Mapping[str, str]) -> Findings:
    """What was planned; `failed` are channels that fell silent and why. Nothing is played."""
    for one in plan.outcomes:
        facts = {one.channel: one.used or None, f"{one.channel}_why": one.why}
        told = f"{one.channel}: {one.used or 'none'}; {one.why}"
        if one.is_missing:
            yield note(told, _ADVICE, **facts)
        else:
            yield ok(told, **facts)
    for name, why in failed.items():
        yield note(
            f"{name} fell silent in the last session; {why}",
            "footcoach cues tries all of them",
            **{f"{name}_failed": why},
        )
    heard = [one.used for one in plan.outcomes if one.channel != "progress"]
    if heard and not any(heard):
        yield ok("nothing is heard: a session is led by the screen or the lines alone")
