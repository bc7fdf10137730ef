"""Exercise, routine and source files: parsing, validation and the catalogue built from them.

Read `catalogue` first, then `validate`, `parsed_file`, `schema`, `semantics` and `build`.
"""
