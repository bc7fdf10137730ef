"""What records come to, pure: (days or records, today) -> answers.

Nothing here reads a clock or a file. Days are local days, as they were where the session was.
"""
