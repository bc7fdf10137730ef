"""Exercise, routine and source files: parsing, validation and the catalogue built from them."""
