"""Exercise, routine and source files: read, checked, and told what is wrong with them."""
