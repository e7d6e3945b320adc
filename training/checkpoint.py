"""Where a killed training goes on: table, optimiser and step, bound to the settings and pieces that made them."""

import hashlib
import io
from dataclasses import asdict
from pathlib import Path

import torch

from .files import write_bytes
from .settings import Settings


def fingerprint(settings: Settings, pieces: list[str]) -> str:
    return hashlib.sha256(repr((sorted(asdict(settings).items()), pieces)).encode()).hexdigest()


def save(path: Path, identity: str, step: int, table: torch.Tensor, optimiser: torch.optim.Optimizer) -> None:
    buffer = io.BytesIO()
    torch.save({"identity": identity, "step": step, "table": table.detach(), "optimiser": optimiser.state_dict()}, buffer)
    write_bytes(path, buffer.getvalue())


def restore(path: Path, identity: str, table: torch.Tensor, optimiser: torch.optim.Optimizer) -> int:
    """Loads the state into `table` and `optimiser` and returns the next step; 0 where there is no such checkpoint."""
    if not path.exists():
        return 0
    state = torch.load(path)
    if state["identity"] != identity:
        return 0
    with torch.no_grad():
        table.copy_(state["table"])
    optimiser.load_state_dict(state["optimiser"])
    return state["step"]
