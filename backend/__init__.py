"""The product's work, usable without QGIS: a PAN/MS pair goes in, a sharpened raster comes out.

>>> from qgis_pansharp.backend.sharpen import SharpenRequest, sharpen  # doctest: +SKIP
>>> sharpen(SharpenRequest("pan.tif", "ms.tif", "sharpened.tif"))  # doctest: +SKIP
"""
