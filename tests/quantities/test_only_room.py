"""No module outside the room of quantities converts a unit, and no template computes."""

import ast
import re
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import pytest
from jinja2 import Environment, nodes

ROOT = Path(__file__).parents[2]
ROOM = ROOT / "site_builder" / "quantities"
MODULES = sorted(p for p in (ROOT / "site_builder").rglob("*.py") if ROOM not in p.parents)
TEMPLATES = sorted((ROOT / "theme").rglob("*.html"))

# Mu and hectares, mu and square metres, 万 and 亿.
MU = (15, 666, 667, "666.67", "2000/3", 2000)
MYRIADS = (10_000, 100_000_000)
FACTORS = {Fraction(factor) for factor in (*MU, *MYRIADS)}
FACTORS |= {1 / factor for factor in FACTORS}

OPERATORS = ast.Mult | ast.Div | ast.FloorDiv | ast.Mod


def conversions(source: str) -> Iterator[int]:
    """Yield the lines of a module that multiply or divide by a factor between units."""
    tree = ast.parse(source)
    named = {
        target.id: value
        for statement in ast.walk(tree)
        if isinstance(statement, ast.Assign)
        and (value := number(statement.value, {})) in FACTORS
        and value is not None
        for target in statement.targets
        if isinstance(target, ast.Name)
    }
    for node in ast.walk(tree):
        if not isinstance(node, ast.BinOp) or not isinstance(node.op, OPERATORS):
            continue
        if any(number(side, named) in FACTORS for side in (node.left, node.right)):
            yield node.lineno


def number(node: ast.expr, named: dict[str, Fraction]) -> Fraction | None:
    """Return the number an expression stands for, as far as it can be told without running it."""
    found: Fraction | None = None
    match node:
        case ast.Constant(value=int() | float() as value) if not isinstance(value, bool):
            found = Fraction(str(value))
        case ast.Name(id=name):
            found = named.get(name)
        case ast.Call(func=ast.Name(id="Fraction" | "Decimal" | "int" | "float"), args=[only]):
            found = number(only, named)
        case ast.Call(func=ast.Name(id="Fraction"), args=[over, under]):
            found = together(over, ast.Div(), under, named)
        case ast.BinOp(left=left, op=ast.Div() | ast.Pow() as sign, right=right):
            found = together(left, sign, right, named)
    return found


def together(
    left: ast.expr, sign: ast.operator, right: ast.expr, named: dict[str, Fraction]
) -> Fraction | None:
    one, other = number(left, named), number(right, named)
    if one is None or other is None:
        return None
    if isinstance(sign, ast.Pow):
        return one ** int(other) if other.denominator == 1 and 0 <= other <= 20 else None
    return one / other if other else None


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_other_module_converts(path: Path) -> None:
    """Only the room of quantities knows what 万, 亿 and 亩 are."""
    assert [] == list(conversions(path.read_text("utf-8")))


@pytest.mark.parametrize(
    "source",
    [
        "ha = mu / 15",
        "metres = mu * 666.67",
        "metres = mu * 2000 / 3",
        "metres = mu * (2000 / 3)",
        "metres = mu * Fraction(2000, 3)",
        "yuan = wan * 10_000",
        "yuan = wan * 1e4",
        "wan = yuan // 10**4",
        "yi = yuan / 10**8",
        "WAN = Fraction(10_000)\nyuan = 3 * WAN",
        "wan = yuan * 0.0001",
    ],
)
def test_a_conversion_would_be_found(source: str) -> None:
    """The test above sees each way of writing a factor."""
    assert [source.count("\n") + 1] == sorted(set(conversions(source)))


@pytest.mark.parametrize(
    "source", ["x = a * 14", "x = a + 15", "ROUNDING = 10_000\nok = a > ROUNDING", "s = 'a' * n"]
)
def test_other_arithmetic_is_left_alone(source: str) -> None:
    """A number that is compared or added converts nothing."""
    assert [] == list(conversions(source))


ARITHMETIC = (nodes.Add, nodes.Sub, nodes.Mul, nodes.Div, nodes.FloorDiv, nodes.Mod, nodes.Pow)
COMPUTING_FILTERS = {"round", "abs", "sum", "int", "float", "filesizeformat"}
# The page of a project numbers its chapters, for which nothing outside it has a count.
COUNTERS = {"theme/templates/project.html": ["Add"]}


def computations(source: str) -> Iterator[str]:
    """Yield what a template computes."""
    tree = Environment(autoescape=True).parse(source)
    for node in tree.find_all(ARITHMETIC):
        yield type(node).__name__
    for used in tree.find_all(nodes.Filter):
        if used.name in COMPUTING_FILTERS:
            yield used.name


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_template_computes(path: Path) -> None:
    """Templates show prepared values."""
    assert COUNTERS.get(path.relative_to(ROOT).as_posix(), []) == list(
        computations(path.read_text("utf-8"))
    )


@pytest.mark.parametrize(
    "source", ["{{ a * 2 }}", "{{ a / 15 }}", "{{ (a + 1) }}", "{{ a | round(2) }}"]
)
def test_a_computation_in_a_template_would_be_found(source: str) -> None:
    """The test above sees operators and filters."""
    assert 1 == len(list(computations(source)))


def test_scripts_of_the_site_convert_nothing() -> None:
    """The two scripts order and hide what is there; they know no factor."""
    factor = re.compile(r"[*/]\s*(?:15|66[67](?:\.\d+)?|10000|100000000|1e4|1e8)\b")
    scripts = sorted((ROOT / "theme" / "assets" / "js").glob("*.js"))
    assert {s.name: [] for s in scripts} == {s.name: factor.findall(s.read_text()) for s in scripts}
    assert scripts != []
