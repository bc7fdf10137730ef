"""Answers and choices of a person, with their JSON form in the history.

Reading is lenient: what is missing or wrong in a document counts as not answered.
"""
