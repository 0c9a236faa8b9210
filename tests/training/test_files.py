"""Files are written whole or not at all, and where they cannot be is said before."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from training.files import check_place, write_whole


def test_a_file_is_replaced_by_a_whole_one(tmp_path: Path) -> None:
    file = tmp_path / "ö ü.txt"
    for content in (b"first", b"second"):
        write_whole(file, content)
        assert file.read_bytes() == content
    assert list(tmp_path.iterdir()) == [file]


def test_what_stood_there_stays_where_there_is_no_room(
    tmp_path: Path, fill_disk: Callable[[], None]
) -> None:
    file = tmp_path / "model.onnx"
    file.write_bytes(b"before")
    fill_disk()
    with pytest.raises(OSError, match="No space left") as caught:
        write_whole(file, b"after that")
    assert caught.value.filename == str(file)
    assert file.read_bytes() == b"before"
    assert list(tmp_path.iterdir()) == [file]


def test_a_place_that_is_none_is_named(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"no folder .*gone to write model\.onnx into"):
        check_place(tmp_path / "gone" / "model.onnx")
    with pytest.raises(ValueError, match="is a folder; name a file"):
        check_place(tmp_path)
    check_place(tmp_path / "model.onnx")
