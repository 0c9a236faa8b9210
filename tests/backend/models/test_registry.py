"""A scene gets the model that suits its bands best, and each pair gets one if its ratio has any."""

from __future__ import annotations

from pathlib import Path

import pytest

from qgis_pansharp.backend.errors import GeometryError, ModelError
from qgis_pansharp.backend.models import METHODS, Model, choose_model
from qgis_pansharp.backend.models.bands import USUAL_ROLES
from tests.backend.tiny_model import card

LANDSAT = "landsat"
KINDS = {
    "4": (USUAL_ROLES[4], 4),
    "8": (USUAL_ROLES[8], 4),
    "3": (USUAL_ROLES[3], 4),
    LANDSAT: (USUAL_ROLES[7], 2),
}
ALL = [
    Model(
        Path(f"{method}-{kind}.onnx"),
        card(id=f"{method}-{kind}", network=method, bands=roles, ratio=ratio),
    )
    for method in METHODS
    for kind, (roles, ratio) in KINDS.items()
]


def chosen(roles: tuple[str, ...], ratio: int = 4, method: str = "auto") -> str:
    return choose_model(ALL, method, roles, ratio, "pan.tif", "ms.tif").card.id


@pytest.mark.parametrize(
    ("bands", "kind"),
    [
        ("blue green red nir", "4"),
        ("nir red green blue", "4"),
        ("red green blue", "3"),
        ("coastal blue green yellow red red-edge nir nir2", "8"),
        ("red green blue ?", "4"),  # one unknown band is the one that is missing
        ("? ? ? ?", "4"),
        ("? ? ?", "3"),
        ("? ? ? ? ? ? ? ?", "8"),
        ("green red nir", "4"),  # as many slots as bands would not help
        ("blue green red red-edge nir", "8"),  # the only one that knows them all
        ("? ? ? ? ?", "8"),
        ("coastal blue green red", "8"),
        ("blue green red nir swir1 swir2", "4"),  # none knows the last two: the least work
        ("blue green red nir ?", "4"),
        ("red", "3"),
        ("nir", "4"),
        ("?", "4"),
        ("red-edge swir1", "8"),
    ],
)
def test_the_model_for_ratio_4_follows_the_bands(bands: str, kind: str) -> None:
    roles = tuple(bands.replace("?", "").split(" "))
    assert chosen(roles) == f"sipsanet-{kind}"
    assert chosen(roles, method="cf2n") == f"cf2n-{kind}"


@pytest.mark.parametrize("count", range(1, 14))
def test_any_bands_at_ratio_2_get_the_landsat_model(count: int) -> None:
    assert chosen(("",) * count, ratio=2) == f"sipsanet-{LANDSAT}"
    assert chosen(("red",) * count, ratio=2, method="cf2n") == f"cf2n-{LANDSAT}"


def test_a_better_fit_counts_more_than_the_preferred_method() -> None:
    models = [model for model in ALL if model.card.id in ("sipsanet-4", "cf2n-8")]
    eight = choose_model(models, "auto", USUAL_ROLES[8], 4, "pan.tif", "ms.tif")
    four = choose_model(models, "auto", USUAL_ROLES[4], 4, "pan.tif", "ms.tif")
    assert (eight.card.id, four.card.id) == ("cf2n-8", "sipsanet-4")


def test_a_ratio_without_a_model_is_refused_and_the_others_are_named() -> None:
    with pytest.raises(GeometryError, match=r"ms\.tif.* ratio 3, .*available: 2, 4"):
        chosen(USUAL_ROLES[4], ratio=3)


def test_a_method_without_a_model_is_refused() -> None:
    with pytest.raises(ModelError, match="no model is installed for method 'cf2n'"):
        choose_model(ALL[:4], "cf2n", USUAL_ROLES[4], 4, "pan.tif", "ms.tif")
    with pytest.raises(ModelError, match="unknown method 'magic'"):
        chosen(USUAL_ROLES[4], method="magic")
