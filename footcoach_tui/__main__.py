"""Entry of `python -m footcoach_tui`."""

from footcoach_tui.cli.entry import run

if __name__ == "__main__":
    run()
