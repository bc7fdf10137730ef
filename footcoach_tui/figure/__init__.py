"""A moving figure, pure: key poses + a motion + a moment + a size -> a picture made of text cells.

Nothing here knows of sessions, files or screens; the same question always has the same answer.
Body poses are measured in units of 1/100 of the body height, the foot close-up in units of 1/100
of the foot length, angles in degrees.
"""
