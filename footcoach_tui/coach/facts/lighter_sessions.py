"""Sessions that were done, but with less."""

from typing import Final

from footcoach_tui.coach.answers.check_in import Energy
from footcoach_tui.coach.answers.decision import Verdict
from footcoach_tui.coach.facts.session import SessionFacts

_LIGHTER: Final = frozenset((Verdict.LIGHTER, Verdict.GENTLE, Verdict.REST))


def is_lighter(session: SessionFacts, gentle: str) -> bool:
    """Whether a session was shortened, eased, or gentle instead; `gentle` is that routine's id."""
    is_short = session.check_in is not None and session.check_in.energy is Energy.SHORT
    return session.record.routine == gentle or session.decision in _LIGHTER or is_short
