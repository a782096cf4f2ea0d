"""What else a Chinese figure may mean, by the words around it: 80年代, 8折, 35分, 3万吨水.

Such a reading is only offered: the figure agrees with whatever the other language makes of it.
"""

import re
from decimal import Decimal

from site_builder.quantities.mention import COUNTED, ONE, Mention
from site_builder.quantities.mention_units import RATIO, ZH_UNITS, Spelling

PERCENT = Spelling(RATIO, Decimal("0.01"), "%")
_WHOLE = Decimal(100)
_TENTH = Decimal(10)
_DISCOUNT = re.compile("折(?![合旧算射叠页])")
_CENTURIES = (1900, 2000)
# Money below the yuan; 5分钟 is a time, 3分之1 a fraction.
_SMALL_MONEY = re.compile("分(?![之钟])|角(?![度])")
_SMALL = {"分": Spelling("CNY", Decimal("0.01")), "角": Spelling("CNY", Decimal("0.1"))}
# A tonne of water is a cubic metre, and waterworks count in either; cement is no water.
_WATER = re.compile("水(?![泥果产稻晶煤洗])")
_WATER_REACH = 12
_TONNE, _CUBIC = ZH_UNITS["吨"], ZH_UNITS["立方米"]


def with_other_readings(text: str, mention: Mention) -> Mention:
    """Return a figure with whatever else it may mean in its text."""
    if mention.unit is COUNTED:
        return _counted(text, mention)
    if _TONNE in (mention.unit, *mention.per):
        return _of_water(text, mention)
    return mention


def discount(tenths: Decimal) -> tuple[Decimal, Decimal]:
    """Return what is paid and what is taken off, in per cent: 80 and 20 for 8折, 75 for 75折."""
    paid = tenths * 10 if tenths < _TENTH else tenths
    return paid, _WHOLE - paid


def _counted(text: str, mention: Mention) -> Mention:
    if text.startswith("世纪", mention.end):
        return mention._replace(in_words=True)
    if mention.written.endswith("年代") and mention.number < _WHOLE:
        # 20世纪 is seldom said beside it.
        ages = (mention._replace(number=mention.number + age) for age in _CENTURIES)
        return mention._replace(others=tuple(ages))
    if mention.scale != ONE:
        return mention
    if mention.number < _WHOLE and _DISCOUNT.match(text, mention.end):
        paid, off = discount(mention.number)
        return mention._replace(
            end=mention.end + 1,
            written=text[mention.start : mention.end + 1],
            number=paid,
            unit=PERCENT,
            others=(mention._replace(number=off, unit=PERCENT),),
        )
    if small := _SMALL_MONEY.match(text, mention.end):
        return mention._replace(others=(mention._replace(unit=_SMALL[small[0]]),))
    return mention


def _of_water(text: str, mention: Mention) -> Mention:
    around = text[max(0, mention.start - _WATER_REACH) : mention.end + _WATER_REACH]
    if not _WATER.search(around):
        return mention
    unit, *per = (_CUBIC if one == _TONNE else one for one in (mention.unit, *mention.per))
    return mention._replace(others=(mention._replace(unit=unit, per=tuple(per)),))
