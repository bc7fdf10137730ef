"""Days and values as pictures of characters."""
