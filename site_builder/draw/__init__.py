"""Values to SVG: landscapes, seals, charts, chain maps, locator maps, QR codes.

Every drawing is a pure function from frozen values and a palette to one `<svg>` string.
The same values give the same bytes. Drawings use presentation attributes only, so that
they look the same in a page, in a PDF and as a file of their own.
"""
