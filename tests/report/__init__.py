"""Tests of the report of a check."""
