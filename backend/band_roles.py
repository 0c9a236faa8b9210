"""Which part of the spectrum each band of MS is, as far as the file says it.

By name, in the plugin's languages and as sensors number their bands; by wavelength; by colour
interpretation.
"""

from __future__ import annotations

import re
import unicodedata

from qgis_pansharp.backend.models.bands import USUAL_ROLES
from qgis_pansharp.backend.raster import BandInfo, RasterInfo, colour_name

# the first that matches anywhere in a name wins; "" is a band that no model knows
_SHORT_WAVE = r"(?:swir|short ?wave(?: ?infra ?red| ?ir)?)"
_NEAR = r"(?:v?nir|near ?infra ?red|near ?ir|n)"
# in the plugin's languages, as far as they have words apart; accents are taken off before
_EDGES = (
    r"rote kante|bord (?:du )?rouge|borde (?:del )?rojo|bord[ao] (?:do )?vermelh[oa]|bordo rosso"
)
_FAR = (
    r"kurzwellig\w*|mittler\w*|thermisch\w*|ondes? courtes?|moyen|thermique|onda cort[ao]|"
    r"onda curta|onde corte|medio|termic[ao]|termal"
)
_INFRARED = r"infra ?red|infra ?rot\w*|infra ?rouge|infrarrojo|infravermelho|infrarosso"
_NAMES = (
    (r"coastal|aerosol|^(?:band )?c$", "coastal"),
    (rf"red ?edge ?\d*|v?re\d?|{_EDGES}", "red-edge"),
    (rf"{_SHORT_WAVE} ?(?:1|16)|^(?:band )?s1$", "swir1"),
    (rf"{_SHORT_WAVE} ?(?:2|22)|^(?:band )?s2$", "swir2"),
    (rf"swir\d?|short ?wave|mid(?:dle)?|mir|mwir|thermal|tir|{_FAR}", ""),
    (rf"{_NEAR} ?2|nir09", "nir2"),
    (rf"near|near ?infra ?red|nir\d?|nir08|n\d?|{_INFRARED}", "nir"),
    (r"blue|b|blau|bleu|azul|blu", "blue"),
    (r"green|g|gruen|grun|vert|verde", "green"),
    (r"yellow|y|gelb|jaune|amarill?o|giallo", "yellow"),
    (r"red|r|rot|rouge|rojo|vermelho|rosso", "red"),
)
_COLOURS = {
    "red": "red",
    "green": "green",
    "blue": "blue",
    "yellow": "yellow",
    "nir": "nir",
    "coastal": "coastal",
    "rededge": "red-edge",
}
# bands that are numbered and not named, where the set of numbers leaves little doubt: Landsat 8
# and 9 (all, their visible and near infrared, their colours), Landsat 4 to 7, Sentinel-2 at 10 m,
# and eight bands of WorldView
_NUMBERED = {
    (1, 2, 3, 4, 5, 6, 7): USUAL_ROLES[7],
    (2, 3, 4, 5, 6, 7): USUAL_ROLES[6],
    (2, 3, 4, 5): USUAL_ROLES[4],
    (2, 3, 4): USUAL_ROLES[3],
    (1, 2, 3, 4, 5, 7): USUAL_ROLES[6],
    (2, 3, 4, 8): USUAL_ROLES[4],
    (1, 2, 3, 4, 5, 6, 7, 8): USUAL_ROLES[8],
}
_NUMBER = re.compile(r"(?:^|.* )b0?([1-9])$")
_TRANSPARENCY = ("alpha", "mask")
# nm to which bands are called so, from where the one before ends; "" what no model knows
_UP_TO = (
    (400, ""),
    (457, "coastal"),
    (517, "blue"),
    (580, "green"),
    (632, "yellow"),
    (692, "red"),
    (790, "red-edge"),
    (895, "nir"),
    (1000, "nir2"),
    (1500, ""),
    (1750, "swir1"),
    (2050, ""),
    (2400, "swir2"),
)


def band_role(band: BandInfo) -> str:
    """Return a band's role by its description, else its wavelength, else its colour.

    "" where none of them says. A colour comes last: that of a file shown in false colours is none.
    """
    name = _words(band)
    for words, role in _NAMES:
        if re.search(rf"\b(?:{words})\b", name):
            return role
    if band.wavelength is not None:
        return role_of_wavelength(band.wavelength)
    return "" if is_called_transparency(band) else _COLOURS.get(colour_name(band), "")


def role_of_wavelength(wavelength: float) -> str:
    """Return what bands about a wavelength, nm, are called; "" where no model knows any.

    >>> role_of_wavelength(865.0), role_of_wavelength(11000.0)
    ('nir', '')
    """
    return next((role for end, role in _UP_TO if wavelength <= end), "")


def is_called_transparency(band: BandInfo) -> bool:
    """Whether a band's name says that it is no band."""
    return _words(band) in _TRANSPARENCY


def band_roles(ms: RasterInfo) -> tuple[str, ...]:
    """Return each band's role; "" where the file does not say."""
    numbers = [_NUMBER.match(_words(band)) for band in ms.bands]
    if all(numbers) and any(band.wavelength is None for band in ms.bands):
        found = [int(number[1]) for number in numbers if number]
        roles = dict(zip(sorted(found), _NUMBERED.get(tuple(sorted(found)), ())))
        if roles:
            return tuple(roles[number] for number in found)
    return tuple(band_role(band) for band in ms.bands)


def _words(band: BandInfo) -> str:
    """Return a band's description in lower case without accents, its words parted by spaces."""
    plain = unicodedata.normalize("NFKD", band.description.lower())
    letters = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return re.sub(r"[\W_]+", " ", letters).strip()
