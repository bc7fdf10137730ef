"""What stands in a list: found, put in order, added up."""
