"""Files of one's own: new ones, their schemas and their layout, and the pass through an editor."""
