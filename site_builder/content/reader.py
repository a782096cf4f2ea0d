"""The only reader: a county's folder in, its catalog and all that is wrong with it out."""

import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import TypeVar

from pydantic import ValidationError

from site_builder.content.catalog import FOLDERS, Catalog, Entry
from site_builder.content.county import County
from site_builder.content.industry import Industry
from site_builder.content.park import Park
from site_builder.content.policy import Policy
from site_builder.content.project import Project
from site_builder.content.scalars import SLUG
from site_builder.content.schema_errors import diagnose
from site_builder.content.source import Source
from site_builder.content.strict_yaml import MAX_BYTES, parse
from site_builder.diagnostics import Diagnostic, Rule

T = TypeVar("T", County, Industry, Park, Policy, Project)

# Names that Windows keeps for devices; a county's files travel on such machines.
_RESERVED = {"con", "prn", "aux", "nul"} | {f"{d}{n}" for d in ("com", "lpt") for n in range(1, 10)}
_SLUG = re.compile(SLUG)


def read_catalog(root: Path) -> tuple[Catalog, list[Diagnostic]]:
    """Read every record under `root`.

    Returns the catalog of the records that could be read, and the findings on all others,
    in the order of the files.
    """
    findings: list[Diagnostic] = []
    county = _read_county(root, findings)
    projects, project_names = _read_folder(root, "project", Project, findings)
    industries, industry_names = _read_folder(root, "industry", Industry, findings)
    parks, park_names = _read_folder(root, "park", Park, findings)
    policies, policy_names = _read_folder(root, "policy", Policy, findings)
    named = {
        kind: names
        for kind, names in (
            ("project", project_names),
            ("industry", industry_names),
            ("park", park_names),
            ("policy", policy_names),
        )
        if names is not None
    }
    return Catalog(root, county, projects, industries, parks, policies, named), findings


def _read_county(root: Path, findings: list[Diagnostic]) -> Entry[County] | None:
    path = PurePosixPath("county.yml")
    if not (root / path).is_file() and not (root / path).is_symlink():
        findings.append(Source(path).diagnostic(Rule.COUNTY_MISSING))
        return None
    return read_record(root, path, County, findings)


def _read_folder(
    root: Path, kind: str, model: type[T], findings: list[Diagnostic]
) -> tuple[dict[str, Entry[T]], frozenset[str] | None]:
    """Read the records of a folder, and the names of all that its author meant as records.

    The names are None where the folder is not looked into.
    """
    folder = FOLDERS[kind]
    if (root / folder).is_symlink():
        findings.append(_misplaced(Rule.SYMBOLIC_LINK, PurePosixPath(folder)))
        return {}, None
    entries: dict[str, Entry[T]] = {}
    names: set[str] = set()
    for path in _files(root, folder):
        names.add(path.stem.lower())
        if rule := _misplacement(root / path):
            findings.append(_misplaced(rule, path))
        elif entry := read_record(root, path, model, findings):
            entries[entry.slug] = entry
    return entries, frozenset(names)


def _files(root: Path, folder: str) -> Iterator[PurePosixPath]:
    directory = root / folder
    for file in sorted(directory.iterdir()) if directory.is_dir() else ():
        if not file.name.startswith("."):
            yield PurePosixPath(folder, file.name)


def _misplacement(file: Path) -> Rule | None:
    """Return the rule that a file breaks by being where it is, with the name that it has."""
    if file.is_symlink():
        return Rule.SYMBOLIC_LINK
    if file.suffix != ".yml" or not file.is_file():
        return Rule.WRONG_EXTENSION
    if not _SLUG.fullmatch(file.stem) or file.stem in _RESERVED:
        return Rule.BAD_SLUG
    return None


def _misplaced(rule: Rule, path: PurePosixPath) -> Diagnostic:
    return Source(path).diagnostic(rule, name=path.name, stem=path.stem.lower())


def read_record(
    root: Path, path: PurePosixPath, model: type[T], findings: list[Diagnostic]
) -> Entry[T] | None:
    """Read one file into a record; None, with findings added, if it cannot be one."""
    text = _read_text(root / path, path, findings)
    if text is None:
        return None
    tree, source, problems = parse(text, path)
    findings += problems
    if not isinstance(tree, dict):
        if not problems:
            findings.append(source.diagnostic(Rule.NOT_A_MAPPING))
        return None
    try:
        record = model.model_validate(tree)
    except ValidationError as error:
        doubtful = {finding.field for finding in problems if finding.field}
        findings += [d for d in diagnose(error, model, source) if not _is_under(d.field, doubtful)]
        return None
    return None if problems else Entry(path.stem, record, source)


def _is_under(field: str, doubtful: set[str]) -> bool:
    """Whether a field stands where the file itself is at fault and cannot be judged."""
    return any(field == above or field.startswith(f"{above}.") for above in doubtful)


def _read_text(file: Path, path: PurePosixPath, findings: list[Diagnostic]) -> str | None:
    source = Source(path)
    if file.is_symlink():
        findings.append(source.diagnostic(Rule.SYMBOLIC_LINK, name=path.name))
        return None
    size = file.stat().st_size
    if size > MAX_BYTES:
        findings.append(source.diagnostic(Rule.FILE_TOO_LARGE, size=size, limit=MAX_BYTES))
        return None
    try:
        return file.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        findings.append(source.diagnostic(Rule.NOT_UTF8, byte=error.start + 1))
        return None
