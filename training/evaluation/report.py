"""One run: the parts asked for, for the suites asked for, written into a folder of each."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from fnmatch import fnmatch
from functools import partial
from pathlib import Path

from qgis_pansharp.backend.models import Model, bundled_models, load_model
from training.evaluation import alignment, honesty, scores, sheets, tables
from training.evaluation.indices import least_side
from training.evaluation.methods import (
    CLASSICAL,
    EXP,
    Method,
    fits,
    models_for,
    names_of,
    rows_for,
)
from training.evaluation.pictures import draw_curves
from training.evaluation.samples import CROOKED_FROM, Sample, full_sample, reduced_sample, samples
from training.evaluation.suites import SUITES, Suite, choose
from training.export import set_figures
from training.scenes import MANIFEST, TooSmallError, TrainingScene, load_manifest

LEAST_LIMIT = 16  # MS pixels, at which all suites have all indices
ALIGNMENT_SIDE = 64  # MS pixels; a few objects of many scenes rather than many of few
HONESTY_SIDE = 96


@dataclass(frozen=True)
class Options:
    """What to evaluate, and how.

    `limit` crops every sample to its middle, MS pixels; `wanted` names the methods to keep, all if
    empty; `patterns` are of scenes' names; `files` are models beside the bundled ones.
    """

    manifest: Path
    root: Path
    output: Path
    suites: tuple[str, ...] = ("4band",)
    role: str = "validation"
    parts: tuple[str, ...] = ("scores", "honesty")
    files: tuple[Path, ...] = ()
    engine: str = "auto"
    wanted: tuple[str, ...] = ()
    patterns: tuple[str, ...] = ("*",)
    limit: int | None = None
    write_cards: bool = False

    def check(self) -> None:
        """Refuse options that do not go together; raises ValueError."""
        if self.limit is not None and self.limit < LEAST_LIMIT:
            raise ValueError(f"the limit must be at least {LEAST_LIMIT} MS pixels")
        whole = self.limit is None and self.patterns == ("*",) and self.role == "validation"
        if self.write_cards and not whole:
            raise ValueError("cards hold figures of all validation scenes, whole")
        if self.write_cards and "scores" not in self.parts:
            raise ValueError("cards hold scores; ask for that part")

    def spared(self, models: Sequence[Model]) -> list[Model]:
        """Return the models whose cards stay: with scenes of one's own all that were not named."""
        if self.manifest.resolve() == MANIFEST.resolve():
            return []
        return [model for model in models if model.path not in self.files]


@dataclass
class Notes:
    """What a reader must know about samples: which lost their holes, and which are left out."""

    cut: dict[str, float] = field(default_factory=dict)  # scene: share of it
    small: dict[str, str] = field(default_factory=dict)  # scene and resolution: why

    def seen(self, sample: Sample) -> Sample:
        """Note whether a sample lost its holes; return it."""
        if sample.cut:
            self.cut[sample.scene] = max(sample.cut, self.cut.get(sample.scene, 0.0))
        return sample

    def fits(self, sample: Sample) -> bool:
        """Say whether a sample is large enough for the indices, and note one that is not."""
        rows, columns = sample.ms.shape[1:]
        least = least_side(sample)
        if min(rows, columns) >= least:
            return True
        name = f"{sample.scene} at {sample.resolution} resolution"
        self.small[name] = f"{rows} x {columns} MS pixels, at least {least} a side are wanted"
        return False

    def text(self) -> str:
        """Return all that there is to say, in Markdown."""
        lines = []
        if self.cut:
            scenes = ", ".join(f"{name} ({100 * cut:.0f} %)" for name, cut in self.cut.items())
            lines.append(
                "Scenes with places without data are cropped to their largest rectangle without "
                f"any; left out of {scenes}.\n"
            )
        if self.small:
            scenes = "; ".join(f"{name} ({why})" for name, why in self.small.items())
            lines.append(f"Too small, and left out of the scores: {scenes}.\n")
        return "\n".join(lines)


def evaluate(options: Options) -> str:
    """Evaluate models and classical methods; return the reports in Markdown.

    Raises:
        ValueError: options do not go together, or name what there is not.
    """
    options.check()
    scenes = load_manifest(options.manifest, options.root)
    given = [load_model(file) for file in options.files]
    possible = {name: choose(SUITES[name], scenes, options.role) for name in options.suites}
    check_scenes([scene for found in possible.values() for scene in found], options)
    reports = []
    for name, found in possible.items():
        suite = SUITES[name]
        chosen = [scene for scene in found if matches(scene, options)]
        models = models_for(suite, bundled_models(), given)
        others = [model for model in given if model.card.ratio != suite.ratio]
        reports.append(evaluate_suite(suite, chosen, models, options, others))
    return "\n".join(reports)


def matches(scene: TrainingScene, options: Options) -> bool:
    """Say whether one of the patterns is of a scene's name."""
    return any(fnmatch(scene.name, pattern) for pattern in options.patterns)


