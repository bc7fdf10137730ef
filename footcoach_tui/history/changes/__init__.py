"""New versions of sessions, which of them holds, undoing and bringing back."""
