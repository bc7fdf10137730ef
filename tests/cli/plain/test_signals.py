"""Signals are recorded, so that the session can be saved."""

import os
import select
import signal

import pytest

from footcoach_tui.cli.plain.signals import StopSignal

SIGNALS = [signal.SIGINT, signal.SIGTERM, signal.SIGHUP]


def is_readable(fd: int) -> bool:
    return bool(select.select([fd], [], [], 0)[0])


@pytest.mark.parametrize("number", SIGNALS)
def test_a_signal_is_noted_and_wakes_who_waits(number: signal.Signals) -> None:
    with StopSignal() as stopping:
        assert (stopping.number, is_readable(stopping.fd)) == (0, False)
        os.kill(os.getpid(), number)
        assert (stopping.number, is_readable(stopping.fd)) == (number, True)


def test_the_first_of_several_counts() -> None:
    with StopSignal() as stopping:
        os.kill(os.getpid(), signal.SIGHUP)
        os.kill(os.getpid(), signal.SIGTERM)
        assert stopping.number == signal.SIGHUP


def test_afterwards_signals_do_what_they_did() -> None:
    before = [signal.getsignal(number) for number in SIGNALS]
    with StopSignal():
        assert [signal.getsignal(number) for number in SIGNALS] != before
    assert [signal.getsignal(number) for number in SIGNALS] == before


def test_what_nohup_has_ignored_stays_ignored() -> None:
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        with StopSignal() as stopping:
            os.kill(os.getpid(), signal.SIGHUP)
            assert stopping.number == 0
    finally:
        signal.signal(signal.SIGHUP, before)
