"""Which engines a run tries, in which order: the fastest first, and NumPy behind them all."""

from __future__ import annotations

from pathlib import Path

from qgis_pansharp.backend.engines import create_engine
from qgis_pansharp.backend.engines.at_hand import AtHand, engines_at_hand
from qgis_pansharp.backend.engines.base import Engine, Watch
from qgis_pansharp.backend.engines.calibration import Speeds, key_of, measure
from qgis_pansharp.backend.engines.isolated import IsolatedEngine
from qgis_pansharp.backend.engines.options import Device, EngineOptions
from qgis_pansharp.backend.engines.steady import Candidate, Tell
from qgis_pansharp.backend.environments import default_folder
from qgis_pansharp.backend.errors import EngineError, PansharpError
from qgis_pansharp.backend.messages import Message
from qgis_pansharp.backend.models import Model
from qgis_pansharp.backend.request import SharpenRequest


def engines_folder(request: SharpenRequest) -> Path:
    """Return where a request looks for installed engines."""
    return default_folder() if request.engines_folder is None else Path(request.engines_folder)


LAST = Candidate("builtin", "cpu")


def candidates(request: SharpenRequest, model: Model, tell: Tell, watch: Watch) -> list[Candidate]:
    """Return the engines to try for a request; the built-in one is the last.

    With "auto" they are ordered by how fast they run this kind of model here, which is measured
    where it is not known yet, within a few seconds.

    Raises:
        EngineError: no engine has the device that was asked for.
    """
    usable = engines_at_hand(engines_folder(request), request.isolate)
    if request.engine != "auto":
        if request.engine == "builtin":
            return [Candidate("builtin", request.device)]
        one = usable[request.engine]
        return [Candidate(one.engine, request.device, one.interpreter), LAST]
    if len(usable) == 1:
        return [Candidate("builtin", request.device)]
    return _fastest_first(list(usable.values()), request, model, tell, watch)


def _fastest_first(
    usable: list[AtHand], request: SharpenRequest, model: Model, tell: Tell, watch: Watch
) -> list[Candidate]:
    speeds = Speeds(engines_folder(request))
    found: list[tuple[float, Candidate]] = []
    for one in usable:
        key = key_of(one.engine, one.version, model.card, request.threads, request.precision)
        known = speeds.get(key)
        if not known:
            known = _measure_all(one, request, model, tell, watch)
            speeds.put(key, known)
        for device, speed in known.items():
            if speed > 0 and request.device in ("auto", device):
                found.append((speed, Candidate(one.engine, device, one.interpreter)))
    if not found:
        raise EngineError(
            "No engine here has a device {device}; choose auto, or another one.",
            device=request.device,
        )
    found.sort(key=lambda entry: -entry[0])
    ordered = [candidate for _, candidate in found]
    tell(
        Message(
            "Engines by megapixels per second here: {list}",
            list=", ".join(f"{c.engine} {c.device} {speed:.2f}" for speed, c in found),
        )
    )
    if LAST in ordered:  # what is slower need not be tried before it
        ordered = ordered[: ordered.index(LAST)]
    return [*ordered, LAST]


def _measure_all(
    one: AtHand, request: SharpenRequest, model: Model, tell: Tell, watch: Watch
) -> dict[str, float]:
    """Measure an engine on each of its devices; 0 for one that does not work."""
    tell(Message("Measuring how fast the engine {engine} is here", engine=one.engine))
    found: dict[str, float] = {}
    devices = _devices(one, model, request, watch)
    for device in devices:
        found[device.name] = 0.0
        try:
            with _open(one, model, request, device.name, watch) as engine:
                found[device.name] = measure(engine, model.card, watch)
        except (PansharpError, MemoryError) as problem:
            # "auto" does without it; whoever asks for it by name is told by the run itself
            tell(Message("{engine} on {device}: {problem}", **_why(one, device, problem)))
    return found or {"cpu": 0.0}


def _why(one: AtHand, device: Device, problem: BaseException) -> dict[str, object]:
    reason = problem.message if isinstance(problem, PansharpError) else str(problem)
    return {"engine": one.engine, "device": device.name, "problem": reason}


def _devices(one: AtHand, model: Model, request: SharpenRequest, watch: Watch) -> list[Device]:
    from qgis_pansharp.backend.engines import devices_of

    if one.interpreter is None:
        return devices_of(one.engine)
    try:
        options = EngineOptions(request.threads, "cpu", request.precision)
        with IsolatedEngine(one.interpreter, one.engine, model.path, options, watch) as engine:
            return engine.devices(one.engine, watch)
    except PansharpError:
        return [Device("cpu", "")]  # measuring it will tell what is wrong


def _open(one: AtHand, model: Model, request: SharpenRequest, device: str, watch: Watch) -> Engine:
    if one.interpreter is None:
        return create_engine(one.engine, model.path, request.threads, device, request.precision)
    options = EngineOptions(request.threads, device, request.precision)
    return IsolatedEngine(one.interpreter, one.engine, model.path, options, watch)
