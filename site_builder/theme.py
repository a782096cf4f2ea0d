"""The theme: templates, tokens and words, read once and given to every output.

Templates escape everything and stop at a name they do not know. They show prepared
values; the few filters here put a value into its place, none computes one.
"""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePosixPath

import yaml
from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

from site_builder.draw.palette import Palette, read_palette
from site_builder.present.words import Words

WIDTHS = (480, 960, 1600)
"""The widths in pixels in which photographs are published."""


def variant(file: str, width: int, extension: str = "webp") -> str:
    """Return the published path of a picture of `media/` at one width."""
    source = PurePosixPath(file)
    # Pictures that differ in their kind alone must not overwrite each other.
    kind = "" if source.suffix == ".jpg" else f"-{source.suffix[1:]}"
    return f"media/{source.with_suffix('')}{kind}-{width}.{extension}"


@dataclass(frozen=True)
class Theme:
    """The folder `theme/` of a county."""

    root: Path

    @cached_property
    def palette(self) -> Palette:
        """The colours, from `assets/css/tokens.css`."""
        return read_palette((self.root / "assets/css/tokens.css").read_text("utf-8"))

    @cached_property
    def environment(self) -> Environment:
        """The templates of website and brochures, with the components both use."""
        environment = Environment(
            loader=FileSystemLoader(self.root),
            autoescape=select_autoescape(default=True, default_for_string=True),
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        environment.filters |= {
            "small": lambda file: variant(file, 480),
            "medium": lambda file: variant(file, 960),
            "large": lambda file: variant(file, 1600),
            "large_jpeg": lambda file: variant(file, 1600, "jpg"),
        }
        return environment

    def words(self, language: str) -> Words:
        """Every word of the interface in `language`."""
        path = self.root / "locales" / f"{language}.yml"
        return Words(yaml.safe_load(path.read_text("utf-8")), f"locales/{language}.yml")
