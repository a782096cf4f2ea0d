"""Where the country lies, its seas included: enough to tell a place from a slip of the pen.

The box is whole degrees around 3°51′ to 53°33′ N and 73°29′ to 135°02′ E. No latitude in it
is also a longitude, so that two figures in the wrong order are always told from a right pair.
"""

SOUTH, NORTH = 3, 54
WEST, EAST = 73, 136


def lies_in_country(latitude: float, longitude: float) -> bool:
    """Whether degrees are those of a place in the country, whatever system they are in."""
    return SOUTH <= latitude <= NORTH and WEST <= longitude <= EAST
