"""The command line of the training package."""

from __future__ import annotations

import argparse
import signal
import sys
from pathlib import Path

from qgis_pansharp.backend.errors import PansharpError
from training.engines import cli as engines
from training.evaluation import cli as evaluation
from training.files import write_whole

DEFAULT_MANIFEST = Path(__file__).parent / "scenes.yaml"
DEFAULT_ROOT = Path(__file__).resolve().parents[2] / "shared" / "data"


def parser() -> argparse.ArgumentParser:
    """Describe the sub-commands."""
    result = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    commands = result.add_subparsers(dest="command", required=True)
    prepare = commands.add_parser("prepare", help="fill the cache of a run file, measure reading")
    fit = commands.add_parser("fit", help="train a network as a run file says")
    export = commands.add_parser("export", help="write a run's averaged weights as a model file")
    for command in (prepare, fit, export):
        command.add_argument("--config", type=Path, required=True, help="run file (YAML)")
        command.add_argument("--runs", type=Path, default=Path("runs"), help="where runs are kept")
    for command in (prepare, fit):
        command.add_argument(
            "--data", type=Path, default=DEFAULT_ROOT, help="folder of scene folders"
        )
    fit.add_argument("--threads", type=at_least_1, help="processor threads")
    export.add_argument(
        "--output", type=Path, help="model file; its bundled one by default, if it is one"
    )
    card = commands.add_parser("card", help="show a model's card, or write it as Markdown")
    card.add_argument(
        "model", type=Path, nargs="*", help="model files; the bundled ones by default"
    )
    card.add_argument("--output", type=Path, help="file to write instead of the terminal")
    weights = commands.add_parser("weights", help="train and export every bundled model, in order")
    weights.add_argument("--data", type=Path, default=DEFAULT_ROOT, help="folder of scene folders")
    weights.add_argument("--runs", type=Path, default=Path("runs"), help="where runs are kept")
    weights.add_argument("--threads", type=at_least_1, help="processor threads")
    weights.add_argument(
        "--rehearse",
        type=int,
        metavar="STEPS",
        help="cut every run to so many steps, beside the real ones: does the whole chain work?",
    )
    evaluation.add_commands(commands, DEFAULT_MANIFEST, DEFAULT_ROOT)
    engines.add_command(commands, DEFAULT_ROOT)
    return result


def at_least_1(text: str) -> int:
    """Return the number that a word of the command line is.

    Raises:
        ArgumentTypeError: it is none from 1.
    """
    if not text.isdecimal() or not int(text):
        raise argparse.ArgumentTypeError(f"must be a whole number from 1, got {text!r}")
    return int(text)


def main() -> int:
    """Run one sub-command; say in one line what the user can mend."""
    arguments = parser().parse_args()
    try:
        run(arguments)
    except (ValueError, OSError, PansharpError) as error:
        print(f"{parser().prog}: {one_line(error)}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 128 + signal.SIGINT
    return 0


def one_line(error: Exception) -> str:
    """Return what an error says; of a file that is missing or cannot be used, which it is."""
    if isinstance(error, OSError) and error.filename is not None:
        if isinstance(error, FileNotFoundError):
            return f"there is no file {error.filename}"
        return f"{error.filename}: {error.strerror}"
    return " ".join(str(error).split())


def run(arguments: argparse.Namespace) -> None:
    """Run one sub-command."""
    if arguments.command == "prepare":
        from training.throughput import prepare

        print(prepare(arguments.config, arguments.data, arguments.runs))
    elif arguments.command == "fit":
        from training.fit import fit

        print(fit(arguments.config, arguments.data, arguments.runs, arguments.threads))
    elif arguments.command == "export":
        from training.fit import export_run

        print(export_run(arguments.config, arguments.runs, arguments.output))
    elif arguments.command == "weights":
        from training.weights import rebuild, rehearse

        places = (arguments.data, arguments.runs)
        steps = arguments.rehearse
        made = (
            rehearse(*places, steps, arguments.threads)
            if steps is not None
            else rebuild(*places, arguments.threads)
        )
        for file in made:
            print(file)
    elif arguments.command == "card":
        from training.cards import cards

        text = cards(arguments.model)
        if arguments.output:
            write_whole(arguments.output, text.encode())
        else:
            print(text)
    elif arguments.command == "engines":
        print(engines.run(arguments))
    elif arguments.command in evaluation.COMMANDS:
        print(evaluation.run(arguments))


if __name__ == "__main__":
    sys.exit(main())
