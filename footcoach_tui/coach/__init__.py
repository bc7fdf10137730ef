"""Pure rules over session records: days, weeks, trends, what is due, what a pain score means.

Neither clock nor file is read here. A day is the local day of the place where the session was.
"""
