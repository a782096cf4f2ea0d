import pytest
import zxingcpp

from site_builder.draw.qr import qr
from tests.draw.forms import named
from tests.draw.raster import raster
from tests.draw.tokens import PALETTE

ADDRESS = "https://invest.qinglan.example/projects/battery-manganese-sulphate/?e=fair&p=3"


@pytest.mark.parametrize("text", [ADDRESS, "青岚县投资促进局 0800-5550100", "A" * 300])
def test_a_printed_code_is_read_back(text: str) -> None:
    image = raster(qr(text, PALETTE, size=240, title="扫码"), 240, 240)
    found = zxingcpp.read_barcodes(image)
    assert [code.text for code in found] == [text]


def test_the_code_is_named_and_described_by_its_text() -> None:
    root = named(qr(ADDRESS, PALETTE, size=96, title="扫码打开本页"))
    assert root[1].text == ADDRESS


def test_it_is_one_dark_path_with_a_quiet_zone() -> None:
    root = named(qr("x", PALETTE, size=96, title="t"))
    ground, code = root[2]
    assert (ground.get("d"), code.get("fill")) == ("M0 0H29V29H0Z", PALETTE.ink)
    assert (code.get("d") or "").startswith("M4 4h7")


def test_the_same_text_gives_the_same_bytes() -> None:
    assert qr("x", PALETTE, size=9, title="t") == qr("x", PALETTE, size=9, title="t")
