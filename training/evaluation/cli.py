"""The sub-commands `evaluate` and `figures` of `python -m training`."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argparse import ArgumentParser, _SubParsersAction

PARTS = ("scores", "honesty", "alignment", "sheets")
SUITES = ("4band", "3band", "8band", "landsat")
COMMANDS = ("evaluate", "figures")


def add_commands(commands: _SubParsersAction[ArgumentParser], manifest: Path, root: Path) -> None:
    """Describe the sub-commands, whose scenes are those of a manifest and a folder by default."""
    evaluate = commands.add_parser("evaluate", help="score models beside classical methods")
    evaluate.add_argument("--suite", nargs="+", default=["4band"], choices=SUITES, help="scenes")
    evaluate.add_argument("--role", default="validation", choices=("validation", "tune"))
    evaluate.add_argument(
        "--parts", nargs="+", default=["scores", "honesty"], choices=PARTS, help="of the report"
    )
    evaluate.add_argument("--scenes", nargs="+", help="names or patterns, of the suite's scenes")
    evaluate.add_argument("--methods", nargs="+", default=[], help="rows to keep; all by default")
    evaluate.add_argument("--limit", type=int, help="crop scenes to so many MS pixels a side")
    evaluate.add_argument(
        "--write-cards", action="store_true", help="write the figures onto the models' cards"
    )
    figures = commands.add_parser("figures", help="draw crooked scenes and roads, if they are here")
    figures.add_argument("--scenes", nargs="+", help="names or patterns, instead of the usual ones")
    for command, folder in ((evaluate, "build/evaluation"), (figures, "docs/figures")):
        command.add_argument("--manifest", type=Path, default=manifest, help="scenes (YAML)")
        command.add_argument("--data", type=Path, default=root, help="folder of scene folders")
        command.add_argument("--output", type=Path, default=Path(folder), help="folder to write")
        command.add_argument(
            "--model", type=Path, action="append", default=[], help="model file; may be repeated"
        )
        command.add_argument("--engine", default="auto", help="engine that runs the models")


def run(arguments: argparse.Namespace) -> str:
    """Run one of the sub-commands; return what it has to say."""
    if arguments.command == "evaluate":
        from training.evaluation.report import Options, evaluate

        return evaluate(
            Options(
                manifest=arguments.manifest,
                root=arguments.data,
                output=arguments.output,
                suites=tuple(arguments.suite),
                role=arguments.role,
                parts=tuple(arguments.parts),
                files=tuple(arguments.model),
                engine=arguments.engine,
                wanted=tuple(arguments.methods),
                patterns=tuple(arguments.scenes or ("*",)),
                limit=arguments.limit,
                write_cards=arguments.write_cards,
            )
        )
    from training.evaluation.figures import draw_figures

    if not arguments.data.is_dir():
        return f"{arguments.data} is not here; there is nothing to draw."
    pictures = draw_figures(
        arguments.manifest,
        arguments.data,
        arguments.output,
        files=arguments.model,
        patterns=arguments.scenes,
        engine=arguments.engine,
    )
    return "\n".join(str(picture) for picture in pictures) or "No such scene is here."
