"""The command line of the training package."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

DEFAULT_ROOT = Path(__file__).resolve().parents[2] / "shared" / "data"
DEFAULT_MANIFEST = Path(__file__).parent / "scenes-4band.yaml"


def parser() -> argparse.ArgumentParser:
    """Describe the sub-commands."""
    result = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    commands = result.add_subparsers(dest="command", required=True)
    fit = commands.add_parser("fit", help="train a network as a run file says")
    fit.add_argument("--config", type=Path, required=True, help="run file (YAML)")
    fit.add_argument("--data", type=Path, default=DEFAULT_ROOT, help="folder of scene folders")
    fit.add_argument("--runs", type=Path, default=Path("runs"), help="where runs are kept")
    fit.add_argument("--threads", type=int, help="processor threads")
    export = commands.add_parser("export", help="write a run's averaged weights as a model file")
    export.add_argument("--config", type=Path, required=True, help="run file (YAML)")
    export.add_argument("--runs", type=Path, default=Path("runs"), help="where runs are kept")
    export.add_argument("--output", type=Path, help="model file; bundled by default")
    evaluate = commands.add_parser("evaluate", help="score models on the validation scenes")
    evaluate.add_argument("--manifest", type=Path, default=DEFAULT_MANIFEST, help="scenes (YAML)")
    evaluate.add_argument("--data", type=Path, default=DEFAULT_ROOT, help="folder of scene folders")
    evaluate.add_argument("--model", type=Path, action="append", default=[], help="model file")
    evaluate.add_argument("--engine", default="auto", help="engine that runs the models")
    evaluate.add_argument(
        "--output", type=Path, default=Path("build/evaluation"), help="folder of the report"
    )
    evaluate.add_argument(
        "--write-cards", action="store_true", help="write the figures onto the models' cards"
    )
    return result


def main() -> int:
    """Run one sub-command."""
    arguments = parser().parse_args()
    if arguments.command == "fit":
        from training.fit import fit

        print(fit(arguments.config, arguments.data, arguments.runs, arguments.threads))
    elif arguments.command == "export":
        from training.fit import export_run

        print(export_run(arguments.config, arguments.runs, arguments.output))
    elif arguments.command == "evaluate":
        from training.evaluate import evaluate

        print(
            evaluate(
                arguments.manifest,
                arguments.data,
                arguments.output,
                arguments.model,
                arguments.engine,
                arguments.write_cards,
            )
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
