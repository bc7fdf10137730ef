"""Hub: a PostgreSQL that carries the history between a person's devices, and what a club shares.

Imports psycopg, of the extra `hub`: only the commands `sync`, `hub` and `club` import this.
"""
