"""Small apps that footcoach is measured beside."""
