"""Cells of a grid, each as its column and row."""

Cells = set[tuple[int, int]]


def pieces(cells: Cells) -> int:
    """The number of parts that do not touch each other, not even at a corner."""
    left = set(cells)
    found = 0
    while left:
        found += 1
        edge = [left.pop()]
        while edge:
            x, y = edge.pop()
            around = {(x + dx, y + dy) for dx in (-1, 0, 1) for dy in (-1, 0, 1)} & left
            left -= around
            edge.extend(around)
    return found
