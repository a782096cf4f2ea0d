"""Quantities: the only room that knows units, reads numbers, converts and speaks them."""
