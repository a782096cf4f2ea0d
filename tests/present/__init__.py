"""Tests of how public values are read in each language."""
