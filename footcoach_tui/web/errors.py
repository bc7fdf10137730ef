"""Errors of the server, each a sentence for the person who runs it."""


class WebError(Exception):
    """Something keeps the server from starting, or a person from being added."""
