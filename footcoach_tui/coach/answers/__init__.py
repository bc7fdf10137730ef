"""What a person answered and chose, with its JSON form in the history.

Reading is lenient: what is missing or wrong in a document counts as not answered.
"""
