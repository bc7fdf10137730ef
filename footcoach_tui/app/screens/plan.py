"""The plan: to be chosen, or how far it is."""

from footcoach_tui.app.context import AppContext
from footcoach_tui.app.screens.base import CommandScreen


class PlanScreen(CommandScreen):
    def __init__(self, app_context: AppContext) -> None:
        super().__init__()
