"""Folders build on one another in the order in which the first page of their package lists them."""

import ast
import importlib
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ON_TOP = {"cli.py", "__main__.py"}
layered = pytest.mark.parametrize("package", ["service.text", "models.training"])


def first_page(package: str) -> tuple[Path, dict[str, str]]:
    """Where a package lies, and what its first page says of each folder, in that order."""
    module = importlib.import_module(package)
    listed = re.findall(r"^- ``(\w+)``: (.*)$", module.__doc__ or "", re.MULTILINE)
    return Path(str(module.__file__)).parent, dict(listed)


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)


@layered
def test_every_folder_is_listed_with_its_own_words(package: str) -> None:
    root, listed = first_page(package)
    own = {
        path.parent.name: ast.get_docstring(ast.parse(path.read_text()))
        for path in root.glob("*/__init__.py")
    }
    assert listed == {folder: (text or "").partition("\n")[0] for folder, text in own.items()}


@layered
def test_a_folder_imports_only_those_before_it(package: str) -> None:
    root, listed = first_page(package)
    order = list(listed)
    wrong = [
        f"{path.relative_to(root)} imports {module}"
        for path in sorted(root.rglob("*.py"))
        for module in imports(path)
        if module.startswith(f"{package}.")
        and (folder := module.split(".")[2]) in order
        and path not in {root / name for name in ON_TOP}
        and (path.parent == root or order.index(folder) > order.index(path.parent.name))
    ]
    assert wrong == []


def test_the_text_knows_no_engine_and_no_web_framework() -> None:
    root, _ = first_page("service.text")
    types = ("service.errors.", "models.interfaces.")
    others = {
        module
        for path in root.rglob("*.py")
        for module in imports(path)
        if module.startswith(("service.", "models.", "flask", "torch", "transformers", "ctranslate2"))
        and not module.startswith(("service.text.", *types))
    }
    assert others == set()
