"""Whether the app is shown in a browser: then this machine may be somebody else's."""

import os
from collections.abc import Mapping

VARIABLE = "FOOTCOACH_BROWSER"


def is_in_browser(environ: Mapping[str, str] = os.environ) -> bool:
    """Whether `footcoach serve`, or another program with a driver of its own, shows the app.

    No shell, editor, sound or hook of this machine is for the person then.
    """
    return bool(environ.get(VARIABLE) or environ.get("TEXTUAL_DRIVER"))
