"""Where a killed training goes on: the optimiser's state and the next step, bound to the settings and pieces that made them."""

import hashlib
import io
from dataclasses import asdict
from pathlib import Path

import torch

from .files import write_bytes
from .row_adam import RowAdam
from .settings import Settings


def fingerprint(settings: Settings, pieces: list[str]) -> str:
    return hashlib.sha256(repr((sorted(asdict(settings).items()), pieces)).encode()).hexdigest()


def save(path: Path, identity: str, step: int, optimiser: RowAdam) -> None:
    buffer = io.BytesIO()
    torch.save({"identity": identity, "step": step, **optimiser.state()}, buffer)
    write_bytes(path, buffer.getvalue())


def restore(path: Path, identity: str, optimiser: RowAdam) -> int:
    """Loads the state into `optimiser` and returns the next step; 0 where there is no checkpoint of this training."""
    if not path.exists():
        return 0
    saved = torch.load(path)
    if saved["identity"] != identity:
        return 0
    for name, tensor in optimiser.state().items():
        tensor.copy_(saved[name])
    return saved["step"]
