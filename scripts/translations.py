"""Translations: texts are collected from plugin and backend into `i18n/*.ts`, compiled to `.qm`.

    python3 scripts/translations.py update         # after texts have changed
    python3 scripts/translations.py compile OUT    # every language, into a folder

Both are done here with Python alone, as Qt's own tools are missing where only QGIS is installed.
A `.qm` file is what Qt's QTranslator reads: big-endian sections of messages and of their hashes.
"""

from __future__ import annotations

import argparse
import ast
import string
import struct
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SOURCES = ROOT / "qgis_pansharp"
BACKEND = ROOT / "backend"
# rooms of the backend whose errors never reach the user as they are
UNTRANSLATED = ("classical", "networks", "quality")
BASE_ERROR, TEMPLATE = "PansharpError", "Message"
FOLDER = ROOT / "i18n"
CONTEXT = "Pansharp"


class TranslationError(Exception):
    """A text or a translation file cannot be used; the message is one sentence."""


@dataclass(frozen=True)
class Message:
    """A text of the plugin and its translation, empty where there is none yet."""

    source: str
    translation: str
    files: tuple[str, ...] = ()


# Collecting --------------------------------------------------------------------------------------


def collect(folder: Path = SOURCES, backend: Path = BACKEND) -> dict[str, tuple[str, ...]]:
    """Return every text that the user may read, with the files that hold it.

    These are the plugin's that pass through `tr` or stand in a form, and the backend's templates:
    what its errors and messages are made of.

    Raises:
        TranslationError: a text is computed, or a template and its values do not go together.
    """
    found: dict[str, list[str]] = {}
    for path, text in (*_texts_of_plugin(folder), *collect_templates(backend)):
        files = found.setdefault(text, [])
        if path not in files:
            files.append(path)
    return {text: tuple(files) for text, files in found.items()}


def _texts_of_plugin(folder: Path) -> Iterator[tuple[str, str]]:
    for path in sorted(folder.rglob("*.py")):
        name = path.relative_to(folder.parent).as_posix()
        for text in _texts(ast.parse(path.read_text(encoding="utf-8")), name):
            yield name, text
    for path in sorted(folder.rglob("*.ui")):
        for text in _texts_of_form(path):
            yield path.relative_to(folder.parent).as_posix(), text


def collect_templates(folder: Path = BACKEND) -> list[tuple[str, str]]:
    """Return the backend's templates, each after the file that holds it.

    Raises:
        TranslationError: a template is computed, or not given the values that it names.
    """
    makers = {TEMPLATE, *_errors(BACKEND / "errors.py")}
    found = []
    for path in sorted(folder.rglob("*.py")):
        if path.relative_to(folder).parts[0] in UNTRANSLATED:
            continue
        name = path.relative_to(folder.parent).as_posix()
        for text in _templates(ast.parse(path.read_text(encoding="utf-8")), name, makers):
            found.append((name, text))
    return found


def _errors(path: Path) -> list[str]:
    """Return the names of the classes below the backend's base of errors, itself included."""
    names = [BASE_ERROR]
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.ClassDef) and any(_name(base) in names for base in node.bases):
            names.append(node.name)
    return names


def _name(node: ast.expr) -> str:
    """Return the last part of a dotted name, "" for what is none."""
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""


def _templates(tree: ast.AST, name: str, makers: set[str]) -> Iterator[str]:
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call) or _name(node.func) not in makers:
            continue
        argument = node.args[0] if len(node.args) == 1 else None
        if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
            _check_values(argument.value, node, name)
            yield argument.value
        # what is handed on under a name was a literal where it was made
        elif argument is None or not (_name(argument) or _is_message(argument)):
            raise TranslationError(
                f"{name}, line {node.lineno}: {_name(node.func)}() takes one literal template, "
                "nothing computed; its values follow by name."
            )


def _is_message(node: ast.expr) -> bool:
    return isinstance(node, ast.Call) and _name(node.func) == TEMPLATE


def _check_values(template: str, call: ast.Call, name: str) -> None:
    """Refuse a template whose placeholders are not the values that the call names."""
    named = {field.split(".")[0] for _, field, _, _ in string.Formatter().parse(template) if field}
    given = {keyword.arg for keyword in call.keywords}
    # values that are handed on together cannot be seen here
    if named != given and not (None in given and given - {None} <= named):
        raise TranslationError(
            f"{name}, line {call.lineno}: the template names {sorted(named)}, the values are "
            f"{sorted(value or '**' for value in given)}."
        )


def _texts(tree: ast.AST, name: str) -> Iterator[str]:
    for node in ast.walk(tree):
        if not (
            isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "tr"
        ):
            continue
        argument = node.args[0] if len(node.args) == 1 else None
        if not isinstance(argument, ast.Constant) or not isinstance(argument.value, str):
            raise TranslationError(
                f"{name}, line {node.lineno}: tr() takes one literal text, nothing computed."
            )
        yield argument.value


