"""Commands of the command line: one module a command, each with `register` and `run`."""
