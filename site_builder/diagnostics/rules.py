"""Every rule with its code, its severity, and both texts of its message and its remedy.

A message states one fact; the remedy stands in the help. Both are `str.format` templates
over the facts of a finding. The code of a rule is the name of its member in kebab case.
"""

from enum import Enum, StrEnum, unique
from typing import NamedTuple


class Severity(StrEnum):
    """How grave a finding is."""

    ERROR = "error"
    """The county cannot be published."""
    WARNING = "warning"
    """Published, but someone should look; an error under `--strict`."""


class RuleText(NamedTuple):
    """What is said when a rule does not hold."""

    severity: Severity
    zh: str
    en: str
    help_zh: str
    help_en: str


E, W = Severity.ERROR, Severity.WARNING


@unique
class Rule(Enum):
    """What must hold for a county's files to be published."""

    # --- the file itself -------------------------------------------------------------
    COUNTY_MISSING = RuleText(
        E,
        "找不到县情文件 county.yml",
        "county.yml is missing",
        "在项目根目录建立 county.yml：zhaoshang new county county",
        "create county.yml in the project folder: zhaoshang new county county",
    )
    FILE_TOO_LARGE = RuleText(
        E,
        "文件 {size} 字节，超过上限 {limit} 字节",
        "the file has {size} bytes, more than the limit of {limit}",
        "一个文件只写一条记录；图片放进 media/，内部资料另存",
        "write one record per file; pictures belong in media/",
    )
    NOT_UTF8 = RuleText(
        E,
        "文件不是 UTF-8 编码（第 {byte} 字节处）",
        "the file is not UTF-8 text (at byte {byte})",
        "在编辑器中“另存为”，编码选择 UTF-8",
        "save the file again with the encoding UTF-8",
    )
    SYMBOLIC_LINK = RuleText(
        E,
        "{name} 是符号链接，不予读取",
        "{name} is a symbolic link and is not read",
        "换成文件本身",
        "put the file itself in its place",
    )
    BAD_SLUG = RuleText(
        E,
        "文件名 {name} 不能用作网址",
        "the file name {name} cannot be part of a web address",
        "只用小写字母、数字和连字符，以 .yml 结尾，如 battery-manganese.yml",
        "use lower-case letters, digits and hyphens, ending in .yml: battery-manganese.yml",
    )
    WRONG_EXTENSION = RuleText(
        E,
        "{name} 不是 .yml 文件，不会被读取",
        "{name} does not end in .yml and would not be read",
        "改名为 {stem}.yml，或移出此目录",
        "rename it to {stem}.yml, or move it out of this folder",
    )
    YAML_SYNTAX = RuleText(
        E,
        "YAML 语法错误：{problem_zh}",
        "YAML syntax error: {problem_en}",
        "检查这一行及上一行：缩进用空格不用制表符；冒号用半角，后面空一格；"
        "含逗号、冒号的文字加引号；引号和括号成对",
        "check this line and the one above: indent with spaces, not tabs; an ASCII colon with "
        "a space after it; quotes around text with a comma or a colon; paired quotes and brackets",
    )
    DUPLICATE_KEY = RuleText(
        E,
        "字段 {key} 写了两次，前一次在第 {first} 行",
        "the key {key} appears twice, first on line {first}",
        "只保留一处",
        "keep one of them",
    )
    ANCHOR = RuleText(
        E,
        "不允许 YAML 锚点与别名（{name}）",
        "YAML anchors and aliases are not allowed ({name})",
        "把内容写全；若这是普通文字，给它加上引号",
        "write the value out; if it is plain text, put it in quotes",
    )
    TAG = RuleText(
        E,
        "不允许 YAML 标签（{name}）",
        "YAML tags are not allowed ({name})",
        "去掉标签；若这是普通文字，给它加上引号",
        "remove the tag; if it is plain text, put it in quotes",
    )
    TOO_DEEP = RuleText(
        E,
        "嵌套超过 {limit} 层",
        "the nesting is deeper than {limit} levels",
        "按 zhaoshang new 给出的样例调整结构",
        "follow the structure that `zhaoshang new` writes",
    )
    NOT_A_MAPPING = RuleText(
        E,
        "文件内容应是“字段: 值”的形式",
        "the file must consist of `key: value` pairs",
        "参照 zhaoshang new 给出的样例",
        "see the skeleton that `zhaoshang new` writes",
    )
    # --- the fields ------------------------------------------------------------------
    UNKNOWN_FIELD = RuleText(
        E,
        "没有名为 {key} 的字段",
        "there is no field named {key}",
        "{hint_zh}",
        "{hint_en}",
    )
    MISSING_FIELD = RuleText(
        E,
        "缺少必填字段 {key}",
        "the required field {key} is missing",
        "补上 {key}：{about}",
        "add {key}: {about}",
    )
    MISSING_LANGUAGE = RuleText(
        E,
        "缺少{language_zh}文本",
        "the {language_en} text is missing",
        "补上 {language}: …",
        "add {language}: …",
    )
    EMPTY_VALUE = RuleText(
        E,
        "字段没有内容",
        "the field is empty",
        "填写内容，或删去这个字段",
        "fill it in, or remove the field",
    )
    WRONG_SHAPE = RuleText(
        E,
        "这里应是{expected_zh}，现为{found_zh}",
        "expected {expected_en} here, found {found_en}",
        "{hint_zh}",
        "{hint_en}",
    )
    BAD_CHOICE = RuleText(
        E,
        "{value} 不在可选值之内",
        "{value} is not one of the allowed values",
        "{hint_zh}",
        "{hint_en}",
    )
    BARE_NUMBER = RuleText(
        E,
        "{value} 没有单位",
        "{value} has no unit",
        "写明单位，可用 {units}，如 {example}",
        "add a unit, one of {units}, e.g. {example}",
    )
    BAD_QUANTITY = RuleText(
        E,
        "看不懂数量 {value}",
        "{value} cannot be read as a quantity",
        "写成数字加单位，如 {example}；可用“约”“不低于”“不超过”和“3至5”",
        "write a number and a unit, e.g. {example}; 约, 不低于, 不超过 and ranges such as "
        "3至5 are understood",
    )
    WRONG_UNIT = RuleText(
        E,
        "{value} 的单位不适用于此处",
        "the unit of {value} does not fit here",
        "可用 {units}，如 {example}",
        "use one of {units}, e.g. {example}",
    )
    REVERSED_RANGE = RuleText(
        E,
        "范围 {value} 的下限大于上限",
        "the lower end of {value} is above the upper end",
        "把小的数写在前面",
        "write the smaller number first",
    )
    BAD_NUMBER = RuleText(
        E,
        "{value} 不是{expected_zh}",
        "{value} is not {expected_en}",
        "如 {example}",
        "write for example {example}",
    )
    BAD_DATE = RuleText(
        E,
        "{value} 不是日期",
        "{value} is not a date",
        "写成 年-月-日，如 2026-09-18",
        "write year-month-day, e.g. 2026-09-18",
    )
    BAD_FORMAT = RuleText(
        E,
        "{value} 不是{expected_zh}",
        "{value} is not {expected_en}",
        "照此格式写：{example}",
        "write it like this: {example}",
    )
    TOO_LONG = RuleText(
        E,
        "文字 {length} 字，超过 {limit} 字",
        "the text has {length} characters, more than {limit}",
        "删减 {excess} 字",
        "shorten it by {excess} characters",
    )
    CHINESE_IN_ENGLISH = RuleText(
        E,
        "英文文本中有未译的中文“{found}”",
        "the English text contains Chinese that is not translated: {found}",
        "译成英文；专名先写拼音或译名",
        "translate it; give names in pinyin or in translation",
    )
    RAW_HTML = RuleText(
        E,
        "文字中含 HTML 标记 {found}",
        "the text contains the HTML tag {found}",
        "只用 Markdown：段落、**强调**、列表、链接",
        "use Markdown only: paragraphs, **emphasis**, lists, links",
    )
    # --- between records -------------------------------------------------------------
    UNKNOWN_REFERENCE = RuleText(
        E,
        "找不到{kind_zh} {slug}",
        "there is no {kind_en} named {slug}",
        "{hint_zh}",
        "{hint_en}",
    )
    UNPUBLISHED_REFERENCE = RuleText(
        E,
        "已审定的记录引用了未审定的{kind_zh} {slug}",
        "an approved record refers to the {kind_en} {slug}, which is not approved",
        "先审定 {slug}，或去掉这一引用",
        "approve {slug} first, or remove the reference",
    )
    DUPLICATE_ID = RuleText(
        E,
        "编号 {id} 已在第 {first} 行用过",
        "the id {id} is already used on line {first}",
        "换一个编号",
        "choose another id",
    )
    SUPPLY_TO_NOWHERE = RuleText(
        E,
        "环节 {slug} 不在本产业链上",
        "{slug} is not a segment of this chain",
        "{hint_zh}",
        "{hint_en}",
    )
    # --- pictures --------------------------------------------------------------------
    PICTURE_MISSING = RuleText(
        E,
        "找不到图片 media/{name}",
        "the picture media/{name} does not exist",
        "{hint_zh}",
        "{hint_en}",
    )
    PICTURE_UNREADABLE = RuleText(
        E,
        "media/{name} 不是可用的图片：{problem_zh}",
        "media/{name} cannot be used as a picture: {problem_en}",
        "换成 JPEG、PNG 或 WebP，边长不超过 12000 像素",
        "use JPEG, PNG or WebP with sides of at most 12,000 pixels",
    )
    # --- what a brief must hold -----------------------------------------------------
    CHAPTER_THIN = RuleText(
        E,
        "“{chapter_zh}”论证不足：{lack_zh}",
        "the chapter “{chapter_en}” is not argued: {lack_en}",
        "{hint_zh}",
        "{hint_en}",
    )
    SUM_MISMATCH = RuleText(
        E,
        "{whole} 不等于各部分之和 {sum}",
        "{whole} is not the sum of its parts, {sum}",
        "{parts}；改正其中一项或合计",
        "{parts}; correct a part or the total",
    )
    DATES_REVERSED = RuleText(
        E,
        "{later} 早于 {earlier}",
        "{later} is before {earlier}",
        "核对这两个日期",
        "check the two dates",
    )
    REVIEW_UNSIGNED = RuleText(
        E,
        "已审定的记录没有写明{what_zh}",
        "an approved record does not say {what_en}",
        "在 review 下补上 by 与 date",
        "add `by` and `date` under `review`",
    )
    STRONG_WITHOUT_FIRM = RuleText(
        W,
        "环节标为“强”，但没有列出本地企业",
        "the segment is marked strong but lists no local firm",
        "在 firms 下列出企业，或改为 weak / missing",
        "list its firms under `firms`, or mark it weak or missing",
    )
    GAP_WITHOUT_PROJECT = RuleText(
        W,
        "缺口环节没有对应的招商项目",
        "no published project answers this gap",
        "编制项目并在其 segments 中写上 {slug}；或写明 target_profile 先行招商",
        "write a brief that lists {slug} under `segments`",
    )

    @property
    def code(self) -> str:
        """The stable code of the rule, e.g. `sum-mismatch`."""
        return self.name.lower().replace("_", "-")

    @property
    def severity(self) -> Severity:
        """Whether the rule stops publication."""
        return self.value.severity

    def message(self, language: str) -> str:
        """Return the template of the message in `zh` or `en`."""
        return self.value.zh if language == "zh" else self.value.en

    def help(self, language: str) -> str:
        """Return the template of the remedy in `zh` or `en`."""
        return self.value.help_zh if language == "zh" else self.value.help_en
