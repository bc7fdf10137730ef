"""The composer: commands on a routine that is put together from exercises."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.binding import Binding, BindingType

from footcoach_tui.app.commands.bindings import bindings
from footcoach_tui.app.context import AppContext
from footcoach_tui.app.screens.begin import begin_routine
from footcoach_tui.app.screens.compose_dialogs import BuildDialog
from footcoach_tui.app.screens.draft_files import DraftFiles
from footcoach_tui.app.screens.draft_screen import DraftScreen
from footcoach_tui.app.screens.text_dialog import TextDialog
from footcoach_tui.authoring.build_request import BuildRequest
from footcoach_tui.authoring.files import AuthoringError
from footcoach_tui.coach.rules.rules import Rules
from footcoach_tui.text.durations import format_minutes

if TYPE_CHECKING:  # they import pydantic, which is loaded in a worker
    from footcoach_tui.authoring.composition import Composition
    from footcoach_tui.authoring.routine_builder import BuiltRoutine

_MINUTE = 60
_LABELS = {"session.play": "Play", "session.undo": "Undo", "session.context": "Occasion"}


class ComposerScreen(DraftScreen):
    """Screen on which a routine is composed."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings("compose.add", "compose.delete", "compose.more", "compose.less"),
        *bindings("compose.value", "compose.value_back", "compose.down", "compose.up"),
        *(
            replace(each, description=_LABELS[str(each.id)], show=True)
            for each in bindings(*_LABELS)
        ),
        *bindings("compose.redo", "compose.save", "compose.build"),
        *bindings("session.info", "list.find", "library.order"),
        Binding("escape", "back", "Back", key_display="esc"),
    ]

    def __init__(
        self,
        app_context: AppContext,
        routine: str = "",
        on_saved: Callable[[str], None] = lambda _: None,
    ) -> None:
        """Compose a new routine, or change the one with an id."""
        super().__init__(app_context)
        self._files = DraftFiles(self, routine, on_saved)
        self._build_texts: dict[str, str] = {}
        commands: dict[str, Callable[[Composition], None]] = {
            "compose.add": self._add,
            "compose.delete": self._delete,
            "compose.down": partial(self._move, by=1),
            "compose.up": partial(self._move, by=-1),
            "compose.more": partial(self._adjust, sign=1),
            "compose.less": partial(self._adjust, sign=-1),
            "compose.value": lambda _: self.pane.choose_field(1),
            "compose.value_back": lambda _: self.pane.choose_field(-1),
            "compose.redo": partial(self._undo, is_redo=True),
            "session.undo": self._undo,
            "compose.save": lambda _: self._files.save(),
            "compose.build": self._ask_what_to_build,
            "session.context": lambda each: self._do(each.next_occasion),
            "session.play": self._play,
            "session.info": self._info,
            "list.find": self._find,
            "library.order": lambda _: self.picker.next_order(),
        }
        self.actions |= {
            name: partial(self.run_when_read, command) for name, command in commands.items()
        }
        self.actions["app.leave"] = self._files.leave

    def on_mount(self) -> None:
        self.go_to("list")
        self._files.open()

    def show_draft(self, place: int | None = None) -> None:
        super().show_draft(place)
        self._files.keep()

    def action_back(self) -> None:
        if not self.picker.close_filter():
            self._files.leave()

    def _do(self, change: Callable[[], None], place: int | None = None) -> None:
        """Change the draft; a change that no file may have is refused with its sentence."""
        try:
            change()
        except AuthoringError as error:
            sentence = f"{error}."
            sentence = sentence[:1].upper() + sentence[1:]
            self.notify(sentence, severity="warning", markup=False, timeout=4)
        else:
            self.show_draft(place)

    def _add(self, composition: "Composition") -> None:
        """Add the chosen exercise after the chosen step."""
        exercise, place = self.picker.exercise, self.pane.place + 1
        if exercise:
            self._do(partial(composition.add, place, exercise.id), place)

    def _delete(self, composition: "Composition") -> None:
        if self.pane.place >= 0:
            self._do(partial(composition.delete, self.pane.place))

    def _move(self, composition: "Composition", by: int) -> None:
        place, target = self.pane.place, self.pane.place + by
        if place >= 0 and 0 <= target < len(composition.draft.steps):
            self._do(partial(composition.move, place, target), target)

    def _adjust(self, composition: "Composition", sign: int) -> None:
        if field := self.pane.field:
            self._do(partial(composition.adjust, self.pane.place, field, sign))

    def _undo(self, composition: "Composition", *, is_redo: bool = False) -> None:
        history = composition.history
        if history.redo() if is_redo else history.undo():
            self.show_draft()
        else:
            self.notify(f"There is nothing to {'redo' if is_redo else 'undo'}.", timeout=2)

    def _play(self, composition: "Composition") -> None:
        """Play the routine from the chosen step; without a check-in, as an exercise is tried."""
        routine, place = composition.routine, self.pane.place
        if routine and place >= 0:
            routine = replace(routine, steps=routine.steps[place:])
            begin_routine(self.app, self.app_context, routine, has_check_in=False)

    def _info(self, _composition: "Composition") -> None:
        if self.exercise:
            self.app.push_screen(TextDialog(self.exercise_card(self.exercise)))

    def _find(self, _composition: "Composition") -> None:
        self.show_pane("list")
        self.call_when_drawn(self.picker.open_filter)

    def _ask_what_to_build(self, _composition: "Composition") -> None:
        kit = self.app_context.settings.kit
        self.app.push_screen(BuildDialog(self._build_texts, kit), self._build)

    def _build(self, request: BuildRequest | None) -> None:
        if request:
            self._build_in_worker(request)

    @work(thread=True, exclusive=True, group="build")
    def _build_in_worker(self, request: BuildRequest) -> None:
        from footcoach_tui.authoring.routine_builder import build_routine  # noqa: PLC0415 - see above

        context = self.app_context
        rules = context.rules() if context.rules else Rules({}, {}, {})
        profile = context.read_log().profile
        built = build_routine(request, context.catalogue, rules, profile)
        self.call_from_thread(self._built, built, request)

    def _built(self, built: "BuiltRoutine", request: BuildRequest) -> None:
        composition = self.composition
        if composition is None:
            return
        if not built.steps:
            self.notify(built.notes[0], severity="warning", markup=False, timeout=8)
            return
        self._do(partial(composition.take, built, request), 0)
        self.go_to("step")
        length, wished = format_minutes(built.seconds), format_minutes(_MINUTE * request.minutes)
        why = "" if self.has_class("-ample") else " 3 says why these."
        text = f"Built {length} of {wished}.{why} u takes it back."
        self.notify(text, markup=False, timeout=6)
