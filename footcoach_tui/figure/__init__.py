"""Drawing of moving figures: key poses, a motion, a moment and a size make a picture of cells.

Body poses are measured in units of 1/100 of the body height, the foot close-up in units of 1/100
of the foot length, angles in degrees. Neither session, file nor screen is known here.

Read first: `model` (poses and motions), `motion` (the pose at a moment), `skeleton` and `body`
(joints and shapes), `scene` (a pose among its props), `raster`, `cells` and `solid` (shapes to dots
to text), `render` (the way in).
"""
