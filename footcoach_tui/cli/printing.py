"""JSON for a shell.

Quick to import: much that is asked for as JSON stands in scripts and prompts.
"""

import json
from collections.abc import Mapping

SCHEMA = 1


def print_json(content: Mapping[str, object]) -> None:
    """Print an object with the schema number of docs/data-format.md in front.

    In ASCII, the rest escaped: a terminal or a locale cannot stumble over any of it.
    """
    print(json.dumps({"schema": SCHEMA, **content}, indent=2))
