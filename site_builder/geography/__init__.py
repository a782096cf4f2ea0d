"""Where things are: systems of coordinates, and a plane to measure and draw on."""
