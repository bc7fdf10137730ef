"""Tables of doses: the reverse of `build_dose`, for what is stored."""

from typing import Any

from footcoach_tui.library.modes import Mode
from footcoach_tui.session.dose import (
    Bouts,
    CountUp,
    Dose,
    Hold,
    Measurement,
    Phase,
    Reps,
    SelfPaced,
    Timed,
    Work,
)


def dose_table(dose: Dose) -> dict[str, Any]:
    """Return a table from which the same dose is built, but for the motion of the figure."""
    return {
        "sets": dose.sets,
        "prep": dose.prep,
        "rest": dose.rest,
        "switch": dose.switch,
        "sides": dose.sides,
        "order": dose.order,
        "load": dose.load,
        **({"effort": dose.effort} if dose.effort else {}),
        **_work(dose.work),
    }


def _work(work: Work) -> dict[str, Any]:
    match work:
        case Reps(reps, phases):
            return {"mode": Mode.REPS, "reps": reps, "phases": [*map(_phase, phases)]}
        case Hold(seconds, reps, gap):
            return {"mode": Mode.HOLD, "hold": seconds, "reps": reps, "gap": gap}
        case Timed(segments):
            return {"mode": Mode.TIMED, "segments": [*map(_phase, segments)]}
        case Bouts(bouts, seconds, gap):
            return {"mode": Mode.BOUTS, "bouts": bouts, "bout": seconds, "pause": gap}
        case SelfPaced(reps):
            return {"mode": Mode.SELF_PACED, "reps": reps}
        case CountUp(limit, beat, error):
            return {"mode": Mode.COUNT_UP, "limit": limit, "beat": beat, "error": error}
        case Measurement(unit, question, most, error):
            return {
                "mode": Mode.MEASURE,
                "unit": unit,
                "question": question,
                "most": most,
                "error": error,
            }


def _phase(phase: Phase) -> dict[str, Any]:
    return {
        "name": phase.name,
        "seconds": phase.seconds,
        "kind": phase.kind,
        "cue": phase.cue,
        "breath": phase.breath,
    }