def check_scenes(scenes: Sequence[TrainingScene], options: Options) -> None:
    """Refuse patterns that none of the suites' scenes match, and scenes that are not there.

    Raises:
        ValueError: there are such.
    """
    names = sorted({scene.name for scene in scenes})
    unknown = [
        pattern
        for pattern in options.patterns
        if pattern != "*" and not any(fnmatch(name, pattern) for name in names)
    ]
    if unknown:
        raise ValueError(
            f"no {options.role} scene of {', '.join(options.suites)} in {options.manifest} is "
            f"called {', '.join(unknown)}; there are {', '.join(names) or 'none at all'}"
        )
    wanted = [scene.folder for scene in scenes if matches(scene, options)]
    missing = [
        file
        for folder in dict.fromkeys(wanted)
        for file in (folder / "ms.tif", folder / "pan.tif")
        if not file.exists()
    ]
    if missing:
        raise ValueError(
            f"there is no {missing[0]}, nor {len(missing) - 1} further files of the scenes; --data "
            "names the folder of their folders"
        )


def evaluate_suite(
    suite: Suite,
    scenes: Sequence[TrainingScene],
    models: Sequence[Model],
    options: Options,
    others: Sequence[Model] = (),
) -> str:
    """Write the report of one suite into `output/suite` and return it.

    Args:
        suite: which bands and ratio.
        scenes: of the suite.
        models: that can be run on them.
        options: what to evaluate.
        others: models that were asked for and are of another ratio.

    Raises:
        ValueError: a wanted method is unknown, or figures for cards lack a scene.
    """
    if not scenes:
        return f"## Suite {suite.name}\n\nThere is no such {options.role} scene.\n"
    elsewhere = {name for model in others for name in (model.card.id, model.path.stem)}
    elsewhere -= set(CLASSICAL) | set(names_of(models))
    wanted = [name for name in options.wanted if name not in elsewhere]
    # with none left, those that are always there
    wanted = wanted or ([EXP] if options.wanted else [])
    methods = rows_for(models, options.engine, wanted)
    folder = options.output / suite.name
    folder.mkdir(parents=True, exist_ok=True)
    text, notes = [_heading(suite, scenes, options, others)], Notes()
    if "scores" in options.parts or "sheets" in options.parts:
        draw = partial(sheets.draw, folder / "sheets") if "sheets" in options.parts else None
        rows = scores.score(_samples(suite, scenes, options, notes), methods, draw)
        tables.scores_csv(rows, folder / "scores.csv")
        text.append(tables.scores_markdown(rows))
        if options.write_cards:
            write_cards(rows, models, suite, options.spared(models))
    if "honesty" in options.parts:
        text.append(_honesty(suite, scenes, methods, options, folder, notes))
    if "alignment" in options.parts:
        text.append(_alignment(suite, scenes, methods, options, folder, notes))
    if notes.text():
        text.insert(1, notes.text())
    report = "\n".join(text)
    (folder / "report.md").write_text(report, encoding="utf-8")
    return report


def write_cards(
    rows: Sequence[scores.Row],
    models: Sequence[Model],
    suite: Suite,
    spared: Collection[Model] = (),
) -> None:
    """Write the means onto the cards of those models that were made for the suite's bands.

    Cards of the spared ones stay as they are.
    """
    summary = scores.means(rows)
    for row, model in zip(names_of(models), models, strict=True):
        figures = {
            f"{resolution} resolution, validation scenes: {name}": round(value, 4)
            for (resolution, method), values in summary.items()
            if method == row
            for name, value in values.items()
        }
        if figures and fits(model.card, suite) and model not in spared:
            set_figures(model.path, figures)


def _samples(
    suite: Suite, scenes: Sequence[TrainingScene], options: Options, notes: Notes
) -> Iterator[Sample]:
    """Yield all samples that are large enough; cards want every one."""
    for scene in scenes:
        try:
            for sample in samples(scene, suite.roles_of(scene), options.limit):
                if notes.fits(notes.seen(sample)):
                    yield sample
        except TooSmallError as error:
            notes.small[scene.name] = str(error)
        if notes.small and options.write_cards:
            raise ValueError(f"cards hold figures of all scenes. {notes.text()}")


def _heading(
    suite: Suite,
    scenes: Sequence[TrainingScene],
    options: Options,
    others: Sequence[Model],
) -> str:
    """Say what was evaluated and what one must know to read the tables."""
    crop = f"the middle {options.limit} MS pixels" if options.limit else "whole"
    crooked = [scene.name for scene in scenes if scene.misregistration > CROOKED_FROM]
    lines = [
        f"## Suite {suite.name}: {', '.join(suite.roles)} at ratio {suite.ratio}\n",
        f"{len(scenes)} {options.role} scenes, {crop}. EXP is cubic interpolation in pixel-area "
        "geometry, Brovey is GDAL's with equal weights; classical methods know the sensor's "
        "published MTF gains. Full-resolution indices are compared at MS's size in pixel-area "
        "geometry (no figures of published tables).\n",
    ]
    if crooked:
        lines.append(
            f"PAN lies more than {CROOKED_FROM} MS pixels beside MS in {', '.join(crooked)}; all "
            "methods get them so, and MS is the truth at reduced resolution.\n"
        )
    if others:
        named = zip(names_of(others), others, strict=True)
        listed = ", ".join(f"{name} (ratio {model.card.ratio})" for name, model in named)
        lines.append(f"Made for another ratio, and so without a part in this: {listed}.\n")
    return "\n".join(lines)


