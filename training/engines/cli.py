"""The sub-command `engines` of `python -m training`."""

from __future__ import annotations

import argparse
import math
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argparse import ArgumentParser, _SubParsersAction

PARTS = ("agreement", "speed", "memory", "limits", "layers", "cards")


def add_command(commands: _SubParsersAction[ArgumentParser], root: Path) -> None:
    """Describe the sub-command, whose scenes are in a folder by default."""
    engines = commands.add_parser("engines", help="measure the engines that are installed here")
    engines.add_argument("--parts", nargs="+", default=["agreement", "speed"], choices=PARTS)
    engines.add_argument("--only", nargs="+", default=[], help="words of engine, device, precision")
    engines.add_argument("--models", nargs="+", help="ids of bundled models; those of four bands")
    engines.add_argument("--scenes", nargs="+", help="names of scene folders")
    engines.add_argument("--core", type=int, default=0, help="PAN pixels a side of a block")
    engines.add_argument("--rounds", type=int, default=5, help="to take medians of")
    engines.add_argument("--threads", type=int, default=0, help="that an engine may use")
    engines.add_argument("--data", type=Path, default=root, help="folder of scene folders")


def run(arguments: argparse.Namespace) -> str:
    """Run the sub-command; return what it has to say."""
    from qgis_pansharp.backend.models import bundled_models
    from training.engines import agreement, speed
    from training.engines.cases import cases_here

    bundled = bundled_models()
    every = [model.path for model in bundled]

    cases = cases_here(arguments.only)
    if not cases:
        raise ValueError(
            f"--only: nothing here is called {' or '.join(arguments.only)}; there are "
            f"{', '.join(map(str, cases_here()))}"
        )
    wanted = arguments.models or ["sipsanet-4band", "cf2n-4band"]
    unknown = sorted(set(wanted) - {model.card.id for model in bundled})
    if unknown:
        raise ValueError(
            f"--models: no bundled model is called {', '.join(unknown)}; there are "
            f"{', '.join(model.card.id for model in bundled)}"
        )
    chosen = [model for model in bundled if model.card.id in wanted]
    step = math.lcm(*(model.card.alignment for model in chosen))
    if arguments.core < 0 or arguments.core % step:
        raise ValueError(f"--core must be a multiple of {step}, got {arguments.core}")
    if arguments.rounds < 1:
        raise ValueError(f"--rounds must be at least 1, got {arguments.rounds}")
    models = [model.path for model in chosen]
    said = []
    for part in arguments.parts:
        if part == "agreement":
            said.append(
                agreement.report(
                    arguments.data,
                    arguments.scenes or agreement.SCENES,
                    cases,
                    arguments.core or 512,
                    arguments.threads,
                )
            )
        elif part == "speed":
            said.append(
                speed.report(models, cases, arguments.core, arguments.rounds, arguments.threads)
            )
        elif part == "memory":
            said.append(
                speed.memory_report(models, cases, arguments.core or 512, arguments.threads)
            )
        elif part == "cards":
            from training.engines import cards

            of_cards = models if arguments.models else every
            said.append(cards.report(of_cards, cases, arguments.core, arguments.rounds))
        elif part == "layers":
            from training.engines import layers

            scenes = arguments.scenes or agreement.SCENES
            said.append(layers.report(arguments.data, scenes, arguments.core or 256))
        else:
            from training.engines import limits

            said.append(limits.report(models, cases, arguments.core))
    return "\n\n".join(said)
