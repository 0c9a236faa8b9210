"""Starting a module of the backend in another Python: its command line and its environment.

The other interpreter has packages of its own and knows nothing of QGIS. It is started isolated
(`-I`), so neither `PYTHON*` variables nor the user's site-packages reach it, and finds the backend
by its folder, wherever the plugin lies and whatever else lies beside it.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import qgis_pansharp.backend

# Run by the other interpreter. `qgis_pansharp` becomes an empty package that holds the backend
# alone: its own folder would bring QGIS's, and on sys.path the plugins beside it.
_BOOTSTRAP = """
import importlib.util, runpy, sys, types
folder, module, count = sys.argv[1], sys.argv[2], int(sys.argv[3])
sys.path[:0] = sys.argv[4:4 + count]
package = types.ModuleType("qgis_pansharp")
package.__path__ = []
sys.modules["qgis_pansharp"] = package
spec = importlib.util.spec_from_file_location(
    "qgis_pansharp.backend", folder + "/__init__.py", submodule_search_locations=[folder])
backend = importlib.util.module_from_spec(spec)
sys.modules[spec.name] = package.backend = backend
spec.loader.exec_module(backend)
sys.argv[:] = [module, *sys.argv[4 + count:]]
runpy.run_module("qgis_pansharp.backend." + module, run_name="__main__", alter_sys=True)
"""

# What a process needs of its surroundings; everything else stays behind. Nothing of Python's,
# GDAL's, PROJ's or the loader's is here: QGIS sets those for itself, and they would break others.
_KEPT = (
    "HOME",
    "USERPROFILE",
    "APPDATA",
    "LOCALAPPDATA",
    "PROGRAMDATA",
    "TMPDIR",
    "TEMP",
    "TMP",
    "SYSTEMROOT",
    "SYSTEMDRIVE",
    "WINDIR",
    "COMSPEC",
    "NUMBER_OF_PROCESSORS",
    "PROCESSOR_ARCHITECTURE",
    # which cards may be used; a number means another card where the order is another
    "CUDA_DEVICE_ORDER",
    "CUDA_VISIBLE_DEVICES",
    "HIP_VISIBLE_DEVICES",
    "ROCR_VISIBLE_DEVICES",
    "HSA_OVERRIDE_GFX_VERSION",  # without it PyTorch has no code for many of AMD's cards
    "ZE_AFFINITY_MASK",
    "NVIDIA_VISIBLE_DEVICES",
    "NVIDIA_DRIVER_CAPABILITIES",
)


def command(python: Path, module: str, *arguments: str, paths: Sequence[Path] = ()) -> list[str]:
    """Return the command line that runs a module of the backend as `__main__`.

    Args:
        python: the interpreter.
        module: below `qgis_pansharp.backend`, such as "engines.worker".
        arguments: become its `sys.argv[1:]`.
        paths: folders with packages that the interpreter does not know by itself.
    """
    folder = str(Path(qgis_pansharp.backend.__file__).resolve().parent)
    return [
        str(python),
        "-I",
        "-X",
        "utf8",
        "-B",  # a plugin's folder may be read-only, or another version's soon
        "-c",
        _BOOTSTRAP,
        folder,
        module,
        str(len(paths)),
        *map(str, paths),
        *arguments,
    ]


def environment(surroundings: Mapping[str, str] | None = None) -> dict[str, str]:
    """Return the environment for it, built from nothing.

    Args:
        surroundings: those of this process by default.
    """
    given = os.environ if surroundings is None else surroundings
    kept = {name: given[name] for name in _KEPT if given.get(name)}
    if sys.platform == "win32":
        root = kept.get("SYSTEMROOT", r"C:\Windows")
        kept["PATH"] = os.pathsep.join((rf"{root}\System32", root, rf"{root}\System32\Wbem"))
    else:
        kept["PATH"] = "/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin"
        kept["LC_ALL"] = "C.UTF-8"
    return kept
