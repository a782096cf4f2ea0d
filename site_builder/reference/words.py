"""The words around rules and fields, in Chinese and in English, side by side."""

from site_builder.cli_words import Phrase, Phrases
from site_builder.diagnostics import Severity


class Word(Phrases):
    """Everything the reference says of itself."""

    # --- rules
    ERROR = Phrase("错误", "error")
    WARNING = Phrase("警告", "warning")
    NOTE = Phrase("备注", "note")
    LOWERABLE = Phrase("各县可以降级", "a county may lower it")
    NOT_LOWERABLE = Phrase("不能降级", "cannot be lowered")
    HELP = Phrase("处理", "help")
    WHY = Phrase("缘由", "why")
    SOURCE = Phrase("出处", "source")
    EXAMPLE_IN = Phrase("示例（{path}）", "example ({path})")
    WRITTEN = Phrase("写成", "written")
    SAID = Phrase("提示", "said")
    MENDED = Phrase("改为", "mended")
    BY_THE_CASE = Phrase("随情况给出", "worded for the case")
    NO_SUCH_RULE = Phrase(
        "没有 {code} 这条规则；{hint}\n全部规则：zhaoshang explain",
        "There is no rule {code}; {hint}\nAll rules: zhaoshang explain",
    )
    MORE = Phrase(
        "详情：zhaoshang explain 代码（如 zhaoshang explain sum-mismatch）",
        "More of one: zhaoshang explain CODE (such as zhaoshang explain sum-mismatch)",
    )
    RULES = Phrase("检查规则", "Rules")
    RULES_ABOUT = Phrase(
        "`zhaoshang check` 核对的全部规则，共 {count} 条。“…”处是检查时填入的数字和名称。\n\n"
        "- **错误**：不发布。\n"
        "- **警告**：照常发布，但应有人过目；加 `--strict` 时不发布。\n"
        "- **可以降级**：县里可在 `county.yml` 的 `checks.lowered` 写明理由后降为警告或备注，"
        "每次检查都会列出。\n\n"
        "`zhaoshang explain 代码` 在终端里显示同样的内容。",
        "All {count} rules that `zhaoshang check` holds a county's files to. “…” stands for the "
        "figures and names that a finding fills in.\n\n"
        "- An **error** stops publication.\n"
        "- A **warning** does not, but someone should look; under `--strict` it does.\n"
        "- A rule that **a county may lower** can be made a warning or a note under "
        "`checks.lowered` in `county.yml`, with a reason that every check repeats.\n\n"
        "`zhaoshang explain CODE` says the same in the terminal.",
    )

    # --- preflight
    PREFLIGHT = Phrase("付印检查", "Preflight")
    PREFLIGHT_ABOUT = Phrase(
        "`zhaoshang preflight 文件` 对 PDF 的全部检查，共 {count} 条。"
        "“…”处是检查时填入的数字和名称。\n\n"
        "- **错误**：文件不能交出去。\n"
        "- **警告**：应有人过目；加 `--strict` 时也算不通过。\n\n"
        "字体和文件本身的检查对每个文件都做；颜色、页面和 PDF/X-4 只对付印稿（press），"
        "PDF/UA 对屏幕稿（screen）和办公打印稿（office）。印厂的通行要求取自国内印厂公开的说明，"
        "各厂可能不同，以所选印厂为准。`zhaoshang explain 代码` 在终端里显示同样的内容。",
        "All {count} checks of `zhaoshang preflight FILE`. “…” stands for the figures and names "
        "that a finding fills in.\n\n"
        "- With an **error** the file cannot go out.\n"
        "- At a **warning** someone should look; under `--strict` it fails as well.\n\n"
        "Every file is held to the checks of fonts and of the file itself; those of colour, pages "
        "and PDF/X-4 are for the press, those of PDF/UA for screen and office. What print shops "
        "ask for is taken from what Chinese shops publish; yours may differ, and has the last "
        "word. `zhaoshang explain CODE` says the same in the terminal.",
    )
    SIZES = Phrase("成品尺寸", "Sizes")
    SIZES_ABOUT = Phrase(
        "付印稿认得的成品尺寸（毫米）：", "The sizes known for press files, in millimetres:"
    )
    SIZE = Phrase("名称", "Name")
    CUT = Phrase("成品", "Cut")
    BLEED = Phrase("出血", "Bleed")
    DOTS = Phrase("图片", "Pictures")

    # --- fields
    FIELDS = Phrase("字段说明", "Fields")
    FIELDS_ABOUT = Phrase(
        "每类资料的全部字段，依照文件中的写法。编辑器里的提示和 `zhaoshang new` "
        "写出的空白资料与此一致。\n\n"
        "- **双语文字**写成 `{{zh: 中文, en: English}}`，两种文字缺一不可。\n"
        "- **数量**是数字加单位，如 `3.2亿元`、`约120亩`、`3至5年`；只写数字是错误。\n"
        "- **列表**每项前加 `- `，或写成 `[一, 二]`。\n\n"
        "一组字段另列一节，由“类型”一栏的链接可达。",
        "Every field of every kind of file, as it is written there. The hints in an editor and the "
        "skeletons of `zhaoshang new` say the same.\n\n"
        "- A **text in both languages** is `{{zh: 中文, en: English}}`; neither may be missing.\n"
        "- A **quantity** is a number and a unit, such as `3.2亿元`, `约120亩` or `3至5年`; a bare "
        "number is an error.\n"
        "- A **list** has `- ` before each item, or is `[one, two]`.\n\n"
        "A group of fields has a section of its own, where the link under “Holds” leads.",
    )
    FIELD = Phrase("字段", "Field")
    HOLDS = Phrase("类型", "Holds")
    REQUIRED = Phrase("必填", "Required")
    SENTENCE = Phrase("说明", "What it is")
    EXAMPLE = Phrase("示例", "Example")
    YES = Phrase("是", "yes")
    CHOICES = Phrase("可选：", "One of: ")
    RANGE = Phrase("可设 {least} 至 {most}。", "From {least} to {most}.")
    DEFAULT = Phrase("不写即 {value}。", "Left out: {value}.")
    BETWEEN = Phrase("、", ", ")
    BETWEEN_CHOICES = Phrase("；", "; ")
    SHARED = Phrase("几类资料共有的字段组", "Groups that several kinds share")
    PROJECT = Phrase("项目", "Project")
    INDUSTRY = Phrase("产业链", "Industry chain")
    PARK = Phrase("园区", "Park")
    POLICY = Phrase("政策", "Policy")
    EVENT = Phrase("活动（展会）", "Event (fair)")
    COUNTY = Phrase("县情", "County")


_SEVERITIES = {
    Severity.ERROR: Word.ERROR,
    Severity.WARNING: Word.WARNING,
    Severity.NOTE: Word.NOTE,
}


def severity_word(severity: Severity, language: str) -> str:
    """Return the word for how grave a rule is."""
    return _SEVERITIES[severity](language)
