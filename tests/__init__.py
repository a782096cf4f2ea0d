"""Tests that mirror the rooms of the program."""
