"""The count and the moving figure, sharing whatever room there is."""

from textual.app import ComposeResult
from textual.containers import Container

from footcoach_tui.app.stage.filming import Film, Reels
from footcoach_tui.app.stage.staging import NOTHING, SMALLEST, TENTHS, Size, Taste, shapes, staged
from footcoach_tui.app.stage.wording import widest
from footcoach_tui.app.widgets.countdown import Countdown
from footcoach_tui.app.widgets.figure_view import FigureView
from footcoach_tui.app.widgets.keyed import Sized
from footcoach_tui.app.widgets.line import Line
from footcoach_tui.session.view import View

_WORDS = (1.6,)
"""The shape of a text that stands where there is no figure."""
_ROOM_FOR_WORDS = (26, 8)


class Stage(Container, Sized):
    """Shows a view of the player; where an exercise has no figure, how it is done in words."""

    def __init__(
        self,
        reels: Reels,
        taste: Taste,
        *,
        smallest: Size = SMALLEST,
        has_words: bool = True,
        id: str | None = None,
    ) -> None:
        """`reels` has the figures, which are shown from the `smallest` size on."""
        super().__init__(id=id)
        self._reels = reels
        self._taste = taste
        self._smallest = smallest
        self._has_words = has_words
        self._widest = TENTHS
        self._is_drawn = False
        self._shapes: tuple[float, ...] = ()

    def compose(self) -> ComposeResult:
        """The count first."""
        yield Countdown(id="countdown")
        yield FigureView(self._reels, id="figure")
        yield Line(id="how")

    @property
    def has_room_for_tenths(self) -> bool:
        """Whether tenths can be counted without smaller digits."""
        return self.query_one(Countdown).has_room_for(TENTHS)

    def set(self, view: View, film: Film) -> None:
        """Get ready for a step: have its figures drawn, and those of the one after it."""
        step, exercise = view.segment.step, view.step.exercise
        takes = film.takes_of(step)
        figure = self._reels.figures.get(exercise.id) if takes else None
        self._is_drawn = figure is not None
        self._shapes = _WORDS if self._has_words else ()
        if figure:
            self._shapes = shapes(figure, exercise.position)
        self._widest = widest(film.timeline, step)
        self.query_one(Countdown).expect(self._widest)
        how = (f"{number}. {line}" for number, line in enumerate(exercise.how, 1))
        self.query_one("#how", Line).show("\n".join(how))
        self._arrange()
        self.query_one(FigureView).prepare(takes + film.takes_of(step + 1))

    def show(self, view: View, film: Film, count: str) -> None:
        """Show a moment, and what is counted."""
        self.query_one(Countdown).show(count)
        figure = self.query_one(FigureView)
        if figure.display:
            figure.show(film.shown(view, still=self.app.animation_level == "none"))

    def on_resize(self) -> None:
        """Share out the room there is now."""
        self._arrange()

    def _arrange(self) -> None:
        if not self.size.area:
            return
        smallest = self._smallest if self._is_drawn else _ROOM_FOR_WORDS
        shared = staged(self.size, self._widest, self._shapes, self._taste, smallest)
        self.styles.layout = "horizontal" if shared.is_beside else "vertical"
        has_picture = shared.picture != NOTHING
        for name, has_room, cells in (
            ("#countdown", True, shared.count),
            ("#figure", has_picture and self._is_drawn, shared.picture),
            ("#how", has_picture and not self._is_drawn, shared.picture),
        ):
            widget = self.query_one(name)
            widget.display = has_room
            if has_room:
                widget.styles.width, widget.styles.height = cells
