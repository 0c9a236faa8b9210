"""Every band of a scene is sharpened once, in the slot that suits it."""

from __future__ import annotations

import itertools

import pytest

from qgis_pansharp.backend.models.bands import (
    ROLES,
    USUAL_ROLES,
    BandPass,
    fill_slots,
    names_of,
    plan_bands,
    resolve_roles,
)

FOUR = USUAL_ROLES[4]
LANDSAT = USUAL_ROLES[7]
WORLDVIEW = USUAL_ROLES[8]


def test_bands_of_the_models_roles_go_to_their_slots_in_one_pass() -> None:
    assert plan_bands(FOUR, ("red", "green", "blue", "nir")) == (
        BandPass((2, 1, 0, 3), ((0, 2), (1, 1), (2, 0), (3, 3))),
    )


@pytest.mark.parametrize(
    ("present", "feeds"),
    [
        (("red", "green", "blue"), (2, 1, 0, 0)),
        (("nir", "red"), (1, 1, 1, 0)),
        (("coastal", "green", "red-edge", "nir2"), (0, 1, 2, 3)),
        (("swir1",), (0, 0, 0, 0)),
        (("", "green", "nir"), (1, 1, 1, 2)),
        (("red", "red", "blue", "nir"), (2, 2, 0, 3)),
    ],
)
def test_empty_slots_borrow_the_band_nearest_in_wavelength(
    present: tuple[str, ...], feeds: tuple[int, ...]
) -> None:
    assert fill_slots(FOUR, present) == feeds


def test_what_fills_a_slot_does_not_depend_on_the_order_of_the_bands() -> None:
    for present in itertools.combinations(ROLES, 3):
        filled = [
            tuple(order[band] for band in fill_slots(WORLDVIEW, order))
            for order in itertools.permutations(present)
        ]
        assert len(set(filled)) == 1


def test_unknown_bands_fill_by_position() -> None:
    assert fill_slots(FOUR, ("", "")) == (0, 1, 1, 1)


def test_filling_from_no_band_is_refused() -> None:
    with pytest.raises(ValueError, match="no band"):
        fill_slots(FOUR, ())
    with pytest.raises(ValueError, match="slots and bands"):
        plan_bands((), ("red",))


def test_eight_bands_take_two_passes_of_a_model_of_four() -> None:
    first, second = plan_bands(FOUR, WORLDVIEW)
    assert [WORLDVIEW[band] for band in first.feeds] == list(FOUR)
    assert [WORLDVIEW[band] for band in second.feeds] == ["coastal", "yellow", "red-edge", "nir2"]


def test_bands_that_want_the_same_slot_follow_each_other() -> None:
    roles = ("blue", "green", "red", "nir", "swir1", "swir2")
    assert plan_bands(FOUR, roles) == (
        BandPass((0, 1, 2, 3), ((0, 0), (1, 1), (2, 2), (3, 3))),
        BandPass((0, 1, 2, 4), ((3, 4),)),
        BandPass((0, 1, 2, 5), ((3, 5),)),
    )


def test_a_band_that_already_feeds_its_nearest_slot_needs_no_further_pass() -> None:
    assert plan_bands(FOUR, ("blue", "green", "red-edge", "nir2")) == (
        BandPass((0, 1, 2, 3), ((0, 0), (1, 1), (2, 2), (3, 3))),
    )


@pytest.mark.parametrize(("model", "slot"), [(FOUR, 3), (WORLDVIEW, 6), (FOUR[:3], 2)])
def test_an_unknown_band_takes_near_infrareds_slot_or_the_last(
    model: tuple[str, ...], slot: int
) -> None:
    *_, last = plan_bands(model, (*model, "", ""))
    assert last.takes == ((slot, len(model) + 1),)
    assert last.feeds[slot] == len(model) + 1


def test_a_role_given_twice_is_sharpened_in_a_pass_of_its_own() -> None:
    assert plan_bands(FOUR, ("red", "red", "blue", "nir")) == (
        BandPass((2, 2, 0, 3), ((0, 2), (2, 0), (3, 3))),
        BandPass((2, 2, 1, 3), ((2, 1),)),
    )


@pytest.mark.parametrize(
    ("roles", "resolved"),
    [
        (("", "", "", ""), FOUR),
        (("red", "green", "blue", ""), ("red", "green", "blue", "nir")),
        (("blue", "", "red", ""), FOUR),
        (("red", "", "", ""), ("red", "", "", "")),
        (("blue", "green", "red", "swir1"), ("blue", "green", "red", "swir1")),
        (("", "", "", "", ""), ("blue", "green", "red", "red-edge", "nir")),
        (("red", "green", "blue", "", ""), ("red", "green", "blue", "", "")),
    ],
)
def test_unknown_roles_are_guessed_only_where_it_is_safe(
    roles: tuple[str, ...], resolved: tuple[str, ...]
) -> None:
    assert resolve_roles(FOUR, roles) == resolved


@pytest.mark.parametrize("model", [FOUR, LANDSAT, WORLDVIEW, FOUR[:3], ("left", "right")])
def test_as_many_unknown_bands_as_slots_are_taken_by_position(model: tuple[str, ...]) -> None:
    count = len(model)
    (only,) = plan_bands(model, ("",) * count)
    assert only.feeds == tuple(range(count))
    assert only.takes == tuple((i, i) for i in range(count))


def test_many_unknown_bands_are_taken_in_runs() -> None:
    first, second, third = plan_bands(FOUR, ("",) * 10)
    assert (first.feeds, second.feeds, third.feeds) == ((0, 1, 2, 3), (4, 5, 6, 7), (6, 7, 8, 9))
    assert third.takes == ((2, 8), (3, 9))


SCENES = [
    *(roles for count in (1, 2, 3) for roles in itertools.product(("", *ROLES), repeat=count)),
    *(tuple("" for _ in range(count)) for count in range(1, 20)),
    (*ROLES, *ROLES, "", ""),
]


@pytest.mark.parametrize("model", [FOUR, LANDSAT, WORLDVIEW, FOUR[:3], ("swir2",), ("odd", "nir")])
def test_every_band_of_any_scene_is_taken_once_from_a_slot_that_it_feeds(
    model: tuple[str, ...],
) -> None:
    for roles in SCENES:
        passes = plan_bands(model, roles)
        assert sorted(band for p in passes for _, band in p.takes) == list(range(len(roles)))
        for p in passes:
            assert len(p.feeds) == len(model)
            assert p.takes
            assert all(p.feeds[slot] == band for slot, band in p.takes)


def test_every_role_has_a_name_for_people() -> None:
    assert str(names_of(ROLES)) == (
        "coastal, blue, green, yellow, red, red edge, NIR, NIR 2, SWIR 1, SWIR 2"
    )
    assert str(names_of(("thermal",))) == "thermal"
    with pytest.raises(ValueError, match="no role"):
        names_of(())


def test_names_of_roles_are_translated_one_by_one() -> None:
    german = {"red": "Rot", "NIR": "NIR", "{first}, {last}": "{first} und {last}"}
    assert names_of(("red", "nir")).formatted(lambda text: german[text]) == "Rot und NIR"
