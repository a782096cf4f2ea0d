"""Whether a brief's sums, shares, estimates and returns follow from one another."""
