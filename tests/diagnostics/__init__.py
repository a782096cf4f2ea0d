"""Tests of how findings are said."""
