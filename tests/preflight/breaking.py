"""Good files broken in one place each: how breaks are kept, and what they are drawn with."""

from collections.abc import Callable

import pikepdf

from tests.preflight.conftest import MM, Breaking

Breaks = list[tuple[str, str, Breaking]]
"""Code, name and act of every break."""


def keeper(breaks: Breaks) -> Callable[..., Callable[[Breaking], Breaking]]:
    """Return a decorator that adds a break to a list, under the code it must be found by."""

    def of_code(code: str, *, of: str = "") -> Callable[[Breaking], Breaking]:
        def keep(breaking: Breaking) -> Breaking:
            breaks.append((code, of or breaking.__name__, breaking))
            return breaking

        return keep

    return of_code


def shading(space: str) -> pikepdf.Dictionary:
    count = {"/DeviceRGB": 3, "/DeviceCMYK": 4}[space]
    function = pikepdf.Dictionary(
        FunctionType=2, Domain=[0, 1], N=1, C0=[0] * count, C1=[0.5] * count
    )
    return pikepdf.Dictionary(
        ShadingType=2, ColorSpace=pikepdf.Name(space), Coords=[0, 0, 50, 0], Function=function
    )


def form(pdf: pikepdf.Pdf, content: bytes, **more: object) -> pikepdf.Stream:
    return pikepdf.Stream(
        pdf,
        content,
        Type=pikepdf.Name.XObject,
        Subtype=pikepdf.Name.Form,
        BBox=[0, 0, 100, 100],
        **more,
    )


DARK = (255, 220, 220, 180)
AT = "q 1 0 0 1 200 300 cm"
GROUP_RGB = {"/S": pikepdf.Name.Transparency, "/CS": pikepdf.Name.DeviceRGB}


def resize(pdf: pikepdf.Pdf, page: pikepdf.Page, width: float, height: float) -> None:
    """Make a page of another size, with nothing on it."""
    page.obj["/Contents"] = pikepdf.Stream(pdf, b"")
    page.mediabox = page.obj["/BleedBox"] = [0, 0, (width + 6) * MM, (height + 6) * MM]
    page.obj["/TrimBox"] = [3 * MM, 3 * MM, (width + 3) * MM, (height + 3) * MM]
