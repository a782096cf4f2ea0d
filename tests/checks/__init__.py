"""Tests of what must hold between records."""
