"""A mistake in a query, told so that it can be pointed at."""


class QueryError(Exception):
    """A query that means nothing; the message is a sentence.

    `start` and `end` are the place in the text, in characters, `end` not included.
    """

    def __init__(self, sentence: str, start: int, end: int) -> None:
        """Say what is wrong, and where."""
        super().__init__(sentence)
        self.sentence = sentence
        self.start = start
        self.end = end
