"""All engines of one folder: installing, checking, removing, and filling bundles."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from qgis_pansharp.backend.engines.calibration import Speeds
from qgis_pansharp.backend.environments.catalog import PACKAGES, Package, has_nvidia, package_of
from qgis_pansharp.backend.environments.checking import Checked, check
from qgis_pansharp.backend.environments.choosing import (
    GROWTH,
    Choice,
    choose,
    instead_of,
    require_space,
    target_of,
)
from qgis_pansharp.backend.environments.failures import InstallError, explain, failure
from qgis_pansharp.backend.environments.fetching import fetch
from qgis_pansharp.backend.environments.interpreters import (
    Candidate,
    Interpreter,
    InterpreterError,
    ask,
    own_interpreter,
)
from qgis_pansharp.backend.environments.pip import Pip, Surroundings
from qgis_pansharp.backend.environments.progress import Progress
from qgis_pansharp.backend.environments.records import (
    DOWNLOADS,
    LOGS,
    Environment,
    delete_folder,
    delete_record,
    locked,
    new_folder,
    read_record,
    record_file,
    remove_leftovers,
    size_of,
    write_record,
)
from qgis_pansharp.backend.environments.venvs import Room, make_room
from qgis_pansharp.backend.environments.wheels import (
    Bundle,
    found_wheels,
    require_bundle,
    require_wheels,
    write_bundle,
)
from qgis_pansharp.backend.messages import Message
from qgis_pansharp.backend.request import Feedback, SilentFeedback

ENGINES = tuple(package.engine for package in PACKAGES)
WORK = "work"  # folder for what is written in between
FETCHED, UNPACKED = 0.7, 0.85  # shares of the work that are done after these steps
SILENT = SilentFeedback()


class Environments:
    """The engines that are installed below a folder.

    Nothing is written before something is installed.

    Args:
        root: of QGIS's profile, or the one of `default_folder`.
    """

    def __init__(self, root: str | Path) -> None:
        self.root = Path(root).absolute()

    def get(self, engine: str) -> Environment | None:
        """Return an engine that was installed, and checked then; None where it cannot be used."""
        environment = read_record(self.root, engine)
        return environment if environment is not None and environment.stands() else None

    def all(self) -> list[Environment]:
        """Return all engines that can be used."""
        found = (self.get(engine) for engine in ENGINES)
        return [environment for environment in found if environment is not None]

    def problem(self, engine: str) -> Message | None:
        """Say why an engine that was installed cannot be used; None where there is no reason."""
        if not record_file(self.root, engine).exists() or self.get(engine) is not None:
            return None
        return Message(
            "the Python that it was installed with has gone or changed; install it again"
        )

    def log_file(self, engine: str) -> Path:
        """Return the file with all that the last work on an engine printed; it may not exist."""
        return self.root / LOGS / f"{engine}.log"

    def install(
        self,
        engine: str,
        python: str | Path | None = None,
        feedback: Feedback = SILENT,
        *,
        variant: str = "auto",
        proxy: str = "",
        source: str | Path | None = None,
    ) -> Environment:
        """Install an engine; what was installed before counts until the new one was checked.

        Args:
            engine: its name.
            python: interpreter to use, by default the one that runs this, or that QGIS brings.
            feedback: takes progress, lines for the log, and is asked whether to stop.
            variant: see `catalog`; "auto" for what suits this computer.
            proxy: its address, with name and password where it wants them; empty for what the
                environment and pip's configuration say.
            source: folder of wheels to take instead of the package index.

        Raises:
            EngineError: it failed; one sentence says why and what to do.
            Cancelled: the user wants to stop.
        """
        package = package_of(engine)
        wheels = None if source is None else Path(source).absolute()
        with self._changing(engine, feedback) as work:
            interpreter = self._interpreter(engine, python, feedback)
            choice = self._choose(package, interpreter, variant, wheels)
            self._tell_choice(choice, interpreter, feedback)
            progress = Progress(feedback)
            around = Surroundings(
                work, self.log_file(engine), proxy, feedback.is_cancelled, progress.tick
            )
            pip = Pip(interpreter, engine, around)
            if wheels is None:
                wheels = self._download(pip, choice, progress, feedback, work)
            else:
                require_space(engine, self.root, int(GROWTH * choice.size.unpacked))
            folder = new_folder(self.root, engine)
            try:
                room = make_room(interpreter, folder, self._writer(engine), feedback.is_cancelled)
                feedback.message(Message("Unpacking {count} packages", count=len(choice.pins)))
                progress.stage(FETCHED, UNPACKED, (work, folder), choice.size.unpacked)
                pip.install(choice.pins, wheels, room.packages)
                progress.stage(UNPACKED, 1.0)
                names = [pin.name for pin in choice.pins]
                checked = self._check(package, room, names, feedback)
                environment = replace(
                    _environment(package, room, checked, interpreter),
                    folder=folder,
                    size=size_of(folder),
                    variant=choice.variant.name,
                )
                write_record(self.root, environment)
                Speeds(self.root).forget(engine)
            except BaseException:
                delete_folder(folder)
                raise
            self._clean_up(engine)
        feedback.progress(1.0)
        return environment

    def use_python(
        self, engine: str, python: str | Path, feedback: Feedback = SILENT
    ) -> Environment:
        """Use an engine that a Python of the user's own has, once it was checked.

        Args:
            engine: its name.
            python: the interpreter.
            feedback: see `install`.

        Raises:
            EngineError: it cannot be used.
            Cancelled: the user wants to stop.
        """
        package = package_of(engine)
        with self._changing(engine, feedback):
            interpreter = self._interpreter(engine, python, feedback)
            if interpreter.target is None:
                reason = Message(
                    "it is {python}, but 3.9 to 3.14 is needed", python=interpreter.title
                )
                raise failure("bad-python", engine, python=str(interpreter.path), reason=reason)
            room = Room(interpreter.path, interpreter.path)
            checked = self._check(package, room, (), feedback)
            environment = replace(_environment(package, room, checked, interpreter), own=True)
            write_record(self.root, environment)
            Speeds(self.root).forget(engine)
            self._clean_up(engine)
        return environment

    def verify(self, engine: str, feedback: Feedback = SILENT) -> Environment:
        """Check an installed engine again, and measure it; return what was found.

        Raises:
            EngineError: it is not installed, or does not work any more.
            Cancelled: the user wants to stop.
        """
        package = package_of(engine)
        self._require_record(engine)
        with self._changing(engine, feedback):
            known = read_record(self.root, engine)
            if known is None:
                raise failure("missing", engine, folder=str(self.root))
            interpreter = self._interpreter(engine, known.python, feedback)
            room = Room(known.python, known.python, known.paths)
            checked = self._check(package, room, list(known.versions), feedback)
            environment = replace(
                _environment(package, room, checked, interpreter),
                own=known.own,
                size=known.size,
                variant=known.variant,
                folder=known.folder,
            )
            write_record(self.root, environment)
            Speeds(self.root).forget(engine)
        return environment

    def remove(self, engine: str) -> None:
        """Delete an engine; a Python of the user's own is only forgotten.

        Files that a running program uses stay until the next change.

        Raises:
            EngineError: it is not installed, or may not be deleted.
        """
        package_of(engine)
        self._require_record(engine)
        with self._changing(engine, SILENT):
            delete_record(self.root, engine)
            self._clean_up(engine)

    def bundle(
        self,
        engine: str,
        platform: str,
        python: str,
        target: str | Path,
        feedback: Feedback = SILENT,
        *,
        variant: str = "auto",
        proxy: str = "",
        interpreter: str | Path | None = None,
    ) -> Bundle:
        """Fill a folder with the wheels that another computer needs.

        Args:
            engine: its name.
            platform: of the other computer; one of `PLATFORMS` by name.
            python: version of its Python, such as "3.12".
            target: the folder; what is in it already is not fetched again.
            feedback: see `install`.
            variant: see `catalog`; "auto" does not suppose a card of NVIDIA's.
            proxy: see `install`.
            interpreter: that has pip, by default the one that runs this.

        Raises:
            EngineError: it failed.
            Cancelled: the user wants to stop.
        """
        choice = choose(package_of(engine), target_of(platform, python), variant, nvidia=False)
        folder = Path(target).absolute()
        work, log = folder / WORK, folder / f"{engine}.log"
        with _explained(engine, folder, log), contextlib.ExitStack() as stack:
            folder.mkdir(parents=True, exist_ok=True)
            stack.callback(delete_folder, work)
            work.mkdir(exist_ok=True)
            log.write_text("", encoding="utf-8")
            starter = self._interpreter(engine, interpreter, feedback)
            progress = Progress(feedback)
            pip = Pip(
                starter,
                engine,
                Surroundings(work, log, proxy, feedback.is_cancelled, progress.tick),
            )
            there = sum(path.stat().st_size for path in folder.glob("*.whl"))
            require_space(engine, folder, max(0, choice.size.packed - there))
            fetch(
                choice,
                folder,
                lambda pin: pip.download_for(pin, folder, choice.target.platform, python),
                feedback,
                progress,
                1.0,
                work,
            )
            packages = {pin.name: pin.version for pin in choice.pins}
            bundle = Bundle(engine, choice.variant.name, python, platform, packages)
            write_bundle(folder, bundle)
            log.unlink()
        feedback.progress(1.0)
        return bundle

    # What these have in common -------------------------------------------------------------------

    @contextlib.contextmanager
    def _changing(self, engine: str, feedback: Feedback) -> Iterator[Path]:
        """Let one program at a time change the folder; gives a folder for what lies in between."""
        work, log = self.root / WORK, self.log_file(engine)
        with _explained(engine, self.root, log), contextlib.ExitStack() as stack:
            self.root.mkdir(parents=True, exist_ok=True)
            if not stack.enter_context(locked(self.root)):
                raise failure("busy", engine, folder=str(self.root))
            delete_folder(work)
            if remove_leftovers(self.root, ENGINES):
                feedback.message(Message("Some old files are still in use and stay for now."))
            stack.callback(delete_folder, work)
            work.mkdir(exist_ok=True)
            log.parent.mkdir(exist_ok=True)
            log.write_text("", encoding="utf-8")
            yield work

    def _require_record(self, engine: str) -> None:
        if not record_file(self.root, engine).exists():
            raise failure("missing", engine, folder=str(self.root))

    def _writer(self, engine: str) -> _Writer:
        return _Writer(self.log_file(engine))

    def _interpreter(
        self, engine: str, python: str | Path | None, feedback: Feedback
    ) -> Interpreter:
        if python is None:
            found = own_interpreter(feedback.is_cancelled)
            if found is None:
                raise failure("no-python", engine)
            return found
        path = Path(os.path.abspath(python))  # noqa: PTH100 - an environment's link stays one
        try:
            return ask(Candidate(path), feedback.is_cancelled)
        except InterpreterError as problem:
            raise failure(
                "bad-python", engine, python=str(path), reason=problem.reason
            ) from problem

    def _choose(
        self, package: Package, interpreter: Interpreter, variant: str, source: Path | None
    ) -> Choice:
        """Return what to install; a folder to install from must have all of it."""
        if interpreter.target is None:
            raise failure("no-wheel", package.engine, python=interpreter.title)
        if source is not None:
            filled = require_bundle(source, package.engine, interpreter.target)
            if filled is not None and variant == "auto":
                variant = filled.variant
        choice = choose(package, interpreter.target, variant, has_nvidia())
        if source is not None:
            require_wheels(source, choice.pins, package.engine, choice.target)
        return choice

    def _tell_choice(self, choice: Choice, interpreter: Interpreter, feedback: Feedback) -> None:
        self._writer(choice.package.engine)(
            f"{choice.package.engine} ({choice.variant.name}), {interpreter.title}: "
            f"{interpreter.path}"
        )
        feedback.message(
            Message(
                "{title} for {use}, with {python}",
                title=choice.package.title,
                use=choice.variant.title,
                python=interpreter.title,
            )
        )

    def _download(
        self, pip: Pip, choice: Choice, progress: Progress, feedback: Feedback, work: Path
    ) -> Path:
        """Fetch what was not fetched before; return the folder of wheels."""
        engine = choice.package.engine
        folder = self.root / DOWNLOADS / engine
        folder.mkdir(parents=True, exist_ok=True)
        found, _ = found_wheels(folder, choice.pins)
        for path in folder.iterdir():
            if path not in found.values():  # of another version, or damaged
                path.unlink()
        there = sum(path.stat().st_size for path in found.values())
        needed = max(0, choice.size.packed - there) + int(GROWTH * choice.size.unpacked)
        require_space(engine, self.root, needed)
        try:
            fetch(
                choice,
                folder,
                lambda pin: pip.download(pin, folder),
                feedback,
                progress,
                FETCHED,
                work,
            )
        except InstallError as error:
            if error.kind == "own-index":
                error.instead = instead_of(choice)
            raise
        return folder

    def _check(
        self, package: Package, room: Room, packages: Sequence[str], feedback: Feedback
    ) -> Checked:
        feedback.message(Message("Checking that it sharpens, and how fast"))
        log = self.log_file(package.engine)
        names = [*packages, "numpy"]
        return check(package, room.python, room.paths, names, log, feedback.is_cancelled)

    def _clean_up(self, engine: str) -> None:
        """Delete what was fetched for an engine, and environments that do not count any more."""
        delete_folder(self.root / DOWNLOADS / engine)
        remove_leftovers(self.root, ENGINES)


class _Writer:
    """Appends lines to a log."""

    def __init__(self, log: Path) -> None:
        self._log = log

    def __call__(self, line: str) -> None:
        with self._log.open("a", encoding="utf-8") as file:
            file.write(line + "\n")


def _environment(
    package: Package, room: Room, checked: Checked, interpreter: Interpreter
) -> Environment:
    return Environment(
        engine=package.engine,
        python=room.python,
        paths=room.paths,
        version=checked.version,
        versions=checked.versions,
        own=False,
        size=0,
        devices=checked.devices,
        device=checked.device,
        speed=checked.speed,
        note=checked.note,
        python_version=".".join(str(part) for part in interpreter.version),
        real=os.path.realpath(room.python),
    )


@contextlib.contextmanager
def _explained(engine: str, folder: Path, log: Path) -> Iterator[None]:
    """Turn what the operating system refuses into a sentence; errors name the log."""
    try:
        yield
    except InstallError as error:
        if error.log is None and log.is_file():
            error.log = log
        raise
    except OSError as problem:
        existing = log if log.is_file() else None
        raise explain(str(problem), engine, existing, folder=str(folder)) from problem
