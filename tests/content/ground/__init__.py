"""Tests of how files become records."""
