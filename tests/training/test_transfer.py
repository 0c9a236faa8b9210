"""A network for other bands or another ratio starts where the one it comes from stands."""

from __future__ import annotations

import pytest
import torch
from torch import Tensor, nn
from torch.nn import functional

from qgis_pansharp.backend.models.bands import fill_slots
from qgis_pansharp.backend.networks import Cf2n, SipsaNet
from training.transfer import Fit, axes_of_bands, mixing, sub_pixels, transfer

BGRN = ("blue", "green", "red", "nir")
RGB = ("red", "green", "blue")
WORLDVIEW = ("coastal", "blue", "green", "yellow", "red", "red-edge", "nir", "nir2")
LANDSAT = ("coastal", "blue", "green", "red", "nir", "swir1", "swir2")
FITS = [Fit(RGB, 4), Fit(BGRN, 2), Fit(WORLDVIEW, 4), Fit(LANDSAT, 4), Fit(LANDSAT, 2), Fit(RGB, 2)]
OLD = Fit(BGRN, 4)


def network_of(kind: str, fit: Fit, seed: int = 0) -> nn.Module:
    """A small network without one weight at zero."""
    torch.manual_seed(seed)
    network: nn.Module
    if kind == "sipsanet":
        network = SipsaNet(len(fit.roles), fit.ratio, alignment_blocks=1, ms_blocks=1)
    else:
        network = Cf2n(len(fit.roles), channels=8, fusions=2, injections=1)
    with torch.no_grad():
        for parameter in network.parameters():
            parameter.add_(0.03 * torch.randn(parameter.shape))
    return network.eval()


def transferred(kind: str, old: nn.Module, new: Fit, old_fit: Fit = OLD) -> nn.Module:
    network = network_of(kind, new, seed=1)
    network.load_state_dict(transfer(old.state_dict(), old_fit, network, new))
    return network


