"""The app in a browser: sign-in, one process of the app a person, and the page that shows it.

textual-serve gives the page its terminal (xterm.js) and the packets between it and the app; the
server is our own, so that a person signs in before the app starts.
"""
