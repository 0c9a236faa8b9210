"""The command line: `pansharp sharpen`, `pansharp models`, `pansharp engines`.

Exit codes: 0 done, 2 wrong usage, 130 cancelled, 128 and its number after a signal that ends
processes, else the family of the error (see `backend.errors`). With `--json` standard output holds
one JSON object and nothing else. The work is done before its result is printed.
"""

from __future__ import annotations

import argparse
import atexit
import contextlib
import json
import re
import signal
import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from qgis_pansharp.backend.cli_engines import add_engines, run_engines
from qgis_pansharp.backend.cli_output import is_terminal, note, prepare, tell
from qgis_pansharp.backend.errors import Cancelled, PansharpError
from qgis_pansharp.backend.messages import Message
from qgis_pansharp.backend.models import METHODS
from qgis_pansharp.backend.models.further import models_at_hand
from qgis_pansharp.backend.raster import limit_cache, return_errors
from qgis_pansharp.backend.request import (
    DEFAULT_MEMORY,
    ENGINES,
    PRECISIONS,
    SharpenRequest,
    SharpenResult,
)
from qgis_pansharp.backend.sharpen import sharpen
from qgis_pansharp.backend.sharpener import CANCELLED

BAR = 40
# signals that end a process; not every system has all
ENDING = ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK")
_EXPONENT = re.compile(r"-(\d+\.?\d*|\.\d+)[eE][-+]?\d+")


class TerminalFeedback:
    """Lines on standard error, such as which engine was chosen and why, above a progress bar.

    Args:
        lines: whether to print lines.
        bar: whether to draw the bar, which only a terminal can show.
    """

    def __init__(self, lines: bool, bar: bool) -> None:
        self._lines, self._bar = lines, bar

    def progress(self, share: float) -> None:
        """Redraw the bar."""
        if self._bar:
            filled = round(share * BAR)
            bar = "#" * filled + "-" * (BAR - filled)
            end = "\n" if share >= 1 else ""
            note(f"\r[{bar}] {share:4.0%}", end=end)

    def message(self, text: str | Message) -> None:
        """Print a line above the bar."""
        if self._lines:
            note(text)

    def is_cancelled(self) -> bool:
        """Ctrl+C arrives as an exception instead."""
        return False


def make_parser() -> argparse.ArgumentParser:
    """Describe the sub-commands."""
    parser = argparse.ArgumentParser(
        prog="pansharp", description="Sharpen a multispectral image with a panchromatic one."
    )
    commands = parser.add_subparsers(dest="command", required=True)
    run = commands.add_parser("sharpen", help="sharpen MS with PAN")
    run.add_argument("pan", metavar="PAN", help="panchromatic raster, one band")
    run.add_argument("ms", metavar="MS", help="multispectral raster of the same place")
    run.add_argument("output", metavar="OUT", type=Path, help="GeoTIFF to write")
    run.add_argument("--method", choices=("auto", *METHODS), default="auto", help="the network")
    run.add_argument("--engine", choices=ENGINES, default="auto", help="what runs the network")
    run.add_argument("--model", type=Path, metavar="FILE", help="model file to use instead")
    run.add_argument(
        "--co",
        action="append",
        default=[],
        metavar="KEY=VALUE",
        help="GeoTIFF creation option; may be repeated",
    )
    run.add_argument("--overwrite", action="store_true", help="replace an existing output")
    run.add_argument(
        "--area",
        nargs=4,
        type=float,
        metavar=("XMIN", "YMIN", "XMAX", "YMAX"),
        help="sharpen only this part, in PAN's coordinates (in PAN pixels, y down, if it has none)",
    )
    run.add_argument(
        "--memory",
        type=_megabytes,
        default=DEFAULT_MEMORY,
        metavar="MB",
        help=f"memory a block may take (default {DEFAULT_MEMORY // 1_000_000})",
    )
    run.add_argument(
        "--block-size",
        type=_count,
        default=0,
        metavar="PIXELS",
        help="PAN pixels a block's side may have at most (default: what the memory suffices for)",
    )
    run.add_argument(
        "--threads",
        type=_count,
        default=0,
        metavar="N",
        help="threads the engine may use (default: as many as there are cores)",
    )
    run.add_argument(
        "--device",
        default="auto",
        metavar="NAME",
        help="what the engine runs on: cpu, cuda:0, directml:0, ... (default: auto)",
    )
    run.add_argument(
        "--precision",
        choices=PRECISIONS,
        default="auto",
        help="half is faster on some devices; auto takes it where the result hardly changes",
    )
    run.add_argument(
        "--isolate",
        action="store_true",
        help="run every engine but the built-in one in a process of its own",
    )
    run.add_argument(
        "--engines-folder",
        type=Path,
        metavar="FOLDER",
        help="where engines are installed (default: a folder of the user)",
    )
    models = commands.add_parser("models", help="list the models")
    for command in (run, models):
        command.add_argument(
            "--model-folder",
            type=Path,
            metavar="FOLDER",
            help="further models to choose among, beside the bundled ones",
        )
    add_engines(commands)
    for command in (run, models):
        command.add_argument("--json", action="store_true", help="print JSON for scripts")
    return parser


