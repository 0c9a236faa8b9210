"""The command line's `pansharp engines list|install|remove|test|bundle`."""

from __future__ import annotations

import argparse
from dataclasses import asdict
from pathlib import Path
from typing import Any

from qgis_pansharp.backend.cli_output import note
from qgis_pansharp.backend.engines.at_hand import status
from qgis_pansharp.backend.environments import (
    PACKAGES,
    PLATFORMS,
    PYTHONS,
    Environment,
    Environments,
    InstallError,
    default_folder,
)
from qgis_pansharp.backend.environments.catalog import in_words
from qgis_pansharp.backend.environments.pins import find_own_target
from qgis_pansharp.backend.environments.processes import CANCELLED
from qgis_pansharp.backend.errors import Cancelled, EngineError
from qgis_pansharp.backend.messages import Message

ENGINES = tuple(package.engine for package in PACKAGES)
VARIANTS = tuple(
    dict.fromkeys(variant.name for package in PACKAGES for variant in package.variants)
)


class LineFeedback:
    """Lines on standard error, with the share that is done before each."""

    def __init__(self) -> None:
        self._share = 0.0

    def progress(self, share: float) -> None:
        """Keep the share for the next line."""
        self._share = share

    def message(self, text: str | Message) -> None:
        """Print a line."""
        note(f"[{self._share:4.0%}] {text}")

    def is_cancelled(self) -> bool:
        """Ctrl+C arrives as an exception instead."""
        return False


def add_engines(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Describe the sub-commands."""
    engines = commands.add_parser("engines", help="list, install and check engines")
    actions = engines.add_subparsers(dest="action", metavar="ACTION")
    listing = actions.add_parser("list", help="what is installed, and what it can do")
    install = actions.add_parser("install", help="install an engine into a folder of its own")
    remove = actions.add_parser("remove", help="delete an engine")
    test = actions.add_parser("test", help="check an installed engine and measure it")
    bundle = actions.add_parser("bundle", help="fetch an engine for a computer without network")
    for command in (install, remove, test, bundle):
        command.add_argument("engine", choices=ENGINES, help="which")
    bundle.add_argument("target", type=Path, metavar="FOLDER", help="folder to fill")
    for command in (install, bundle):
        command.add_argument(
            "--variant",
            choices=("auto", *VARIANTS),
            default="auto",
            help="for which processor (default: what suits the computer)",
        )
        command.add_argument(
            "--proxy",
            default="",
            metavar="URL",
            help="of the network; one with a password is better kept in HTTPS_PROXY",
        )
    install.add_argument(
        "--from-folder", type=Path, metavar="FOLDER", help="folder that 'bundle' has filled"
    )
    python = install.add_mutually_exclusive_group()
    python.add_argument(
        "--python", type=Path, metavar="FILE", help="interpreter to install with (default: this)"
    )
    python.add_argument(
        "--own-python",
        type=Path,
        metavar="FILE",
        help="use the engine that this interpreter has; nothing is installed",
    )
    bundle.add_argument(
        "--platform",
        choices=[platform.name for platform in PLATFORMS],
        help="of the other computer (default: as this)",
    )
    bundle.add_argument(
        "--python",
        choices=PYTHONS,
        metavar="X.Y",
        help="version of the other computer's Python (default: as this)",
    )
    for command in (engines, listing, install, remove, test):
        command.add_argument(
            "--folder",
            type=Path,
            metavar="FOLDER",
            # an option before the action must not be undone by that one's default
            default=None if command is engines else argparse.SUPPRESS,
            help="where engines are installed (default: a folder of the user)",
        )
    for command in (engines, listing, install, remove, test, bundle):
        command.add_argument(
            "--json",
            action="store_true",
            default=False if command is engines else argparse.SUPPRESS,
            help="print JSON for scripts",
        )


def run_engines(options: argparse.Namespace) -> tuple[Any, list[str]]:
    """Do what was asked; return it for JSON, and in lines for people.

    Raises:
        EngineError: it failed.
        Cancelled: the user stopped it.
    """
    try:
        return _run(options)
    except InstallError as error:
        if error.log is not None and not options.json:
            note(f"The log is {error.log}")
        raise
    except KeyboardInterrupt as stop:
        if stop.args:  # a signal with an exit code of its own
            raise
        raise Cancelled(CANCELLED) from stop


def _run(options: argparse.Namespace) -> tuple[Any, list[str]]:
    environments = Environments(options.folder or default_folder())
    feedback = LineFeedback()
    if options.action == "install":
        if options.own_python is not None:
            found = environments.use_python(options.engine, options.own_python, feedback)
        else:
            found = environments.install(
                options.engine,
                options.python,
                feedback,
                variant=options.variant,
                proxy=options.proxy,
                source=options.from_folder,
            )
        return _tell(found, options.json)
    if options.action == "test":
        return _tell(environments.verify(options.engine, feedback), options.json)
    if options.action == "remove":
        environments.remove(options.engine)
        return {"engine": options.engine, "removed": True}, [f"{options.engine}: removed"]
    if options.action == "bundle":
        return _bundle(environments, options, feedback)
    return _list(environments)


def _bundle(
    environments: Environments, options: argparse.Namespace, feedback: LineFeedback
) -> tuple[dict[str, Any], list[str]]:
    here = find_own_target()
    if here is None and not (options.platform and options.python):
        raise EngineError(
            "This computer is none that engines can be fetched for; give --platform and --python."
        )
    bundle = environments.bundle(
        options.engine,
        options.platform or (here.platform.name if here else ""),
        options.python or (here.python if here else ""),
        options.target,
        feedback,
        variant=options.variant,
        proxy=options.proxy,
    )
    return {**asdict(bundle), "folder": str(options.target.absolute())}, [
        f"{options.target}: {bundle.engine} ({bundle.variant}) for {bundle.target}, "
        f"{len(bundle.packages)} packages"
    ]


def _tell(environment: Environment, as_json: bool) -> tuple[dict[str, Any], list[str]]:
    if environment.note and not as_json:
        note(environment.note)
    return describe(environment), [_line(environment)]


def _line(environment: Environment) -> str:
    size = "a Python of your own" if environment.own else in_words(environment.size)
    return (
        f"{environment.engine} {environment.version}: {environment.device}, "
        f"{environment.speed:.2f} megapixels/s, {size}, {environment.python}"
    )


def _list(environments: Environments) -> tuple[list[dict[str, Any]], list[str]]:
    listed, lines = [], []
    for state in status(environments.root, isolate=False):
        environment = environments.get(state.name)
        problem = environments.problem(state.name)
        told = None if environment is None else describe(environment)
        listed.append(
            {**asdict(state), "installed": told, "problem": None if not problem else str(problem)}
        )
        lines.append(f"{state.name}: {'ready' if state.available else 'missing'}, {state.detail}")
        if environment is not None:
            lines.append(f"  installed: {_line(environment)}")
        if problem is not None:
            lines.append(f"  installed, but {problem}")
    return listed, lines


def describe(environment: Environment) -> dict[str, Any]:
    """Return an environment as plain values."""
    return {
        "engine": environment.engine,
        "variant": environment.variant,
        "version": environment.version,
        "versions": dict(environment.versions),
        "python": str(environment.python),
        "python_version": environment.python_version,
        "paths": [str(path) for path in environment.paths],
        "own": environment.own,
        "size": environment.size,
        "devices": [vars(device) for device in environment.devices],
        "device": environment.device,
        "megapixels_per_second": environment.speed,
        "note": environment.note,
    }
