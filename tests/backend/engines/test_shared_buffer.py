"""Two processes see the same images, and nothing is left of them."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from qgis_pansharp.backend.engines import shared_buffer
from qgis_pansharp.backend.engines.shared_buffer import SharedBuffer, aligned


def test_another_process_sees_and_changes_it() -> None:
    buffer = SharedBuffer.create(4096)
    buffer.image(64, (2, 3))[...] = [[1, 2, 3], [4, 5, 6]]
    script = (
        "from qgis_pansharp.backend.engines.shared_buffer import SharedBuffer\n"
        f"buffer = SharedBuffer.open({buffer.name!r}, 4096)\n"
        "buffer.image(64, (2, 3))[...] *= 2\n"
    )
    subprocess.run([sys.executable, "-c", script], check=True)
    assert buffer.image(64, (6,)).tolist() == [2, 4, 6, 8, 10, 12]
    buffer.close()


@pytest.mark.parametrize("anonymous", [True, False])
def test_nothing_is_left_of_it(
    anonymous: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shared_buffer.tempfile, "tempdir", str(tmp_path))
    if not anonymous:
        monkeypatch.delattr(os, "memfd_create", raising=False)
    buffer = SharedBuffer.create(100_000)
    other = SharedBuffer.open(buffer.name, 100_000)
    buffer.forget()
    assert not list(tmp_path.iterdir())
    buffer.image(0, (4,))[...] = 7
    assert other.image(0, (4,)).tolist() == [7, 7, 7, 7]
    buffer.close()
    other.close()
    with pytest.raises(OSError):
        SharedBuffer.open(buffer.name, 100_000)


def test_an_image_must_lie_inside() -> None:
    buffer = SharedBuffer.create(256)
    for offset, shape in ((0, (65,)), (252, (2,)), (-4, (1,)), (0, (-1,))):
        with pytest.raises(ValueError, match="leaves the buffer"):
            buffer.image(offset, shape)
    assert buffer.image(192, (4, 4)).shape == (4, 4)
    buffer.close()


@pytest.mark.parametrize("anonymous", [True, False])
def test_without_room_memory_is_short_and_nothing_is_left(
    anonymous: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(shared_buffer.tempfile, "tempdir", str(tmp_path))
    monkeypatch.setattr(os, "posix_fallocate", full)
    if not anonymous:
        monkeypatch.delattr(os, "memfd_create", raising=False)
    before = len(list(Path("/proc/self/fd").iterdir()))
    with pytest.raises(MemoryError, match="No space left"):
        SharedBuffer.create(1 << 20)
    assert not list(tmp_path.iterdir())
    assert len(list(Path("/proc/self/fd").iterdir())) == before


def test_closing_while_an_image_is_used_is_safe() -> None:
    buffer = SharedBuffer.create(4096)
    image = buffer.image(0, (16,))
    image[...] = 3
    buffer.close()
    assert np.array_equal(image, np.full(16, 3, np.float32))


def test_images_begin_at_whole_lines_of_the_cache() -> None:
    assert [aligned(n) for n in (0, 1, 64, 65)] == [0, 64, 64, 128]
