"""Tri-fold, roll-up, table card and long picture: what stands on them, and how much of it."""
