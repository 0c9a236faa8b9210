"""A finished file gets its name: one that is free, or that of a file which it replaces.

Whether a name is free is asked and answered in one step, as another program may take it any time.
"""

from __future__ import annotations

import contextlib
import errno
import os
from pathlib import Path

# beside the output, and by its whole name: what GDAL knows of its pixels
DERIVED = (".aux.xml", ".ovr", ".msk")


def put_in_place(made: Path, target: Path, replace: bool) -> None:
    """Move a finished file to its target, and the sidecars that were made with it.

    Sidecars of a file that stood there before go once it is replaced. Nothing has changed where
    the target cannot be put in place.

    Args:
        made: the finished file.
        target: in the same folder.
        replace: whether files that stand there may be replaced. What GDAL derived from pixels of
            another file under this name is worth nothing and goes anyway.

    Raises:
        FileExistsError: a file stands there and must not be replaced.
        OSError: the file system refuses; `filename2` or `filename` is what could not be placed.
    """
    named = [(path, renamed(path, made, target)) for path in belonging(made) if path != made]
    derived = {f"{target.name}{suffix}" for suffix in DERIVED}
    others = [(path, goal) for path, goal in named if goal.name not in derived]
    if replace:
        made.replace(target)
        for path, goal in others:
            path.replace(goal)
    else:
        _move_all([*others, (made, target)])
    for name in derived:
        try:
            target.with_name(name).unlink(missing_ok=True)
        except OSError as error:
            if error.errno != errno.ENAMETOOLONG:  # there can be none of such a name
                raise
    for path, goal in named:
        if goal.name in derived:
            path.replace(goal)


def belonging(made: Path) -> list[Path]:
    """Return a file in the making and its sidecars, such as `x.tfw` and `x_RPC.TXT` of `x.tif`."""
    return sorted(made.parent.glob(f"{made.stem}*"))


def renamed(sidecar: Path, made: Path, target: Path) -> Path:
    """Return what a sidecar of the file in the making is called beside the target.

    >>> str(renamed(Path("m_RPC.TXT"), Path("m.tif"), Path("out.tiff")))
    'out_RPC.TXT'
    >>> str(renamed(Path("m.tif.aux.xml"), Path("m.tif"), Path("out.tiff")))
    'out.tiff.aux.xml'
    """
    if sidecar.name.startswith(f"{made.name}."):
        return target.with_name(target.name + sidecar.name[len(made.name) :])
    return target.with_name(target.stem + sidecar.name[len(made.stem) :])


def _move_all(moves: list[tuple[Path, Path]]) -> None:
    """Give files names that are free, the last one last; all of them or none."""
    placed: list[Path] = []
    try:
        for path, goal in moves:
            move_to_free_name(path, goal)
            placed.append(goal)
    except OSError:
        for goal in placed:
            with contextlib.suppress(OSError):
                goal.unlink()
        raise


def move_to_free_name(path: Path, goal: Path) -> None:
    """Rename a file within its folder.

    Raises:
        FileExistsError: the name is taken.
    """
    if os.name == "nt":  # renaming replaces nothing there
        path.rename(goal)
        return
    try:
        os.link(path, goal)
    except FileExistsError:
        raise
    except OSError:  # this file system has no links: FAT, some of a network
        _reserve(path, goal)
        return
    with contextlib.suppress(OSError):
        path.unlink()


def _reserve(path: Path, goal: Path) -> None:
    """Take a free name with an empty file, and replace that."""
    os.close(os.open(goal, os.O_CREAT | os.O_EXCL | os.O_WRONLY))
    try:
        path.replace(goal)
    except OSError:
        with contextlib.suppress(OSError):
            goal.unlink()
        raise
