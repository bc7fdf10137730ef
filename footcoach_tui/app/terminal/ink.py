"""What is painted in one turn of the loop, until it is sent, and how many bytes it takes."""


class Ink:
    """Pieces of a picture, in their order."""

    def __init__(self) -> None:
        """None yet."""
        self._pieces: list[str] = []
        self._size = 0

    def add(self, piece: str) -> None:
        """Keep a piece until it is poured."""
        if piece:
            self._pieces.append(piece)
            self.count(piece)

    def count(self, written: str) -> None:
        """Count as part of the picture what somebody else writes."""
        self._size += len(written) if written.isascii() else len(written.encode("utf-8", "replace"))

    def pour(self) -> str:
        """Hand over all pieces that are kept."""
        poured, self._pieces = "".join(self._pieces), []
        return poured

    def weigh(self) -> int:
        """Bytes of all that was added and counted since this was last asked."""
        size, self._size = self._size, 0
        return size