def _texts_of_form(path: Path) -> Iterator[str]:
    """Yield the texts of a Qt Designer form; its class is the context that Qt translates in."""
    root = ET.parse(path).getroot()
    if root.findtext("class") != CONTEXT:
        raise TranslationError(f"{path.name} must have the class {CONTEXT!r}, its texts' context.")
    for text in root.iter("string"):
        if text.get("notr") != "true" and text.text:
            yield text.text


# Files of a language -----------------------------------------------------------------------------


def read_ts(path: Path) -> list[Message]:
    """Return the messages of a `.ts` file; unfinished ones count as untranslated."""
    messages = []
    for message in ET.parse(path).getroot().iter("message"):
        translation = message.find("translation")
        done = translation is not None and translation.get("type") is None
        text = (translation.text or "") if translation is not None and done else ""
        files = tuple(
            location.get("filename", "").replace("../", "", 1)
            for location in message.findall("location")
        )
        messages.append(Message(message.findtext("source", ""), text, files))
    return messages


def write_ts(path: Path, language: str, messages: Sequence[Message]) -> None:
    """Write a `.ts` file that Qt Linguist opens. Lines are left out: they change too often."""
    root = ET.Element("TS", version="2.1", language=language, sourcelanguage="en")
    context = ET.SubElement(root, "context")
    ET.SubElement(context, "name").text = CONTEXT
    for message in messages:
        element = ET.SubElement(context, "message")
        for file in message.files:
            ET.SubElement(element, "location", filename=f"../{file}")
        ET.SubElement(element, "source").text = message.source
        translation = ET.SubElement(element, "translation")
        translation.text = message.translation
        if not message.translation:
            translation.set("type", "unfinished")
    ET.indent(root, "    ")
    text = ET.tostring(root, encoding="unicode")
    path.write_text(
        f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{text}\n', encoding="utf-8"
    )


def update(path: Path, texts: dict[str, tuple[str, ...]]) -> list[Message]:
    """Bring a `.ts` file up to date with the texts; return its messages."""
    known = {message.source: message.translation for message in read_ts(path)}
    messages = [Message(text, known.get(text, ""), files) for text, files in texts.items()]
    write_ts(path, ET.parse(path).getroot().get("language", ""), messages)
    return messages


# Compiling ---------------------------------------------------------------------------------------

MAGIC = bytes.fromhex("3cb86418caef9c95cd211cbf60a1bddd")  # pragma: allowlist secret
SECTION_HASHES, SECTION_MESSAGES, SECTION_LANGUAGE = 0x42, 0x69, 0xA7
END, TRANSLATION, SOURCE, CONTEXT_NAME, COMMENT = 1, 3, 6, 7, 8


def compile_qm(messages: Sequence[Message], language: str) -> bytes:
    """Return the `.qm` file of the messages that are translated."""
    records = bytearray()
    places = []
    for message in messages:
        if not message.translation:
            continue
        places.append((_hash(message.source.encode()), len(records)))
        records += _field(TRANSLATION, message.translation.encode("utf-16-be"))
        records += _field(COMMENT, b"")
        records += _field(SOURCE, message.source.encode())
        records += _field(CONTEXT_NAME, CONTEXT.encode())
        records.append(END)
    hashes = b"".join(struct.pack(">II", *place) for place in sorted(places))
    return (
        MAGIC
        + _field(SECTION_LANGUAGE, language.encode())
        + _field(SECTION_HASHES, hashes)
        + _field(SECTION_MESSAGES, bytes(records))
    )


def _field(tag: int, content: bytes) -> bytes:
    return struct.pack(">BI", tag, len(content)) + content


def _hash(text: bytes) -> int:
    """Return the ELF hash that QTranslator finds a message by; the comment after it is empty."""
    value = 0
    for byte in text:
        value = (value << 4) + byte
        high = value & 0xF0000000
        value = (value ^ (high >> 24)) & ~high
    return value or 1


def compile_all(target: Path, folder: Path = FOLDER) -> list[Path]:
    """Compile every language into a folder, made if needed; return the files written."""
    target.mkdir(parents=True, exist_ok=True)
    written = []
    for source in sorted(folder.glob("*.ts")):
        path = target / f"{source.stem}.qm"
        path.write_bytes(compile_qm(read_ts(source), source.stem.partition("_")[2]))
        written.append(path)
    return written


# Command line ------------------------------------------------------------------------------------


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; return its exit code, 1 where something is left to translate."""
    parser = argparse.ArgumentParser(prog="translations", description="Keep the translations.")
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("update", help="collect the texts into i18n/*.ts")
    compiling = commands.add_parser("compile", help="write .qm files into a folder")
    compiling.add_argument("folder", type=Path, metavar="OUT")
    given = parser.parse_args(arguments)
    try:
        if given.command == "compile":
            for path in compile_all(given.folder):
                print(path)
            return 0
        texts = collect()
        missing = 0
        for path in sorted(FOLDER.glob("*.ts")):
            empty = sum(not message.translation for message in update(path, texts))
            print(f"{path.name}: {len(texts)} texts, {empty} not translated")
            missing += empty
    except (TranslationError, OSError, ET.ParseError) as error:
        print(f"translations: {error}", file=sys.stderr)
        return 1
    return 1 if missing else 0


if __name__ == "__main__":
    raise SystemExit(main())