def _honesty(
    suite: Suite,
    scenes: Sequence[TrainingScene],
    methods: dict[str, Method],
    options: Options,
    folder: Path,
    notes: Notes,
) -> str:
    """Write and return the second part."""
    limit = min(options.limit or HONESTY_SIDE, HONESTY_SIDE)
    raw = (scene for scene in scenes if scene.kind == "raw")
    chosen = (notes.seen(full_sample(s, suite.roles_of(s), limit)) for s in raw)
    findings = honesty.examine(chosen, methods)
    title = "### Nothing invented\n\n"
    if not findings:
        return title + (
            f"No raw scene of {honesty.LEAST_SIDE} MS pixels or more"
            f"{' within the limit' if limit < honesty.LEAST_SIDE else ''}.\n"
        )
    names = list(dict.fromkeys(name for f in findings for name in f.figures))
    lines: list[tuple[tables.Cell, ...]]
    lines = [(f.scene, f.method, *(f.figures.get(name) for name in names)) for f in findings]
    tables.write_csv(folder / "honesty.csv", ("scene", "method", *names), lines)
    summary = honesty.mean_findings(findings)
    count = len({f.scene for f in findings})
    return (
        title
        + f"Means over {count} scenes, biases by size. Noise gain 1: all noise in a flat area "
        f"comes from the inputs, of which it is {honesty.NOISE:.0%}, strong noise "
        f"{honesty.STRONG_NOISE:.0%}. Highlights should stay at 100 %.\n\n"
        + tables.markdown_table(
            ("method", *names),
            [(method, *(row.get(name) for name in names)) for method, row in summary.items()],
        )
    )


def _alignment(
    suite: Suite,
    scenes: Sequence[TrainingScene],
    methods: dict[str, Method],
    options: Options,
    folder: Path,
    notes: Notes,
) -> str:
    """Write and return the third part: of each group the first well-registered scene."""
    limit = min(options.limit or ALIGNMENT_SIDE, ALIGNMENT_SIDE)
    first: dict[str, TrainingScene] = {}
    for scene in scenes:
        if scene.misregistration <= alignment.WELL_REGISTERED:
            first.setdefault(scene.group, scene)

    def chosen() -> Iterator[Sample]:
        for scene in first.values():
            roles = suite.roles_of(scene)
            with suppress(TooSmallError):  # as others are that are not quite so small
                yield notes.seen(reduced_sample(scene, roles, limit))
            if scene.kind == "raw":
                yield notes.seen(full_sample(scene, roles, limit))

    points = alignment.align(chosen(), methods)
    title = "### Alignment\n\n"
    if not points:
        return title + "No well-registered scene is large enough.\n"
    header = ("resolution", "kind", "method", "shift")
    lines: list[tuple[tables.Cell, ...]] = [
        (
            p.resolution,
            p.scene,
            p.kind,
            p.method,
            p.shift,
            *(p.figures[n] for n in alignment.FIGURES),
        )
        for p in points
    ]
    tables.write_csv(
        folder / "alignment.csv",
        ("resolution", "scene", "kind", "method", "shift", *alignment.FIGURES),
        lines,
    )
    summary = alignment.mean_points(points)
    for resolution in dict.fromkeys(key[0] for key in summary):
        draw_curves(
            folder / f"alignment-{resolution}.png",
            f"Suite {suite.name}, {resolution} resolution: shifted MS, judged on objects",
            _curves(summary, resolution),
            "shift, MS pixels",
        )
    table: list[tuple[tables.Cell, ...]] = [
        (*key, shift, *(figures[n] for n in alignment.FIGURES))
        for key, curve in summary.items()
        for shift, figures in curve.items()
        if shift == int(shift)
    ]
    names = {r: sorted({p.scene for p in points if p.resolution == r}) for r, *_ in summary}
    which = "; ".join(f"{r} resolution: {', '.join(found)}" for r, found in names.items())
    return (
        title
        + "Objects in MS lie a known number of MS pixels beside their place in PAN; judged at "
        + f"their place in PAN. Scenes, {which}.\n\n"
        + tables.markdown_table((*header, *alignment.FIGURES), table)
    )


def _curves(
    summary: dict[tuple[str, str, str], dict[float, dict[str, float]]], resolution: str
) -> dict[str, dict[str, dict[str, tuple[list[float], list[float]]]]]:
    """Arrange the means of one resolution as kind → figure → method → (shifts, values)."""
    result: dict[str, dict[str, dict[str, tuple[list[float], list[float]]]]] = {}
    for (place, kind, method), curve in summary.items():
        if place != resolution:
            continue
        for name in alignment.FIGURES:
            values = [figures[name] for figures in curve.values()]
            result.setdefault(kind, {}).setdefault(name, {})[method] = (list(curve), values)
    return result
