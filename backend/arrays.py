"""Names for NumPy's arrays; NumPy before 1.21 cannot spell the type of their elements."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    import numpy.typing as npt

    Array = npt.NDArray[Any]
    FloatArray = npt.NDArray[np.float32]
    DoubleArray = npt.NDArray[np.float64]
else:
    Array = FloatArray = DoubleArray = np.ndarray
