"""The set PDF for a screen."""


def screen(pdf: bytes) -> bytes:
    """Return a set PDF as it is: tagged, with bookmarks and links, in RGB.

    What it draws beyond its pages for the bleed, no viewer shows.
    """
    return pdf
