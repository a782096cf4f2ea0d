"""Photographs, drawings and maps in `media/`, and under which number a map may be shown."""

from enum import StrEnum
from typing import Annotated

from pydantic import AfterValidator

from site_builder.content.model import Frozen, Text
from site_builder.content.scalars import matching

PRINT_WIDTH, PRINT_HEIGHT = 2551, 1217
"""The least size in pixels that a photograph has at a press: that of the picture over a project,
216 × 103 mm with its bleed, at 300 dots an inch."""


class PictureKind(StrEnum):
    """What sort of picture it is."""

    PHOTO = "photo"
    DRAWING = "drawing"
    MAP = "map"


class MapApproval(Frozen):
    """Under which number a map may be shown."""

    number: Annotated[
        str,
        AfterValidator(
            matching(
                r"[A-Z\u4e00-\u9fff]{1,4}[（(〔\[]\d{4}[）)〕\]]\d{1,6}号",
                "map-number",
                "GS（2024）1234号",
            )
        ),
    ]
    """审图号，如 GS（2024）1234号。The number of its approval."""
    source: Text
    """底图来源，如 标准地图服务系统，未作修改。Where the map is from; any changes."""


class Picture(Frozen):
    """A photograph, drawing or map in `media/`."""

    file: Annotated[
        str,
        AfterValidator(
            matching(r"[a-z0-9][a-z0-9_/-]*\.(?:jpg|jpeg|png|webp)", "picture", "jinhe.jpg")
        ),
    ]
    """media/ 下的文件名，如 jinhe-park.jpg。The file's name in media/."""
    alt: Text
    """图片说明，供看不见图片的读者。What it shows, for those who cannot see it."""
    kind: PictureKind = PictureKind.PHOTO
    """种类：photo、drawing、map；地图须有审图号。Photograph, drawing, or map with its approval."""
    map: MapApproval | None = None
    """地图的审图号与来源。The approval of a map."""
    credit: Text | None = None
    """作者与授权。Its author and licence."""
