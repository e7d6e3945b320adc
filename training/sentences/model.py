"""The encoder: some of MiniLM's layers over words, whose mean is what a sentence means."""

from collections.abc import Iterator

import numpy as np
import torch
from torch import nn
from torch.nn import functional

from ..attention import attend
from .pretrained import WORDS, greatest

DIMENSIONS = 384
HEADS = 12
INNER = 1536

# Words of a text at most, with a sign before and one behind.
LONGEST = 126

# Rows that stand before those of words: nothing, before the first word, after the last.
PADDING, BEGIN, END = range(3)
SIGNS = 3

FAR_BELOW = -1e4

# A state in a byte: numbers of MIDDLE are zero, and one more is STEP more.
STEP, MIDDLE = 1 / 32, 128


class Layer(nn.Module):
    """A transformer layer with normalisation last, as BERT has it."""

    def __init__(self) -> None:
        super().__init__()
        self.attention = nn.Linear(DIMENSIONS, 3 * DIMENSIONS)
        self.mixed = nn.Linear(DIMENSIONS, DIMENSIONS)
        self.inner = nn.Linear(DIMENSIONS, INNER)
        self.outer = nn.Linear(INNER, DIMENSIONS)
        self.first_norm = nn.LayerNorm(DIMENSIONS, eps=1e-12)
        self.second_norm = nn.LayerNorm(DIMENSIONS, eps=1e-12)

    def forward(self, x: torch.Tensor, bias: torch.Tensor) -> torch.Tensor:
        """x: [B, L, D]; bias: broadcast to [B, heads, L, L]."""
        mixed = attend(self.attention(x), HEADS, bias)
        x = self.first_norm(x + self.mixed(mixed))
        return self.second_norm(x + self.outer(functional.gelu(self.inner(x))))


class Encoder(nn.Module):
    def __init__(self, layers: int) -> None:
        super().__init__()
        self.project = nn.Linear(DIMENSIONS, DIMENSIONS, bias=False)
        self.signs = nn.Parameter(torch.zeros(SIGNS, DIMENSIONS))
        self.place = nn.Parameter(torch.zeros(LONGEST + 2, DIMENSIONS))
        self.begun = nn.LayerNorm(DIMENSIONS, eps=1e-12)
        self.layers = nn.ModuleList([Layer() for _ in range(layers)])

    def forward(self, words: torch.Tensor, tokens: torch.Tensor) -> torch.Tensor:
        """words: float [U, D], as pieces.py writes them; tokens: int [B, L], rows of words from SIGNS on → vectors of length one [B, D]"""
        return mean_of(self.states(self.rows(words), tokens), tokens)

    def rows(self, words: torch.Tensor) -> torch.Tensor:
        """What tokens are numbers of: the signs, then the words. [SIGNS + U, D]"""
        return torch.cat([self.signs, self.project(words)])

    def states(self, rows: torch.Tensor, tokens: torch.Tensor) -> torch.Tensor:
        """What each token means where it stands. [B, L, D]"""
        told = tokens != PADDING
        x = self.begun(rows[tokens.long()] + self.place[: tokens.shape[1]])
        bias = (~told).to(x.dtype)[:, None, None] * FAR_BELOW
        for layer in self.layers:
            x = layer(x, bias)
        return x


def by_length(tokens: torch.Tensor, together: int) -> Iterator[tuple[torch.Tensor, torch.Tensor]]:
    """Rows of texts that are about as long, and their tokens without the padding that all of them have: half of what a mixed batch costs is padding."""
    lengths = (tokens != PADDING).sum(1)
    for rows in torch.argsort(lengths).split(together):
        yield rows, tokens[rows, : int(lengths[rows].max())]


def mean_of(states: torch.Tensor, tokens: torch.Tensor) -> torch.Tensor:
    """→ [B, D], of length one"""
    mean = (states * (tokens != PADDING).to(states.dtype)[..., None]).sum(1)
    return mean / torch.sqrt((mean * mean).sum(1, keepdim=True) + 1e-12)


def in_bytes(states: torch.Tensor) -> torch.Tensor:
    """As they are kept: a byte a number. uint8 [...]"""
    return torch.clamp(torch.round(states / STEP) + MIDDLE, 0, 255).to(torch.uint8)


def from_bytes(states: torch.Tensor) -> torch.Tensor:
    return (states.float() - MIDDLE) * STEP


@torch.no_grad()
def begin(numbers: dict[str, np.ndarray], classes: tuple[int, int], layers: list[int]) -> Encoder:
    """An encoder of these layers of the pretrained model. classes: rows of the signs that stand before and behind a text there"""
    known = {name: torch.from_numpy(own) for name, own in numbers.items()}
    encoder = Encoder(len(layers))
    encoder.project.weight.copy_(torch.diag(torch.from_numpy(greatest(numbers[WORDS]))))
    encoder.signs[BEGIN:] = known[WORDS][list(classes)]
    encoder.place.copy_(known["embeddings.position_embeddings.weight"][: LONGEST + 2] + known["embeddings.token_type_embeddings.weight"][0])
    _copy(encoder.begun, known, "embeddings.LayerNorm")
    for layer, at in zip(encoder.layers, layers, strict=True):
        own = f"encoder.layer.{at}"
        for kind in ("weight", "bias"):
            parts = [known[f"{own}.attention.self.{part}.{kind}"] for part in ("query", "key", "value")]
            getattr(layer.attention, kind).copy_(torch.cat(parts))
        _copy(layer.mixed, known, f"{own}.attention.output.dense")
        _copy(layer.first_norm, known, f"{own}.attention.output.LayerNorm")
        _copy(layer.inner, known, f"{own}.intermediate.dense")
        _copy(layer.outer, known, f"{own}.output.dense")
        _copy(layer.second_norm, known, f"{own}.output.LayerNorm")
    return encoder


def _copy(part: nn.Module, known: dict[str, torch.Tensor], name: str) -> None:
    for kind in ("weight", "bias"):
        getattr(part, kind).copy_(known[f"{name}.{kind}"])
