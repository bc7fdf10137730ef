"""The screens: Textual lives in this room and in no other."""
