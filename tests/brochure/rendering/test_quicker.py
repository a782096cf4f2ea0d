"""Pages are set in less time, and are the same to the last byte."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from site_builder.brochure.composing.composer import Composer
from site_builder.brochure.composing.fit import fullest, leaflet_room
from site_builder.brochure.making.press import STYLES
from site_builder.brochure.plan import plan_brochures
from site_builder.brochure.rendering.quicker import set_quicker
from site_builder.brochure.rendering.quicker.reading import parsed
from tests.brochure.conftest import Printed

ROOT = Path(__file__).parents[3]
PROGRAM = """
import sys
from importlib import import_module
from pathlib import Path

for name in sys.argv[3:]:
    # As if another release of WeasyPrint were installed.
    import_module(f"site_builder.brochure.rendering.quicker.{name}")._KNOWN = "another"

from site_builder.brochure.rendering.fonts import STANDARD, cut_fonts, fonts_folder
from site_builder.brochure.composing.composer import Composer
from site_builder.brochure.composing.fit import fullest, leaflet_room
from site_builder.brochure.plan import plan_brochures
from site_builder.brochure.making.press import STYLES
from site_builder.brochure.rendering.quicker import set_quicker
from site_builder.brochure.rendering.renderer import Renderer

styles = [Path(file).read_text("utf-8") for file in sys.argv[2].split(":")]
renderer = Renderer({}, styles, cut_fonts(STANDARD, fonts_folder()))
assert set_quicker() == {
    name: name not in sys.argv[3:]
    for name in ("styles", "lengths", "lines", "drawings", "writing", "releasing")
}
layout = renderer.lay_out(Path(sys.argv[1]).read_text("utf-8"), "page")
sys.stdout.buffer.write(layout.pdf())
"""
MODULES = (
    "styles",
    "lengths",
    "lines",
    "drawings",
    "writing",
    "releasing",
    "reading",
    "defaults",
)

# What styles can ask for, the usual and the odd.
PAGE = """<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>页</title><style>
:root { --wide: 40mm; --ink: #223344; --part: calc(10mm + 2 * 3mm) }
.a { --wide: 30mm } .a .b { width: var(--wide); padding-left: var(--none, 2mm) }
.c { margin-inline-start: 4mm; margin-block-end: 3% ; padding: 2% 1em; box-sizing: border-box }
.d { border-radius: 2mm 0 0 1mm; background: var(--ink); color: white; min-height: 9mm }
.e { text-decoration: underline; letter-spacing: .1em; float: left; width: 30%; max-width: 44mm }
.f { position: relative; left: 2mm; height: var(--part); min-width: auto }
.g { position: absolute; top: 90%; right: 0; width: 50%; visibility: hidden }
.h::before { content: "一 "; color: red } .h:first-line { color: var(--ink) }
ol { list-style: japanese-informal outside } ul { list-style: disc inside }
table { border-collapse: collapse } td { border: 1px solid; padding: 1mm } .i { line-height: 130% }
.j { text-align: justify; font-feature-settings: "HANL", "chws"; width: 60mm }
.k { columns: 2; font-variant-numeric: tabular-nums; text-indent: 10% }
.l { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; width: 30mm }
.m { line-clamp: 2 "（下略）"; width: 30mm; letter-spacing: .1em }
.n { max-lines: 2; block-ellipsis: auto; continue: discard; width: 40mm; hyphens: auto }
.o::after { content: attr(title); white-space: pre }
</style></head><body>
<!-- a remark -->
<div class="a"><p class="b">青岚县 2026 年招商，“示例”。<br>换行</p>
<p class="c">百分数&nbsp;<b>粗</b> &mdash;&lt;&quot;</p></div>
<div class="d">底色</div><div class="e">浮动 underlined</div><div class="f">相对<i>斜</i></div>
<div class="g">隐</div><p class="h i">首行 first line &amp; &#34;more&#34; of it</p>
<ol><li>甲</li><li>乙<ul><li>丙</li></ul></li></ol>
<table><caption>表</caption><thead><tr><th>名</th></tr></thead>
<tbody><tr><td rowspan="2">一</td><td>二</td></tr><tr><td>三</td></tr></tbody></table>
<p class="j">这一段中文要两边对齐，共有 12 个 words 夹在中间，行首行尾的标点也要收紧（如此）。</p>
<div class="k"><p>两栏之一。两栏之二。两栏之三。两栏之四。</p><p>两栏之五。两栏之六。</p></div>
<div class="l">单行放不下的一段中文 and some words to be cut</div>
<div class="l j">单行放不下的一段<b>中文 and some</b> words to be cut</div>
<p class="m">两行放不下的一段中文，放不下的从第二行末省去，并注明下略，之后不再有。</p>
<p class="m n">两行放不下的一段 documentation，放不下的从第二行末省去，之后 nothing 再有。</p>
<p class="n l">两行放不下的一段中文，放不下的从第二行末省去。</p><p class="n" lang="en">Two
lines cannot hold this comprehensive documentation of demonstrations and internationalisation</p>
<p class="o" title="一
二	&quot;三&quot;&#10;四" lang='zh'>字</p><p class='o' title='五
六'>字</p><img alt="七
八"
src="data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABAQAAAAA3bvkkAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==">
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 60" width="90" height="60" role="img">
<title>图</title>
<path d="M0 0 10 10 20 5z m5 5 l1.5.5-2 3 4 0 H30 40 v-4 h.5 z" fill="#456"/>
<path d="M10-5L20,6 30 7M3 4" stroke="#123" fill="none"/><path d="M1 1z" stroke="#123"/>
<path d="M1 1l5 5ZL9 9" stroke="#123"/><path d="M5 5Q9 1 20 20T30 30" fill="none" stroke="#999"/>
<defs><marker id="m" markerWidth="3" markerHeight="3"><rect width="3" height="3"/></marker></defs>
<path d="M1 40H60V50" marker-end="url(#m)" stroke="#333" fill="none"/>
<path d="" stroke="#123"/></svg>
</body></html>"""


def printed(page: Path, styles: list[Path], without: tuple[str, ...] = ()) -> bytes:
    files = ":".join(map(str, styles))
    result = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(page), files, *without],
        env=dict(os.environ),
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    if result.returncode:
        pytest.fail(result.stderr.decode())
    return result.stdout


def test_knows_the_release_that_is_installed() -> None:
    assert all(set_quicker().values())
    assert parsed(PAGE) is not None


def test_sets_the_same_bytes_without_it(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(PAGE, "utf-8")
    quick, slow = (printed(page, [ROOT / "theme/assets/css/tokens.css"], w) for w in ((), MODULES))
    assert quick == slow
    assert quick.startswith(b"%PDF")


def test_sets_the_same_leaflet_without_it(tmp_path: Path, brochures: Printed) -> None:
    county = brochures.publication
    composer = Composer(county.theme, county.counties, county.site_url)
    leaflet = next(one for one in plan_brochures(county.counties) if one.project)
    html = composer.leaflet(leaflet, fullest(leaflet_room(leaflet.paper)))
    page = tmp_path / "leaflet.html"
    # Its photograph stands on the website, which is not there.
    page.write_text(re.sub("<img[^>]*>", "", html), "utf-8")
    styles = [ROOT / "theme/assets/css" / name for name in STYLES]
    assert printed(page, styles) == printed(page, styles, MODULES)


def body(content: str) -> str:
    return (
        '<!doctype html><html lang="zh-CN"><head><title>t</title></head>'
        f"<body>{content}</body></html>"
    )


@pytest.mark.parametrize(
    "content",
    [
        "<p>一<div>二</div></p>",
        "<p><span><div>一</div></span></p>",
        "<p><b>一<p>二</p></b></p>",
        "<table><tr><td>一</td></tr></table>",
        "<table><tbody><td>一</td></tbody></table>",
        "<table><tbody><tr>零<td>一</td></tr></tbody></table>",
        "<div><tr><td>一</td></tr></div>",
        "<p>一",
        "<pre>\n一</pre>",
        "<p>一&unknown;二</p>",
        "<p class=a>一</p>",
        "<p Class='a'>一</p>",
        "<DIV>一</DIV>",
        "<div/>一",
        '<div title="一>二"/>一',
        "<div><svg></svg></div>",
        "<ul><li>一<li>二</li></li></ul>",
        "<dl><dt>一<dd>二</dd></dt></dl>",
        "<h2>一<h3>二</h3></h2>",
        '<a href="#a">一<b><a href="#b">二</a></b></a>',
        "<p><![CDATA[一]]>二</p>",
        "<textarea>\n一</textarea>",
        "<image/>",
        "<style>/*<!-- -->*/</style>",
        '<p title="一\r\n二">三</p>',
        '<body class="a">一</body>',
    ],
)
def test_leaves_to_a_parser_of_html_what_only_that_can_read(content: str) -> None:
    assert parsed(body(content)) is None


@pytest.mark.parametrize(
    "content",
    [
        "<p>一<a href='#a'><b>二</b></a><br>三</p>",
        "<ul><li>一<ul><li>二</li></ul></li></ul>",
        "<dl><div><dt>一</dt><dd>二<dl><dt>三</dt></dl></dd></div></dl>",
        '<p><svg xmlns="http://www.w3.org/2000/svg"><path d=""/><title>一</title></svg></p>',
        '<p title="一\n二" class="a/">三</p>',
    ],
    ids=["words", "list", "terms", "drawing", "attribute"],
)
def test_reads_itself_what_is_the_same_to_both(content: str) -> None:
    assert parsed(body(content)) is not None
