"""`python -m footcoach_tui` is the same as `footcoach`."""

from footcoach_tui.cli.main import run

if __name__ == "__main__":
    run()