def _megabytes(text: str) -> int:
    try:
        value = int(text)
    except ValueError:
        value = 0
    if value < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is no whole number of megabytes above 0")
    return value * 1_000_000


def _count(text: str) -> int:
    if not text.isdecimal():
        raise argparse.ArgumentTypeError(f"{text!r} is no whole number of at least 0")
    return int(text)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one sub-command; return the exit code."""
    prepare()
    options = make_parser().parse_args(_as_values(sys.argv[1:] if arguments is None else arguments))
    limit_cache()
    return_errors()
    _heed_signals()
    try:
        report, lines = _run(options)
    except PansharpError as error:
        return _fail(error, options.json)
    except KeyboardInterrupt as stop:
        code = _fail(Cancelled(CANCELLED), options.json)
        return stop.args[0] if stop.args else code
    except MemoryError:
        return _fail(
            PansharpError("memory does not suffice even for small blocks; close other programs."),
            options.json,
        )
    except Exception as error:  # whatever else goes wrong is one sentence, too
        reason = str(error).partition("\n")[0] or type(error).__name__
        return _fail(
            PansharpError(
                "unexpected failure ({reason}); please report it with the input.", reason=reason
            ),
            options.json,
        )
    told = tell(json.dumps(report) if options.json else "\n".join(lines))
    return 0 if told or not _only_tells(options) else 1


def _as_values(arguments: Sequence[str]) -> list[str]:
    """Return the arguments with a space before numbers such as -5e-05.

    argparse takes them for options, but nothing that has a space in it.
    """
    return [f" {text}" if _EXPONENT.fullmatch(text) else text for text in arguments]


def _only_tells(options: argparse.Namespace) -> bool:
    """Say whether nothing is left of a command whose result could not be printed."""
    return options.command == "models" or (
        options.command == "engines" and options.action in (None, "list")
    )


def _heed_signals() -> None:
    """Let signals that end the process clean up, but for those that it is to ignore (nohup).

    Once Python ends there is nothing to clean up, and the exit code stays what it is.
    """
    for number in _ending_signals():
        with contextlib.suppress(ValueError):  # not in the main thread
            if signal.getsignal(number) is not signal.SIG_IGN:
                signal.signal(number, _terminated)
    atexit.unregister(_ignore_signals)
    atexit.register(_ignore_signals)


def _ending_signals() -> list[signal.Signals]:
    return [getattr(signal, name) for name in ENDING if hasattr(signal, name)]


def _terminated(number: int, _frame: object) -> None:
    """Let a signal that ends the process clean up on its way, undisturbed by one more."""
    _ignore_signals()
    if number == signal.SIGINT:  # the user's own, which has a sentence for each command
        raise KeyboardInterrupt
    raise KeyboardInterrupt(128 + number)


def _ignore_signals() -> None:
    for each in _ending_signals():
        signal.signal(each, signal.SIG_IGN)


def _run(options: argparse.Namespace) -> tuple[Any, list[str]]:
    """Do what was asked; return it for JSON, and in lines for people."""
    if options.command == "sharpen":
        return _sharpen(options)
    if options.command == "models":
        models, notes = models_at_hand(options.model_folder)
        for text in notes:
            note(text)
        cards = [model.card for model in models]
        return [asdict(card) for card in cards], [
            f"{card.id} {card.version}: {card.title}; bands {', '.join(card.bands)}"
            for card in cards
        ]
    return run_engines(options)


def _sharpen(options: argparse.Namespace) -> tuple[dict[str, Any], list[str]]:
    request = SharpenRequest(
        pan=options.pan,
        ms=options.ms,
        output=options.output,
        method=options.method,
        engine=options.engine,
        model=options.model,
        creation_options=tuple(options.co),
        overwrite=options.overwrite,
        memory=options.memory,
        area=options.area and tuple(options.area),
        threads=options.threads,
        block_size=options.block_size,
        model_folder=options.model_folder,
        device=options.device,
        precision=options.precision,
        isolate=options.isolate,
        engines_folder=options.engines_folder,
    )
    lines = not options.json
    result = sharpen(request, TerminalFeedback(lines, lines and is_terminal()))
    return describe(result), [
        f"{result.output}: {result.columns} x {result.rows} pixels, {result.bands} bands, "
        f"model {result.model}, engine {result.engine}, {result.seconds:.1f} s, "
        f"{result.megapixels_per_second:.2f} megapixels/s"
    ]


def describe(result: SharpenResult) -> dict[str, Any]:
    """Return a result as plain values."""
    return {
        **asdict(result),
        "output": str(result.output),
        "megapixels_per_second": result.megapixels_per_second,
    }


def _fail(error: PansharpError, as_json: bool) -> int:
    """Say what went wrong, in one sentence on standard error or as JSON."""
    if as_json:
        told = {"error": type(error).__name__, "message": str(error)}
        log = getattr(error, "log", None)  # of an installation
        tell(json.dumps({**told, "log": str(log)} if log is not None else told))
    else:
        note(f"pansharp: {error}")
    return error.exit_code


if __name__ == "__main__":
    sys.exit(main())
