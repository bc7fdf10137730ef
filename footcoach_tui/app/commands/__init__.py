"""Commands with their keys, and Textual's bindings for them."""
