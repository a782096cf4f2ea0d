"""The report of a check: what it tells of a county, and in what order."""

import pytest

from site_builder.checks.run import check_county
from site_builder.diagnostics import Rule
from site_builder.present.text import spoken_day
from tests.county_copy import CountyCopy
from tests.report.reading import Report, check

CATHODE, RECYCLING = "projects/cathode.yml", "projects/recycling.yml"
BUREAU = "County Industry and Information Technology Bureau"


def spoil(county: CountyCopy) -> None:
    """Make four mistakes: two in a project, one in a park, one that makes a file unreadable."""
    county.edit(CATHODE, "industry: batteries", "industry: cells")
    county.edit(CATHODE, "policies: [standard-land]", "policies: [no-such-policy]")
    county.edit(RECYCLING, "kind: new-build", "kind: brand-new")
    county.edit("parks/hexi.yml", "updated: 2026-09-01", "updated: yesterday")


def lower(county: CountyCopy, rule: Rule, to: str, reason: str) -> None:
    """Let the county take a rule less strictly."""
    lowered = f"checks: {{lowered: [{{rule: {rule.code}, to: {to}, reason: {reason}}}]}}\n"
    county.edit("county.yml", "exchange:\n", f"{lowered}exchange:\n")


def test_a_county_without_faults_can_be_published(county: CountyCopy) -> None:
    """The verdict of a county without findings, in both languages, with its day."""
    report = Report.of(county)
    assert ["Verdict Ready to publish"] == report.all(".verdict__sentence")
    assert ["结论 可以发布"] == report.all(".verdict__sentence", "zh")
    assert ["Baixi County"] == report.all(".masthead__county")
    day = spoken_day(check_county(county.root).terms.today, "en")
    assert [f"Day of the check {day}"] == report.all(".masthead__day")


def test_errors_keep_a_county_from_being_published(county: CountyCopy) -> None:
    """The verdict counts all errors, and the large figures give the same number."""
    spoil(county)
    report = Report.of(county)
    errors = len(county.findings())
    assert [f"Verdict {errors} errors: not ready to publish"] == report.all(".verdict__sentence")
    assert [f"结论 {errors}处错误，不能发布"] == report.all(".verdict__sentence", "zh")
    assert f"Errors{errors}" in report.all(".totals__item")


def test_under_strict_checking_warnings_keep_it_back_too(county: CountyCopy) -> None:
    """One warning is fine by default, and not under --strict."""
    county.edit(
        "industries/batteries.yml",
        '      - name: {zh: 白溪锰矿有限公司, en: "Baixi Manganese Mining Co., Ltd."}\n'
        '        makes: {zh: 锰矿石20万吨/年, en: "Ore, 200,000 t/year"}\n'
        "        anchor: yes\n",
        "",
    )
    county.edit(
        "industries/batteries.yml", "    strength: strong\n    firms:\n", "    strength: strong\n"
    )
    assert [Rule.STRONG_WITHOUT_FIRM] == [finding.rule for finding in county.findings()]
    assert ["Verdict Ready to publish"] == Report.of(county).all(".verdict__sentence")
    assert ["Verdict 1 warning: not ready to publish under strict checking"] == (
        Report.of(county, "--strict").all(".verdict__sentence")
    )


def test_what_needs_attention_first_comes_first(county: CountyCopy) -> None:
    """Projects and departments with errors lead; those without follow."""
    county.edit(CATHODE, "industry: batteries", "industry: cells")
    report = Report.of(county)
    titles = [row[0] for row in report.rows("projects")]
    assert "Cathode material, 20,000 tonnes a year projects/cathode.yml" == titles[0]
    assert [BUREAU, "Hexi Park Administration"] == [row[0] for row in report.rows("departments")]
    assert "1" == report.rows("departments")[0][3]


def test_a_file_that_cannot_be_read_is_still_told_of(county: CountyCopy) -> None:
    """Its title and department are taken from the file, and it has no score."""
    county.edit(CATHODE, "kind: new-build", "kind: brand-new")
    (first, _) = Report.of(county).rows("projects")
    assert ["Cathode material, 20,000 tonnes a year projects/cathode.yml", BUREAU] == first[:2]
    assert ["Approved", "–", "1"] == first[2:5]


def test_an_unreadable_file_tells_its_days_where_they_can_be_read(county: CountyCopy) -> None:
    """The day of its update and of its next review; a dash where the file has none."""
    county.edit(CATHODE, "  by: 县项目审定小组\n", "  by: 县项目审定小组\n  next: 2027-03-18\n")
    read = {row[0]: row[6:] for row in Report.of(county).rows("projects")}
    county.edit(CATHODE, "kind: new-build", "kind: brand-new")
    unreadable = Report.of(county).rows("projects")[0]
    assert read[unreadable[0]] == unreadable[6:]
    county.file(CATHODE).write_text("title: [1\n", "utf-8")
    assert ["–", "–"] == Report.of(county).rows("projects")[0][6:]


def test_the_numbers_of_projects_agree(county: CountyCopy) -> None:
    """Head and scope count the same files and name those that could not be read."""
    spoil(county)
    report = Report.of(county)
    assert "Projects 1 not readable2" == report.all(".totals__item")[0]
    assert ["Projects2 1 not readable", "Industry chains1", "Parks1 1 not readable"] == (
        report.all(".read__item")[:3]
    )
    assert "out of 100, mean of 1" in report.all(".totals__note")


