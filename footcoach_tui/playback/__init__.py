"""Live sessions: the player with its clock and its journal, for the screens and plain lines.

Read `live_session` first, then `journal` (the writer), `open_journals` and `interrupted` (sessions
left by an earlier process) and `follower` (a session that another process plays).
"""
