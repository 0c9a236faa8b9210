"""Trained weights as `.onnx`, each with its card inside, and the registry that picks one."""

from qgis_pansharp.backend.models.bands import BandPass, fill_slots, plan_bands, resolve_roles
from qgis_pansharp.backend.models.card import ModelCard
from qgis_pansharp.backend.models.further import models_at_hand
from qgis_pansharp.backend.models.registry import (
    METHODS,
    Model,
    bundled_models,
    choose_model,
    load_model,
    reason_of_choice,
)

__all__ = [
    "METHODS",
    "BandPass",
    "Model",
    "ModelCard",
    "bundled_models",
    "choose_model",
    "fill_slots",
    "load_model",
    "models_at_hand",
    "plan_bands",
    "reason_of_choice",
    "resolve_roles",
]
