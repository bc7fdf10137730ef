"""The month files: found, read strictly or by their lines, written, backed up."""
