"""What the commands of the coach share: the log and the rules, arguments, and lines of text.

Read `context` first.
"""
