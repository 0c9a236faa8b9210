"""A suite is the real pairs of one ratio that have its bands."""

from __future__ import annotations

from pathlib import Path

from training.evaluation.cli import SUITES as NAMES
from training.evaluation.suites import SUITES, choose
from training.scenes import TrainingScene

FOUR = ("blue", "green", "red", "nir")
EIGHT = ("coastal", "blue", "green", "yellow", "red", "red-edge", "nir", "nir2")


def scene(
    name: str, bands: tuple[str, ...], ratio: int = 4, kind: str = "raw", role: str = "validation"
) -> TrainingScene:
    return TrainingScene(name, "any", bands, ratio, 11, kind, (0, 0), name, role, Path(name))


SCENES = [
    scene("four", FOUR),
    scene("another order", ("red", "green", "blue", "nir"), kind="reduced"),
    scene("eight", EIGHT),
    scene("three", ("red", "green", "blue")),
    scene("trained on", FOUR, role="train"),
    scene("tuned on", FOUR, role="tune"),
    scene("simulated", FOUR, kind="simulated"),
    scene("no pan", FOUR, kind="ms"),
    scene("landsat 7", (*FOUR, "swir1", "swir2"), ratio=2),
    scene("landsat colours", ("red", "green", "blue"), ratio=2),
    scene("two bands", ("red", "nir"), ratio=2),
]


def names(suite: str, role: str = "validation") -> list[str]:
    return [found.name for found in choose(SUITES[suite], SCENES, role)]


def test_a_suite_takes_scenes_of_its_ratio_that_have_its_bands() -> None:
    assert names("4band") == ["four", "another order", "eight"]
    assert names("8band") == ["eight"]
    assert names("3band") == ["four", "another order", "eight", "three"]


def test_scenes_of_another_role_and_unreal_pairs_stay_out() -> None:
    assert names("4band", "tune") == ["tuned on"]
    assert not {"simulated", "no pan", "trained on"} & set(names("3band"))


def test_landsat_takes_the_bands_that_are_there() -> None:
    assert names("landsat") == ["landsat 7", "landsat colours"]
    suite = SUITES["landsat"]
    assert suite.roles_of(SCENES[8]) == (*FOUR, "swir1", "swir2")
    assert suite.roles_of(SCENES[9]) == ("blue", "green", "red")


def test_the_command_line_offers_every_suite() -> None:
    assert tuple(SUITES) == NAMES
