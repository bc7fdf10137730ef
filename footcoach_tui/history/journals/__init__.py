"""Sessions that have begun and not come to the history yet: written, found again, followed."""
