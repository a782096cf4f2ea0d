"""Measurements: ratios between things run side by side on one machine."""
