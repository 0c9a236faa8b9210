"""Files that are written whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path


def check_place(path: Path) -> None:
    """Refuse a file that cannot be written where it is wanted, before anything is made for it.

    Raises:
        ValueError: its folder is not there or not to be written into, or it is a folder itself.
    """
    if path.is_dir():
        raise ValueError(f"{path} is a folder; name a file")
    if not path.parent.is_dir():
        raise ValueError(f"there is no folder {path.parent} to write {path.name} into; make it")
    if not os.access(path.parent, os.W_OK):
        raise ValueError(f"the folder {path.parent} cannot be written into; name another one")


def write_whole(path: Path, content: bytes) -> None:
    """Write a file beside its place first; what stood there is replaced once that is whole.

    Raises:
        ValueError: see `check_place`.
        OSError: it cannot be written, for want of room as it may be; the message names it.
    """
    if path.exists() and not path.is_file() and not path.is_dir():  # a terminal or a pipe
        path.write_bytes(content)
        return
    check_place(path)
    path = path.resolve()
    partial = path.with_name(f"{path.name}.{os.getpid()}.part")
    try:
        partial.write_bytes(content)
        partial.replace(path)
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(path)) from error
    finally:
        partial.unlink(missing_ok=True)
