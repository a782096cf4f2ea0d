"""What clerks write for a unit, and the one symbol of the table of units that it means.

Authors copy units from drawings, grid plans and spreadsheets: ㎡, kVA, t/a, 万美金.
"""

_WRITTEN: dict[str, str] = {
    # Below: what may be written, first the symbol it means.
    "平方米": "m² 平米 平方",
    "平方公里": "km² 平方千米",
    "公顷": "ha hm²",
    "立方米": "m³ 立方",
    "升": "L l",
    "毫升": "mL ml",
    "吨": "t",
    "千克": "kg",
    "克": "g",
    "公里": "km",
    "米": "m",
    "厘米": "cm",
    "毫米": "mm",
    "年": "a",
    "天": "d",
    "小时": "h",
    "分钟": "min",
    "瓦": "W w",
    "千瓦": "kW",
    "兆瓦": "MW",
    "吉瓦": "GW",
    "千伏安": "kVA",
    "兆伏安": "MVA",
    "伏": "V v",
    "千伏": "kV",
    "千瓦时": "kWh 千瓦小时",
    "兆瓦时": "MWh",
    "吉瓦时": "GWh",
    "吉焦": "GJ 百万千焦",
    "太焦": "TJ",
    "吨标准煤": "tce 吨标煤",
    "元": "人民币 元人民币 人民币元 元(人民币) RMB CNY",
    "美元": "美金 USD",
    "欧元": "EUR",
    "港元": "港币 HKD",
    "日元": "日圆 JPY",
    "车位": "个车位",
    "铺位": "个铺位",
    "工位": "个工位",
    "泊位": "个泊位",
}

SYMBOLS = {
    written: symbol for symbol, spellings in _WRITTEN.items() for written in spellings.split()
}
# kW, KW and kw are one thing; m and M, or mW and MW, would not be.
_THOUSANDS = {
    written.casefold(): symbol for written, symbol in SYMBOLS.items() if written.startswith("k")
}


def canonical_symbol(written: str) -> str:
    """Return the symbol of the table of units for what is written; unknown words unchanged.

    >>> canonical_symbol("m²"), canonical_symbol("KVA"), canonical_symbol("亩")
    ('平方米', '千伏安', '亩')
    """
    return SYMBOLS.get(written) or _THOUSANDS.get(written.casefold(), written)
