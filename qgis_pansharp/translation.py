"""The user's language: texts pass through `tr`, translations come from `i18n/*.qm`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QCoreApplication, QLocale, QTranslator

if TYPE_CHECKING:
    from qgis_pansharp.backend.messages import Message

CONTEXT = "Pansharp"
FOLDER = Path(__file__).parent / "i18n"
_installed: list[QTranslator] = []


def tr(text: str) -> str:
    """Return a text in the user's language.

    Called with literals only, which `scripts/translations.py` collects; values are put into the
    translated text afterwards.
    """
    translated: str = QCoreApplication.translate(CONTEXT, text)
    return translated


def tr_message(message: str | Message) -> str:
    """Return what the backend tells in the user's language; a plain text stays as it is.

    Its templates are collected from the backend as the plugin's own texts are from the plugin.
    """
    return message if isinstance(message, str) else message.formatted(tr)


def number_locale() -> QLocale:
    """Return how numbers are written where texts are: English ones where these are English."""
    wanted = QLocale(QgsApplication.locale())
    if _installed or wanted.language() == QLocale.Language.English:
        return wanted
    return QLocale(QLocale.Language.English)


def number(value: float, digits: int, form: str = "f") -> str:
    """Return a number as the user writes it.

    Args:
        value: the number.
        digits: after the decimal point, or in all for the form "g".
        form: "f" or "g", as in Python.
    """
    return str(number_locale().toString(value, form, digits))


def install_translator(folder: Path = FOLDER) -> QTranslator | None:
    """Install the translator for QGIS's language; None where there is no translation."""
    translator = QTranslator()
    locale = QLocale(QgsApplication.locale())
    if not translator.load(locale, "pansharp", "_", str(folder)):
        return None
    QCoreApplication.installTranslator(translator)
    _installed.append(translator)
    return translator


def remove_translator(translator: QTranslator) -> None:
    """Take an installed translator away."""
    QCoreApplication.removeTranslator(translator)
    if translator in _installed:
        _installed.remove(translator)
