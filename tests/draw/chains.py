"""A chain as a county has it, in both languages, and the words of its legend."""

from site_builder.draw.chains.chain import Card, Chain, Legend, Link, StageColumn, Strength

_STAGES = {
    "zh": ("上游", "中游", "下游", "配套服务"),
    "en": ("Upstream", "Midstream", "Downstream", "Supporting services"),
}
_WORDS = {
    "zh": {"strong": "强", "weak": "弱", "missing": "缺"},
    "en": {"strong": "Strong", "weak": "Weak", "missing": "Missing"},
}
_LEGENDS = {
    "zh": Legend("已有规模", "有待加强", "空缺，招商重点", "在招项目", "供应", "回流与服务"),
    "en": Legend(
        "Established",
        "To be strengthened",
        "Missing: investors sought",
        "Open project",
        "Supplies",
        "Returns and services",
    ),
}
_Pair = tuple[str, str]
_Pairs = tuple[tuple[str, ...], tuple[str, ...]]
_CARDS: tuple[tuple[str, str, Strength, _Pair, _Pair, _Pairs, _Pair, _Pairs], ...] = (
    (
        "manganese-mining",
        "upstream",
        "strong",
        ("锰矿采选", "Manganese mining and dressing"),
        ("碳酸锰矿开采、选矿", "Mining and dressing of manganese carbonate ore"),
        (("青岚锰业有限公司",), ("Qinglan Manganese Co., Ltd.",)),
        ("", ""),
        ((), ()),
    ),
    (
        "electrolytic-manganese",
        "upstream",
        "strong",
        ("电解锰", "Electrolytic manganese"),
        ("电解金属锰 8万吨/年", "Electrolytic manganese metal, 80,000 t/a"),
        (("青岚锰业有限公司",), ("Qinglan Manganese Co., Ltd.",)),
        ("", ""),
        ((), ()),
    ),
    (
        "high-purity-sulphate",
        "midstream",
        "weak",
        ("高纯硫酸锰", "High-purity manganese sulphate"),
        ("电池级硫酸锰", "Battery-grade manganese sulphate"),
        ((), ()),
        ("链主每年外购1.6万吨", "The anchor firm buys 16,000 t a year from outside"),
        (
            ("年产5万吨电池级硫酸锰项目",),
            ("Battery-grade manganese sulphate, 50,000 t/a",),
        ),
    ),
    (
        "trimanganese-tetroxide",
        "midstream",
        "weak",
        ("四氧化三锰", "Trimanganese tetroxide"),
        ("电子级、电池级四氧化三锰", "Electronic and battery grades"),
        ((), ()),
        ("", ""),
        ((), ()),
    ),
    (
        "cathode-precursor",
        "midstream",
        "weak",
        ("正极前驱体", "Cathode precursor"),
        ("三元前驱体 2万吨/年", "Ternary precursor, 20,000 t/a"),
        (("金河锂能材料有限公司",), ("Jinhe Lithium Materials Co., Ltd.",)),
        ("", ""),
        (("磷酸锰铁锂正极材料项目",), ("Lithium manganese iron phosphate cathode",)),
    ),
    (
        "cathode-material",
        "downstream",
        "missing",
        ("正极材料", "Cathode material"),
        ("磷酸锰铁锂", "Lithium manganese iron phosphate"),
        ((), ()),
        ("县内尚无生产线", "No production line in the county yet"),
        (("磷酸锰铁锂正极材料项目",), ("Lithium manganese iron phosphate cathode",)),
    ),
    (
        "battery-cells",
        "downstream",
        "missing",
        ("电芯", "Battery cells"),
        ("动力与储能电芯", "Cells for vehicles and storage"),
        ((), ()),
        ("", ""),
        ((), ()),
    ),
    (
        "battery-recycling",
        "support",
        "missing",
        ("电池回收", "Battery recycling"),
        ("退役电池拆解与再生", "Dismantling and recovery of used batteries"),
        ((), ()),
        ("", ""),
        ((), ()),
    ),
    (
        "slag-recovery",
        "support",
        "weak",
        ("锰渣利用", "Slag recovery"),
        ("电解锰渣制建材", "Building materials from electrolysis slag"),
        (
            ("青岚锰业有限公司", "金河锂能材料有限公司"),
            ("Qinglan Manganese Co., Ltd.", "Jinhe Lithium Materials Co., Ltd."),
        ),
        ("", ""),
        (
            ("电解锰渣综合利用项目",),
            ("Building materials from manganese slag",),
        ),
    ),
)
_LINKS = (
    ("manganese-mining", "electrolytic-manganese", ("锰矿", "ore")),
    ("electrolytic-manganese", "high-purity-sulphate", ("电解锰", "manganese metal")),
    ("electrolytic-manganese", "trimanganese-tetroxide", ("电解锰", "manganese metal")),
    ("high-purity-sulphate", "cathode-precursor", ("硫酸锰", "manganese sulphate")),
    ("trimanganese-tetroxide", "cathode-material", ("四氧化三锰", "trimanganese tetroxide")),
    ("cathode-precursor", "cathode-material", ("前驱体", "precursor")),
    ("cathode-material", "battery-cells", ("正极材料", "cathode material")),
    ("battery-cells", "battery-recycling", ("退役电池", "used batteries")),
    ("battery-recycling", "cathode-precursor", ("再生金属盐", "recovered metal salts")),
    ("electrolytic-manganese", "slag-recovery", ("电解锰渣", "electrolysis slag")),
    ("cathode-material", "high-purity-sulphate", ("回收母液", "recovered mother liquor")),
    ("manganese-mining", "battery-cells", ("锰精矿", "ore concentrate")),
)


def manganese(language: str) -> Chain:
    """Return the manganese chain in `zh` or `en`, with loops and a link past a stage."""
    nth = ("zh", "en").index(language)
    ids = ("upstream", "midstream", "downstream", "support")
    cards = tuple(
        Card(
            id=name,
            stage=stage,
            title=title[nth],
            role=role[nth],
            strength=strength,
            strength_word=_WORDS[language][strength],
            firms=firms[nth],
            note=note[nth],
            projects=projects[nth],
            highlighted=name == "high-purity-sulphate",
            href=f"#{name}" if projects[nth] else None,
        )
        for name, stage, strength, title, role, firms, note, projects in _CARDS
    )
    return Chain(
        key=f"manganese-{language}",
        title="锰系新材料产业链" if language == "zh" else "Manganese industry chain",
        description="九个环节及其联系" if language == "zh" else "Nine segments and their links",
        stages=tuple(map(StageColumn, ids, _STAGES[language])),
        cards=cards,
        links=tuple(Link(source, target, goods[nth]) for source, target, goods in _LINKS),
        legend=_LEGENDS[language],
        source_line=(
            "来源：县工业和信息化局（示例数据），2026年9月"
            if language == "zh"
            else "Source: County Industry and Information Technology Bureau (sample data), "
            "September 2026"
        ),
    )
