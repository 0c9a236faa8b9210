"""SIPSA-Net and CF2N as `torch.nn.Module`; imported by the PyTorch engine and by training alone."""

from qgis_pansharp.backend.networks.cf2n import Cf2n
from qgis_pansharp.backend.networks.sipsanet import SipsaNet

__all__ = ["Cf2n", "SipsaNet"]
