"""Commands, one module each: `register` adds it to the parser, `run` returns the exit code."""
