from headless_textual import headless_textual

__all__ = ["headless_textual"]
