"""Contents of lists: search, filters, groups and totals."""
