"""A drawing as pixels, the way it will be printed."""

import pypdfium2
import weasyprint
from PIL import Image


def raster(svg: str, width: int, height: int, scale: float = 2) -> Image.Image:
    """Return the drawing printed on a page of its size in pixels, then drawn at `scale`."""
    page = f"<style>@page{{size:{width}px {height}px;margin:0}}body{{margin:0}}</style>{svg}"
    document = pypdfium2.PdfDocument(weasyprint.HTML(string=page).write_pdf())
    return document[0].render(scale=scale * 4 / 3).to_pil().convert("RGB")
