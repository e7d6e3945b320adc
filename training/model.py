"""The model: one vector a piece, summed over the text and brought to length one. A piece's weight is its vector's length."""

import numpy as np
import torch
from torch import nn
from torch.nn import functional

from .examples import Batch
from .ragged import Ragged

SCALE = 20.0  # inverse temperature of the contrastive loss


def initial_table(vocabulary: int, dimensions: int, seed: int) -> nn.Parameter:
    """float32 [vocabulary, dimensions]."""
    generator = torch.Generator().manual_seed(seed)
    return nn.Parameter(torch.randn(vocabulary, dimensions, generator=generator) / dimensions**0.5)


def embed(table: torch.Tensor, rows: Ragged) -> torch.Tensor:
    """Rows of pieces → unit vectors, float32 [rows, dimensions]."""
    values, offsets = torch.from_numpy(rows.values.astype(np.int64)), torch.from_numpy(rows.starts[:-1])
    return functional.normalize(functional.embedding_bag(values, table, offsets, mode="sum"), dim=1, eps=1e-6)


def contrastive_loss(table: torch.Tensor, batch: Batch) -> torch.Tensor:
    """Each left text must find its right text among the batch's, and the other way round."""
    scores = SCALE * embed(table, batch.left) @ embed(table, batch.right).T
    same = (batch.left_key[:, None] == batch.left_key) | (batch.right_key[:, None] == batch.right_key)
    np.fill_diagonal(same, False)
    scores = scores.masked_fill(torch.from_numpy(same), float("-inf"))
    target = torch.arange(len(scores))
    return (functional.cross_entropy(scores, target) + functional.cross_entropy(scores.T, target)) / 2
