"""From raster to raster: what comes back, and what never shows."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal

from demo.scene import write_scene
from qgis_pansharp.backend import pixels
from qgis_pansharp.backend import sharpen as loop
from qgis_pansharp.backend.blocks import Block
from qgis_pansharp.backend.classical import interpolate
from qgis_pansharp.backend.engines import Watch
from qgis_pansharp.backend.errors import BandError, Cancelled, OutputError, PansharpError
from qgis_pansharp.backend.messages import Message
from qgis_pansharp.backend.models import bundled_models
from qgis_pansharp.backend.plan import BYTES_PER_BAND
from qgis_pansharp.backend.quality.no_reference import d_rho
from qgis_pansharp.backend.request import SharpenRequest, SilentFeedback
from qgis_pansharp.backend.sharpen import check, sharpen
from qgis_pansharp.backend.sharpener import Sharpener
from tests.backend.listening import Listening
from tests.backend.rasters import ORIGIN, Array, pair, read, textured, write
from tests.backend.test_registration import smooth_bands
from tests.backend.tiny_model import expected, write_tiny_model


@pytest.fixture
def request_of_pair(tmp_path: Path) -> SharpenRequest:
    pan, ms = pair(tmp_path)
    model = write_tiny_model(tmp_path / "tiny.onnx")
    return SharpenRequest(pan, ms, tmp_path / "out.tif", model=model)


def cut_small(monkeypatch: pytest.MonkeyPatch, core: int) -> None:
    """Let every scene be cut into cores of this size."""
    monkeypatch.setattr(loop.blocks, "choose_core", lambda *_: core)


def percentile(image: Array) -> float:
    return float(np.percentile(image, 99.9))


@pytest.mark.parametrize("dtype", ["uint8", "uint16", "int16", "float32"])
def test_the_result_is_what_the_model_says_in_the_data_type_of_ms(
    tmp_path: Path, dtype: str
) -> None:
    pan, ms = pair(tmp_path, dtype=dtype)
    model = write_tiny_model(tmp_path / "tiny.onnx")
    sharpen(SharpenRequest(pan, ms, tmp_path / "out.tif", model=model))
    result, pan_image, ms_image = read(tmp_path / "out.tif"), read(pan), read(ms)
    assert result.dtype == ms_image.dtype
    means = pan_image[0].reshape(32, 4, 40, 4).astype(np.float32).mean(axis=(1, 3))
    wanted = expected(pan_image, ms_image, percentile(means), percentile(ms_image))
    if dtype == "float32":
        assert np.allclose(result, wanted, atol=1e-5)
    else:
        limits = np.iinfo(dtype)
        assert np.abs(result - np.clip(wanted, limits.min, limits.max)).max() <= 0.51


@pytest.mark.parametrize("core", [8, 32, 52])
def test_tiled_result_equals_whole_result(
    request_of_pair: SharpenRequest, monkeypatch: pytest.MonkeyPatch, core: int
) -> None:
    sharpen(request_of_pair)
    whole = read(request_of_pair.output)
    cut_small(monkeypatch, core)
    sharpen(replace(request_of_pair, overwrite=True))
    assert np.array_equal(read(request_of_pair.output), whole)


def test_a_block_size_that_is_asked_for_changes_no_pixel(request_of_pair: SharpenRequest) -> None:
    sharpen(request_of_pair)
    whole = read(request_of_pair.output)
    request = replace(request_of_pair, block_size=70, threads=1, overwrite=True)
    plan = check(request)
    assert max(block.width for block in plan.blocks(plan.scene.output)) == 68
    sharpen(request)
    assert np.array_equal(read(request_of_pair.output), whole)


@pytest.mark.parametrize(
    ("options", "words"), [({"threads": -2}, "-2 threads"), ({"block_size": -64}, "-64 pixels")]
)
def test_negative_numbers_are_refused(
    request_of_pair: SharpenRequest, options: dict[str, int], words: str
) -> None:
    with pytest.raises(PansharpError, match=words) as caught:
        check(replace(request_of_pair, **options))  # type: ignore[arg-type]
    assert "or 0 for" in str(caught.value)


@pytest.mark.parametrize("method", ["sipsanet", "cf2n"])
def test_the_bundled_models_leave_no_seams(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, method: str
) -> None:
    pan, ms = pair(tmp_path, 96, 96)
    request = SharpenRequest(pan, ms, tmp_path / "out.tif", method=method, engine="onnxruntime")
    sharpen(request)
    whole = read(request.output).astype(int)
    cut_small(monkeypatch, 48)
    sharpen(replace(request, overwrite=True))
    difference = np.abs(read(request.output).astype(int) - whole)
    # at most a rounding of numbers that lay half way
    assert difference.max() <= 1
    assert (difference == 0).mean() > 0.999


@pytest.mark.parametrize("method", ["sipsanet", "cf2n"])
def test_both_engines_give_the_same_digital_numbers(tmp_path: Path, method: str) -> None:
    pan, ms = pair(tmp_path, 96, 112)
    results = []
    for engine in ("builtin", "onnxruntime"):
        output = tmp_path / f"{engine}.tif"
        result = sharpen(SharpenRequest(pan, ms, output, method=method, engine=engine))
        assert result.engine == engine
        results.append(read(output).astype(int))
    difference = np.abs(results[0] - results[1])
    assert (difference <= 1).mean() >= 0.999
    assert difference.max() <= 2


@pytest.mark.parametrize("method", ["sipsanet", "cf2n"])
def test_the_bundled_models_follow_pan_and_keep_the_colours(tmp_path: Path, method: str) -> None:
    pan, ms = write_scene(tmp_path, size=256)
    sharpen(SharpenRequest(pan, ms, tmp_path / "out.tif", method=method))
    result, ms_image = read(tmp_path / "out.tif").astype(float), read(ms).astype(float)
    plain = interpolate(ms_image, 4)
    pan_image = read(pan)[0].astype(float)
    assert d_rho(result, pan_image) < 0.6 * d_rho(plain, pan_image)
    bias = result.mean(axis=(1, 2)) / ms_image.mean(axis=(1, 2)) - 1
    assert np.abs(bias).max() < 0.02


def test_the_output_lies_on_pans_grid_and_is_named_like_ms(tmp_path: Path) -> None:
    pan = write(tmp_path / "pan.tif", textured(1, 64, 64))
    ms = write(
        tmp_path / "ms.tif",
        textured(4, 16, 16),
        pixel=2.0,
        nodata=0,
        names=("red", "green", "blue", "nir"),
    )
    model = write_tiny_model(tmp_path / "tiny.onnx")
    sharpen(SharpenRequest(pan, ms, tmp_path / "out.tif", model=model))
    output, source = gdal.Open(str(tmp_path / "out.tif")), gdal.Open(str(pan))
    assert output.GetGeoTransform() == source.GetGeoTransform()
    assert output.GetProjection() == source.GetProjection()
    bands = [output.GetRasterBand(i + 1) for i in range(4)]
    assert [band.GetDescription() for band in bands] == ["red", "green", "blue", "nir"]
    assert {band.GetNoDataValue() for band in bands} == {0}
    structure = output.GetMetadata("IMAGE_STRUCTURE")
    assert structure["COMPRESSION"] == "DEFLATE"
    assert bands[0].GetBlockSize() == [256, 256]


@pytest.mark.parametrize("epoch", [0.0, 2021.3])
def test_the_output_has_pans_coordinate_epoch(
    request_of_pair: SharpenRequest, epoch: float
) -> None:
    pan = gdal.Open(str(request_of_pair.pan), gdal.GA_Update)
    crs = pan.GetSpatialRef()
    crs.SetCoordinateEpoch(epoch)
    pan.SetSpatialRef(crs)
    del pan
    sharpen(request_of_pair)
    written = gdal.Open(str(request_of_pair.output)).GetSpatialRef()
    assert written.GetCoordinateEpoch() == epoch
    assert written.GetAuthorityCode(None) == "32631"


def test_bands_in_another_order_come_back_in_their_order(tmp_path: Path) -> None:
    pan, ms = pair(tmp_path)
    names = ("red", "green", "blue", "nir")
    swapped = write(tmp_path / "swapped.tif", read(ms)[[2, 1, 0, 3]], pixel=2.0, names=names)
    for source, output in ((ms, "a.tif"), (swapped, "b.tif")):
        sharpen(SharpenRequest(pan, source, tmp_path / output, engine="onnxruntime"))
    assert np.array_equal(read(tmp_path / "a.tif")[[2, 1, 0, 3]], read(tmp_path / "b.tif"))


SCENES = {
    "fewer": ("red", "green"),
    "one of unknown role": ("",),
    "more": ("nir", "coastal", "green", "red", "blue", "nir2", "swir1"),
    "twice": ("red", "green", "blue", "green", ""),
    "unknown": ("",) * 9,
}


@pytest.mark.parametrize("ratio", [2, 4])
@pytest.mark.parametrize("scene", SCENES)
def test_every_band_of_a_scene_is_sharpened_whatever_the_models_bands(
    tmp_path: Path, scene: str, ratio: int
) -> None:
    names = SCENES[scene]
    pan, ms = pair(tmp_path, 64, 96, names=names, ratio=ratio)
    model = write_tiny_model(tmp_path / "tiny.onnx", ratio=ratio)
    result = sharpen(SharpenRequest(pan, ms, tmp_path / "out.tif", model=model))
    assert result.bands == len(names)
    pan_image, ms_image = read(pan), read(ms)
    fitted = sorted(set(check(SharpenRequest(pan, ms, "no.tif", model=model)).passes[0].feeds))
    shape = (64 // ratio, ratio, 96 // ratio, ratio)
    means = pan_image[0].reshape(shape).astype(np.float32).mean(axis=(1, 3))
    wanted = expected(pan_image, ms_image, percentile(means), percentile(ms_image[fitted]))
    assert np.abs(read(tmp_path / "out.tif") - wanted).max() <= 0.51
    bands = gdal.Open(str(tmp_path / "out.tif"))
    assert tuple(bands.GetRasterBand(i + 1).GetDescription() for i in range(len(names))) == names


@pytest.mark.parametrize("rule", ["percentile", "moments"])
@pytest.mark.parametrize("marked", ["pan", "ms", "both"])
def test_values_far_from_all_others_do_not_fix_the_scaling(
    tmp_path: Path, rule: str, marked: str
) -> None:
    pan, ms = pair(tmp_path)
    model = write_tiny_model(tmp_path / "tiny.onnx", scaling=rule)
    request = SharpenRequest(pan, ms, tmp_path / "out.tif", model=model)

    def scaling() -> Array:
        with Sharpener(check(request), SilentFeedback()) as sharpener:
            found = sharpener.scaling
            return np.array([found.ms_scale, found.pan_scale])

    plain = scaling()
    for name, path, side in (("pan", pan, 4), ("ms", ms, 1)):
        if marked in (name, "both"):
            image = read(path)
            image[:, 8 * side : 11 * side, 8 * side : 11 * side] = 65535
            names = ("blue", "green", "red", "nir")[: len(image)]
            write(path, image, 2.0 / side, names=names)
    # both percentiles follow what both rasters have, and keep their proportion
    follows = marked == "both" and rule == "percentile"
    assert np.allclose(scaling(), 65535 if follows else plain, rtol=0.03)


def test_a_bright_band_beyond_the_models_leaves_the_others_as_they_were(tmp_path: Path) -> None:
    pan, ms = pair(tmp_path)
    image = read(ms)
    names = ("blue", "green", "red", "nir", "swir1")
    more = write(tmp_path / "more.tif", np.concatenate([image, 3 * image[:1]]), 2.0, names=names)
    model = next(m for m in bundled_models() if m.card.network == "cf2n").path
    for source, output in ((ms, "four.tif"), (more, "five.tif")):
        sharpen(SharpenRequest(pan, source, tmp_path / output, model=model, engine="onnxruntime"))
    assert np.array_equal(read(tmp_path / "four.tif"), read(tmp_path / "five.tif")[:4])


def test_passes_share_a_blocks_progress(tmp_path: Path) -> None:
    shares: list[float] = []
    texts: list[str] = []

    class Watching(SilentFeedback):
        def progress(self, share: float) -> None:
            shares.append(share)

        def message(self, text: str | Message) -> None:
            texts.append(str(text))

    pan, ms = pair(tmp_path, names=("nir", "swir1", "swir2"))
    model = write_tiny_model(tmp_path / "tiny.onnx")
    sharpen(SharpenRequest(pan, ms, tmp_path / "out.tif", model=model), Watching())
    assert shares == sorted(shares)
    assert any(0.3 < share < 0.4 for share in shares)
    assert any(0.6 < share < 0.7 for share in shares)
    assert "3 bands take 3 passes of this model" in texts


def test_more_bands_than_the_models_need_more_memory_and_fewer_do_not(tmp_path: Path) -> None:
    model = write_tiny_model(tmp_path / "tiny.onnx")
    needs = []
    for count in (3, 4, 40):
        pan, ms = pair(tmp_path, 64, 64, names=("",) * count)
        needs.append(check(SharpenRequest(pan, ms, "no.tif", model=model)).bytes_per_pixel)
    assert needs == [100, 100, 100 + 36 * BYTES_PER_BAND]


def test_only_the_overlap_is_written(tmp_path: Path) -> None:
    fine = textured(1, 64, 64)
    coarse = textured(4, 16, 16)
    pan = write(tmp_path / "pan.tif", fine)
    # MS starts half an MS pixel west and 4 MS pixels south of PAN
    ms = write(tmp_path / "ms.tif", coarse, 2.0, (ORIGIN[0] - 1, ORIGIN[1] - 8))
    model = write_tiny_model(tmp_path / "tiny.onnx")
    sharpen(SharpenRequest(pan, ms, tmp_path / "out.tif", model=model))
    result = read(tmp_path / "out.tif")
    assert result.shape == (4, 48, 62)
    transform = gdal.Open(str(tmp_path / "out.tif")).GetGeoTransform()
    assert transform == (ORIGIN[0], 0.5, 0, ORIGIN[1] - 8, 0, -0.5)
    wide = coarse.repeat(4, axis=1).repeat(4, axis=2)[:, :48, 2:]
    # the tiny model adds detail of mean zero to the nearest MS pixel
    correlation = np.corrcoef(result.ravel(), wide.ravel())[0, 1]
    assert correlation > 0.9


def test_pixels_without_data_stay_so_and_do_not_bleed(tmp_path: Path) -> None:
    pan, ms = pair(tmp_path)
    holed = read(ms)
    holed[:, 10:20, 15:25] = 0
    with_hole = write(tmp_path / "holed.tif", holed, pixel=2.0, nodata=0)
    outputs = []
    for source in (ms, with_hole):
        output = tmp_path / f"{source.stem}-out.tif"
        sharpen(SharpenRequest(pan, source, output, engine="onnxruntime"))
        outputs.append(read(output).astype(float))
    whole, result = outputs
    hole = np.zeros(result.shape[1:], dtype=bool)
    hole[40:80, 60:100] = True
    assert (result[:, hole] == 0).all()
    assert (result[:, ~hole] != 0).all()
    rim = np.zeros_like(hole)
    rim[36:84, 56:104] = True
    rim &= ~hole
    # beside the hole the result is not much darker than without one
    assert result[:, rim].mean() == pytest.approx(whole[:, rim].mean(), rel=0.1)


def test_near_infrared_in_bytes_is_no_transparency(tmp_path: Path) -> None:
    # GDAL tags the fourth of four bands of bytes as alpha unless told otherwise
    pan, ms = pair(tmp_path, 64, 64, dtype="uint8")
    image = read(ms)
    image[3, :8] = 0
    source = write(tmp_path / "dark.tif", image, 2.0, names=("blue", "green", "red", "nir"))
    assert gdal.Open(str(source)).GetRasterBand(4).GetColorInterpretation() == gdal.GCI_AlphaBand
    model = write_tiny_model(tmp_path / "tiny.onnx")
    sharpen(SharpenRequest(pan, source, tmp_path / "out.tif", model=model))
    output = gdal.Open(str(tmp_path / "out.tif"))
    assert output.GetRasterBand(4).GetColorInterpretation() == gdal.GCI_Undefined
    assert output.GetRasterBand(1).GetMaskFlags() == gdal.GMF_ALL_VALID
    assert read(tmp_path / "out.tif")[:3, :32].mean() > 20


@pytest.mark.parametrize(("name", "soft"), [("", 20), ("alpha", 2000)])
def test_transparency_with_soft_edges_is_refused_all_the_same(
    tmp_path: Path, name: str, soft: int
) -> None:
    pan, ms = pair(tmp_path, 256, 256, dtype="uint8")
    image = read(ms)
    image[3] = 255
    image[3].flat[:soft] = 128
    source = write(tmp_path / "alpha.tif", image, 2.0, names=("blue", "green", "red", name))
    model = write_tiny_model(tmp_path / "tiny.onnx")
    with pytest.raises(BandError, match="transparency"):
        sharpen(SharpenRequest(pan, source, tmp_path / "out.tif", model=model))


def test_four_bands_of_bytes_without_a_valid_pixel_give_an_empty_output(tmp_path: Path) -> None:
    pan, ms = pair(tmp_path, 64, 64, dtype="uint8")
    empty = write(tmp_path / "empty.tif", 0 * read(ms), 2.0, nodata=0)
    model = write_tiny_model(tmp_path / "tiny.onnx")
    sharpen(SharpenRequest(pan, empty, tmp_path / "out.tif", model=model))
    assert not read(tmp_path / "out.tif").any()


def test_extremes_that_no_sample_met_are_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    image = textured(4, 320, 320).astype(np.int16)
    image[:, :, -40:] = -50  # a lake
    pan = write(tmp_path / "pan.tif", image.mean(axis=0, keepdims=True).astype(np.int16))
    ms = write(
        tmp_path / "ms.tif", image.reshape(4, 80, 4, 80, 4).mean((2, 4)).astype(np.int16), 2.0
    )
    monkeypatch.setattr(pixels, "SAMPLE_SIDE", 16)
    monkeypatch.setattr(pixels, "SAMPLE_LEAST", 1)
    monkeypatch.setattr(pixels, "spread", lambda positions, count: list(positions)[:4])
    model = write_tiny_model(tmp_path / "tiny.onnx")
    sharpen(SharpenRequest(pan, ms, tmp_path / "out.tif", model=model))
    assert read(tmp_path / "out.tif")[:, :, -20:].mean() == pytest.approx(-50, abs=2)


def test_a_mask_without_nodata_is_kept_as_nodata(tmp_path: Path) -> None:
    pan, ms = pair(tmp_path, 64, 64)
    dataset = gdal.Open(str(ms), gdal.GA_Update)
    dataset.CreateMaskBand(gdal.GMF_PER_DATASET)
    mask = np.full((16, 16), 255, dtype=np.uint8)
    mask[:, 8:] = 0
    dataset.GetRasterBand(1).GetMaskBand().WriteArray(mask)
    del dataset
    sharpen(SharpenRequest(pan, ms, tmp_path / "out.tif", engine="onnxruntime"))
    output = gdal.Open(str(tmp_path / "out.tif"))
    assert output.GetRasterBand(1).GetNoDataValue() == 0
    valid = output.GetRasterBand(1).GetMaskBand().ReadAsArray() != 0
    assert valid[:, :32].all()
    assert not valid[:, 32:].any()


def test_control_points_and_rational_polynomials_follow_the_overlap(tmp_path: Path) -> None:
    pan, ms = pair(tmp_path, 64, 64)
    rpc = {"LINE_OFF": "100", "SAMP_OFF": "200", "LINE_SCALE": "1", "SAMP_SCALE": "1"}
    rpc |= {"LAT_OFF": "1", "LONG_OFF": "2", "HEIGHT_OFF": "3", "LAT_SCALE": "1"}
    rpc |= {"LONG_SCALE": "1", "HEIGHT_SCALE": "1"}
    zeros = " ".join(["1"] + ["0"] * 19)
    rpc |= {f"{part}_COEFF": zeros for part in ("LINE_NUM", "LINE_DEN", "SAMP_NUM", "SAMP_DEN")}
    dataset = gdal.Open(str(pan), gdal.GA_Update)
    dataset.SetMetadata(rpc, "RPC")
    dataset.SetMetadataItem("TIFFTAG_DATETIME", "2026:01:02 03:04:05")
    del dataset
    shifted = write(tmp_path / "shifted.tif", read(ms), 2.0, (ORIGIN[0] + 4, ORIGIN[1] - 2))
    model = write_tiny_model(tmp_path / "tiny.onnx")
    sharpen(SharpenRequest(pan, shifted, tmp_path / "out.tif", model=model))
    output = gdal.Open(str(tmp_path / "out.tif"))
    moved = output.GetMetadata("RPC")
    assert (float(moved["LINE_OFF"]), float(moved["SAMP_OFF"])) == (96, 192)
    assert output.GetMetadataItem("TIFFTAG_DATETIME") == "2026:01:02 03:04:05"


def test_an_output_through_a_link_goes_to_what_the_link_names(
    request_of_pair: SharpenRequest,
) -> None:
    link = Path(request_of_pair.output).with_name("link.tif")
    link.symlink_to(request_of_pair.output)
    sharpen(replace(request_of_pair, output=link, overwrite=True))
    assert link.is_symlink()
    assert read(Path(request_of_pair.output)).shape == (4, 128, 160)


def test_sidecars_that_an_option_asks_for_bear_the_outputs_name(
    request_of_pair: SharpenRequest,
) -> None:
    sharpen(replace(request_of_pair, creation_options=("TFW=YES", "PROFILE=BASELINE")))
    folder = Path(request_of_pair.output).parent
    made = {path.name for path in folder.iterdir()} - {"pan.tif", "ms.tif", "tiny.onnx"}
    assert made == {"out.tif", "out.tfw", "out.tif.aux.xml"}
    assert gdal.Open(str(request_of_pair.output)).GetProjection()


def test_a_file_that_appears_while_samples_are_read_is_kept(
    request_of_pair: SharpenRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    output = Path(request_of_pair.output)
    begin = Sharpener.__enter__

    def meanwhile(self: Sharpener) -> Sharpener:
        output.write_text("somebody else's")
        return begin(self)

    monkeypatch.setattr(Sharpener, "__enter__", meanwhile)
    with pytest.raises(OutputError, match="exists already"):
        sharpen(request_of_pair)
    assert output.read_text() == "somebody else's"


def test_the_log_tells_what_gdal_warns_of(request_of_pair: SharpenRequest) -> None:
    log = Listening()

    sharpen(replace(request_of_pair, creation_options=("NBITS=9",)), log)
    assert sum("GDAL warns" in line and "9 bit" in line for line in log.heard) == 1


def test_an_empty_scene_gives_an_empty_output(tmp_path: Path) -> None:
    pan = write(tmp_path / "pan.tif", np.zeros((1, 64, 64), np.uint16), nodata=0)
    ms = write(tmp_path / "ms.tif", np.zeros((4, 16, 16), np.uint16), pixel=2.0, nodata=0)
    sharpen(SharpenRequest(pan, ms, tmp_path / "out.tif"))
    assert (read(tmp_path / "out.tif") == 0).all()


def test_creation_options_are_obeyed(request_of_pair: SharpenRequest) -> None:
    sharpen(replace(request_of_pair, creation_options=("COMPRESS=LZW", "TILED=NO", "BIGTIFF=YES")))
    output = gdal.Open(str(request_of_pair.output))
    assert output.GetMetadata("IMAGE_STRUCTURE")["COMPRESSION"] == "LZW"
    assert output.GetRasterBand(1).GetBlockSize()[0] == output.RasterXSize
    assert request_of_pair.output.read_bytes()[2] == 43  # the mark of BigTIFF


def test_inputs_are_left_as_they_were(request_of_pair: SharpenRequest) -> None:
    before = [request_of_pair.pan.read_bytes(), request_of_pair.ms.read_bytes()]
    folder = {path.name for path in request_of_pair.output.parent.iterdir()}
    sharpen(request_of_pair)
    assert [request_of_pair.pan.read_bytes(), request_of_pair.ms.read_bytes()] == before
    assert {p.name for p in request_of_pair.output.parent.iterdir()} == folder | {"out.tif"}


def test_progress_rises_to_one_block_by_block(
    request_of_pair: SharpenRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    shares: list[float] = []

    class Watching(SilentFeedback):
        def progress(self, share: float) -> None:
            shares.append(share)

    cut_small(monkeypatch, 64)
    sharpen(request_of_pair, Watching())
    assert shares == sorted(shares)
    assert len(shares) >= 6
    assert shares[-1] == 1.0


def test_cancel_leaves_nothing_and_keeps_what_was_there(
    request_of_pair: SharpenRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Impatient(SilentFeedback):
        asked = 0

        def is_cancelled(self) -> bool:
            self.asked += 1
            return self.asked > 3

    request_of_pair.output.write_bytes(b"an older result")
    folder = sorted(request_of_pair.output.parent.iterdir())
    cut_small(monkeypatch, 32)
    with pytest.raises(Cancelled):
        sharpen(replace(request_of_pair, overwrite=True), Impatient())
    assert request_of_pair.output.read_bytes() == b"an older result"
    assert sorted(request_of_pair.output.parent.iterdir()) == folder


def test_too_little_memory_is_met_with_smaller_blocks(
    request_of_pair: SharpenRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    sharpen(request_of_pair)
    whole = read(request_of_pair.output)
    infer = Sharpener.sharpen

    def short_of_memory(self: Sharpener, block: Block, watch: Watch) -> Array:
        if block.height > 70:
            raise MemoryError
        return infer(self, block, watch)

    monkeypatch.setattr(Sharpener, "sharpen", short_of_memory)
    sharpen(replace(request_of_pair, overwrite=True))
    assert np.array_equal(read(request_of_pair.output), whole)


WHERE_THEY_LIE = ("PAN lies", "MS lies")  # messages that tell


def crooked_pair(folder: Path, down: int, right: int) -> tuple[Path, Path]:
    """Write a pair of 128 x 160 PAN pixels whose PAN lies so far beside MS."""
    folder.mkdir()
    fine = textured(4, 144, 176, seed=3, dtype="float32") * 2047
    middle = fine[:, 8:136, 8:168].reshape(4, 32, 4, 40, 4).mean(axis=(2, 4))
    ms = write(folder / "ms.tif", np.rint(middle).astype(np.uint16), pixel=2.0)
    seen = fine.mean(axis=0, keepdims=True)[:, 8 - down : 136 - down, 8 - right : 168 - right]
    return write(folder / "pan.tif", np.rint(seen).astype(np.uint16)), ms


@pytest.fixture
def models(tmp_path: Path) -> dict[bool, Path]:
    """Return two model files: one that does not want PAN registered, and one that does."""
    return {
        registers: write_tiny_model(tmp_path / f"{registers}.onnx", registers=registers)
        for registers in (False, True)
    }


SIDES = {
    (3, -2): "3.0 below and 2.0 to the left of MS",
    (-4, 5): "4.0 above and 5.0 to the right of MS",
}


@pytest.mark.parametrize("shift", SIDES)
def test_pan_that_lies_beside_ms_is_moved_onto_it(
    tmp_path: Path, models: dict[bool, Path], shift: tuple[int, int]
) -> None:
    straight, crooked = (
        crooked_pair(tmp_path / name, *s) for name, s in zip("ab", ((0, 0), shift))
    )
    results = {}
    for name, pair_of_files in (("straight", straight), ("crooked", crooked)):
        output, feedback = tmp_path / f"{name}.tif", Listening(*WHERE_THEY_LIE)
        sharpen(SharpenRequest(*pair_of_files, output, model=models[True]), feedback)
        results[name] = read(output).astype(float)
        told = [f"PAN lies {SIDES[shift]}"] if name == "crooked" else []
        assert [text.split(" (")[0] for text in feedback.heard] == told
    sharpen(SharpenRequest(*crooked, tmp_path / "as-it-is.tif", model=models[False]))
    results["as it is"] = read(tmp_path / "as-it-is.tif").astype(float)
    # within the margin that has lost its PAN
    inside = (slice(None), slice(9, -9), slice(9, -9))
    wanted = results["straight"][inside]
    error = {key: np.abs(result[inside] - wanted).mean() for key, result in results.items()}
    assert error["crooked"] < 0.03 * error["as it is"]
    assert gdal.Open(str(tmp_path / "crooked.tif")).GetGeoTransform()[0] == ORIGIN[0]


@pytest.mark.parametrize(
    ("start", "own", "told"),
    [
        (0, 0.0, ["MS lies 1.5 PAN pixels lower and further right than PAN"]),
        (
            0,
            0.16,
            [
                "MS lies 1.5 PAN pixels lower and further right than PAN",
                "PAN lies 0.2 to the right of MS (in PAN pixels) once that is undone",
            ],
        ),
        (
            2,
            0.08,
            [
                "MS lies 0.4 PAN pixels higher and further left than PAN",
                "PAN lies 0.1 below and 0.2 to the right of MS (in PAN pixels) once that is undone",
            ],
        ),
    ],
)
def test_ms_of_single_samples_is_moved_onto_pan(
    tmp_path: Path, models: dict[bool, Path], start: int, own: float, told: list[str]
) -> None:
    fine = smooth_bands(160, 160).astype(np.float32)
    middles = smooth_bands(160, 160, -1.5, -1.5)[:, ::4, ::4].astype(np.float32)
    pan = write(tmp_path / "pan.tif", fine.mean(axis=0, keepdims=True))
    seen = smooth_bands(160, 160, 0, own).mean(axis=0, keepdims=True).astype(np.float32)
    other = write(tmp_path / "other-pan.tif", seen)
    pairs = {"straight": (pan, middles), "off": (other, fine[:, start::4, start::4])}
    results, heard = {}, {}
    for name, (pan, image) in pairs.items():
        ms, feedback = (
            write(tmp_path / f"{name}-ms.tif", image, pixel=2.0),
            Listening(*WHERE_THEY_LIE),
        )
        sharpen(SharpenRequest(pan, ms, tmp_path / f"{name}.tif", model=models[True]), feedback)
        results[name] = read(tmp_path / f"{name}.tif").astype(float)
        heard[name] = [text.split(";")[0].split(", as")[0] for text in feedback.heard]
    assert heard == {"straight": [], "off": told}
    sharpen(SharpenRequest(pan, ms, tmp_path / "as-it-is.tif", model=models[False]))
    results["as it is"] = read(tmp_path / "as-it-is.tif").astype(float)
    inside = (slice(None), slice(16, -16), slice(16, -16))
    wanted = results["straight"][inside]
    error = {key: np.abs(result[inside] - wanted).mean() for key, result in results.items()}
    assert error["off"] < (0.3 if start else 0.1) * error["as it is"]


@pytest.mark.parametrize("registers", [False, True])
def test_ms_between_pans_pixels_is_moved_onto_them(
    tmp_path: Path, models: dict[bool, Path], registers: bool
) -> None:
    # MS begins .5 PAN pixels further down and .4 further left than PAN; it shows what lies there
    pan_image = smooth_bands(160, 160).mean(axis=0, keepdims=True).astype(np.float32)
    pan = write(tmp_path / "pan.tif", pan_image)
    middle, between = (
        smooth_bands(160, 160, -1.5 - down, -1.5 - right)[:, ::4, ::4].astype(np.float32)
        for down, right in ((0, 0), (0.5, -0.4))
    )
    off = ORIGIN[0] - 0.2, ORIGIN[1] - 0.25
    pairs = {"straight": (middle, ORIGIN), "between": (between, off), "as it is": (between, ORIGIN)}
    results = {}
    for name, (image, origin) in pairs.items():
        ms = write(tmp_path / f"{name}-ms.tif", image, pixel=2.0, origin=origin)
        feedback = Listening(*WHERE_THEY_LIE)
        request = SharpenRequest(pan, ms, tmp_path / f"{name}.tif", model=models[registers])
        sharpen(request, feedback)
        results[name] = read(request.output).astype(float)
        assert bool(feedback.heard) == (registers and name == "as it is")
    inside = (slice(None), slice(16, -16), slice(16, -16))
    wanted = results["straight"][inside]
    error = {key: np.abs(result[inside] - wanted).mean() for key, result in results.items()}
    assert error["between"] < 0.1 * error["as it is"]
    assert gdal.Open(str(tmp_path / "between.tif")).GetGeoTransform()[0] == ORIGIN[0]


def test_moving_ms_makes_no_negative_values(tmp_path: Path, models: dict[bool, Path]) -> None:
    # a bright roof in still water of 0: moved by parts of a pixel, MS rings around it
    image = np.zeros((4, 20, 20), np.int16)
    image[:, 8:12, 8:12] = 2000
    pan = write(tmp_path / "pan.tif", image[:1].repeat(4, axis=1).repeat(4, axis=2))
    ms = write(tmp_path / "ms.tif", image, 2.0, (ORIGIN[0] + 0.25, ORIGIN[1] - 0.25))
    sharpen(SharpenRequest(pan, ms, tmp_path / "out.tif", model=models[False]))
    result = read(tmp_path / "out.tif")
    assert result.min() == 0
    assert result.max() > 1500


@pytest.mark.parametrize("core", [8, 52])
def test_blocks_of_a_moved_pan_leave_no_seams(
    tmp_path: Path, models: dict[bool, Path], monkeypatch: pytest.MonkeyPatch, core: int
) -> None:
    pan, ms = crooked_pair(tmp_path / "a", 3, -2)
    request = SharpenRequest(pan, ms, tmp_path / "out.tif", model=models[True])
    feedback = Listening(*WHERE_THEY_LIE)
    sharpen(request)
    whole = read(request.output)
    cut_small(monkeypatch, core)
    sharpen(replace(request, overwrite=True), feedback)
    assert np.array_equal(read(request.output), whole)
    assert len(feedback.heard) == 1


def test_a_model_that_aligns_by_itself_gets_pan_as_it_is(
    tmp_path: Path, models: dict[bool, Path]
) -> None:
    pan, ms = crooked_pair(tmp_path / "a", 3, -2)
    feedback = Listening(*WHERE_THEY_LIE)
    sharpen(SharpenRequest(pan, ms, tmp_path / "out.tif", model=models[False]), feedback)
    pan_image, ms_image = read(pan), read(ms)
    means = pan_image[0].reshape(32, 4, 40, 4).astype(np.float32).mean(axis=(1, 3))
    wanted = expected(pan_image, ms_image, percentile(means), percentile(ms_image))
    assert np.abs(read(tmp_path / "out.tif") - wanted).max() <= 0.51
    assert feedback.heard == []


def test_every_bundled_card_says_what_the_model_needs() -> None:
    models = bundled_models()
    assert {model.card.network for model in models} == {"sipsanet", "cf2n"}
    for model in models:
        assert model.card.figures
        assert model.card.training_data
        assert model.card.limits


@pytest.mark.parametrize(("dtype", "nodata"), [("uint8", 0), ("uint16", 0), ("int16", -32768)])
def test_holes_of_a_float_pan_are_told_in_an_output_of_integers(
    tmp_path: Path, dtype: str, nodata: int
) -> None:
    pan, ms = pair(tmp_path, 64, 64, dtype=dtype)
    fine, coarse = read(pan).astype(np.float32), read(ms)
    fine[0, 8:20, 30:33] = np.nan
    coarse[:, 10:] = 0 if dtype != "int16" else -5  # valid all the same
    write(pan, fine)
    write(ms, coarse, pixel=2.0)
    model = write_tiny_model(tmp_path / "tiny.onnx")
    sharpen(SharpenRequest(pan, ms, tmp_path / "out.tif", model=model))
    output = gdal.Open(str(tmp_path / "out.tif"))
    band = output.GetRasterBand(1)
    assert band.GetNoDataValue() == nodata
    assert np.array_equal(band.GetMaskBand().ReadAsArray() == 0, np.isnan(fine[0]))


@pytest.mark.parametrize("method", ["sipsanet", "cf2n"])
def test_a_pan_of_which_every_other_line_is_missing_is_used(tmp_path: Path, method: str) -> None:
    pan, ms = pair(tmp_path, 64, 64)
    whole, striped = tmp_path / "whole.tif", tmp_path / "striped.tif"
    sharpen(SharpenRequest(pan, ms, whole, method=method))
    image = read(pan)
    image[0, ::2] = 0
    sharpen(SharpenRequest(write(pan, image, nodata=0), ms, striped, method=method))
    expected_image, result = read(whole).astype(float), read(striped).astype(float)
    assert (result[:, ::2] == 0).all()
    assert (result[:, 1::2] != 0).all()
    off = np.abs(result - expected_image)[:, 1::2].mean()
    assert off < 0.1 * expected_image.std()


def test_the_log_tells_of_lossy_compression_where_pixels_may_be_empty(
    request_of_pair: SharpenRequest,
) -> None:
    log = Listening()

    lossy = replace(
        request_of_pair, creation_options=("COMPRESS=LERC", "MAX_Z_ERROR=4"), overwrite=True
    )
    sharpen(lossy, log)
    assert not any("Lossy" in line for line in log.heard)
    write(Path(lossy.ms), read(Path(lossy.ms)), pixel=2.0, nodata=0)
    sharpen(lossy, log)
    assert sum("Lossy" in line for line in log.heard) == 1
