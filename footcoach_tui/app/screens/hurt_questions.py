"""Dialogs of the key "this hurts": the score, what follows from it, and the red flags."""

from functools import partial

from footcoach_tui.app.screens.dialogs import HurtDialog
from footcoach_tui.app.screens.flag_dialog import FlagListDialog, FlagScreen
from footcoach_tui.app.screens.live import LiveScreen
from footcoach_tui.coach.decisions.pain import hurt_advice, stop_sentence
from footcoach_tui.coach.rules.red_flags import RedFlag
from footcoach_tui.session import commands

_SECONDS, _STOP_SECONDS = 8, 20


class HurtQuestions:
    """Questions about the present step of a session, which is paused meanwhile."""

    def __init__(self, screen: LiveScreen) -> None:
        self._screen = screen

    def ask(self) -> None:
        was_running = self._screen.live_session.player.is_running
        self._screen.pause()
        self._screen.app.clear_notifications()  # an advice of before would cover the dialog
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
            dialog = FlagListDialog(
                screen.app_context.catalogue.flags, stop_sentence(is_sharp=hurt.is_sharp)
            )
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
        if flags:
            self._screen.app.push_screen(FlagScreen(flags[0]), lambda _: self._advise(hurt))
        else:
            self._advise(hurt)

    def _advise(self, hurt: commands.Hurt) -> None:
        if advice := hurt_advice(hurt):
            seconds = _STOP_SECONDS if hurt.ends_step else _SECONDS
            self._screen.app.notify(advice, markup=False, timeout=seconds)