def test_the_departments_sum_up_to_the_whole(county: CountyCopy) -> None:
    """What belongs to no project has a row of its own, so that the errors add up."""
    spoil(county)
    rows = Report.of(county).rows("departments")
    assert ["Other files: county, chains, parks, policies, events", "–", "–"] == rows[-1][:3]
    assert len(county.findings()) == sum(int(row[3]) for row in rows)


def test_a_file_without_sense_is_still_told_of(county: CountyCopy) -> None:
    """Of a file that says nothing, the name is told."""
    county.file(CATHODE).write_text("title: [1\n", "utf-8")
    (first, _) = Report.of(county).rows("projects")
    assert ["cathode.yml projects/cathode.yml", "No department given", "Not readable"] == first[:3]


def test_findings_stand_with_their_project(county: CountyCopy) -> None:
    """A finding gives fact, remedy, place, field and code, under its project."""
    county.edit(CATHODE, "policies: [standard-land]", "policies: [no-such-policy]")
    (finding,) = county.findings()
    assert [
        f"Error {finding.message('en')}",
        f"Remedy {finding.help('en')}",
        f"{CATHODE}:{finding.place.line}:{finding.place.column} policies[no. 1] unknown-reference",
    ] == [
        text
        for part in ("fact", "help", "place")
        for text in Report.of(county).all(f".project .finding__{part}")
    ]


def test_what_a_brief_lacks_is_listed(county: CountyCopy) -> None:
    """The draft with little in it lists what is missing and the chapters that are thin."""
    report = Report.of(county)
    assert "Risks: fewer than 3 risks with measures risks" in report.all(".lacks li")
    assert "风险与对策：风险与对策不足 3 条 risks" in report.all(".lacks li", "zh")
    assert any(text.startswith("Market 0/") for text in report.all(".chapters li"))


def test_findings_on_other_files_have_a_place_of_their_own(county: CountyCopy) -> None:
    """Parks and policies are listed by file, after the projects."""
    spoil(county)
    assert ["parks/hexi.yml"] == Report.of(county).all(".file__path")


def test_lowered_rules_are_listed_with_their_reason(county: CountyCopy) -> None:
    """A rule that the county lowers is named, whether or not anything breaks it."""
    lower(county, Rule.SUM_MISMATCH, "note", "分期口径不同")
    report = Report.of(county)
    assert [["sum-mismatch", "Sums and ratios", "Note", "0", "分期口径不同"]] == (
        report.rows("lowered")
    )
    assert [["sum-mismatch", "合计与比率", "备注", "0", "分期口径不同"]] == (
        report.rows("lowered", "zh")
    )


def test_relaxed_limits_are_listed_with_the_default(county: CountyCopy) -> None:
    """A limit that finds less than by default is named in both languages."""
    settings = "checks: {limits: {figure_age: 36个月, benchmark_rate: 8%}}\n"
    county.edit("county.yml", "exchange:\n", f"{settings}exchange:\n")
    report = Report.of(county)
    assert [
        ["figure_age", "36个月", "24个月"],
        ["benchmark_rate", "8%", "by trade, 5% to 18%"],
    ] == report.rows("relaxed")
    assert ["benchmark_rate", "8%", "按行业，5% 至 18%"] == report.rows("relaxed", "zh")[1]


def test_the_rules_are_listed_with_what_they_rest_on(county: CountyCopy) -> None:
    """Every subject is there with the number of its rules, which add up to all rules."""
    counts = Report.of(county).all(".table--basis td.is-number")
    assert len(Rule) == sum(int(count) for count in counts)


def test_paths_limit_what_is_listed_but_not_the_verdict(county: CountyCopy) -> None:
    """With a path, other files are left out, and the verdict stays that of the county."""
    spoil(county)
    report = Report.of(county, RECYCLING)
    assert 1 == len(report.rows("projects"))
    assert [] == report.all(".file__path")
    assert [f"This report lists only: {RECYCLING}. The verdict is that of the whole county."] == (
        report.all(".limited")
    )
    errors = len(county.findings())
    assert [f"Verdict {errors} errors: not ready to publish"] == report.all(".verdict__sentence")


def test_a_county_without_its_own_file_has_a_report(county: CountyCopy) -> None:
    """Even then there is a verdict, and the other records are told of."""
    county.file("county.yml").unlink()
    report = Report.of(county)
    assert "county.yml" in report.all(".file__path")
    assert 2 == len(report.rows("projects"))
    assert ["The county"] == report.all(".masthead__county")


def test_an_empty_folder_has_a_report(county: CountyCopy) -> None:
    """A county that has nothing yet is told so."""
    for folder in ("projects", "industries", "parks", "policies"):
        for file in county.file(folder).iterdir():
            file.unlink()
    assert ["There are no projects."] == Report.of(county).all(".nothing")[:1]


@pytest.mark.parametrize(("language", "tag"), [("zh", "zh-CN"), ("en", "en")])
def test_it_opens_in_the_language_asked_for(county: CountyCopy, language: str, tag: str) -> None:
    """--lang decides which language is shown first; the other is in the same file."""
    page = Report.of(county, "--lang", language).page
    assert tag == page.get("lang")
    assert [f"choose-{language}"] == page.xpath("//input[@checked]/@id")


def test_the_command_says_where_the_report_is(county: CountyCopy) -> None:
    """stdout has the counts and the file; the exit code is that of any check."""
    result = check(county, "--format", "html", "--lang", "en")
    report = county.file(".zhaoshang/report.html")
    assert (0, f"0 errors, 0 warnings\nWrote {report}\n") == (result.exit_code, result.stdout)
    spoil(county)
    assert 1 == check(county, "--format", "html").exit_code
