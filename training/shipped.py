"""Reads the weights of a shipped graph back, so that a training can go on from it: the checkpoints of earlier ones are not kept."""

from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper

WHOLE, SCALES = "_whole", "_scales"


def weights_of(file: Path, within: str, state: dict[str, torch.Tensor]) -> dict[str, torch.Tensor]:
    """within: the name of the model inside its graph; state: of a model of the same shapes → its numbers as they are shipped, large matrices rounded to seven bits.

    Raises KeyError with the name of what the graph lacks.
    """
    numbers = {one.name: numpy_helper.to_array(one) for one in onnx.load(str(file)).graph.initializer}
    return {name: _weights(numbers, f"{within}.{name}", own.shape) for name, own in state.items()}


def _weights(numbers: dict[str, np.ndarray], name: str, shape: torch.Size) -> torch.Tensor:
    known = numbers[name + WHOLE] * numbers[name + SCALES] if name + WHOLE in numbers else numbers[name]
    turned = name + WHOLE in numbers or known.shape != shape
    return torch.from_numpy(np.array(known.T if turned else known, np.float32).reshape(shape))
