"""The folders of ``service/text`` build on one another in the order in which its first page names them."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import service.text

ROOT = Path(service.text.__file__).parent
ORDER = re.findall(r"^- ``(\w+)``", service.text.__doc__ or "", re.MULTILINE)
FOR_ALL = {path.stem for path in ROOT.glob("*.py")} - {"__init__"}


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)


def test_every_folder_is_named_once() -> None:
    assert sorted(ORDER) == sorted(path.parent.name for path in ROOT.glob("*/__init__.py"))


def test_a_folder_imports_only_those_before_it() -> None:
    wrong = [
        f"{path.relative_to(ROOT)} imports {module}"
        for path in sorted(ROOT.rglob("*.py"))
        for module in imports(path)
        if module.startswith("service.text.")
        and (folder := module.split(".")[2]) not in FOR_ALL
        and (path.parent == ROOT or ORDER.index(folder) > ORDER.index(path.parent.name))
    ]
    assert wrong == []


def test_no_engine_and_no_web_framework_is_known_there() -> None:
    types = ("service.errors.", "models.interfaces.")
    others = {
        module
        for path in ROOT.rglob("*.py")
        for module in imports(path)
        if module.startswith(("service.", "models.", "flask", "torch", "transformers", "ctranslate2"))
        and not module.startswith(("service.text.", *types))
    }
    assert others == set()
