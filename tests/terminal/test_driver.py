"""Nothing that the driver does waits for ever."""

import asyncio
import select
import signal
import sys
import time
from collections.abc import Iterator
from threading import Thread

import pytest
from textual import constants
from textual.app import App
from textual.drivers._writer_thread import MAX_QUEUED_WRITES, WriterThread
from textual.drivers.web_driver import WebDriver
from textual.events import CursorPosition, Key, Resize
from textual.geometry import Size
from textual.message import Message

from footcoach_tui.terminal.driver import TerminalDriver, _PollableEvent
from footcoach_tui.terminal.graphics import freed
from footcoach_tui.terminal.shutdown_app import ShutdownApp


@pytest.fixture(autouse=True)
def signals() -> Iterator[None]:
    numbers = (signal.SIGTSTP, signal.SIGCONT)
    before = [signal.getsignal(number) for number in numbers]
    yield
    for number, handler in zip(numbers, before, strict=True):
        signal.signal(number, handler)


def test_an_app_has_our_driver_unless_another_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    assert ShutdownApp().driver_class is TerminalDriver
    monkeypatch.setattr(constants, "DRIVER", "textual.drivers.web_driver:WebDriver")
    assert ShutdownApp().driver_class is WebDriver


def test_an_event_is_seen_by_a_poll_for_as_long_as_it_is_set() -> None:
    event = _PollableEvent()
    poller = select.poll()
    poller.register(event.fd, select.POLLIN)
    assert not poller.poll(0)
    event.set()
    event.set()
    assert event.is_set()
    assert poller.poll(0)
    event.clear()
    assert not event.is_set()
    assert not poller.poll(0)
    event.clear()


@pytest.fixture
async def driver(monkeypatch: pytest.MonkeyPatch) -> TerminalDriver:
    """A driver whose terminal, of no sane size, takes nothing: nobody reads what waits for it."""
    monkeypatch.setattr("shutil.get_terminal_size", lambda: (65535, 65535))
    made = TerminalDriver(App())
    made._writer_thread = WriterThread(sys.stderr)
    return made


async def test_the_app_never_hears_of_a_size_that_no_screen_has(
    driver: TerminalDriver, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[Message] = []
    monkeypatch.setattr(driver, "send_message", heard.append)
    driver.process_message(Resize(Size(60_000, 24), Size(60_000, 24), pixel_size=Size(800, 600)))
    driver.process_message(Resize(Size(0, 0), Size(0, 0)))
    sizes = [message.size for message in heard if isinstance(message, Resize)]
    assert sizes == [(500, 24), (1, 1)]
    assert driver._size == (500, 300)
    assert driver._get_terminal_size() == (500, 300)


async def test_a_terminal_that_takes_nothing_holds_nobody_up_once_the_end_has_begun(
    driver: TerminalDriver,
) -> None:
    assert driver._writer_thread
    queue = driver._writer_thread._queue
    painting = Thread(target=paint, args=(driver, MAX_QUEUED_WRITES + 1), daemon=True)
    painting.start()
    while painting.is_alive():
        driver.discard_output()
    assert queue.qsize() <= 1
    paint(driver, 2 * MAX_QUEUED_WRITES)
    assert queue.qsize() == MAX_QUEUED_WRITES - 1, "there is room to end the thread"


async def test_a_terminal_that_takes_what_it_is_given_loses_nothing(
    driver: TerminalDriver,
) -> None:
    assert driver._writer_thread
    paint(driver, 5)
    driver.discard_output()
    assert driver._writer_thread._queue.qsize() == 5


async def test_a_terminal_that_is_gone_holds_nobody_up(driver: TerminalDriver) -> None:
    """Its writer's thread has ended, and nothing takes from the queue."""
    assert driver._writer_thread
    paint(driver, MAX_QUEUED_WRITES)
    ended = Thread(target=int)
    ended.start()
    ended.join()
    driver._writer_thread._ident = ended.ident  # type: ignore[attr-defined] # started, and over
    driver.discard_output()
    assert driver._writer_thread._queue.empty()


async def test_a_terminal_is_not_taken_again_behind_the_exit(
    driver: TerminalDriver, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(driver, "_loop", asyncio.new_event_loop())
    monkeypatch.setattr(driver, "start_application_mode", lambda: pytest.fail("taken"))
    driver.resume_application_mode()
    driver._loop.close()


async def test_a_terminal_is_left_without_pictures(
    driver: TerminalDriver, monkeypatch: pytest.MonkeyPatch
) -> None:
    written: list[str] = []
    monkeypatch.setattr(driver, "_put", written.append)
    driver.overlay._stored(b"picture")
    driver.write("\x1b[<u")
    assert freed(1) in written[0]


class Painter(App[None]):
    """An app whose pictures can be held back."""

    lost = 0

    def is_paced(self) -> bool:
        return True

    def cursor_home(self) -> str:
        return ""

    def draw_skipped(self) -> None:
        """Nothing waits."""

    def mark_all_skipped(self) -> None:
        self.lost += 1

    def on_quality(self, _: object) -> None:
        """Looks the same."""


async def test_a_terminal_that_takes_nothing_holds_up_no_app_whose_pictures_are_paced(
    driver: TerminalDriver,
) -> None:
    assert driver._writer_thread
    painter = Painter()
    driver.draw_gate.begin(painter)
    begun = time.monotonic()
    paint(driver, 5 * MAX_QUEUED_WRITES)
    assert time.monotonic() - begun < 1, "and not each write by itself"
    assert painter.lost
    assert driver._writer_thread._queue.qsize() == MAX_QUEUED_WRITES
    assert not driver.draw_gate.may_draw(moving=False)
    driver.draw_gate.end(lambda: False)


async def test_answers_are_heard_by_nobody_else(
    driver: TerminalDriver, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[Message] = []
    monkeypatch.setattr(driver, "send_message", heard.append)
    driver.process_message(CursorPosition(16, 1))
    driver.process_message(Key("q", "q"))
    assert [type(message) for message in heard] == [Key]
    assert driver.draw_gate._last_answer == 17


def paint(driver: TerminalDriver, pictures: int) -> None:
    for _ in range(pictures):
        driver.write("a picture")