def outputs(network: nn.Module, pan: Tensor, ms: Tensor) -> Tensor:
    with torch.no_grad():
        if isinstance(network, Cf2n):
            ms = functional.interpolate(ms, scale_factor=pan.shape[2] // ms.shape[2])
        result: Tensor = network(pan, ms)
    return result


@pytest.mark.parametrize("kind", ["sipsanet", "cf2n"])
@pytest.mark.parametrize("new", FITS, ids=lambda fit: f"{len(fit.roles)}-bands-ratio-{fit.ratio}")
def test_every_tensor_comes_from_the_old_network(kind: str, new: Fit) -> None:
    old = network_of(kind, OLD)
    network = network_of(kind, new, seed=1)
    state = transfer(old.state_dict(), OLD, network, new)
    own = network.state_dict()
    assert state.keys() == own.keys()
    for name, value in network.named_parameters():
        assert state[name].shape == value.shape, name
        assert not torch.equal(state[name], value), name
        before = old.state_dict()[name]
        if before.shape == value.shape:
            assert torch.equal(state[name], before), name
    network.load_state_dict(state)


@pytest.mark.parametrize("kind", ["sipsanet", "cf2n"])
@pytest.mark.parametrize("roles", [WORLDVIEW, LANDSAT], ids=len)
def test_bands_that_repeat_old_ones_are_sharpened_as_those_were(
    kind: str, roles: tuple[str, ...]
) -> None:
    old = network_of(kind, OLD)
    network = transferred(kind, old, Fit(roles, 4))
    pan, ms = torch.rand(1, 1, 64, 48), torch.rand(1, 4, 16, 12)
    nearest = list(fill_slots(roles, BGRN))
    assert len(set(nearest)) == 4
    before, after = outputs(old, pan, ms), outputs(network, pan, ms[:, nearest])
    assert (before - before.mean()).abs().max() > 0.1
    assert torch.allclose(after, before[:, nearest], atol=2e-5)


@pytest.mark.parametrize("kind", ["sipsanet", "cf2n"])
def test_fewer_bands_go_on_as_if_the_others_had_never_counted(kind: str) -> None:
    """Where near infrared had no say in the old network, its loss changes nothing."""
    old = network_of(kind, OLD)
    with torch.no_grad():
        if isinstance(old, SipsaNet):
            for convolution in (old.alignment[0], old.sharpening[0], old.ms_features[0]):
                assert isinstance(convolution, nn.Conv2d)
                convolution.weight[:, -1] = 0
        if isinstance(old, Cf2n):
            silent = [old.ms_head.first, old.encode]
            silent += [module.of_ms.first for module in old.injection]  # type: ignore[union-attr, misc]
            for convolution in silent:
                convolution.weight[:, -1] = 0
    network = transferred(kind, old, Fit(RGB, 4))
    pan, ms = torch.rand(1, 1, 64, 48), torch.rand(1, 4, 16, 12)
    order = [2, 1, 0]
    before, after = outputs(old, pan, ms), outputs(network, pan, ms[:, order])
    assert torch.allclose(after, before[:, order], atol=2e-5)


def test_back_and_forth_is_the_old_network_again() -> None:
    for kind in ("sipsanet", "cf2n"):
        old = network_of(kind, OLD)
        wide = transferred(kind, old, Fit(WORLDVIEW, 4))
        narrow = transferred(kind, wide, OLD, Fit(WORLDVIEW, 4))
        # an input's weight was shared among the bands that repeat it
        ms, pan = torch.rand(1, 4, 16, 12), torch.rand(1, 1, 64, 48)
        assert outputs(narrow, pan, ms).shape == outputs(old, pan, ms).shape
        for name, value in old.named_parameters():
            if name.split(".")[0] in ("output", "aligned", "detail", "decode"):
                assert torch.allclose(narrow.state_dict()[name], value, atol=1e-6), name


def test_cf2n_does_not_depend_on_the_ratio() -> None:
    old = network_of("cf2n", OLD)
    state = transfer(old.state_dict(), OLD, network_of("cf2n", Fit(BGRN, 2), 1), Fit(BGRN, 2))
    assert all(torch.equal(value, old.state_dict()[name]) for name, value in state.items())


def sipsanet(fit: Fit, seed: int = 0) -> SipsaNet:
    network = network_of("sipsanet", fit, seed)
    assert isinstance(network, SipsaNet)
    return network


def first_features(network: SipsaNet, part: nn.Sequential, pan: Tensor, ms: Tensor) -> Tensor:
    with torch.no_grad():
        features: Tensor = part[0](torch.cat([network.unshuffle(pan), ms], dim=1))
    return features


def test_at_another_ratio_pan_enters_as_the_sub_pixels_that_it_covers() -> None:
    old, new = sipsanet(OLD), sipsanet(Fit(BGRN, 2), 1)
    new.load_state_dict(transfer(old.state_dict(), OLD, new, Fit(BGRN, 2)))
    coarse, ms = torch.rand(1, 1, 24, 20), torch.rand(1, 4, 12, 10)
    fine = coarse.repeat_interleave(2, dim=2).repeat_interleave(2, dim=3)
    for name in ("alignment", "sharpening"):
        before = first_features(old, getattr(old, name), fine, ms)
        after = first_features(new, getattr(new, name), coarse, ms)
        assert torch.allclose(before, after, atol=1e-5), name


def test_at_another_ratio_the_image_leaves_as_the_mean_of_the_sub_pixels() -> None:
    old, new = sipsanet(OLD), sipsanet(Fit(BGRN, 2), 1)
    new.load_state_dict(transfer(old.state_dict(), OLD, new, Fit(BGRN, 2)))
    features = torch.randn(1, 64, 6, 5)
    with torch.no_grad():
        before, after = old.sharpening[-2:](features), new.sharpening[-2:](features)
    assert (before.shape, after.shape) == ((1, 4, 24, 20), (1, 4, 12, 10))
    assert torch.allclose(functional.avg_pool2d(before, 2), after, atol=1e-5)


def test_sub_pixels_share_by_area() -> None:
    assert torch.equal(sub_pixels(4, 4), torch.eye(16))
    halves = sub_pixels(4, 2)
    assert halves.shape == (4, 16)
    assert torch.allclose(halves.sum(dim=1), torch.ones(4))
    image = torch.arange(16.0).reshape(4, 4)
    assert (halves @ image.ravel()).tolist() == functional.avg_pool2d(
        image[None], 2
    ).ravel().tolist()
    assert torch.allclose(sub_pixels(2, 3).sum(dim=1), torch.ones(9))
    assert sub_pixels(2, 3)[4].tolist() == pytest.approx([0.25] * 4)  # the middle one


@pytest.mark.parametrize("new", FITS, ids=lambda fit: f"{len(fit.roles)}-bands-ratio-{fit.ratio}")
def test_outputs_are_means_of_old_ones(new: Fit) -> None:
    for sizes, matrix in mixing(OLD, new).items():
        assert tuple(matrix.shape) == sizes[::-1]
        assert torch.allclose(matrix.sum(dim=1), torch.ones(sizes[1]))


@pytest.mark.parametrize("new", FITS, ids=lambda fit: f"{len(fit.roles)}-bands-ratio-{fit.ratio}")
def test_matching_is_transferred_and_parts_may_stay_fresh(new: Fit) -> None:
    def matched(fit: Fit, seed: int) -> SipsaNet:
        torch.manual_seed(seed)
        options = {"matching": True, "realigned": True}
        return SipsaNet(len(fit.roles), fit.ratio, 1, 1, back_projection=0.3, **options)

    old, network = matched(OLD, 0), matched(new, 1)
    state = transfer(old.state_dict(), OLD, network, new)
    network.load_state_dict(state)
    # a channel of PAN's or MS's contrast is nobody's sub-pixel or band
    for part in ("of_pan", "of_ms"):
        name = f"matching.{part}.0.weight"
        assert torch.allclose(state[name][:, -1], old.state_dict()[name][:, -1], atol=1e-6), part
        assert torch.allclose(
            state[name][:, :-1].sum(dim=1), old.state_dict()[name][:, :-1].sum(dim=1), atol=1e-5
        ) or set(new.roles) < set(OLD.roles)
    own = matched(new, 2)
    kept = {name: value.clone() for name, value in own.state_dict().items()}
    without = {k: v for k, v in old.state_dict().items() if not k.startswith("matching.")}
    with pytest.raises(ValueError, match="lack matching"):
        transfer(without, OLD, own, new)
    state = transfer(without, OLD, own, new, fresh=["matching"])
    for name in kept:
        if name.startswith("matching."):
            assert torch.equal(state[name], kept[name]), name


@pytest.mark.parametrize("kind", ["sipsanet", "cf2n"])
@pytest.mark.parametrize(
    ("before", "after"),
    [
        (BGRN, ("red", "green", "blue", "nir")),
        (RGB, ("blue", "green", "red")),  # with sizes that are those of kernels, too
        (WORLDVIEW, tuple(reversed(WORLDVIEW))),
    ],
)
@pytest.mark.parametrize("ratio", [2, 4])
def test_bands_in_another_order_are_sharpened_as_before(
    kind: str, before: tuple[str, ...], after: tuple[str, ...], ratio: int
) -> None:
    old = network_of(kind, Fit(before, ratio))
    network = transferred(kind, old, Fit(after, ratio), Fit(before, ratio))
    order = [before.index(role) for role in after]
    pan, ms = torch.rand(1, 1, 16 * ratio, 12 * ratio), torch.rand(1, len(before), 16, 12)
    expected = outputs(old, pan, ms)[:, order]
    assert torch.allclose(outputs(network, pan, ms[:, order]), expected, atol=2e-5)
    assert not torch.allclose(outputs(old, pan, ms[:, order]), expected, atol=1e-2)


def test_as_many_other_bands_take_the_weights_of_the_nearest() -> None:
    old = network_of("cf2n", OLD)
    state = transfer(
        old.state_dict(), OLD, network_of("cf2n", OLD, 1), Fit(("green", "red", "nir", "swir1"), 4)
    )
    before = old.state_dict()
    assert torch.equal(state["decode.weight"], before["decode.weight"][[1, 2, 3, 3]])
    # two inputs that were one share its weight
    shares = torch.tensor([1, 1, 0.5, 0.5]).reshape(1, 4, 1, 1)
    assert torch.allclose(state["encode.weight"], before["encode.weight"][:, [1, 2, 3, 3]] * shares)


def test_all_parts_of_a_network_know_their_axes_of_bands() -> None:
    names = ("matching", "coherent_detail", "realigned", "regression", "consensus")
    whole = dict.fromkeys(names, True)
    for few, many in (
        (
            SipsaNet(6, 4, back_projection=0.3, **whole),
            SipsaNet(7, 4, back_projection=0.3, **whole),
        ),
        (SipsaNet(6, 2), SipsaNet(7, 2)),
        (Cf2n(6, fusions=5, injections=5), Cf2n(7, fusions=5, injections=5)),
    ):
        shapes = dict(many.named_parameters())
        differing = {
            (name, axis)
            for name, parameter in few.named_parameters()
            for axis in range(parameter.ndim)
            if parameter.shape[axis] != shapes[name].shape[axis]
        }
        known = axes_of_bands(few)
        assert {(name, axis) for name in known for axis in known[name]} == differing
        assert differing


def test_looking_for_axes_draws_no_random_numbers() -> None:
    torch.manual_seed(3)
    network = Cf2n(4, channels=8, fusions=1, injections=1)
    state = torch.random.get_rng_state()
    axes_of_bands(network)
    assert torch.equal(torch.random.get_rng_state(), state)


def test_networks_that_differ_otherwise_are_refused() -> None:
    old = Cf2n(4, channels=8, fusions=1, injections=1)
    with pytest.raises(ValueError, match="axis 0 has 8, and 12 are wanted"):
        transfer(old.state_dict(), OLD, Cf2n(4, channels=12, fusions=1, injections=1), OLD)
    with pytest.raises(ValueError, match="lack"):
        transfer(old.state_dict(), OLD, Cf2n(4, channels=8, fusions=2, injections=1), OLD)
