"""Errors of the hub, as sentences for the user."""


class HubError(Exception):
    """The hub cannot be used; the message says why, and what to do."""


class UnreachableError(HubError):
    """The hub did not answer, or stopped answering; what was not sent is kept for the next time."""
