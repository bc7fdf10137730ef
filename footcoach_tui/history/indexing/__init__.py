"""What the months hold in a line each, and the sums of them; made anew at will."""
