"""A cancelled run raises, so that callers notice, and leaves nothing behind."""

from __future__ import annotations

from pathlib import Path

import pytest
from qgis.core import QgsProcessingContext, QgsProcessingException, QgsProcessingFeedback

from qgis_pansharp.feedback import ProcessingFeedback

pytestmark = pytest.mark.usefixtures("provider")


def run(pair: tuple[Path, Path], output: Path, feedback: QgsProcessingFeedback) -> None:
    import processing

    processing.run(
        "pansharp:sharpen",
        {"PAN": str(pair[0]), "MS": str(pair[1]), "OUTPUT": str(output)},
        feedback=feedback,
        context=QgsProcessingContext(),
    )


def test_cancelling_before_the_start_leaves_nothing(
    pair: tuple[Path, Path], tmp_path: Path
) -> None:
    feedback = QgsProcessingFeedback()
    feedback.cancel()
    with pytest.raises(QgsProcessingException, match="Cancelled"):
        run(pair, tmp_path / "out.tif", feedback)
    assert list(tmp_path.iterdir()) == []


def test_cancelling_after_the_first_block_leaves_nothing(
    pair: tuple[Path, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("qgis_pansharp.backend.blocks.choose_core", lambda *_: 64)
    feedback = QgsProcessingFeedback()
    seen: list[float] = []
    feedback.progressChanged.connect(seen.append)
    feedback.progressChanged.connect(lambda _: feedback.cancel())
    with pytest.raises(QgsProcessingException, match="Cancelled"):
        run(pair, tmp_path / "out.tif", feedback)
    assert len(seen) == 1  # it stopped at once, within the first block
    assert list(tmp_path.iterdir()) == []


def test_cancelling_leaves_an_older_result_as_it_was(
    pair: tuple[Path, Path], tmp_path: Path
) -> None:
    output = tmp_path / "out.tif"
    output.write_bytes(b"older")
    feedback = QgsProcessingFeedback()
    feedback.cancel()
    with pytest.raises(QgsProcessingException):
        run(pair, output, feedback)
    assert output.read_bytes() == b"older"
    assert list(tmp_path.iterdir()) == [output]


def test_progress_and_messages_reach_processing() -> None:
    feedback = QgsProcessingFeedback()
    backend = ProcessingFeedback(feedback)
    backend.progress(0.5)
    backend.message("half of it")
    assert feedback.progress() == 50.0
    assert "half of it" in feedback.textLog()
    assert not backend.is_cancelled()
    feedback.cancel()
    assert backend.is_cancelled()
