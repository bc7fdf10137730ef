"""Command line: `entry` runs `main`, which runs one module of `commands`.

Read `parser` first, then `main`; `plain` holds sessions as lines of text, `doctor` its checks.
"""
