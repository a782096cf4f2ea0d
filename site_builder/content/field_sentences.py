"""What each field is for: the sentence under it in the code, found when somebody asks.

Pydantic would read the code of every model each time a program starts; most runs tell nobody.
"""

import ast
import inspect
from collections.abc import Mapping
from functools import cache
from types import ModuleType

from site_builder.diagnostics import Words


def about(model: type | None, name: str) -> Words:
    """Return what a field is for, in both languages; empty words for one that is unknown."""
    zh, stop, en = sentence_of(model, name).rpartition("。")
    return Words(zh + stop, en.strip())


def sentence_of(model: type | None, name: str) -> str:
    """Return the sentence under a field as it is written: Chinese first, then English."""
    return sentences_of(model).get(name, "") if model is not None else ""


@cache
def sentences_of(model: type) -> Mapping[str, str]:
    """Return the sentences under the fields of a model and of those it is made from, by name."""
    found: dict[str, str] = {}
    for each in reversed(model.__mro__):
        module = inspect.getmodule(each)
        if module is not None and hasattr(module, "__file__"):
            found |= _sentences(module).get(each.__name__, {})
    return found


@cache
def _sentences(module: ModuleType) -> Mapping[str, Mapping[str, str]]:
    """Return the sentences of every class of a module, by the name of the class."""
    return {
        statement.name: dict(_under_fields(statement))
        for statement in ast.parse(inspect.getsource(module)).body
        if isinstance(statement, ast.ClassDef)
    }


def _under_fields(model: ast.ClassDef) -> list[tuple[str, str]]:
    return [
        (field.target.id, inspect.cleandoc(below.value.value))
        for field, below in zip(model.body, model.body[1:], strict=False)
        if isinstance(field, ast.AnnAssign)
        and isinstance(field.target, ast.Name)
        and isinstance(below, ast.Expr)
        and isinstance(below.value, ast.Constant)
        and isinstance(below.value.value, str)
    ]
