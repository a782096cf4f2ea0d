"""What the command line says, in Chinese and in English, side by side.

Findings have their own texts in `diagnostics/texts`; here is everything around them.
"""

from enum import Enum
from typing import NamedTuple


class Phrase(NamedTuple):
    """One thing that is said, as `str.format` templates."""

    zh: str
    en: str


class Phrases(Enum):
    """Phrases by their names."""

    def __call__(self, language: str, **facts: object) -> str:
        """Return what is said, in `zh` or `en`."""
        phrase: Phrase = self.value
        return (phrase.zh if language == "zh" else phrase.en).format_map(facts)


class Say(Phrases):
    """Everything the command line says."""

    # --- help --------------------------------------------------------------------------
    ZHAOSHANG = Phrase(
        "招商：把一个县的 YAML 资料检查一遍，发布为中英文网站和招商册。",
        "A county's YAML files, checked once, published as a bilingual website and brochures.",
    )
    CHECK = Phrase(
        "检查资料，逐处列出问题。PATH 只限定列出哪些文件的问题；检查总是针对全县。",
        "Check the county's files. PATHs limit what is listed; the whole county is always read.",
    )
    BUILD = Phrase(
        "检查并生成网站和招商册。", "Check everything, then build website and brochures."
    )
    SERVE = Phrase(
        "在本机预览，资料一改页面随之更新。",
        "Preview on this computer; pages follow the files as they change.",
    )
    NEW = Phrase(
        "写一份带说明的空白资料。KIND 为 project、industry、park、policy、event 或 county。",
        "Write a blank file with explanations. KIND is project, industry, park, policy, event or "
        "county.",
    )
    SCHEMA = Phrase(
        "写出 JSON Schema，供编辑器边写边提示。",
        "Write the JSON Schemas that let an editor help while you write.",
    )
    EXPLAIN = Phrase(
        "解释一条规则：级别、说的是什么、怎样处理、缘由和出处。不写 CODE 则按主题列出全部规则。",
        "Explain a rule: how grave, what it says, the remedy, why, and its source. Without a CODE, "
        "list all rules by subject.",
    )
    PREFLIGHT = Phrase(
        "检查 PDF 能否交给印厂、办公打印机或读者："
        "字体、油墨、出血、成品尺寸、图片、PDF/X-4 和 PDF/UA。",
        "Whether PDFs can go to a print shop, an office printer or a reader: fonts, inks, bleed, "
        "sizes, pictures, PDF/X-4 and PDF/UA.",
    )
    OPTION_FINISH = Phrase(
        "文件的用途；不写则看文件本身：有 PDF/X 标识的按付印稿（press），其余按屏幕稿（screen）。",
        "What the files are made for; without it, one with a key of PDF/X is held to what a press "
        "needs, every other to what a screen needs.",
    )
    OPTION_PREFLIGHT_FORMAT = Phrase(
        "输出格式：text 供人看，json 供程序读。",
        "Form of the findings: text to read, json for programs.",
    )
    OPTION_VERBOSE = Phrase("另说明哪些检查没有做。", "Say as well which checks were left out.")
    NO_VERAPDF = Phrase(
        "没有装 veraPDF，PDF/UA 只做了本程序自己的检查。",
        "veraPDF is not installed; PDF/UA was checked by this program alone.",
    )
    REFERENCE = Phrase(
        "写出全部规则和全部字段的说明，供查阅。",
        "Write the pages that list all rules and all fields.",
    )
    DOCTOR = Phrase(
        "查看本机是否具备所需的一切，缺什么就给出安装命令。",
        "See whether this computer has all that is needed, and how to get what it lacks.",
    )
    OPTION_VERSION = Phrase("显示版本。", "Show the version and exit.")
    OPTION_ROOT = Phrase("县资料所在目录，默认当前目录。", "The county's folder; here by default.")
    OPTION_LANG = Phrase(
        "信息所用语言，默认随系统。", "Language of messages; the system's by default."
    )
    OPTION_FORMAT = Phrase(
        "输出格式：text 供人看，json、github、sarif 供程序读，html 为检查报告（内部使用）。",
        "Form of the findings: text to read, json, github and sarif for programs, html for a "
        "report (for internal use).",
    )
    OPTION_CHECK_OUT = Phrase(
        "写入文件；html 默认写到 .zhaoshang/report.html。",
        "Write into a file; html goes to .zhaoshang/report.html by default.",
    )
    OPTION_STRICT = Phrase("警告也算不通过（退出码 3）。", "Warnings fail as well (exit code 3).")
    OPTION_SITE_DIR = Phrase(
        "网站写到哪里，默认 site/。", "Where the website goes; site/ by default."
    )
    OPTION_NO_PDF = Phrase("不生成招商册。", "Leave the brochures out.")
    OPTION_PORT = Phrase("端口。", "The port.")
    OPTION_OUT = Phrase(
        "写到哪里，默认 .zhaoshang/schema/。", "Where to; .zhaoshang/schema/ by default."
    )
    OPTION_REFERENCE_OUT = Phrase("写到哪里，默认 reference/。", "Where to; reference/ by default.")

    # --- check -------------------------------------------------------------------------
    PUBLISHED_FOLDER = Phrase(
        "{path} 在 {folder} 之内，会随网站公开；报告仅供内部使用，请写到别处，"
        "如 .zhaoshang/report.html。",
        "{path} is inside {folder}, which is published; the report is for internal use. Write it "
        "elsewhere, e.g. to .zhaoshang/report.html.",
    )

    # --- check
    OPTION_DRAFTS = Phrase(
        "草稿和审定中的资料也按已审定的要求检查，不影响发布。",
        "Judge drafts and records in review as if they were approved; publishes nothing.",
    )
    ELSEWHERE = Phrase(
        "全县另有 {count} 处不在所列文件中：zhaoshang check",
        "{count} more elsewhere in the county: zhaoshang check",
    )

    # --- build and serve ---------------------------------------------------------------
    BUILT = Phrase(
        "已生成 {pages} 个网页、{documents} 份招商册，用时 {seconds:.1f} 秒。",
        "Built {pages} pages and {documents} brochures in {seconds:.1f} seconds.",
    )
    OPEN_IT = Phrase(
        "打开：{index}\n预览：make serve（http://127.0.0.1:8000/）",
        "Open:    {index}\nPreview: make serve (http://127.0.0.1:8000/)",
    )
    NOT_BUILT = Phrase("资料未通过检查，没有生成。", "The files do not hold; nothing was built.")
    BUILD_FAILED = Phrase(
        "没有生成，原有网站未动：{reason}", "Nothing was built; the old site stands: {reason}"
    )
    SERVING = Phrase("预览地址：{address}（按 Ctrl-C 结束）", "Serving {address} (Ctrl-C stops)")

    # --- brochure ----------------------------------------------------------------------
    BROCHURE = Phrase(
        "生成一次活动（展会）的全套印刷品，写入 editions/活动/。不写 EVENT 则列出已审定的活动。",
        "Make everything that is printed for an event (a fair), into editions/EVENT/. Without an "
        "EVENT, list the approved events.",
    )
    OPTION_EDITION_OUT = Phrase(
        "写到哪里，默认 editions/活动/。", "Where to; editions/EVENT/ by default."
    )
    OPTION_PRODUCT = Phrase("只做这一种，可多次写。", "Make this product only; may be repeated.")
    OPTION_LANGUAGE = Phrase(
        "只做这一语种，可多次写。", "Make this language only; may be repeated."
    )
    OPTION_EDITION_FINISH = Phrase(
        "只做这一种用途：screen、office 或 press，可多次写；不送印厂的不需要 ICC 文件。",
        "Make this finish only: screen, office or press; may be repeated. Without press, no ICC "
        "profile is needed.",
    )
    OPTION_FREEZE = Phrase(
        "付印：把所印的项目要点存入 events/printed/，扫码页据此说明此后的变动。",
        "Go to print: keep the key facts as printed in events/printed/, from which the page that a "
        "code opens tells what has changed since.",
    )
    OPTION_LIST = Phrase("列出活动。", "List the events.")
    NOT_PRINTED = Phrase(
        "资料未通过检查，没有印制。", "The files do not hold; nothing was printed."
    )
    NO_EVENTS = Phrase(
        "没有已审定的活动。新建：zhaoshang new event 名称",
        "There is no approved event. A new one: zhaoshang new event SLUG",
    )
    EVENT_LINE = Phrase(
        "{slug}  {name}，{dates}，{count} 个项目", "{slug}  {name}, {dates}, projects: {count}"
    )
    IS_FROZEN = Phrase("，已付印", ", gone to print")
    NO_SUCH_EVENT = Phrase("没有活动 {event}；{hint}", "There is no event {event}; {hint}")
    EVENT_NOT_APPROVED = Phrase(
        "活动 {event} 尚未审定（review.status 为 {status}），不能印制；审定后改为 approved",
        "The event {event} is not approved (review.status is {status}) and cannot be printed; once "
        "it is, set it to approved",
    )
    EVENT_WITHOUT_PROJECTS = Phrase(
        "活动 {event} 点名的项目都已不再公开，没有可印的；核对 events/{event}.yml 的 projects",
        "No project that the event {event} names is public any more, so there is nothing to print; "
        "check `projects` in events/{event}.yml",
    )
    EVENT_BY_NAME = Phrase(
        "请写活动的文件名：zhaoshang brochure {slug}",
        "Give the name of the event's file: zhaoshang brochure {slug}",
    )
    EVENT_OVER = Phrase(
        "注意：活动 {event} 已于 {end} 结束", "note: the event {event} ended on {end}"
    )
    PRINTED_PASSED = Phrase(
        "注意：events/{event}.yml 的 printed 是 {day}，已经过去，印品上就是这个日期；"
        "付印前改为当天",
        "note: `printed` in events/{event}.yml is {day}, which has passed and stands on what is "
        "printed; set it to the day before you go to print",
    )
    EDITION_LEFT = Phrase("{name}（还有 {left} 份）", "{name} ({left} left)")
    EDITION_MADE = Phrase(
        "已写出 {files}，共 {size}，用时 {seconds:.1f} 秒：{folder}",
        "Made {files}, {size} in all, in {seconds:.1f} seconds: {folder}",
    )
    EDITION_CARRIED = Phrase(
        "本版其余的保持原样：{files}", "The rest of the edition stands as it was: {files}"
    )
    EDITION_STOPPED = Phrase(
        "已中断。{folder} 中如有一版，仍是完整的；再做一次即可。",
        "Stopped. An edition that stands in {folder} is whole; give the command again to go on.",
    )
    EDITION_WARNED = Phrase(
        "警告：{count} [{code}]，如 {file}；逐页说明：zhaoshang preflight 文件",
        "warning: {count} [{code}], such as {file}; page by page: zhaoshang preflight FILE",
    )
    FROZEN = Phrase(
        "所印要点已存入 events/printed/{event}.json，请与资料一并保存。",
        "What was printed is kept in events/printed/{event}.json; keep it with the county's files.",
    )

    # --- new and schema ----------------------------------------------------------------
    BAD_SLUG = Phrase(
        "{slug} 不能用作网址。只用小写字母、数字和连字符，如 battery-manganese。",
        "{slug} cannot be part of a web address. Use lower-case letters, digits and hyphens: "
        "battery-manganese.",
    )
    COUNTY_SLUG = Phrase(
        "县情文件只有一个，写成：zhaoshang new county county",
        "There is one county file. Write: zhaoshang new county county",
    )
    EXISTS = Phrase("{path} 已存在，未改动。", "{path} exists and was left as it is.")
    WROTE = Phrase("已写出 {path}", "Wrote {path}")
    NEXT = Phrase(
        "接下来：填写内容，运行 zhaoshang check {path}，审定后把 review.status 改为 approved。\n"
        "编辑器提示：运行一次 zhaoshang schema。",
        "Next: fill it in, run zhaoshang check {path}, and set review.status to approved once "
        "it is.\nFor help in your editor, run zhaoshang schema once.",
    )
    KEPT_SETTINGS = Phrase(
        "{path} 已存在，未改动；需要时请在其中的 yaml.schemas 写上这些文件。",
        "{path} exists and was left as it is; add the files to its yaml.schemas if you like.",
    )

    # --- paths and the machine ---------------------------------------------------------
    NO_SUCH_PATH = Phrase("找不到 {path}。", "There is no {path}.")
    OUTSIDE = Phrase("{path} 不在 {root} 之内。", "{path} is not inside {root}.")
    FILE_TROUBLE = Phrase("无法读写 {path}：{reason}", "Cannot use {path}: {reason}")
    BAD_EPOCH = Phrase(
        "环境变量 SOURCE_DATE_EPOCH 是 {value}，不是 1970 年以来的秒数。改为整数，或不设。",
        "The environment variable SOURCE_DATE_EPOCH is {value}, which is no number of seconds "
        "since 1970. Set a whole number, or unset it.",
    )
    MISSING = Phrase("缺少", "missing")
    OPTIONAL = Phrase("可选", "optional")
    GET_IT = Phrase("安装：{line}", "get it: {line}")
    ALL_THERE = Phrase("所需一切俱备。", "Everything needed is there.")
    SOMETHING_MISSING = Phrase("缺少 {count} 项必需内容。", "Needed and missing: {count}.")


_STAGES = {
    "pages": Phrase("网页", "pages"),
    "brochures": Phrase("招商册", "brochures"),
}


def stage_name(stage: str, language: str) -> str:
    """Return the name of a stage of the build, as a progress bar shows it."""
    phrase = _STAGES.get(stage)
    return getattr(phrase, language, stage)
