"""The colours the drawings are tested with, as a style sheet writes them."""

from site_builder.draw.palette import read_palette

CSS = """
:root {
  --ink: #16211f; --ink-soft: #4d5b57; --pine: #0f4c46; --pine-soft: #45766f;
  --mist: #e8efec; --paper: #fbfaf6; --white: #fff; --seal: #b5341f;
  --ochre: #a86e12; --ochre-soft: #f2e6cf; --line: #c9d3cf;
  --sky-mist: #e8efec; --sky-tea: #eef0e2; --sky-clay: #ede6de; --sky-sky: #e4ecf1;
  --sky-sand: #f4ecdd; --sky-dawn: #f6e8e0; --sky-slate: #e6e9f0; --sky-moss: #e6eee0;
}
@media print { :root { --ink: #000; } }
"""

PALETTE = read_palette(CSS)
