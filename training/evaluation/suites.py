"""Suites: which scenes of the manifest are evaluated together, by their bands and ratio."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from training.scenes import TrainingScene, select

# A PAN mixed from the bands, or none at all, says little about real pairs.
REAL_KINDS = ("raw", "reduced")


@dataclass(frozen=True)
class Suite:
    """Scenes of one ratio with the bands `roles`, in this order.

    Where `least` is given, a scene takes part with as many of the bands as it has, if that is at
    least so many.
    """

    name: str
    ratio: int
    roles: tuple[str, ...]
    least: int | None = None

    def roles_of(self, scene: TrainingScene) -> tuple[str, ...]:
        """Return the bands of a scene that the suite uses."""
        return tuple(role for role in self.roles if scene.has((role,)))


SUITES = {
    suite.name: suite
    for suite in (
        Suite("4band", 4, ("blue", "green", "red", "nir")),
        Suite("3band", 4, ("blue", "green", "red")),
        Suite(
            "8band",
            4,
            ("coastal", "blue", "green", "yellow", "red", "red-edge", "nir", "nir2"),
        ),
        Suite(
            "landsat",
            2,
            ("coastal", "blue", "green", "red", "nir", "swir1", "swir2"),
            least=3,
        ),
    )
}


def choose(suite: Suite, scenes: Sequence[TrainingScene], role: str) -> list[TrainingScene]:
    """Return the real pairs of a suite that have a role, in the manifest's order."""
    if suite.least is None:
        found = select(scenes, suite.roles, suite.ratio, role)
    else:
        every = select(scenes, (), suite.ratio, role)
        found = [scene for scene in every if len(suite.roles_of(scene)) >= suite.least]
    return [scene for scene in found if scene.kind in REAL_KINDS]
