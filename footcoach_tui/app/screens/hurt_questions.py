"""Dialogs of the key "this hurts": the score, what follows from it, and the red flags."""

from functools import partial

from footcoach_tui.app.screens.dialogs import HurtDialog
from footcoach_tui.app.screens.flag_dialog import FlagListDialog, FlagScreen
from footcoach_tui.app.screens.live import LiveScreen
from footcoach_tui.coach.decisions.pain import hurt_advice
from footcoach_tui.coach.rules.red_flags import RedFlag
from footcoach_tui.session import commands

_SECONDS = 8


class HurtQuestions:
    """Questions about the present step of a session, which is paused meanwhile."""

    def __init__(self, screen: LiveScreen) -> None:
        self._screen = screen

    def ask(self) -> None:
        was_running = self._screen.live_session.player.is_running
        self._screen.pause()
        exercise = self._screen.live_session.view().step.exercise
        self._screen.app.push_screen(
            HurtDialog(exercise.name), partial(self._on_score, was_running)
        )

    def _on_score(self, was_running: bool, hurt: commands.Hurt | None) -> None:  # noqa: FBT001 - a callback
        screen = self._screen
        if hurt is None:
            if was_running:
                screen.send(commands.Resume())
            return
        screen.send(hurt)
        if screen.live_session.player.is_over:
            return
        if hurt.ends_step:
            dialog = FlagListDialog(screen.app_context.catalogue.flags)
            screen.app.push_screen(dialog, partial(self._on_flags, hurt))
            return
        self._advise(hurt)
        if was_running:
            screen.send(commands.Resume())

    def _on_flags(self, hurt: commands.Hurt, flags: tuple[RedFlag, ...] | None) -> None:
        if flags is not None:
            self._screen.send(commands.ReportFlags(tuple(flag.id for flag in flags)))
        if any(flag.urgency.ends_session for flag in flags or ()):
            self._screen.send(commands.Finish())
            return
        self._advise(hurt)
        for flag in flags or ():
            self._screen.app.push_screen(FlagScreen(flag))

    def _advise(self, hurt: commands.Hurt) -> None:
        if advice := hurt_advice(hurt):
            self._screen.app.notify(advice, markup=False, timeout=_SECONDS)
