"""Hooks: programs of the user that get each session that is saved, or that arrives.

Read `hook` first: which files count. `start` starts a process apart, which is `runner`: footcoach
never waits for a hook. `failures` keeps what went wrong, to be told once. docs/hooks.md is the
manual.
"""
