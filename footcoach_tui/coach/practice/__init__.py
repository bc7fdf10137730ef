"""Practice so far: days, weeks, totals and trends, without a plan."""
