"""The terminal: how its keys are read, what is done when it goes away, and how the app ends.

`textual_fixes` works around faults of Textual; it and `driver`, `reader` and `paint` use private
parts of Textual, whose version is pinned. `lifeline` imports nothing of Textual: it must work when
Textual does not. With a `TEXTUAL_DRIVER` in the environment the app has that driver and stock
painting.
"""
