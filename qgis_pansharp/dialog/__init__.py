"""The plugin's own window: a pair of layers, a preview, a run."""

from qgis_pansharp.dialog.sharpen_dialog import SharpenDialog

__all__ = ["SharpenDialog"]
