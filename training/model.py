"""The model: one vector a piece, summed over the text and brought to length one. A piece's weight is its vector's length."""

import numpy as np
import torch
from torch.nn import functional

from .examples import Batch
from .row_adam import RowAdam, distinct_rows

SCALE = 20.0  # inverse temperature of the contrastive loss


def initial_table(vocabulary: int, dimensions: int, seed: int) -> torch.Tensor:
    """float32 [vocabulary, dimensions], rows of length about one."""
    return torch.randn(vocabulary, dimensions, generator=torch.Generator().manual_seed(seed)) / dimensions**0.5


def embed(vectors: torch.Tensor, values: np.ndarray, starts: np.ndarray) -> torch.Tensor:
    """Rows of positions in `vectors` → unit vectors, float32 [rows, D]."""
    summed = functional.embedding_bag(torch.from_numpy(values), vectors, torch.from_numpy(starts[:-1]), mode="sum")
    return functional.normalize(summed, dim=1, eps=1e-6)


def contrastive_loss(left: torch.Tensor, right: torch.Tensor, batch: Batch) -> torch.Tensor:
    """Each left text must find its right text among the batch's, and the other way round. left, right: unit, [rows, D]."""
    same = (batch.left_key[:, None] == batch.left_key) | (batch.right_key[:, None] == batch.right_key)
    np.fill_diagonal(same, False)
    scores = (SCALE * left @ right.T).masked_fill(torch.from_numpy(same), float("-inf"))
    target = torch.arange(len(scores))
    return (functional.cross_entropy(scores, target) + functional.cross_entropy(scores.T, target)) / 2


def training_step(optimiser: RowAdam, batch: Batch, step: int, learning_rate: float) -> float:
    """One step on the rows of the table that the batch touches. Returns the loss."""
    rows, (left, right) = distinct_rows(len(optimiser.table), batch.left.values, batch.right.values)
    touched = torch.from_numpy(rows)
    vectors = optimiser.fetch(touched, step, learning_rate).requires_grad_()
    loss = contrastive_loss(embed(vectors, left, batch.left.starts), embed(vectors, right, batch.right.starts), batch)
    loss.backward()
    optimiser.update(touched, vectors.grad, learning_rate)
    return loss.item()
