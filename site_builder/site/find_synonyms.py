"""Other names under which an investor may know a product."""

ALSO_CALLED = (
    ("电池", "电瓶", "蓄电池", "电芯", "battery", "accumulator", "power pack"),
    ("发动机", "引擎", "动力总成", "engine"),
    ("电机", "马达", "电动机", "发动机", "舷外机", "motor"),
    ("船", "舷外机", "游艇", "boat", "marine"),
    ("铸件", "铸造", "压铸", "锻件", "casting", "foundry", "forging"),
    ("零部件", "配件", "机加工", "数控加工", "parts", "machining", "component"),
    ("农机", "农业机械", "拖拉机", "farm machine", "tractor", "agricultural machine"),
    ("表面处理", "电镀", "喷涂", "涂装", "surface treatment", "electroplating", "coating"),
    ("药物", "成药", "中成药", "中药", "片剂", "胶囊", "medicine", "drug", "tablet"),
    ("原料药", "api", "active ingredient", "active pharmaceutical"),
    ("提取物", "萃取", "浸膏", "extract", "essence"),
    ("食用菌", "蘑菇", "菌菇", "香菇", "木耳", "mushroom", "fungus", "fungi"),
    ("畜禽", "养殖", "黑山羊", "livestock", "goat", "meat"),
    ("饮料", "茶饮", "奶茶", "beverage", "drink"),
    ("包装", "纸箱", "礼盒", "茶罐", "packaging", "carton", "box"),
    ("冷链", "冷库", "仓储", "物流", "cold chain", "cold storage", "warehouse", "logistics"),
    ("酒店", "民宿", "宾馆", "旅馆", "hotel", "resort", "guesthouse"),
    ("线束", "线缆", "电缆", "连接器", "harness", "cable", "connector"),
    ("传感器", "探头", "sensor", "probe"),
    ("集成电路", "芯片", "半导体", "电子化学品", "chip", "semiconductor", "electronic chemical"),
    ("线路板", "电路板", "印制板", "连接器", "pcb", "circuit board", "connector"),
    ("硫酸锰", "mnso4", "manganese sulphate"),
    ("四氧化三锰", "mn3o4", "trimanganese tetroxide"),
    ("磷酸锰铁锂", "lmfp", "manganese iron phosphate"),
    ("回收", "再生", "废旧", "recycling", "scrap"),
    ("建材", "砖", "水泥", "building material", "brick", "cement"),
)
"""What goes by several names in trade, Chinese and English alike: looked for in turn where the
name that was typed stands nowhere. Not the same things, but made by firms that ask for the same.
"""
