"""The app: `app` starts it, `launch` opens its first screens, `context` is what they share."""
