"""What is dressed by the state of a session."""

from typing import ClassVar

from textual.widget import Widget

from footcoach_tui.session.view import State


def class_of(state: State) -> str:
    """The class a widget has in a state: ``-get-ready``."""
    return "-" + state.name.lower().replace("_", "-")


STATES = tuple(class_of(state) for state in State)


class Stated(Widget):
    """Has a class for the state that is shown."""

    DRESSED: ClassVar[str] = ""
    """The selector of what in it looks otherwise in another state; without one, all of it."""

    def wears(self, state: State) -> bool:
        """Whether it is dressed for a state."""
        return self.has_class(class_of(state))

    def wear(self, state: State) -> None:
        """Dress for a state; nothing is done where it is the same."""
        if self.wears(state):
            return
        # At once: each change of classes has all that is below it styled anew.
        wanted = {name: name == class_of(state) for name in STATES}
        self.update_classes(wanted, update=not self.DRESSED)
        if self.DRESSED:
            self.app.stylesheet.update_nodes(self.query(self.DRESSED))
