"""The terminal: how its keys are read, what is done when it goes away, and how the app ends.

What leans on private parts of Textual stands in `driver` and `reader`. It looks at what it leans
on, and leaves everything to stock Textual where that is another one. `lifeline` and `handing_back`
know nothing of Textual: they must work when it does not.
"""
