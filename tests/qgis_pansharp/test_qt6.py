"""The staged plugin is written in Qt 6's manner: scoped enums, no `exec_`, Qt through qgis.PyQt.

An equivalent of what QGIS's own migration script looks for, on the classes that are installed here.
"""

from __future__ import annotations

import ast
import enum
import importlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

QT = ("qgis.PyQt", "qgis.core", "qgis.gui")


def findings(source: str) -> list[str]:
    """Say what Qt 6 would not take, by line."""
    tree = ast.parse(source)
    names = dict(_imported(tree))
    found = []
    for node in ast.walk(tree):
        if isinstance(node, (ast.Import, ast.ImportFrom)):
            modules = [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            modules += [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            for module in modules:
                if module.split(".")[0] in ("PyQt5", "PyQt6", "sip", "PySide2", "PySide6"):
                    found.append(f"line {node.lineno}: {module} instead of qgis.PyQt")
        if isinstance(node, ast.Attribute):
            if node.attr == "exec_":
                found.append(f"line {node.lineno}: exec_")
            owner = _value(node.value, names)
            if isinstance(owner, type) and not _is_enum(owner):
                value = getattr(owner, node.attr, None)
                if _is_enum(type(value)):
                    found.append(f"line {node.lineno}: {owner.__name__}.{node.attr} is not scoped")
    return found


def _imported(tree: ast.AST) -> Iterator[tuple[str, Any]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith(QT):
            module = importlib.import_module(node.module)
            for alias in node.names:
                if hasattr(module, alias.name):
                    yield alias.asname or alias.name, getattr(module, alias.name)


def _value(node: ast.expr, names: dict[str, Any]) -> Any:
    if isinstance(node, ast.Name):
        return names.get(node.id)
    if isinstance(node, ast.Attribute):
        owner = _value(node.value, names)
        return getattr(owner, node.attr, None) if isinstance(owner, type) else None
    return None


def _is_enum(kind: type) -> bool:
    """Say whether a class is an enum of Python's or of PyQt 5's."""
    if issubclass(kind, enum.Enum):
        return True
    return issubclass(kind, int) and kind.__module__.startswith(("PyQt5", "qgis", "sip"))


def test_the_checker_finds_what_it_is_for() -> None:
    source = (
        "from PyQt5.QtCore import Qt\n"
        "from qgis.PyQt.QtCore import Qt\n"
        "from qgis.core import QgsTask\n"
        "a = Qt.AlignCenter\n"
        "b = QgsTask.CanCancel\n"
        "c = Qt.AlignmentFlag.AlignCenter\n"
        "d = QgsTask.Flag.CanCancel\n"
        "box.exec_()\n"
    )
    assert sorted(findings(source)) == [
        "line 1: PyQt5.QtCore instead of qgis.PyQt",
        "line 4: Qt.AlignCenter is not scoped",
        "line 5: QgsTask.CanCancel is not scoped",
        "line 8: exec_",
    ]


def test_the_staged_plugin_is_in_the_manner_of_qt_6(build: Path) -> None:
    problems = []
    for path in sorted((build / "qgis_pansharp").rglob("*.py")):
        problems += [f"{path.name}, {text}" for text in findings(path.read_text(encoding="utf-8"))]
    assert problems == []


@pytest.mark.parametrize("name", ["sharpen.ui"])
def test_forms_name_their_context(build: Path, name: str) -> None:
    (form,) = (build / "qgis_pansharp").rglob(name)
    assert "<class>Pansharp</class>" in form.read_text(encoding="utf-8")
