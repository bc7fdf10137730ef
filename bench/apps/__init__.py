"""Small apps that footcoach is measured against."""
